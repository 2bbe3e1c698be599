"""Where a table begins and ends."""

import pytest

from tests.intake.recognise.made import codes, problem, read, sheet, text, used

HEAD = ["Employee ID", "Effective date", "Job title", "Level"]
ROWS = [["0007", "2024-01-01", "Analyst", "4"], ["0008", "2023-05-01", "Engineer", "5"]]


def test_a_header_in_the_first_row_is_found() -> None:
    plan = read(sheet([HEAD, *ROWS])).plans[0]
    assert (plan.table, plan.header_row, plan.last_row) == ("roles", 1, 3)


def test_title_rows_and_blank_rows_above_are_passed_over() -> None:
    rows = [["Role history"], ["Run on", "2026-06-30"], [], HEAD, *ROWS]
    plan = read(sheet(rows)).plans[0]
    assert (plan.table, plan.header_row, plan.last_row) == ("roles", 4, 6)


def test_a_table_at_c5_keeps_the_columns_and_rows_that_a_spreadsheet_shows() -> None:
    title = [["Role history"], ["Company"], ["As of June"], []]
    moved = [[None, None, *row] for row in [HEAD, *ROWS]]
    found = read(sheet([*title, *moved]))
    plan = found.plans[0]
    assert (plan.header_row, plan.last_row) == (5, 7)
    assert [column.column for column in plan.columns] == [2, 3, 4, 5]
    assert [match.column for match in found.matches] == ["C", "D", "E", "F"]


def test_leading_rows_and_columns_that_the_reader_dropped_are_counted() -> None:
    plan = read(sheet([HEAD, *ROWS], corner=(5, 2))).plans[0]
    assert (plan.header_row, plan.last_row) == (5, 7)
    assert plan.columns[0].column == 2


def test_keys_with_a_row_of_labels_under_them_are_one_header() -> None:
    keys = ["user-id", "start-date", "job-code", "manager-id"]
    labels = ["User ID", "Data do evento", "Código do cargo", "Gerente"]
    rows = [["007", "2024-01-01", "A12", "001"], ["008", "2023-01-01", "B13", "001"]]
    found = read(sheet([keys, labels, *rows]))
    assert found.plans[0].header_row == 2
    assert found.plans[0].last_row == 4
    assert used(found)["start-date"] == "roles.effective_date"


def test_rows_of_values_without_a_header_are_met_with_a_question() -> None:
    found = read(text("1,Chief Executive,2009-01-14,99\n2,Engineer,2008-01-31,1"))
    assert problem(found, "no_header_row").severity == "question"
    assert problem(found, "no_header_row").cell == "A1"
    assert found.plans[0].table == ""
    assert [match.confidence for match in found.matches] == ["unused"] * 4


def test_a_file_without_header_can_be_answered_by_letters() -> None:
    answers = """
    [[sheet]]
    file = "roles.csv"
    header_row = 0
    table = "roles"
    [sheet.columns]
    "column A" = "employee_id"
    "column C" = "effective_date"
    "column B" = "job_title"
    """
    found = read(text("1,Chief,2009-01-14\n2,Engineer,2008-01-31"), answers=answers)
    assert (found.plans[0].header_row, found.plans[0].last_row) == (0, 2)
    assert used(found) == {
        "column A": "roles.employee_id",
        "column B": "roles.job_title",
        "column C": "roles.effective_date",
    }


def test_an_answered_header_row_wins() -> None:
    rows = [HEAD, ["Nr", "Von", "Titel", "Stufe"], *ROWS]
    answers = '[[sheet]]\nfile = "roles.csv"\nheader_row = 2'
    assert read(sheet(rows), answers=answers).plans[0].header_row == 2


def test_an_answered_header_row_outside_the_sheet_is_a_question() -> None:
    found = read(sheet([HEAD, *ROWS]), answers='[[sheet]]\nfile = "roles.csv"\nheader_row = 9')
    assert codes(found) == ["header_row_not_there"]


@pytest.mark.parametrize("word", ["Total", "Grand total", "Subtotal: 2", "Gesamtsumme"])
def test_a_row_of_totals_is_not_a_person_and_is_named(word: str) -> None:
    found = read(sheet([HEAD, *ROWS, [word, None, None, "9"]]))
    assert found.plans[0].last_row == 3
    footer = problem(found, "footer_rows")
    assert (footer.cell, footer.value, footer.count) == ("A4", word, 1)


def test_notes_after_a_blank_row_are_named_and_not_read() -> None:
    found = read(sheet([HEAD, *ROWS, [], ["Filter: active people only"], ["Confidential"]]))
    assert found.plans[0].last_row == 3
    assert (problem(found, "footer_rows").cell, problem(found, "footer_rows").count) == ("A5", 2)


def test_a_last_row_with_nothing_but_an_id_stays_a_row() -> None:
    found = read(sheet([HEAD, *ROWS, ["0009"]]))
    assert found.plans[0].last_row == 4
    assert codes(found) == []


def test_blank_rows_between_rows_do_not_end_the_table() -> None:
    assert read(sheet([HEAD, ROWS[0], [], ROWS[1]])).plans[0].last_row == 4


def test_a_header_without_rows_is_named() -> None:
    found = read(sheet([HEAD]))
    assert codes(found) == ["no_rows"]
    assert found.plans[0].table == "roles"


def test_an_empty_sheet_is_named() -> None:
    assert codes(read(sheet([]))) == ["empty_sheet"]


def test_two_cells_far_apart_are_no_table() -> None:
    found = read(sheet([["x"], *[[]] * 50, [*[None] * 30, "y"]]))
    assert codes(found) == ["unknown_sheet"]
