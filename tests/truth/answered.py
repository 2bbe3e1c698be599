"""Ways in which a planted fault is answered: a problem at a place, or the value it stands for."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl.utils.cell import coordinate_to_tuple

from components.tables.problems import Problem
from components.tables.sheets import column_letter
from tests.truth.road import Road

Fault = dict[str, str]


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


Answer = Callable[[Messy, Fault], bool]


def at_the_cell(code: str) -> Answer:
    return lambda messy, fault: code in messy.at(fault)


def in_the_row(code: str) -> Answer:
    """Said of the same row, in the column that tells it best."""

    def answered(messy: Messy, fault: Fault) -> bool:
        row = re.sub("[A-Z]", "", fault["cell"])
        told = [p for p in messy.problems(fault) if p.code == code]
        return row in {re.sub("[A-Z]", "", p.cell) for p in told}

    return answered


def among_several(code: str) -> Answer:
    """One of several, told together at the first of them."""

    def answered(messy: Messy, fault: Fault) -> bool:
        row, column = coordinate_to_tuple(fault["cell"])
        told = [p for p in messy.problems(fault) if p.code == code]
        firsts = [
            coordinate_to_tuple(p.cell) for p in told if p.count > 1 or p.cell == fault["cell"]
        ]
        return any(first[1] == column and first[0] <= row for first in firsts)

    return answered


def reads_as(table: str, field: str, value: Callable[[str], Any]) -> Answer:
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
