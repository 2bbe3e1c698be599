"""The Person page on the sample company, whose cast is listed in sample_data/stories.toml."""

import io
import re

import openpyxl
import pytest

from components.ui.list_seen import LIST
from components.ui.person_career import event_words
from components.ui.person_head import role_line
from components.ui.person_offer import sheets
from components.ui.standing import standing
from tests.pages.conftest import CLEAN, Pages, words

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)
STALLED, TWO_FLAGS, NOT_RATED, LEFT = "000101", "000134", "000112", "000129"
PROTECTED = re.compile(r"gender|female|male|non-binary|caregiver|age band|part.time", re.IGNORECASE)


def opened(pages: Pages, employee_id: str):
    return pages.open("person", person=pages.code(employee_id))


def name_of(pages: Pages, employee_id: str) -> str:
    people = pages.judged.measures.people
    return people.loc[people["employee_id"] == employee_id, "name"].iloc[0]


def test_the_name_is_the_title_and_the_role_stands_under_it(pages) -> None:
    app = opened(pages, STALLED)
    assert not app.error
    assert app.title[0].value == name_of(pages, STALLED)
    assert "Lead Software Engineer, level 4" in words(app)
    assert "reports to " in words(app)


def test_a_flag_shows_reason_what_clears_it_and_its_cells(pages) -> None:
    said = words(opened(pages, STALLED))
    assert "One flag, and what would clear it" in said
    assert "30 months without a change of scope (window 24–36)" in said
    assert "Clears with: a promotion" in said


def test_the_cells_quoted_are_in_the_files(pages) -> None:
    said = words(opened(pages, STALLED))
    quoted = re.findall(r"(\S+\.xlsx) › ([^›]+) › ([A-Z]+\d+): “([^”]*)”", said)
    assert len(quoted) == 2
    for file, sheet, address, text in quoted:
        held = openpyxl.load_workbook(io.BytesIO((CLEAN / file).read_bytes()))[sheet][address].value
        assert str(held).startswith(text) or text.startswith(str(held))


@EVERYTHING
def test_two_flags_are_both_shown(pages) -> None:
    said = words(opened(pages, TWO_FLAGS))
    assert "Two flags, and what would clear them" in said
    assert "Passed over · 1 month ago" in said
    assert "What did you take from the decision?" in said


def test_what_the_rules_cant_tell_is_named(pages) -> None:
    said = words(opened(pages, NOT_RATED))
    assert "No flag can be told yet" in said
    assert "Strong and standing still – can’t tell: no manager rating that is recent enough" in said


def test_without_aspirations_the_wish_is_not_known(pages) -> None:
    assert "Not known: no aspirations were loaded." in words(opened(pages, STALLED))


@EVERYTHING
def test_a_wish_is_shown_with_its_day_and_source(pages) -> None:
    said = words(opened(pages, STALLED))
    assert "Wants to move up now" in said
    assert "Own answer, 12 Nov 2025." in said


@EVERYTHING
def test_somebody_who_was_never_asked_has_no_wish(pages) -> None:
    said = words(opened(pages, "000126"))
    assert "The wish is not known" in said
    assert "Not known: nobody has asked yet." in said


def test_an_unknown_code_gets_a_calm_sentence(pages) -> None:
    app = pages.open("person", person="0123456789ab")
    assert not app.error
    assert app.title[0].value == "Nobody is shown under this address"
    assert "This address names nobody in the data in use" in words(app)


def test_somebody_outside_the_filters_is_not_named(pages) -> None:
    app = pages.open("person", person=pages.code(STALLED), region="USA")
    assert "This person is not among the people shown" in words(app)
    assert name_of(pages, STALLED) not in words(app)


def test_somebody_who_left_is_not_shown(pages) -> None:
    assert "This person is not among the people shown" in words(opened(pages, LEFT))


def test_next_walks_the_list_last_seen_and_the_address_holds_a_code(pages) -> None:
    app = pages.open("flight_risk")
    seen = list(app.session_state[LIST][2])
    ids = pages.judged.measures.people.set_index("person")["employee_id"]
    app.switch_page(str(CLEAN.parents[1] / "pages" / "person.py"))
    app.query_params["person"] = pages.code(ids[seen[0]])
    app.run()
    assert f"1 of {len(seen)} flagged" in words(app)
    assert app.button(key="person_previous").disabled
    app.button(key="person_next").click().run()
    assert app.title[0].value == name_of(pages, ids[seen[1]])
    assert app.query_params["person"] == pages.code(ids[seen[1]])


def test_find_offers_at_most_200_people_and_searches_their_names(pages) -> None:
    app = opened(pages, STALLED)
    app.session_state["find"] = True
    app.run()
    assert len(app.selectbox(key="find_one").options) == 200
    app.text_input(key="find_text").set_value("grünew").run()
    options = app.selectbox(key="find_one").options
    assert options
    assert all("grünew" in option.casefold() for option in options)


@EVERYTHING
def test_no_protected_attribute_stands_on_the_page_or_in_its_file(pages) -> None:
    app = opened(pages, STALLED)
    assert not PROTECTED.search(words(app))
    view = pages.view()
    row = view.people[view.people["employee_id"] == STALLED].to_dict("records")[0]
    answers = standing(view.flags, view.people).rows_about([row["person"]])
    for table in sheets(view, row, answers).values():
        assert not [name for name in table.columns if PROTECTED.search(name)]


@HOSTILE
def test_markup_in_a_name_is_shown_as_text(pages) -> None:
    app = opened(pages, "1")
    assert app.title[0].value.startswith("\\!\\[x\\]")
    assert not app.error


def test_facts_that_are_missing_are_said_to_be() -> None:
    who = dict.fromkeys(
        (
            "job_title",
            "level",
            "department",
            "location",
            "country",
            "manager_name",
            "manager_id",
            "hire_date",
        )
    )
    assert role_line(who) == "Role not known · manager not known · first day not known"


def test_an_event_without_an_outcome_says_so() -> None:
    assert event_words("promotion", None, None) == "Promotion: outcome not known"
    assert event_words("promotion", "accepted", "panel") == "Promotion: accepted"
