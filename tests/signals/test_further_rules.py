"""Pay growth, learning, fading rejections, people too useful: yes, no, the limit, unknown."""

import pytest

from tests.analysis.build import opportunity, person, review, role
from tests.signals.test_rules import LEVEL, TOP, flag, with_limits

LONG = [role("1", "2023-12-31", "A", **LEVEL)]


def state(key, **tables):
    return flag(key, **tables)["state"]


# --- a rejection that fades


@pytest.mark.parametrize(
    ("day", "lately", "fading"),
    [
        ("2025-12-30", "yes", "no"),  # 6 months
        ("2025-12-29", "no", "yes"),  # 7
        ("2025-06-30", "no", "yes"),  # 12
        ("2025-06-29", "no", "no"),  # 13
    ],
)
def test_a_rejection_is_a_flag_for_six_months_and_a_notice_for_six_more(day, lately, fading):
    cases = [opportunity("1", day)]
    assert state("passed_over", opportunities=cases) == lately
    assert state("rejection_fading", opportunities=cases) == fading


def test_rejections_are_looked_for_as_far_back_as_any_rule_asks():
    cases = {"opportunities": [opportunity("1", "2024-10-31")]}  # 19 months
    assert state("rejection_fading", **cases) == "no"
    longer = with_limits(rejection_fading={"to_months": 24})
    assert state("rejection_fading", settings=longer, **cases) == "yes"
    longer = with_limits(passed_over={"months": 24})
    assert state("passed_over", settings=longer, **cases) == "yes"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, ""),
        ({"stage_reached": "Final interview"}, ""),
        (
            {"stage_reached": "CV screening"},
            " There was no interview (stage reached: CV screening), which weighs more.",
        ),
        ({"winner": "external"}, " Somebody from outside was chosen, which weighs more."),
        ({"winner": "internal"}, " A colleague was chosen, which weighs less."),
    ],
)
def test_the_reason_says_what_makes_a_rejection_weigh_more(more, said):
    case = opportunity("1", "2026-03-01", **more)
    assert flag("passed_over", opportunities=[case])["reason"] == (
        f"An internal application or promotion case was rejected on 1 Mar 2026.{said}"
    )


def test_a_stage_written_at_length_is_cut_in_the_sentence():
    case = opportunity("1", "2026-03-01", stage_reached="Screening " * 30)
    assert len(flag("passed_over", opportunities=[case])["reason"]) < 220


# --- pay behind others


def paid(employee_id, then, now, currency="EUR"):
    rows = (("2024-06-30", then), ("2026-06-01", now))
    return [
        {
            "employee_id": employee_id,
            "effective_date": day,
            "amount": float(amount),
            "currency": currency,
        }
        for day, amount in rows
    ]


def company_paid(own, others=(110, 110, 110, 110), **tables):
    """Person 1 and others of the same level, all paid 100 two years ago."""
    ids = ["1", *(f"{n + 2}" for n in range(len(others)))]
    tables = {"reviews": TOP, "people": [person(n, level="3") for n in ids]} | tables
    pay = [row for n, now in zip(ids, (own, *others), strict=True) for row in paid(n, 100, now)]
    return flag("pay_growth_lag", pay=pay, **tables)


@pytest.mark.parametrize(("own", "expected"), [(109, "yes"), (110, "no"), (111, "no")])
def test_pay_that_grew_less_than_the_middle_of_the_level_is_a_lag(own, expected):
    assert company_paid(own)["state"] == expected


def test_the_reason_names_both_growths_and_points_at_both_cells():
    row = company_paid(104)
    assert row["reason"] == (
        "Top-rated for 2 cycles; pay grew by 4.0 % in two years, the middle of the same level by "
        "10.0 %."
    )
    assert (row["pay_row"], row["pay_before_row"]) == (3, 2)
    assert str(row["since"]) == "2026-06-01"


def test_with_fewer_than_five_of_the_level_the_middle_is_unknown():
    row = company_paid(104, others=(110, 110, 110))
    assert row["state"] == "unknown"
    assert row["missing"] == "fewer than five people at the level whose pay growth is known"


def test_pay_in_another_currency_is_no_growth():
    pay = [*paid("1", 100, 90), *(row for n in "23456" for row in paid(n, 100, 110))]
    pay[1]["currency"] = "SEK"
    people = [person(n, level="3") for n in "123456"]
    row = flag("pay_growth_lag", pay=pay, people=people, reviews=TOP)
    assert row["missing"] == "no pay now and two years ago in one currency"


def test_pay_of_somebody_who_is_not_top_rated_is_not_looked_at():
    assert company_paid(90, reviews=[review("1", "2026", 3.0)])["state"] == "no"


def test_somebody_who_left_does_not_count_for_the_middle():
    people = [person(n, level="3") for n in "12345"]
    people[4]["exit_date"] = "2026-01-31"
    assert company_paid(104, people=people)["state"] == "unknown"


# --- no new step


def scored(*means, employee_id="1"):
    years = range(2027 - len(means), 2027)
    return [
        {"employee_id": employee_id, "cycle": str(y), "competency": "Delivery", "manager": mean}
        for y, mean in zip(years, means, strict=True)
    ]


