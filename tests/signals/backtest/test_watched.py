"""Flagged people and the others are followed from the day of the flag, never before."""

from datetime import date

import numpy as np
import pytest

from components.analysis import measure
from components.analysis.incidence import Ending, scope_stays
from components.signals.backtest import look_back, track_record
from components.signals.backtest.watched import Watched, watched
from tests.analysis.build import SETTINGS, dataset, person, review, role

NOW = date(2026, 6, 30)
SINCE = date(2022, 10, 1)
LEFT = date(2025, 12, 31)


@pytest.fixture(scope="module")
def followed() -> Watched:
    """Two people two and a half years in scope on the newest day, one top-rated; both leave."""
    people, roles, reviews = [], [], []
    for who, rating in (("1", 5), ("2", 3)):
        people.append(
            person(
                who,
                hire_date="2022-10-01",
                exit_date=LEFT.isoformat(),
                exit_kind="voluntary",
                notice_date="2025-12-01",
            )
        )
        roles.append(role(who, "2022-10-01", "A", level="3", job_family="F", event="hire"))
        reviews.append(review(who, "2025", rating, relation="manager", top=rating == 5))
        reviews.append(review(who, "2024", 3, relation="manager", top=False))
    data = dataset(people=people, roles=roles, reviews=reviews)
    found = look_back(data, measure(data, NOW, SETTINGS), SETTINGS)
    stays = scope_stays(data, NOW, SETTINGS)
    return watched(found, stays, track_record(found, SETTINGS), SETTINGS)


def test_the_flagged_are_watched_from_the_day_of_the_flag(followed: Watched) -> None:
    entry = (date(2025, 6, 30) - SINCE).days
    assert followed.flagged.entry.tolist() == [entry]
    assert followed.flagged.exit.tolist() == [(LEFT - SINCE).days]
    assert followed.flagged.cause.tolist() == [int(Ending.BY_CHOICE)]


def test_who_was_not_flagged_is_watched_on_every_day_and_no_longer_than_a_year(
    followed: Watched,
) -> None:
    lengths = followed.others.exit - followed.others.entry
    assert len(lengths) >= 2
    assert lengths.max() <= SETTINGS.backtest.follow_up_days
    ended = followed.others.cause == int(Ending.BY_CHOICE)
    assert ended.sum() == 1
    assert np.all(followed.others.exit[~ended] < (LEFT - SINCE).days)
