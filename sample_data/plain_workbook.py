"""Whole columns straight into a workbook: what takes a library a minute takes seconds here.

The parts are those every spreadsheet program writes: shared strings, cell references, a style for
days. Only used for the large files that measurements need.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import numpy as np
from numpy.typing import NDArray

_CHUNK = 20_000
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/>'
    "</cellStyles></styleSheet>"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: whole numbers, which stand for days or for words; below zero is an empty cell."""

    header: str
    values: NDArray[np.int64]
    words: Sequence[str] | None = None
    days: bool = False


class PlainWorkbook:
    """Sheets of columns, written one after the other; the same bytes on every run."""

    def __init__(self, path: Path) -> None:
        """Open the file."""
        self._zip = ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6)
        self._strings: dict[str, int] = {}
        self._sheets: list[str] = []

    def add(self, name: str, columns: Sequence[Column]) -> None:
        """Write one sheet, header first."""
        self._sheets.append(name)
        rows, last = len(columns[0].values), chr(ord("A") + len(columns) - 1)
        part = _info(f"xl/worksheets/sheet{len(self._sheets)}.xml")
        with self._zip.open(part, "w", force_zip64=True) as out:
            opening = f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}{rows + 1}"/>'
            out.write(f"{opening}<sheetData>{self._header(columns)}".encode())
            for block in self._blocks(columns):
                out.write(block.encode())
            out.write(b"</sheetData></worksheet>")

    def close(self) -> None:
        """Write what belongs to all sheets."""
        for name, text in self._parts():
            self._zip.writestr(_info(name), text)
        self._zip.close()

    def _string(self, text: str) -> int:
        return self._strings.setdefault(text, len(self._strings))

    def _header(self, columns: Sequence[Column]) -> str:
        cells = (
            f'<c r="{chr(65 + number)}1" t="s"><v>{self._string(column.header)}</v></c>'
            for number, column in enumerate(columns)
        )
        return f'<row r="1">{"".join(cells)}</row>'

    def _blocks(self, columns: Sequence[Column]) -> Iterator[str]:
        """The rows, many at a time."""
        known = [self._codes(column) for column in columns]
        for start in range(0, len(columns[0].values), _CHUNK):
            numbers = range(start + 2, min(start + _CHUNK, len(columns[0].values)) + 2)
            cells = [
                _cells(chr(65 + place), column, values[start : start + _CHUNK].tolist(), numbers)
                for place, (column, values) in enumerate(zip(columns, known, strict=True))
            ]
            rows, spans = map("".join, zip(*cells, strict=True)), f'spans="1:{len(columns)}"'
            yield "".join(
                f'<row r="{number}" {spans}>{row}</row>'
                for number, row in zip(numbers, rows, strict=True)
            )

    def _codes(self, column: Column) -> NDArray[np.int64]:
        """Numbers as they are, words by their place among the shared strings."""
        if column.words is None:
            return column.values
        places = np.array([self._string(word) for word in column.words], dtype=np.int64)
        return np.where(column.values < 0, -1, places[column.values])

    def _parts(self) -> Iterator[tuple[str, str]]:
        """Strings, styles, the list of sheets, and what the package is made of."""
        strings = "".join(f"<si><t>{escape(text)}</t></si>" for text in self._strings)
        count = f'uniqueCount="{len(self._strings)}"'
        yield "xl/sharedStrings.xml", f'{_HEAD}<sst xmlns="{_MAIN}" {count}>{strings}</sst>'
        yield "xl/styles.xml", _STYLES
        sheets = "".join(
            f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
            for number, name in enumerate(self._sheets, start=1)
        )
        space = f'xmlns="{_MAIN}" xmlns:r="{_REL}"'
        yield "xl/workbook.xml", f"{_HEAD}<workbook {space}><sheets>{sheets}</sheets></workbook>"
        files = [(f"worksheets/sheet{n + 1}.xml", "worksheet") for n in range(len(self._sheets))]
        files += [("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")]
        yield "xl/_rels/workbook.xml.rels", _relations(files)
        yield "_rels/.rels", _relations([("xl/workbook.xml", "officeDocument")])
        yield "[Content_Types].xml", _content_types(files)


def _cells(letter: str, column: Column, values: list[int], numbers: range) -> list[str]:
    """The cells of one column in one block."""
    kind = ' t="s"' if column.words is not None else ' s="1"' if column.days else ""
    return [
        f'<c r="{letter}{number}"{kind}><v>{value}</v></c>' if value >= 0 else ""
        for number, value in zip(numbers, values, strict=True)
    ]


def _info(name: str) -> ZipInfo:
    """A part without a clock."""
    info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    info.compress_type = ZIP_DEFLATED
    return info


def _relations(files: list[tuple[str, str]]) -> str:
    """Which parts belong to a part."""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{_REL}/{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(files, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _content_types(files: list[tuple[str, str]]) -> str:
    """What each part holds."""
    listed = "".join(
        f'<Override PartName="/xl/{target}" ContentType="{_TYPE}.{kind}+xml"/>'
        for target, kind in [*files, ("workbook.xml", "sheet.main")]
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )
