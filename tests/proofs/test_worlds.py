"""Companies drawn by chance, looked back at: what is not there is not found, what is there is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import pytest

from components.analysis import measure
from components.signals.backtest import look_back, track_record
from tests.analysis.build import SETTINGS
from tests.proofs.table import ProofTable
from tests.signals.backtest.worlds import LAST, World, company, naive_lift

RULE = "stalled_top_performer"
NOTHING = World(800)
"""Waiting changes nothing; about 1,700 person-dates."""

SHARP = World(3_100, window_factor=2.2, leaving=0.018, top_share=1.0)
"""Everybody is top-rated and leaves 2.2 times as often in the window; above 4,400 person-dates."""

FAINT = World(2_300, window_factor=2.2)
"""The same for the third who are top-rated: a quarter as many flags, of as many person-dates."""

FULL, QUICK = 100, 8


@dataclass(frozen=True)
class Found:
    """What the past of one company says of the rule: the lift and its interval."""

    person_dates: int
    lift: float
    low: float
    high: float

    @property
    def holds_one(self) -> bool:
        """Whether as often as everybody is among what the interval allows."""
        return self.low <= 1 <= self.high


def looked_back(world: World, seeds: range) -> Sequence[Found]:
    """The rule on the past of one company for each seed."""
    return [_found(world, seed) for seed in seeds]


def _found(world: World, seed: int) -> Found:
    data = company(world, seed)
    past = look_back(data, measure(data, LAST, SETTINGS), SETTINGS)
    found = track_record(past, SETTINGS).tested[RULE].found
    interval = found.lift_interval
    assert interval is not None
    return Found(len(past.person_dates), found.counts.lift, interval.low, interval.high)


def test_where_waiting_changes_nothing_the_interval_holds_one() -> None:
    found = looked_back(NOTHING, range(QUICK))
    assert sum(one.holds_one for one in found) >= QUICK - 1
    assert fmean(one.lift for one in found) == pytest.approx(1, abs=0.2)


def test_a_planted_effect_is_found() -> None:
    found = looked_back(SHARP, range(QUICK))
    assert min(one.person_dates for one in found) >= 4_400
    assert sum(one.low > 1 for one in found) >= QUICK - 2


def test_open_roles_of_leavers_do_not_leak() -> None:
    """Who lets leavers' clocks run on finds an effect where there is none."""
    found = looked_back(NOTHING, range(QUICK))
    naive = fmean(naive_lift(company(NOTHING, seed)) for seed in range(QUICK))
    assert naive > 1.25
    assert abs(fmean(one.lift for one in found) - 1) < (naive - 1) / 2


@pytest.mark.prove
def test_a_hundred_companies_are_looked_back_at(proved: ProofTable) -> None:
    nothing, sharp, faint = (
        looked_back(world, range(FULL)) for world in (NOTHING, SHARP, FAINT)
    )  # fmt: skip
    naive = fmean(naive_lift(company(NOTHING, seed)) for seed in range(FULL))
    lift = fmean(one.lift for one in nothing)
    fewest = min(one.person_dates for one in sharp)
    met = [
        proved.add(
            "Worlds", "Null world: intervals of the lift that hold 1, of 100",
            sum(one.holds_one for one in nothing), goal=("at least", 90),
        ),
        proved.add("Worlds", "Hazard ×2.2 planted: fewest person-dates", fewest,
                   goal=("at least", 4_400)),
        proved.add(
            "Worlds", "Hazard ×2.2 planted for everybody: found, of 100",
            sum(one.low > 1 for one in sharp), goal=("at least", 90),
        ),
        proved.add("Worlds", "Leavers' roles open: mean lift, its distance from 1", abs(lift - 1),
                   goal=("at most", 0.05)),
    ]  # fmt: skip
    proved.add("Worlds", "Leavers' roles open: mean lift", lift)
    proved.add("Worlds", "The same, found by who lets the clocks run on", naive)
    rare = sum(one.low > 1 for one in faint)
    proved.add("Worlds", "Hazard ×2.2 planted for the top-rated third: found, of 100", rare)
    assert all(met)
