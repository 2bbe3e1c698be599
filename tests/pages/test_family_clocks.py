"""Limits by job family are listed beside the clocks, and only where the settings ask for them."""

import pytest

from components.ui import caching
from components.ui.time_in_scope.steps import families_table
from tests.pages.conftest import Pages, words


@pytest.fixture
def asked_for(monkeypatch) -> None:
    usual = caching.settings_of_files()
    family = usual.clocks.family.model_copy(update={"own_clocks": True})
    clocks = usual.clocks.model_copy(update={"family": family})
    own = {name: getattr(usual, name) for name in type(usual).model_fields}
    asked = type(usual).model_validate(own | {"clocks": clocks})
    monkeypatch.setattr("components.ui.caching.settings_of_files", lambda: asked)
    caching.settings.clear()
    caching.in_force.clear()


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
