"""From stays to the lines of a chart: which groups can be shown, month by month."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.analysis.incidence import Ending, ScopeStays, Stays, cumulative_incidence
from components.analysis.incidence.curve import CUT_BELOW, FAINT_BELOW
from components.analysis.incidence.stays import DAYS_A_MONTH
from components.charts.incidence import Line
from components.charts.theme import ACCENT, ATTENTION, UNKNOWN
from components.signals.backtest.watched import Watched

MOST = 4
"""So many lines can be told apart."""
_YEAR = 12


@dataclass(frozen=True)
class Drawn:
    """The lines that stand on enough stays, and the names of the groups that don't."""

    lines: tuple[Line, ...]
    too_few: tuple[str, ...]


def of_everyone(found: ScopeStays, ending: Ending) -> Drawn:
    """One line for all stays."""
    return _drawn({"Everyone": found.in_months()}, ending, (ACCENT,))


def of_flagged(found: Watched, ending: Ending) -> Drawn:
    """Flagged people against the others, watched from the day they were or were not flagged."""
    groups = {"Flagged": _months_of(found.flagged), "Not flagged": _months_of(found.others)}
    return _drawn(groups, ending, (ATTENTION, UNKNOWN))


def of_groups(found: ScopeStays, by: str, ending: Ending) -> Drawn:
    """The largest groups, in the order of their names."""
    sizes = found.rows[by].value_counts()
    names = sorted(str(name) for name in sizes.index[: 2 * MOST])
    groups = {name: found.in_months(found.rows[by] == name) for name in names}
    return _drawn(groups, ending, range(MOST))


def _months_of(stays: Stays) -> Stays:
    return Stays(stays.entry / DAYS_A_MONTH, stays.exit / DAYS_A_MONTH, stays.cause)


def _drawn(groups: Mapping[str, Stays], ending: Ending, colours: Sequence[str | int]) -> Drawn:
    lines: list[Line] = []
    few: list[str] = []
    for name, stays in groups.items():
        line = _line(name, stays, ending, colours[len(lines) % len(colours)])
        if line is None or len(lines) == MOST:
            few.append(name)
        else:
            lines.append(line)
    return Drawn(tuple(lines), tuple(few))


def _line(name: str, stays: Stays, ending: Ending, colour: str | int) -> Line | None:
    """The line of a group; None where it stands on too few."""
    curve = cumulative_incidence(stays, int(ending))
    if not curve.is_shown:
        return None
    months = np.arange(int(stays.exit.max()) + 1)
    remain = np.array([stays.watched_at(float(month)) for month in months])
    enough = np.flatnonzero(remain >= CUT_BELOW)
    if not len(enough):
        return None
    months, remain = months[: enough[-1] + 1], remain[: enough[-1] + 1]
    at = np.searchsorted(curve.times, months, side="right") - 1
    known = np.maximum(at, 0)
    points = pd.DataFrame(
        {
            "months": months,
            **{
                key: np.where(at < 0, 0.0, getattr(curve, what)[known]).round(4)
                for key, what in (("share", "incidence"), ("low", "low"), ("high", "high"))
            },
            "faint": remain < FAINT_BELOW,
        }
    )
    years = dict(_years(months, remain))
    return Line(name, colour, points[points["months"] >= enough[0]], years)


def _years(months: np.ndarray, remain: np.ndarray) -> Iterator[tuple[int, int]]:
    for month, count in zip(months.tolist(), remain.tolist(), strict=True):
        if month % _YEAR == 0:
            yield month, count if count >= CUT_BELOW else 0
