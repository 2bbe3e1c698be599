"""Ids that a spreadsheet program has turned into numbers: digits may be lost, two may be one."""

import re

import numpy as np

from components.intake.checks.check import Check, Found
from components.intake.facts.assembled import Facts
from components.intake.facts.findings import Place, Wording
from components.intake.facts.sheet_rows import Given, SheetRows, field_of
from components.tables.fields import Kind

_POWER = re.compile(r"[+-]?\d(?:[.,]\d+)?[eE]\+\d{1,3}")
_DECIMALS = re.compile(r"\d+[.,]0+")
_MANY_DIGITS = re.compile(r"\d{16,}")
"""A number keeps fifteen digits; of a text file every digit is as it was written."""


def _id_like_numbers(facts: Facts, wording: Wording) -> Found:
    """One problem for each column of ids that holds such texts, with their cells."""
    for rows in facts.read.values():
        for given in rows.given:
            if field_of(given.plan).kind is Kind.ID and "how" not in given.plan.detail:
                yield from _of_column(given, rows, wording)


def _of_column(given: Given, rows: SheetRows, wording: Wording) -> Found:
    shapes = (_POWER, _DECIMALS, *((_MANY_DIGITS,) if rows.source.name else ()))
    cells = given.column.distinct
    marked = np.fromiter(
        (any(shape.fullmatch(text.strip()) for shape in shapes) for text in cells.texts),
        dtype=np.bool_,
        count=len(cells.words),
    )
    at = (cells.rows_of(marked) + rows.first).astype(np.int32)
    if len(at):
        place = Place(rows.source, given.plan.column)
        yield place.problem(wording, int(at[0]), count=len(at), rows=at)


ID_LIKE_NUMBER = Check(
    "IDs that a spreadsheet program has turned into numbers.",
    Wording(
        "id_like_number",
        "“{value}” looks like an id that was turned into a number.",
        "{count} cells look like ids that were turned into numbers, as “{value}”.",
        "It is compared as it stands: digits or zeros may be lost, and two people may have become "
        "one. Format the column as text where the file is made, and load it again.",
    ),
    _id_like_numbers,
)
