"""Which scale a column of ratings speaks, and what is asked instead of guessed."""

from pathlib import Path

import pytest

from components.errors import ConfigError
from components.settings import RatingLabel, RatingScale, RatingScales, load_settings


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
        (["3", "3.5", "4,25", "5"], "one_to_five"),
        (
            ["Unacceptable", "Needs Improvement", "Meets Expectation", "Above and Beyond"],
            "expectations",
        ),
        (["A1", "B2", "C2"], "language_levels"),
        (["ML1", "ML4"], "maturity_levels"),
        (["beginner", "intermediate", "expert"], "beginner_to_expert"),
        (["mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut"], "german"),
        (["Nicht erfüllt", "Erfüllt", "Übertroffen"], "german_expectations"),
        (["Insuffisant", "À améliorer", "Très satisfaisant", "Excellent"], "french"),
        (["Insuficiente", "Mejorable", "Muy bueno", "Sobresaliente"], "spanish"),
        (["Insuficiente", "A melhorar", "Muito bom", "Excelente"], "portuguese"),
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
        ["0.2", "0.6", "1"],
        ["-1.5", "3", "4"],
        ["1", "3", "5.5"],
        ["Low", "Medium", "High", "Very high"],
        ["Low", "Medium", "High", "Outstanding"],
        ["Insuficiente", "Excelente"],
        ["A", "B", "C"],
    ],
)
def test_what_fits_no_scale_or_two_is_not_guessed(scales: RatingScales, labels: list[str]) -> None:
    assert chosen(scales, labels) is None


def test_two_words_of_one_column_never_share_a_value_unasked(scales: RatingScales) -> None:
    labels = ["Below Expectations", "Meets Expectations", "Exceeds Expectations", "Exceptional"]
    assert chosen(scales, labels) == "expectations"
    assert chosen(scales, ["Unsatisfactory", *labels]) is None


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


def test_a_number_between_two_labels_keeps_its_value(scales: RatingScales) -> None:
    scale = scales.scales["one_to_five"]
    assert scale.read("3.5") == (3.5, False)
    assert scale.read("4,75") == (4.75, False)
    assert scale.read("5.0") == (5.0, True)


@pytest.mark.parametrize("text", ["0", "5.1", "-3", "3,500", "n/a", "3.5 of 5", ""])
def test_what_is_not_on_the_scale_has_no_value(scales: RatingScales, text: str) -> None:
    assert scales.scales["one_to_five"].read(text) is None


def test_where_1_is_the_best_numbers_between_labels_count_downwards(scales: RatingScales) -> None:
    grades = scales.scales["school_grades"]
    assert grades.read("1") == (6.0, True)
    assert grades.read("1,7") == (5.3, False)
    assert grades.read("6") == (1.0, False)


def test_nothing_lies_between_labels_that_are_no_plain_steps(scales: RatingScales) -> None:
    stars = scales.scales["stars_as_share"]
    assert stars.read("0.80") == (4.0, False)
    assert stars.read("0.5") is None
    assert scales.scales["low_to_high"].read("1.5") is None


def test_a_number_is_top_only_between_two_top_labels(tmp_path: Path) -> None:
    labels = (
        "["
        + ", ".join(
            f'{{ value = {n}, label = "{n}", top = {str(n > 3).lower()} }}' for n in range(1, 6)
        )
        + "]"
    )
    (tmp_path / "ratings.toml").write_text(f"[scales.one_to_five]\nlabels = {labels}\n")
    scale = load_settings(tmp_path).ratings.scales["one_to_five"]
    assert scale.read("4.5") == (4.5, True)
    assert scale.read("3.5") == (3.5, False)


@pytest.mark.parametrize(
    ("header", "asked"),
    [
        ("Schulnote", True),
        ("Note 2024", True),
        ("Rating (1 = best)", True),
        ("Overall rating (1=outstanding, 5=poor)", True),
        ("Rating", False),
        ("Notes", False),
        ("Note for file", False),
        ("note_evaluation_actuelle", False),
    ],
)
def test_a_header_may_say_that_1_is_the_best(
    scales: RatingScales, header: str, asked: bool
) -> None:
    assert scales.starts_at_the_best(header) is asked


def test_a_word_stands_in_one_group_only(tmp_path: Path) -> None:
    (tmp_path / "ratings.toml").write_text('words = [["poor"], ["good", "Poor"]]\n')
    with pytest.raises(ConfigError, match="poor"):
        load_settings(tmp_path)


def test_an_answered_scale_is_known_and_has_a_fingerprint_of_its_own() -> None:
    settings = load_settings()
    mine = RatingScale(
        name="Traffic light",
        labels=(RatingLabel(value=1, label="red"), RatingLabel(value=2, label="green", top=True)),
    )
    answered = settings.with_answers(scales={"light": mine})
    assert settings.ratings.best_for(["red", "green"]) is None
    assert answered.ratings.best_for(["red", "green"]) == mine
    assert answered.fingerprint != settings.fingerprint
    assert settings.with_answers() is settings


def test_ratings_are_shown_on_the_scale_that_a_person_named() -> None:
    settings = load_settings()
    assert settings.ratings.spoken_by(["1", "2,5"]).name == "1 to 5, 5 is the highest"
    named = settings.with_answers(named=("school_grades", "no such scale")).ratings
    assert named.spoken_by(["1", "2,5"]).name.startswith("1 to 6, 1 is the best")
    assert named.spoken_by(["Solid", "Leading"]).name == "Solid, Strong, Leading"
    assert named.best_for(["1", "2"]) == named.default_scale
