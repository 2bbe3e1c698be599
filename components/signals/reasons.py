"""What is said of the people a rule fires for, from when, and what is missing for the others."""

import narwhals as nw
import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from components.signals.flag_rows import whole
from components.signals.rule import Limits, Rule, Since
from components.signals.sentences import filled

Days = npt.NDArray[np.datetime64]


def reasons(rule: Rule, limits: Limits, fired: pd.DataFrame) -> pa.Array:
    """The reason of each, all its sentences that hold."""
    said = pd.Series("", index=fired.index, dtype="str")
    for because in rule.because:
        holds = pd.Series(True, index=fired.index)
        if because.when is not None:
            holds = pd.Series(_answer(fired, because.when(limits)), index=fired.index)
        parts = filled(because.sentence, fired[holds], limits.model_dump())
        said = said.where(~holds, said + " " + parts.reindex(fired.index).fillna(""))
    return whole(said.str.strip())


def lacking(rule: Rule, people: pd.DataFrame) -> pa.Array:
    """What is missing for each, worked out for each pattern of what is."""
    held = [_answer(people, missing.when) for missing in rule.missing]
    pattern = np.zeros(len(people), np.int64)
    for at, marks in enumerate(held):
        pattern |= marks.astype(np.int64) << at
    distinct, which = np.unique(pattern, return_inverse=True)
    words = [
        "; ".join(one.words for at, one in enumerate(rule.missing) if code >> at & 1)
        for code in distinct.tolist()
    ]
    return pa.array(words, pa.string()).take(pa.array(which))


def since(rule: Since, limits: Limits, fired: pd.DataFrame) -> pa.Array:
    """The day from which a rule holds for each."""
    days = months_later(_days(fired[rule.day]), rule.months(limits))
    if rule.otherwise is not None:
        days = np.where(np.isnat(days), _days(fired[rule.otherwise]), days)
    if rule.not_before is not None:
        earliest = _days(fired[rule.not_before])
        days = np.where(earliest > days, earliest, days)
    return pa.array(days, pa.date32(), from_pandas=True)


def months_later(days: Days, months: int) -> Days:
    """The day on which so many calendar months are completed.

    That is the same day of the month, or the first after a month that is too short: one month
    after 31 January is completed on 1 March.

    >>> months_later(np.array(["2024-01-31"], "datetime64[D]"), 1)
    array(['2024-03-01'], dtype='datetime64[D]')
    """
    month = days.astype("datetime64[M]")
    of_month = days - month.astype("datetime64[D]")
    later = month + np.timedelta64(months, "M")
    following = (later + np.timedelta64(1, "M")).astype("datetime64[D]")
    completed: Days = np.minimum(later.astype("datetime64[D]") + of_month, following)
    return completed


def _answer(people: pd.DataFrame, condition: nw.Expr) -> npt.NDArray[np.bool_]:
    """Where a condition holds; unknown is not a yes."""
    answer = nw.from_native(people, eager_only=True).select(holds=condition).to_native()["holds"]
    return answer.fillna(False).to_numpy(dtype=bool)


def _days(dates: pd.Series) -> Days:
    """Dates as days; missing is no time."""
    days: Days = whole(dates).cast(pa.date32()).to_numpy(zero_copy_only=False)
    return days.astype("datetime64[D]")
