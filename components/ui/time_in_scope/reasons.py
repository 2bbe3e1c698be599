"""Recorded reasons of exits by months in one scope; small counts are hidden."""

import pandas as pd

from components.access.hiding import hide_with_totals
from components.analysis.incidence import Ending, ScopeStays
from components.analysis.incidence.stays import DAYS_A_MONTH
from components.tables import columns as col

BANDS = ((0, "0–11"), (12, "12–23"), (24, "24–36"), (37, "37 and more"))
_LEFT = [int(Ending.BY_CHOICE), int(Ending.OTHERWISE), int(Ending.UNSAID)]
_MOST = 8
_FAR = 100_000
OTHER, NOT_RECORDED = "Other reasons", "No reason recorded"


def reasons_by_months(found: ScopeStays, smallest: int) -> pd.DataFrame:
    """A row for each reason, a column for each band of months and one for all exits.

    Counts of fewer than `smallest` are hidden, and so are those that would give them away;
    rarer reasons are one row, and exits without a reason another.
    """
    left = found.rows[found.rows["ending"].isin(_LEFT)]
    if left.empty or left[col.EXIT_REASON].isna().all():
        return pd.DataFrame()
    reason = left[col.EXIT_REASON].astype("object")
    counts = reason.value_counts()
    named = list(counts[counts >= smallest].index[:_MOST])
    label = reason.where(reason.isin(named) | reason.isna(), OTHER).fillna(NOT_RECORDED)
    order = [one for one in (*named, OTHER, NOT_RECORDED) if (label == one).any()]
    return _shown(pd.crosstab(label, _bands(left["lasted"])).reindex(order), smallest)


def _bands(days: pd.Series) -> pd.Series:
    months = (days.astype(float) / DAYS_A_MONTH).astype(int)
    edges = [*(first for first, _ in BANDS), _FAR]
    bands: pd.Series = pd.cut(months, edges, right=False, labels=[words for _, words in BANDS])
    return bands


def _shown(table: pd.DataFrame, smallest: int) -> pd.DataFrame:
    """The counts that may be shown, with the totals that may."""
    table = table.reindex(columns=[words for _, words in BANDS], fill_value=0)
    cells = table.rename_axis("Reason").reset_index().melt("Reason", var_name="band")
    hidden = hide_with_totals(cells, "Reason", "band", count="value", limit=smallest)
    shown = hidden.cells.assign(value=cells["value"].astype("Int64"))
    shown["value"] = shown["value"].mask(shown["hidden"])
    wide = shown.pivot_table("value", "Reason", "band", "first", dropna=False).reindex(table.index)
    totals = hidden.row_totals.set_index("Reason")
    wide = wide[table.columns].assign(
        Exits=totals["value"].astype("Int64").mask(totals["hidden"]).reindex(table.index)
    )
    words = wide.astype("string").fillna("hidden")
    return words.rename_axis("Reason", axis=0).rename_axis(None, axis=1).reset_index()
