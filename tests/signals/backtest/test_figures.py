"""Counts, intervals, the adjusted ratio and verdicts, beside figures worked out elsewhere."""

import math

import numpy as np
import pytest
from scipy.stats import binomtest

from components.signals.backtest.adjusted import risk_ratio
from components.signals.backtest.counts import Counts, Interval, wilson
from components.signals.backtest.estimates import Estimates, estimates, quick
from components.signals.backtest.person_dates import Ahead, Answer, PersonDates, compared
from components.signals.backtest.resampling import records
from components.signals.backtest.track_record import random_lift
from components.signals.backtest.verdicts import Verdict, sentence, verdicts
from tests.analysis.build import SETTINGS

RULES = SETTINGS.backtest


@pytest.mark.parametrize(("count", "of"), [(0, 12), (1, 10), (23, 180), (50, 50)])
def test_the_wilson_interval_is_that_of_scipy(count, of):
    expected = binomtest(count, of).proportion_ci(method="wilson")
    found = wilson(count, of)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_figures_follow_from_the_four_counts():
    found = Counts(20, 80, 30, 370, 7)
    assert (found.people, found.flagged, found.left) == (500, 100, 50)
    assert (found.base, found.precision, found.recall) == (0.1, 0.2, 0.4)
    assert (found.lift, found.flag_rate) == (2.0, 0.2)
    assert found.risk_ratio == pytest.approx(0.2 / 0.075)


def test_without_flags_or_exits_a_figure_is_not_a_number():
    assert math.isnan(Counts(0, 0, 5, 5).precision)
    assert math.isnan(Counts(0, 5, 0, 5).lift)
    assert math.isnan(random_lift(Counts(0, 0, 5, 5)).low)


def test_the_adjusted_ratio_compares_like_with_like():
    """In each stratum the flagged leave as often as the others; pooled they seem to leave more."""
    cells = np.array([[90.0, 10.0, 9.0, 1.0], [5.0, 5.0, 50.0, 50.0]])
    assert risk_ratio(cells).item() == pytest.approx(1.0)
    pooled = cells.sum(axis=0)
    assert Counts(int(pooled[3]), int(pooled[2]), int(pooled[1]), int(pooled[0])).lift > 1.3


def people(rows):
    """Person-dates from (person, day, service, ahead)."""
    columns = np.array(rows, np.int64).T
    return PersonDates(*columns, service_bands=5)


def test_unknown_answers_and_exits_of_unsaid_kind_are_left_out_and_counted():
    stayed, chose, unsaid = Ahead.STAYED, Ahead.LEFT_BY_CHOICE, Ahead.LEFT_UNSAID
    some = people([(0, 0, 0, stayed), (1, 0, 0, chose), (2, 0, 0, unsaid), (3, 0, 0, stayed)])
    said = np.array([Answer.NO, Answer.YES, Answer.YES, Answer.UNKNOWN])
    assert compared(some, said).counts == Counts(1, 0, 0, 1, 1)
    as_voluntary = compared(some, said, unsaid=Ahead.LEFT_BY_CHOICE).counts
    assert as_voluntary == Counts(2, 0, 0, 1, 1)
    as_not = compared(some, said, unsaid=Ahead.LEFT_OTHERWISE).counts
    assert as_not == Counts(1, 1, 0, 1, 1)


def test_a_retirement_is_not_a_voluntary_exit():
    some = people([(0, 0, 0, Ahead.LEFT_OTHERWISE), (1, 0, 0, Ahead.LEFT_BY_CHOICE)])
    assert compared(some, np.array([Answer.YES, Answer.YES])).counts == Counts(1, 1, 0, 0)


def drawn(persons, seed=3, days=3):
    """Flags and exits by chance; every person on each of the days."""
    chance = np.random.default_rng(seed)
    rows = [(p, d, p % 4, int(chance.random() < 0.15)) for p in range(persons) for d in range(days)]
    return compared(people(rows), (chance.random(len(rows)) < 0.2).astype(np.int64))


def test_resampled_records_add_up_to_everybody():
    some = drawn(80)
    found = records(some)
    assert found.people.sum() == 80
    assert found.whole().sum() == 240
    counts = found.whole().sum(axis=0)
    assert counts.tolist() == [
        some.counts.other_stayed,
        some.counts.other_left,
        some.counts.flagged_stayed,
        some.counts.flagged_left,
    ]


