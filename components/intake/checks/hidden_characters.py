"""Characters that nobody sees: they turn the direction of text, take no room or control."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.checks.check import Check, Found
from components.intake.facts.assembled import Facts
from components.intake.facts.findings import MOST_VALUES, Place, Wording, by_text
from components.intake.facts.sheet_rows import Given, SheetRows, field_of
from components.tables import columns as col
from components.tables.fields import Kind

Mask = npt.NDArray[np.bool_]

_UNSEEN = r"\x{202A}-\x{202E}\x{2066}-\x{2069}\x{200B}\x{2060}\x{FEFF}\x{00AD}"
_CONTROL = r"\x00-\x08\x0B\x0C\x0E-\x1F\x7F\x{80}-\x{9F}"
_JOINERS = r"\x{200C}-\x{200F}\x{061C}"
"""Joiners and direction marks belong into names of some scripts, never into an ID."""
_IN_NAMES, _IN_IDS = f"[{_UNSEEN}{_CONTROL}]", f"[{_UNSEEN}{_CONTROL}{_JOINERS}]"
_NAMES = frozenset({col.NAME, col.MANAGER_NAME, col.EMAIL})


def _hidden(facts: Facts, wording: Wording) -> Found:
    for rows in facts.read.values():
        yield from _in_headers(rows, wording)
        for given in rows.given:
            yield from _in_column(rows, given, _pattern(given), wording)


def _pattern(given: Given) -> str:
    if field_of(given.plan).kind is Kind.ID:
        return _IN_IDS
    return _IN_NAMES if given.plan.field in _NAMES else ""


def _in_headers(rows: SheetRows, wording: Wording) -> Found:
    row = rows.plan.header_row
    for plan in rows.plan.columns:
        text = rows.source.quote(row, plan.column) or ""
        if _marked(pa.array([text], pa.string()), _IN_NAMES).any():
            yield Place(rows.source, plan.column).problem(wording, row, said=visible(text))


def _in_column(rows: SheetRows, given: Given, pattern: str, wording: Wording) -> Found:
    """One problem for each text."""
    cells = given.column.distinct
    marked = _marked(cells.words, pattern)
    if not marked.any():
        return
    code, place = cells.codes()[rows.kept], Place(rows.source, given.plan.column)
    at = np.flatnonzero(np.append(marked, False)[code])
    for numbers in by_text(code[at], rows.row[at])[:MOST_VALUES]:
        first, count = int(numbers[0]), len(numbers)
        said = visible(rows.source.quote(first, given.plan.column) or "")
        yield place.problem(wording, first, count=count, said=said, rows=numbers)


def _marked(words: pa.StringArray, pattern: str) -> Mask:
    if not pattern or pc.all(pc.ascii_is_printable(words)).as_py() is not False:
        return np.zeros(len(words), dtype=np.bool_)
    found = pc.match_substring_regex(words, pattern)
    return np.asarray(pc.fill_null(found, fill_value=False), dtype=np.bool_)


def visible(text: str) -> str:
    r"""The text with every sign that nobody sees written as its number.

    >>> visible("E1\u202e7")
    'E1\\u202e7'
    """
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)


HIDDEN_CHARACTERS = Check(
    "Signs that nobody sees in IDs, names, e-mail addresses and headers: marks that turn the "
    "direction of text, spaces without width, control characters.",
    Wording(
        "hidden_characters",
        "A sign that nobody sees stands in “{value}”.",
        "A sign that nobody sees stands in “{value}”, in {count} cells.",
        "Control characters are left out when texts are compared; every other sign counts, so "
        "that two IDs that look the same are two people. Type the text anew.",
    ),
    _hidden,
)
