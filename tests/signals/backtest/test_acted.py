"""Deeds after a flag are counted, those before it are not, and no figure changes by them."""

from datetime import timedelta

import pytest

from components.analysis import measure
from components.signals.backtest import Acted, acted, look_back, track_record
from components.signals.backtest.person_dates import Ahead, Answer
from tests.analysis.build import SETTINGS
from tests.signals.backtest import worlds

RULE = "stalled_top_performer"
DAYS = SETTINGS.backtest.follow_up_days


@pytest.fixture(scope="module")
def seen():
    world = worlds.company(worlds.World(400), seed=3)
    past = look_back(world, measure(world, worlds.LAST, SETTINGS), SETTINGS)
    return past, track_record(past, SETTINGS).said[RULE]


def flagged(seen, ahead: Ahead) -> tuple[int, int]:
    """A flagged person-date with this outcome: the person, and which of the days."""
    past, said = seen
    rows = past.person_dates
    place = ((said == Answer.YES) & (rows.ahead == ahead)).nonzero()[0][0]
    return int(rows.person[place]), int(rows.day[place])


@pytest.mark.parametrize(("after", "counted"), [(-1, 0), (0, 0), (1, 1), (DAYS, 1), (DAYS + 1, 0)])
def test_a_deed_counts_from_the_day_after_the_flag_to_the_end_of_the_follow_up(
    seen, after, counted
):
    person, at = flagged(seen, Ahead.STAYED)
    past, said = seen
    first = min(
        day for day in range(len(past.moments))
        if ((past.person_dates.person == person) & (past.person_dates.day == day)
            & (said == Answer.YES)).any()
    )  # fmt: skip
    assert first == at
    deed = (person, past.moments[at].day + timedelta(days=after))
    others = sum(
        ((past.person_dates.person == person) & (past.person_dates.day == day)
         & (said == Answer.YES)).any()
        and 0 < (deed[1] - past.moments[day].day).days <= DAYS
        for day in range(len(past.moments)) if day != at
    )  # fmt: skip
    assert acted(past, said, [deed], DAYS).flagged == counted + others


def test_who_left_all_the_same_is_told(seen):
    person, at = flagged(seen, Ahead.LEFT_BY_CHOICE)
    past, said = seen
    day = past.moments[at].day + timedelta(days=1)
    found = acted(past, said, [(person, day), (person, day + timedelta(days=5))], DAYS)
    assert (found.flagged >= 1, found.left) == (True, 1)


def test_without_deeds_nothing_is_counted(seen):
    past, said = seen
    assert acted(past, said, [], DAYS) == Acted(0, 0)
    nobody = int(past.person_dates.person.max()) + 1
    assert acted(past, said, [(nobody, past.moments[0].day)], DAYS) == Acted(0, 0)
