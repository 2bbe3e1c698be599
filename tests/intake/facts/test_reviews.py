"""Reviews and competencies."""

from components.settings import Settings
from tests.intake.facts.planned import built, found, rows, sheet

REVIEWS = {
    "ID": "reviews.employee_id",
    "Cycle": "reviews.cycle",
    "Day": "reviews.review_date",
    "Rating": "reviews.rating",
    "By": "reviews.relation",
    "Rater": "reviews.reviewer_id",
    "Clarity": "competencies.manager?competency=Communication",
    "Clarity, self": "competencies.self?competency=Communication",
}


def test_the_label_stays_beside_the_number(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Rating"], ["1", "2024", "5.0"], ["2", "2024", "3"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(result, "reviews", "rating", "rating_label", "top") == [
        (5.0, "5.0", True),
        (3.0, "3", False),
    ]


def test_a_review_without_a_cycle_is_named_by_its_day(settings: Settings) -> None:
    cells = [["ID", "Day", "Rating"], ["1", "2024-12-31", "5"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(result, "reviews", "cycle") == [("2024-12-31",)]


def test_a_review_that_names_no_cycle_in_its_column_is_listed(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Day"], ["1", "2023", "2024-01-31"], ["1", "", "2024-12-31"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert [problem.cell for problem in found(result, "review_without_cycle")] == ["B3"]


def test_a_review_with_neither_is_set_aside(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Day", "Rating"], ["1", "", "", "5"], ["1", "", "2024-01-01", "4"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(result, "reviews", "row", "cycle") == [(3, "2024-01-01")]
    assert [problem.cell for problem in found(result, "missing_date")] == ["B2"]


def test_a_rating_column_per_cycle_gives_a_review_per_cycle(settings: Settings) -> None:
    taken = {
        "ID": "people.employee_id",
        "2023 Rating": "reviews.rating?cycle=2023",
        "2024 Rating": "reviews.rating?cycle=2024",
    }
    cells = [["ID", "2024 Rating", "2023 Rating"], ["1", "5", "4"], ["2", "3", ""]]
    result = built(settings, (sheet("people", cells), "people", taken))
    assert rows(result, "reviews", "employee_id", "cycle", "rating", "row") == [
        ("1", "2023", 4.0, 2),
        ("1", "2024", 5.0, 2),
        ("2", "2024", 3.0, 3),
    ]


def test_an_unknown_label_is_a_question_with_its_cell(settings: Settings) -> None:
    cells = [
        ["ID", "Cycle", "Rating"],
        *[[str(n), "2024", str(n)] for n in range(1, 6)],
        ["6", "2024", "B+"],
    ]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    (problem,) = found(result, "unknown_rating")
    assert (problem.cell, problem.value, problem.severity) == ("C7", "B+", "question")
    assert rows(result, "reviews", "rating", "rating_label")[-1] == (None, "B+")


def test_many_unreadable_cells_share_a_problem_per_text(settings: Settings) -> None:
    known = [[str(n), "2024", str(n % 5 + 1)] for n in range(30)]
    unknown = [[f"x{n}", "2024", "B+" if n % 2 else "A"] for n in range(21)]
    cells = [["ID", "Cycle", "Rating"], *known, *unknown]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    problems = [
        (problem.cell, problem.value, problem.count) for problem in found(result, "unknown_rating")
    ]
    assert problems == [("C32", "A", 11), ("C33", "B+", 10)]


def test_two_ratings_for_one_review_are_a_problem(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Rating"], ["1", "2024", "5"], ["1", "2024", "4"], ["1", "2023", "3"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(result, "reviews", "row", "rating") == [(2, 5.0), (4, 3.0)]
    assert [problem.cell for problem in found(result, "conflicting_rows")] == ["C3"]


def test_a_second_row_that_says_the_same_of_a_review_is_listed(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Rating", "Note"], ["1", "2024", "5", "a"], ["1", "2024", "5", "b"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(result, "reviews", "row", "rating") == [(2, 5.0)]
    assert [problem.cell for problem in found(result, "duplicate_row")] == ["A3"]


def test_reviews_by_different_people_are_different_reviews(settings: Settings) -> None:
    cells = [
        ["ID", "Cycle", "Rating", "By", "Rater"],
        ["1", "2024", "5", "manager", "8"],
        ["1", "2024", "4", "manager", "9"],
        ["1", "2024", "3", "self", ""],
        ["1", "2024", "2", "peer", ""],
        ["1", "2024", "1", "peer", ""],
    ]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert len(rows(result, "reviews", "rating")) == 5
    assert not found(result, "conflicting_rows")


def test_competency_columns_become_rows_that_know_their_cell(settings: Settings) -> None:
    cells = [
        ["ID", "Cycle", "Clarity", "Clarity, self"],
        ["1", "2024", "4", "5"],
        ["2", "2024", "", "3"],
    ]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(
        result, "competencies", "employee_id", "competency", "manager", "self", "row", "column"
    ) == [
        ("1", "Communication", 4.0, None, 2, 2),
        ("1", "Communication", None, 5.0, 2, 3),
        ("2", "Communication", None, 3.0, 3, 3),
    ]
    assert result.dataset.cell_at(0, 3, 3).text == "3"


def test_the_relation_of_a_row_says_whose_score_it_is(settings: Settings) -> None:
    cells = [
        ["ID", "Cycle", "By", "Clarity"],
        ["1", "2024", "", "4"],
        ["1", "2024", "self", "5"],
        ["1", "2024", "peer", "3"],
    ]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert rows(result, "competencies", "manager", "self", "peer", "row") == [
        (4.0, None, None, 2),
        (None, 5.0, None, 3),
        (None, None, 3.0, 4),
    ]


def test_a_long_sheet_of_competencies_is_read_row_by_row(settings: Settings) -> None:
    taken = {
        "ID": "competencies.employee_id",
        "Skill": "competencies.competency",
        "Boss": "competencies.manager",
        "Cycle": "competencies.cycle",
    }
    name = settings.competencies.names[0]
    cells = [
        ["ID", "Cycle", "Skill", "Boss"],
        ["1", "2024", name.upper(), "4"],
        ["1", "2024", "Juggling", "2"],
    ]
    result = built(settings, (sheet("skills", cells), "competencies", taken))
    assert rows(result, "competencies", "competency", "manager", "cycle") == [
        (name, 4.0, "2024"),
        ("Juggling", 2.0, "2024"),
    ]
    assert result.dataset.cell(0, 3, "competencies", "manager").text == "2"


def test_a_stray_label_does_not_hide_the_scale(settings: Settings) -> None:
    known = [[str(n), "2024", str(n % 5 + 1)] for n in range(200)]
    cells = [["ID", "Cycle", "Rating"], *known, ["x", "2024", "0"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    assert [problem.cell for problem in found(result, "unknown_rating")] == ["C202"]
    assert sum(rating is not None for (rating,) in rows(result, "reviews", "rating")) == 200


def test_a_column_on_an_unknown_scale_is_one_question(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Rating"], ["1", "2024", "Fine"], ["2", "2024", "Finer"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    (scale,) = result.problems
    assert (scale.code, scale.cell, scale.count) == ("scale_unknown", "C2", 2)


def test_a_score_off_the_scale_is_listed(settings: Settings) -> None:
    known = [[str(n), "2024", str(n % 5 + 1)] for n in range(10)]
    cells = [["ID", "Cycle", "Clarity"], *known, ["x", "2024", "9"]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    (problem,) = found(result, "unreadable_number")
    assert (problem.cell, problem.value) == ("C12", "9")
    assert len(rows(result, "competencies", "manager")) == 10


def test_scores_on_another_scale_are_not_pressed_onto_ours(settings: Settings) -> None:
    cells = [["ID", "Cycle", "Clarity"], *[[str(n), "2024", str(n % 10 + 1)] for n in range(30)]]
    result = built(settings, (sheet("reviews", cells), "reviews", REVIEWS))
    (scale,) = found(result, "score_scale")
    assert (scale.cell, scale.count) == ("C2", 30)
    assert "competencies" not in result.dataset.tables


def test_a_candidate_who_was_not_hired_keeps_the_scorecard(settings: Settings) -> None:
    taken = {
        "Candidate": "scorecards.candidate_id",
        "ID": "scorecards.employee_id",
        "Date": "scorecards.date",
        "Skill": "scorecards.competency",
        "Score": "scorecards.score",
    }
    cells = [
        ["Candidate", "ID", "Date", "Skill", "Score"],
        ["C1", "", "2024-01-01", "Judgement", "4"],
        ["C2", "7", "2024-01-01", "Judgement", "5"],
    ]
    result = built(settings, (sheet("cards", cells), "scorecards", taken))
    assert rows(result, "scorecards", "candidate_id", "person", "employee_id") == [
        ("C1", None, None),
        ("C2", 0, "7"),
    ]
    assert not result.problems
