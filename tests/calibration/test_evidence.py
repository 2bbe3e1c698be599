"""Ratings beside their evidence: a case only where all that is known speaks against the rating."""

import pandas as pd
import pytest

from components.calibration.evidence import Case, evidence

LEVELS = ["3"] * 20 + ["4"] * 3


def company(**own):
    """Twenty people of one level whose rating, scores and goals go together; one is changed."""
    ratings = [float(1 + at * 5 // 20) for at in range(20)] + [3.0] * 3
    people = pd.DataFrame({"person": range(23), "level": LEVELS, "rating": ratings})
    reviews = pd.DataFrame(
        {
            "person": range(23),
            "cycle_order": 2026,
            "goal_attainment": [80.0 + at for at in range(23)],
            "commented": True,
        }
    )
    scores = pd.DataFrame(
        [(at, name, 1 + at / 5) for at in range(23) for name in ("A", "B")],
        columns=["person", "competency", "manager"],
    )
    changed = own.pop("person", 0)
    for name, value in own.items():
        frame = {"rating": people, "manager": scores}.get(name, reviews)
        frame[name] = frame[name].astype(object).where(frame["person"] != changed, value)
        frame[name] = frame[name].infer_objects()
    return people, reviews, scores


def case(person: int, **own):
    rows = evidence(*company(person=person, **own), ends=(1.0, 5.0)).set_index("person")
    found = rows.loc[person, "case"]
    return None if pd.isna(found) else found


def test_where_all_goes_together_there_is_no_case() -> None:
    rows = evidence(*company(), ends=(1.0, 5.0))
    assert rows["case"].isna().all()
    assert len(rows) == 23


def test_a_top_rating_over_weak_evidence_is_a_case() -> None:
    assert case(0, rating=5.0) == Case.HIGHER


def test_a_low_rating_under_strong_evidence_is_a_case() -> None:
    assert case(19, rating=1.0) == Case.LOWER


@pytest.mark.parametrize("other", [{"manager": 4.9}, {"goal_attainment": 99.5}])
def test_evidence_that_is_divided_is_no_case(other) -> None:
    assert case(0, rating=5.0, **other) is None


def test_one_kind_of_evidence_is_enough_and_none_is_no_case() -> None:
    assert case(0, rating=5.0, manager=None) == Case.HIGHER
    assert case(0, rating=5.0, manager=None, goal_attainment=None) is None


def test_an_end_of_the_scale_without_a_word_is_a_case_where_others_comment() -> None:
    assert case(18, commented=False) == Case.UNSAID
    assert case(10, commented=False) is None
    people, reviews, scores = company()
    few = reviews.assign(commented=reviews["person"] < 5)
    assert evidence(people, few, scores, ends=(1.0, 5.0))["case"].isna().all()
    silent = evidence(people, reviews.assign(commented=False), scores, ends=(1.0, 5.0))
    assert silent["case"].isna().all()
    assert silent["commented"].isna().all()


def test_the_newest_review_counts() -> None:
    people, reviews, scores = company()
    older = reviews.assign(cycle_order=2025, goal_attainment=1.0)
    rows = evidence(people, pd.concat([reviews, older]), scores, ends=(1.0, 5.0))
    assert rows["goals"].min() == 80
    assert len(rows) == 23


def test_few_of_a_level_are_ranked_among_all() -> None:
    assert case(22, rating=1.0) == Case.LOWER
