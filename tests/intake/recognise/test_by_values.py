"""Columns under strange names are proposed by what they hold, asked, and never taken unasked."""

from collections.abc import Sequence

import pytest

from components.intake.recognise import Recognition
from tests.intake.recognise.made import codes, confidence, problem, read, sheet, text, used, why

PEOPLE = ("C0{0:02}", "Ada King{1}", "Sales")
NUMBERS = range(1, 41)


def people(header: str, values: Sequence[str | None], *more: str) -> Recognition:
    """A list of 40 people with one column more, under this header."""
    rows: list[list[str | None]] = [["employee_id", "name", "department", header]]
    for number in NUMBERS:
        known = [text.format(number, "abcdefgh"[number // 8] * (number % 8 + 1)) for text in PEOPLE]
        rows.append([*known, values[number % len(values)]])
    return read(sheet(rows, "people.csv"), *(sheet([[one]]) for one in more))


def each(pattern: str) -> list[str]:
    return [pattern.format(number) for number in NUMBERS]


def proposal(found: Recognition, header: str) -> str:
    """What a column is proposed for, as "table.field"; empty where it is not."""
    (plan,) = [one for one in found.plans[0].columns if one.header == header]
    assert not plan.used
    return f"{plan.table}.{plan.field}" if plan.asked else ""


MANAGERS = ["C001", "C002", "C003", "C004"]


@pytest.mark.parametrize(
    ("header", "values", "place"),
    [
        ("Kontakt X", each("p{0}@firm.example"), "people.email"),
        ("Zuordnung", MANAGERS, "people.manager_id"),
        ("Zuordnung", ["Ada Kinga"], ""),
        ("Zuordnung", ["Ada Kingaa", "Ada Kingaaa", "Ada Kingaaaa"], "people.manager_name"),
        ("Tag 0", [f"20{15 + n % 9}-03-{n % 28 + 1:02}" for n in NUMBERS], "people.hire_date"),
        ("Wertung X", ["Outstanding", "Good", "Needs Improvement"], "reviews.rating"),
        ("Art X", ["resignation", "dismissed", "retirement"], "people.exit_kind"),
    ],
)
def test_values_give_a_strange_column_away(header: str, values: list[str], place: str) -> None:
    assert proposal(people(header, values), header) == place


def test_a_proposal_is_a_question_in_its_cell_with_its_reason() -> None:
    found = people("Kontakt X", each("p{0}@firm.example"))
    asked = problem(found, "column_proposed")
    assert (asked.severity, asked.cell, asked.value) == ("question", "D1", "Kontakt X")
    assert confidence(found, "Kontakt X") == "asked"
    assert why(found, "Kontakt X") == "unknown name; all 40 values are e-mail addresses"


@pytest.mark.parametrize(
    ("header", "values"),
    [
        ("HR partner e", ["a@firm.example", "b@firm.example"]),
        ("Last changed", [f"2024-03-01 10:{n:02}:00" for n in NUMBERS]),
        ("Badge", [str(n) for n in NUMBERS]),
        ("Contract end", each("2026-01-{0:02}")[:28]),
        ("Planned exit", each("2026-01-{0:02}")[:28]),
        ("_synced", each("2026-01-{0:02}")[:28]),
        ("Birthdays", [f"19{60 + n % 30}-03-{n % 28 + 1:02}" for n in NUMBERS]),
        ("Priority", ["Low", "Medium", "High"]),
        ("Colour", ["red", "green", "blue"]),
        ("Mentor X", MANAGERS),
    ],
)
def test_what_could_be_anything_is_not_proposed(header: str, values: list[str]) -> None:
    found = people(header, values)
    assert header not in used(found)
    assert "column_proposed" not in codes(found)


def test_days_that_stand_exactly_where_somebody_left_are_the_exit() -> None:
    rows: list[list[str | None]] = [["employee_id", "name", "exit_kind", "X"]]
    for number in NUMBERS:
        left = number % 5 == 0
        word, day = ("resignation", f"2024-01-{number % 28 + 1:02}") if left else (None, None)
        rows.append([f"C{number:03}", f"Person{number} Name", word, day])
    assert proposal(read(sheet(rows, "people.csv")), "X") == "people.exit_date"


def test_two_columns_that_fit_one_field_know_each_other() -> None:
    rows: list[list[str | None]] = [["employee_id", "name", "department", "X", "Y"]]
    for number in NUMBERS:
        boss, other = MANAGERS[number % 4], MANAGERS[number % 3]
        rows.append([f"C{number:03}", f"Person{number} Name", "Sales", boss, other])
    columns = {one.header: one for one in read(sheet(rows, "people.csv")).plans[0].columns}
    assert columns["X"].rivals == (4,)
    assert columns["Y"].rivals == (3,)


def test_an_answer_settles_a_proposal() -> None:
    rows: list[list[str | None]] = [["employee_id", "name", "department", "X"]]
    rows += [[f"C{n:03}", f"Person{n} Name", "Sales", f"p{n}@firm.example"] for n in NUMBERS]
    given = sheet(rows, "people.csv")
    said = '[[sheet]]\nfile = "people.csv"\ncolumns = {X = "email"}'
    assert used(read(given, answers=said))["X"] == "people.email"
    left_out = '[[sheet]]\nfile = "people.csv"\ncolumns = {X = ""}'
    found = read(given, answers=left_out)
    assert "X" not in used(found)
    assert "column_proposed" not in codes(found)


def test_levels_in_a_few_rows_or_in_plain_numbers_are_no_levels() -> None:
    few: list[str | None] = ["Junior", "Senior", *[None] * 8]
    assert "column_proposed" not in codes(people("Stand", few))
    assert "column_proposed" not in codes(people("Stand", ["1.0", "2.0", "3.0"]))


@pytest.mark.parametrize(
    ("header", "proposed"), [("Date", True), ("Datum", True), ("Effective Date", False)]
)
def test_a_bare_date_of_a_review_is_proposed_as_its_day(header: str, proposed: bool) -> None:
    rows = "0007,3,2025-01-31\n0008,4,2025-02-28\n0009,2,2025-03-31"
    found = read(text(f"employee_id,rating,{header}\n{rows}", "reviews.csv"))
    assert (confidence(found, header) == "asked") == proposed
