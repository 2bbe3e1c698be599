"""A region's own measured ratings, beside its culture note: shares, with everyone as a mark."""

from collections.abc import Mapping
from functools import partial

import pandas as pd

from components.charts import theme
from components.charts.figure import Figure
from components.charts.keys import step_name
from components.charts.marks import Drawing, coloured, drawn, expression, hints, shown, text
from components.charts.rows import renamed, row_axis, row_labels
from components.charts.theme import DESK, QUIET, Size

WIDEST_SHARE = 0.6
"""The x scale ends here, or at the largest share: two regions side by side stay comparable."""


def region_ratings(
    rows: pd.DataFrame, region: str, *, words: Mapping[int, str] | None = None, size: Size = DESK
) -> Figure | None:
    """The region's bars, highest rating on top; None where it has no row of its own.

    rows: `distribution(people, by=region)`. A region with fewer rated people than the smallest
    group is pooled there and has no row.
    """
    own = rows[rows["group"].eq(region) & rows["kind"].eq("group") & ~rows["hidden"]]
    if own.empty or not int(own["rated"].iloc[0]):
        return None
    lines = _lines(own, rows[rows["kind"].eq("everyone")], words or {})
    people, unknown = int(own["rated"].iloc[0]), int(own["not_rated"].iloc[0])
    most = lines.sort_values("people", ascending=False, kind="stable").iloc[0]
    title = f"{region}: {most['people']:,} of {people:,} rated people are at {most['label']}"
    base = f"Latest usable rating of {people:,} people; {unknown:,} more not rated. "
    base += "Bar: share of the region. Mark: share of everyone rated."
    told = ", ".join(
        f"{n} at {name}" for name, n in zip(lines["label"], lines["people"], strict=True)
    )
    chart = _chart(lines, size)
    return Figure(
        chart, title, base, f"{region}: {told}; {unknown} not rated.", partial(_table, lines)
    )


def _lines(own: pd.DataFrame, everyone: pd.DataFrame, words: Mapping[int, str]) -> pd.DataFrame:
    """Each rating with the region's people and share, and everyone's share."""
    all_at = everyone.set_index("rating")
    lines = own.sort_values("rating", ascending=False)
    rating = lines["rating"].astype(int)
    share = lines["people"].astype(float) / lines["rated"].astype(float)
    whole = (all_at["people"].astype(float) / all_at["rated"].astype(float)).reindex(rating)
    return pd.DataFrame(
        {
            "line": range(len(lines)),
            "rating": rating.to_list(),
            "label": [step_name(int(one), words) for one in rating],
            "people": lines["people"].astype(int).to_list(),
            "share": share.round(4).to_list(),
            "everyone": whole.round(4).to_list(),
        }
    )


def _chart(lines: pd.DataFrame, size: Size) -> Drawing:
    y = row_axis("c0", len(lines), gap=0.3)
    left = theme.gutter(lines["label"].tolist(), size) + 12
    longest = max(WIDEST_SHARE, *lines["share"], *lines["everyone"])
    reach = [left, expression(f"width-{4 * size.label}")]
    x = shown("x", "c1:Q", axis=None, scale={"domain": [0, longest], "range": reach})
    colour = coloured("c3:Q", theme.ratings(int(lines["rating"].min()), int(lines["rating"].max())))
    lines = lines.assign(zero=0, bold=False, end=lines[["share", "everyone"]].max(axis=1))
    bars = renamed(lines, "line", "share", "zero", "rating", "people")
    words = hints(Rating="c3:Q", People="c4:Q")
    mark = {"thickness": 2, "size": size.row * 0.7, "opacity": QUIET, "orient": "vertical"}
    number = {"align": "left", "dx": 8, "fontSize": size.number}
    ends = renamed(lines, "line", "end", "people")
    layers = [
        drawn("rect", bars, x, shown("x2", "c2"), y, colour, words, cornerRadius=2),
        drawn("tick", renamed(lines, "line", "everyone"), x, y, **mark),
        drawn("text", ends, x, y, text("c2:Q", format=","), **number),
        *row_labels(renamed(lines, "line", "label", "bold"), y, size, right=left - 12),
    ]
    return theme.dressed(layers, size.row * len(lines), size)


def _table(lines: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Rating": lines["label"],
            "People": lines["people"],
            "Share in percent": (lines["share"] * 100).round().astype(int),
            "Everyone in percent": (lines["everyone"] * 100).round().astype(int),
        }
    )
