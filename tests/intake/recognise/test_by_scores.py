"""Columns of scores under unknown names: proposed where several of them make a rating form."""

import pytest

from tests.intake.recognise.made import confidence, detail, read, text, used

FORM = "employee_id,review_date,rating,Nimbleness,Grit,Craft of it"


def lines(*columns: str) -> str:
    """Reviews of four people with these further columns, written as "1 2 3 4"."""
    rows = zip(*(column.split() for column in columns), strict=True)
    return "\n".join(f"000{at},2025-01-31,3,{','.join(row)}" for at, row in enumerate(rows, 1))


@pytest.mark.parametrize(
    ("columns", "taken"),
    [
        (("7.1 8 6.5 7", "6 8.2 7 5", "9 6.6 7 6"), True),
        (("71 80 65 70", "60 82 70 50", "90 66 70 60"), True),
        (("7.1 8 6.5 7", "6 8.2 7 5", "1900 20 33 1"), False),
        (("0 1 0 1", "9 8 9 7", "5 5 4 6"), False),
    ],
)
def test_scores_on_one_range_are_proposed_as_competencies(
    columns: tuple[str, ...], taken: bool
) -> None:
    found = read(text(f"{FORM}\n{lines(*columns)}", "reviews.csv"))
    assert (confidence(found, "Nimbleness") == "asked") == taken
    assert "Nimbleness" not in used(found)


def test_a_proposed_competency_has_the_words_of_its_header() -> None:
    head = FORM.replace("Craft of it", "craft_of_it")
    found = read(text(f"{head}\n{lines('7.1 8 6 7', '6 8.2 7 5', '9 6 7 6')}", "reviews.csv"))
    assert detail(found, "craft_of_it") == {"competency": "Craft of it"}


@pytest.mark.parametrize("header", ["Absences", "Engagement score", "Years", "Training hours"])
def test_counts_and_other_scores_are_no_competencies(header: str) -> None:
    head = f"employee_id,review_date,rating,Nimbleness,Grit,{header}"
    found = read(text(f"{head}\n{lines('7.1 8 6 7', '6 8.2 7 5', '9 6 7 6')}", "reviews.csv"))
    assert confidence(found, header) == "unused"


def test_a_rating_told_by_words_among_several_scores_is_asked_about() -> None:
    head = "employee_id,decision_score,people_score,coaching_score,culture_score"
    rows = "0007,81.2,58.8,62.2,59.6\n0008,71.7,73.3,59.2,57.1\n0009,78.1,92.3,57.3,69.9"
    found = read(text(f"{head}\n{rows}", "scores.csv"))
    assert "people_score" not in used(found)


def test_managers_who_are_scored_may_be_the_people() -> None:
    head = "leader_id,department,decision_score,coaching_score,culture_score"
    rows = "E0272,Data,81.2,58.8,62.2\nE0668,Ops,71.7,73.3,59.2\nE0731,Ops,78.1,92.3,57.3"
    found = read(text(f"{head}\n{rows}", "scores.csv"))
    assert confidence(found, "leader_id") == "asked"
    assert confidence(found, "coaching_score") == "asked"
    twice = read(text(f"{head}\n{rows}\nE0731,Ops,78.1,92.3,57.3", "scores.csv"))
    assert confidence(twice, "leader_id") == "unused"
