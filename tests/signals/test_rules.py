"""What each rule says yes, no and "can't tell" to, and what every rule must keep."""

import pandas as pd
import pytest

from components.errors import ConfigError
from components.settings import Settings
from components.signals import RULES, evidence, judge, limits_of, rule
from components.signals.catalogue import as_markdown
from components.signals.sentences import places_in
from components.tables.schema import TABLES
from tests.analysis.build import (
    SETTINGS,
    dataset,
    measured,
    opportunity,
    person,
    plain,
    review,
    role,
)
from tests.analysis.chance import company

LEVEL = {"level": "3", "job_family": "F"}
TOP = [review("1", "2025", 5.0), review("1", "2026", 5.0)]


def flag(key: str, employee_id: str = "1", settings: Settings = SETTINGS, **tables):
    """The row of one rule about one person."""
    found = judge(measured(settings=settings, **tables), settings)
    rows = found.rows[(found.rows["rule"] == key) & (found.rows["employee_id"] == employee_id)]
    return plain(rows)[0]


def standing(start: str, reviews=TOP, **more):
    """Answers about somebody whose scope has not changed since a day."""
    roles = [role("1", start, "A", **LEVEL)]
    keys = ("approaching", "stalled_top_performer", "past_window")
    return tuple(flag(key, roles=roles, reviews=reviews, **more)["state"] for key in keys)


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2025-01-01", ("no", "no", "no")),  # 17 months
        ("2024-12-30", ("yes", "no", "no")),  # 18
        ("2024-07-01", ("yes", "no", "no")),  # 23
        ("2024-06-30", ("no", "yes", "no")),  # 24
        ("2023-05-31", ("no", "yes", "no")),  # 36
        ("2023-05-30", ("no", "no", "yes")),  # 37
    ],
)
def test_the_bands_begin_and_end_on_the_month(start, expected):
    assert standing(start) == expected


def test_someone_who_is_not_top_rated_is_a_no_however_long():
    assert standing("2015-01-01", reviews=[review("1", "2026", 4.0)]) == ("no", "no", "no")


def test_someone_without_a_recent_rating_is_unknown_and_the_row_says_so():
    old = [review("1", "2024", 5.0)]
    assert standing("2024-01-01", reviews=old) == ("no", "unknown", "no")
    row = flag("stalled_top_performer", roles=[role("1", "2024-01-01", "A")], reviews=old)
    assert row["missing"] == "no manager rating that is recent enough"
    assert row["reason"] is None


def test_someone_without_role_history_is_unknown_and_the_row_says_so():
    row = flag("past_window", reviews=TOP, roles=[role("2", "2020-01-01", "A")])
    assert (row["state"], row["missing"]) == ("unknown", "no dated role history")


def cut_off(start: str):
    """A history that begins with many others on the extract's first day."""
    rows = [role(n, start, "A", **LEVEL) for n in ("1", "2", "3", "4", "5")]
    keys = ("approaching", "stalled_top_performer", "past_window")
    return [flag(key, roles=rows, reviews=TOP) for key in keys]


def test_at_least_so_many_months_can_be_no_more_than_a_band_allows():
    assert [row["state"] for row in cut_off("2026-01-01")] == ["unknown"] * 3
    assert [row["state"] for row in cut_off("2024-07-01")] == ["unknown", "unknown", "unknown"]
    assert [row["state"] for row in cut_off("2024-06-30")] == ["no", "unknown", "unknown"]
    assert [row["state"] for row in cut_off("2023-05-30")] == ["no", "no", "yes"]
    past = cut_off("2020-06-30")[2]
    assert "at least 72 months without a change of scope" in past["reason"]


def test_months_since_the_hire_date_alone_can_only_rule_out():
    def answers(start):
        rows = [role("1", start, "A", derived="hire date"), role("2", "2020-01-01", "A")]
        return [flag(one.key, roles=rows, reviews=TOP)["state"] for one in RULES[:2]]

    assert answers("2025-01-01") == ["no", "no"]
    assert answers("2015-01-01") == ["unknown", "unknown"]


def test_the_reason_says_by_title_where_neither_level_nor_family_was_given():
    rows = [role("1", "2020-01-01", "A"), role("1", "2024-01-01", "B")]
    reason = flag("stalled_top_performer", roles=rows, reviews=TOP)["reason"]
    assert reason == (
        "Top-rated for 2 cycles; 29 months without a change of scope (window 24–36). The last "
        "change of scope was seen by title, because neither level nor family was given."
    )


