"""Every fault planted in the messy set is answered: where it stands, or where it is said to be."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl.utils.cell import coordinate_to_tuple

from components.intake import Answers, Upload, open_files, understand
from components.settings import load_settings
from components.tables.problems import Problem
from components.tables.sheets import column_letter
from tests.truth.road import DAY, MESSY, SAMPLE, Road

Fault = dict[str, str]
FAULTS: list[Fault] = tomllib.loads((SAMPLE / "faults.toml").read_text("utf-8"))["fault"]


@dataclass(frozen=True)
class Messy:
    """The messy set: its problems as it is, and once its open question about dates is answered."""

    road: Road
    answered: tuple[Problem, ...]

    def sheet(self, fault: Fault) -> int:
        """The number of the sheet a fault stands in; text files have no sheet name."""
        file = Path(fault["file"]).name
        name = "" if file.endswith(".csv") else fault["sheet"]
        sheets = self.road.reading.dataset.sheets
        (found,) = [n for n, sheet in enumerate(sheets) if (sheet.file, sheet.name) == (file, name)]
        return found

    def problems(self, fault: Fault) -> list[Problem]:
        """Problems of the fault's sheet."""
        source = self.road.reading.dataset.sheets[self.sheet(fault)]
        place = (source.file, source.name)
        return [p for p in self.road.problems if (p.file, p.sheet) == place]

    def at(self, fault: Fault) -> set[str]:
        """Codes of the problems at the very cell."""
        return {p.code for p in self.problems(fault) if p.cell == fault["cell"]}

    def fed(self, fault: Fault) -> list[tuple[str, str]]:
        """The fields that the column of the fault feeds."""
        _, column = coordinate_to_tuple(fault["cell"])
        places = self.road.reading.dataset.places.items()
        return [key[1:] for key, at in places if (key[0], at) == (self.sheet(fault), column - 1)]

    def value(self, fault: Fault, table: str, field: str) -> Any:
        """What the row of the fault says in a canonical table."""
        frame = self.road.reading.dataset.tables[table]
        row, column = coordinate_to_tuple(fault["cell"])
        held = self.road.reading.dataset.places[self.sheet(fault), table, field]
        assert held == column - 1, (table, field)
        (found,) = frame.loc[(frame["sheet"] == self.sheet(fault)) & (frame["row"] == row), field]
        return found


@pytest.fixture(scope="session")
def messy(road: Callable[[str], Road]) -> Messy:
    settings = load_settings()
    opened = open_files([Upload(Path(f).name, (SAMPLE / f).read_bytes()) for f in MESSY], settings)
    (sheet,) = [s for s in opened.arrived.sheets if s.name == "Role history report"]
    answers = Answers().with_sheet(sheet, date_order="day")
    reading = understand(opened, settings, answers=answers, today=DAY)
    return Messy(road("messy"), reading.problems)


def at_the_cell(code: str) -> Callable[[Messy, Fault], bool]:
    return lambda messy, fault: code in messy.at(fault)


def in_the_row(code: str) -> Callable[[Messy, Fault], bool]:
    """Said of the same row, in the column that tells it best."""

    def answered(messy: Messy, fault: Fault) -> bool:
        row = re.sub("[A-Z]", "", fault["cell"])
        told = [p for p in messy.problems(fault) if p.code == code]
        return row in {re.sub("[A-Z]", "", p.cell) for p in told}

    return answered


def among_several(code: str) -> Callable[[Messy, Fault], bool]:
    """One of several, told together at the first of them."""

    def answered(messy: Messy, fault: Fault) -> bool:
        row, column = coordinate_to_tuple(fault["cell"])
        told = [p for p in messy.problems(fault) if p.code == code]
        firsts = [
            coordinate_to_tuple(p.cell) for p in told if p.count > 1 or p.cell == fault["cell"]
        ]
        return any(first[1] == column and first[0] <= row for first in firsts)

    return answered


