"""What changed between two versions is counted fact by fact, each with its rows and cells."""

import dataclasses
from typing import Any

import pandas as pd
import pytest

from components.analysis.between import VersionChanges, changes_between, sentence
from components.analysis.between.kinds import ALWAYS, KINDS
from components.analysis.between.listed import COLUMNS, IN_USE, NEW
from components.tables.dataset import Dataset
from components.tables.problems import Problem, Severity
from tests.analysis.build import AS_OF, SETTINGS, Row, dataset, person, plain, review, role
from tests.analysis.chance import company

HIRED = {"hire_date": "2020-01-01"}
Tables = dict[str, list[Row]]


def between(before: Tables | None, after: Tables, **also: Any) -> VersionChanges:
    then = None if before is None else dataset(**before)
    return changes_between(then, dataset(**after), SETTINGS, days=(AS_OF, AS_OF), **also)


def counted(changes: VersionChanges) -> dict[str, int]:
    return {change.key: change.count for change in changes.changes if change.count}


def rows(changes: VersionChanges, key: str) -> list[Row]:
    return plain(changes[key].rows())


def people(*employees: Row) -> Tables:
    return {"people": list(employees)}


def test_the_same_facts_are_no_change_whatever_their_order() -> None:
    facts = company(3, 40)
    assert counted(between(facts, facts)) == {}
    told = {
        "people": [person("1", name="Ann"), person("2", name="Bo")],
        "roles": [role("1", "2020-01-01", "A"), role("1", "2022-01-01", "B")],
        "reviews": [review("1", "2024", 3), review("1", "2025", 4), review("2", "2025", 3)],
    }
    turned = {name: list(reversed(rows)) for name, rows in told.items()}
    assert counted(between(told, turned)) == {}


def test_who_joined_who_left_and_who_is_in_the_files_no_more() -> None:
    before = people(
        person("1", name="Ann", **HIRED), person("2", **HIRED), person("3", name="Cy", **HIRED)
    )
    after = people(
        person("1", name="Ann", **HIRED),
        person("2", exit_date="2026-05-31", **HIRED),
        person("4", name="Di", hire_date="2026-06-01"),
    )
    changes = between(before, after)
    assert counted(changes) == {"joined": 1, "left": 1, "gone": 1}
    assert [(row["employee_id"], row["after"], row["cell"]) for row in rows(changes, "joined")] == [
        ("4", "2026-06-01", "N4")
    ]
    assert [(row["employee_id"], row["after"], row["cell"]) for row in rows(changes, "left")] == [
        ("2", "2026-05-31", "O3")
    ]
    (gone,) = rows(changes, "gone")
    assert (gone["employee_id"], gone["name"], gone["before"]) == ("3", "Cy", "active")
    assert (gone["file"], gone["sheet_name"], gone["cell"], gone["of"]) == (
        "people.xlsx",
        "People",
        "N4",
        IN_USE,
    )


def test_somebody_who_starts_later_has_not_joined_until_the_day() -> None:
    to_come = person("2", hire_date="2026-12-01", known_on="2026-06-01")
    ahead = people(person("1", **HIRED), to_come)
    assert counted(between(people(person("1", **HIRED)), ahead)) == {"to_come": 1}
    started = people(person("1", **HIRED), person("2", hire_date="2026-06-01"))
    assert counted(between(ahead, started))["joined"] == 1


def test_a_move_is_counted_once_for_each_person_and_listed_once_for_each_field() -> None:
    before = people(person("1", department="Sales", location="Rome", level="3"))
    after = people(person("1", department="Delivery", location="Oslo", level="3"))
    changes = between(before, after)
    assert counted(changes) == {"moved": 1}
    assert {(r["field"], r["before"], r["after"], r["of"]) for r in rows(changes, "moved")} == {
        ("Department", "Sales", "Delivery", NEW),
        ("Location", "Rome", "Oslo", NEW),
    }


def test_another_spelling_of_a_department_is_no_move_and_of_a_name_is_a_change() -> None:
    before = people(person("1", department="Human  Resources", name="Ann lee"))
    after = people(person("1", department="human resources", name="Ann Lee"))
    assert counted(between(before, after)) == {"names": 1}


def test_a_value_that_became_unknown_is_no_change_but_no_longer_known() -> None:
    before = people(person("1", department="Sales"), person("2", department="Sales"))
    after = people(person("1"), person("2", department="Sales"))
    changes = between(before, after)
    assert counted(changes) == {"no_longer_known": 1}
    (lost,) = rows(changes, "no_longer_known")
    assert (lost["field"], lost["before"], lost["after"]) == ("Department", "Sales", None)
    assert counted(between(after, before)) == {"known_now": 1}


def test_a_field_that_the_new_files_lack_is_said_once_not_for_everybody() -> None:
    before = people(person("1", name="Ann", department="A"), person("2", name="Bo"))
    changes = between(before, people(person("1", name="Ann"), person("2", name="Bo")))
    assert (counted(changes), changes.not_given) == ({}, ("Department",))
    assert "no longer say: Department." in sentence(changes)


def test_ratings_are_matched_by_person_and_cycle_not_by_place() -> None:
    both = [review("1", "2024", 3), review("2", "2024", 4)]
    after = [review("2", "2024", 4), review("1", "2025", 5), review("1", "2024", 2)]
    changes = between({"reviews": both}, {"reviews": after})
    assert counted(changes) == {"ratings": 1, "new_reviews": 1}
    (changed,) = rows(changes, "ratings")
    assert (changed["employee_id"], changed["before"], changed["after"]) == ("1", "3", "2")
    assert changed["cell"] == "F4"


