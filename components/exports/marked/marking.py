"""The child that marks: the user's workbook on standard input, the marked one on output.

Run by its path in isolated mode, behind the fence. openpyxl writes formulas without the values
that were saved with them; here these values, and those of dates, are written back as they stood.
"""

import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from defusedxml.ElementTree import iterparse
from openpyxl.cell import _writer
from openpyxl.comments import Comment
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet import _writer as sheet_writer
from openpyxl.xml.functions import SubElement

_ROOT = Path(__file__).resolve().parents[3]
_ON_TOP = "\n— Trajectory: "
_DAY_OF_ENTRIES = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(<)")
_SAVED_DAY = rb"\g<1>2000-01-01T00:00:00Z\g<2>"
_SHAPE = re.compile(rb"<\w+:sp[ >]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ALWAYS_LOST = {
    "xl/threadedcomments/": "answers in comment threads",
    "xl/slicers/": "slicers",
    "xl/timelines/": "timelines",
    "xl/ctrlprops/": "form controls",
    "xl/activex/": "form controls",
    "xl/diagrams/": "diagrams",
    "xl/vbaproject.bin": "macros",
}

Written = dict[str, tuple[str, str]]
"""Address → type and text of a value as it stands in the file."""


def values_as_written(part: bytes, dates: frozenset[int]) -> Written:
    """The values of formulas and dates in one sheet."""
    found: Written = {}
    if not dates and not _FORMULA.search(part):
        return found
    for _, element in iterparse(io.BytesIO(part)):
        name = element.tag.rpartition("}")[2]
        if name == "c":
            found |= _as_written(element, dates)
        if name == "row":
            element.clear()
    return found


def _as_written(cell: Any, dates: frozenset[int]) -> Written:
    children = {child.tag.rpartition("}")[2]: child for child in cell}
    address, kind, value = cell.get("r"), cell.get("t", ""), children.get("v")
    if not address or value is None or not value.text:
        return {}
    is_date = int(cell.get("s", 0)) in dates and kind in {"", "n"}
    return {address: (kind, value.text)} if is_date or "f" in children else {}


class _Held:
    """Takes the element that openpyxl would write."""

    element: Any = None

    def write(self, element: Any) -> None:
        self.element = element


@contextmanager
def written_back(values: dict[str, Written]) -> Iterator[None]:
    """Let openpyxl write these values (by sheet) as they stood."""
    usual = sheet_writer.write_cell

    def write_cell(stream: Any, sheet: Any, cell: Any, styled: Any = None) -> None:
        value = values.get(sheet.title, {}).get(cell.coordinate)
        if value is None or cell.data_type not in {"f", "d"}:
            usual(stream, sheet, cell, styled)
            return
        held = _Held()
        _writer.etree_write_cell(held, sheet, cell, styled)
        element = held.element
        content = element.find("v")
        content = SubElement(element, "v") if content is None else content
        kind, content.text = value
        element.attrib.pop("t", None)
        if kind:
            element.set("t", kind)
        stream.write(element)

    sheet_writer.write_cell = write_cell
    try:
        yield
    finally:
        sheet_writer.write_cell = usual


def without_old_marks(book: Any, order: dict[str, Any]) -> None:
    """Take away what an earlier marking left."""
    old = next((one for one in book.worksheets if one.title == order["name"]), None)
    if old is not None and old["A1"].value == order["title"]:
        book.remove(old)
    commented = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment and cell.comment.author == order["author"]
    ]
    for cell in commented:
        before, _, _ = cell.comment.text.rpartition(_ON_TOP)
        cell.comment = Comment(before, "") if before else None
        if cell.fill.fgColor.rgb == f"FF{order['fill']}":
            cell.fill = PatternFill()


def mark(book: Any, order: dict[str, Any]) -> None:
    """Fill the cells and sign a comment at each; a merged cell is marked at its first."""
    looks = PatternFill("solid", fgColor=f"FF{order['fill']}")
    for sheet in book.worksheets:
        said = comments_on(sheet.title, order["comments"])
        firsts = {
            at: area.coord.split(":")[0]
            for area in sheet.merged_cells.ranges
            for at in said
            if at in area
        }
        for address, text in said.items():
            cell = sheet[firsts.get(address, address)]
            own = f"{cell.comment.text}{_ON_TOP}" if cell.comment else ""
            cell.fill = looks
            cell.comment = Comment((own + text)[: order["longest"]], order["author"], 120, 320)