def test_the_reason_says_where_time_is_as_stated_and_a_rating_has_no_date():
    reviews = [review("1", "Last round", 5.0, review_date=None)]
    row = flag("past_window", people=[person("1", months_in_role=40.0)], reviews=reviews)
    assert row["reason"] == (
        "Top-rated for 1 cycle; 40 months without a change of scope (past the window from 37). "
        "Time as stated in the file. The rating has no date."
    )
    assert row["since"] is None


def test_a_rule_holds_since_the_months_were_full_and_not_before_the_first_top_rating():
    roles = [role("1", "2023-12-31", "A", **LEVEL)]
    row = flag("stalled_top_performer", roles=roles, reviews=TOP)
    assert str(row["since"]) == "2025-12-31"
    roles = [role("1", "2022-12-31", "A", **LEVEL)]
    assert str(flag("past_window", roles=roles, reviews=TOP)["since"]) == "2026-01-31"
    late = [review("1", "2026", 5.0)]
    assert str(flag("past_window", roles=roles, reviews=late)["since"]) == "2026-03-01"


def test_a_refusal_six_months_ago_is_a_yes_and_a_day_earlier_a_no():
    assert flag("passed_over", opportunities=[opportunity("1", "2025-12-30")])["state"] == "yes"
    row = flag("passed_over", opportunities=[opportunity("1", "2025-12-29")])
    assert (row["state"], row["rejected_row"]) == ("no", None)


def test_a_refusal_names_its_day():
    row = flag("passed_over", opportunities=[opportunity("1", "2026-01-05")])
    assert row["reason"] == (
        "An internal application or promotion case was rejected on 5 Jan 2026."
    )
    assert str(row["since"]) == "2026-01-05"


def recommended(*answers, roles=(("2015-01-01", "3"),)):
    rows = [
        review("1", str(2027 - len(answers) + at), 3.0, promotion_recommended=answer)
        for at, answer in enumerate(answers)
    ]
    rows.append(review("2", "2020", 3.0, promotion_recommended=True))
    held = [role("1", day, "A", level=level) for day, level in roles]
    return flag("passed_over", reviews=rows, roles=[*held, role("2", "2020-01-01", "A")])


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((True, True), "yes"),
        ((True, False), "no"),
        ((True, True, False), "no"),
        ((True,), "no"),
        ((True, None), "unknown"),
        ((None, True), "unknown"),
        ((False, None), "no"),
        ((), "unknown"),
    ],
)
def test_a_promotion_recommended_in_the_two_latest_cycles(answers, state):
    assert recommended(*answers)["state"] == state


def test_a_promotion_that_followed_answers_the_recommendations():
    risen = (("2015-01-01", "3"), ("2025-06-01", "4"))
    assert recommended(True, True, roles=risen)["state"] == "no"
    risen = (("2015-01-01", "3"), ("2025-02-01", "4"))
    assert recommended(True, True, roles=risen)["state"] == "yes"


def test_without_the_person_s_role_history_whether_a_promotion_followed_is_unknown():
    row = recommended(True, True, roles=())
    assert (row["state"], row["missing"]) == (
        "unknown",
        "no role history that tells whether a promotion followed",
    )


def test_recommendations_are_pointed_at_in_both_cycles():
    row = recommended(True, True)
    assert (row["recommended_row"], row["recommended_first_row"], row["rejected_row"]) == (
        3,
        2,
        None,
    )


def test_a_part_that_was_not_given_is_not_looked_at_and_the_flags_say_so():
    roles = [role("1", "2015-01-01", "A"), role("2", "2015-01-01", "A")]
    cases = [opportunity("1", "2026-01-05")]
    assert flag("passed_over", "2", roles=roles, opportunities=cases)["state"] == "no"
    found = judge(measured(roles=roles, opportunities=cases), SETTINGS)
    assert found.partly["passed_over"] == (
        "Not looked at: reviews that say whether a promotion was recommended, beside role "
        "history. Add promotion_recommended to the reviews, and role history to look at them too."
    )


def test_rules_whose_tables_were_not_given_are_off_and_say_what_would_switch_them_on():
    off = judge(measured(reviews=TOP), SETTINGS).off
    assert off["past_window"] == (
        "Off: no role history. Add a sheet with effective dates and job titles to switch it on."
    )
    assert off["passed_over"].startswith("Off: no outcomes of internal applications")
    off = judge(measured(roles=[role("1", "2020-01-01", "A")]), SETTINGS).off
    assert off["past_window"] == (
        "Off: no ratings. Add a sheet of reviews with ratings to switch it on."
    )


