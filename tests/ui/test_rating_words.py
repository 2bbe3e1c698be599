"""Findings about ratings speak of all groups together and name none."""

import pandas as pd
import pytest

from components.analysis.distributions import distribution
from components.analysis.rating_counts import BY_MANAGER
from components.settings import load_settings
from components.ui.comparing import counts_still
from components.ui.rating_words import GROUPINGS, chance, divided, finding
from tests.analysis.test_distributions import people

BY_TEAM, BY_UNIT = GROUPINGS[0], GROUPINGS[1]
SCALES = load_settings().ratings
SCALE = SCALES.default_scale


def rows(frame: pd.DataFrame, by=BY_TEAM) -> pd.DataFrame:
    return distribution(frame, by.column, steps=range(1, 6), limit=5)


def team(name: str, *ratings: float | None) -> list[dict]:
    return [{"rater_id": name, "rating": rating, "department": name} for rating in ratings]


def parts(frame: pd.DataFrame) -> dict[str, int]:
    counts = distribution(frame, BY_TEAM.column, steps=range(1, 6), limit=5, months=15)
    held = int(counts_still(frame, 15).sum())
    return divided(counts, held, BY_TEAM, 15)


def test_teams_with_nobody_at_the_top_are_counted() -> None:
    frame = people(*team("A", 3, 3, 3, 3, 5), *team("B", 3, 3, 3, 4, 4))
    said = finding(rows(frame), BY_TEAM, SCALE)
    assert said == "3 is the most common rating; in 1 of 2 teams nobody is at 5"


def test_departments_that_agree_with_everyone_are_counted() -> None:
    frame = people(*team("A", 3, 3, 3, 4, 4), *team("B", 4, 4, 3, 3, 3), *team("C", 2, 2, 2, 3, 4))
    said = finding(rows(frame, BY_UNIT), BY_UNIT, SCALE)
    assert said == "3 is the most common rating, in 2 of 3 departments too"


def test_two_ratings_alike_are_both_named() -> None:
    frame = people(*team("A", 3, 3, 3, 4, 4, 4))
    assert finding(rows(frame), BY_TEAM, SCALE) == "3 and 4 are equally common"


def test_nobody_rated_and_too_few_rated_are_told_apart() -> None:
    nobody = people(*team("A", None, None))
    few = people(*team("A", 3, 4, None))
    assert finding(rows(nobody), BY_TEAM, SCALE) == "None of these people has a rating"
    assert finding(rows(few), BY_TEAM, SCALE).startswith("Too few")


@pytest.mark.parametrize("ratings", [(3, 4, None), (3, 3, 3, 4, 4, None), (None, None), ()])
def test_the_parts_add_up_to_the_people(ratings: tuple) -> None:
    frame = people(*team("A", *ratings))
    assert sum(parts(frame).values()) == len(frame)


def test_the_chance_of_nobody_at_the_top_follows_from_size_and_share() -> None:
    frame = people(*team("A", 5, 5, 3, 3, 3, 3, 3, 3, 3, 3), *team("B", *[3] * 10))
    said = chance(rows(frame), SCALE)
    assert said.startswith("2 of 20 are at 5: by chance alone about 35 of 100 teams of 10")


def test_below_twenty_people_no_chance_is_told() -> None:
    assert chance(rows(people(*team("A", 5, 3, 3, 3, 3))), SCALE) == ""


def test_a_scale_of_words_is_known_by_its_labels() -> None:
    scale = SCALES.spoken_by(["Meets expectations", "Exceeds expectations"])
    frame = people(*team("A", 3, 3, 3, 4, 4), *team("B", 3, 3, 3, 4, 4))
    said = finding(rows(frame), BY_TEAM, scale)
    assert said.startswith("“Meets expectations” is the most common rating; in 2 of 2 teams")
    assert BY_TEAM.column == BY_MANAGER


def test_people_whose_manager_nobody_knows_are_no_team() -> None:
    frame = people(*[{"rater_id": None, "manager_id": None}] * 6, *team("A", 3, 3, 3, 3, 3))
    told = {part: count for part, count in parts(frame).items() if count}
    assert told == {"rated by 1 manager": 5, "rated, manager not known": 6}


def test_ratings_too_old_to_count_are_a_part_of_their_own() -> None:
    old = [one | {"rating_age_months": 30} for one in team("A", 3, 4)]
    told = {
        part: count for part, count in parts(people(*team("A", *[3] * 6), *old)).items() if count
    }
    assert told == {"rated by 1 manager": 6, "rated more than 15 months ago": 2}


def test_three_ratings_alike_are_said_as_a_list() -> None:
    frame = people(*team("A", 3, 3, 4, 4, 5, 5))
    assert finding(rows(frame), BY_TEAM, SCALE) == "3, 4 and 5 are equally common"
