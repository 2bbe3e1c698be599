"""A corrected copy is known by its headers and rows, and only what differs is shown."""

import time
from dataclasses import replace

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from components.intake.corrected import Corrections, corrections, problem_changes
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

HEAD = ["ID", "Name", "Hired"]
ROWS = [[str(at), f"Person {at}", f"2020-01-{at:02d}"] for at in range(1, 11)]
Texts = list[list[str | None]]


def sheet(rows: Texts, name: str = "People", file: str = "people.xlsx") -> Sheet:
    width = max(len(row) for row in rows)
    wide = [row + [None] * (width - len(row)) for row in rows]
    columns = {f"c{at}": pa.array([row[at] for row in wide], pa.string()) for at in range(width)}
    return Sheet(file, name, pa.table(columns))


def changed(rows: Texts, *cells: tuple[int, int, str | None]) -> Texts:
    copy = [list(row) for row in rows]
    for row, column, text in cells:
        copy[row][column] = text
    return copy


HELD = sheet([HEAD, *ROWS])


def test_a_changed_cell_is_shown_with_its_address_and_both_texts() -> None:
    copy = sheet(changed([HEAD, *ROWS], (3, 2, "2021-05-01")), "Data", "people (1).xlsx")
    found = corrections([HELD], [copy])
    (cell,) = found.cells
    assert (cell.address, cell.before, cell.after) == ("C4", "2020-01-03", "2021-05-01")
    assert found.sentence == "1 cell changed; everything else is the same."
    assert found.files == {"people (1).xlsx": "people.xlsx"}


def test_rows_added_in_the_middle_and_removed_elsewhere_move_nothing() -> None:
    rows = [HEAD, *ROWS[:2], ["77", "New", "2024-01-01"], *ROWS[2:6], *ROWS[7:]]
    found = corrections([HELD], [sheet(rows)])
    assert [row.row for row in found.added] == [4]
    assert [row.row for row in found.removed] == [8]
    assert found.removed[0].texts == tuple(ROWS[6])
    assert found.cells == ()
    assert found.sentence == "1 row added, 1 row removed; everything else is the same."


def test_a_changed_row_beside_an_added_one_is_still_that_row() -> None:
    rows = changed([HEAD, *ROWS], (5, 1, "Mended"))
    rows.insert(5, ["77", "New", "2024-01-01"])
    found = corrections([HELD], [sheet(rows)])
    assert [(cell.address_before, cell.address, cell.after) for cell in found.cells] == [
        ("B6", "B7", "Mended")
    ]
    assert [row.row for row in found.added] == [6]


def test_rows_in_another_order_are_the_same_rows() -> None:
    found = corrections([HELD], [sheet([HEAD, *changed(ROWS, (3, 2, "mended"))[::-1]])])
    (cell,) = found.cells
    assert (cell.address, cell.address_before, cell.after) == ("C8", "C5", "mended")
    assert (found.added, found.removed) == ((), ())
    assert found.sentence == "1 cell changed, 9 rows stand elsewhere; everything else is the same."


def test_rows_without_a_key_are_known_by_their_other_cells_when_they_are_sorted() -> None:
    rows = [[str(at % 4), f"20{at:02d}", "3"] for at in range(12)]
    copy = changed(rows, (5, 2, "4"), (7, 2, "2"))
    copy.sort(key=lambda row: (row[0], row[2]))
    head = ["ID", "Cycle", "Rating"]
    found = corrections([sheet([head, *rows])], [sheet([head, *copy])])
    assert sorted((cell.before, cell.after) for cell in found.cells) == [("3", "2"), ("3", "4")]
    assert (found.added, found.removed) == ((), ())


def test_a_person_removed_beside_one_added_is_not_a_changed_one() -> None:
    rows = changed([HEAD, *ROWS], (4, 1, "Mended"))
    rows[3:5] = [rows[4], ["77", "New", "2024-01-01"]]
    found = corrections([HELD], [sheet(rows)])
    assert [(cell.address, cell.after) for cell in found.cells] == [("B4", "Mended")]
    assert [row.texts[0] for row in found.added] == ["77"]
    assert [row.texts[0] for row in found.removed] == ["3"]


