"""Stays of people who were flagged on days of the past, and of those who were not.

Each is watched from such a day, for as long as exits are counted for it: what came before
the flag never counts for it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from components.analysis.arrow import arrow_of
from components.analysis.day_numbers import day_number, day_numbers
from components.analysis.incidence import Ending, ScopeStays, Stays
from components.analysis.role_rows import DAYS_BELOW
from components.settings import Settings
from components.signals.backtest.past import Moment, Past
from components.signals.backtest.person_dates import Answer, Codes
from components.signals.backtest.track_record import TrackRecord, answers
from components.signals.catalogue import limits_of
from components.tables import columns as col


@dataclass(frozen=True)
class Watched:
    """Days watched in each stay, in days since it began; `unknown` could not be told apart."""

    flagged: Stays
    others: Stays
    unknown: int


def watched(past: Past, stays: ScopeStays, record: TrackRecord, settings: Settings) -> Watched:
    """Every person-date in the stay that it fell into, by whether any counted flag was a yes."""
    state = _states(past, record, settings)
    parts = [_on(moment, stays, settings.backtest.follow_up_days) for moment in past.moments]
    found, entry, out, cause = (
        np.concatenate([np.zeros(0, np.int64), *arrays]) for arrays in zip(*parts, strict=True)
    )
    inside = found.astype(bool)
    chosen = {
        answer: Stays(entry[which].astype(float), out[which].astype(float), cause[which])
        for answer in (Answer.YES, Answer.NO)
        for which in [inside & (state == answer)]
    }
    unknown = int((inside & (state == Answer.UNKNOWN)).sum())
    return Watched(chosen[Answer.YES], chosen[Answer.NO], unknown)


def _states(past: Past, record: TrackRecord, settings: Settings) -> Codes:
    """Per person-date: yes where any rule of kind flag said so, unknown where one could not."""
    limits = limits_of(settings)
    rules = [
        one.rule
        for one in record.tested.values()
        if one.rule.kind == "flag" and one.rule.key not in record.not_supported
    ]
    said = [answers(rule, limits[rule.key], past) for rule in rules]
    every = np.stack(said) if said else np.zeros((1, len(past.person_dates)), np.int64)
    unknown = np.where((every == Answer.UNKNOWN).any(axis=0), int(Answer.UNKNOWN), int(Answer.NO))
    return np.where((every == Answer.YES).any(axis=0), int(Answer.YES), unknown)


def _on(moment: Moment, stays: ScopeStays, follow_up: int) -> Iterator[Codes]:
    """For each person of the day: whether in a stay, days in it then, when seen last, how ended."""
    rows, day = stays.rows, day_number(moment.day)
    person = np.asarray(arrow_of(rows[col.PERSON]), np.int64)
    start = np.asarray(day_numbers(arrow_of(rows["start"])), np.int64)
    end = np.asarray(day_numbers(arrow_of(rows["end"])), np.int64)
    lasted = np.asarray(arrow_of(rows["lasted"]), np.int64)
    ending = np.asarray(arrow_of(rows["ending"]), np.int64)
    key = person * DAYS_BELOW + start
    at = np.searchsorted(key, moment.person * DAYS_BELOW + day, side="right") - 1
    at = np.maximum(at, 0)
    inside = (person[at] == moment.person) & (start[at] <= day) & (end[at] > day)
    remaining = np.minimum(end[at] - day, follow_up)
    entry = np.maximum(lasted[at] - (end[at] - day), 0)
    ended = (end[at] - day <= follow_up) & (ending[at] != Ending.STILL_HERE)
    yield inside.astype(np.int64)
    yield entry
    yield entry + remaining
    yield np.where(ended, ending[at], int(Ending.STILL_HERE))
