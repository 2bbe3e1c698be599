"""The figures that data from elsewhere must give."""

import re
from pathlib import Path

from tests.batch.conftest import Run

CONGRESS = """
[[sheet]]
file = "legislator_terms_long.csv"
table = "roles"
header_row = 1
columns = { "bioguide" = "employee_id", "type" = "job_title", "start" = "effective_date", \
"end" = "end_date" }
"""


def test_a_current_role_starts_the_day_after_the_last_past_one(run: Run, shared_data: Path) -> None:
    folder = shared_data / "oracle_hr"
    done = run(*folder.glob("*.csv"), as_of="2020-01-01")
    people = done.table("people").set_index("employee_id")
    assert len(people) == 107
    assert (people["manager_id"] == "").sum() == 1
    assert set(people["manager_id"]) - {""} <= set(people.index)
    assert done.summary["rows"]["roles"] == 117
    months = people["months_in_role"].astype(int)
    assert months[["102", "114", "122", "176", "201", "200", "101"]].tolist() == [
        41, 24, 24, 24, 24, 36, 51,
    ]  # fmt: skip


def test_a_history_with_strange_headers_is_met_with_a_question(run: Run, shared_data: Path) -> None:
    done = run(*(shared_data / "congress_terms").glob("*.csv"), as_of="2026-06-10")
    problems = done.table("problems")
    assert done.code == 3
    assert problems["severity"].tolist() == ["question"]
    assert "bioguide" in problems["what"][0]


def test_with_answers_role_changes_are_counted_as_of_the_day(run: Run, shared_data: Path) -> None:
    for day, people, changed in (("2026-06-10", 537, 44), ("2024-01-01", 454, 37)):
        files = (shared_data / "congress_terms").glob("*.csv")
        known = run(*files, as_of=day, answers=CONGRESS).table("people")
        assert len(known) == people
        assert (known["role_changes"].astype(int) > 0).sum() == changed


def test_snapshots_give_exits_of_each_kind(run: Run, shared_data: Path) -> None:
    folder = shared_data / "mfg10year_termination"
    done = run(*folder.glob("*.csv"), as_of="2026-06-30")
    assert done.summary["people"] == {"known": 6284, "active": 4799, "left": 1485}
    exits = done.summary["exits"]
    assert exits == {"involuntary": 215, "retirement": 885, "voluntary": 385}
    assert exits["voluntary"] + exits["retirement"] == 1270
    cells = done.summary["problems"]["cells_by_code"]
    assert cells["active_with_later_exit"] == 5713
    assert cells["active_with_past_exit"] == 5
    earlier = run(*folder.glob("*.csv"), as_of="2010-12-31").summary["people"]
    assert (earlier["known"], earlier["left"]) == (5565, 725)


def test_ids_that_look_like_numbers_survive_as_text(run: Run, shared_data: Path) -> None:
    source = shared_data / "peopleanalyticsdata" / "managers.csv"
    known = run(source, as_of="2020-12-31").table("people")
    with source.open(encoding="utf-8") as lines:
        given = {line.split(",")[0].strip('"') for line in lines} - {"employee_id"}
    ids = set(known["employee_id"])
    assert ids == given
    assert sum(one.isdigit() for one in ids) == 10
    assert sum(bool(re.fullmatch(r"\d+e\d+", one)) for one in ids) == 7


def test_files_without_a_header_are_met_with_questions_only(run: Run, shared_data: Path) -> None:
    files = sorted((shared_data / "adventureworks_hr").glob("*.csv"))
    done = run(*files, as_of="2020-12-31")
    problems = done.table("problems")
    assert done.code == 3
    assert set(problems["code"]) == {"no_header_row"}
    assert set(problems["file"]) == {path.name for path in files}
    assert set(done.table("matches")["field"]) <= {""}


def test_a_cross_section_keeps_leavers_without_a_date_apart(run: Run, shared_data: Path) -> None:
    done = run(*(shared_data / "ibm_attrition").glob("*.csv"), as_of="2020-12-31")
    assert done.summary["people"] == {"known": 1470, "active": 1233, "left": 237}
    assert done.summary["exits"] == {"unknown": 237}
