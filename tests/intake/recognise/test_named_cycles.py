"""A cycle is proposed whole, as the name writes it; of several none is."""

import pyarrow as pa
import pytest

from components.intake.recognise.named_cycles import cycle_named
from components.tables.sheets import Sheet


def named(sheet: str, file: str = "reviews.xlsx") -> str:
    return cycle_named(Sheet(file, sheet, pa.table({})))


@pytest.mark.parametrize(
    ("name", "cycle"),
    [
        ("2024", "2024"),
        ("Ratings 2024", "2024"),
        ("Ratings FY24", "FY24"),
        ("ratings_fy2024_final", "fy2024"),
        ("2024-H1", "2024-H1"),
        ("H1 2024", "H1 2024"),
        ("Ratings 2024_Q3", "2024_Q3"),
        ("2024-25", "2024-25"),
        ("2024-2025", "2024-2025"),
        ("FY24/25", "FY24/25"),
        ("FY24-25 ratings", "FY24-25"),
        ("GJ 2024/25", "GJ 2024/25"),
        ("2024 Mid-Year", "2024 Mid-Year"),
        ("Mid-Year reviews 2024", "Mid-Year reviews 2024"),
        ("FY24 H2 Year-End", "FY24 H2 Year-End"),
        ("1. Halbjahr 2024", "1. Halbjahr 2024"),
        ("2e semestre 2024", "2e semestre 2024"),
        ("Trimestre 2 2024", "Trimestre 2 2024"),
        ("2024-06", "2024-06"),
    ],
)
def test_a_cycle_is_proposed_as_it_is_written(name: str, cycle: str) -> None:
    assert named(name) == named("Sheet1", f"{name}.xlsx") == cycle


@pytest.mark.parametrize(
    "name", ["reviews", "H1", "2023 and 2024", "2024-06-30", "20240630", "2024-31", "2024.1.2"]
)
def test_a_name_that_states_no_cycle_or_several_proposes_none(name: str) -> None:
    assert named(name) == named("Sheet1", f"{name}.xlsx") == ""


def test_the_name_of_a_sheet_goes_before_that_of_its_file() -> None:
    assert named("2023-H2", "reviews 2024.xlsx") == "2023-H2"


def test_a_sheet_named_after_a_part_takes_the_year_from_its_file() -> None:
    assert named("H2", "reviews 2024.xlsx") == "H2 2024"
    assert named("H2", "reviews.xlsx") == ""
