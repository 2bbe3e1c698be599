"""Which character separates the columns of a text file, as said or by evidence."""

import csv
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from itertools import islice
from typing import Final

from components.intake.arrive.encodings import decode

_CANDIDATES: Final = (",", ";", "\t", "|")
_SAYS_SO: Final = re.compile(r"\A\"?sep=([^\r\n\"])\"?[ \t,;|]*(?:\r\n|\r|\n|\Z)", re.IGNORECASE)
_SAMPLE: Final = 256 << 10
_RECORDS: Final = 500
_NEAR: Final = 0.05
_TOP: Final = 40
_PREVIEW_RECORDS: Final = 3


@dataclass(frozen=True, slots=True)
class Separator:
    """The character; how long the line is that names it; the characters that would do as well."""

    character: str
    skipped: int = 0
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How one candidate would cut the sample.

    `share` of the records have the usual `width`; the first of these is record `starts`. `widths`
    are those of the first records.
    """

    character: str
    share: float
    width: int
    starts: int
    widths: tuple[int, ...] = ()

    def misses_the_header_of(self, other: "_Evidence") -> bool:
        """Whether it leaves whole what the other cuts into more columns: the header is not its."""
        whole = other.starts < len(self.widths) and self.widths[other.starts] == 1
        return whole and other.width > self.width


def separator_of(text: str, chosen: str = "") -> Separator:
    r"""The separator that cuts most records into the same number of values, the header included.

    The answer decides, else a first line `sep=;`.

    >>> separator_of("id;rating\n1;3,5\n2;4,0\n").character
    ';'
    >>> separator_of("List, all\n\nid\tfte\tname\n1\t0,5\tAnn\n2\t0,8\tBo\n").character
    '\t'
    >>> separator_of("sep=|\na|b\n")
    Separator(character='|', skipped=6, rivals=())
    """
    said = _SAYS_SO.match(text[:64])
    if said or chosen:
        named = said.group(1) if said else ""
        return Separator(chosen or named, said.end() if said else 0)
    sample = _whole_lines(text)
    found = [one for one in (_weigh(sample, sign) for sign in _CANDIDATES) if one.width > 1]
    if not found:
        return Separator(_CANDIDATES[0])
    best = max(one.share for one in found)
    near = [one for one in found if one.share >= best - _NEAR]
    near = [one for one in near if not any(map(one.misses_the_header_of, near))]
    first = min(near, key=lambda one: (one.starts, -one.width))
    alike = [one for one in near if (one.starts, one.width) == (first.starts, first.width)]
    return Separator(first.character, rivals=tuple(one.character for one in alike[1:]))


def _whole_lines(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    cut = text[:_SAMPLE]
    return cut[: max(cut.rfind("\n"), cut.rfind("\r")) + 1] or cut


def _weigh(sample: str, character: str) -> _Evidence:
    reader = csv.reader(StringIO(sample, newline=""), delimiter=character)
    try:
        widths = [len(record) for record in islice(reader, _RECORDS) if any(record)]
    except csv.Error:
        widths = []
    counts = Counter(width for width in widths if width > 1)
    if not counts:
        return _Evidence(character, 0.0, 0, 0)
    width, records = max(counts.items(), key=lambda one: (one[1], one[0]))
    starts = widths.index(width)
    return _Evidence(character, records / len(widths), width, starts, tuple(widths[:_TOP]))


def separator_previews(content: bytes) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    r"""The first three records as each character that would do cuts them; nothing if one does.

    >>> separator_previews(b"last, first;unit\nLee, Ann;HR")[";"]
    (('last, first', 'unit'), ('Lee, Ann', 'HR'))
    """
    text = decode(content).text[: 1 << 20].decode(errors="ignore")
    found = separator_of(text)
    if not found.rivals:
        return {}
    return {one: _records(text, one) for one in (found.character, *found.rivals)}


def _records(text: str, character: str) -> tuple[tuple[str, ...], ...]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=character)
    return tuple(tuple(record) for record in islice(reader, _PREVIEW_RECORDS))
