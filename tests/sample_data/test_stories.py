"""The cast stands in the files and does what the list of stories says."""

import tomllib
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from tests.sample_data.oracle import (
    READ_HERE,
    Row,
    by_person,
    is_active,
    is_top,
    judged,
    months_in_scope,
)

Story = dict[str, Any]


@pytest.fixture(scope="module")
def stories(sample: Path) -> list[Story]:
    found: list[Story] = tomllib.loads((sample / "stories.toml").read_text("utf-8"))["story"]
    return found


@pytest.fixture(scope="module")
def people(history: list[Row]) -> dict[str, list[Row]]:
    return by_person(history)


@pytest.fixture(scope="module")
def verdicts(
    people: dict[str, list[Row]], reviews: list[Row], opportunities: list[Row]
) -> dict[str, set[str]]:
    held, chances = by_person(reviews), by_person(opportunities)
    return {
        who: judged(rows, held[who], chances[who])
        for who, rows in people.items()
        if is_active(rows)
    }


def test_every_part_stands_in_the_history_and_in_the_readme(
    stories: list[Story], people: dict[str, list[Row]], sample: Path
) -> None:
    readme = (sample / "README.md").read_text("utf-8")
    assert {story["employee_id"] for story in stories} <= set(people)
    assert all(f"| {story['employee_id']} |" in readme for story in stories)


def test_the_rules_say_of_every_part_what_the_list_says(
    stories: list[Story], verdicts: dict[str, set[str]]
) -> None:
    expected = {
        story["employee_id"]: {
            *READ_HERE.intersection(story["flags"]),
            *READ_HERE.intersection(story["notices"]),
            *(f"unknown {key}" for key in READ_HERE.intersection(story["unknown"])),
        }
        for story in stories
    }
    gone = {"000129", "000133"}
    found = {who: verdicts[who] for who in expected if who not in gone}
    assert found == {who: said for who, said in expected.items() if who not in gone}
    assert not gone & set(verdicts)


def test_clocks_of_the_cast_are_as_listed(
    stories: list[Story], people: dict[str, list[Row]]
) -> None:
    listed = {s["employee_id"]: s["months_in_scope"] for s in stories if "months_in_scope" in s}
    assert len(listed) >= 20
    assert {who: months_in_scope(people[who]) for who in listed} == listed


def test_between_five_and_nine_percent_of_active_people_are_flagged(
    verdicts: dict[str, set[str]],
) -> None:
    flags = {"stalled_top_performer", "past_window", "passed_over"}
    flagged = [who for who, said in verdicts.items() if said & flags]
    assert 0.05 <= len(flagged) / len(verdicts) <= 0.09
    counts = Counter(key for said in verdicts.values() for key in said)
    assert min(counts[key] for key in flags) >= 10


def test_between_twelve_and_fifteen_percent_are_top_rated(
    verdicts: dict[str, set[str]], reviews: list[Row]
) -> None:
    held = by_person(reviews)
    top = [who for who in verdicts if is_top(held[who])]
    assert 0.12 <= len(top) / len(verdicts) <= 0.15


def test_two_managers_rate_a_full_step_apart_from_everybody_else(reviews: list[Row]) -> None:
    latest = [r for r in reviews if r["Cycle"] == "2026" and r["Relation"] == "manager"]
    given = {
        who: [r["Rating"] for r in latest if r["Reviewer ID"] == who]
        for who in ("000109", "000110")
    }
    others = mean(r["Rating"] for r in latest if r["Rating"] and r["Reviewer ID"] not in given)
    assert min(len(ratings) for ratings in given.values()) >= 12
    assert 0.8 <= mean(given["000109"]) - others <= 1.3
    assert 0.8 <= others - mean(given["000110"]) <= 1.3


def test_namesake_managers_share_a_name_and_each_leads_a_team(history: list[Row]) -> None:
    both = [row for row in history if row["Employee ID"] in ("000124", "000125")]
    leads = {row["Manager ID"] for row in history if row["End date"] is None}
    assert len({row["Name"] for row in both}) == 1
    assert {"000124", "000125"} <= leads


def test_one_region_is_so_small_that_most_groups_in_it_are_hidden(
    people: dict[str, list[Row]],
) -> None:
    active = [rows[-1] for rows in people.values() if is_active(rows)]
    regions = Counter(row["Region"] for row in active)
    countries = Counter(row["Country"] for row in active)
    assert set(regions) == {"USA", "EU", "LatAm", "MENA"}
    assert 10 <= regions["MENA"] < 20
    assert countries["Jordan"] == 1


def test_the_one_who_cannot_be_released_has_a_key_role_and_no_successor(sample: Path) -> None:
    from tests.sample_data.conftest import rows_of

    book = sample / "clean" / "everything.xlsx"
    key = {row["Employee ID"]: row["Key role"] for row in rows_of(book, "People")}
    named = {row["Incumbent ID"] for row in rows_of(book, "Successors")}
    asked = {row["Employee ID"] for row in rows_of(book, "Aspirations")}
    assert key["000108"] == "yes"
    assert "000108" not in named
    assert "000126" not in asked


def test_the_promise_of_a_next_cycle_stands_in_the_comments(reviews: list[Row]) -> None:
    said = [r["Comment"] for r in reviews if r["Employee ID"] == "000101" and r["Comment"]]
    assert len([comment for comment in said if "next cycle" in comment]) == 2
