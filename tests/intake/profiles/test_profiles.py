"""Import profiles: what was confirmed once is not asked again, and what changed is said."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from components.intake import Answers, Reading, Upload, load_answers, open_files, understand
from components.intake.profiles import best_fit, fit, profile_of
from components.settings import load_settings
from components.tables.problems import Severity

SETTINGS = load_settings()
DAY = date(2026, 6, 30)
SAMPLE = Path(__file__).resolve().parents[3] / "sample_data"

STRANGE = """Nr,Wer,Seit,Was
E1,Ann Ek,03/04/2024,Analyst
E2,Bo Li,05/06/2024,Clerk
E3,Cy Ng,07/08/2024,Clerk
"""
SAID = """[[sheet]]
file = "june.csv"
table = "roles"
date_order = "day"
[sheet.columns]
Nr = "employee_id"
Wer = "people.name"
Seit = "roles.effective_date"
Was = "roles.job_title"
"""


def read(name: str, content: str | bytes, answers: Answers) -> tuple[Reading, tuple]:
    held = content.encode() if isinstance(content, str) else content
    opened = open_files([Upload(name, held)], SETTINGS)
    return understand(opened, SETTINGS, answers=answers, today=DAY), opened.arrived.sheets


def saved(name: str, content: str, said: str) -> Answers:
    """The profile of a file that was read with these answers, as it is read back from TOML."""
    answers = load_answers(said)
    reading, sheets = read(name, content, answers)
    return load_answers(profile_of(sheets, reading.plans, answers).to_toml())


def questions(reading: Reading) -> list[str]:
    return [one.code for one in reading.problems if one.severity is Severity.QUESTION]


def test_the_next_file_of_a_kind_needs_no_answer_under_another_name() -> None:
    profile = saved("june.csv", STRANGE, SAID)
    later = STRANGE + "E4,Di Oh,01/02/2025,Analyst\n"
    _, sheets = read("july.csv", later, Answers())
    fitted = fit(profile, sheets)
    reading, _ = read("july.csv", later, fitted.answers)
    assert fitted.is_whole
    assert questions(reading) == []
    roles = reading.dataset.tables["roles"]
    assert roles["effective_date"].astype(str).tolist()[-1] == "2025-02-01"
    assert roles["job_title"].tolist() == ["Analyst", "Clerk", "Clerk", "Analyst"]


def test_what_the_values_of_one_file_decided_holds_for_the_next() -> None:
    roles = "Employee ID,Effective date,Job title\n1,31/01/2024,Clerk\n2,03/04/2024,Clerk\n"
    profile = saved("a.csv", roles, "")
    ambiguous = "Employee ID,Effective date,Job title\n1,03/04/2025,Clerk\n"
    without, sheets = read("b.csv", ambiguous, Answers())
    with_profile, _ = read("b.csv", ambiguous, fit(profile, sheets).answers)
    assert questions(without) == ["date_order_open"]
    assert questions(with_profile) == []
    days = with_profile.dataset.tables["roles"]["effective_date"].astype(str).tolist()
    assert days == ["2025-04-03"]


def test_columns_that_came_and_went_are_named() -> None:
    profile = saved("june.csv", STRANGE, SAID)
    changed = STRANGE.replace("Was", "Title").replace("Wer,", "Wer,").replace("Nr,", "Nr,")
    _, sheets = read("july.csv", changed, Answers())
    (problem,) = fit(profile, sheets, "Monthly").problems
    assert problem.code == "profile_changed"
    assert "“Monthly”" in problem.what
    assert "1 column is gone (Was) and 1 column is new (Title)" in problem.what
    assert (problem.file, problem.cell) == ("july.csv", "A1")


def test_a_header_below_title_rows_is_found_again() -> None:
    profile = saved("june.csv", STRANGE, SAID)
    _, sheets = read("july.csv", f"Roles of July,,,\n,,,\n{STRANGE}", Answers())
    fitted = fit(profile, sheets)
    reading, _ = read("july.csv", f"Roles of July,,,\n,,,\n{STRANGE}", fitted.answers)
    assert reading.plans[0].header_row == 3
    assert reading.dataset.people_count == 3


def test_another_kind_of_file_is_not_spoken_of() -> None:
    profile = saved("june.csv", STRANGE, SAID)
    _, sheets = read("pay.csv", "Nr,Salary,Currency,Band\n1,2,EUR,x\n", Answers())
    assert fit(profile, sheets).sheets == 0
    assert best_fit({"a": profile}, sheets) is None


def test_the_profile_that_fits_best_is_chosen() -> None:
    one = saved("june.csv", STRANGE, SAID)
    wide = STRANGE.replace("Was", "Was,Wo").replace("Analyst", "Analyst,X").replace("k\n", "k,Y\n")
    two = saved("june.csv", wide, SAID)
    _, sheets = read("july.csv", wide, Answers())
    found = best_fit({"narrow": one, "wide": two}, sheets)
    assert found is not None
    assert found[0] == "wide"
    assert found[1].is_whole


def test_the_cycle_and_the_day_of_one_file_are_not_carried_over() -> None:
    said = SAID + "[[sheet]]\nfile = 'june.csv'\nsheet = 'x'\n"
    answers = load_answers(said.replace('date_order = "day"', 'cycle = "2024"'))
    reading, sheets = read("june.csv", STRANGE, answers)
    profile = profile_of(sheets, reading.plans, answers)
    assert [one.cycle for one in profile.sheet] == [None]


@pytest.mark.parametrize(
    "files", [("clean/reviews.xlsx", "clean/role_history.xlsx"), ("clean/everything.xlsx",)]
)
def test_the_sample_is_read_the_same_with_its_own_profile(files: tuple[str, ...]) -> None:
    uploads = [Upload(Path(file).name, (SAMPLE / file).read_bytes()) for file in files]
    opened = open_files(uploads, SETTINGS)
    first = understand(opened, SETTINGS, answers=Answers(), today=DAY)
    profile = profile_of(opened.arrived.sheets, first.plans, Answers())
    fitted = fit(load_answers(profile.to_toml()), opened.arrived.sheets)
    again = understand(opened, SETTINGS, answers=fitted.answers, today=DAY)
    assert fitted.is_whole
    assert [p.code for p in again.problems] == [p.code for p in first.problems]
    assert again.dataset.tables.keys() == first.dataset.tables.keys()
    for name, frame in first.dataset.tables.items():
        pd.testing.assert_frame_equal(again.dataset.tables[name], frame)
