"""Counts by department in which small ones stand together in one row."""

from collections.abc import Sequence

import pandas as pd

from components.access import hide_small

TOGETHER = "Hidden departments"


def small_together(
    rows: pd.DataFrame, limit: int, counts: Sequence[str] = ("flagged", "people", "unknown")
) -> pd.DataFrame:
    """Rows to draw: departments from `limit` people on, and all others as one row at the end.

    rows: label and these counts, people among them. Adds `hidden`, true only where even all small
    ones together are too few.
    """
    marked = hide_small(rows, "label", None, count="people", limit=limit)
    shown, hidden = marked[~marked["hidden"]], marked[marked["hidden"]]
    if hidden.empty:
        return shown
    together = hidden[[*counts]].sum().to_frame().T.astype(int)
    together = together.assign(
        label=f"{TOGETHER} ({len(hidden)})", hidden=together["people"].lt(limit)
    )
    return pd.concat([shown, together], ignore_index=True)
