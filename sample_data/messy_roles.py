"""A role history as it comes out of a system: titles above, mixed dates, contradictions."""

from datetime import date, timedelta

from sample_data.dice import Dice
from sample_data.faults import Draft
from sample_data.workbook import Formula, Value

_EFFECTIVE, _END, _MANAGER = "Effective date", "End date", "Manager ID"

_DATES: tuple[tuple[str, str, str, str], ...] = (
    (_EFFECTIVE, "31.02.2024", "unreadable date", "There is no 31 February."),
    (_EFFECTIVE, "Q3 2023", "unreadable date", "A quarter is not a day."),
    (_END, "soon", "unreadable date", "A word is not a day."),
    (_EFFECTIVE, "4712/12/31", "open end marker", "Some systems write this for 'no end'."),
    ("Exit date", "0000-00-00", "unreadable date", "A filler some databases write for 'none'."),
)
_MARKERS: tuple[tuple[str, str], ...] = (
    ("Job family", "N/A"),
    ("Exit reason", "-"),
    ("Exit reason", "null"),
    ("Location", "Unk"),
    ("FTE", "n/a"),
)
_NAMES: tuple[tuple[str, str], ...] = (
    ('=HYPERLINK("https://example.invalid","Ana")', "formula"),
    ("+49 30 =cmd|' /C calc'!A0", "formula"),
    ("<img src=x onerror=alert(1)> Ben", "HTML"),
    ("[Chris](javascript:alert(1)) **bold**", "Markdown"),
    ("@SUM(A1:A9) Dana", "formula"),
)


def spoil(draft: Draft) -> None:
    """Plant every fault of the role history."""
    dice = Dice("messy roles")
    _mix_dates(draft, dice)
    _dates(draft, dice)
    _ids(draft, dice)
    _cells(draft, dice)
    _managers(draft, dice)
    _contradict(draft, dice)
    _headers(draft)


def _mix_dates(draft: Draft, dice: Dice) -> None:
    """Some days are text in other spellings; only the last can be read in two ways."""
    said = ("mixed date formats", "Readable, but spelled differently from the rest of the column.")
    for pattern in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y"):
        for _ in range(12):
            row = draft.clean_row(dice)
            held = draft.day(row, _EFFECTIVE)
            draft.plant(row, _EFFECTIVE, held.strftime(pattern), said)
    row = draft.clean_row(dice, Event="hire")
    hired = draft.day(row, "Hire date").replace(month=5, day=6)
    said = ("ambiguous date", "6 May or 5 June: nothing in the column tells which.")
    draft.plant(row, "Hire date", hired.strftime("%m/%d/%Y"), said)


def _dates(draft: Draft, dice: Dice) -> None:
    for label, text, problem, says in _DATES:
        wanted: dict[str, Value] = {} if label == _EFFECTIVE else {label.replace(" ", "_"): None}
        draft.plant(draft.clean_row(dice, **wanted), label, text, (problem, says))
    row = draft.clean_row(dice, Exit_kind="voluntary")
    said = ("exit before hire", "The last day lies before the first.")
    draft.plant(row, "Exit date", draft.day(row, "Hire date") - timedelta(days=400), said)
    row = draft.clean_row(dice, Event="promotion", End_date=None)
    said = ("future date", "Takes effect years after the export.")
    draft.plant(row, _EFFECTIVE, date(2031, 4, 1), said)
    row = draft.clean_row(dice, Event="other")
    said = ("end before start", "The row ends before it begins.")
    draft.plant(row, _END, draft.day(row, _EFFECTIVE) - timedelta(days=60), said)


def _ids(draft: Draft, dice: Dice) -> None:
    said = ("id missing", "A row that belongs to nobody.")
    draft.plant(draft.clean_row(dice), "Employee ID", None, said)
    said = ("leading zeros lost", "A number where the others are text: 1234 is not 001234.")
    for _ in range(3):
        row = draft.clean_row(dice)
        number = int(str(draft.rows[row][0]))
        draft.plant(row, "Employee ID", number, said)


def _cells(draft: Draft, dice: Dice) -> None:
    for label, marker in _MARKERS:
        said = ("blank marker", "A word for 'nothing', not a value.")
        draft.plant(draft.clean_row(dice), label, marker, said)
    said = ("formula without stored value", "Nothing was calculated before the file was saved.")
    draft.plant(draft.clean_row(dice), "Direct reports", Formula("=1+2"), said)
    said = ("error cell", "The cell holds an error, not a number.")
    draft.plant(draft.clean_row(dice), "FTE", Formula("=1/0", "#DIV/0!"), said)
    said = ("unknown level", "A level without a place in the order.")
    draft.plant(draft.clean_row(dice), "Level", "tbc", said)
    for name, kind in _NAMES:
        said = ("text that looks like code", f"A name with {kind} in it stays plain text.")
        draft.plant(draft.clean_row(dice, Event="hire", End_date=None), "Name", name, said)


def _managers(draft: Draft, dice: Dice) -> None:
    column = draft.column(_MANAGER)
    for row, values in enumerate(draft.rows):
        if values[column] is None:
            said = ("no manager marker", "A word some systems write for 'nobody above'.")
            draft.plant(row, _MANAGER, "NO_MANAGER", said)
    said = ("manager not in people", "Nobody has this id.")
    draft.plant(draft.clean_row(dice, End_date=None, Event="hire"), _MANAGER, "099999", said)
    member = draft.clean_row(dice, End_date=None, Track="ic", Event="promotion")
    lead = draft.rows[member][column]
    row = max(number for number, values in enumerate(draft.rows) if values[0] == lead)
    said = ("manager loop", f"{lead} and {draft.rows[member][0]} report to each other.")
    draft.plant(row, _MANAGER, draft.rows[member][0], said)


def _contradict(draft: Draft, dice: Dice) -> None:
    """Rows that say the same twice, and rows that say two things."""
    same = draft.rows[draft.clean_row(dice)]
    draft.append(same, ("identical rows", "The same row once more."))
    for event in ("hire", "promotion"):
        other = list(draft.rows[draft.clean_row(dice, Event=event)])
        other[draft.column("Job title")] = "Team Lead, Special Projects"
        said = ("two rows for one day", "One person, one day, two different titles.")
        draft.append(other, said)
    row = draft.clean_row(dice, Event="hire", Track="ic")
    while draft.rows[row + 1][0] != draft.rows[row][0]:
        row = draft.clean_row(dice, Event="hire", Track="ic")
    said = ("long overlap", "Runs on for months beside the next role.")
    draft.plant(row, _END, draft.day(row, _END) + timedelta(days=120), said)
    total: list[Value] = [None] * len(draft.header)
    total[0], total[1] = "Total", f"{len(draft.rows)} rows"
    draft.append(total, ("totals row", "Counts the rows above; it is no person."))


def _headers(draft: Draft) -> None:
    for row, values in enumerate(draft.rows):
        values.append(draft.rows[row][draft.column("Region")])
    draft.header.append("Location")
    said = ("duplicated header", "Two columns of this name; the second holds regions.")
    draft.note(-1, len(draft.header) - 1, *said)
    draft.rename("Employee ID", "Employee  ID *", ("header with marks", "Spaces and a star."))
