"""What is written into a file that is given back: a comment for each cell, and the list."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from components.exports.marked.problem_rows import problem_rows
from components.exports.xlsx_files import fitting
from components.tables.problem_sheet import HEADER, state_of
from components.tables.problems import Problem, ordered
from components.tables.sheets import Sheet, cell_at

FILL = "FFD69B"
CAUTION = "It may name people: handle it as confidential."
_BETWEEN = "\n\n"
_NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_383


@dataclass(frozen=True)
class Marks:
    """comments: sheet → address → text. rows: of the list, as text, header first.

    file: the name of the file that they are about. state: which state of it.
    """

    file: str
    state: str
    comments: dict[str, dict[str, str]]
    rows: list[list[str]]


def marks_of(problems: Sequence[Problem], sheets: Sequence[Sheet], file: str = "") -> Marks:
    """What to write for the problems of one file."""
    return Marks(plain(file), state_of(sheets), _comments(problems), _list(problems, sheets))


def plain(text: str) -> str:
    """The text without characters that a workbook can't hold, cut to what a cell can.

    >>> plain("a" + chr(1) + "b"), len(plain("x" * 40_000))
    ('ab', 32767)
    """
    return fitting(_NOT_IN_XML.sub("", text))


def _comments(problems: Sequence[Problem]) -> dict[str, dict[str, str]]:
    said: dict[str, dict[str, list[str]]] = {}
    for problem in ordered(problems):
        for address in filter(_is_in_a_workbook, problem.addresses):
            texts = said.setdefault(problem.sheet, {}).setdefault(address, [])
            texts.append(f"{problem.what} {problem.now}")
    return {
        sheet: {address: _in_one(texts) for address, texts in at.items()}
        for sheet, at in said.items()
    }


def _is_in_a_workbook(address: str) -> bool:
    at = cell_at(address)
    return at is not None and at[0] <= _LAST_ROW and at[1] <= _LAST_COLUMN


def _in_one(texts: Sequence[str]) -> str:
    return plain(_BETWEEN.join(dict.fromkeys(texts)))


def _list(problems: Sequence[Problem], sheets: Sequence[Sheet]) -> list[list[str]]:
    names = ["code", "severity", "what", "now", "file", "sheet_name", "cell", "value", "count"]
    found = problem_rows(problems, sheets)[names].to_numpy().tolist()
    return [list(HEADER), *([plain(str(text)) for text in row] for row in found)]


__all__ = ["CAUTION", "FILL", "Marks", "marks_of", "plain"]
