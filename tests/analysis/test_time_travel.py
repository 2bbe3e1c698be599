"""What is measured on a day doesn't depend on anything that became known later."""

from datetime import date, timedelta

import pandas as pd
import pytest

from components.signals import judge
from tests.analysis.build import SETTINGS, Row, measured
from tests.analysis.chance import company

COMPANY = company(11, 120)
DAYS = [
    date(2019, 2, 28),
    date(2021, 7, 1),
    date(2023, 3, 5),
    date(2024, 12, 31),
    date(2026, 6, 30),
]


def known_by(tables: dict[str, list[Row]], day: date) -> dict[str, list[Row]]:
    """The tables as they would have been exported on the day."""
    iso = day.isoformat()

    def seen(row: Row, *names: str) -> bool:
        return all((row.get(name) or "") <= iso for name in names)

    def as_then(row: Row, *names: str) -> Row:
        later = {name: None for name in names if (row.get(name) or "") > iso}
        return row | later

    cases = []
    for row in tables["opportunities"]:
        if seen(row, "date"):
            still_open = (row.get("decided_on") or "") > iso
            cases.append(row | {"decided_on": None, "outcome": None} if still_open else row)
    days = {name: [] for name in {row["employee_id"] for row in tables["people"]}}
    for table, name in (
        ("people", "known_on"),
        ("people", "hire_date"),
        ("roles", "effective_date"),
        ("reviews", "review_date"),
        ("opportunities", "date"),
    ):
        for row in tables[table]:
            counts = name != "hire_date" or not row.get("known_on")
            days[row["employee_id"]] += [row[name]] if row.get(name) and counts else []
    begun: dict[str, str] = {}
    for row in tables["reviews"]:
        begun[row["cycle"]] = min(begun.get(row["cycle"], "9999"), row["review_date"])
    to_come = {name for name, dates in days.items() if dates and min(dates) > iso}
    return {
        "people": [
            as_then(row, "exit_date")
            for row in tables["people"]
            if seen(row, "known_on") and row["employee_id"] not in to_come
        ],
        "roles": [
            as_then(row, "end_date")
            for row in tables["roles"]
            if seen(row, "effective_date", "recorded_on")
        ],
        "reviews": [row for row in tables["reviews"] if seen(row, "review_date")],
        "opportunities": cases,
        "competencies": [
            row
            for row in tables["competencies"]
            if begun.get(row["cycle"], "") <= iso and row["employee_id"] not in to_come
        ],
        "pay": [row for row in tables["pay"] if seen(row, "effective_date")],
        "successors": [row for row in tables["successors"] if row["employee_id"] not in to_come],
    }


def comparable(frame: pd.DataFrame) -> pd.DataFrame:
    """Without numbers of persons and rows, which depend on what else is in the data."""
    names = [n for n in frame.columns if not n.endswith(("_row", "_sheet")) and n != "cycle_order"]
    plain = frame[[n for n in names if n not in {"person", "sheet", "row"}]]
    keys = [n for n in ("employee_id", "role_start", "cycle", "rule") if n in plain.columns]
    return plain.astype("object").where(plain.notna(), None).sort_values(keys, ignore_index=True)


@pytest.mark.parametrize("day", DAYS)
def test_measures_and_flags_of_a_day_are_those_of_an_export_of_that_day(day):
    whole = measured(day, **COMPANY)
    then = measured(day, **known_by(COMPANY, day))
    for name in ("people", "spells", "ratings"):
        found, expected = getattr(whole, name), getattr(then, name)
        pd.testing.assert_frame_equal(comparable(found), comparable(expected), obj=name)
    flags, flags_then = judge(whole, SETTINGS).rows, judge(then, SETTINGS).rows
    pd.testing.assert_frame_equal(comparable(flags), comparable(flags_then), obj="flags")


def test_the_company_of_the_test_changes_from_day_to_day():
    counts = [len(measured(day, **COMPANY).people) for day in DAYS]
    assert counts == sorted(counts)
    assert counts[0] < counts[-1] - 20


def test_the_order_of_rows_within_a_table_that_says_nothing_new_does_not_matter():
    day = DAYS[-1] + timedelta(days=1)
    reviews = sorted(COMPANY["reviews"], key=lambda row: row["employee_id"])
    once = [row for row in reviews if row["review_date"].endswith("01")]
    forward = measured(day, reviews=once).people
    assert len(forward) == len(measured(day, reviews=once[::-1]).people)
