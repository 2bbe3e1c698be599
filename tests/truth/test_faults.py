"""Every fault planted in the messy set is answered: where it stands, or where it is said to be."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from components.intake import Answers, Upload, open_files, understand
from components.settings import load_settings
from tests.truth.answered import (
    Answer,
    Fault,
    Messy,
    a_day,
    among_several,
    at_the_cell,
    exit_before_hire,
    header_is_doubled,
    header_is_found,
    header_is_understood,
    in_any_table,
    in_the_row,
    nothing,
    reads_as,
    sheet_is_named,
    stays_text,
)
from tests.truth.road import DAY, MESSY, SAMPLE, Road

FAULTS: list[Fault] = tomllib.loads((SAMPLE / "faults.toml").read_text("utf-8"))["fault"]


@pytest.fixture(scope="session")
def messy(road: Callable[[str], Road]) -> Messy:
    settings = load_settings()
    opened = open_files([Upload(Path(f).name, (SAMPLE / f).read_bytes()) for f in MESSY], settings)
    (sheet,) = [s for s in opened.arrived.sheets if s.name == "Role history report"]
    answers = Answers().with_sheet(sheet, date_order="day")
    reading = understand(opened, settings, answers=answers, today=DAY)
    return Messy(road("messy"), reading.problems)


ANSWERS: dict[str, tuple[Answer, ...]] = {
    "title rows above the header": (header_is_found,),
    "mixed date formats": (reads_as("roles", "effective_date", a_day),),
    "ambiguous date": (at_the_cell("date_order_open"),),
    "unreadable date": (at_the_cell("unreadable_date"),),
    "open end marker": (
        at_the_cell("missing_date"),
        reads_as("people", "exit_date", nothing),
    ),
    "filler date": (reads_as("people", "exit_date", nothing),),
    "exit before hire": (exit_before_hire,),
    "future date": (at_the_cell("future_date"),),
    "end before start": (at_the_cell("end_before_start"),),
    "id missing": (at_the_cell("missing_id"),),
    "leading zeros lost": (at_the_cell("similar_ids"),),
    "blank marker": (in_any_table,),
    "formula without stored value": (at_the_cell("formula-without-value"),),
    "error cell": (at_the_cell("error-cell"),),
    "unknown level": (at_the_cell("unknown_level"),),
    "text that looks like code": (stays_text,),
    "no manager marker": (reads_as("roles", "manager_id", nothing),),
    "manager not in people": (at_the_cell("manager_unknown"),),
    "manager loop": (at_the_cell("manager_loop"),),
    "own manager": (at_the_cell("manager_loop"),),
    "identical rows": (at_the_cell("duplicate_row"),),
    "two rows for one day": (in_the_row("conflicting_rows"),),
    "two rows for one person": (at_the_cell("conflicting_rows"),),
    "two reviews in one cycle": (in_the_row("conflicting_rows"),),
    "long overlap": (in_the_row("concurrent_role"),),
    "totals row": (at_the_cell("footer_rows"),),
    "duplicated header": (header_is_doubled,),
    "header with marks": (header_is_understood,),
    "unknown rating label": (at_the_cell("unknown_rating"),),
    "rating outside the scale": (at_the_cell("unknown_rating"),),
    "rating as text": (reads_as("reviews", "rating", float),),
    "percent as text": (reads_as("reviews", "goal_attainment", lambda text: float(text[:-2])),),
    "decimal comma": (
        reads_as("reviews", "goal_attainment", lambda text: float(text.replace(",", "."))),
    ),
    "unreadable number": (at_the_cell("unreadable_number"),),
    "unreadable yes or no": (at_the_cell("unknown_choice"),),
    "score outside the scale": (at_the_cell("unreadable_number"),),
    "reviewer not in people": (at_the_cell("reviewer_unknown"),),
    "review without a person": (among_several("review_without_person"),),
    "person without reviews": (among_several("person_without_review"),),
    "hidden sheet": (sheet_is_named,),
}


@pytest.mark.parametrize("problem", sorted({fault["problem"] for fault in FAULTS}))
def test_a_planted_fault_is_answered(messy: Messy, problem: str) -> None:
    planted = [fault for fault in FAULTS if fault["problem"] == problem]
    unanswered = [
        fault for fault in planted if not any(answer(messy, fault) for answer in ANSWERS[problem])
    ]
    assert planted
    assert unanswered == []


def test_no_problem_stands_where_nothing_was_planted(messy: Messy) -> None:
    """Rows that were planted bring no others; sums over a sheet stand at its first row.

    A role row that was taken from a person leaves a gap, which is told at the row below.
    """
    rows = {(Path(f["file"]).name, re.sub("[A-Z]", "", f["cell"])) for f in FAULTS}
    below = {(file, str(int(row) + 1)) for file, row in rows}
    summed = ("person_without_review", "unknown_sheet", "hidden")
    elsewhere = [
        problem
        for problem in messy.road.reading.problems
        if (problem.file, re.sub("[A-Z]", "", problem.cell))
        not in (below if problem.code == "gap_between_spells" else rows)
        and not problem.code.startswith(summed)
    ]
    assert elsewhere == []


def test_every_fault_has_a_sentence_with_what_and_now(messy: Messy) -> None:
    for problem in messy.road.problems:
        assert len(problem.what) > 10
        assert problem.what.endswith(".")
        assert len(problem.now) > 10
