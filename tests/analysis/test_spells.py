"""Spells: rows united, ends trimmed, concurrent roles set aside."""

from tests.analysis.build import measured, one, person, plain, role


def spells(*rows, **more):
    found = measured(roles=list(rows), **more)
    return [
        (row["job_title"], str(row["role_start"]), str(row["role_end"]), row["is_current"])
        for row in plain(found.spells)
    ]


def test_rows_of_the_same_role_are_one_spell():
    rows = [
        role("1", "2020-01-01", "A"),
        role("1", "2021-01-01", "a "),
        role("1", "2022-01-01", "B"),
    ]
    assert spells(*rows, as_of="2022-06-30") == [
        ("a ", "2020-01-01", "2021-12-31", False),
        ("B", "2022-01-01", "2022-06-30", True),
    ]


def test_a_missing_end_is_the_day_before_the_next_row():
    rows = [role("1", "2020-01-01", "A"), role("1", "2020-03-01", "B")]
    assert spells(*rows)[0] == ("A", "2020-01-01", "2020-02-29", False)


def test_a_gap_of_more_than_31_days_divides_a_spell_but_not_the_clock():
    rows = [role("1", "2020-01-01", "A", end_date="2020-01-31"), role("1", "2020-03-04", "A")]
    assert len(spells(*rows)) == 2
    assert str(one(measured(roles=rows))["role_start"]) == "2020-01-01"
    rows = [role("1", "2020-01-01", "A", end_date="2020-01-31"), role("1", "2020-03-03", "A")]
    assert len(spells(*rows)) == 1


def test_an_overlap_of_31_days_is_trimmed():
    rows = [role("1", "2020-01-01", "A", end_date="2020-07-31"), role("1", "2020-07-01", "B")]
    found = measured(roles=rows)
    assert plain(found.spells)[0]["role_end"].isoformat() == "2020-06-30"
    assert found.problems == ()


def test_of_a_longer_overlap_the_later_role_counts_and_the_problem_names_the_other_s_cell():
    rows = [role("1", "2020-01-01", "A", end_date="2020-08-01"), role("1", "2020-07-01", "B")]
    found = measured(roles=rows)
    assert [row["job_title"] for row in plain(found.spells)] == ["B"]
    (problem,) = found.problems
    assert (problem.code, problem.place) == (
        "concurrent_role",
        "roles.xlsx › Role history › B2",
    )
    assert problem.value == "2020-01-01"


def test_of_a_longer_overlap_the_primary_role_counts():
    first = role("1", "2020-01-01", "A", end_date="2021-08-01", is_primary=True)
    second = role("1", "2020-07-01", "B", end_date="2021-01-01", is_primary=False)
    assert [row[0] for row in spells(first, second)] == ["A"]


def test_of_a_longer_overlap_the_role_with_more_hours_counts():
    first = role("1", "2020-01-01", "A", end_date="2021-08-01", fte=0.8)
    second = role("1", "2020-07-01", "B", fte=0.2)
    assert [row[0] for row in spells(first, second)] == ["A"]


def test_an_open_second_job_never_ends_the_primary_one():
    rows = [
        role("1", "2020-01-01", "A", is_primary=True),
        role("1", "2021-01-01", "B", is_primary=False),
    ]
    found = measured(roles=rows)
    assert one(found)["job_title"] == "A"
    assert found.step_counts["set_aside"] == 1


def test_of_three_roles_at_once_one_is_left():
    rows = [
        role("1", "2020-01-01", "A", end_date="2022-12-31"),
        role("1", "2020-06-01", "B", end_date="2022-12-31"),
        role("1", "2020-09-01", "C", end_date="2022-12-31"),
        role("2", "2020-09-01", "D"),
    ]
    assert [row[0] for row in spells(*rows)] == ["C", "D"]


def test_an_end_after_the_day_is_not_seen():
    rows = [
        role("1", "2020-01-01", "A", end_date="2025-12-31"),
        role("1", "2021-01-01", "B"),
    ]
    assert [row[0] for row in spells(*rows, as_of="2022-01-01")] == ["A", "B"]


def test_the_spells_of_leavers_end_on_their_last_day():
    rows = [role("1", "2020-01-01", "A")]
    found = spells(*rows, people=[person("1", exit_date="2021-05-31")])
    assert found == [("A", "2020-01-01", "2021-05-31", True)]


def test_steps_are_counted():
    rows = [
        role("1", "2020-01-01", "A", end_date="2020-03-10", level="3"),
        role("1", "2020-03-01", "A", level="3"),
        role("1", "2021-03-01", "A", level="4"),
    ]
    assert measured(roles=rows).step_counts == {
        "closed": 2,
        "renamed": 0,
        "trimmed": 1,
        "united": 1,
        "paused": 0,
        "new_employments": 0,
        "scope_changes": 1,
        "set_aside": 0,
    }
