"""The framework: names, order, and what a level asks for."""

from pathlib import Path

import pytest

from components.errors import ConfigError
from components.settings import NOT_REQUIRED, Framework, load_settings


@pytest.fixture(scope="module")
def framework() -> Framework:
    return load_settings().competencies


def test_the_order_is_that_of_the_file(framework: Framework) -> None:
    assert framework.names[0] == "Domain expertise"
    assert framework.names[-1] == "Change leadership"
    assert len(framework.names) == 8


def test_a_competency_is_found_by_name_key_and_alias(framework: Framework) -> None:
    found = [framework.named(text) for text in ("problem_solving", "Problem Solving", "Analysis")]
    assert found[0] is not None
    assert found == [found[0]] * 3
    assert framework.named("Juggling") is None


def test_a_target_depends_on_level_and_track(framework: Framework) -> None:
    assert framework.target("Delivery", level="3", track="ic") == 3
    assert framework.target("Delivery", level="3", track="manager") == 4
    assert framework.target("Delivery", level="Level 3", track="manager") == 4
    assert framework.target("Delivery", level="L3", track="manager") == 4


def test_coaching_is_not_required_of_the_first_expert_levels(framework: Framework) -> None:
    targets = [framework.target("Coaching others", level=level, track="ic") for level in "1234"]
    assert targets == [NOT_REQUIRED, NOT_REQUIRED, NOT_REQUIRED, 2]


def test_no_level_asks_for_less_than_the_one_below(framework: Framework) -> None:
    for competency in framework.competencies.values():
        for targets in competency.targets.values():
            assert list(targets) == sorted(targets)


@pytest.mark.parametrize(
    ("competency", "level", "track"),
    [
        ("Juggling", "3", "ic"),
        ("Delivery", "9", "ic"),
        ("Delivery", "M3", "ic"),
        ("Delivery", "3", ""),
    ],
)
def test_what_has_no_target_is_unknown_not_zero(
    framework: Framework, competency: str, level: str, track: str
) -> None:
    assert framework.target(competency, level=level, track=track) is None


def test_a_row_of_targets_that_misses_a_level_is_refused(tmp_path: Path) -> None:
    (tmp_path / "competencies.toml").write_text("[competencies.delivery.targets]\nic = [1, 2]\n")
    with pytest.raises(ConfigError, match=r"competencies\.delivery\.targets\.ic"):
        load_settings(tmp_path)


def test_a_target_off_the_scale_is_refused(tmp_path: Path) -> None:
    text = "[competencies.delivery.targets]\nic = [1, 2, 3, 4, 5, 6, 7]\n"
    (tmp_path / "competencies.toml").write_text(text)
    with pytest.raises(ConfigError, match="Stay between 1 and 5"):
        load_settings(tmp_path)


def test_an_alias_of_two_competencies_is_refused(tmp_path: Path) -> None:
    text = '[competencies.juggling]\nname = "Juggling"\nmeaning = ""\naliases = ["Execution"]\n'
    (tmp_path / "competencies.toml").write_text(text)
    with pytest.raises(ConfigError, match="already stands for delivery"):
        load_settings(tmp_path)
