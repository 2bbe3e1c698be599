"""A question about scales and levels, and the answer that settles it, from bytes to facts."""

from datetime import date

import pytest

from components.intake import Answers, Reading, Upload, load_answers, read_files, settings_with
from components.settings import load_settings

SETTINGS = load_settings()
TODAY = date(2026, 6, 30)
BOXES = "Employee ID,Review Cycle,9-Box Label\nE1,2025,9\nE2,2025,4\nE3,2025,1\n"
LEVELS = "Employee ID,Name,Level\nE1,Ada King,Wizard\nE2,Bo Li,Sage\nE3,Cy Day,Sage\n"
LIGHTS = "Employee ID,Review Cycle,Overall Rating\nE1,2025,red\nE2,2025,amber\nE3,2025,green\n"
SKILLS = "Employee ID,Review Cycle,Communication\nE1,2025,Beginner\nE2,2025,Expert\n"

GRADES = "Personalnummer;Beurteilungszeitraum;Schulnote\nP1;2024;1\nP2;2024;2,5\nP3;2024;4\n"

SCALE = """
[scales.light]
name = "Traffic light"
labels = [
    { value = 1, label = "red" },
    { value = 2, label = "amber" },
    { value = 3, label = "green", top = true },
]
"""


def loaded(text: str, answers: str = "") -> Reading:
    said = load_answers(answers) if answers else Answers()
    upload = Upload("a.csv", text.encode())
    return read_files([upload], SETTINGS, answers=said, today=TODAY)


def said(header: str, scale: str) -> str:
    return f'[[sheet]]\nfile = "a.csv"\nformats."{header}".scale = "{scale}"\n'


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems if problem.severity == "question"}


@pytest.mark.parametrize(
    ("text", "answers", "code"),
    [
        (BOXES, said("9-Box Label", "nine_box:rows-from-bottom"), "nine_box_layout"),
        (LEVELS, 'levels = ["Sage", "Wizard"]\n', "level_order"),
        (LIGHTS, SCALE + said("Overall Rating", "light"), "scale_unknown"),
        (GRADES, said("Schulnote", "school_grades"), "scale_direction"),
        (SKILLS, said("Communication", "beginner_to_expert"), "score_scale"),
    ],
)
def test_each_question_is_asked_and_its_answer_settles_it(
    text: str, answers: str, code: str
) -> None:
    assert codes(loaded(text)) == {code}
    assert codes(loaded(text, answers)) == set()


def test_an_answered_layout_gives_performance_and_potential() -> None:
    reviews = loaded(BOXES, said("9-Box Label", "nine_box:rows-from-bottom")).dataset.tables[
        "reviews"
    ]
    assert reviews["rating"].tolist() == [3.0, 1.0, 1.0]
    assert reviews["potential"].tolist() == [3.0, 2.0, 1.0]
    assert reviews["rating_label"].tolist() == ["9", "4", "1"]


def test_an_answered_scale_gives_its_values() -> None:
    reviews = loaded(LIGHTS, SCALE + said("Overall Rating", "light")).dataset.tables["reviews"]
    assert reviews["rating"].tolist() == [1.0, 2.0, 3.0]
    assert reviews["top"].tolist() == [False, False, True]


def test_answers_make_another_version_and_settings_of_their_own() -> None:
    answers = load_answers('levels = ["Sage", "Wizard"]\n')
    assert settings_with(SETTINGS, answers).fingerprint != SETTINGS.fingerprint
    assert settings_with(SETTINGS, Answers()) is SETTINGS
    one, other = loaded(LEVELS), loaded(LEVELS, 'levels = ["Sage", "Wizard"]\n')
    assert one.dataset.fingerprint != other.dataset.fingerprint
