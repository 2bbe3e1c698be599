"""Shares of ratings beside a guideline: a warning for large groups, a range by chance for small.

Source: methods, "Tests, comparisons, display": never demanded below 50 people, because a small team
misses any guideline by chance alone.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import stats

from components.settings.guideline import Band

DEMANDED_FROM = 50
WITHIN, ABOVE, BELOW, BY_CHANCE, BEYOND = (
    *("within", "above the guideline", "below the guideline"),
    *("within what chance gives", "beyond what chance gives"),
)


def beside_guideline(rows: pd.DataFrame, bands: Sequence[Band]) -> pd.DataFrame:
    """One row for each row of ratings and each band, in that order.

    rows: of `analysis.distributions.distribution`. Columns: order, group, rated, band (words),
    people, share, low, high (of the guideline), fewest, most (people whom chance alone would give
    within it, in 19 of 20 groups of that size) and verdict. Groups without numbers are left out.
    """
    shown = rows[~rows["hidden"] & rows["rated"].gt(0)]
    found = [_of_band(shown, band) for band in bands]
    if not found or shown.empty:
        return pd.DataFrame(columns=[*_COLUMNS])
    return pd.concat(found).sort_values(["order", "at"]).drop(columns="at").reset_index(drop=True)


_COLUMNS = (
    *("order", "group", "rated", "band", "people", "share", "low", "high", "fewest", "most"),
    "verdict",
)


def _of_band(rows: pd.DataFrame, band: Band) -> pd.DataFrame:
    inside = rows["people"].astype(int).where(rows["rating"].isin(band.ratings), 0)
    people = inside.groupby(rows["order"]).sum()
    once = rows.drop_duplicates("order").set_index("order")
    rated = once["rated"].astype(int)
    low, high = band.share
    fewest, most = (
        np.asarray(stats.binom.ppf(end, rated, share), np.int64)
        for end, share in ((0.025, low), (0.975, high))
    )
    found = pd.DataFrame(
        {
            "group": once["group"],
            "rated": rated,
            "band": band.words,
            "people": people,
            "share": people / rated,
            "low": low,
            "high": high,
            "fewest": fewest,
            "most": most,
            "at": band.ratings[0],
        }
    )
    return found.assign(verdict=_verdict(found)).reset_index()


def _verdict(found: pd.DataFrame) -> list[str]:
    """What is asked of large groups, and what chance gives small ones."""
    share, people = found["share"], found["people"]
    demanded = np.select([share > found["high"], share < found["low"]], [ABOVE, BELOW], WITHIN)
    by_chance = (people >= found["fewest"]) & (people <= found["most"])
    small = np.where(by_chance, BY_CHANCE, BEYOND)
    large = (found["rated"] >= DEMANDED_FROM).to_numpy()
    verdicts: list[str] = np.where(large, demanded, small).tolist()
    return verdicts
