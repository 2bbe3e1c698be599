"""One table for all proofs, printed when they are done."""

import pytest

from tests.journeys.conftest import browser, fresh_server
from tests.proofs.table import ProofTable

__all__ = ["browser", "fresh_server", "proved"]

_TABLE = pytest.StashKey[ProofTable]()


@pytest.fixture(scope="session")
def proved(pytestconfig: pytest.Config) -> ProofTable:
    """The table; a proof adds its figures before it asserts them."""
    return pytestconfig.stash.setdefault(_TABLE, ProofTable())


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the table below everything else."""
    table = config.stash.get(_TABLE, None)
    if table is not None:
        terminalreporter.section("What was proved")
        terminalreporter.write_line(str(table))
