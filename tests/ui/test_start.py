"""The start refuses to serve when a protection is off."""

import logging
import tomllib

import pytest

from components.errors import ConfigError
from components.ui.registry import ROOT
from components.ui.start import PROTECTIONS, check_protections, quiet_tracebacks

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