def test_a_persons_days_are_drawn_together():
    """Somebody who is the same on every day adds no knowledge: the interval stays as wide."""
    chance = np.random.default_rng(5)
    flagged, left = chance.random(200) < 0.3, chance.random(200) < 0.2

    def over(days):
        rows = [(p, d, 0, int(left[p])) for p in range(200) for d in range(days)]
        said = np.array([int(flagged[p]) for p in range(200) for _ in range(days)])
        interval = estimates(compared(people(rows), said), 2000).lift_interval
        return interval.high - interval.low

    assert over(5) == pytest.approx(over(1), rel=0.05)


def test_equal_input_gives_equal_intervals():
    assert estimates(drawn(60), 500) == estimates(drawn(60), 500)


def test_the_bootstrap_of_one_day_is_near_wilson():
    some = drawn(2_000, days=1)
    by_people, at_once = estimates(some, 4_000), quick(some)
    for name in ("precision_interval", "flag_rate_interval"):
        found, expected = getattr(by_people, name), getattr(at_once, name)
        assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=0.004)
    assert at_once.adjusted == by_people.adjusted
    assert (at_once.resampled, by_people.resampled) == (False, True)


def test_where_none_of_the_flagged_left_the_interval_is_not_a_point():
    some = people([(n, 0, 0, int(n >= 80)) for n in range(100)])
    found = estimates(compared(some, (np.arange(100) < 12).astype(np.int64)), 300)
    assert found.lift_interval.low == 0.0
    assert found.lift_interval.high == pytest.approx(wilson(0, 12).high / 0.2)


def given(counts, lift, adjusted=None, p_value=0.001):
    """Estimates with these intervals."""
    nothing = Interval(0, 1)
    return Estimates(
        counts, 1.0, nothing, nothing, nothing,
        Interval(*lift), nothing, Interval(*(adjusted or lift)), p_value,
    )  # fmt: skip


ENOUGH = Counts(30, 170, 70, 930)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (given(ENOUGH, (1.1, 2.0)), Verdict.SUPPORTED),
        (given(ENOUGH, (1.0, 2.0)), Verdict.INCONCLUSIVE),
        (given(ENOUGH, (1.1, 2.0), (0.9, 2.0)), Verdict.INCONCLUSIVE),
        (given(ENOUGH, (1.1, 2.0), p_value=0.2), Verdict.INCONCLUSIVE),
        (given(ENOUGH, (0.5, 1.19)), Verdict.NOT_SUPPORTED),
        (given(ENOUGH, (0.5, 1.2)), Verdict.INCONCLUSIVE),
        (given(Counts(5, 195, 4, 900), (1.1, 2.0)), Verdict.TOO_FEW),
        (given(Counts(5, 195, 5, 900), (1.1, 2.0)), Verdict.INCONCLUSIVE),
        (given(Counts(5, 4, 50, 900), (1.1, 2.0)), Verdict.TOO_FEW),
        (given(Counts(9, 20, 50, 900), (1.1, 2.0)), Verdict.INCONCLUSIVE),
        (given(Counts(10, 20, 10, 900), (1.1, 2.0)), Verdict.SUPPORTED),
    ],
)
def test_a_verdict_needs_enough_and_an_interval(found, expected):
    assert verdicts({"one": found}, RULES) == {"one": expected}


def test_of_many_rules_one_that_looks_good_by_chance_is_held_back():
    alone = {"a": given(ENOUGH, (1.1, 2.0), p_value=0.04)}
    among = alone | {f"r{n}": given(ENOUGH, (0.8, 1.4), p_value=0.6) for n in range(5)}
    assert verdicts(alone, RULES)["a"] is Verdict.SUPPORTED
    assert verdicts(among, RULES)["a"] is Verdict.INCONCLUSIVE


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_a_sentence_with_its_counts(verdict):
    said = sentence(given(ENOUGH, (1.1, 2.0)), verdict)
    assert said.startswith("30 of 200 flagged left by their own choice within a year")
    assert "100 of 1,200 overall" in said
    assert said.endswith(".")


def test_a_random_flag_on_as_many_people_has_a_lift_around_one():
    found = random_lift(Counts(10, 90, 90, 810))
    assert found.low < 1 < found.high
    assert (found.low, found.high) == pytest.approx((0.5, 1.6))
