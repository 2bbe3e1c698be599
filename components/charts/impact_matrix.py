"""People with a reason for a conversation, by how much they would be missed: one dot for each.

The chart holds no names: they stand in a list that is opened on demand.
"""

from functools import partial

import pandas as pd

from components.charts import theme
from components.charts.figure import Figure
from components.charts.marks import Layer, Records, drawn, expression, fixed, shown, text
from components.charts.theme import ATTENTION, DESK, INK, QUIET, UNKNOWN, Size

COLUMNS = ("1 reason", "2 reasons", "3 or more")
HIGH = 2
"""From so many facts on somebody would be missed in several ways."""
_ACROSS, _DOWN = 12, 3
"""Dots in a cell, side by side and above each other; more people are counted instead."""
_TOP, _FOOT = 0.35, 0.9


def impact_matrix(
    cells: pd.DataFrame, *, facts: int, title: str, base: str, size: Size = DESK
) -> Figure:
    """A row for each number of facts, a column for each number of reasons.

    cells: impact (0 to `facts`), reasons (1 to 3, 3 for more), people. Cells without people may
    be left out.
    """
    rows = facts + 1
    height = size.row * 1.75 * rows + size.row
    told = "; ".join(
        f"{_people(people)} with {COLUMNS[reasons - 1]} and {_facts(impact)}"
        for impact, reasons, people in _each(cells)
        if people
    )
    chart = theme.dressed(_layers(cells, rows, size), height, size)
    return Figure(chart, title, base, f"{title}. {told or 'nobody'}.", partial(_table, cells))


def _each(cells: pd.DataFrame) -> list[tuple[int, int, int]]:
    ordered = cells.sort_values(["impact", "reasons"], ascending=[False, True])
    named = (ordered[name].astype(int) for name in ("impact", "reasons", "people"))
    return list(zip(*named, strict=True))


def _layers(cells: pd.DataFrame, rows: int, size: Size) -> list[Layer]:
    names = [_facts(one) for one in range(rows)]
    left = theme.gutter(names, size) + size.label
    x_scale = {"domain": [0, len(COLUMNS)], "range": [left, expression("width")], "nice": False}
    y_scale = {"domain": [0, rows], "nice": False}
    y_scale["range"] = [expression(f"height-{size.row}"), 0]
    x = shown("x", "c0:Q", scale=x_scale, axis=None)
    y = shown("y", "c1:Q", scale=y_scale, axis=None)
    lines = [{"c0": 0, "c1": at, "c2": len(COLUMNS)} for at in range(rows + 1)]
    grid = drawn("rule", lines, x, y, shown("x2", "c2"), opacity=0.12, color=INK)
    sides = [{"c1": at + 0.5, "c2": name} for at, name in enumerate(names)]
    heads = [{"c0": at + 0.5, "c2": name} for at, name in enumerate(COLUMNS)]
    look = {"fontSize": size.label, "opacity": QUIET}
    layers = [
        grid,
        drawn("text", sides, fixed("x", left - 2 * size.label), y, text("c2:N"), align="right",
              **look),
        drawn("text", heads, x, fixed("y", expression(f"height-{size.row // 2}")), text("c2:N"),
              **look),
    ]  # fmt: skip
    for hue, high in ((ATTENTION, True), (UNKNOWN, False)):
        chosen = [one for one in _each(cells) if (one[0] >= HIGH) == high]
        dots, counts = _dots(chosen)
        where = (x, y, fixed("color", hue))
        if dots:
            layers.append(drawn("circle", dots, *where, size=size.dot * 0.55, opacity=1))
        if counts:
            bold = {"fontSize": size.number, "fontWeight": 600}
            layers.append(drawn("text", counts, x, y, text("c2:N"), **bold))
    return layers


def _dots(cells: list[tuple[int, int, int]]) -> tuple[Records, Records]:
    """Places of dots, filled from the left; and the count where there are too many for a cell."""
    dots: Records = []
    counts: Records = []
    for impact, reasons, people in cells:
        if people > _ACROSS * _DOWN:
            counts.append({"c0": reasons - 0.5, "c1": impact + 0.5, "c2": f"{people:,} people"})
            continue
        for at in range(people):
            across, down = at // _DOWN, at % _DOWN
            dots.append(
                {
                    "c0": round(reasons - 1 + 0.1 + across * 0.8 / _ACROSS, 3),
                    "c1": round(impact + 0.78 - down * 0.28, 3),
                }
            )
    return dots, counts


def _facts(count: int) -> str:
    """How many facts, in words.

    >>> _facts(0), _facts(1), _facts(3)
    ('none', '1 fact', '3 facts')
    """
    return "none" if not count else f"{count} fact{'' if count == 1 else 's'}"


def _people(count: int) -> str:
    return f"{count:,} {'person' if count == 1 else 'people'}"


def _table(cells: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (_facts(impact), COLUMNS[reasons - 1], people)
            for impact, reasons, people in _each(cells)
        ],
        columns=["Would be missed by", "Reasons", "People"],
    )
