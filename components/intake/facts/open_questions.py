"""Questions about the values of a column: texts that one answer would decide, told once."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from components.intake.facts.findings import Place, Wording, by_text
from components.intake.facts.sheet_rows import Given
from components.intake.values import Unread
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet

_SAY = "Say on Load data or in an answers file"
_SET_ASIDE = " Rows that need this date are set aside until then."

_QUESTIONS = {
    Unread.DATE_ORDER: Wording(
        "date_order_open",
        "“{value}” can be read two ways, and no value of its column decides.",
        "{count} cells can be read two ways, as “{value}”, and no value of their column decides.",
        f"They are not read, the rest of the column is. {_SAY} whether the day or the month "
        "stands first (date_order).",
        Severity.QUESTION,
    ),
    Unread.DECIMAL: Wording(
        "decimal_open",
        "“{value}” may be a whole number or a broken one, and no value of its column decides.",
        "{count} cells may be whole numbers or broken ones, as “{value}”, and no value of their "
        "column decides.",
        f"They are not read. {_SAY} which sign stands before the decimals (decimal).",
        Severity.QUESTION,
    ),
    Unread.SHARE: Wording(
        "share_open",
        "“{value}” may be a percentage or a share of one.",
        "{count} cells may be percentages or shares of one, as “{value}”.",
        f'They are not read. {_SAY} what the column holds (unit = "percent" or "share").',
        Severity.QUESTION,
    ),
    Unread.FULL_TIME: Wording(
        "full_time_hours",
        "“{value}” looks like working hours; the hours of a full-time job are not known.",
        "{count} cells look like working hours, as “{value}”; the hours of a full-time job are "
        "not known.",
        f'They are not read. {_SAY} that the column holds hours (unit = "hours") and how many '
        'are full time (full_time), or that it holds percentages (unit = "percent").',
        Severity.QUESTION,
    ),
    Unread.MARKER: Wording(
        "blank_marker_open",
        "“{value}” stands where another kind of value is meant.",
        "“{value}” stands in {count} cells where another kind of value is meant.",
        f"The cells count as unknown. {_SAY} that it means “nothing here” in this column "
        "(blanks), or correct them.",
        Severity.QUESTION,
    ),
}


def open_questions(given: Given, source: Sheet, first: int, *, key: bool) -> Iterator[Problem]:
    """One question for each kind, with its first cell and the count; a marker has its own.

    `key` says that rows need the column's date.
    """
    cells, place = given.column.distinct, Place(source, given.plan.column)
    for question, marked in given.column.open.items():
        wording = _QUESTIONS[question]
        if key:
            wording = replace(wording, now=wording.now + _SET_ASIDE)
        at = cells.rows_of(marked)
        rows = (at + first).astype(np.int32)
        apart = question is Unread.MARKER
        for some in by_text(cells.codes()[at], rows) if apart else [rows]:
            yield place.problem(wording, int(some[0]), count=len(some), rows=some)
