"""How each manager or unit rates: bars centred on the middle of the scale, counts inside."""

from collections.abc import Mapping
from functools import partial

import pandas as pd

from components.charts import theme
from components.charts.distances import (
    BARS_UP_TO,
    Distances,
    distance_layers,
    distance_table,
    room_above,
)
from components.charts.figure import Figure
from components.charts.keys import step_name
from components.charts.marks import (
    Channel,
    Layer,
    coloured,
    drawn,
    expression,
    hints,
    shown,
    text,
)
from components.charts.rows import renamed, row_axis, row_labels, row_sizes
from components.charts.theme import DESK, Size

_ONCE = ("order", "unit", "group", "kind", "rated", "not_rated", "stale")
DIGIT = 0.0014
"""Share of a row that one digit needs inside its piece of the bar, for each pixel of type."""


def rating_bars(
    rows: pd.DataFrame,
    *,
    title: str | None = None,
    base: str | None = None,
    words: Mapping[int, str] | None = None,
    beside: Distances | None = None,
    size: Size = DESK,
) -> Figure:
    """One bar for each row of `analysis.distributions.distribution`.

    words: what the scale calls each rating. Units stand above their groups in bold; the bar's
    length is the share of the rated people, its numbers are people. beside: how far groups lie
    from comparable people, drawn at the right.
    """
    lines = _lines(rows)
    above = room_above(size) if beside else 0
    height = size.row * len(lines) + above
    layers = _layers(rows, lines, size, beside)
    chart = theme.dressed(layers, height, size, apart=("x",) if beside else ())
    title = title or _finding(rows, words or {})
    return Figure(
        chart,
        title,
        base or _base(rows),
        _in_words(rows, title),
        partial(_table, rows, words or {}, beside),
        _key(rows, words or {}),
    )


def _layers(
    rows: pd.DataFrame, lines: pd.DataFrame, size: Size, beside: Distances | None
) -> list[Layer]:
    """Bars with their numbers; names and bases at the left, unrated people at the right."""
    bars = _bars(rows, lines)
    y = row_axis("c0", len(lines), top=room_above(size) if beside else 0)
    names = theme.gutter(lines["label"].tolist(), size)
    end = expression(f"width*{BARS_UP_TO}") if beside else "width"
    room = round(_longest(lines["unknown"]) * 0.56 * size.label) + size.label
    right = f"width*{BARS_UP_TO}-{room}" if beside else f"width-{room}"
    reach = [names + round(5.7 * size.label), expression(right)]
    scale = {"domain": _extent(bars), "range": reach, "nice": False, "zero": False}
    x = shown("x", "c1:Q", scale=scale, axis=None)
    unrated = renamed(lines[lines["unknown"].ne("")], "line", "unknown")
    return [
        _pieces(bars, y, x, rows["rating"]),
        _numbers(bars, y, x, size, part=BARS_UP_TO - 0.1 if beside else 1.0),
        *row_labels(renamed(lines, "line", "label", "bold"), y, size, right=names),
        row_sizes(renamed(lines, "line", "n"), y, size, names + round(0.7 * size.label)),
        row_sizes(unrated, y, size, end, align="right"),
        *(distance_layers(beside, lines, y, size) if beside else ()),
    ]


def _longest(words: pd.Series) -> int:
    return max((len(one) for one in words), default=0)


def _lines(rows: pd.DataFrame) -> pd.DataFrame:
    """The lines of the chart, top to bottom: rows, and a heading before each unit's first."""
    once = rows.drop_duplicates("order")[[*_ONCE]]
    starts = once[once["unit"].ne("") & once["unit"].ne(once["unit"].shift())]
    headings = starts.assign(group=starts["unit"], kind="unit", rated=None, not_rated=0, stale=0)
    lines = pd.concat([headings, once]).sort_values("order", kind="stable", ignore_index=True)
    lines = lines.rename(columns={"group": "label"}).assign(line=range(len(lines)))
    lines["n"] = ("n " + lines["rated"].astype("string")).fillna("")
    lines["unknown"] = [
        _without(int(one), int(other))
        for one, other in zip(lines["not_rated"], lines["stale"], strict=True)
    ]
    return lines.assign(bold=lines["kind"].isin(["everyone", "unit"]))


