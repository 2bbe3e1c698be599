"""Time in the role, in the level and in the scope."""

import pytest

from tests.analysis.build import measured, one, person, role

ENGINEER = {"job_title": "Engineer", "level": "3", "job_family": "Software"}


def history(*rows, **more):
    return one(measured(roles=[role("1", day, **fields) for day, fields in rows], **more))


def test_months_are_completed_calendar_months():
    assert history(("2018-01-01", ENGINEER), as_of="2020-01-01")["months_in_role"] == 24
    assert history(("2018-01-02", ENGINEER), as_of="2020-01-01")["months_in_role"] == 23


def test_from_the_last_of_january_to_the_last_of_february_no_month_is_completed():
    assert history(("2023-01-31", ENGINEER), as_of="2023-02-28")["months_in_role"] == 0
    assert history(("2023-01-31", ENGINEER), as_of="2023-03-01")["months_in_role"] == 1


def test_a_new_title_within_the_level_starts_the_role_clock_only():
    found = history(
        ("2020-01-01", ENGINEER),
        ("2025-01-01", ENGINEER | {"job_title": "Developer"}),
        as_of="2026-01-01",
    )
    assert (found["months_in_role"], found["months_in_level"], found["months_in_scope"]) == (
        12,
        72,
        72,
    )
    assert found["role_changes"] == 1


def test_a_title_that_differs_in_case_and_spaces_is_the_same_role():
    found = history(
        ("2020-01-01", ENGINEER),
        ("2025-01-01", ENGINEER | {"job_title": "  ENGINEER "}),
        as_of="2026-01-01",
    )
    assert (found["months_in_role"], found["role_changes"]) == (72, 0)


def test_a_higher_level_starts_the_level_and_the_scope_clock():
    found = history(
        ("2020-01-01", ENGINEER), ("2025-01-01", ENGINEER | {"level": "4"}), as_of="2026-01-01"
    )
    assert (found["months_in_level"], found["months_in_scope"]) == (12, 12)
    assert found["scope_by"] == "level"


def test_the_same_level_spelled_otherwise_is_no_change():
    found = history(
        ("2020-01-01", ENGINEER), ("2025-01-01", ENGINEER | {"level": "L3"}), as_of="2026-01-01"
    )
    assert found["months_in_scope"] == 72


def test_a_new_family_starts_the_scope_clock():
    found = history(("2020-01-01", ENGINEER), ("2025-01-01", ENGINEER | {"job_family": "Data"}))
    assert (found["scope_by"], str(found["scope_start"])) == ("family", "2025-01-01")


@pytest.mark.parametrize(
    "fields", [{"manager_id": "9"}, {"location": "Berlin"}, {"department": "Other"}, {"fte": 0.5}]
)
def test_a_new_manager_place_department_or_share_is_no_change_of_scope(fields):
    found = history(
        ("2020-01-01", ENGINEER | dict.fromkeys(fields, None)),
        ("2025-01-01", ENGINEER | fields),
    )
    assert str(found["scope_start"]) == "2020-01-01"


def test_without_level_and_family_a_new_title_counts_and_the_reason_says_so():
    found = history(("2020-01-01", {"job_title": "Clerk"}), ("2025-01-01", {"job_title": "Head"}))
    assert (found["scope_by"], str(found["scope_start"])) == ("title", "2025-01-01")
    assert found["months_in_level"] is None


@pytest.mark.parametrize("event", ["promotion", "demotion", "lateral", "expansion"])
def test_an_event_that_says_so_is_a_change_of_scope(event):
    found = history(("2020-01-01", ENGINEER), ("2025-01-01", ENGINEER | {"event": event}))
    assert (found["scope_by"], str(found["scope_start"])) == (event, "2025-01-01")


