"""The Aalen–Johansen estimator, with delayed entry and ties counted once.

Own code because the library that has it moves tied times at random, and HR dates are tied
(see docs/decisions). Definition: methods, "Survival analysis"; Aalen and Johansen 1978.
"""

import numpy as np

from components.analysis.incidence.curve import Curve
from components.analysis.incidence.stays import Days, Stays

_Z = 1.959963984540054


def cumulative_incidence(stays: Stays, cause: int) -> Curve:
    """The share of stays ended for one cause by each time, other causes competing.

    F(t) = Σ S(t_j−)·d_j / Y_j over times t_j ≤ t, S being the share still here of all causes.
    Of three stays, one ends for the cause at 1 and one for another at 2:

    >>> two = Stays(np.zeros(3), np.array([1.0, 2.0, 3.0]), np.array([1, 2, 0]))
    >>> cumulative_incidence(two, 1).incidence.round(3).tolist()
    [0.333, 0.333]
    """
    events, at_risk = stays.ended(cause), stays.at_risk
    before = _here_before(stays)
    with np.errstate(divide="ignore", invalid="ignore"):
        incidence = np.cumsum(np.where(at_risk > 0, before * events / at_risk, 0.0))
    variance = _variance(stays, incidence, before, cause)
    low, high = _interval(incidence, variance)
    return Curve(
        stays.times, at_risk, events, incidence, variance, low, high, int(stays.observed.sum())
    )


def _here_before(stays: Stays) -> Days:
    """The share still here just before each time."""
    here = np.cumprod(1.0 - stays.ended_at_all / stays.at_risk)
    before: Days = np.concatenate([np.ones(1), here])[: len(here)]
    return before


def _variance(stays: Stays, incidence: Days, before: Days, cause: int) -> Days:
    """The variance at each time (Marubini and Valsecchi 1995), by running sums.

    Where everybody at risk ends at once the first sum is taken as it stood before.
    """
    ended, own = stays.ended_at_all.astype(float), stays.ended(cause).astype(float)
    risk = stays.at_risk.astype(float)
    remain = risk - ended
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.where(remain > 0, ended / risk / remain, 0.0)
    squares = _around(spread, incidence, power=2)
    own_part = np.cumsum(before**2 * own * (risk - own) / risk**3)
    shared = _around(before * own / risk**2, incidence, power=1)
    variance: Days = np.maximum(squares + own_part - 2.0 * shared, 0.0)
    return variance


def _around(weights: Days, incidence: Days, *, power: int) -> Days:
    """Σ (F(t) − F(t_j))^power · weight_j over t_j ≤ t."""
    total, first = np.cumsum(weights), np.cumsum(weights * incidence)
    if power == 1:
        return incidence * total - first
    return incidence**2 * total - 2.0 * incidence * first + np.cumsum(weights * incidence**2)


def _interval(incidence: Days, variance: Days) -> tuple[Days, Days]:
    """The log–log interval of 95 %; none where nothing has happened yet or nobody is left.

    Near 0 or 1 with a large variance it is everything from 0 to 1.
    """
    inside = (incidence > 0) & (incidence < 1)
    share = np.where(inside, incidence, 0.5)
    with np.errstate(divide="ignore", over="ignore", under="ignore"):
        wide = np.exp(_Z * np.sqrt(variance) / (share * np.log(share)))
        low, high = share ** (1.0 / wide), share**wide
    return np.where(inside, low, incidence), np.where(inside, high, incidence)
