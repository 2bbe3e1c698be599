"""The comparison on one day stands on stated durations, and takes no known other exit for one."""

from datetime import date

import pytest

from components.analysis import measure
from components.signals.backtest import one_day
from tests.analysis.build import SETTINGS, dataset, person, review, role

NOW = date(2026, 6, 30)


def groups(people, **tables):
    tables = {"reviews": [review(row["employee_id"], "2026", 5.0) for row in people]} | tables
    return one_day(measure(dataset(people=people, **tables), NOW, SETTINGS), SETTINGS)


def stated(who: str, months: int, status: str = "active", **more):
    return person(who, months_in_role=months, stated_status=status, known_on="2026-06-01", **more)


def test_each_group_counts_its_people_and_who_of_them_left():
    people = [
        stated("1", 23), stated("2", 24, "left"), stated("3", 36), stated("4", 37, "left"),
    ]  # fmt: skip
    found = {(one.from_months, one.to_months): one.found.counts for one in groups(people)}
    assert {key: (one.flagged, one.flagged_left) for key, one in found.items()} == {
        (24, None): (3, 2),
        (24, 36): (2, 1),
        (0, 23): (1, 0),
    }
    assert {(one.people, one.left) for one in found.values()} == {(4, 2)}


@pytest.mark.parametrize("kind", ["retirement", "involuntary", "other"])
def test_a_known_other_exit_counts_as_none(kind):
    people = [stated("1", 30, "left", exit_kind=kind), stated("2", 30, "left"), stated("3", 30)]
    assert groups(people)[0].found.counts.flagged_left == 1


def test_who_has_no_rating_is_unknown_and_not_compared():
    people = [stated(who, 30, "left" if who == "1" else "active") for who in "123"]
    reviews = [review("1", "2026", 5.0), review("2", "2026", 3.0)]
    counts = groups(people, reviews=reviews)[0].found.counts
    assert (counts.people, counts.unknown, counts.flagged) == (2, 1, 1)


def test_clocks_that_run_on_dates_are_not_compared():
    people = [person("1", exit_date="2026-01-31", exit_kind="voluntary"), person("2")]
    assert groups(people, roles=[role(who, "2023-01-01", "A", level="3") for who in "12"]) == ()


def test_without_ratings_or_exits_there_is_no_comparison():
    assert groups([stated("1", 30, "left")], reviews=[]) == ()
    assert groups([stated("1", 30)]) == ()