def test_a_row_that_was_written_anew_under_its_id_is_that_row() -> None:
    found = corrections([HELD], [sheet(changed([HEAD, *ROWS], (3, 1, "X"), (3, 2, "Y")))])
    assert [(cell.address, cell.after) for cell in found.cells] == [("B4", "X"), ("C4", "Y")]


def test_the_reviews_of_another_cycle_are_no_copy() -> None:
    head = ["ID", "Name", "Unit", "Cycle", "Manager", "Rating"]
    then, now = (
        [[str(at), f"P{at}", "Sales", year, "Ann", "3"] for at in range(12)]
        for year in ("2023", "2024")
    )
    assert corrections([sheet([head, *then])], [sheet([head, *now])]).sheets == ()


def test_a_copy_that_names_its_file_may_differ_more() -> None:
    rows = [[str(at), f"P{at}", "Sales", f"{at}.1.2020"] for at in range(1, 60)]
    copy = [[one, name, unit, f"2020-01-{int(one):02d}"] for one, name, unit, _ in rows]
    head = ["ID", "Name", "Unit", "Hired"]
    held, back = sheet([head, *rows]), sheet([head, *copy], file="marked.xlsx")
    assert corrections([held], [back]).sheets == ()
    found = corrections([held], [back], {"marked.xlsx": "people.xlsx"})
    assert found.sentence == "59 cells changed; everything else is the same."


def test_a_sheet_that_did_not_come_back_with_its_file_is_said() -> None:
    second = replace(sheet([["ID", "Rating"], ["1", "3"]]), name="Reviews")
    found = corrections([HELD, second], [sheet([HEAD, *ROWS], file="copy.xlsx")])
    assert found.missing == (second,)
    assert found.sentence == "1 sheet is not in it; everything else is the same."


def test_the_same_file_again_is_the_same() -> None:
    found = corrections([HELD], [sheet([HEAD, *ROWS], file="copy.xlsx")])
    assert (found.sentence, found.cells) == ("Everything is the same.", ())


def test_another_file_is_no_corrected_copy() -> None:
    other = sheet([["ID", "Cycle", "Rating"], *([str(at), "2024", "3"] for at in range(9))])
    next_month = sheet([HEAD, *([str(at), f"Other {at}", "2023-01-01"] for at in range(50, 60))])
    moved = sheet([[None, *row] for row in [HEAD, *ROWS]])
    for one in (other, next_month, moved):
        found = corrections([HELD], [one])
        assert (found.sheets, found.others, found.sentence) == ((), (one,), "")


def test_of_two_sheets_that_would_do_the_more_equal_one_is_the_original() -> None:
    second = replace(sheet(changed([HEAD, *ROWS], *((at, 1, "x") for at in range(1, 4)))), name="B")
    copy = sheet(changed([HEAD, *ROWS], (9, 1, "Mended")), "B")
    (one,) = corrections([second, HELD], [copy]).sheets
    assert one.before is HELD


def test_a_sheet_of_which_all_rows_stand_in_the_copy_too_is_not_its_original() -> None:
    archive = replace(sheet([HEAD, *ROWS[:3]]), name="Archive")
    copy = sheet(changed([HEAD, *ROWS], (9, 1, "Mended")))
    found = corrections([archive, HELD], [copy])
    assert [one.before for one in found.sheets] == [HELD]
    assert found.sentence == "1 cell changed, 1 sheet is not in it; everything else is the same."
    assert corrections([archive], [copy]).sheets == ()


def test_a_cell_that_was_emptied_or_filled_is_a_change() -> None:
    found = corrections([HELD], [sheet(changed([HEAD, *ROWS], (2, 2, None)))])
    assert [(cell.before, cell.after) for cell in found.cells] == [("2020-01-02", None)]


def test_addresses_count_from_where_the_sheet_begins() -> None:
    held = replace(HELD, first_row=4, first_column=2)
    copy = replace(sheet(changed([HEAD, *ROWS], (1, 1, "Mended"))), first_row=4, first_column=2)
    assert [cell.address for cell in corrections([held], [copy]).cells] == ["D5"]


def odd(cell: str, *cells: str, file: str = "people.xlsx") -> Problem:
    return Problem("odd", Severity.WARNING, "Odd.", "", file, "People", cell, cells=cells)


