"""Nobody sees their own flags: the row of the person at this desk is hidden on every page."""

import pytest

from components.tables import columns as col
from components.ui import caching
from tests.pages.conftest import Pages, words


@pytest.mark.parametrize("page", ["overview", "flight_risk", "team", "person"])
def test_nobody_sees_their_own_flags(pages: Pages, page: str, monkeypatch) -> None:
    flagged = pages.judged.flags.rows[col.PERSON].iloc[0]
    people = pages.judged.measures.people.set_index(col.PERSON)
    me, name = str(people.at[flagged, col.EMPLOYEE_ID]), str(people.at[flagged, col.NAME])
    code = pages.code(me)
    assert name in words(pages.open("person", person=code))
    at_desk(monkeypatch, me)
    app = pages.open(page, **({"person": code} if page == "person" else {}))
    assert not app.exception
    assert name not in words(app)
    assert "your own row is hidden" in sentence(app)


def test_an_id_of_nobody_hides_nothing_and_says_so(pages: Pages, monkeypatch) -> None:
    at_desk(monkeypatch, "nobody")
    assert "no row is hidden" in words(pages.open("flight_risk"))


def at_desk(monkeypatch, me: str) -> None:
    """The app as set up for one person."""
    usual = caching.settings_of_files()
    mine = usual.model_copy(update={"app": usual.app.model_copy(update={"me": me})})
    monkeypatch.setattr("components.ui.caching.settings_of_files", lambda: mine)
    caching.settings.clear()
    caching.in_force.clear()


def sentence(app) -> str:
    """The words of the filter bar."""
    return " ".join(str(one.proto.popover.label) for one in app.get("popover")).replace("\\", "")
