"""Competency scores on another scale are read by explicit labels only, never stretched."""

import pytest

from components.settings import RatingLabel, RatingScale, Settings
from tests.intake.facts.planned import Cells, built, found, rows, sheet

WORDS = [["ID", "Cycle", "Clarity"], ["1", "2024", "Beginner"], ["2", "2024", "Expert"]]
NUMBERS = [["ID", "Cycle", "Clarity"], ["1", "2024", "1"], ["2", "2024", "4"]]
SHARES = [["ID", "Cycle", "Clarity"], *[[str(n), "2024", str(n / 5)] for n in range(1, 6)]]


def taken(scale: str = "") -> dict[str, str]:
    said = f"&scale={scale}" if scale else ""
    return {
        "ID": "reviews.employee_id",
        "Cycle": "reviews.cycle",
        "Clarity": f"competencies.manager?competency=Communication{said}",
    }


@pytest.mark.parametrize("cells", [WORDS, SHARES])
def test_scores_on_a_scale_of_their_own_are_asked(settings: Settings, cells: Cells) -> None:
    result = built(settings, (sheet("reviews", cells), "reviews", taken()))
    (asked,) = found(result, "score_scale")
    assert (asked.cell, asked.severity, asked.count) == ("C2", "question", len(cells) - 1)
    assert "competencies" not in result.dataset.tables


def test_a_named_scale_of_the_same_range_is_read_label_by_label(settings: Settings) -> None:
    result = built(settings, (sheet("a", WORDS), "reviews", taken("beginner_to_expert")))
    assert rows(result, "competencies", "manager") == [(1.0,), (5.0,)]
    shares = built(settings, (sheet("a", SHARES), "reviews", taken("stars_as_share")))
    assert rows(shares, "competencies", "manager") == [(1.0,), (2.0,), (3.0,), (4.0,), (5.0,)]


def test_a_scale_of_another_length_is_not_stretched(settings: Settings) -> None:
    result = built(settings, (sheet("a", NUMBERS), "reviews", taken("one_to_four")))
    assert found(result, "score_scale")
    assert "competencies" not in result.dataset.tables


def test_a_scale_that_a_person_wrote_is_read_as_written(settings: Settings) -> None:
    labels = (RatingLabel(value=2, label="1"), RatingLabel(value=5, label="4", top=True))
    answered = settings.with_answers(scales={"ours": RatingScale(name="Ours", labels=labels)})
    result = built(answered, (sheet("a", NUMBERS), "reviews", taken("ours")))
    assert rows(result, "competencies", "manager") == [(2.0,), (5.0,)]


def test_a_written_scale_beyond_the_framework_stays_a_question(settings: Settings) -> None:
    labels = (RatingLabel(value=1, label="1"), RatingLabel(value=9, label="4", top=True))
    answered = settings.with_answers(scales={"ours": RatingScale(name="Ours", labels=labels)})
    assert found(built(answered, (sheet("a", NUMBERS), "reviews", taken("ours"))), "score_scale")
