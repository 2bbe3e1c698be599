"""Where a sheet's table begins: title rows above, one header row or two, or none at all."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.intake.recognise.evidence import is_label
from components.tables.sheets import Sheet

LOOK_AT = 20
_BENEATH = 50
_ENOUGH = 200
"""Names looked up in one row: a sheet may be thousands of columns wide."""
_LABELS = 0.6
_MOSTLY = 0.8

Row = Sequence[str | None]
Knows = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Head:
    """Positions (0 = first held row) of the row with the names and of the last header row.

    Both are −1 where the sheet has no header row; data begin after `last`.
    """

    names: int = -1
    last: int = -1
    why: str = ""


def find_head(sheet: Sheet, knows: Knows) -> Head | None:
    """The header among the first rows; None where none of them can be one.

    The row with the most known names wins. Where no name is known, a full row of words over
    columns of numbers or dates is taken.
    """
    rows = _rows(sheet)
    names = _by_names(rows, knows)
    if names is None:
        names = _by_contrast(rows)
    return None if names is None else _with_second(rows, names)


def head_at(sheet: Sheet, header_row: int) -> Head | None:
    """The header at a row number that was given as an answer; 0: there is none."""
    position = header_row - sheet.first_row
    if header_row == 0:
        return Head(why="no header row, as answered")
    in_sheet = 0 <= position < sheet.rows
    return Head(position, position, "header row as answered") if in_sheet else None


def looks_like_rows(sheet: Sheet) -> bool:
    """Whether a sheet without a header is filled like a table rather than like a note."""
    if sheet.rows < 2 or sheet.columns < 2:
        return False
    held = sum(column.length() - column.null_count for column in sheet.text.columns)
    return bool(held >= 0.5 * sheet.rows * sheet.columns)


def _rows(sheet: Sheet) -> list[Row]:
    held = sheet.text.slice(0, LOOK_AT + _BENEATH)
    columns = [
        [text.strip() or None if text else None for text in column.to_pylist()]
        for column in held.columns
    ]
    return list(zip(*columns, strict=True)) if columns else []


def _by_names(rows: list[Row], knows: Knows) -> int | None:
    scored = [
        (sum(knows(text) for text in _filled(row)[:_ENOUGH]), -position)
        for position, row in enumerate(rows[:LOOK_AT])
        if _has_labels(row)
    ]
    known, position = max(scored, default=(0, 0))
    if known >= 2 or (known == 1 and _contrasts(rows, -position) >= 1):
        return -position
    return None


def _by_contrast(rows: list[Row]) -> int | None:
    """The row of words that stands over the most columns of numbers, filled the fullest."""
    width = sum(any(column) for column in zip(*rows, strict=True)) if rows else 0
    scored = [
        (len(_filled(row)), _contrasts(rows, position), -position)
        for position, row in enumerate(rows[:LOOK_AT])
        if len(_filled(row)) >= max(2, _MOSTLY * width) and all(map(is_label, _filled(row)))
    ]
    told = [score for score in scored if score[1] > 0]
    return -max(told)[2] if told else None


def _has_labels(row: Row) -> bool:
    filled = _filled(row)
    return bool(filled) and sum(map(is_label, filled)) >= _LABELS * len(filled)


def _filled(row: Row) -> list[str]:
    return [text for text in row if text]


def _contrasts(rows: list[Row], position: int) -> int:
    """Over how many columns with digits in most values the row holds a word without any."""
    beneath = rows[position + 1 :]
    count = 0
    for place, text in enumerate(rows[position]):
        values = [row[place] for row in beneath if row[place]]
        with_digits = sum(_has_digit(value) for value in values if value)
        count += bool(text and not _has_digit(text) and values) and (
            with_digits >= _MOSTLY * len(values)
        )
    return count


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _with_second(rows: list[Row], names: int) -> Head:
    """One header row, or keys with a row of labels under them (digits nowhere in that row)."""
    after = names + 1
    if after + 1 >= len(rows):
        return Head(names, names)
    row, filled = rows[after], _filled(rows[after])
    is_second = (
        len(filled) >= _LABELS * len(_filled(rows[names]))
        and len(filled) >= 2
        and all(is_label(text) and not _has_digit(text) for text in filled)
        and _contrasts(rows, after) >= 2
        and not any(a == b for a, b in zip(row, rows[after + 1], strict=True) if a)
    )
    return Head(names, after, "two header rows") if is_second else Head(names, names)
