"""Figures of foreign data sets: role history of others, read by nobody who wrote this."""

import csv
from datetime import date
from pathlib import Path

import pytest

from components.analysis import measure
from tests.analysis.build import SETTINGS, measured, one, role
from tests.analysis.foreign import read


@pytest.fixture(scope="module")
def terms(shared_data: Path) -> list[dict]:
    """Terms of legislators as rows of role history, house or senate as the title."""
    path = shared_data / "congress_terms" / "legislator_terms_long.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            role(row["bioguide"], row["start"], row["type"], end_date=row["end"])
            for row in csv.DictReader(lines)
        ]


@pytest.mark.parametrize(
    ("as_of", "people", "changed"), [("2026-06-10", 537, 44), ("2024-01-01", 454, 37)]
)
def test_legislators_who_went_from_house_to_senate(terms, as_of, people, changed):
    found = measured(as_of, roles=terms)
    assert len(found.people) == people
    assert int((found.people["role_changes"] >= 1).sum()) == changed
    assert found.problems == ()


def test_months_in_the_role_follow_the_last_past_spell(shared_data: Path):
    files = sorted((shared_data / "oracle_hr").glob("*.csv"))
    found = measure(read(files), date(2020, 1, 1), SETTINGS)
    months = {n: one(found, n)["months_in_role"] for n in ("102", "114", "122", "176", "201")}
    assert months == {"102": 41, "114": 24, "122": 24, "176": 24, "201": 24}
    assert [one(found, n)["months_in_role"] for n in ("200", "101")] == [36, 51]
    assert (len(found.people), len(found.people["manager_id"].dropna())) == (107, 106)


@pytest.mark.parametrize(
    ("as_of", "people", "left"), [(date(2010, 12, 31), 5565, 725), (date(2015, 12, 31), 6284, 1485)]
)
def test_exits_of_ten_yearly_snapshots(snapshots, as_of, people, left):
    found = measure(snapshots, as_of, SETTINGS).people
    assert (len(found), int((found["status"] == "left").sum())) == (people, left)


def test_retirements_are_shown_apart(snapshots):
    found = measure(snapshots, date(2015, 12, 31), SETTINGS).people
    kinds = found[found["status"] == "left"]["exit_kind"].value_counts().to_dict()
    assert kinds == {"retirement": 885, "voluntary": 1270 - 885, "involuntary": 215}


@pytest.fixture(scope="module")
def snapshots(shared_data: Path):
    return read([shared_data / "mfg10year_termination" / "emp_tmnt_MFG10Year.csv"])
