"""Stepping back is shown of groups alone, and only where the settings ask for it."""

import pytest

from components.ui.stepping_back import departments, stepping_back
from tests.pages.conftest import Pages, ask_for, words

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
TITLE = "took on stretch work then and nothing since"


@pytest.fixture
def asked_for(monkeypatch) -> None:
    ask_for(monkeypatch, "app", stepping_back=True)


@EVERYTHING
def test_it_is_off_unless_asked_for(pages: Pages) -> None:
    assert TITLE not in words(pages.open("flight_risk"))


@EVERYTHING
def test_groups_are_counted_and_small_ones_hidden(pages: Pages, asked_for) -> None:
    app = pages.open("flight_risk")
    assert not app.exception
    assert any(TITLE in one.value for one in app.header)
    assert "says nothing about any person" in words(app)
    rows = departments(pages.view())
    assert (rows["flagged"] <= rows["people"]).all()
    figure = stepping_back(pages.view())
    assert figure is not None
    small = rows[rows["people"].between(1, 4)]["label"]
    assert not set(small) & set(figure.table.iloc[:, 0])
