"""In the child: cells that a workbook shows as a duration, which the reader takes for days.

A number under a format like [h]:mm is a length of time, 10.5 being 252 hours. The reader writes
it as a day of January 1900 (1904), so that it is taken here from the sheet itself.
"""

import re
from collections.abc import Iterator
from typing import Final

from components.intake.arrive.addresses import column_index

_FORMAT: Final = re.compile(r"<(?:\w+:)?numFmt\s([^<>]*)>")
_ID: Final = re.compile(r"\bnumFmtId\s*=\s*[\"'](\d+)[\"']")
_CODE: Final = re.compile(r"\bformatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ELAPSED: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_PLAIN_TEXT: Final = re.compile(r"(?:\"|&quot;).*?(?:\"|&quot;)|\\.")
_HOURS_ELAPSED: Final = "46"
"""The built-in format [h]:mm:ss."""
_STYLES: Final = re.compile(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE: Final = re.compile(r"<(?:\w+:)?xf\s([^<>]*)>")
_CELL: Final = (
    rb"<(?:\w+:)?c\s(?=[^<>]*\bs\s*=\s*[\"'](?:%s)[\"'])([^<>]*)>\s*"
    rb"(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*)?<(?:\w+:)?v>([^<]*)</"
)
_PLACE: Final = re.compile(rb"\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"']")
_NO_NUMBER: Final = re.compile(rb"\bt\s*=\s*[\"'][^n]")
_NUMBER: Final = re.compile(r"[+-]?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?")
_DAY_MILLISECONDS: Final = 86_400_000
_MOST_DAYS: Final = 1e6
_MOST_STYLES: Final = 1_000


def duration_styles(styles: str) -> tuple[int, ...]:
    """The numbers of the cell styles that show a number as a duration.

    >>> duration_styles('<cellXfs><xf numFmtId="0"/><xf numFmtId="46"/></cellXfs>')
    (1,)
    """
    formats = {_HOURS_ELAPSED}
    for inside in _FORMAT.findall(styles):
        number, code = _ID.search(inside), _CODE.search(inside)
        shown = (code.group(1) or code.group(2) or "") if code else ""
        if number and _ELAPSED.search(_PLAIN_TEXT.sub("", shown)):
            formats.add(number.group(1))
    held = _STYLES.search(styles)
    used = [_ID.search(inside) for inside in _STYLE.findall(held.group() if held else "")]
    return tuple(index for index, one in enumerate(used) if one and one.group(1) in formats)


def durations(sheet: bytes, styles: tuple[int, ...]) -> Iterator[tuple[int, int, str]]:
    """Row number, column index and duration of each number that stands in one of these styles.

    >>> list(durations(b'<c r="B2" s="1"><v>1.5</v></c><c r="C2" s="2"><v>1</v></c>', (1,)))
    [(2, 1, '36:00:00')]
    """
    if not styles:
        return
    cell = re.compile(_CELL % "|".join(map(str, styles[:_MOST_STYLES])).encode())
    for found in cell.finditer(sheet):
        place, days = _PLACE.search(found.group(1)), _number(found.group(1), found.group(2))
        if place and days is not None:
            yield int(place.group(2)), column_index(place.group(1)), as_duration(days)


def _number(inside: bytes, value: bytes) -> float | None:
    """The number of a cell, by what stands in its tag and its value; None if it is none."""
    written = value.decode("ascii", "replace").strip()
    if _NO_NUMBER.search(inside) or not _NUMBER.fullmatch(written):
        return None
    days = float(written)
    return days if abs(days) < _MOST_DAYS else None


def as_duration(days: float) -> str:
    """Days as hours, minutes and seconds, to the thousandth.

    >>> as_duration(10.5), as_duration(5.4664351851851853e-2), as_duration(-0.0625)
    ('252:00:00', '01:18:43', '-01:30:00')
    """
    whole, left = divmod(round(abs(days) * _DAY_MILLISECONDS), 1000)
    minutes, seconds = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    part = f".{left:03}".rstrip("0").rstrip(".")
    sign = "-" if days < 0 and (whole or left) else ""
    return f"{sign}{hours:02}:{minutes:02}:{seconds:02}{part}"
