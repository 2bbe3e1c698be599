"""Reasons beside impact on Flight risk: counts add up, and names stand nowhere unasked."""

import pytest

from components.tables import columns as col
from components.ui.impact.counting import missed
from components.ui.impact.section import NOBODY
from components.ui.impact.words import base, finding, person_words
from components.ui.standing import standing
from tests.pages.conftest import Pages, words
from tests.pages.drawn import drawn

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
REVIEWS_ONLY = pytest.mark.parametrize("pages", ["reviews_only"], indirect=True)


def found(pages: Pages):
    view = pages.view()
    return missed(view, standing(view.flags, view.people))


@EVERYTHING
def test_everybody_stands_somewhere_once(pages: Pages) -> None:
    here = found(pages)
    in_cells = [person for persons in here.cells().values() for person in persons]
    assert len(set(in_cells)) == len(in_cells) == len(here.placed)
    assert len(here.placed) + len(here.unplaced) + here.without_reason == len(here.rows)
    assert f"= {len(here.rows):,} people" in base(here, 5)
    assert finding(here) in words(pages.open("flight_risk"))


@EVERYTHING
def test_names_are_shown_only_when_asked_for(pages: Pages) -> None:
    app = pages.open("flight_risk")
    here = found(pages)
    cell, persons = next(iter(here.cells().items()))
    people = pages.judged.measures.people.set_index(col.PERSON)
    name = str(people.at[persons[0], col.NAME])
    shown = drawn(app)
    assert "2 reasons" in shown
    everybody = set(people[col.NAME].dropna()) | set(people[col.EMPLOYEE_ID])
    assert not everybody & set(shown)
    box = app.selectbox("impact_names")
    assert box.value == NOBODY
    box.set_value(box.options[1]).run()
    assert not app.exception
    assert name in words(app) or name in str([one.proto.label for one in app.get("page_link")])
    assert f"{cell[0]} of " in words(app)


@REVIEWS_ONLY
def test_without_a_reason_for_anybody_there_is_no_matrix(pages: Pages) -> None:
    app = pages.open("flight_risk")
    assert not app.exception
    assert "would be missed" not in words(app)


def test_what_is_not_known_of_a_person_is_said() -> None:
    row = {
        "impact_yes": 2, "impact_known": 3, "impact_sole_holder": None,
        "impact_no_successor": True, "impact_people_beneath": True, "impact_critical": False,
    }  # fmt: skip
    said = person_words(row, 5)
    assert said.startswith("2 of 3 known facts: a critical role without a successor")
    assert "5 people or more beneath" in said
    assert said.endswith("Not known: nobody else in the department holds one of the "
                         "competencies at the level asked for.")  # fmt: skip
