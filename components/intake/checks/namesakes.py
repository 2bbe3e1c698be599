"""Different people of one name."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from components.intake.checks.check import Check, Found
from components.intake.facts.assembled import Facts
from components.intake.facts.findings import Wording
from components.intake.facts.tables import codes, column
from components.tables import columns as col

_NAMED = 3
"""So many of the names are quoted."""


def _namesakes(facts: Facts, wording: Wording) -> Found:
    """One problem for all: its cells are the first row of each person after the first."""
    people = facts.tables.get("people")
    if people is None or col.NAME not in people.column_names:
        return
    said = column(people, col.NAME)
    name = _alike(said)
    person = np.asarray(column(people, col.PERSON))
    given = np.flatnonzero(name >= 0)
    pairs, first = np.unique((name[given] << 32) + person[given], return_index=True)
    again = np.flatnonzero(np.append(False, (pairs[1:] >> 32) == (pairs[:-1] >> 32)))
    if not len(again):
        return
    at = np.sort(given[first[again]])
    sheet = int(column(people, col.SHEET)[int(at[0])].as_py())
    here = at[np.asarray(column(people, col.SHEET))[at] == sheet]
    numbers = np.sort(np.asarray(column(people, col.ROW))[here])
    words = list(dict.fromkeys(said.take(pa.array(at)).to_pylist()))
    more = ", …" if len(words) > _NAMED else ""
    place = facts.place_of(sheet, "people", col.NAME)
    quoted = ", ".join(words[:_NAMED]) + more
    count = len(again)
    yield place.problem(wording, int(numbers[0]), count=count, said=quoted, rows=numbers)


def _alike(names: pa.DictionaryArray) -> np.ndarray:
    """Names as whole numbers, equal where case and spaces alone differ; −1 where none."""
    plain = pc.replace_substring_regex(pc.utf8_lower(names.dictionary), r"\s+", " ")
    same = plain.dictionary_encode().indices
    return np.append(np.asarray(same, dtype=np.int64), -1)[codes(names)]


NAMESAKES = Check(
    "Different IDs under one and the same name.",
    Wording(
        "namesakes",
        "Another person has the same name under another ID: {value}.",
        "{count} people share their name with somebody under another ID: {value}.",
        "They are kept as different people, and none of them is found by name alone. Nothing "
        "needs to be done unless it is one person twice.",
    ),
    _namesakes,
)