def _without(not_rated: int, stale: int) -> str:
    """People without a rating that counts.

    >>> _without(2, 1), _without(0, 3), _without(0, 0)
    ('2 not rated, 1 older', '3 older', '')
    """
    counts = ((not_rated, "not rated"), (stale, "older"))
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _bars(rows: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Each piece of a bar from start to end, zero being the middle of the scale."""
    shown = rows[~rows["hidden"] & rows["rated"].gt(0)]
    places = lines.loc[lines["kind"].ne("unit"), ["order", "line"]]
    shown = shown.merge(places, on="order").sort_values(["line", "rating"])
    share = shown["people"].astype(float) / shown["rated"].astype(float)
    end = share.groupby(shown["line"]).cumsum()
    middle = (rows["rating"].min() + rows["rating"].max()) / 2
    below = (
        share.where(shown["rating"] < middle, 0) + share.where(shown["rating"].eq(middle), 0) / 2
    )
    shift = below.groupby(shown["line"]).transform("sum")
    pieces = shown.assign(
        start=(end - share - shift).round(4), end=(end - shift).round(4), share=share
    )
    return pieces[pieces["people"].gt(0)]


def _extent(bars: pd.DataFrame) -> list[float]:
    if bars.empty:
        return [-0.5, 0.5]
    return [float(bars["start"].min()), float(bars["end"].max())]


def _pieces(bars: pd.DataFrame, y: Channel, x: Channel, ratings: pd.Series) -> Layer:
    pieces = renamed(bars, "line", "start", "end", "rating", "group", "people")
    colour = coloured("c3:Q", theme.ratings(int(ratings.min()), int(ratings.max())))
    words = hints(Group="c4:N", Rating="c3:Q", People="c5:Q")
    return drawn("rect", pieces, x, shown("x2", "c2"), y, colour, words, cornerRadius=2)


def _numbers(bars: pd.DataFrame, y: Channel, x: Channel, size: Size, *, part: float) -> Layer:
    """People inside their piece of the bar, where it is wide enough; part: of the chart's width."""
    digits = bars["people"].astype(str).str.len()
    wide = bars[bars["share"].ge(DIGIT / part * size.label * (digits + 0.5))]
    centred = wide.assign(middle=((wide["start"] + wide["end"]) / 2).round(4))
    numbers = renamed(centred, "line", "middle", "people")
    return drawn("text", numbers, x, y, text("c2:Q"), fontSize=size.label)


def _finding(rows: pd.DataFrame, words: Mapping[int, str]) -> str:
    """The rating most people have."""
    everyone = rows[rows["kind"].eq("everyone") & ~rows["hidden"] & rows["rated"].gt(0)]
    if everyone.empty:
        return "Too few rated people to show"
    most = everyone.sort_values("people", ascending=False, kind="stable").iloc[0]
    name = step_name(int(most["rating"]), words)
    return f"{most['people']:,} of {most['rated']:,} rated people are at {name}"


def _base(rows: pd.DataFrame) -> str:
    middle = (rows["rating"].min() + rows["rating"].max()) / 2
    units = "by unit and name" if rows["unit"].ne("").any() else "in fixed order"
    pooled = " Small groups are pooled." if rows["kind"].eq("pool").any() else ""
    return (
        f"People at each rating; bar length is the share, centred on {middle:g}, {units}.{pooled}"
    )


def _key(rows: pd.DataFrame, words: Mapping[int, str]) -> str:
    steps = sorted(int(step) for step in rows["rating"].unique())
    return f"Left to right: {', '.join(step_name(step, words) for step in steps)}."


def _in_words(rows: pd.DataFrame, title: str) -> str:
    everyone = rows[rows["kind"].eq("everyone") & ~rows["hidden"]]
    told = zip(everyone["people"], everyone["rating"], strict=True)
    parts = [f"{people} at {rating}" for people, rating in told]
    groups = rows.loc[rows["kind"].ne("everyone"), "order"].nunique()
    return f"{title}. Everyone rated: {', '.join(parts) or 'hidden'}. {groups} rows by group."


def _table(rows: pd.DataFrame, words: Mapping[int, str], beside: Distances | None) -> pd.DataFrame:
    wide = rows.pivot_table("people", "order", "rating", "first", dropna=False)
    steps = [int(step) for step in wide.columns]
    names = {step: step_name(step, words) for step in steps}
    once = rows.drop_duplicates("order").set_index("order")
    totals = {
        "Rated people": once["rated"],
        "Not rated": once["not_rated"],
        "Rating too old": once["stale"],
    }
    table = wide.rename(columns=names).assign(**totals, Mean=once["mean"].round(1))
    table.insert(0, "Group", once["group"])
    table.insert(0, "Unit", once["unit"])
    if beside is not None:
        table = table.join(distance_table(beside, names))
    return table.rename_axis(columns=None).reset_index(drop=True)
