"""A copy of a workbook whose tables begin at C5 under three title rows, or lower still."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

TITLES = ("Export for the people team", "Made on 30 June 2026", "Confidential")
DOWN, RIGHT = 4, 2


def shifted(file: Path, folder: Path) -> Path:
    """The copy, under the same name, with every cell four rows lower and two columns to the right.

    Formulas keep the value stored with them, hidden sheets stay hidden.
    """
    folder.mkdir(parents=True, exist_ok=True)
    source, stored = load_workbook(file, read_only=True), _stored(file)
    with xlsxwriter.Workbook(folder / file.name, {"strings_to_urls": False}) as out:
        day = out.add_format({"num_format": "yyyy-mm-dd"})
        for sheet in source:
            copy = out.add_worksheet(sheet.title)
            if sheet.sheet_state == "hidden":
                copy.hide()
            for number, title in enumerate(TITLES):
                copy.write_string(number, RIGHT, title)
            for down, row in enumerate(sheet.iter_rows(), DOWN):
                for across, cell in enumerate(row, RIGHT):
                    _write(copy, (down, across), cell, (day, stored(sheet.title, cell)))
    source.close()
    return folder / file.name


def _stored(file: Path) -> Callable[[str, Any], Any]:
    """What was stored with a formula; the values are only read where there is one."""

    @cache
    def values() -> Workbook:
        return load_workbook(file, data_only=True)

    def stored(sheet: str, cell: Any) -> Any:
        return values()[sheet][cell.coordinate].value if cell.data_type == "f" else None

    return stored


def _write(copy: Any, place: tuple[int, int], cell: Any, extras: tuple[Any, Any]) -> None:
    day, stored = extras
    if cell.value is None:
        return
    if cell.data_type == "f":
        copy.write_formula(*place, cell.value, None, "" if stored is None else stored)
    elif cell.data_type == "d":
        copy.write_datetime(*place, cell.value, day)
    elif cell.data_type == "s":
        copy.write_string(*place, cell.value)
    else:
        copy.write(*place, cell.value)


def moved(address: str) -> str:
    """Where a cell of the original stands in the copy.

    >>> moved("A1"), moved("D37")
    ('C5', 'F41')
    """
    row, column = coordinate_to_tuple(address)
    return f"{get_column_letter(column + RIGHT)}{row + DOWN}"