def comments_on(title: str, comments: dict[str, dict[str, str]]) -> dict[str, str]:
    """What to say on the sheet of that title; its name was read without what can't be shown."""
    if title in comments:
        return comments[title]
    return next((said for name, said in comments.items() if _shown(name) == _shown(title)), {})


def _shown(name: str) -> str:
    return "".join(one for one in name if one.isprintable()).strip()


def write_list(book: Any, order: dict[str, Any], notes: list[str]) -> None:
    """Put the sheet of problems first; every text is text, whatever it begins with."""
    page = book.create_sheet(order["name"], 0)
    book.active = 0
    for sheet in book.worksheets:
        sheet.sheet_view.tabSelected = sheet is page
    lines = [[order["title"], *order["about"]], *([note] for note in notes), [], *order["rows"]]
    for row, cells in enumerate(lines, start=1):
        for column, text in enumerate(cells, start=1):
            cell = page.cell(row, column, text)
            cell.data_type = "s"
    bold = Font(bold=True)
    for cell in (page["A1"], *page[len(notes) + 3]):
        cell.font = bold
    for number, width in enumerate(order["widths"], start=1):
        page.column_dimensions[get_column_letter(number)].width = width


def lost(archive: zipfile.ZipFile, book: Any) -> list[str]:
    """What of the workbook can't be kept, in words."""
    names = [name.lower() for name in archive.namelist()]
    found = [
        words
        for start, words in _ALWAYS_LOST.items()
        if any(name.startswith(start) for name in names)
    ]
    charts = sum(len(sheet._charts) for sheet in book.worksheets)  # noqa: SLF001
    images = sum(len(sheet._images) for sheet in book.worksheets)  # noqa: SLF001
    if sum(re.fullmatch(r"xl/charts/chart\d*\.xml", name) is not None for name in names) > charts:
        found.append("some charts")
    if sum(name.startswith("xl/media/") for name in names) > images:
        found.append("some pictures")
    drawings = [name for name in archive.namelist() if name.startswith("xl/drawings/drawing")]
    if any(_SHAPE.search(archive.read(name)) for name in drawings):
        found.append("shapes and text boxes")
    return list(dict.fromkeys(found))


def notes_on(archive: zipfile.ZipFile, book: Any, caution: str) -> list[str]:
    """The lines below the title."""
    gone = lost(archive, book)
    words = f"Not kept in this copy: {', '.join(gone)}." if gone else ""
    charts = any(sheet._charts for sheet in book.worksheets)  # noqa: SLF001
    looks = "Charts are kept; small parts of their look may differ." if charts else ""
    return [caution, *filter(None, (words, looks))]


def same_bytes(content: bytes) -> bytes:
    """The packed workbook without the time at which it was saved."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as packed:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = _MODIFIED.sub(_SAVED_DAY, part)
            entry = zipfile.ZipInfo(name, _DAY_OF_ENTRIES)
            packed.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def marked(content: bytes, order: dict[str, Any]) -> bytes:
    """The whole work."""
    reader = ExcelReader(io.BytesIO(content), rich_text=True)
    reader.read()
    book, archive = reader.wb, zipfile.ZipFile(io.BytesIO(content))
    dates = frozenset(book._date_formats) | frozenset(book._timedelta_formats)  # noqa: SLF001
    parts = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
    values = {
        name: values_as_written(archive.read(target), dates)
        for name, target in parts.items()
        if name in {one.title for one in book.worksheets}
    }
    notes = notes_on(archive, book, order["caution"])
    without_old_marks(book, order)
    mark(book, order)
    write_list(book, order, notes)
    target = io.BytesIO()
    with written_back(values):
        book.save(target)
    return same_bytes(target.getvalue())


def main() -> None:
    """Read the order and the workbook, mark, write."""
    sys.path.append(str(_ROOT))
    from components.fence import fence_in, leave_the_network  # noqa: PLC0415

    source = sys.stdin.buffer
    order = json.loads(source.read(int.from_bytes(source.read(8), "little")))
    leave_the_network()
    fence_in(order["limits"])
    sys.stdout.buffer.write(marked(source.read(), order))


if __name__ == "__main__":
    main()
