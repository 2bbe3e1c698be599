"""What the group pages hand out: the cells of the screen, hidden ones without a number."""

import io

import openpyxl

from components.exports import xlsx_file
from components.ui import competency_views, note_cards, rating_views
from components.ui.comparing import counts_still
from components.ui.competency_words import QUESTIONS
from components.ui.offer import Offer, cover
from components.ui.rating_drawers import ratings_file
from components.ui.rating_words import GROUPINGS


def sheets(view, wanted: Offer) -> dict[str, list[tuple]]:
    made = xlsx_file(wanted.tables(), cover(view, wanted.title, wanted.hidden))
    book = openpyxl.load_workbook(io.BytesIO(made), read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_ratings_hold_every_team_and_all_rated_people_once(pages) -> None:
    view = pages.view()
    found = rating_views.ratings_by(view, GROUPINGS[0])
    book = sheets(view, ratings_file(view, found))
    assert {"Beside evidence", "Use of the scale", "From cycle to cycle"} <= set(book)
    head, *rows = book["Ratings"]
    rated = head.index("Rated people")
    everyone, groups = rows[0], rows[1:]
    assert everyone[rated] == int(counts_still(view.people, 15).sum())
    assert sum(row[rated] for row in groups) == everyone[rated]


def test_hidden_cells_of_competencies_leave_without_a_number(pages) -> None:
    view = pages.view()
    found = competency_views.competencies_by(view, QUESTIONS[0], competency_views.BY[0])
    head, *rows = sheets(view, competency_views.offer_of(view, found))["Competencies"]
    state, mean, people = head.index("State"), 2, head.index("People rated")
    hidden = [row for row in rows if row[state] == "hidden"]
    assert {row[0] for row in hidden} == {"Executive"}
    assert all(row[mean] is None and row[people] is None for row in hidden)


def test_notes_leave_with_their_source_and_review_day(pages) -> None:
    view = pages.view()
    regions = [view.settings.regions.region_named("USA")]
    held = sheets(view, note_cards.offer_of(view, note_cards.notes_for(view), regions))
    parts = {row[1] for row in held["Notes"]}
    assert {"Source", "Evidence", "Owner", "Review by", "Question to ask"} <= parts
    assert "Ratings USA" in held
