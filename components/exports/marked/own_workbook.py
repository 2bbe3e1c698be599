"""The user's own workbook with its problem cells marked, made in a fenced child process."""

import json
import zipfile
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore

from components.exports.marked.marks import CAUTION, FILL, Marks
from components.exports.xlsx_files import LONGEST_TEXT
from components.fence import run
from components.settings.reading import ReadingLimits
from components.tables.problem_sheet import AUTHOR, NAME, TITLE, WIDTHS

CHILD = Path(__file__).with_name("marking.py")
MOST_BYTES = 20 << 20
_FILE_BYTES = 1 << 30
_at_once = BoundedSemaphore(2)


def is_workbook(content: bytes) -> bool:
    """Whether the bytes are a workbook of the kind that openpyxl can write again."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = {name.lower() for name in packed.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return False
    return "xl/workbook.xml" in names


def marked_workbook(content: bytes, marks: Marks, limits: ReadingLimits) -> bytes | None:
    """The workbook's bytes with marks and the list; None where it can't be marked in the limits."""
    order = {
        "about": [marks.file, marks.state],
        "comments": marks.comments,
        "rows": marks.rows,
        "name": NAME,
        "title": TITLE,
        "author": AUTHOR,
        "fill": FILL,
        "caution": CAUTION,
        "longest": LONGEST_TEXT,
        "widths": WIDTHS,
        "limits": {
            "child_memory_bytes": limits.memory_mb << 20,
            "child_cpu_seconds": limits.cpu_seconds,
            "child_file_bytes": _FILE_BYTES,
        },
    }
    head = json.dumps(order).encode("utf-8")
    with _at_once:
        return run(
            CHILD, len(head).to_bytes(8, "little") + head + content, seconds=limits.wall_seconds
        )