def test_a_transfer_of_manager_only_is_no_change_of_scope():
    both = ENGINEER | {"department": "Sales"}
    found = history(("2020-01-01", both), ("2025-01-01", both | {"event": "transfer"}))
    assert str(found["scope_start"]) == "2020-01-01"
    moved = both | {"event": "transfer", "department": "Marketing"}
    found = history(("2020-01-01", both), ("2025-01-01", moved))
    assert found["scope_by"] == "transfer"


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [(0, 3, True), (0, 2, False), (4, 6, True), (4, 5, False), (6, 3, True), (2, 1, False)],
)
def test_direct_reports_from_none_to_several_or_by_half_change_the_scope(before, after, changed):
    found = history(
        ("2020-01-01", ENGINEER | {"direct_reports": before}),
        ("2025-01-01", ENGINEER | {"direct_reports": after}),
    )
    assert (found["scope_by"] == "direct reports") is changed


def test_acting_of_90_days_starts_the_scope_clock_only():
    acting = {"event": "acting", "end_date": "2025-03-31", "job_title": "Head"}
    found = history(("2020-01-01", ENGINEER), ("2025-01-01", acting), as_of="2026-01-01")
    assert (found["scope_by"], str(found["scope_start"])) == ("acting", "2025-01-01")
    assert (found["months_in_role"], found["job_title"]) == (72, "Engineer")


def test_acting_of_89_days_changes_nothing():
    acting = {"event": "acting", "end_date": "2025-03-30", "job_title": "Head"}
    found = history(("2020-01-01", ENGINEER), ("2025-01-01", acting), as_of="2026-01-01")
    assert str(found["scope_start"]) == "2020-01-01"


def test_acting_counts_from_the_day_on_which_it_has_lasted_90_days():
    rows = [("2020-01-01", ENGINEER), ("2025-01-01", {"event": "acting"})]
    assert str(history(*rows, as_of="2025-03-30")["scope_start"]) == "2020-01-01"
    assert str(history(*rows, as_of="2025-03-31")["scope_start"]) == "2025-01-01"


def test_a_leave_row_is_no_role_and_a_long_leave_pauses_the_clocks():
    leave = {"event": "leave", "end_date": "2025-04-10"}
    found = history(("2025-01-01", ENGINEER), ("2025-01-11", leave), as_of="2026-01-01")
    assert (found["job_title"], found["role_changes"]) == ("Engineer", 0)
    assert found["months_in_role"] == 12
    leave = {"event": "leave", "end_date": "2025-04-11"}
    found = history(("2025-01-01", ENGINEER), ("2025-01-11", leave), as_of="2026-01-01")
    assert found["months_in_role"] == 8
    assert str(found["role_start"]) == "2025-01-01"


def test_a_leave_that_lasts_still_pauses_the_clocks():
    rows = [("2025-01-01", ENGINEER), ("2025-02-01", {"event": "leave"})]
    assert history(*rows, as_of="2026-01-01")["months_in_role"] == 1


def test_a_gap_of_up_to_90_days_leaves_the_clock_running():
    rows = [("2020-01-01", ENGINEER | {"end_date": "2020-12-31"}), ("2021-04-01", ENGINEER)]
    found = history(*rows, as_of="2022-01-01")
    assert found["months_in_role"] == 24


def test_a_gap_of_91_days_pauses_the_clock():
    rows = [("2020-01-01", ENGINEER | {"end_date": "2020-12-31"}), ("2021-04-02", ENGINEER)]
    found = history(*rows, as_of="2022-01-01")
    assert found["months_in_role"] == 21


def test_a_gap_of_more_than_180_days_starts_every_clock_anew():
    end = {"end_date": "2020-12-31"}
    on = history(("2018-01-01", ENGINEER | end), ("2021-06-30", ENGINEER), as_of="2022-06-30")
    assert on["scope_by"] == "first row"
    anew = history(("2018-01-01", ENGINEER | end), ("2021-07-01", ENGINEER), as_of="2022-07-01")
    assert (anew["scope_by"], anew["months_in_role"]) == ("new employment", 12)
    assert anew["role_changes"] == 0


def test_a_stated_leave_is_no_end_of_employment_however_long():
    leave = {"event": "leave", "end_date": "2021-12-31"}
    found = history(
        ("2018-01-01", ENGINEER | {"end_date": "2020-12-31"}),
        ("2021-01-01", leave),
        ("2022-01-01", ENGINEER),
        as_of="2023-01-01",
    )
    assert (found["scope_by"], found["months_in_role"]) == ("first row", 48)


