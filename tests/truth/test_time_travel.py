"""Looking back shows what an export of that day would have shown: measures, spells, flags."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components.analysis import Measures, measure
from components.settings import load_settings
from components.signals import RULES, judge
from components.tables.dataset import Dataset
from tests.analysis.build import dataset, role
from tests.analysis.foreign import read
from tests.truth.cut import cut
from tests.truth.road import SAMPLE

DAYS = [date(year, 6, 30) for year in range(2022, 2027)]
ELSEWHERE = {
    "congress": (date(1990, 1, 3), date(2007, 6, 30), date(2015, 1, 5)),
    "oracle": (date(2008, 6, 30), date(2012, 12, 31), date(2015, 9, 21), date(2018, 6, 30)),
    "mfg": (date(2008, 12, 31), date(2012, 6, 30)),
}
_USUAL = load_settings()
SETTINGS = _USUAL.model_copy(update={"app": _USUAL.app.model_copy(update={"pay_allowed": True})})
"""With pay, so that every rule is on."""

ASKED_FOR = frozenset(
    pair
    for one in RULES
    for pair in (
        *(pair for need in one.needs for pair in need.any_of),
        *(pair for part in one.parts for pair in part.all_of),
    )
)
"""What rules are off without."""


@pytest.fixture(scope="module")
def sample() -> Dataset:
    files = ("clean/everything.xlsx", "clean/pay.xlsx")
    return read([SAMPLE / name for name in files], settings=SETTINGS)


@pytest.fixture(scope="module")
def elsewhere(shared_data: Path) -> dict[str, Dataset]:
    terms = shared_data / "congress_terms" / "legislator_terms_long.csv"
    with terms.open(encoding="utf-8", newline="") as lines:
        roles = [
            role(row["bioguide"], row["start"], row["type"], end_date=row["end"])
            for row in csv.DictReader(lines)
        ]
    return {
        "congress": dataset(roles=roles),
        "oracle": read(sorted((shared_data / "oracle_hr").glob("*.csv"))),
        "mfg": read([shared_data / "mfg10year_termination" / "emp_tmnt_MFG10Year.csv"]),
    }


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_sample_looked_back_at_is_the_sample_cut(sample: Dataset, day: date) -> None:
    whole, short = both(sample, day)
    assert_same(whole, short)
    flags = [judge(one, SETTINGS) for one in (whole, short)]
    same(flags[0].rows, flags[1].rows)
    assert flags[0].off == flags[1].off


def test_hundreds_of_flags_were_compared(sample: Dataset) -> None:
    seen = [measure(sample, day, SETTINGS) for day in DAYS]
    found = [judge(one, SETTINGS) for one in seen]
    assert min(len(one.people) for one in seen) >= 500
    assert sum(len(one.rows) for one in found) >= 100
    assert not found[-1].off


@pytest.mark.parametrize(
    ("name", "day"), [(name, day) for name, days in ELSEWHERE.items() for day in days], ids=str
)
def test_foreign_histories_looked_back_at_are_the_histories_cut(elsewhere, name, day) -> None:
    whole, short = both(elsewhere[name], day)
    assert len(whole.people)
    assert_same(whole, short)


def both(data: Dataset, day: date) -> Iterator[Measures]:
    return (measure(one, day, SETTINGS) for one in (data, cut(data, day)))


def assert_same(whole: Measures, short: Measures) -> None:
    for one in (whole, short):
        one.people["manager_name"] = one.people["manager_name"].where(_there(one), None)
    for name in ("people", "spells", "ratings", "competencies", "opportunities"):
        same(getattr(whole, name), getattr(short, name))
    assert whole.step_counts == short.step_counts
    assert whole.given & ASKED_FOR == short.given & ASKED_FOR


def _there(found: Measures) -> pd.Series:
    """Whose manager is known: an undated assignment may name somebody who had yet to come."""
    return found.people["manager_id"].isin(found.people["employee_id"])


def same(whole: pd.DataFrame, short: pd.DataFrame) -> None:
    """Equal, column by column, so that a difference says where it is."""
    if not len(whole):
        assert not len(short)
        return
    assert sorted(whole.columns) == sorted(short.columns)
    assert len(whole) == len(short)
    for name in whole.columns:
        first, second = (one[name].astype(object).reset_index(drop=True) for one in (whole, short))
        differs = ~((first == second) | (first.isna() & second.isna()))
        assert not differs.any(), (name, first[differs].head(5), second[differs].head(5))
