"""Questions that a button answers: the code, what the buttons say, and what is said by them."""

from collections.abc import Callable
from typing import NamedTuple, get_args

from components.intake import Answers
from components.intake.answers.sheet_answer import Ids
from components.settings.nine_box import PREFIX
from components.tables.schema import TABLES
from components.ui.asked.asked import Asked

AS_WRITTEN = "as written"


class Choice(NamedTuple):
    """A button: its words, and the answers as they are once it is pressed."""

    label: str
    answers: Answers


def _date_order(asked: Asked) -> list[Choice]:
    return [
        Choice("Day first", asked.sheet_said(date_order="day")),
        Choice("Month first", asked.sheet_said(date_order="month")),
    ]


def _decimal(asked: Asked) -> list[Choice]:
    return [
        Choice("The comma is the decimal mark", asked.column_said(decimal=",")),
        Choice("The point is the decimal mark", asked.column_said(decimal=".")),
    ]


def _share(asked: Asked) -> list[Choice]:
    return [
        Choice("Percentages", asked.column_said(unit="percent")),
        Choice("Shares of one", asked.column_said(unit="share")),
    ]


def _lookup(asked: Asked) -> list[Choice]:
    return [
        Choice(f"Use the names in {asked.sheet.file}", asked.sheet_said(lookup=True)),
        Choice("Keep the numbers", asked.sheet_said(lookup=False)),
    ]


def _no_header(asked: Asked) -> list[Choice]:
    row = asked.sheet.first_row
    return [
        Choice(f"Row {row} is the header", asked.sheet_said(header_row=row)),
        Choice("There is no header", asked.sheet_said(header_row=0)),
        _left_out(asked),
    ]


def _left_out(asked: Asked) -> Choice:
    return Choice("Leave this sheet out", asked.sheet_said(table=""))


def _thin(asked: Asked) -> list[Choice]:
    return [
        Choice("It is a list of people", asked.sheet_said(table="people")),
        _left_out(asked),
    ]


def _merged(asked: Asked) -> list[Choice]:
    return [
        Choice("The value holds for all of them", asked.sheet_said(fill_merged=True)),
        Choice("Only for the first", asked.sheet_said(fill_merged=False)),
    ]


def _separator(asked: Asked) -> list[Choice]:
    signs = {",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Bar"}
    return [Choice(word, asked.sheet_said(separator=sign)) for sign, word in signs.items()]


def _blank(asked: Asked) -> list[Choice]:
    before = asked.said.about(asked.sheet).formats.get(asked.header)
    blanks = (*(before.blanks if before else ()), asked.problem.value)
    return [Choice(f"“{asked.problem.value}” means nothing here", asked.column_said(blanks=blanks))]


def _employee_id(asked: Asked) -> list[Choice]:
    return [
        Choice(f"{asked.header} is the employee ID", asked.place_said("employee_id")),
        _left_out(asked),
    ]


def _column(asked: Asked) -> list[Choice]:
    column, leave = asked.column, Choice("Leave it out", asked.place_said(""))
    if column is None or not column.field:
        return [leave]
    label = TABLES[column.table].field(column.field).label
    place = f"{column.table}.{column.field}"
    return [Choice(f"It is the {label.lower()}", asked.place_said(place)), leave]


def _ids(asked: Asked) -> list[Choice]:
    """The way that the question names, and the way back: they are other people."""
    ways = (Choice(f"Match them, {way}", said) for way, said in _named_ways(asked))
    return [*ways, Choice("They are other people", asked.sheet_said(ids=AS_WRITTEN))]


def _no_ids(asked: Asked) -> list[Choice]:
    """The same for a sheet without IDs, whose rows are nobody's until they are given to people."""
    ways = (Choice(f"Give its rows to them, {way}", said) for way, said in _named_ways(asked))
    return [
        *ways,
        Choice("They are other people", asked.sheet_said(ids=AS_WRITTEN)),
        _left_out(asked),
    ]


def _named_ways(asked: Asked) -> list[tuple[str, Answers]]:
    """The ways to find the people that the question names, and what is said by each."""
    ways = (way for way in get_args(Ids) if f"“{way}”" in asked.problem.what)
    return [(way, asked.sheet_said(ids=way)) for way in ways if way != AS_WRITTEN]


def _boxes(asked: Asked) -> list[Choice]:
    layouts = asked.settings.ratings.nine_box.layouts
    return [
        Choice(layout.name, asked.column_said(scale=f"{PREFIX}{key}"))
        for key, layout in layouts.items()
    ]


CHOICES: dict[str, Callable[[Asked], list[Choice]]] = {
    "date_order_open": _date_order,
    "decimal_open": _decimal,
    "share_open": _share,
    "lookup_offered": _lookup,
    "no_header_row": _no_header,
    "thin_sheet": _thin,
    "merged-cells": _merged,
    "delimiter-asked": _separator,
    "blank_marker_open": _blank,
    "no_employee_id": _employee_id,
    "column_proposed": _column,
    "column_contradicts": _column,
    "ids_differ": _ids,
    "ids_missing": _no_ids,
    "nine_box_layout": _boxes,
}
"""What the buttons under a question are, by its code."""
