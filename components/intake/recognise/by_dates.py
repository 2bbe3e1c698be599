"""Unknown columns of dates, where the sheet leaves only one thing that they can be."""

import re

import numpy as np
import pyarrow.compute as pc

from components.intake.recognise.body import Column
from components.intake.recognise.evidence import Values
from components.intake.recognise.look import Look, Mask, Proposal, counted
from components.intake.values import is_date
from components.tables import columns as col

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_TIME = re.compile(r"\d{1,2}:\d\d")
_MIDNIGHT = re.compile(r"[ T]0?0:00(?::00(?:\.0+)?)?(?: ?Z|[+-]\d\d:?\d\d)?$")
_NO_BIRTHDAY = 2012
"""People born in this year or later don't work yet: such dates are no birthdays."""
_ROLE = (col.JOB_TITLE, col.JOB_FAMILY, col.LEVEL, col.DEPARTMENT, col.EVENT, col.TRACK)
_RATED = (col.RATING, col.POTENTIAL)
_PLANNED = frozenset(
    {"end", "until", "expiry", "expires", "planned", "expected", "due", "next", "deadline"}
)


def dated(look: Look) -> Proposal | None:
    """Days: of the hire, of the exit, of a change, of a review; only where one column is left."""
    if not _holds_days(look.values):
        return None
    why = counted(look.values.filled, look.values.filled, "values are dates")
    exits = _exit(look, why)
    if exits is not None:
        return exits
    if look.words & _PLANNED or not _is_the_only_one(look) or not _is_full(look.values):
        return None
    if look.table == "reviews":
        return _review(look, why)
    return _change(look, why) if look.ids_repeat else _hire(look, why)


def _exit(look: Look, why: str) -> Proposal | None:
    """Days that stand exactly where the sheet says that somebody left."""
    if look.table != "people" or look.has(col.EXIT_DATE):
        return None
    left = _who_left(look)
    given = look.filled(look.column)
    if left is None or not left.any() or left.all() or not np.array_equal(left, given):
        return None
    why = f"{why}, and they stand exactly where somebody left"
    return Proposal("people", col.EXIT_DATE, why)


def _who_left(look: Look) -> Mask | None:
    for name in (col.EXIT_KIND, col.EXIT_REASON):
        column = look.holder(name)
        if column is not None:
            return look.filled(column)
    status = look.holder(col.STATED_STATUS)
    category = look.settings.values.category_of("people", col.STATED_STATUS)
    plan = look.plans.get(status.index) if status else None
    if status is None or category is None or plan is None or "how" in plan.detail:
        return None
    left = [text for text in status.values.distinct if category.read(text) == "left"]
    texts = pc.utf8_trim_whitespace(look.texts(status))
    return np.isin(np.asarray(texts.to_pylist(), dtype=object), left)


def _hire(look: Look, why: str) -> Proposal | None:
    newest = _newest(look.values)
    if look.table != "people" or look.has(col.HIRE_DATE) or newest < _NO_BIRTHDAY:
        return None
    return Proposal("people", col.HIRE_DATE, f"{why}, one for each person")


def _change(look: Look, why: str) -> Proposal | None:
    taken = look.has(col.EFFECTIVE_DATE, col.KNOWN_ON) or not look.has(*_ROLE)
    if look.table not in ("people", "roles") or taken:
        return None
    why = f"{why}, and people stand in several rows"
    return Proposal("roles", col.EFFECTIVE_DATE, why, asked="Is this the day of each change?")


def _review(look: Look, why: str) -> Proposal | None:
    taken = look.has(col.REVIEW_DATE, col.CYCLE) or not look.has(*_RATED)
    return None if taken else Proposal("reviews", col.REVIEW_DATE, why)


def _holds_days(values: Values) -> bool:
    """Whether nearly all values are days, more than one of them, without a time of day."""
    days = [text for text in values.distinct if is_date(text) and not text.isdigit()]
    timed = any(_TIME.search(text) and not _MIDNIGHT.search(text) for text in days)
    return len(days) >= max(2, 0.95 * len(values.distinct)) and not timed


def _is_full(values: Values) -> bool:
    return values.filled >= 0.9 * values.rows


def _is_the_only_one(look: Look) -> bool:
    """Whether no other unknown column of the sheet holds a day in nearly every row."""

    def as_good(column: Column) -> bool:
        return _holds_days(column.values) and _is_full(column.values)

    return not any(as_good(one) for one in look.unknown if one.index != look.column.index)


def _newest(values: Values) -> int:
    years = (int(year) for text in values.distinct for year in _YEAR.findall(text))
    return max((year for year in years if year < 2100), default=0)
