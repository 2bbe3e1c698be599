"""A corrected copy takes the place of its file: the rest stays, and answers hold for it too."""

import io
from datetime import date

import openpyxl

from components.exports import give_back
from components.intake import Answers, Opened, Upload, correct, open_files, reopen, understand
from components.settings import load_settings
from components.tables.problem_sheet import NAME, TITLE
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

SETTINGS = load_settings()
DAY = date(2026, 6, 30)
PEOPLE = [
    ["Employee ID", "Name", "Hire date"],
    ["0007", "Ann", "2020-01-01"],
    ["0008", "Ben", "soon"],
    ["0009", "Cem", "2021-03-01"],
]
REVIEWS = b"Employee ID,Cycle,Rating\n0007,2024,3\n0008,2024,4\n"


def csv(rows: list[list[str]]) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def opened(**files: bytes) -> Opened:
    named = [Upload(name.replace("_", "."), content) for name, content in files.items()]
    return open_files(named, SETTINGS)


def workbook(rows: list[list[str]], listed: str = "") -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    if listed:
        made.create_sheet(NAME).append([TITLE, listed])
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


HELD = opened(people_csv=csv(PEOPLE), reviews_csv=REVIEWS)
MENDED = [*PEOPLE[:2], ["0008", "Ben", "2020-02-01"], PEOPLE[3]]


def test_the_copy_takes_the_place_of_its_file_and_the_others_stay() -> None:
    back = opened(marked_xlsx=workbook(MENDED, "people.csv"))
    corrected = correct(back, HELD.arrived.sheets, Answers(), key=HELD.key)
    assert corrected is not None
    assert corrected.found.sentence == "1 cell changed; everything else is the same."
    assert [sheet.file for sheet in corrected.opened.arrived.sheets] == [
        "marked.xlsx",
        "reviews.csv",
    ]
    assert corrected.opened.key not in {HELD.key, back.key}
    reading = understand(corrected.opened, SETTINGS, answers=corrected.answers, today=DAY)
    assert reading.dataset.people_count == 3
    assert [str(day) for day in reading.dataset.tables["people"]["hire_date"]] == [
        "2020-01-01",
        "2020-02-01",
        "2021-03-01",
    ]


def test_what_was_put_together_is_not_opened_anew() -> None:
    back = opened(marked_xlsx=workbook(MENDED))
    corrected = correct(back, HELD.arrived.sheets, Answers())
    assert corrected is not None
    assert reopen(corrected.opened, SETTINGS, corrected.answers) is corrected.opened


def test_files_that_are_no_copy_put_nothing_in_place() -> None:
    other = opened(scores_csv=b"Employee ID,Competency,Score\n0007,Focus,3\n")
    assert correct(other, HELD.arrived.sheets, Answers()) is None


def test_answers_to_the_file_hold_for_its_copy_except_how_its_letters_are_stored() -> None:
    (people,) = (sheet for sheet in HELD.arrived.sheets if sheet.file == "people.csv")
    answers = Answers().with_sheet(
        people, encoding="cp1252", separator=",", header_row=1, columns={"Name": ""}
    )
    back = opened(marked_xlsx=workbook([["Our people"], *MENDED], "people.csv"))
    corrected = correct(back, HELD.arrived.sheets, answers)
    assert corrected is not None
    said = corrected.answers.about(corrected.found.sheets[0].after)
    assert (said.columns, said.header_row) == ({"Name": ""}, 2)
    assert (said.encoding, said.separator) == (None, None)
    assert corrected.answers.about(people).encoding == "cp1252"


def test_what_was_said_when_a_file_that_stays_was_opened_is_still_said() -> None:
    def said(code: str, file: str) -> Problem:
        return Problem(code, Severity.WARNING, "Odd.", "", file)

    before = [
        said("encoding-asked", "reviews.csv"),
        said("encoding-asked", "people.csv"),
        said("orphans", "reviews.csv"),
    ]
    back = opened(marked_xlsx=workbook(MENDED))
    corrected = correct(back, HELD.arrived.sheets, Answers(), problems=before)
    assert corrected is not None
    assert corrected.opened.arrived.problems == (before[0],)


