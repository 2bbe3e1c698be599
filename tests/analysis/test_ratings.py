"""Ratings by managers, promotions recommended, steps refused."""

import pytest

from components.settings import Settings
from tests.analysis.build import SETTINGS, measured, one, opportunity, person, plain, review, role


def rated(*rows, **more):
    return one(measured(reviews=list(rows), **more))


def test_the_latest_rating_its_trend_and_cycles_in_a_row():
    found = rated(review("1", "2024", 3.0), review("1", "2026", 5.0), review("1", "2025", 5.0))
    assert (found["rating"], found["cycle"], str(found["review_date"])) == (
        5.0,
        "2026",
        "2026-03-01",
    )
    assert (found["top_performer"], found["top_cycles"], found["rated_cycles"]) == (True, 2, 3)
    assert found["rating_trend"] == 0.0


def test_one_rating_has_no_trend():
    assert rated(review("1", "2026", 4.0))["rating_trend"] is None


def test_someone_not_rated_is_no_top_performer_but_unknown():
    found = rated(review("1", "2026"), review("2", "2026", 5.0))
    assert (found["rating"], found["top_performer"], found["top_cycles"]) == (None, None, None)


def test_only_reviews_by_managers_are_ratings():
    found = rated(
        review("1", "2026", 5.0, relation="self"),
        review("1", "2026", 2.0, relation="manager"),
        review("1", "2026", 5.0, relation="peer"),
    )
    assert (found["rating"], found["rated_cycles"]) == (2.0, 1)


def test_of_several_reviews_in_a_cycle_the_newest_counts_then_the_first_row():
    newest = review("1", "2026", 4.0, review_date="2026-05-01")
    assert rated(newest, review("1", "2026", 2.0))["rating"] == 4.0
    assert rated(review("1", "2026", 4.0), review("1", "2026", 2.0))["rating"] == 4.0


def test_a_rating_of_exactly_15_months_still_counts():
    found = rated(review("1", "2025", 5.0, review_date="2025-03-30"))
    assert (found["top_performer"], found["rating_age_months"]) == (True, 15)


def test_a_rating_older_than_15_months_is_shown_but_says_nothing_about_today():
    found = rated(review("1", "2025", 5.0, review_date="2025-03-29"))
    assert (found["top_performer"], found["rating"]) == (None, 5.0)


def test_reviews_after_the_day_are_not_seen():
    rows = [review("1", "2024", 2.0), review("1", "2025", 5.0)]
    assert rated(*rows, as_of="2024-12-31")["rating"] == 2.0


def test_a_review_without_a_day_stands_on_the_first_day_of_its_cycle():
    rows = [
        review("1", "Spring", 5.0, review_date=None),
        review("2", "Spring", 5.0, review_date="2026-04-01"),
        review("2", "Spring", 4.0, review_date="2026-04-09"),
    ]
    assert rated(*rows)["rating_age_months"] == 2
    assert rated(*rows, as_of="2026-03-31", people=[person("1")])["rating"] is None


def test_where_no_review_has_a_day_the_cycles_follow_their_names_and_the_last_counts():
    rows = [review("1", f"Round {n}", float(n % 5), review_date=None) for n in (9, 10, 2)]
    found = rated(*rows)
    assert (found["cycle"], found["rating_age_months"], found["review_date"]) == (
        "Round 10",
        None,
        None,
    )
    assert found["top_performer"] is False


def test_top_is_what_intake_marked_else_the_top_of_the_usual_scale():
    assert rated(review("1", "2026", 4.0, top=True))["top_performer"] is True
    assert rated(review("1", "2026", 4.0))["top_performer"] is False
    assert rated(review("1", "2026", 5.0))["top_performer"] is True


def test_the_rater_is_the_reviewer_else_the_manager_then_else_the_current_one():
    roles = [
        role("1", "2020-01-01", "A", manager_id="7"),
        role("1", "2025-06-01", "A", manager_id="8"),
    ]
    found = measured(
        people=[person("2", manager_id="9")],
        roles=roles,
        reviews=[
            review("1", "2024", 3.0, reviewer_id="5"),
            review("1", "2025", 3.0),
            review("1", "2026", 3.0),
            review("2", "2026", 3.0),
            review("3", "2026", 3.0),
        ],
    )
    raters = [(row["rater_id"], row["rater_source"]) for row in plain(found.ratings)]
    assert raters == [
        ("5", "reviewer"),
        ("7", "manager on the review day"),
        ("8", "manager on the review day"),
        ("9", "current manager"),
        (None, None),
    ]
    assert one(found)["rater_id"] == "8"


def answers(*said, **more):
    rows = [
        review("1", str(2027 - len(said) + at), 3.0, promotion_recommended=answer)
        for at, answer in enumerate(said)
    ]
    rows.append(review("2", "2020", 3.0, promotion_recommended=True))
    found = rated(*rows, **more)
    return found["recommended_cycles"], found["not_declined_cycles"], found["promoted_since"]


HELD = [role("1", "2015-01-01", "A", level="3"), role("2", "2015-01-01", "A", level="3")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((True, True), (2, 2, False)),
        ((True, False, True), (1, 1, False)),
        ((True, True, False), (0, 0, False)),
        ((None, True), (1, 2, False)),
        ((True, None), (0, 2, False)),
        ((True,), (1, 1, None)),
    ],
)
def test_cycles_in_a_row_that_recommend_a_promotion_or_do_not_decline_one(said, expected):
    assert answers(*said, roles=HELD) == expected


