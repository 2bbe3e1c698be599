"""Talent release is shown only where the settings ask for it, and never in a manager's own view."""

from dataclasses import replace

import pandas as pd
import pytest

from components.access import Scope
from components.calibration import Release
from components.ui.talent_release import base, finding, managers_table, show_talent_release
from tests.pages.conftest import Pages, ask_for, words

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)


@pytest.fixture
def asked_for(monkeypatch) -> None:
    ask_for(monkeypatch, "app", talent_release=True)


@EVERYTHING
def test_it_is_off_unless_asked_for(pages: Pages) -> None:
    assert "alent release" not in words(pages.open("flight_risk"))


@EVERYTHING
def test_it_says_of_how_many_managers_it_speaks(pages: Pages, asked_for) -> None:
    app = pages.open("flight_risk")
    assert not app.exception
    said = [one.value for one in app.header]
    assert any(one.startswith("Talent release is below expected under") for one in said)
    assert "8 people or more over 3 years" in words(app)


@EVERYTHING
def test_a_managers_own_view_has_none_of_it(pages: Pages, asked_for, monkeypatch) -> None:
    asked = []
    monkeypatch.setattr("components.ui.comparing.release", lambda *all_of: asked.append(all_of))
    show_talent_release(replace(pages.view(), scope=Scope(frozenset({1, 2}))))
    assert not asked


def found(**more: object) -> Release:
    row = {
        "manager": "nobody-7", "people": 12, "potential": -0.42, "potential_low": True,
        "moves": 0.5, "moves_low": True, "moves_seen": 0, "moves_usual": 4.26,
        "applications": 1.0, "applications_low": pd.NA, "low": 2,
    }  # fmt: skip
    return Release(pd.DataFrame([row | more]), ("potential", "moves", "applications"))


def test_the_signs_are_said_in_words(pages: Pages) -> None:
    row = managers_table(found(), pages.view()).iloc[0].to_dict()
    assert row == {
        "Manager": "nobody-7",
        "People": 12,
        "Potential beside performance": "lower: −0.42 points",
        "Moves to other teams": "lower: 0, usual 4.3",
        "Applications inside": "fewer than 8 reviews",
    }
    assert finding(found()) == "Talent release is below expected under 1 of 1 managers"
    assert finding(found(low=1)) == "Talent release is below expected under none of 1 managers"


def test_too_few_signs_are_said_to_be_too_few() -> None:
    one = Release(found().rows, ("moves",))
    assert "can’t be told" in finding(one)
    assert "Not given: potential beside performance, applications inside." in base(one)
