"""Who somebody is on a day, and who exists on it."""

from datetime import date

import pandas as pd
import pytest

from tests.analysis.build import measured, one, opportunity, person, review, role


def known(found):
    return found.people["employee_id"].tolist()


def test_per_field_the_newest_statement_on_or_before_the_day_wins():
    rows = [
        person("1", known_on="2024-01-01", department="Sales", location="Rome"),
        person("1", known_on="2025-01-01", department="Marketing"),
        person("1", known_on="2026-01-01", department="Finance"),
    ]
    found = one(measured("2025-06-30", people=rows))
    assert (found["department"], found["location"]) == ("Marketing", "Rome")


def test_a_dated_statement_goes_before_an_undated_one():
    rows = [
        person("1", known_on="2024-01-01", region="EU"),
        person("1", region="USA", country="US"),
    ]
    found = one(measured(people=rows))
    assert (found["region"], found["country"]) == ("EU", "US")


def test_of_two_statements_of_one_day_the_first_row_wins():
    rows = [person("1", known_on="2024-01-01", region=name) for name in ("EU", "USA")]
    assert one(measured(people=rows))["region"] == "EU"


def test_the_newest_role_row_goes_before_a_statement_and_fills_what_it_lacks():
    found = one(
        measured(
            people=[person("1", department="Old", level="9", name="Ada")],
            roles=[
                role("1", "2020-01-01", "Engineer", department="A", region="EU"),
                role("1", "2021-01-01", "Engineer", department="B"),
                role("1", "2027-01-01", "Engineer", department="C"),
            ],
        )
    )
    assert (found["department"], found["region"], found["level"], found["name"]) == (
        "B",
        "EU",
        "9",
        "Ada",
    )


def test_a_manager_s_name_is_looked_up_else_as_stated():
    rows = [
        person("1", manager_id="2", manager_name="old name"),
        person("2", name="Bea", manager_id="77", manager_name="Carl"),
    ]
    found = measured(people=rows)
    assert one(found)["manager_name"] == "Bea"
    assert one(found, "2")["manager_name"] == "Carl"


def test_levels_have_a_rank_where_a_ladder_places_them():
    rows = [person("1", level="L4"), person("2", level="5"), person("3", level="odd")]
    found = measured(people=rows)
    assert [one(found, n)["level_rank"] for n in "123"] == [4, 5, None]


def test_a_person_whose_only_dates_are_later_does_not_exist_yet():
    found = measured(
        "2024-12-31",
        roles=[role("1", "2025-01-01", "A"), role("2", "2024-12-31", "A")],
        reviews=[review("3", "2025", 3.0), review("4", "2024", 3.0)],
        people=[
            person("5", known_on="2025-01-01"),
            person("6", known_on="2024-01-01"),
            person("7", hire_date="2025-01-01"),
            person("8", hire_date="2024-12-31"),
            person("9"),
            person("1", name="Ada"),
        ],
    )
    assert known(found) == ["2", "4", "6", "8", "9"]


def test_someone_known_before_the_first_day_has_not_started():
    rows = [person("1", known_on="2024-06-01", hire_date="2025-01-01")]
    assert one(measured("2024-12-31", people=rows))["status"] == "not started"
    assert one(measured("2025-01-01", people=rows))["status"] == "active"


def test_on_the_exit_date_a_person_is_active_and_on_the_next_day_has_left():
    rows = [person("1", exit_date="2025-06-30", exit_kind="voluntary")]
    assert one(measured("2025-06-30", people=rows))["status"] == "active"
    found = one(measured("2025-07-01", people=rows))
    assert (found["status"], found["exit_kind"]) == ("left", "voluntary")


def test_an_exit_that_lies_ahead_is_not_seen():
    rows = [person("1", exit_date="2025-06-30", exit_kind="voluntary", stated_status="left")]
    found = one(measured("2025-06-29", people=rows))
    assert (found["status"], found["exit_date"], found["exit_kind"]) == ("active", None, None)


def test_someone_stated_to_have_left_without_a_date_has_left():
    assert one(measured(people=[person("1", stated_status="left")]))["status"] == "left"


def test_a_date_goes_before_a_stated_status():
    rows = [person("1", stated_status="active", exit_date="2020-01-01")]
    assert one(measured(people=rows))["status"] == "left"


def test_an_exit_event_is_the_exit_where_people_give_none():
    rows = [role("1", "2020-01-01", "A"), role("1", "2021-06-30", event="exit")]
    found = one(measured(roles=rows))
    assert (found["status"], str(found["exit_date"])) == ("left", "2021-06-30")
    assert found["job_title"] == "A"


