"""The invented company holds together: people, days, managers, levels."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from components.tables.schema import TABLES
from sample_data import everything, followers
from sample_data.made import Made
from sample_data.records import HISTORY_HEADER, REVIEWS_HEADER
from tests.sample_data.conftest import rows_of
from tests.sample_data.oracle import AS_OF, Row, by_person, is_active

FIRST = date(2021, 7, 1)


def test_about_a_thousand_active_people_and_a_hundred_managers(history: list[Row]) -> None:
    active = [rows[-1] for rows in by_person(history).values() if is_active(rows)]
    assert 950 <= len(active) <= 1050
    assert 1200 <= len(by_person(history)) <= 1350
    assert 100 <= len({row["Manager ID"] for row in active} - {None}) <= 115


def test_main_spells_never_overlap_and_end_after_they_begin(history: list[Row]) -> None:
    for rows in by_person(history).values():
        main = [row for row in rows if row["Is primary"] == "yes"]
        ended = [row for row in main if row["End date"] is not None]
        assert all(row["End date"] >= row["Effective date"] for row in ended)
        for before, after in pairwise(main):
            assert before["End date"] < after["Effective date"]


def test_spells_follow_without_a_gap_unless_somebody_came_back(history: list[Row]) -> None:
    for rows in by_person(history).values():
        main = [row for row in rows if row["Is primary"] == "yes"]
        for before, after in pairwise(main):
            next_day = before["End date"] + timedelta(days=1)
            assert after["Effective date"] == next_day or after["Event"] == "rehire"


def test_every_manager_exists_and_only_one_person_has_none(history: list[Row]) -> None:
    ids = {row["Employee ID"] for row in history}
    managers = {row["Manager ID"] for row in history}
    alone = {row["Employee ID"] for row in history if row["Manager ID"] is None}
    assert managers - {None} <= ids
    assert 1 <= len(alone) <= 3
    now = [rows[-1] for rows in by_person(history).values() if is_active(rows)]
    assert [row["Job title"] for row in now if row["Manager ID"] is None] == [
        "Chief Executive Officer"
    ]


def test_everybody_reports_to_the_top_without_a_loop(history: list[Row]) -> None:
    active = {
        who: [row for row in rows if row["Is primary"] == "yes"][-1]["Manager ID"]
        for who, rows in by_person(history).items()
        if is_active(rows)
    }
    for person, manager in active.items():
        seen, above = {person}, manager
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = active[above]


def test_promotions_raise_the_level_and_nothing_else_does(history: list[Row]) -> None:
    for rows in by_person(history).values():
        for before, after in pairwise(rows):
            raised = after["Level"] > before["Level"]
            assert raised == (after["Event"] == "promotion") or after["Event"] == "rehire"


def test_days_lie_in_the_window(history: list[Row], reviews: list[Row]) -> None:
    assert max(row["Effective date"] for row in history) <= AS_OF
    assert all(row["Effective date"] >= row["Hire date"] for row in history)
    exits = [row["Exit date"] for row in history if row["Exit date"]]
    assert FIRST <= min(exits) <= max(exits) <= AS_OF
    assert {row["Review date"].year for row in reviews} == {2022, 2023, 2024, 2025, 2026}
    assert {row["Cycle"] for row in reviews} == {"2022", "2023", "2024", "2025", "2026"}


def test_reviewers_are_the_managers_of_that_day(made: Made) -> None:
    wrong = [
        review
        for review in made.reviews
        if not review.person.employed_on(review.day) or not review.reviewer.employed_on(review.day)
    ]
    assert wrong == []


def test_direct_reports_are_counted_from_the_same_history(history: list[Row]) -> None:
    now = [rows[-1] for rows in by_person(history).values() if is_active(rows)]
    led = Counter(row["Manager ID"] for row in now)
    fresh = [row for row in now if row["Track"] == "manager" and row["Effective date"].year == 2026]
    assert len(fresh) >= 5
    assert all(abs(row["Direct reports"] - led[row["Employee ID"]]) <= 6 for row in fresh)
    assert all(row["Direct reports"] == 0 for row in now if row["Track"] == "ic")


def test_names_are_unique_but_for_the_two_namesakes(made: Made) -> None:
    names = Counter(person.name for person in made.world.people)
    assert {name: count for name, count in names.items() if count > 1} == {"Rocío Villaseñor": 2}
    assert len({person.email for person in made.world.people}) == len(made.world.people)


def test_headers_are_labels_of_the_template() -> None:
    labels = {name: {field.label for field in table.fields} for name, table in TABLES.items()}
    sheets = {
        "people": everything.PEOPLE,
        "roles": everything.ROLES,
        "reviews": everything.REVIEWS,
        "competencies": everything.SCORES,
        "successors": followers.SUCCESSORS,
        "pay": followers.PAY,
        "scorecards": followers.SCORECARDS,
    }
    unknown = {name: set(header) - labels[name] for name, header in sheets.items()}
    assert [name for name, labels in unknown.items() if labels] == []
    known = labels["people"] | labels["roles"] | labels["reviews"]
    plain = {name for name in REVIEWS_HEADER if not name.startswith("Competency: ")}
    assert set(HISTORY_HEADER) | plain <= known


def test_the_large_workbook_has_a_sheet_for_every_table_but_pay(sample: Path) -> None:
    book = sample / "clean" / "everything.xlsx"
    for name, table in TABLES.items():
        if name == "pay":
            continue
        rows = rows_of(book, table.label)
        required = [field.label for field in table.fields if field.required]
        assert len(rows) > 50
        assert set(rows[0]) <= {field.label for field in table.fields}
        assert all(label in rows[0] for label in required)


def test_people_of_the_large_workbook_are_those_of_the_history(
    sample: Path, history: list[Row]
) -> None:
    people = rows_of(sample / "clean" / "everything.xlsx", "People")
    newest = {
        who: [row for row in rows if row["Is primary"] == "yes"][-1]
        for who, rows in by_person(history).items()
    }
    assert [row["Employee ID"] for row in people] == sorted(newest)
    for row in people:
        same = (
            "Level",
            "Job title",
            "Department",
            "Manager ID",
            "Region",
            "Hire date",
            "Exit date",
        )
        assert [row[name] for name in same] == [newest[row["Employee ID"]][name] for name in same]