def test_problems_are_gone_remain_or_are_new_also_where_rows_moved() -> None:
    rows = changed([HEAD, *ROWS], (3, 2, "2021-05-01"))
    rows.insert(1, ["77", "New", "soon"])
    found = corrections([HELD], [sheet(rows, file="people (1).xlsx")])
    then = [odd("C4"), odd("C8"), odd("B5", "B5", "B6")]
    now = [
        odd("C9", file="people (1).xlsx"),
        odd("C2", file="people (1).xlsx"),
        odd("B7", file="people (1).xlsx"),
    ]
    changes = problem_changes(then, now, found)
    assert changes.gone == (then[0],)
    assert changes.remaining == (now[0], now[2])
    assert changes.new == (now[1],)
    assert changes.sentence == "Of the problems, 1 is gone, 2 remain, 1 is new."


def test_a_problem_of_a_removed_row_is_gone() -> None:
    found = corrections([HELD], [sheet([HEAD, *ROWS[1:]])])
    assert problem_changes([odd("C2")], [], found).gone == (odd("C2"),)


texts = st.sampled_from(["a", "b", "c", None])
edits = st.lists(st.tuples(st.integers(1, 10), st.integers(0, 2), texts), max_size=4)


@settings(max_examples=100, deadline=None)
@given(
    edits=edits,
    added=st.lists(st.integers(1, 10), max_size=2),
    gone=st.sets(st.integers(1, 10), max_size=2),
)
def test_what_is_shown_turns_the_held_file_into_the_copy(edits, added, gone) -> None:
    rows = changed([HEAD, *ROWS], *edits)
    rows = [row for at, row in enumerate(rows) if at not in gone]
    for number, at in enumerate(added):
        rows.insert(min(at, len(rows)), [f"n{number}", "New", "later"])
    copy = sheet(rows)
    (one,) = corrections([HELD], [copy]).sheets
    removed = {row.row for row in one.removed}
    rebuilt: dict[int, list] = {
        one.rows[at]: list(row)
        for at, row in enumerate([HEAD, *ROWS], start=1)
        if at not in removed and at in one.rows
    }
    for cell in one.cells:
        rebuilt[int(cell.address[1:])][ord(cell.address[0]) - ord("A")] = cell.after
    rebuilt |= {row.row: list(row.texts) for row in one.added}
    emptied = [row for row in rows if any(row)]
    assert [row for _, row in sorted(rebuilt.items()) if any(row)] == emptied


def test_a_hundred_thousand_rows_with_scattered_changes_take_seconds_at_most() -> None:
    rows: Texts = [HEAD, *([str(at), f"Person {at % 5000}", "2020-01-01"] for at in range(100_000))]
    copy = changed(rows, *((at, 1, "Mended") for at in range(7, 100_000, 1000)))
    del copy[50_003]
    held, uploaded = sheet(rows), sheet(copy)
    start = time.process_time()
    found = corrections([held], [uploaded])
    assert (len(found.cells), len(found.removed)) == (100, 1)
    assert time.process_time() - start < 10


def test_fifty_thousand_sorted_rows_take_two_seconds_at_most() -> None:
    rows: Texts = [[str(at), *(f"{at * k % 4999}" for k in range(1, 12))] for at in range(50_000)]
    copy = sorted(changed(rows, *((at, 3, "Mended") for at in range(7, 50_000, 100))), reverse=True)
    head: Texts = [[f"Column {at}" for at in range(12)]]
    held, uploaded = sheet(head + rows), sheet(head + copy)
    start = time.process_time()
    found = corrections([held], [uploaded])
    assert (len(found.cells), found.added, found.removed) == (500, (), ())
    assert time.process_time() - start < 2


BACK = "marked.xlsx"
NAMED = {BACK: "people.xlsx"}


def back(rows: Texts, *, name: str = "People", others: list[Sheet] | None = None) -> Corrections:
    """What differs in a copy whose list names the state that is held."""
    copy = sheet(rows, name, BACK)
    return corrections([HELD, *(others or [])], [copy], NAMED, surely={BACK})


