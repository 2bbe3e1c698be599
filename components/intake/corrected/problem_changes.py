"""Which of the earlier problems a corrected copy has mended, which remain, which are new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from components.intake.corrected.changed import Corrections
from components.tables.problems import Problem
from components.tables.sheets import cell_at, column_letter

Key = tuple[str, str, str, str]
"""Code, file, sheet and address, as they are in the corrected files."""


@dataclass(frozen=True, slots=True)
class ProblemChanges:
    """gone: of the earlier problems; remaining and new: of the later ones.

    A problem that many cells share remains while one of its cells does.
    """

    gone: tuple[Problem, ...]
    remaining: tuple[Problem, ...]
    new: tuple[Problem, ...]

    @property
    def sentence(self) -> str:
        """For the screen: how many problems are gone, remain and are new."""
        said = (
            _counted(len(self.gone), "is gone", "are gone"),
            _counted(len(self.remaining), "remains", "remain"),
            _counted(len(self.new), "is new", "are new"),
        )
        return f"Of the problems, {', '.join(said)}."


def problem_changes(
    before: Sequence[Problem], after: Sequence[Problem], found: Corrections
) -> ProblemChanges:
    """Match problems by code and cell; cells that moved with their row are the same cells."""
    places = _Places(found)
    then = {key for problem in before for key in places.moved(problem)}
    now = {key for problem in after for key in _keys(problem)}
    return ProblemChanges(
        gone=tuple(one for one in before if not now.intersection(places.moved(one))),
        remaining=tuple(one for one in after if then.intersection(_keys(one))),
        new=tuple(one for one in after if not then.intersection(_keys(one))),
    )


class _Places:
    """Where a cell of the held files stands in the corrected ones."""

    def __init__(self, found: Corrections) -> None:
        self._sheets = {(one.before.file, one.before.name): one for one in found.sheets}
        self._files = {held: name for name, held in found.files.items()}

    def moved(self, problem: Problem) -> Iterator[Key]:
        """The keys of an earlier problem as they would be now."""
        copy = self._sheets.get((problem.file, problem.sheet))
        if copy is None:
            file = self._files.get(problem.file, problem.file)
            yield from ((problem.code, file, problem.sheet, at) for at in _addresses(problem))
            return
        for address in _addresses(problem):
            at = cell_at(address)
            moved = address
            if at is not None:
                row, column = copy.rows.get(at[0]), copy.columns.get(at[1])
                kept = row is not None and column is not None
                moved = f"{column_letter(column or 0)}{row}" if kept else "removed"
            yield (problem.code, copy.after.file, copy.after.name, moved)


def _keys(problem: Problem) -> Iterator[Key]:
    yield from ((problem.code, problem.file, problem.sheet, at) for at in _addresses(problem))


def _addresses(problem: Problem) -> tuple[str, ...]:
    return problem.addresses or ("",)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
