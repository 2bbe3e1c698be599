"""One open question where it is asked: the problem, its sheet and column, what was said so far."""

from dataclasses import dataclass
from typing import Any

from components.intake import Answers, ColumnPlan, SheetPlan, settings_with
from components.settings import Settings
from components.tables.problems import Problem
from components.tables.sheets import Sheet, column_letter
from components.ui import caching
from components.ui.arrival import Arrival


@dataclass(frozen=True)
class Asked:
    """A question about a sheet that is held."""

    problem: Problem
    number: int
    arrival: Arrival

    @property
    def said(self) -> Answers:
        """What was answered so far."""
        return self.arrival.answers

    @property
    def settings(self) -> Settings:
        """The settings in force for the files."""
        return settings_with(caching.settings(), self.said)

    @property
    def sheet(self) -> Sheet:
        """The sheet it is about."""
        return self.arrival.opened.arrived.sheets[self.number]

    @property
    def plan(self) -> SheetPlan:
        """What the sheet was taken for."""
        return next(one for one in self.arrival.reading.plans if one.sheet == self.number)

    @property
    def column(self) -> ColumnPlan | None:
        """The column of the problem's cell."""
        letters = self.problem.cell.rstrip("0123456789")
        return next((c for c in self.plan.columns if column_letter(c.column) == letters), None)

    @property
    def header(self) -> str:
        """The column's name as answers write it."""
        column = self.column
        letters = self.problem.cell.rstrip("0123456789")
        return column.header if column is not None and column.header else f"column {letters}"

    @property
    def key(self) -> str:
        """A name for its widgets, the same as long as the question is."""
        place = (self.problem.file, self.problem.sheet, self.problem.cell, self.problem.value)
        return "_".join(["answer", self.problem.code, *place])

    def sheet_said(self, **changes: Any) -> Answers:
        """The answers with something about the sheet changed."""
        return self.said.with_sheet(self.sheet, **changes)

    def column_said(self, **changes: Any) -> Answers:
        """The answers with how the column is written changed."""
        return self.said.with_format(self.sheet, self.header, **changes)

    def place_said(self, place: str) -> Answers:
        """The answers with what the column is changed; empty leaves it out."""
        return self.said.with_column(self.sheet, self.header, place)


def asked_of(problem: Problem, arrival: Arrival) -> Asked | None:
    """The question, if its sheet is among those that are held."""
    sheets = arrival.opened.arrived.sheets
    here = (problem.file, problem.sheet)
    numbers = [n for n, sheet in enumerate(sheets) if (sheet.file, sheet.name) == here]
    of_file = [n for n, sheet in enumerate(sheets) if sheet.file == problem.file]
    number = next(iter(numbers or of_file), None)
    return None if number is None else Asked(problem, number, arrival)