@pytest.mark.parametrize(
    "back", [{"event": "rehire", "effective_date": "2020-02-02"}, {"effective_date": "2020-03-04"}]
)
def test_a_role_after_the_exit_is_a_return(back):
    rows = [role("1", "2019-01-01", "A"), role("1", job_title="B", **back)]
    found = one(measured(roles=rows, people=[person("1", exit_date="2020-02-01")]))
    assert (found["status"], found["exit_date"]) == ("active", None)
    assert str(found["role_start"]) == back["effective_date"]


def test_a_row_within_a_month_of_the_exit_is_no_return():
    rows = [role("1", "2019-01-01", "A"), role("1", "2020-03-04", "A")]
    found = one(measured(roles=rows, people=[person("1", exit_date="2020-02-01")]))
    assert found["status"] == "active"
    rows = [role("1", "2019-01-01", "A"), role("1", "2020-03-03", "A", location="X")]
    found = one(measured(roles=rows, people=[person("1", exit_date="2020-02-01")]))
    assert found["status"] == "left"


def test_an_exit_stated_after_a_role_row_began_is_no_return():
    found = measured(
        roles=[role("1", "2020-12-31", "A")],
        people=[person("1", known_on="2020-12-31", exit_date="2020-06-30")],
    )
    assert one(found)["status"] == "left"


def test_a_hire_date_after_the_exit_date_is_a_return():
    rows = [person("1", exit_date="2020-06-30", hire_date="2021-01-01")]
    found = one(measured(people=rows))
    assert (found["status"], found["months_of_service"]) == ("active", 65)


def test_months_of_service_run_from_the_hire_date_or_a_hire_event():
    assert one(measured(people=[person("1", hire_date="2020-06-30")]))["months_of_service"] == 72
    rows = [role("1", "2020-06-30", "A", event="hire")]
    assert one(measured(roles=rows))["months_of_service"] == 72
    assert one(measured(roles=[role("1", "2020-06-30", "A")]))["months_of_service"] is None


def test_months_of_service_as_stated_are_brought_forward():
    rows = [person("1", months_of_service=10.9, stated_on="2026-01-30")]
    assert one(measured(people=rows))["months_of_service"] == 15


def test_pointers_name_sheet_and_row_as_excel_shows_it():
    found = one(
        measured(
            people=[person("0"), person("1", hire_date="2019-01-01")],
            roles=[
                role("1", "2020-01-01", "A", level="3"),
                role("1", "2021-01-01", "B", level="3"),
                role("1", "2022-01-01", "B", level="4"),
            ],
            reviews=[review("1", "2026", 3.0)],
            opportunities=[opportunity("1", "2026-01-01")],
        )
    )
    at = {
        what: (found[f"{what}_sheet"], found[f"{what}_row"]) for what in ("hire", "role", "level")
    }
    assert at == {"hire": (0, 3), "role": (1, 3), "level": (1, 4)}
    assert (found["rating_row"], found["rejected_sheet"], found["rejected_row"]) == (2, 3, 2)


def test_nobody_is_measured_where_no_table_was_given():
    found = measured()
    assert len(found.people) == len(found.spells) == len(found.ratings) == 0


def test_a_notice_that_lies_ahead_is_not_seen():
    rows = [person("1", exit_date="2026-03-31", exit_kind="voluntary", notice_date="2026-02-01")]
    assert one(measured("2026-01-31", people=rows))["notice_date"] is None
    assert one(measured("2026-02-01", people=rows))["notice_date"] == date(2026, 2, 1)


def test_an_undated_hire_date_that_lies_ahead_of_a_role_is_of_a_later_employment():
    """Somebody hired again in 2025 was no newcomer while working here in 2021."""
    rows = {"people": [person("1", hire_date="2025-01-01")], "roles": [role("1", "2020-01-01")]}
    before = one(measured("2021-06-30", **rows))
    assert (before["status"], before["hire_date"]) == ("active", None)
    assert one(measured("2025-06-30", **rows))["hire_date"] == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("days", "seen"),
    [
        ({"decided_on": "2025-05-01", "ended_on": "2025-12-01"}, "2025-05-01"),
        ({"decided_on": "2025-08-01", "ended_on": "2025-12-01"}, None),
        ({"ended_on": "2025-12-01"}, None),
        ({"ended_on": "2025-06-01"}, "2025-06-01"),
        ({}, "2025-04-01"),
    ],
)
def test_a_step_counts_from_the_day_on_which_it_was_known_to_be_taken(days, seen):
    rows = [opportunity("1", "2025-04-01", "completed", **days) | {"kind": "course"}]
    found = measured("2025-06-30", opportunities=rows)
    assert one(found)["last_skill_step"] == (date.fromisoformat(seen) if seen else None)
    ended = found.opportunities.get("ended_on", [])
    assert not any(day > date(2025, 6, 30) for day in ended if not pd.isna(day))