def test_a_new_file_with_the_name_of_one_that_stays_goes_by_a_number_which_is_said() -> None:
    scores = b"Employee ID,Competency,Score\n0007,Focus,3\n"
    back = opened(marked_xlsx=workbook(MENDED), reviews_csv=scores)
    corrected = correct(back, HELD.arrived.sheets, Answers())
    assert corrected is not None
    names = [sheet.file for sheet in corrected.opened.arrived.sheets]
    assert names == ["marked.xlsx", "reviews (2).csv", "reviews.csv"]
    assert [(one.code, one.file) for one in corrected.opened.arrived.problems] == [
        ("same-name", "reviews (2).csv")
    ]


def test_cells_that_were_filled_from_a_merged_one_are_no_corrections() -> None:
    made = openpyxl.Workbook()
    for row in (["Employee ID", "Department"], ["1", "Sales"], ["2", None], ["3", None]):
        made.active.append(row)
    made.active.merge_cells("B2:B4")
    held = io.BytesIO()
    made.save(held)
    first = opened(people_xlsx=held.getvalue())
    answers = Answers().with_sheet(first.arrived.sheets[0], fill_merged=True)
    reading = understand(first, SETTINGS, answers=answers, today=DAY)
    corrected = correct(opened(back_xlsx=held.getvalue()), reading.dataset.sheets, answers)
    assert corrected is not None
    assert corrected.found.sentence == "Everything is the same."


def given_back(sheets: tuple[Sheet, ...]) -> openpyxl.Workbook:
    """The copy that people.csv is given back as, ready to be changed."""
    given = give_back("people.csv", None, sheets, [], limits=SETTINGS.app.reading)
    return openpyxl.load_workbook(io.BytesIO(given.content))


def came_back(book: openpyxl.Workbook) -> Opened:
    held = io.BytesIO()
    book.save(held)
    return opened(marked_xlsx=held.getvalue())


def rewritten() -> openpyxl.Workbook:
    """Every row changed, most cells too, and a column added before the others."""
    book = given_back(HELD.arrived.sheets)
    page = book["Data"]
    for row in range(2, 5):
        page.cell(row, 2).value, page.cell(row, 3).value = f"New {row}", f"2022-01-0{row}"
    page.insert_cols(1)
    page["A1"].value = "Note"
    return book


def test_a_file_that_was_given_back_is_known_whatever_was_changed_in_it() -> None:
    corrected = correct(came_back(rewritten()), HELD.arrived.sheets, Answers(), key=HELD.key)
    assert corrected is not None
    assert corrected.found.sentence == (
        "6 cells changed, 1 column added (“Note”); everything else is the same."
    )
    assert [sheet.file for sheet in corrected.opened.arrived.sheets] == [
        "marked.xlsx",
        "reviews.csv",
    ]


def test_a_file_that_was_given_back_in_another_state_is_known_by_its_rows_only() -> None:
    later = opened(people_csv=csv([*MENDED, ["0010", "Dan", "2024-01-01"]]))
    assert correct(came_back(rewritten()), later.arrived.sheets, Answers()) is None
    book = given_back(HELD.arrived.sheets)
    book["Data"]["C3"].value = "2020-02-01"
    corrected = correct(came_back(book), later.arrived.sheets, Answers())
    assert corrected is not None
    assert corrected.found.sentence == "1 row removed; everything else is the same."


def test_what_was_said_of_a_column_by_its_letter_is_said_of_where_it_stands_now() -> None:
    (people,) = (sheet for sheet in HELD.arrived.sheets if sheet.file == "people.csv")
    answers = Answers().with_sheet(
        people, header_row=0, columns={"column A": "employee_id", "column B": "", "column C": ""}
    )
    book = rewritten()
    book["Data"].delete_cols(3)
    corrected = correct(came_back(book), HELD.arrived.sheets, answers)
    assert corrected is not None
    (one,) = corrected.found.sheets
    assert [column.header for column in one.columns_removed] == ["Name"]
    said = corrected.answers.about(one.after).columns
    assert said == {"column B": "employee_id", "column C": ""}
