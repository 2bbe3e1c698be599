"""What is said of the people a rule fires for, from when, and what is missing for the others."""

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.signals.rule import Limits, Rule
from components.signals.sentences import filled
from components.tables import columns as col

Months = npt.NDArray[np.int64]
Days = npt.NDArray[np.datetime64]
Marks = npt.NDArray[np.bool_]


def reasons(rule: Rule, limits: Limits, fired: pa.Table) -> pa.Array:
    """The reason of each, all its sentences that hold."""
    parts = []
    for because in rule.because:
        said = filled(because.sentence, fired, limits.model_dump())
        if because.when is not None:
            said = pc.if_else(
                answer(fired, because.when(limits)), said, pa.scalar(None, pa.string())
            )
        parts.append(said)
    return pc.binary_join_element_wise(*parts, " ", null_handling="skip")


def lacking(rule: Rule, people: pa.Table) -> pa.Array:
    """What is missing for each, worked out for each pattern of what is."""
    pattern = np.zeros(people.num_rows, np.int64)
    for at, missing in enumerate(rule.missing):
        pattern |= np.asarray(answer(people, missing.when), np.int64) << at
    distinct, which = np.unique(pattern, return_inverse=True)
    words = [
        "; ".join(one.words for at, one in enumerate(rule.missing) if code >> at & 1)
        for code in distinct.tolist()
    ]
    return pa.array(words, pa.string()).take(pa.array(which))


def since(rule: Rule, limits: Limits, fired: pa.Table) -> pa.Array:
    """The day from which a rule holds for each."""
    counted = rule.since
    months = counted.months(limits) + (_later(fired) if rule.with_family else 0)
    days = months_later(_days(fired[counted.day]), months)
    if counted.otherwise is not None:
        days = np.where(np.isnat(days), _days(fired[counted.otherwise]), days)
    if counted.not_before is not None:
        earliest = _days(fired[counted.not_before])
        days = np.where(earliest > days, earliest, days)
    return pa.array(days, pa.date32(), from_pandas=True)


def with_own_limits(rule: Rule, limits: Limits, people: pa.Table) -> pa.Table:
    """People with a column for each limit that moves with their job family."""
    for name in rule.with_family:
        moved = pc.add(pa.array(_later(people)), getattr(limits, name))
        people = people.append_column(name, moved)
    return people


def _later(people: pa.Table) -> Months:
    months: Months = pc.fill_null(people[col.FAMILY_LATER], 0).to_numpy()
    return months


def months_later(days: Days, months: int | Months) -> Days:
    """The day on which so many calendar months are completed.

    That is the same day of the month, or the first after a month that is too short: one month
    after 31 January is completed on 1 March.

    >>> months_later(np.array(["2024-01-31"], "datetime64[D]"), 1)
    array(['2024-03-01'], dtype='datetime64[D]')
    """
    month = days.astype("datetime64[M]")
    of_month = days - month.astype("datetime64[D]")
    later = month + np.asarray(months, "timedelta64[M]")
    following = (later + np.timedelta64(1, "M")).astype("datetime64[D]")
    completed: Days = np.minimum(later.astype("datetime64[D]") + of_month, following)
    return completed


def answer(people: pa.Table, condition: nw.Expr) -> pa.Array:
    """Where a condition holds; unknown is not a yes."""
    held = nw.from_native(people, eager_only=True).select(holds=condition).to_native()["holds"]
    return pc.fill_null(held.combine_chunks(), fill_value=False)


def _days(dates: pa.ChunkedArray) -> Days:
    """Dates as days; missing is no time."""
    days: Days = dates.cast(pa.date32()).to_numpy()
    return days.astype("datetime64[D]")
