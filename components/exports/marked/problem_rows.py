"""The list of problems: one row for each cell that is known, else one for the problem."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from components.tables.problems import Problem, ordered
from components.tables.sheets import Sheet, cell_at

COLUMNS = ("code", "severity", "file", "sheet_name", "cell", "value", "what", "now", "count")
Held = Mapping[tuple[str, str], Sheet]


def problem_rows(problems: Sequence[Problem], sheets: Sequence[Sheet] = ()) -> pd.DataFrame:
    """Texts, and counts as numbers; values are quoted from the sheets where these are given."""
    held = {(sheet.file, sheet.name): sheet for sheet in sheets}
    rows = [row for problem in ordered(problems) for row in _rows(problem, held)]
    found = pd.DataFrame(rows, columns=list(COLUMNS), dtype=str)
    return found.astype({"count": "int64"})


def value_at(problem: Problem, address: str, held: Held) -> str:
    """What stands in a cell of the problem, as far as it is known."""
    if address in {problem.cell, ""}:
        return problem.value
    sheet, at = held.get((problem.file, problem.sheet)), cell_at(address)
    return (sheet.quote(*at) if sheet and at else None) or ""


def _rows(problem: Problem, held: Held) -> Iterator[tuple[str, ...]]:
    for address in problem.addresses or ("",):
        yield (
            problem.code,
            str(problem.severity),
            problem.file,
            problem.sheet,
            address,
            value_at(problem, address, held),
            problem.what,
            problem.now,
            str(problem.count),
        )
