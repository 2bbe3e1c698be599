"""Limits by job family are listed beside the clocks, and only where the settings ask for them."""

import pytest

from components.settings import load_settings
from components.ui.time_in_scope.steps import families_table
from tests.pages.conftest import Pages, ask_for, words


@pytest.fixture
def asked_for(monkeypatch) -> None:
    family = load_settings().clocks.family.model_copy(update={"own_clocks": True})
    ask_for(monkeypatch, "clocks", family=family)


def steps_said(pages: Pages) -> str:
    app = pages.open("flight_risk")
    app.session_state["clock_steps"] = True
    return words(app.run())


def test_they_are_off_unless_asked_for(pages: Pages) -> None:
    assert "three of four who moved on" not in steps_said(pages)


def test_each_family_with_a_clock_is_listed(pages: Pages, asked_for) -> None:
    assert "three of four who moved on inside had moved" in steps_said(pages)
    table = families_table(Pages().view().measures)
    assert len(table) > 1
    assert table["Months"].between(1, 240).all()
    assert table["Job family"].is_unique
