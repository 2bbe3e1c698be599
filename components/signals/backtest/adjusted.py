"""How often the flagged left, compared with others on the same day and of like service."""

import numpy as np
import numpy.typing as npt

Totals = npt.NDArray[np.float64]


def risk_ratio(cells: Totals) -> Totals:
    """The Mantel–Haenszel risk ratio of tables in strata.

    `cells` has the shape (…, strata, 4): other stayed, other left, flagged stayed, flagged left.
    Not a number where no stratum holds both. Source: Mantel and Haenszel 1959; methods,
    "As-of backtest".

    >>> risk_ratio(np.array([[90.0, 10.0, 8.0, 2.0], [45.0, 5.0, 8.0, 2.0]])).item()
    2.0
    """
    stayed, left, flagged_stayed, flagged_left = (cells[..., at] for at in range(4))
    others, flagged = stayed + left, flagged_stayed + flagged_left
    everybody = np.maximum(others + flagged, 1.0)
    over = (flagged_left * others / everybody).sum(axis=-1)
    under = (left * flagged / everybody).sum(axis=-1)
    found: Totals = np.divide(over, under, out=np.full_like(over, np.nan), where=under > 0)
    return found
