"""What values and repeated people say against a name: asked or left, never taken."""

from components.intake import Confidence
from tests.intake.recognise.test_told_by_context import plans, read, rows, text, used


def test_start_and_end_of_people_who_stand_there_several_times_are_asked_about() -> None:
    found = read(
        text(
            "Employee ID,Start date,End date\n"
            "E1,2015-01-01,2018-12-31\nE1,2019-01-01,2021-12-31\nE2,2016-01-01,2020-12-31\n"
        )
    )
    held = plans(found)
    assert held["End date"].confidence == Confidence.ASKED
    assert held["Start date"].confidence == Confidence.ASKED
    once = read(text("Employee ID,Start date,End date\nE1,2015-01-01,\nE2,2016-01-01,2020-12-31\n"))
    assert used(once)["End date"] == "people.exit_date"


def test_numbers_with_decimals_are_no_department_and_no_manager() -> None:
    scores = (f"{4 + at % 5}.{at % 9 + 1},7.{at % 9},fine" for at in range(10))
    found = read(text(rows("Employee ID,Hire date,Department,Manager ID,Comment", *scores)))
    assert not {"Department", "Manager ID"} & set(used(found))


def test_addresses_without_an_at_are_no_e_mail() -> None:
    found = read(text(rows("Employee ID,Hire date,Email", *["anonymous"] * 6)))
    assert "Email" not in used(found)


def test_a_column_that_counts_rows_is_asked_about_beside_one_of_real_numbers() -> None:
    lines = "".join(f"{n},Ana {n},{912330 + n * 7},2020-01-0{n},Sales\n" for n in range(1, 9))
    found = read(text(f"Id,Name,RE,Hire date,Department\n{lines}"))
    assert plans(found)["Id"].confidence == Confidence.ASKED
    others = "".join(f"{n},Ana {n},x,2020-01-0{n},Sales\n" for n in range(1, 9))
    alone = read(text(f"Id,Name,Shift,Hire date,Department\n{others}"))
    assert used(alone)["Id"] == "people.employee_id"