def learning(step="2020-01-01", scores=(3.0, 3.0), start="2024-06-30", **more):
    return flag(
        "learning_stall",
        roles=[role("1", start, "A", **LEVEL)],
        reviews=TOP,
        opportunities=[opportunity("1", step, "completed", kind="course", **more)],
        competencies=scored(*scores),
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "yes"),
        ({"scores": (3.0, 3.1)}, "no"),
        ({"scores": (3.0, 2.0)}, "yes"),
        ({"scores": (3.0,)}, "unknown"),
        ({"step": "2025-07-01"}, "no"),  # 11 months ago
        ({"step": "2025-06-30"}, "yes"),  # 12
        ({"start": "2025-07-01"}, "no"),  # 11 months in scope
        ({"start": "2025-06-30"}, "yes"),  # 12
        ({"step": "2020-01-01", "ended_on": "2026-01-31"}, "no"),
    ],
)
def test_no_change_no_step_and_no_higher_scores_is_a_stall(given, expected):
    assert learning(**given)["state"] == expected


def test_a_stall_names_the_last_step_and_needs_no_step_at_all():
    assert learning()["reason"].endswith("The last step was on 1 Jan 2020.")
    others = [opportunity("2", "2026-01-01", "completed", kind="course")]
    row = flag(
        "learning_stall",
        roles=LONG,
        reviews=TOP,
        opportunities=others,
        competencies=scored(3.0, 3.0),
    )
    assert row["state"] == "yes"


# --- too useful to be released


def skills(*scores, skill="Delivery"):
    """Manager's scores of persons 1, 2, …; Delivery asks level 3 for 3."""
    return [
        {"employee_id": f"{n + 1}", "cycle": "2026", "competency": skill, "manager": float(score)}
        for n, score in enumerate(scores)
    ]


def team(count, **first):
    people = [person(f"{n + 1}", department="Lab", level="3", track="ic") for n in range(count)]
    people[0] |= first
    return people


def trap(people=None, competencies=None, successors=(), roles=LONG, reviews=TOP, **more):
    tables = {"successors": list(successors)} if successors else {}
    tables |= {"competencies": competencies} if competencies else {}
    return flag(
        "super_performer_trap",
        people=people or team(5),
        roles=roles,
        reviews=reviews,
        **tables,
        **more,
    )


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((3, 2, 2, 2, 2), "yes"),
        ((4, 4, 2, 2, 2), "no"),  # somebody else holds it too
        ((2, 4, 2, 2, 2), "no"),  # somebody else is the sole holder
        ((4, 2, 2, 2), "unknown"),  # fewer than five were scored
        ((2, 2, 2, 2, 2), "no"),  # just below what the role asks for
    ],
)
def test_the_only_one_in_the_department_who_holds_a_skill_is_depended_on(scores, expected):
    people = team(5)
    assert trap(people, skills(*scores))["state"] == expected


def test_the_reason_names_the_skill_and_its_cell():
    row = trap(team(5), skills(4, 2, 2, 2, 2))
    assert row["reason"] == (
        "Top-rated for 2 cycles; 29 months in the same scope. Nobody else in the department holds "
        "Delivery at the level the role asks for."
    )
    assert row["sole_row"] == 2


def named(readiness, employee_id="2"):
    return [{"employee_id": employee_id, "incumbent_id": "1", "readiness": readiness}]


@pytest.mark.parametrize(
    ("key_role", "successors", "expected"),
    [
        (True, named("1-2 years"), "yes"),
        (True, named("ready now"), "no"),
        (True, named("odd words"), "unknown"),
        (True, [], "unknown"),
        (False, named("1-2 years"), "no"),
        (None, named("1-2 years"), "unknown"),
    ],
)
def test_a_key_role_without_a_ready_successor_is_depended_on(key_role, successors, expected):
    people = team(5, **({} if key_role is None else {"key_role": key_role}))
    people[4]["key_role"] = False
    assert trap(people, successors=successors)["state"] == expected


def test_a_successor_who_has_left_is_none():
    people = team(5, key_role=True)
    people[1]["exit_date"] = "2026-01-31"
    assert trap(people, successors=named("ready now"))["state"] == "yes"


@pytest.mark.parametrize(
    ("start", "expected"), [("2024-06-30", "yes"), ("2024-07-01", "no"), ("2015-01-01", "yes")]
)
def test_the_trap_begins_with_24_months_in_scope(start, expected):
    roles = [role("1", start, "A", **LEVEL)]
    assert trap(team(5), skills(4, 2, 2, 2, 2), roles=roles)["state"] == expected


def test_one_top_rating_is_no_trap():
    assert trap(team(5), skills(4, 2, 2, 2, 2), reviews=TOP[1:])["state"] == "no"


def test_whether_a_team_depends_on_somebody_is_said_to_be_unknown_not_no():
    row = trap(team(5, key_role=True))
    assert row["missing"] == "cannot assess whether the team depends on this person"


def test_limits_of_the_further_rules_come_from_the_settings():
    settings = with_limits(super_performer_trap={"cycles": 3, "from_months": 24})
    assert trap(team(5), skills(4, 2, 2, 2, 2), settings=settings)["state"] == "no"
