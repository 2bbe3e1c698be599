"""Flagged people on past days about whom somebody did something within the follow-up.

Talking to somebody may keep them: a rule looks the worse the more was done about its flags. The
rows are counted and told beside the rule's figures; nothing is taken out of these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from components.analysis.day_numbers import day_number
from components.signals.backtest.past import Past
from components.signals.backtest.person_dates import Ahead, Answer, Codes, Marks


@dataclass(frozen=True, slots=True)
class Acted:
    """Of the flagged person-dates of a rule: with something done, and of these that left."""

    flagged: int
    left: int


def acted(past: Past, said: Codes, deeds: Sequence[tuple[int, date]], days: int) -> Acted:
    """Count the person-dates a rule flagged (`said`) with a deed within so many days after.

    deeds: the person's number and the day something was done. A deed on the day itself was
    done without the flag and does not count.
    """
    marks = _with_deeds(past, deeds, days) & (said == Answer.YES)
    left = past.person_dates.ahead == Ahead.LEFT_BY_CHOICE
    return Acted(int(marks.sum()), int((marks & left).sum()))


def _with_deeds(past: Past, deeds: Sequence[tuple[int, date]], days: int) -> Marks:
    rows = past.person_dates
    marks = np.zeros(len(rows), np.bool_)
    done = np.array([(person, day_number(on)) for person, on in deeds], np.int64).reshape(-1, 2)
    for at, moment in enumerate(past.moments):
        after = done[:, 1] - day_number(moment.day)
        people = done[(after > 0) & (after <= days), 0]
        marks |= (rows.day == at) & np.isin(rows.person, people)
    return marks
