"""Foreign exits looked back at: what can be tested, what can't, and what must not leak."""

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from components.analysis import measure
from components.intake import Answers
from components.signals.backtest import Ahead, look_back, one_day, track_record
from components.tables.dataset import Dataset
from tests.analysis.build import SETTINGS
from tests.analysis.foreign import read

TODAY, LAST = date(2026, 6, 30), date(2015, 12, 31)


@pytest.fixture(scope="module")
def attrition(shared_data: Path) -> Dataset:
    """One day of 1,470 people: years in the role as stated, and who has left."""
    file = shared_data / "ibm_attrition" / "emp_attrition.csv"
    (sheet,) = read([file]).sheets
    answers = Answers().with_sheet(sheet, cycle="2024")
    return read([file], answers.with_format(sheet, "PerformanceRating", scale="one_to_four"))


def test_one_day_is_not_testable(attrition: Dataset) -> None:
    now = measure(attrition, TODAY, SETTINGS)
    record = track_record(look_back(attrition, now, SETTINGS), SETTINGS)
    assert record.why_not == "Not testable: no dated history."


@pytest.mark.parametrize(
    ("at", "months", "people", "left", "lift", "interval"),
    [
        (0, (24, None), 180, 23, 0.79, (0.52, 1.10)),
        (1, (24, 36), 67, 12, 1.11, (0.58, 1.71)),
        (2, (0, 23), 46, 14, 1.89, (1.13, 2.73)),
    ],
)
def test_the_strong_compared_on_one_day(
    attrition: Dataset, at, months, people, left, lift, interval
) -> None:
    group = one_day(measure(attrition, TODAY, SETTINGS), SETTINGS)[at]
    counts, found = group.found.counts, group.found.lift_interval
    assert (group.from_months, group.to_months) == months
    assert (counts.flagged, counts.flagged_left, counts.people, counts.left) == (
        people, left, 1470, 237,
    )  # fmt: skip
    assert counts.lift == pytest.approx(lift, abs=0.005)
    assert (found.low, found.high) == pytest.approx(interval, abs=0.005)


@pytest.fixture(scope="module")
def snapshots(shared_data: Path) -> Dataset:
    """Ten yearly lists of one company, with reasons and days of exits."""
    return read([shared_data / "mfg10year_termination" / "emp_tmnt_MFG10Year.csv"])


@pytest.mark.parametrize("as_of", [LAST, date(2016, 12, 31)])
def test_without_roles_over_time_the_ten_years_are_not_testable(snapshots, as_of) -> None:
    now = measure(snapshots, as_of, SETTINGS)
    record = track_record(look_back(snapshots, now, SETTINGS), SETTINGS)
    assert record.why_not == "Not testable: no dated history."


def test_retirements_are_no_voluntary_exits_and_later_exits_do_not_leak(snapshots) -> None:
    """Who was there on each day, who left by choice within the year, and who otherwise."""
    past = look_back(snapshots, measure(snapshots, LAST, SETTINGS), SETTINGS)
    assert {one.day.isoformat(): _counts(one.ahead) for one in past.moments} == {
        "2014-12-01": (4961, 26, 136),
        "2013-12-01": (5001, 18, 194),
        "2012-12-01": (4843, 40, 56),
        "2011-12-02": (4733, 58, 54),
        "2010-12-02": (4588, 45, 41),
    }


def _counts(ahead: np.ndarray) -> tuple[int, int, int]:
    by_choice, otherwise = (
        int((ahead == kind).sum()) for kind in (Ahead.LEFT_BY_CHOICE, Ahead.LEFT_OTHERWISE)
    )
    assert not (ahead == Ahead.LEFT_UNSAID).any()
    return len(ahead), by_choice, otherwise


def test_where_every_rule_was_off_nothing_is_tested(shared_data: Path) -> None:
    files = sorted((shared_data / "workday_fivetran_seeds").glob("*.csv"))
    data = read(files)
    past = look_back(data, measure(data, TODAY, SETTINGS), SETTINGS)
    record = track_record(past, SETTINGS)
    assert (record.tested, record.why_not.startswith("Not testable")) == ({}, True)
