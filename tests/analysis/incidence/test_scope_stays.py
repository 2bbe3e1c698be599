"""Stays in one scope: when they begin, how they end, and from when they were watched."""

from datetime import date

import pytest

from components.analysis.incidence import Ending, scope_stays
from tests.analysis.build import AS_OF, SETTINGS, dataset, person, role


def stays(people, roles, as_of=AS_OF):
    return scope_stays(dataset(people=people, roles=roles), as_of, SETTINGS)


def told(found):
    """Start, ending and days of each stay."""
    rows = found.rows
    return [
        (start.isoformat(), Ending(ending).name, int(lasted))
        for start, ending, lasted in zip(rows["start"], rows["ending"], rows["lasted"], strict=True)
    ]


HIRED = role("1", "2020-01-01", "A", level="3", job_family="F", event="hire")
RAISED = role("1", "2022-01-01", "B", level="4", job_family="F", event="promotion")


def test_a_promotion_ends_one_stay_and_begins_the_next():
    found = stays([person("1", hire_date="2020-01-01")], [HIRED, RAISED])
    assert told(found) == [
        ("2020-01-01", "MOVED", 731),
        ("2022-01-01", "STILL_HERE", (AS_OF - date(2022, 1, 1)).days),
    ]
    assert found.since is None


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("voluntary", "BY_CHOICE"),
        ("involuntary", "OTHERWISE"),
        ("retirement", "OTHERWISE"),
        ("other", "OTHERWISE"),
        (None, "UNSAID"),
    ],
)
def test_an_exit_ends_the_stay_in_its_own_way(kind, ending):
    leaver = person("1", hire_date="2020-01-01", exit_date="2021-01-01", exit_kind=kind)
    assert told(stays([leaver], [HIRED])) == [("2020-01-01", ending, 366)]


def test_whoever_left_on_an_unknown_day_has_a_stay_without_an_end():
    found = stays([person("1", hire_date="2020-01-01", stated_status="left")], [HIRED])
    assert (told(found), found.undated) == ([], 1)


def test_watching_begins_with_the_year_of_the_first_exit_on_record():
    people = [
        person("1", hire_date="2020-01-01"),
        person("2", hire_date="2020-01-01", exit_date="2023-05-04", exit_kind="voluntary"),
    ]
    found = stays(people, [HIRED, role("2", "2020-01-01", "A", level="3", event="hire")])
    assert found.since == date(2023, 1, 1)
    assert set(found.rows["entered"]) == {(date(2023, 1, 1) - date(2020, 1, 1)).days}


def test_an_exit_after_the_day_has_not_happened_yet():
    leaver = person("1", hire_date="2020-01-01", exit_date="2021-01-01", exit_kind="voluntary")
    found = stays([leaver], [HIRED], date(2020, 12, 31))
    assert told(found) == [("2020-01-01", "STILL_HERE", 365)]


def test_a_return_begins_a_new_stay_after_the_exit():
    people = [
        person("1", hire_date="2020-01-01", exit_date="2021-01-01", exit_kind="voluntary"),
        person("1", hire_date="2022-06-01"),
    ]
    found = stays(people, [HIRED, role("1", "2022-06-01", "A", level="3", event="rehire")])
    assert told(found) == [
        ("2020-01-01", "BY_CHOICE", 366),
        ("2022-06-01", "STILL_HERE", (AS_OF - date(2022, 6, 1)).days),
    ]


def test_a_long_leave_does_not_count_as_time_in_scope():
    roles = [
        HIRED | {"end_date": "2020-12-31"},
        role("1", "2021-05-01", "A", level="3", job_family="F"),
    ]
    (whole,) = told(stays([person("1", hire_date="2020-01-01")], roles))
    assert whole == ("2020-01-01", "STILL_HERE", (AS_OF - date(2020, 1, 1)).days - 120)


def test_a_start_before_the_extract_is_counted_and_left_out():
    roles = [role(n, "2019-01-01", "A", level="3", job_family="F") for n in "12345"]
    roles.append(role("6", "2022-01-01", "A", level="3", job_family="F", event="hire"))
    people = [person(n) for n in "12345"] + [person("6", hire_date="2022-01-01")]
    found = stays(people, roles)
    assert [start for start, *_ in told(found)] == ["2022-01-01"]
    assert found.unknown_start == 5
