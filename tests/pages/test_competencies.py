"""The Competencies page: gaps with their base, unknown drawn as unknown, small groups hidden."""

import pytest

from components.ui.competency_views import BY
from components.ui.competency_words import QUESTIONS
from tests.pages.conftest import Pages, words
from tests.pages.drawn import alts, drawn

REVIEWS_ONLY = pytest.mark.parametrize("pages", ["reviews_only"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)


def asked(app, question: str, by: str):
    app.segmented_control(key="competency_question").set_value(question).run()
    return app.segmented_control(key="competencies_by").set_value(by).run()


def rated(pages: Pages) -> set[int]:
    """Active people with a manager's score on any competency."""
    scores = pages.judged.measures.competencies
    return set(scores[scores["manager"].notna()]["person"]) & set(pages.judged.active["person"])


@pytest.mark.parametrize("by", [one.label for one in BY])
@pytest.mark.parametrize("question", [one.label for one in QUESTIONS])
def test_every_question_by_every_grouping_adds_up(pages, question: str, by: str) -> None:
    app = asked(pages.open("competencies"), question, by)
    assert not app.error
    assert f"= {len(pages.judged.active):,} people" in words(app)


def test_rated_and_not_rated_are_counted_from_the_scores(pages) -> None:
    active = pages.judged.active
    few = active["department"].eq("Executive")
    unrated = int((~active["person"].isin(rated(pages)) & ~few).sum())
    said = words(pages.open("competencies"))
    assert (
        f"{len(rated(pages)):,} rated at least once + {unrated:,} not rated + {few.sum()} in groups"
        in said
    )


def test_the_finding_names_a_competency_and_its_base(pages) -> None:
    said = pages.open("competencies").title[0].value.replace("\\", "")
    competencies = pages.view().settings.competencies.names
    assert any(said.startswith(name) for name in competencies)
    assert " departments" in said


def test_the_finding_speaks_of_both_sides_when_asked(pages) -> None:
    app = asked(pages.open("competencies"), "Self against manager", "Level")
    assert app.title[0].value.startswith("Own ratings sit above")


def test_a_department_of_one_person_shows_no_number(pages) -> None:
    tiles = drawn(pages.open("competencies"))
    assert "Executive" in tiles
    assert tiles.count("fewer than 5") == len(pages.view().settings.competencies.names)


def test_a_cell_below_five_people_has_no_number(pages) -> None:
    app = asked(pages.open("competencies"), "Gap to role", "Region")
    assert "fewer than 5" in drawn(app)


def test_a_competency_that_no_role_needs_is_not_required(pages) -> None:
    app = asked(pages.open("competencies"), "Gap to role", "Level")
    assert "not required" in drawn(app)


def test_one_person_alone_is_never_shown(pages) -> None:
    app = pages.open("competencies", country="Jordan")
    assert "Fewer than 5 of these people are rated" in words(app)
    assert "1 in groups too small to show = 1 person" in words(app)
    assert app.get("vega_lite_chart") == []


def test_every_figure_has_words_for_who_cannot_see_it(pages) -> None:
    assert all(len(said) > 20 for said in alts(pages.open("competencies")))


@REVIEWS_ONLY
def test_reviews_alone_are_enough(pages) -> None:
    app = pages.open("competencies")
    assert not app.error
    assert "rated at least once" in words(app)


@HOSTILE
def test_without_scores_the_page_is_off_and_says_what_switches_it_on(pages) -> None:
    said = words(pages.open("competencies"))
    assert "Competencies is switched off, not clear" in said
    assert "3 not rated = 3 people" in said