def reads_as(table: str, field: str, value: Callable[[str], Any]) -> Callable[[Messy, Fault], bool]:
    """No problem, because it can be read; or a word for nothing, which is nothing."""

    def answered(messy: Messy, fault: Fault) -> bool:
        found, wanted = messy.value(fault, table, field), value(fault["value"])
        same = pd.isna(found) if wanted is None else found == wanted
        return bool(same) and not messy.at(fault)

    return answered


def nothing(_: str) -> None:
    return None


def a_day(text: str) -> date:
    for spelling in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y"):
        try:
            return datetime.strptime(text, spelling).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise AssertionError(text)


def in_any_table(messy: Messy, fault: Fault) -> bool:
    """A word for nothing: nothing in every table that the column feeds, and no problem.

    A column that waits for an answer feeds none.
    """
    letter = re.sub(r"\d", "", fault["cell"])
    asked = any(f" {letter} " in p.what for p in messy.problems(fault) if p.severity == "question")
    empty = [pd.isna(messy.value(fault, *place)) for place in messy.fed(fault)]
    return (asked if not empty else all(empty)) and not messy.at(fault)


def stays_text(messy: Messy, fault: Fault) -> bool:
    """The text stands in the sheet as it was typed; where the column is used, in its table too."""
    row, column = coordinate_to_tuple(fault["cell"])
    dataset = messy.road.reading.dataset
    fed = messy.fed(fault)
    names = [messy.value(fault, *place) for place in fed if place[1] == "name"]
    quoted = dataset.sheets[messy.sheet(fault)].quote(row, column - 1)
    return quoted == fault["value"] and names in ([], [fault["value"]])


def header_is_found(messy: Messy, fault: Fault) -> bool:
    row = int(re.findall(r"row (\d+)", fault["says"])[0])
    plans = messy.road.reading.plans
    return [plan.header_row for plan in plans if plan.sheet == messy.sheet(fault)] == [row]


def header_is_understood(messy: Messy, fault: Fault) -> bool:
    letter = re.sub(r"\d", "", fault["cell"])
    source = messy.road.reading.dataset.sheets[messy.sheet(fault)]
    found = [
        match.field
        for match in messy.road.reading.matches
        if (match.file, match.sheet, match.column) == (source.file, source.name, letter)
    ]
    return found == ["employee_id"]


def header_is_doubled(messy: Messy, fault: Fault) -> bool:
    """Asked at the first of the columns that share the name; the sentence names both."""
    letter = column_letter(coordinate_to_tuple(fault["cell"])[1] - 1)
    told = [p for p in messy.problems(fault) if p.code == "duplicated_header"]
    return any(p.value == fault["value"] and f" {letter} " in p.what for p in told)


def sheet_is_named(messy: Messy, fault: Fault) -> bool:
    return [problem.code for problem in messy.problems(fault)] == ["hidden_sheet"]


def exit_before_hire(messy: Messy, fault: Fault) -> bool:
    """One hire date waits for an answer about its order; with it, the exit is seen."""
    return any(
        (p.code, p.cell, p.value) == ("exit_before_hire", fault["cell"], fault["value"])
        for p in messy.answered
    )


ANSWERS: dict[str, tuple[Callable[[Messy, Fault], bool], ...]] = {
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
    """Rows that were planted bring no others; sums over a sheet stand at its first row."""
    rows = {(Path(f["file"]).name, re.sub("[A-Z]", "", f["cell"])) for f in FAULTS}
    summed = ("person_without_review", "unknown_sheet", "hidden")
    elsewhere = [
        problem
        for problem in messy.road.reading.problems
        if (problem.file, re.sub("[A-Z]", "", problem.cell)) not in rows
        and not problem.code.startswith(summed)
    ]
    assert elsewhere == []


def test_every_fault_has_a_sentence_with_what_and_now(messy: Messy) -> None:
    for problem in messy.road.problems:
        assert len(problem.what) > 10
        assert problem.what.endswith(".")
        assert len(problem.now) > 10
