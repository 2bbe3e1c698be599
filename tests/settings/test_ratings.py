"""Which scale a column of ratings speaks, and what is asked instead of guessed."""

from pathlib import Path

import pytest

from components.errors import ConfigError
from components.settings import RatingScales, load_settings


@pytest.fixture(scope="module")
def scales() -> RatingScales:
    return load_settings().ratings


def chosen(scales: RatingScales, labels: list[str]) -> str | None:
    scale = scales.best_for(labels)
    return None if scale is None else scales.key_of(scale)


@pytest.mark.parametrize(
    ("labels", "key"),
    [
        (["1", "2", "3", "4", "5"], "one_to_five"),
        (["1", "2", "3", "4"], "one_to_five"),
        (["3", "4"], "one_to_five"),
        (["1.0", "2.00", "5.0"], "one_to_five"),
        (["3,0", " 4 "], "one_to_five"),
        (["Leading", "Strong", "Solid"], "solid_to_leading"),
        (["EXCEEDS", "fully  meets", "Needs Improvement", "PIP"], "exceeds_to_pip"),
        (["Outstanding", "Good", "Needs Improvement"], "good_to_outstanding"),
        (["Bottom", "Middle", "Top"], "bottom_to_top"),
        (["Low", "High"], "low_to_high"),
    ],
)
def test_labels_of_one_scale_choose_it(scales: RatingScales, labels: list[str], key: str) -> None:
    assert chosen(scales, labels) == key


def test_some_unreadable_labels_do_not_hide_the_scale(scales: RatingScales) -> None:
    assert chosen(scales, ["1", "2", "3", "4", "5", "see file", "33"]) == "one_to_five"


@pytest.mark.parametrize(
    "labels",
    [
        [],
        ["", "  "],
        ["1", "2", "3", "4", "5", "6"],
        [str(number) for number in range(1, 11)],
        ["0", "1", "2", "3"],
        ["Outstanding", "Needs Improvement"],
        ["red", "amber", "green"],
        ["1", "red", "green"],
        ["2.5", "3.75"],
    ],
)
def test_what_fits_no_scale_or_two_is_not_guessed(scales: RatingScales, labels: list[str]) -> None:
    assert chosen(scales, labels) is None


def test_the_default_decides_for_plain_numbers(tmp_path: Path) -> None:
    (tmp_path / "ratings.toml").write_text('default = "one_to_ten"\n')
    scales = load_settings(tmp_path).ratings
    assert chosen(scales, ["1", "2", "3"]) == "one_to_ten"
    assert chosen(scales, [str(number) for number in range(1, 11)]) == "one_to_ten"


def test_only_the_highest_label_is_top_by_default(scales: RatingScales) -> None:
    for scale in scales.scales.values():
        assert scale.top_values == {scale.highest}


def test_a_label_has_its_value_however_it_is_spelled(scales: RatingScales) -> None:
    scale = scales.scales["expectations"]
    found = scale.label_of("  exceptional ")
    assert found is not None
    assert (found.value, found.top) == (5, True)
    assert scale.label_of("excellent") is None
    assert scale.label_for(5) == "Far exceeds expectations"


def test_labels_that_do_not_ascend_are_refused(tmp_path: Path) -> None:
    labels = '[{ value = 2, label = "b", top = true }, { value = 1, label = "a" }]'
    (tmp_path / "ratings.toml").write_text(f'[scales.mine]\nname = "Mine"\nlabels = {labels}\n')
    with pytest.raises(ConfigError, match="lowest to highest"):
        load_settings(tmp_path)


def test_a_scale_without_a_top_label_is_refused(tmp_path: Path) -> None:
    labels = '[{ value = 1, label = "a" }, { value = 2, label = "b" }]'
    (tmp_path / "ratings.toml").write_text(f'[scales.mine]\nname = "Mine"\nlabels = {labels}\n')
    with pytest.raises(ConfigError, match="top = true"):
        load_settings(tmp_path)


def test_a_default_that_names_no_scale_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ratings.toml").write_text('default = "stars"\n')
    with pytest.raises(ConfigError, match="Name one of the scales"):
        load_settings(tmp_path)
