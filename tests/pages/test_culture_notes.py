"""The Culture notes page: prompts about the process, beside our own ratings with their base."""

from datetime import date

import pytest

from components.ui import caching
from components.ui.note_words import PROMPT, sections
from tests.pages.conftest import words
from tests.pages.drawn import alts, drawn

HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)


def beside(app, left: str, right: str):
    app.selectbox(key="note_left").set_value(left).run()
    return app.selectbox(key="note_right").set_value(right).run()


def test_the_first_sentence_says_that_a_note_is_about_the_process(pages) -> None:
    first = pages.open("culture_notes").caption[0].value
    assert first == PROMPT
    assert "never about a person" in first


def test_people_with_and_without_a_note_add_up(pages) -> None:
    active = pages.judged.active
    swiss = int((active["country"] == "Switzerland").sum())
    said = words(pages.open("culture_notes"))
    covered = len(active) - swiss
    assert f"{covered:,} where a note exists + {swiss} where none does = {len(active):,}" in said


def test_a_country_in_no_list_has_no_note_whatever_region_is_stated(pages) -> None:
    active = pages.judged.active
    assert set(active[active["country"] == "Switzerland"]["region"]) == {"EU"}
    said = words(pages.open("culture_notes"))
    assert "No note covers Switzerland" in said


def test_two_regions_are_read_side_by_side(pages) -> None:
    app = beside(pages.open("culture_notes"), "LatAm", "EU")
    said = words(app)
    for region in ("LatAm", "EU"):
        note = pages.view().settings.regions.region_named(region).note
        for heading, sentences in sections(note):
            assert said.count(heading) == 2
            assert all(sentence in said for sentence in sentences)


def test_each_note_says_its_source_grade_limits_owner_and_review(pages) -> None:
    app = beside(pages.open("culture_notes"), "USA", "MENA")
    tables = [str(table.value).replace("\\", "") for table in app.table]
    assert len(tables) == 2
    for told, region in zip(tables, ("USA", "MENA"), strict=True):
        for part in ("Source", "Evidence", "Owner", "Review by", "Within countries"):
            assert part in told
        assert f"Regional HR, {region}" in told


def test_our_own_ratings_stand_beside_with_their_base(pages) -> None:
    active = pages.judged.active
    people = active[active["country"].isin(["Mexico", "Brazil", "Colombia"])]
    rated = int(people["rating"].notna().sum())
    app = beside(pages.open("culture_notes"), "LatAm", "No other region")
    assert f"Latest usable rating of {rated} people" in words(app)


def test_a_region_with_few_rated_people_is_read_with_care(pages) -> None:
    app = beside(pages.open("culture_notes"), "MENA", "No other region")
    assert "too few to say how the scale is used here" in words(app)


def test_a_region_below_five_rated_people_is_hidden(pages) -> None:
    app = beside(pages.open("culture_notes", country="Jordan"), "MENA", "No other region")
    assert "Fewer than 5 rated people work here" in words(app)
    assert drawn(app) == []


def test_a_region_without_people_says_so(pages) -> None:
    app = beside(pages.open("culture_notes", region="EU"), "USA", "No other region")
    assert "None of these people works there" in words(app)
    assert "Nobody rated works here" in words(app)


def test_a_note_past_its_review_day_says_so(pages, monkeypatch) -> None:
    monkeypatch.setattr(caching, "today", lambda: date(2027, 6, 30))
    app = beside(pages.open("culture_notes"), "USA", "No other region")
    assert "Review due since 30 Jun 2027" in words(app)


def test_a_note_before_its_review_day_is_not_due(pages, monkeypatch) -> None:
    monkeypatch.setattr(caching, "today", lambda: date(2027, 6, 29))
    assert "Review due" not in words(pages.open("culture_notes"))


def test_every_figure_has_words_for_who_cannot_see_it(pages) -> None:
    told = alts(pages.open("culture_notes"))
    assert len(told) == 2
    assert all(len(said) > 20 for said in told)


@HOSTILE
def test_a_region_alone_finds_its_note(pages) -> None:
    app = pages.open("culture_notes")
    assert not app.error
    assert "3 where a note exists = 3 people" in words(app)
