"""How many people are flagged, by reason or by unit, with the people each number stands on."""

from functools import partial

import pandas as pd

from components.charts.counted_rows import counted_rows
from components.charts.figure import Figure
from components.charts.theme import ATTENTION, DESK, UNKNOWN, Size


def flag_bars(
    rows: pd.DataFrame,
    *,
    title: str | None = None,
    base: str = "People with the flag, of the active people it was judged for.",
    limit: int = 5,
    calm: bool = False,
    size: Size = DESK,
) -> Figure:
    """One bar for each reason or unit, in the order given.

    rows: label, flagged, people (judged, flagged or not), unknown (can't tell), hidden.
    limit: the smallest group, for the words of hidden rows. calm: grey bars, for notices.
    """
    drawn = pd.DataFrame(
        {
            "label": rows["label"].astype(str),
            "count": rows["flagged"].astype("float64").where(~rows["hidden"], 0.0),
            "text": _texts(rows, limit),
            "note": _notes(rows),
            "hidden": rows["hidden"].astype(bool),
            "bold": False,
        }
    )
    chart = counted_rows(drawn, hue=UNKNOWN if calm else ATTENTION, size=size)
    finding = title or _finding(rows)
    told = zip(drawn["label"], drawn["text"], drawn["note"], strict=True)
    words = "; ".join(" ".join(filter(None, one)) for one in told)
    return Figure(chart, finding, base, f"{finding}. {words}.", partial(_table, rows))


def _texts(rows: pd.DataFrame, limit: int) -> list[str]:
    told = zip(rows["flagged"], rows["people"], rows["hidden"], strict=True)
    return [
        f"fewer than {limit}" if hidden else f"{int(flagged):,} of {int(people):,}"
        for flagged, people, hidden in told
    ]


def _notes(rows: pd.DataFrame) -> list[str]:
    told = zip(rows["unknown"], rows["hidden"], strict=True)
    return [f"{int(one):,} can’t tell" if not hidden and one else "" for one, hidden in told]


def _finding(rows: pd.DataFrame) -> str:
    """The row with most flagged people; ties and none are said as they are."""
    shown = rows[~rows["hidden"].astype(bool)]
    most = shown["flagged"].max() if len(shown) else 0
    if not most:
        return "Nobody is flagged"
    first = shown[shown["flagged"].eq(most)]
    if len(first) > 1:
        return f"{len(first)} rows share the most people flagged, {int(most):,} each"
    return f"Most often: {first['label'].iloc[0]}, {int(most):,} people"


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    shown = ~rows["hidden"].astype(bool)
    return pd.DataFrame(
        {
            "Group": rows["label"],
            "Flagged": rows["flagged"].where(shown).astype("Int64"),
            "Judged": rows["people"].where(shown).astype("Int64"),
            "Can’t tell": rows["unknown"].where(shown).astype("Int64"),
            "Hidden": rows["hidden"].astype(bool),
        }
    ).reset_index(drop=True)
