"""The cast of the sample is judged as its list of stories says, on the same road as any file."""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from components.settings import load_settings
from tests.truth.road import DAY, SAMPLE, Road

Story = dict[str, Any]
SOURCES = ("two workbooks", "one workbook")


def stories() -> list[Story]:
    listed = tomllib.loads((SAMPLE / "stories.toml").read_text("utf-8"))
    assert listed["as_of"] == DAY
    found: list[Story] = listed["story"]
    return found


def expected(story: Story, name: str) -> dict[str, set[str]]:
    """What should be said; the first two files say less and leave more unknown."""
    alone = name == "two workbooks"
    unseen = set(story.get("further", ())) if alone else set()
    unsure = set(story.get("unsure", ())) if alone else set()
    return {
        "yes": {*story["flags"], *story["notices"]} - unseen,
        "unknown": {*story["unknown"]} - unseen | unsure,
    }


def said(road: Road, employee_id: str) -> dict[str, set[str]]:
    rows = road.flags.rows
    mine = rows[rows["employee_id"] == employee_id]
    return {state: set(mine.loc[mine["state"] == state, "rule"]) for state in ("yes", "unknown")}


@pytest.mark.parametrize("name", SOURCES)
def test_every_part_of_the_cast_is_judged_as_listed(road: Callable[[str], Road], name: str) -> None:
    walked = road(name)
    wanted = {s["employee_id"]: expected(s, name) for s in stories()}
    found = {employee_id: said(walked, employee_id) for employee_id in wanted}
    assert len(wanted) >= 35
    assert found == wanted


@pytest.mark.parametrize("name", SOURCES)
def test_the_clocks_of_the_cast_stand_where_the_list_says(
    road: Callable[[str], Road], name: str
) -> None:
    people = road(name).measures.people.set_index("employee_id")
    listed = {s["employee_id"]: s["months_in_scope"] for s in stories() if "months_in_scope" in s}
    found = {who: int(people.loc[who, "months_in_scope"]) for who in listed}
    assert found == listed


def test_flags_and_notices_are_of_the_kind_listed(road: Callable[[str], Road]) -> None:
    rows = road("one workbook").flags.rows
    kinds = {rule: set(part) for rule, part in rows.groupby("rule")["kind"]}
    for story in stories():
        assert all(kinds[rule] == {"flag"} for rule in story["flags"])
        assert all(kinds[rule] == {"notice"} for rule in story["notices"])


def test_nobody_who_left_is_judged(road: Callable[[str], Road]) -> None:
    walked = road("two workbooks")
    people = walked.measures.people
    active = people.loc[(people["status"] == "active").fillna(False), "employee_id"]
    assert set(walked.flags.rows["employee_id"]) == set(active)
    assert "000129" not in set(active)


def test_the_share_flagged_stays_below_the_warning(road: Callable[[str], Road]) -> None:
    states = road("two workbooks").flags.states()
    share = float((states["state"] == "yes").mean())
    assert 0.05 <= share <= 0.09 <= load_settings().app.flagged_share_warning
