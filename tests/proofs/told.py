"""Which cells the problems are about: no more than their addresses, unless their words say so."""

from collections.abc import Iterable

from openpyxl.utils.cell import coordinate_to_tuple

from components.tables.problems import Problem

_SET_ASIDE = "set aside"
"""Problems whose words say so are about the whole row."""
_ROWS = frozenset({"duplicate_row"})
"""Those that say that a row counts once."""
_FROM_ROW = frozenset({"footer_rows"})
"""Those that say it of every row from there on."""
_COLUMNS = frozenset(
    {"column_contradicts", "column_proposed", "column_without_header", "column_not_used"}
)
"""Those that stand at a header and say that its column was left out."""
_LEFT_OUT = "The sheet was left out"
_SHEETS = frozenset({"no_employee_id", "unknown_sheet", "no_header_row", "thin_sheet"})
"""Those that say that the sheet was left out."""


class Told:
    """What the problems are about."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self._cells: set[tuple[str, int, int]] = set()
        self._rows: set[tuple[str, int]] = set()
        self._from: dict[str, int] = {}
        self._columns: set[tuple[str, int]] = set()
        self._files: set[str] = set()
        for one in problems:
            self._note(one)

    def _note(self, one: Problem) -> None:
        if one.code in _SHEETS or one.now.startswith(_LEFT_OUT):
            self._files.add(one.file)
        for address in one.addresses:
            row, column = coordinate_to_tuple(address)
            self._cells.add((one.file, row, column - 1))
            if one.code in _ROWS or _SET_ASIDE in one.now:
                self._rows.add((one.file, row))
            if one.code in _FROM_ROW:
                self._from[one.file] = row
            if one.code in _COLUMNS:
                self._columns.add((one.file, column - 1))

    def about(self, file: str, row: int, column: int) -> bool:
        """Whether a problem names the cell."""
        return (
            (file, row, column) in self._cells
            or (file, row) in self._rows
            or (file, column) in self._columns
            or file in self._files
            or row >= self._from.get(file, row + 1)
        )
