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