def test_a_rise_after_the_first_of_the_two_reviews_is_a_promotion_since():
    risen = role("1", "2025-03-02", "A", level="4")
    assert answers(True, True, roles=[*HELD, risen])[2] is True
    risen = role("1", "2025-03-01", "A", level="4")
    assert answers(True, True, roles=[*HELD, risen])[2] is False
    said = role("1", "2025-06-01", "A", level="3", event="promotion")
    assert answers(True, True, roles=[*HELD, said])[2] is True
    lower = role("1", "2025-06-01", "A", level="2")
    assert answers(True, True, roles=[*HELD, lower])[2] is False


@pytest.mark.parametrize(
    "change",
    [{"level": "M1"}, {"level": "odd"}, {"level": None, "job_title": "B"}],
    ids=["another ladder", "no ladder", "a new title without level"],
)
def test_a_change_that_may_be_a_promotion_leaves_it_open(change):
    later = {"job_title": "A", "event": None} | change
    assert answers(True, True, roles=[*HELD, role("1", "2025-06-01", **later)])[2] is None
    said = later | {"event": "lateral"}
    assert answers(True, True, roles=[*HELD, role("1", "2025-06-01", **said)])[2] is False


def test_without_role_history_nobody_knows_whether_a_promotion_followed():
    assert answers(True, True)[2] is None


def test_the_number_of_cycles_is_a_setting():
    three = {**SETTINGS.signals, "passed_over": {"months": 6, "cycles": 3}}
    settings = Settings.model_copy(SETTINGS, update={"signals": three})
    risen = role("1", "2025-02-01", "A", level="4")
    assert answers(True, True, True, roles=[*HELD, risen], settings=settings)[2] is True


def test_the_day_of_a_refusal_is_that_of_the_decision_else_of_the_end_else_of_the_event():
    rows = [
        opportunity("1", "2026-01-01", decided_on="2026-03-01", ended_on="2026-04-01"),
        opportunity("2", "2026-01-01", ended_on="2026-02-01"),
        opportunity("3", "2026-01-01"),
        opportunity("4", "2026-01-01", decided_on="2026-07-01"),
        opportunity("5", "2026-01-01", outcome="declined"),
        opportunity("6", "2026-01-01", kind="course"),
        opportunity("7", "2026-01-01", kind="promotion"),
    ]
    found = measured(opportunities=rows)
    days = [str(one(found, n)["rejected_on"]) for n in "1234567"]
    assert days == [
        *("2026-03-01", "2026-02-01", "2026-01-01", "None", "None", "None", "2026-01-01")
    ]


def test_a_refusal_is_counted_in_months_and_kept_as_long_as_a_rule_asks_for_it():
    on_the_day = one(measured(opportunities=[opportunity("1", "2025-12-30")]))
    assert (on_the_day["months_since_rejection"], on_the_day["rejected_row"]) == (6, 2)
    a_day_before = one(measured(opportunities=[opportunity("1", "2025-12-29")]))
    assert a_day_before["months_since_rejection"] == 7
    a_year_back = one(measured(opportunities=[opportunity("1", "2025-06-30")]))
    assert (a_year_back["months_since_rejection"], a_year_back["rejected_row"]) == (12, 2)
    a_day_before = one(measured(opportunities=[opportunity("1", "2025-06-29")]))
    assert (a_day_before["rejected_on"], a_day_before["rejected_row"]) == (None, None)


def test_what_was_decided_later_is_still_open():
    rows = [opportunity("1", "2026-01-01", decided_on="2026-07-01"), opportunity("1", "2026-07-01")]
    seen = plain(measured(opportunities=rows).opportunities)
    assert [(str(row["date"]), row["outcome"]) for row in seen] == [("2026-01-01", None)]


def test_competencies_of_a_cycle_that_has_not_begun_are_not_seen():
    scores = [
        {"employee_id": "1", "competency": "Planning", "cycle": cycle, "manager": 3.0}
        for cycle in ("2025", "2026")
    ]
    reviews = [review("1", "2025", 3.0), review("1", "2026", 3.0)]
    found = measured("2025-12-31", competencies=scores, reviews=reviews)
    assert [row["cycle"] for row in plain(found.competencies)] == ["2025"]


def test_given_names_only_fields_with_values():
    found = measured(
        roles=[role("1", "2020-01-01", "A", derived="hire date")],
        reviews=[review("1", "2026", 3.0)],
    )
    assert ("reviews", "rating") in found.given
    assert ("reviews", "comment") not in found.given
    assert not {table for table, _ in found.given} & {"roles"}
    both = [role("1", "2020-01-01", "A", derived="hire date"), role("2", "2020-01-01", "A")]
    assert ("roles", "effective_date") in measured(roles=both).given


def test_given_is_what_was_given_by_the_day():
    reviews = [review("1", "2025", 3.0), review("1", "2026", 3.0, comment="Late")]
    assert ("reviews", "comment") in measured("2026-03-01", reviews=reviews).given
    found = measured("2026-02-28", reviews=reviews).given
    assert ("reviews", "comment") not in found
    assert ("reviews", "rating") in found
