"""Figures of foreign HR data, with plans written by hand."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from components.settings import Settings
from tests.intake.facts.planned import built, found, from_csv, rows


def test_oracle_unites_past_spells_with_current_rows(shared_data: Path, settings: Settings) -> None:
    folder = shared_data / "oracle_hr"
    people = {
        "employee_id": "people.employee_id",
        "first_name": "people.name?how=first_name",
        "last_name": "people.name?how=last_name",
        "hire_date": "people.hire_date",
        "job_id": "people.job_title?lookup=2",
        "manager_id": "people.manager_id",
        "department_id": "people.department",
    }
    history = {
        "employee_id": "roles.employee_id",
        "start_date": "roles.effective_date",
        "end_date": "roles.end_date",
        "job_id": "roles.job_title?lookup=2",
        "department_id": "roles.department",
    }
    result = built(
        settings,
        (from_csv(folder / "employees.csv"), "people", people),
        (from_csv(folder / "job_history.csv"), "roles", history),
        (from_csv(folder / "jobs.csv"), "", {"job_id": "lookup.id", "job_title": "lookup.name"}),
    )
    assert [(one.code, one.cell) for one in result.problems] == [("gap_between_spells", "B11")]
    assert result.dataset.people_count == 107
    roles = rows(result, "roles", "employee_id", "effective_date", "derived", "job_title")
    assert Counter(kind for _, _, kind, _ in roles) == {"": 10, "current row": 7, "hire date": 100}
    starts = {who: day for who, day, kind, _ in roles if kind == "current row"}
    assert starts == {
        "101": date(2015, 9, 21),
        "102": date(2016, 7, 25),
        "114": date(2018, 1, 1),
        "122": date(2018, 1, 1),
        "176": date(2018, 1, 1),
        "200": date(2017, 1, 1),
        "201": date(2017, 12, 20),
    }
    assert ("100", date(2013, 6, 17), "hire date", "President") in roles
    bosses = rows(result, "people", "employee_id", "manager_id")
    assert {who for who, boss in bosses if boss is None} - {w for w, b in bosses if b} == {"100"}


def test_congress_gives_all_terms_as_role_rows(shared_data: Path, settings: Settings) -> None:
    taken = {
        "bioguide": "roles.employee_id",
        "official_full": "people.name",
        "gender": "people.gender",
        "type": "roles.job_title",
        "start": "roles.effective_date",
        "end": "roles.end_date",
        "state": "roles.location",
    }
    terms = from_csv(shared_data / "congress_terms" / "legislator_terms_long.csv")
    result = built(settings, (terms, "roles", taken))
    assert result.dataset.people_count == 537
    assert len(result.dataset.tables["roles"]) == 2792
    assert set(result.dataset.tables["roles"]["derived"]) == {""}
    titles: dict[object, set[object]] = {}
    for who, title in rows(result, "roles", "employee_id", "job_title"):
        titles.setdefault(who, set()).add(title)
    assert sum(len(held) > 1 for held in titles.values()) == 44
    assert {problem.code for problem in result.problems} <= {"future_date", "gap_between_spells"}
    held = rows(result, "roles", "employee_id", "effective_date", "end_date")
    assert sum(one.count for one in found(result, "gap_between_spells")) == _gaps(held)


def _gaps(held: list[tuple[Any, ...]]) -> int:
    """Terms that begin more than 31 days after the end of every earlier one."""
    ends: dict[str, date] = {}
    gaps = 0
    for who, start, end in sorted(held):
        gaps += who in ends and (start - ends[who]).days - 1 > 31
        ends[who] = max(end, ends.get(who, end))
    return gaps


def test_mfg_snapshots_and_their_contradictions(shared_data: Path, settings: Settings) -> None:
    taken = {
        "EmployeeID": "people.employee_id",
        "recorddate_key": "people.known_on",
        "orighiredate_key": "people.hire_date",
        "terminationdate_key": "people.exit_date",
        "city_name": "people.location",
        "department_name": "people.department",
        "job_title": "people.job_title",
        "gender_full": "people.gender",
        "termreason_desc": "people.exit_reason",
        "termtype_desc": "people.exit_kind",
        "STATUS": "people.stated_status",
    }
    snapshots = from_csv(shared_data / "mfg10year_termination" / "emp_tmnt_MFG10Year.csv")
    result = built(settings, (snapshots, "people", taken))
    assert result.dataset.people_count == 6284
    assert len(result.dataset.tables["people"]) == 49653
    assert len(result.dataset.tables["roles"]) == 6284
    exits = {
        who: day
        for who, day in rows(result, "people", "employee_id", "exit_date")
        if day is not None
    }
    assert len(exits) == 1485
    assert sum(day <= date(2010, 12, 31) for day in exits.values()) == 725
    kinds = Counter(kind for (kind,) in rows(result, "people", "exit_kind") if kind)
    assert kinds == {"voluntary": 385, "retirement": 885, "involuntary": 215}
    assert [problem.count for problem in found(result, "active_with_later_exit")] == [5713]
    assert [problem.count for problem in found(result, "active_with_past_exit")] == [5]
    known = rows(result, "people", "employee_id", "known_on")
    assert len({who for who, day in known if day <= date(2010, 12, 31)}) == 5565


def test_ids_that_look_like_numbers_survive_as_texts(shared_data: Path, settings: Settings) -> None:
    managers = from_csv(shared_data / "peopleanalyticsdata" / "managers.csv")
    taken = {"employee_id": "people.employee_id", "city": "people.location"}
    taken["yrs_employed"] = "people.months_of_service?unit=years"
    result = built(settings, (managers, "people", taken))
    given = managers.text.column(0).to_pylist()[1:]
    ids = [who for (who,) in rows(result, "people", "employee_id")]
    assert ids == given
    assert len(set(ids)) == 571
    assert sum(who.isdigit() for who in ids) == 10
    assert sum(_is_scientific(who) for who in ids) == 7


def _is_scientific(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return not text.isdigit()
