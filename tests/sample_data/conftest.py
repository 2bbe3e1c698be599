"""The sample company made once, and its committed files as rows."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from sample_data.made import Made, make_company
from tests.sample_data.oracle import Row

ROOT = Path(__file__).resolve().parents[2] / "sample_data"


@pytest.fixture(scope="session")
def sample() -> Path:
    """The folder with the committed files."""
    return ROOT


@pytest.fixture(scope="session")
def made() -> Made:
    """The company, made afresh."""
    return make_company()


def rows_of(file: Path, sheet: str) -> list[Row]:
    """The rows of a sheet by header; days as days."""
    book = load_workbook(file, read_only=True)
    try:
        header, *lines = book[sheet].iter_rows(values_only=True)
    finally:
        book.close()
    names = [str(cell) for cell in header]
    return [
        {name: _plain(value) for name, value in zip(names, line, strict=True)} for line in lines
    ]


def _plain(value: object) -> object:
    """A day instead of a day with a time of midnight."""
    return value.date() if hasattr(value, "date") else value


@pytest.fixture(scope="session")
def history(sample: Path) -> list[Row]:
    """Role history as uploaded."""
    return rows_of(sample / "clean" / "role_history.xlsx", "Role history")


@pytest.fixture(scope="session")
def reviews(sample: Path) -> list[Row]:
    """Reviews as uploaded."""
    return rows_of(sample / "clean" / "reviews.xlsx", "Reviews")


@pytest.fixture(scope="session")
def opportunities(sample: Path) -> list[Row]:
    """Opportunities of the large workbook."""
    return rows_of(sample / "clean" / "everything.xlsx", "Opportunities")
