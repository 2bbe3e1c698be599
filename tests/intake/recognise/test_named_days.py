"""The day that a name states: proposed with its reason, and never where it is open which."""

import pyarrow as pa
import pytest

from components.intake.recognise.named_days import day_named
from components.tables.sheets import Sheet


def named(sheet: str, file: str = "staff.xlsx") -> str:
    found = day_named(Sheet(file, sheet, pa.table({})))
    return f"{found.day} {found.period} {found.named}" if found else ""


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("2024", "2024-12-31 year 2024"),
        ("Headcount 2023", "2023-12-31 year 2023"),
        ("2024 (2)", "2024-12-31 year 2024"),
        ("2024-06", "2024-06-30 month 2024-06"),
        ("06.2024", "2024-06-30 month 06.2024"),
        ("202402", "2024-02-29 month 202402"),
        ("Jan 2024", "2024-01-31 month Jan 2024"),
        ("März 2024", "2024-03-31 month März 2024"),
        ("2024_Juin", "2024-06-30 month 2024_Juin"),
        ("Q2 2024", "2024-06-30 quarter Q2 2024"),
        ("2024-q4", "2024-12-31 quarter 2024-q4"),
        ("H1_2024", "2024-06-30 half-year H1_2024"),
        ("30.06.2024", "2024-06-30 day 30.06.2024"),
        ("Stand 31.12.2023", "2023-12-31 day 31.12.2023"),
        ("Stand 31.12.23", "2023-12-31 day 31.12.23"),
        ("Stand 05.06.2024", "2024-06-05 day 05.06.2024"),
        ("Headcount 2024-06-30", "2024-06-30 day 2024-06-30"),
        ("HR 2024 as of 2024-06-30", "2024-06-30 day 2024-06-30"),
        ("20240630", "2024-06-30 day 20240630"),
        ("staff_2024_06_30_final", "2024-06-30 day 2024_06_30"),
        ("31122023", "2023-12-31 day 31122023"),
        ("31-12-2023", "2023-12-31 day 31-12-2023"),
        ("31 Dec 2024", "2024-12-31 day 31 Dec 2024"),
        ("December 31st, 2024", "2024-12-31 day December 31st, 2024"),
        ("31. Dezember 2024", "2024-12-31 day 31. Dezember 2024"),
    ],
)
def test_a_name_states_a_day_or_the_last_day_of_a_period(name: str, said: str) -> None:
    assert named(name) == said
    assert named("Sheet1", f"{name}.xlsx") == said
    assert named("", f"{name}.csv") == said


@pytest.mark.parametrize(
    "name",
    [
        "staff",
        "staff v2",
        "05-06-2024",
        "2023 and 2024",
        "2023-2024",
        "2024-25",
        "2024-13",
        "31.02.2024",
        "FY24",
        "FY 2024",
        "Q2 FY2024",
        "Data set 2024",
        "May headcount 2024",
        "Team 5 2024",
        "1234567",
        "Q2",
        "May",
    ],
)
def test_a_name_that_leaves_the_day_open_proposes_none(name: str) -> None:
    assert named(name) == named("Sheet1", f"{name}.xlsx") == ""


def test_the_name_of_a_sheet_goes_before_that_of_its_file() -> None:
    assert named("2023", "export 2025-01-15.xlsx") == "2023-12-31 year 2023"
    assert named("FY24", "export 2025-01-15.xlsx") == ""


@pytest.mark.parametrize(
    ("sheet", "said"),
    [("Feb", "2024-02-29 month Feb 2024"), ("Q3", "2024-09-30 quarter Q3 2024")],
)
def test_a_sheet_named_after_a_month_takes_the_year_from_its_file(sheet: str, said: str) -> None:
    assert named(sheet, "HR 2024.xlsx") == said
