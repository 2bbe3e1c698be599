"""The sheet that lists problems in a workbook that is given back; known again when it returns."""

from collections.abc import Sequence
from hashlib import sha256

import pyarrow as pa
import pyarrow.compute as pc

from components.tables.sheets import Sheet

NAME = "Trajectory problems"
TITLE = "Problems found by Trajectory. This sheet is left out when the file is loaded again."
FILE_AT = (1, 1)
"""Row number and column of the cell that names the file it is about, beside the title."""
STATE_AT = (1, 2)
"""And of the cell that says which state of the file it is about: see `state_of`."""
TEXT_SHEET = "Data"
"""Under this name the sheet of a text file is given back."""
HEADER = (
    *("Code", "Severity", "What happened", "What now"),
    *("File", "Sheet", "Cell", "Value", "Cells or rows"),
)
WIDTHS = (22, 10, 60, 60, 24, 20, 10, 24, 14)
"""How wide its columns are, in characters."""
AUTHOR = "Trajectory"
"""Who signs the comments at marked cells."""
_BETWEEN, _EMPTY = "\x1f", "\x1e"


def state_of(sheets: Sequence[Sheet]) -> str:
    """16 hex digits over every text of a file's sheets and where it stands; empty of none.

    A list that names the same state is about these very sheets, whatever else a file of the
    same name may hold.
    """
    digest = sha256()
    for sheet in sheets:
        head = (sheet.name, sheet.first_row, sheet.first_column, sheet.rows, sheet.columns)
        digest.update(repr(head).encode("utf-8", "surrogatepass"))
        for column in sheet.text.columns:
            texts = pc.fill_null(column.cast(pa.large_string()).combine_chunks(), _EMPTY)
            whole = pa.LargeListArray.from_arrays(pa.array([0, len(texts)], pa.int64()), texts)
            joined = pc.binary_join(whole, pa.scalar(_BETWEEN, pa.large_string()))
            digest.update(joined[0].as_buffer())
    return digest.hexdigest()[:16] if sheets else ""
