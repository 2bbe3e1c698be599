"""The large workbooks for measuring are real workbooks with histories that hold together."""

from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import fastexcel
import pytest

from sample_data.people_scale import make_large
from tests.sample_data.conftest import rows_of
from tests.sample_data.oracle import Row, by_person


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (path,) = make_large(400, tmp_path_factory.mktemp("large"))
    return path


@pytest.fixture(scope="module")
def roles(book: Path) -> list[Row]:
    return rows_of(book, "Role history")


@pytest.fixture(scope="module")
def reviews(book: Path) -> list[Row]:
    return rows_of(book, "Reviews")


@pytest.fixture(scope="module")
def leavers(book: Path) -> list[Row]:
    return rows_of(book, "Leavers")


def test_two_readers_see_the_same_number_of_rows(
    book: Path, roles: list[Row], reviews: list[Row], leavers: list[Row]
) -> None:
    read = fastexcel.read_excel(book)
    heights = [read.load_sheet(name, dtypes="string").height for name in read.sheet_names]
    assert read.sheet_names == ["Role history", "Reviews", "Leavers"]
    assert heights == [len(roles), len(reviews), len(leavers)]
    assert 2.2 <= len(roles) / 400 <= 2.8
    assert 2.1 <= len(reviews) / 400 <= 2.9


def test_spells_follow_day_by_day_and_promotions_raise_the_level(roles: list[Row]) -> None:
    people = by_person(roles)
    assert len(people) == 400
    for rows in people.values():
        assert rows[0]["Event"] == "hire"
        for before, after in pairwise(rows):
            assert (after["Effective date"] - before["End date"]).days == 1
            assert before["End date"] >= before["Effective date"]
            assert after["Level"] - before["Level"] == (after["Event"] == "promotion")


def test_managers_and_reviewers_are_people_and_one_person_has_none(
    roles: list[Row], reviews: list[Row]
) -> None:
    people = by_person(roles)
    managers = {row["Employee ID"]: row["Manager ID"] for row in roles}
    assert [who for who, manager in managers.items() if manager is None] == ["0000001"]
    assert set(managers.values()) - {None} <= set(people)
    assert all(managers[row["Employee ID"]] == row["Reviewer ID"] for row in reviews)


def test_reviews_lie_within_the_employment(roles: list[Row], reviews: list[Row]) -> None:
    people = by_person(roles)
    for row in reviews:
        held = people[row["Employee ID"]]
        assert held[0]["Effective date"] < row["Review date"]
        assert held[-1]["End date"] is None or row["Review date"] <= held[-1]["End date"]
        assert row["Rating"] in (1, 2, 3, 4, 5)


def test_whoever_has_left_has_a_last_day_a_kind_and_an_earlier_notice(
    roles: list[Row], leavers: list[Row]
) -> None:
    last = {who: rows[-1]["End date"] for who, rows in by_person(roles).items()}
    assert {row["Employee ID"]: row["Exit date"] for row in leavers} == {
        who: day for who, day in last.items() if day is not None
    }
    assert {row["Exit type"] for row in leavers} == {"voluntary", "involuntary", "retirement"}
    assert all(30 <= (row["Exit date"] - row["Notice date"]).days <= 92 for row in leavers)


def test_the_same_number_of_people_gives_the_same_bytes(book: Path, tmp_path: Path) -> None:
    (again,) = make_large(400, tmp_path)
    assert again.read_bytes() == book.read_bytes()
    with ZipFile(again) as parts:
        assert parts.testzip() is None