def test_a_copy_whose_list_names_what_is_held_is_one_however_much_was_changed() -> None:
    rows: Texts = [HEAD, *([one, f"New {one}", "2024-12-31"] for one, _, _ in ROWS)]
    assert corrections([HELD], [sheet(rows, file=BACK)], NAMED).sheets == ()
    assert back(rows).sentence == "20 cells changed; everything else is the same."
    numbered: Texts = [HEAD, *([f"000{one}", f"New {one}", day] for one, _, day in ROWS)]
    found = back(numbered)
    assert (len(found.cells), found.added, found.removed) == (20, (), ())
    assert (found.cells[0].address, found.cells[0].before) == ("A2", "1")


def test_rows_of_such_a_copy_that_were_removed_and_added_are_no_changed_rows() -> None:
    rows = [HEAD, *ROWS[:2], ["77", "New", "2024-01-01"], *ROWS[3:]]
    assert back(rows).sentence == "1 row added, 1 row removed; everything else is the same."


def test_a_column_that_was_added_before_others_is_named_and_moves_nothing() -> None:
    rows = [["ID", "Nickname", "Name", "Hired"], *([a, "x", b, c] for a, b, c in ROWS)]
    found = back(changed(rows, (3, 3, "2021-05-01")))
    assert [(one.letter, one.header) for one in found.columns_added] == [("B", "Nickname")]
    assert [(one.address, one.address_before, one.after) for one in found.cells] == [
        ("D4", "C4", "2021-05-01")
    ]
    assert found.sentence == (
        "1 cell changed, 1 column added (“Nickname”); everything else is the same."
    )


def test_a_column_that_was_removed_is_named_and_its_problems_are_gone() -> None:
    found = back([[a, c] for a, _, c in [HEAD, *ROWS]])
    assert [(one.letter, one.header) for one in found.columns_removed] == [("B", "Name")]
    assert found.cells == ()
    changes = problem_changes([odd("B3"), odd("C3")], [odd("B3", file=BACK)], found)
    assert (changes.gone, changes.remaining) == ((odd("B3"),), (odd("B3", file=BACK),))


def test_a_column_under_another_name_is_the_same_column_with_a_changed_header() -> None:
    found = back(changed([HEAD, *ROWS], (0, 1, "Full name"), (2, 1, "Mended")))
    assert [(one.address, one.before, one.after) for one in found.cells] == [
        ("B1", "Name", "Full name"),
        ("B3", "Person 2", "Mended"),
    ]
    assert (found.columns_added, found.columns_removed) == ((), ())


def test_a_column_of_other_values_under_another_name_is_another_column() -> None:
    rows = [["ID", "Colour", "Hired"], *([a, f"c{a}", c] for a, _, c in ROWS)]
    found = back(rows)
    assert found.sentence == (
        "1 column added (“Colour”), 1 column removed (“Name”); everything else is the same."
    )


def test_columns_in_another_order_are_the_same_columns() -> None:
    assert back([[c, a, b] for a, b, c in [HEAD, *ROWS]]).sentence == "Everything is the same."


def test_sheets_of_such_a_copy_are_known_by_their_names_and_others_are_none() -> None:
    reviews = sheet([["ID", "Rating"], ["1", "3"], ["2", "4"]], "Reviews")
    copies = [
        sheet([["ID", "Rating"], ["1", "5"], ["2", "5"]], "Reviews", BACK),
        sheet([["Notes"], ["Ask Ann"]], "My notes", BACK),
        sheet([HEAD, *ROWS], "Renamed", BACK),
    ]
    found = corrections([HELD, reviews], copies, NAMED, surely={BACK})
    assert [(one.before.name, one.after.name) for one in found.sheets] == [
        ("Reviews", "Reviews"),
        ("People", "Renamed"),
    ]
    assert found.others == (copies[1],)


def test_the_sheet_of_a_text_file_comes_back_under_a_name_of_its_own() -> None:
    held = replace(HELD, name="", file="people.csv")
    rows: Texts = [HEAD, *([one, f"New {one}", "2024-12-31"] for one, _, _ in ROWS)]
    copy = sheet(rows, "Data", BACK)
    found = corrections([held], [copy], {BACK: "people.csv"}, surely={BACK})
    assert len(found.cells) == 20
