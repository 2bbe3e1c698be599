"""The dataset as a whole: order, last day, fingerprint, addresses."""

from datetime import date

import pandas as pd
import pyarrow as pa

from components.intake.facts import build
from components.settings import Settings
from tests.intake.facts.planned import TODAY, built, plan, rows, sheet
from tests.intake.facts.test_people import PEOPLE, ROLES

HISTORY = [
    ["ID", "From", "Department"],
    ["1", "2020-01-01", "Sales"],
    ["2", "soon", "Legal"],
    ["3", "2027-01-01", "Legal"],
]


def test_a_sheet_that_stands_lower_and_further_right_gives_true_addresses(
    settings: Settings,
) -> None:
    lower = sheet("roles", HISTORY, first_row=5, first_column=2)
    result = built(settings, (lower, "roles", ROLES))
    assert {problem.code for problem in result.problems} == {"unreadable_date", "future_date"}
    for problem in result.problems:
        letters, number = problem.cell[0], int(problem.cell[1:])
        assert lower.quote(number, ord(letters) - ord("A")) == problem.value


def test_the_last_day_is_the_newest_fact_that_is_not_to_come(settings: Settings) -> None:
    result = built(settings, (sheet("roles", HISTORY), "roles", ROLES))
    assert result.dataset.last_day == date(2020, 1, 1)
    later = built(settings, (sheet("roles", HISTORY), "roles", ROLES), today=date(2028, 1, 1))
    assert later.dataset.last_day == date(2027, 1, 1)


def test_planned_ends_are_no_last_day(settings: Settings) -> None:
    taken = {"ID": "roles.employee_id", "From": "roles.effective_date", "To": "roles.end_date"}
    cells = [["ID", "From", "To"], ["1", "2020-01-01", "2025-01-01"]]
    assert built(settings, (sheet("a", cells), "roles", taken)).dataset.last_day == date(2020, 1, 1)


def test_without_any_day_there_is_no_last_day(settings: Settings) -> None:
    people = sheet("people", [["ID", "Name"], ["1", "Ada"]])
    assert built(settings, (people, "people", PEOPLE)).dataset.last_day is None


def test_nothing_usable_is_an_empty_dataset(settings: Settings) -> None:
    result = built(settings, (sheet("people", [["ID"]]), "people", PEOPLE))
    assert result.dataset.people_count == 0
    assert result.dataset.tables["people"].empty
    empty = build([], [], settings, content_key="key", today=TODAY)
    assert (empty.dataset.people_count, empty.dataset.tables, empty.problems) == (0, {}, ())


def test_contents_plans_and_settings_name_the_version(settings: Settings) -> None:
    source = sheet("roles", HISTORY)
    one = build([source], [plan(0, source, "roles", ROLES)], settings, content_key="a", today=TODAY)
    same = build(
        [source], [plan(0, source, "roles", ROLES)], settings, content_key="a", today=TODAY
    )
    other = build(
        [source], [plan(0, source, "roles", ROLES)], settings, content_key="b", today=TODAY
    )
    fewer = {name: place for name, place in ROLES.items() if name != "Department"}
    left_out = build(
        [source], [plan(0, source, "roles", fewer)], settings, content_key="a", today=TODAY
    )
    names = [result.dataset.fingerprint for result in (one, other, left_out)]
    assert one.dataset.fingerprint == same.dataset.fingerprint
    assert len(set(names)) == 3
    assert all(len(name) == 16 for name in names)


def test_frames_have_arrow_dtypes_and_plain_texts(settings: Settings) -> None:
    frame = built(settings, (sheet("roles", HISTORY), "roles", ROLES)).dataset.tables["roles"]
    dtypes = {name: frame[name].dtype for name in frame.columns}
    assert dtypes["department"] == pd.ArrowDtype(pa.string())
    assert dtypes["effective_date"] == pd.ArrowDtype(pa.date32())
    assert dtypes["person"] == pd.ArrowDtype(pa.int32())
    assert dtypes["sheet"] == pd.ArrowDtype(pa.int16())
    assert dtypes["row"] == pd.ArrowDtype(pa.int32())


def test_pay_is_read_only_where_it_is_allowed(settings: Settings) -> None:
    taken = {"ID": "pay.employee_id", "From": "pay.effective_date", "Amount": "pay.amount"}
    pay = sheet("pay", [["ID", "From", "Amount"], ["1", "2020-01-01", "50000"]])
    assert "pay" not in built(settings, (pay, "pay", taken)).dataset.tables
    allowed = settings.model_copy(
        update={"app": settings.app.model_copy(update={"pay_allowed": True})}
    )
    assert rows(built(allowed, (pay, "pay", taken)), "pay", "amount") == [(50000.0,)]


def test_the_sheets_given_are_left_as_they_were(settings: Settings) -> None:
    source = sheet("roles", HISTORY)
    before = source.text.to_pylist()
    built(settings, (source, "roles", ROLES))
    assert source.text.to_pylist() == before
