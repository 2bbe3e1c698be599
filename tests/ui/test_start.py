"""The start refuses to serve when a protection is off."""

import logging
import os
import subprocess
import sys
import tomllib

import pytest

from components.errors import ConfigError
from components.ui.registry import ROOT
from components.ui.start import PROTECTIONS, check_protections, quiet_tracebacks, share_memory

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


def test_all_protections_on_is_fine() -> None:
    assert check_protections(PROTECTIONS.__getitem__) is None


@pytest.mark.parametrize("name", PROTECTIONS)
def test_one_protection_off_stops_the_start_and_is_named(name: str) -> None:
    others = {**PROTECTIONS, name: "something else"}
    with pytest.raises(ConfigError, match=name):
        check_protections(others.__getitem__)


def test_the_configuration_turns_on_what_streamlit_leaves_off() -> None:
    def option(name: str) -> object:
        section, key = name.split(".")
        on_by_default = {"server.enableAgentApi": False}
        return CONFIG[section].get(key, on_by_default.get(name))

    assert check_protections(option) is None


def test_streamlit_never_logs_the_text_of_an_error(caplog: pytest.LogCaptureFixture) -> None:
    quiet_tracebacks()
    logging.getLogger("streamlit.error_util").error("salary of Anna Müller")
    assert "Anna" not in caplog.text


def test_arrow_takes_its_memory_from_the_system_and_not_for_each_thread() -> None:
    asked = "import components, pyarrow; print(pyarrow.default_memory_pool().backend_name)"
    plain = {name: value for name, value in os.environ.items() if not name.startswith("ARROW")}
    told = subprocess.run(
        [sys.executable, "-c", asked],
        cwd=ROOT,
        env=plain,
        capture_output=True,
        check=True,
        text=True,
    )
    assert told.stdout.strip() == "system"


def test_threads_can_be_told_to_share_memory_wherever_this_runs() -> None:
    assert share_memory() is None
