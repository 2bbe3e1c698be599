"""A manager sees the reporting line and nobody else."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from components.access import EVERYONE, Scope, line_of


def company(managers: list[int | None]) -> pd.DataFrame:
    """Person n reports to the n-th of the managers."""
    ids = [f"E{one}" for one in range(len(managers))]
    return pd.DataFrame(
        {
            "person": range(len(managers)),
            "employee_id": ids,
            "manager_id": [None if boss is None else f"E{boss}" for boss in managers],
        }
    )


def test_the_line_holds_direct_and_indirect_reports():
    assert line_of(0, company([None, 0, 0, 1, None])) == {1, 2, 3}


def test_a_peer_and_the_own_manager_are_outside_the_line():
    assert line_of(1, company([None, 0, 0, 1])) == {3}


def test_a_loop_is_walked_once():
    assert line_of(0, company([2, 0, 1])) == {1, 2}


def test_somebody_who_reports_to_themselves_has_no_line():
    assert line_of(0, company([0])) == frozenset()


def test_a_manager_id_that_is_nobody_has_no_effect():
    people = company([None, 0]).assign(manager_id=[None, "E99"])
    assert line_of(0, people) == frozenset()


@given(st.lists(st.one_of(st.none(), st.integers(0, 14)), min_size=1, max_size=15))
def test_everybody_in_the_line_reaches_the_manager_and_nobody_else_does(bosses):
    people = company([boss if boss is None else boss % len(bosses) for boss in bosses])
    line = line_of(0, people)
    assert line == {one for one in range(1, len(bosses)) if climbs_to_first(one, bosses)}


def climbs_to_first(one: int, bosses: list[int | None]) -> bool:
    for _ in bosses:
        boss = bosses[one]
        if boss is None:
            return False
        one = boss % len(bosses)
        if one == 0:
            return True
    return False


def test_a_scope_keeps_only_its_own_rows():
    people = company([None, 0, 0])
    assert Scope(frozenset({1})).within(people)["employee_id"].tolist() == ["E1"]
    assert EVERYONE.within(people) is people


def test_nobody_is_shown_their_own_row():
    people = company([None, 0, 0])
    everyone, line = EVERYONE.seen_by(0), Scope(frozenset({0, 1})).seen_by(0)
    assert everyone.within(people)["employee_id"].tolist() == ["E1", "E2"]
    assert line.within(people)["employee_id"].tolist() == ["E1"]
    assert [one.holds(0) for one in (everyone, line)] == [False, False]
    assert EVERYONE.seen_by(None) == EVERYONE
