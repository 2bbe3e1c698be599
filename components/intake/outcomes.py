"""What became of a cell or row that has a problem: its value is unknown, or the row is left out."""

from collections.abc import Iterable
from typing import Final

from components.tables.problems import Problem

UNREADABLE: Final = frozenset(
    {"unreadable_date", "unreadable_number", "unknown_rating", "scale_unknown", "unknown_choice"}
    | {"date_order_open", "decimal_open", "error-cell", "unreadable-cell", "formula-without-value"}
    | {"full_time_hours", "scale_direction", "score_scale", "nine_box_layout", "scale_per_cycle"}
    | {"share_open", "blank_marker_open", "scales_differ"}
)
"""Codes of cells whose text is not read as a value."""

SET_ASIDE: Final = frozenset(
    {"missing_id", "missing_date", "duplicate_row", "end_before_start", "conflicting_rows"}
    | {"no_date_column", "email_unknown", "email_ambiguous", "name_unknown", "name_ambiguous"}
)
"""Codes of rows that don't count, or count once."""


def unreadable(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of cells whose text is not read as a value."""
    return tuple(one for one in problems if one.code in UNREADABLE)


def set_aside(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of rows that don't count."""
    return tuple(one for one in problems if one.code in SET_ASIDE)
