"""The clock of a job family: where enough people moved on, and as known on the day."""

from datetime import date

import pytest

from components.analysis.family_clocks import family_clocks
from components.analysis.incidence import scope_stays
from components.signals import judge
from tests.analysis.build import AS_OF, SETTINGS, dataset, measured, person, plain, review, role

OWN = SETTINGS.model_copy(
    update={
        "clocks": SETTINGS.clocks.model_copy(
            update={"family": SETTINGS.clocks.family.model_copy(update={"own_clocks": True})}
        )
    }
)


def moved_after(months: list[int], family: str = "Slow"):
    """One person each, promoted so many months after the hire on 1 January 2016."""
    roles = []
    for at, month in enumerate(months):
        who = f"{family}{at}"
        raised = f"{2016 + month // 12}-{month % 12 + 1:02d}-01"
        roles += [
            role(who, "2016-01-01", "A", level="3", job_family=family, event="hire"),
            role(who, raised, "B", level="4", job_family="Next", event="promotion"),
        ]
    return roles


MOVES = [12] * 12 + [36] * 8 + [60] * 5


def clocks(roles, people=(), as_of=AS_OF):
    return family_clocks(scope_stays(dataset(people=list(people), roles=roles), as_of, OWN), 20)


def test_the_clock_is_when_three_of_four_of_those_who_moved_had_moved():
    assert clocks(moved_after(MOVES)) == {"Slow": 36}


def test_who_left_is_not_among_those_who_moved():
    leavers = [
        person(f"L{at}", hire_date="2016-01-01", exit_date="2021-06-01", exit_kind="voluntary")
        for at in range(40)
    ]
    leavers[0]["exit_date"] = "2016-03-01"  # exits are on record from the beginning
    stayed = [role(one["employee_id"], "2016-01-01", "A", level="3", job_family="Slow",
                   event="hire") for one in leavers]  # fmt: skip
    assert clocks(moved_after(MOVES) + stayed, leavers) == {"Slow": 36}


def test_fewer_moves_than_asked_for_give_no_clock():
    assert clocks(moved_after(MOVES[:19])) == {}


def test_moves_that_came_after_the_day_are_not_seen():
    assert clocks(moved_after(MOVES), as_of=date(2018, 12, 31)) == {}


KEYS = ("approaching", "stalled_top_performer", "past_window")
TOP = [review("1", "2025", 5.0), review("1", "2026", 5.0)]


def standing(start: str, settings=OWN, months=MOVES):
    """Answers and reasons about somebody whose scope has not changed since a day."""
    roles = [*moved_after(months), role("1", start, "A", level="3", job_family="Slow")]
    found = judge(measured(settings=settings, roles=roles, reviews=TOP), settings)
    rows = found.rows[(found.rows["employee_id"] == "1") & found.rows["rule"].isin(KEYS)]
    return {row["rule"]: row for row in plain(rows)}


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2024-01-01", ["no", "no", "no"]),  # 29 months, within the usual window
        ("2023-12-30", ["yes", "no", "no"]),  # 30: 18 and 12 later
        ("2023-07-01", ["yes", "no", "no"]),  # 35
        ("2023-06-30", ["no", "yes", "no"]),  # 36: the clock of the family
        ("2022-05-31", ["no", "yes", "no"]),  # 48
        ("2022-05-30", ["no", "no", "yes"]),  # 49
    ],
)
def test_the_bands_move_with_the_clock_of_the_family(start, expected):
    found = standing(start)
    assert [found[key]["state"] for key in KEYS] == expected


def test_the_reason_says_the_limits_of_the_family_and_since_when():
    row = standing("2023-06-30")["stalled_top_performer"]
    assert "(window 36–48)" in row["reason"]
    assert "three of four who moved on inside had moved by 36 months" in row["reason"]
    assert row["since"] == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("settings", "months"), [(SETTINGS, MOVES), (OWN, MOVES[:19])], ids=["off", "too few"]
)
def test_without_a_clock_the_usual_limits_hold(settings, months):
    row = standing("2024-01-01", settings, months)["stalled_top_performer"]
    assert row["state"] == "yes"
    assert "(window 24–36)" in row["reason"]
    assert "job family" not in row["reason"]