def test_a_role_that_only_the_hire_date_implies_is_no_role_history():
    roles = [role("1", "2015-01-01", "A", derived="hire date")]
    assert "past_window" in judge(measured(roles=roles, reviews=TOP), SETTINGS).off


def test_only_active_people_are_judged():
    found = measured(
        people=[person("1", exit_date="2026-01-01"), person("2"), person("3")],
        roles=[role(n, "2020-01-01", "A") for n in "123"],
        reviews=TOP,
    )
    rows = judge(found, SETTINGS).rows
    assert sorted(set(rows["employee_id"])) == ["2", "3"]
    assert len(rows) == 2 * len(set(rows["rule"]))


def test_the_share_flagged_counts_people_with_a_flag_and_no_notices():
    soon, long = [role("1", "2024-12-30", "A", **LEVEL)], [role("1", "2023-12-31", "A", **LEVEL)]
    for roles, flags in ((soon, 0), (long, 1)):
        found = judge(measured(roles=roles, reviews=TOP), SETTINGS)
        assert int((found.states()["state"] == "yes").sum()) == flags


def with_limits(**sections) -> Settings:
    return Settings.model_copy(SETTINGS, update={"signals": sections})


def test_limits_come_from_the_settings():
    wider = with_limits(stalled_top_performer={"from_months": 12, "to_months": 20})
    row = flag(
        "stalled_top_performer",
        settings=wider,
        roles=[role("1", "2025-06-01", "A", **LEVEL)],
        reviews=TOP,
    )
    assert (row["state"], row["reason"][-15:]) == ("yes", "(window 12–20).")


@pytest.mark.parametrize(
    "sections",
    [
        {"no_such_rule": {"months": 6}},
        {"approaching": {"from": 18}},
        {"approaching": {"from_months": 0}},
        {"approaching": {"from_months": 18.5}},
        {"stalled_top_performer": {"from_months": 30, "to_months": 20}},
    ],
)
def test_limits_that_can_t_be_used_are_refused(sections):
    with pytest.raises(ConfigError, match=r"config/signals\.toml"):
        limits_of(with_limits(**sections))


@pytest.fixture(scope="module")
def drawn():
    """Measures of a company drawn by chance."""
    return measured(**company(3, 400))


@pytest.mark.parametrize("one", RULES, ids=lambda one: one.key)
class TestEveryRule:
    def test_an_unknown_is_neither_yes_nor_no(self, one, drawn):
        rows = judge(drawn, SETTINGS).rows
        rows = rows[rows["rule"] == one.key]
        unknown = rows[rows["state"] == "unknown"]
        assert bool(len(unknown)) is bool(one.missing)
        assert (unknown["missing"] != "").all()
        assert unknown["missing"].notna().all()
        assert unknown["reason"].isna().all()

    def test_a_yes_has_a_reason_without_open_places_and_cells(self, one, drawn):
        rows = judge(drawn, SETTINGS).rows
        yes = rows[(rows["rule"] == one.key) & (rows["state"] == "yes")]
        assert len(yes)
        assert not yes["reason"].str.contains(r"[{}]|None|nan|<NA>").any()
        assert yes["since"].notna().all()
        data = dataset(**company(3, 400))
        assert all(evidence(row, data) for row in plain(yes))

    def test_an_empty_frame_is_fine(self, one):
        rows = judge(measured(), SETTINGS).rows
        assert len(rows[rows["rule"] == one.key]) == 0

    def test_the_input_is_left_as_it_was(self, one, drawn):
        before = drawn.people.copy(deep=True)
        judge(drawn, SETTINGS)
        pd.testing.assert_frame_equal(drawn.people, before)

    def test_every_place_of_the_sentence_is_a_measure_or_a_limit(self, one, drawn):
        known = set(drawn.people.columns) | set(one.limits.model_fields)
        for because in one.because:
            assert set(places_in(because.sentence)) <= known

    def test_every_pointer_is_a_measure_and_a_field_of_a_table(self, one, drawn):
        for pointer in one.evidence:
            assert {f"{pointer.name}_sheet", f"{pointer.name}_row"} <= set(drawn.people.columns)
            assert pointer.field in TABLES[pointer.table].names

    def test_the_catalogue_lists_it(self, one):
        text = as_markdown()
        assert one.label in text
        assert one.clears in text

    def test_it_can_be_found_by_its_key(self, one):
        assert rule(one.key) is one
