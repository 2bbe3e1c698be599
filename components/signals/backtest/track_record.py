"""How each rule, and the baselines it has to beat, has done in the organisation's own past."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import narwhals as nw
import numpy as np
from scipy.stats import hypergeom

from components.settings import Settings
from components.signals.backtest.counts import Counts, Interval
from components.signals.backtest.estimates import Estimates, estimates, quick
from components.signals.backtest.past import Moment, Past, Progress, nothing_told
from components.signals.backtest.person_dates import (
    Ahead,
    Answer,
    Codes,
    as_codes,
    codes_of,
    compared,
)
from components.signals.backtest.verdicts import Verdict, sentence, verdicts
from components.signals.catalogue import RULES, limits_of
from components.signals.judging import lacks_for, looked_at, states
from components.signals.rule import Limits, Rule
from components.tables import columns as col

_Answers = Callable[[Moment], Codes]


@dataclass(frozen=True)
class Tested:
    """One rule on the past: the main figures, and the same with unsaid exits taken either way.

    `without_performance` is the same rule without its look at ratings, where it has one.
    """

    rule: Rule
    found: Estimates
    verdict: Verdict
    if_voluntary: Counts
    if_not: Counts
    without_performance: Estimates | None

    @property
    def sentence(self) -> str:
        """The finding in one sentence."""
        return sentence(self.found, self.verdict)

    @property
    def random(self) -> Interval:
        """The lift of as many flags given at random, 95 % of the time."""
        return random_lift(self.found.counts)


@dataclass(frozen=True)
class TrackRecord:
    """What the past says; `why_not` says why nothing can be said, and is empty otherwise.

    `said` is what each rule on would have said of every person-date, as `Answer`.
    """

    tested: Mapping[str, Tested]
    short_service: Estimates | None
    days: int
    people: int
    unsaid: int
    why_not: str = ""
    said: Mapping[str, Codes] = field(default_factory=dict)

    @property
    def not_supported(self) -> frozenset[str]:
        """The rules that have done no better than chance here."""
        return frozenset(
            key for key, one in self.tested.items() if one.verdict is Verdict.NOT_SUPPORTED
        )


def answers(rule: Rule, limits: Limits, past: Past) -> Codes:
    """What the rule would have said of everybody on all days."""
    return _on_all_days(past, lambda moment: _answers_on(rule, limits, moment))


def what_if(rule: Rule, limits: Limits, past: Past) -> Estimates:
    """The rule's figures under other limits, with Wilson intervals, at once."""
    return quick(compared(past.person_dates, answers(rule, limits, past)))


def track_record(past: Past, settings: Settings, progress: Progress = nothing_told) -> TrackRecord:
    """Every rule and baseline on the past."""
    why_not = why_not_testable(past)
    if why_not:
        return TrackRecord({}, None, len(past.moments), 0, 0, why_not)
    limits, resamples = limits_of(settings), settings.backtest.resamples
    said = {rule.key: answers(rule, limits[rule.key], past) for rule in RULES}
    on = [rule for rule in RULES if (said[rule.key] != Answer.OFF).any()]
    found = _estimated(on, said, past, resamples, progress=progress)
    verdict = verdicts(found, settings.backtest)
    tested = {
        rule.key: Tested(
            rule,
            found[rule.key],
            verdict[rule.key],
            *_unsaid_either_way(past, said[rule.key]),
            _without_performance(rule, limits[rule.key], past),
        )
        for rule in on
    }
    return TrackRecord(
        tested,
        _short_service(past, settings),
        len(past.moments),
        len(np.unique(past.person_dates.person)),
        int((past.person_dates.ahead == Ahead.LEFT_UNSAID).sum()),
        said={rule.key: said[rule.key] for rule in on},
    )


def _estimated(
    rules: Sequence[Rule],
    said: Mapping[str, Codes],
    past: Past,
    resamples: int,
    *,
    progress: Progress,
) -> dict[str, Estimates]:
    found = {}
    for at, rule in enumerate(rules):
        progress(at / max(len(rules), 1), rule.label)
        found[rule.key] = estimates(compared(past.person_dates, said[rule.key]), resamples)
    progress(1.0, "")
    return found


def why_not_testable(past: Past) -> str:
    """Why the rules can't be compared with this past; empty where they can."""
    if not any(("roles", col.EFFECTIVE_DATE) in moment.given for moment in past.moments):
        return "Not testable: no dated history."
    ahead = past.person_dates.ahead
    if not (ahead != Ahead.STAYED).any():
        return "Not testable: no exits with a date within the years looked back at."
    if not ((ahead == Ahead.LEFT_BY_CHOICE) | (ahead == Ahead.LEFT_OTHERWISE)).any():
        return "Not testable: no exit says whether it was voluntary. Add exit_kind."
    if all(lacks_for(rule, moment.given) for rule in RULES for moment in past.moments):
        return "Not testable: every rule was off on the days looked back at."
    return ""


def _unsaid_either_way(past: Past, said: Codes) -> tuple[Counts, Counts]:
    """The counts with every unsaid exit taken as voluntary, and with none."""
    people = past.person_dates
    either = (Ahead.LEFT_BY_CHOICE, Ahead.LEFT_OTHERWISE)
    first, second = (compared(people, said, unsaid=way).counts for way in either)
    return first, second


def _without_performance(rule: Rule, limits: Limits, past: Past) -> Estimates | None:
    plain = rule.without_performance
    if plain is None:
        return None
    said = _on_all_days(past, lambda moment: codes_of(moment.people, plain(limits)))
    return quick(compared(past.person_dates, said))


def _short_service(past: Past, settings: Settings) -> Estimates:
    months = settings.backtest.short_service_months
    short = nw.col(col.MONTHS_OF_SERVICE) < months
    return quick(
        compared(past.person_dates, _on_all_days(past, lambda one: codes_of(one.people, short)))
    )


def random_lift(counts: Counts) -> Interval:
    """The lift of as many flags given at random, 95 % of the time (hypergeometric)."""
    if not counts.flagged or not counts.left:
        return Interval(math.nan, math.nan)
    drawn = hypergeom(counts.people, counts.left, counts.flagged)
    by_chance = counts.flagged * counts.base
    low, high = (float(drawn.ppf(share)) / by_chance for share in (0.025, 0.975))
    return Interval(low, high)


def _on_all_days(past: Past, of: _Answers) -> Codes:
    parts = [of(moment) for moment in past.moments]
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _answers_on(rule: Rule, limits: Limits, moment: Moment) -> Codes:
    if lacks_for(rule, moment.given):
        return np.full(moment.people.num_rows, int(Answer.OFF), np.int64)
    people = looked_at(moment.people, rule, moment.given)
    frame = states(rule, limits, nw.from_native(people, eager_only=True))
    return as_codes(frame.to_native()["applies"])