def test_a_rating_that_can_be_read_no_more_is_not_a_changed_rating() -> None:
    unread = review("1", "2024", None, rating_label="strong?")
    before = {"reviews": [review("1", "2024", 3), review("2", "2024", 3)]}
    changes = between(before, {"reviews": [unread, review("2", "2024", 3)]})
    assert counted(changes) == {"no_longer_known": 1}


def test_another_label_for_the_same_place_on_the_scale_is_a_changed_rating() -> None:
    before = {"reviews": [review("1", "2024", 4, rating_label="Exceeds")]}
    after = {"reviews": [review("1", "2024", 4, rating_label="Outstanding")]}
    (changed,) = rows(between(before, after), "ratings")
    assert (changed["before"], changed["after"]) == ("Exceeds (4)", "Outstanding (4)")


def test_peers_are_told_apart_by_who_they_are() -> None:
    def peer(who: str, rating: float) -> Row:
        return review("1", "2024", rating, relation="peer", reviewer_id=who)

    before = {"reviews": [peer("7", 3), peer("9", 4)]}
    after = {"reviews": [peer("7", 3), peer("8", 5), peer("9", 4)]}
    assert counted(between(before, after)) == {"new_reviews": 1}


def test_roles_are_matched_by_person_and_first_day() -> None:
    before = [role("1", "2020-01-01", "Analyst"), role("1", "2022-01-01", "Lead")]
    after = [role("1", "2020-01-01", "Analyst"), role("1", "2023-01-01", "Lead")]
    changes = between({"roles": before}, {"roles": after})
    assert counted(changes) == {"new_roles": 1, "gone_roles": 1}
    (new,) = rows(changes, "new_roles")
    assert (new["after"], new["cell"], new["of"]) == ("Lead", "B3", NEW)


def test_another_manager_is_no_move() -> None:
    before = people(person("1", manager_id="8"), person("8"), person("9"))
    after = people(person("1", manager_id="9"), person("8"), person("9"))
    assert counted(between(before, after)) == {"managers": 1}


def test_the_first_data_say_what_comes_in() -> None:
    first = between(
        None,
        people(person("1", **HIRED), person("2", exit_date="2025-01-01", **HIRED))
        | {"reviews": [review("1", "2024", 3)]},
    )
    assert first.first
    assert sentence(first) == (
        "First data: 1 active person, 1 who has left and 1 review. "
        "0 values unreadable and 0 rows set aside."
    )
    assert len(first["joined"].rows()) == 1


def test_the_sentence_always_says_the_six_numbers() -> None:
    before = people(person("1", department="A", **HIRED))
    after = people(person("1", department="B", **HIRED), person("2", **HIRED), person("3", **HIRED))
    unread = Problem("unreadable_date", Severity.WARNING, "?", "", "a.csv", "", "B2", "x", 3)
    assert sentence(between(before, after, unreadable=[unread])) == (
        "2 people joined, 0 people left, 1 person moved, 0 ratings changed, "
        "3 values unreadable and 0 rows set aside."
    )
    assert sentence(between(after, after)) == "Nothing changed since the version in use."


def test_problems_open_a_row_for_each_cell_that_is_known() -> None:
    aside = Problem(
        "duplicate_row", Severity.WARNING, "Twice.", "", "a.csv", "", "A3", "x", 2, ("A3", "A9")
    )
    changes = between(None, people(person("1")), set_aside=[aside])
    assert changes["set_aside"].words == "2 rows set aside"
    assert [row["cell"] for row in rows(changes, "set_aside")] == ["A3", "A9"]


@pytest.fixture(scope="module")
def two_companies() -> VersionChanges:
    return between(company(1, 30), company(2, 40))


@pytest.mark.parametrize("key", [kind.key for kind in KINDS])
def test_every_kind_opens_its_rows_in_the_same_columns(key: str, two_companies) -> None:
    listed = two_companies[key].rows()
    assert tuple(listed.columns) == COLUMNS
    assert set(listed.columns) & {"gender", "age_band"} == set()


def test_every_count_of_rows_is_the_number_of_rows(two_companies) -> None:
    changes = two_companies
    plainly = [kind.key for kind in KINDS if not kind.by_person]
    assert {key: changes[key].count for key in plainly} == {
        key: len(changes[key].rows()) for key in plainly
    }
    assert sum(changes[key].count for key in plainly) > 100


def test_every_row_names_a_cell_that_holds_what_it_says() -> None:
    before, after = dataset(**company(1, 30)), dataset(**company(2, 30))
    changes = changes_between(before, after, SETTINGS, days=(AS_OF, AS_OF))
    ratings = plain(changes["ratings"].rows())
    assert ratings
    assert [row["after"] for row in ratings] == [held(after, row) for row in ratings]


def held(data: Dataset, row: Row) -> str | None:
    (sheet,) = (one for one in data.sheets if one.file == row["file"])
    text = sheet.quote(int(row["cell"][1:]), ord(row["cell"][0]) - ord("A"))
    return f"{float(text):g}" if text else None


def test_the_versions_stay_as_they_are() -> None:
    before, after = dataset(**company(1, 20)), dataset(**company(2, 20))
    copies = [{name: frame.copy() for name, frame in one.tables.items()} for one in (before, after)]
    for change in changes_between(before, after, SETTINGS).changes:
        change.rows()
    for one, copy in zip((before, after), copies, strict=True):
        for name, frame in copy.items():
            pd.testing.assert_frame_equal(one.tables[name], frame)


def test_no_rows_at_all_are_no_change() -> None:
    nothing = dataclasses.replace(dataset(**company(1, 5)), tables={})
    assert counted(changes_between(nothing, nothing, SETTINGS)) == {}
    assert {change.key for change in between(None, people(person("1"))).changes} > set(ALWAYS)
