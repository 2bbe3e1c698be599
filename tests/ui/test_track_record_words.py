"""What the past says of the rules, in one title and one plain comparison."""

import math
from dataclasses import replace

import pytest

from components.signals import rule
from components.signals.backtest import Acted, Estimates, TrackRecord, Verdict
from components.signals.backtest.counts import Counts, Interval
from components.signals.backtest.track_record import Tested as OfRule
from components.ui.track_record.words import (
    acted_words,
    chart_rows,
    finding,
    small_print,
    to_beat,
)

RANGE = Interval(1.2, 3.4)
FOUND = Estimates(
    Counts(20, 80, 30, 370), 2.0, RANGE, RANGE, RANGE, RANGE, RANGE, RANGE, p_value=0.01
)


def judged(key: str, verdict: Verdict) -> OfRule:
    return OfRule(rule(key), FOUND, verdict, FOUND.counts, FOUND.counts, None)


def record(**verdicts: Verdict) -> TrackRecord:
    found = {key: judged(key, verdict) for key, verdict in verdicts.items()}
    return TrackRecord(found, FOUND, days=3, people=200, unsaid=0)


YES, NO, OPEN, FEW = (
    Verdict.SUPPORTED,
    Verdict.NOT_SUPPORTED,
    Verdict.INCONCLUSIVE,
    Verdict.TOO_FEW,
)


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ({"past_window": YES, "passed_over": OPEN}, "“Past the window” has preceded exits here"),
        ({"past_window": YES, "passed_over": YES}, "2 of 2 rules have preceded exits here"),
        ({"past_window": NO, "passed_over": OPEN}, "No rule is proven in your own past"),
        ({"past_window": FEW, "passed_over": FEW}, "Too few exits or flags to say"),
    ],
)
def test_the_title_counts_the_rules_that_held(verdicts: dict[str, Verdict], said: str) -> None:
    assert finding(record(**verdicts)).startswith(said)


def test_a_rule_with_too_few_has_counts_and_no_figures() -> None:
    rows = chart_rows(record(past_window=FEW, passed_over=YES)).set_index("label")
    few, held = rows.loc[rule("past_window").label], rows.loc[rule("passed_over").label]
    assert (few["left"], few["flagged"], math.isnan(few["lift"])) == (20, 100, True)
    assert (held["lift"], held["low"], held["supported"]) == (2.0, 1.2, True)
    assert small_print(record(past_window=FEW), {})["Lift"].tolist() == ["not computed"]


def test_flags_stand_before_notices() -> None:
    labels = chart_rows(record(approaching=OPEN, past_window=OPEN))["label"].tolist()
    assert labels == [rule("past_window").label, rule("approaching").label]


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (Counts(20, 80, 30, 370), "2.0 times as often as everyone (20 of 100 left)"),
        (Counts(0, 9, 30, 370), "which preceded no exit here (0 of 9 left)"),
        (Counts(0, 0, 30, 370), ""),
    ],
)
def test_short_service_is_what_a_rule_has_to_beat(counts: Counts, said: str) -> None:
    assert to_beat(replace(FOUND, counts=counts)).rstrip(".").endswith(said)


def test_what_was_done_stands_beside_the_figures_and_is_told_once() -> None:
    done = {"past_window": Acted(4, 1), "passed_over": Acted(0, 0)}
    rows = small_print(record(past_window=YES, passed_over=OPEN), done)
    assert rows["Flagged, something done"].tolist() == ["4", "0"]
    assert rows["Of these left"].tolist() == ["1", "0"]
    assert acted_words(done).startswith("After 4 of these flags a talk or an action is on record")
    assert acted_words({}) == ""