def test_an_exit_between_two_roles_starts_every_clock_anew():
    found = history(
        ("2018-01-01", ENGINEER), ("2020-01-31", {"event": "exit"}), ("2020-03-01", ENGINEER)
    )
    assert (found["status"], str(found["role_start"])) == ("active", "2020-03-01")


def test_rows_of_one_day_follow_their_sequence():
    found = history(
        ("2020-01-01", ENGINEER | {"sequence": 2, "job_title": "Developer"}),
        ("2020-01-01", ENGINEER | {"sequence": 1}),
    )
    assert (found["job_title"], found["role_changes"]) == ("Developer", 1)


def test_rows_recorded_later_are_not_seen():
    rows = [
        ("2020-01-01", ENGINEER),
        ("2021-01-01", ENGINEER | {"level": "4", "recorded_on": "2022-06-01"}),
    ]
    assert history(*rows, as_of="2022-05-31")["level"] == "3"
    assert history(*rows, as_of="2022-06-01")["level"] == "4"


def test_histories_that_all_begin_on_the_extract_s_first_day_read_at_least():
    begin = [role(str(n), "2020-01-01", **ENGINEER) for n in range(10, 15)]
    later = [role(str(n), "2021-01-01", **ENGINEER) for n in range(15, 25)]
    found = measured(roles=[*begin, *later])
    assert one(found, "10")["clock_at_least"] is True
    assert one(found, "15")["clock_at_least"] is False
    moved = [*begin, *later, role("10", "2022-01-01", **(ENGINEER | {"level": "4"}))]
    assert one(measured(roles=moved), "10")["clock_at_least"] is False


def test_at_a_fifth_of_the_people_the_clocks_are_exact():
    begin = [role(str(n), "2020-01-01", **ENGINEER) for n in range(10, 15)]
    later = [role(str(n), "2021-01-01", **ENGINEER) for n in range(15, 35)]
    assert one(measured(roles=[*begin, *later]), "10")["clock_at_least"] is False


def test_someone_hired_on_the_extract_s_first_day_has_an_exact_clock():
    begin = [role(str(n), "2020-01-01", **ENGINEER) for n in range(10, 16)]
    found = measured(roles=begin, people=[person("10", hire_date="2020-01-01"), person("11")])
    assert one(found, "10")["clock_at_least"] is False
    assert one(found, "11")["clock_at_least"] is True


def test_stated_durations_serve_where_no_dated_history_exists():
    stated = {"months_in_role": 30.0, "months_in_level": 12.0, "stated_on": "2026-01-30"}
    found = one(measured(people=[person("1", **stated), person("2", months_of_service=40.5)]))
    assert (found["months_in_role"], found["months_in_level"]) == (35, 17)
    assert (found["months_in_scope"], found["clock_source"]) == (17, "as stated")
    assert found["role_start"] is None


def test_a_duration_stated_for_a_later_day_is_not_seen():
    stated = {"months_in_role": 30.0, "stated_on": "2026-07-01"}
    found = one(measured(people=[person("1", **stated)]))
    assert (found["months_in_role"], found["clock_source"]) == (None, None)


def test_dated_history_goes_before_stated_durations():
    found = measured(
        people=[person("1", months_in_role=3.0)], roles=[role("1", "2020-06-30", "Engineer")]
    )
    assert (one(found)["months_in_role"], one(found)["clock_source"]) == (72, "history")


def test_a_row_that_only_the_hire_date_implies_reads_at_least_from_the_hire_date():
    row = role("1", "2020-06-30", "Engineer", derived="hire date")
    found = one(measured(roles=[row]))
    assert (found["clock_source"], found["clock_at_least"]) == ("hire date", True)
    stated = measured(roles=[row], people=[person("1", months_in_role=3.0)])
    assert (one(stated)["clock_source"], one(stated)["months_in_role"]) == ("as stated", 3)


def test_clocks_of_leavers_stop_on_their_last_day():
    found = measured(
        roles=[role("1", "2020-01-01", "Engineer")], people=[person("1", exit_date="2021-01-01")]
    )
    assert one(found)["months_in_role"] == 12
