"""Which level is higher, and when that can't be known."""

from pathlib import Path

import pytest

from components.errors import ConfigError
from components.settings import Levels, Step, load_settings


@pytest.fixture(scope="module")
def levels() -> Levels:
    return load_settings().levels


def test_plain_numbers_ascend(levels: Levels) -> None:
    assert levels.rank(["2", "10", "1"]) == {"2": 2, "10": 10, "1": 1}


def test_plain_numbers_descend_where_the_lowest_is_the_top(tmp_path: Path) -> None:
    (tmp_path / "levels.toml").write_text('top = "lowest"\n')
    rank = load_settings(tmp_path).levels.rank(["1", "Level 5"])
    assert (rank["1"] or 0) > (rank["Level 5"] or 0)


def test_level_4_and_l4_and_4_are_one_step(levels: Levels) -> None:
    rank = levels.rank(["Level 4", "L4", "l-4", "4", "4.0"])
    assert set(rank.values()) == {4}


def test_numbers_behind_one_prefix_ascend(levels: Levels) -> None:
    assert levels.rank(["IC2", "IC 10", "IC-3"]) == {"IC2": 2, "IC 10": 10, "IC-3": 3}


def test_words_after_a_number_are_left_aside(levels: Levels) -> None:
    assert levels.step_of("PT5 - Principal") == Step("individual", 5)


def test_two_ladders_are_never_compared(levels: Levels) -> None:
    steps = levels.steps(["IC4", "M1"])
    assert steps["IC4"] == Step("individual", 4)
    assert steps["M1"] == Step("management", 1)
    assert levels.rank(["IC3", "IC4", "M1"]) == {"IC3": 3, "IC4": 4, "M1": None}
    assert levels.rank(["IC4", "M1"]) == {"IC4": None, "M1": None}


def test_listed_words_stand_in_the_order_of_their_list(levels: Levels) -> None:
    rank = levels.rank(["Senior", "jr.", "Principal"])
    assert rank["jr."] is not None
    assert rank["jr."] < (rank["Senior"] or 0) < (rank["Principal"] or 0)


def test_a_smaller_workday_number_is_higher(levels: Levels) -> None:
    rank = levels.rank(["8_Individual_Contributor", "6_Manager"])
    assert (rank["6_Manager"] or 0) > (rank["8_Individual_Contributor"] or 0)


@pytest.mark.parametrize("label", ["", "Wizard", "X7", "4a", "IC", "3-5", "LEV4_11", "2024-01-01"])
def test_a_label_in_no_list_has_no_order(levels: Levels, label: str) -> None:
    assert levels.rank([label, "1", "2"])[label] is None


def test_a_label_on_two_ladders_is_refused(tmp_path: Path) -> None:
    (tmp_path / "levels.toml").write_text('[ladders.mine]\nlabels = ["Rookie", "Senior"]\n')
    with pytest.raises(ConfigError, match="senior"):
        load_settings(tmp_path)


def test_an_answered_order_wins_over_the_ladders() -> None:
    settings = load_settings().with_answers(levels=("Wizard", "Senior", "Junior"))
    rank = settings.levels.rank(["Junior", "Senior", "Wizard"])
    assert rank == {"Wizard": 1, "Senior": 2, "Junior": 3}
    assert settings.fingerprint != load_settings().fingerprint


def test_another_spelling_goes_where_its_label_was_put() -> None:
    levels = load_settings().with_answers(levels=("Level 5", "Level 1")).levels
    assert levels.step_of("L1") == levels.step_of("1") == Step("answered", 2)


def test_what_an_answered_order_leaves_out_is_not_compared_with_it() -> None:
    levels = load_settings().with_answers(levels=("Junior", "Wizard")).levels
    assert levels.rank(["Junior", "Wizard", "Senior"])["Senior"] is None
