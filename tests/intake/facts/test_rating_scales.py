"""Ratings that only an answer makes comparable wait for it; named scales are used as named."""

from components.settings import RatingLabel, RatingScale, Settings
from tests.intake.facts.planned import built, found, rows, sheet

REVIEWS = {"ID": "reviews.employee_id", "Cycle": "reviews.cycle", "Rating": "reviews.rating"}


def test_under_a_school_grade_the_direction_is_asked(settings: Settings) -> None:
    taken = {"ID": "reviews.employee_id", "Cycle": "reviews.cycle", "Note": "reviews.rating"}
    cells = [["ID", "Cycle", "Note"], *[[str(n), "2024", str(n)] for n in range(1, 6)]]
    result = built(settings, (sheet("reviews", cells), "reviews", taken))
    (asked,) = found(result, "scale_direction")
    assert (asked.cell, asked.count, asked.severity) == ("C2", 5, "question")
    assert rows(result, "reviews", "rating", "top", "rating_label")[0] == (None, None, "1")


def test_a_named_scale_answers_the_direction(settings: Settings) -> None:
    taken = {
        "ID": "reviews.employee_id",
        "Cycle": "reviews.cycle",
        "Note": "reviews.rating?scale=school_grades",
    }
    cells = [["ID", "Cycle", "Note"], ["1", "2024", "1"], ["2", "2024", "2,5"]]
    result = built(settings, (sheet("reviews", cells), "reviews", taken))
    assert rows(result, "reviews", "rating", "top") == [(6.0, True), (4.5, False)]
    assert not found(result, "scale_direction")


def test_cycles_on_two_scales_are_asked_about_not_pooled(settings: Settings) -> None:
    cells = [
        ["ID", "Cycle", "Rating"],
        *[[str(n), "2023", ("Solid", "Strong", "Leading")[n % 3]] for n in range(9)],
        *[[str(n), "2024", str(1 + n % 5)] for n in range(9)],
    ]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    (asked,) = found(result, "scale_per_cycle")
    assert "2023: Solid, Strong, Leading" in asked.what
    assert {rating for (rating,) in rows(result, "reviews", "rating")} == {None}
    assert not found(result, "unknown_rating")


def test_one_scale_that_holds_both_answers_it(settings: Settings) -> None:
    both = RatingScale(
        name="Both",
        labels=(
            RatingLabel(value=1, label="1"),
            RatingLabel(value=2, label="2", spellings=("Solid",)),
            RatingLabel(value=3, label="3", spellings=("Strong",), top=True),
        ),
    )
    taken = REVIEWS | {"Rating": "reviews.rating?scale=both"}
    cells = [["ID", "Cycle", "Rating"], ["1", "2023", "Strong"], ["1", "2024", "2"]]
    answered = settings.with_answers(scales={"both": both})
    result = built(answered, (sheet("reviews", cells), "reviews", taken))
    assert rows(result, "reviews", "rating", "rating_label") == [(3.0, "Strong"), (2.0, "2")]
    assert result.problems == ()


def test_a_second_sheet_on_another_scale_waits(settings: Settings) -> None:
    old = [["ID", "Cycle", "Rating"], ["1", "2023", "Leading"], ["2", "2023", "Solid"]]
    new = [["ID", "Cycle", "Rating"], *[[str(n), "2024", str(1 + n % 5)] for n in range(9)]]
    result = built(
        settings, (sheet("old", old), "reviews", REVIEWS), (sheet("new", new), "reviews", REVIEWS)
    )
    (asked,) = found(result, "scales_differ")
    assert (asked.file, asked.cell, asked.count) == ("old.xlsx", "C2", 2)
    old_ratings = [r for r in rows(result, "reviews", "cycle", "rating") if r[0] == "2023"]
    assert old_ratings == [("2023", None), ("2023", None)]


def test_two_scales_that_a_person_named_are_used(settings: Settings) -> None:
    named = REVIEWS | {"Rating": "reviews.rating?scale=solid_to_leading"}
    old = [["ID", "Cycle", "Rating"], ["1", "2023", "Leading"]]
    new = [["ID", "Cycle", "Rating"], ["1", "2024", "4"], ["2", "2024", "5"]]
    result = built(
        settings, (sheet("old", old), "reviews", named), (sheet("new", new), "reviews", REVIEWS)
    )
    assert [asked.file for asked in found(result, "scales_differ")] == ["new.xlsx"]
    both = REVIEWS | {"Rating": "reviews.rating?scale=one_to_five"}
    again = built(
        settings, (sheet("old", old), "reviews", named), (sheet("new", new), "reviews", both)
    )
    assert not found(again, "scales_differ")
    assert sorted(r for (r,) in rows(again, "reviews", "rating")) == [3.0, 4.0, 5.0]


def test_a_rating_between_two_steps_keeps_its_number_and_its_text(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Rating"], ["1", "2024", "3,5"], ["2", "2024", "5"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(result, "reviews", "rating", "rating_label", "top") == [
        (3.5, "3,5", False),
        (5.0, "5", True),
    ]


def test_an_answer_that_names_no_scale_is_said(settings: Settings) -> None:
    taken = REVIEWS | {"Rating": "reviews.rating?scale=stars"}
    cells = [["ID", "Cycle", "Rating"], ["1", "2024", "3"], ["2", "2024", "5"]]
    (problem,) = found(built(settings, (sheet("a", cells), "reviews", taken)), "scale_unknown")
    assert problem.what.startswith("The answers put this column, with “3”, on an unknown")
