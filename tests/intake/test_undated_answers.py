"""The cycle or the day that no column states: asked, answered, and in every row of the facts."""

from datetime import date

from components.intake import Answers, Reading, Upload, load_answers, read_files
from components.settings import load_settings

SETTINGS = load_settings()
RATED = "Employee ID,Overall Rating\nE1,3\nE2,4\n"
OLD = "Employee ID,Name,Job Title\nE1,Ada King,Clerk\nE2,Bo Lee,Clerk\n"
NEW = "Employee ID,Name,Job Title\nE1,Ada King,Analyst\nE2,Bo Lee,Clerk\n"


def loaded(answers: str = "", **files: str) -> Reading:
    uploads = [Upload(f"{name}.csv", text.encode()) for name, text in files.items()]
    said = load_answers(answers) if answers else Answers()
    return read_files(uploads, SETTINGS, answers=said, today=date(2026, 6, 30))


def codes(reading: Reading) -> set[str]:
    return {problem.code for problem in reading.problems if problem.severity == "question"}


def test_an_answered_cycle_stands_in_every_review() -> None:
    assert codes(loaded(r=RATED)) == {"cycle_missing"}
    answered = loaded('[[sheet]]\nfile = "r.csv"\ncycle = "FY25"\n', r=RATED)
    assert codes(answered) == set()
    assert list(answered.dataset.tables["reviews"]["cycle"]) == ["FY25", "FY25"]
    assert answered.dataset.fingerprint != loaded(r=RATED).dataset.fingerprint


def test_answered_days_make_two_lists_snapshots_and_a_change_of_title_a_role() -> None:
    assert codes(loaded(old=OLD, new=NEW)) == {"snapshot_day"}
    said = (("old", "2024-12-31"), ("new", "2025-12-31"))
    answers = "\n".join(f'[[sheet]]\nfile = "{name}.csv"\nknown_on = {day}' for name, day in said)
    answered = loaded(answers, old=OLD, new=NEW)
    assert codes(answered) == set()
    roles = answered.dataset.tables["roles"]
    days = sorted(str(day)[:10] for day in roles["effective_date"])
    assert days == ["2024-12-31", "2024-12-31", "2025-12-31"]


HEAD = "Employee ID,Name,Job Title,Department\n"


def test_what_two_lists_tell_otherwise_is_left_out_without_a_word_until_their_days_are_said() -> (
    None
):
    """It is one question: each of the two values may be the right one."""
    old = f"{HEAD}E1,Ada King,Clerk,Sales\nE2,Bo Lee,Clerk,Sales\nE3,Cy Fox,Clerk,Sales\n"
    new = f"{HEAD}E1,Ada King,Analyst,Sales\nE2,Bo Lee,Clerk,Legal\nE3,Cy Fox,Clerk,Sales\n"
    reading = loaded(old=old, new=new)
    assert [problem.code for problem in reading.problems] == ["snapshot_day", "snapshot_day"]
    people = reading.dataset.tables["people"]
    told = {
        name: people.dropna(subset=[name]).groupby("employee_id")[name].unique().str.join("/")
        for name in ("job_title", "department")
    }
    assert told["job_title"].to_dict() == {"E2": "Clerk", "E3": "Clerk"}
    assert told["department"].to_dict() == {"E1": "Sales", "E3": "Sales"}


def test_a_contradiction_within_one_list_and_with_other_sheets_is_still_told() -> None:
    old = f"{HEAD}E1,Ada King,Clerk,Sales\nE2,Bo Lee,Clerk,Sales\nE2,Bo Lee,Cook,Sales\n"
    new = f"{HEAD}E1,Ada King,Analyst,Sales\nE2,Bo Lee,Clerk,Sales\n"
    (found,) = [one for one in loaded(old=old, new=new).problems if one.severity == "warning"]
    assert (found.code, found.file, found.cell) == ("conflicting_rows", "old.csv", "A4")


def test_once_the_days_are_said_both_values_count() -> None:
    said = '[[sheet]]\nfile = "{}.csv"\nknown_on = {}-12-31\n'
    answers = said.format("old", 2023) + said.format("new", 2024)
    before, after = loaded(old=OLD, new=NEW), loaded(answers, old=OLD, new=NEW)
    titles = [set(one.dataset.tables["people"]["job_title"].dropna()) for one in (before, after)]
    assert titles == [{"Clerk"}, {"Analyst", "Clerk"}]
    assert before.dataset.fingerprint != after.dataset.fingerprint
