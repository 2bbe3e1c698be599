"""Readings that the columns beside a column speak against: asked about, never taken."""

from collections.abc import Mapping
from dataclasses import replace

from components.intake.plan import Confidence
from components.intake.recognise.body import Body, Column
from components.intake.recognise.candidate import Candidate
from components.settings import header_words
from components.tables import columns as col

Readings = Mapping[int, tuple[Candidate, ...]]

_OF_A_HOME = frozenset(
    {"street", "postcode", "postal code", "zip", "zip code", "straße", "strasse", "plz"}
    | {"postleitzahl", "rue", "code postal", "cp", "calle", "código postal", "cep", "rua"}
)
_TOWNS = frozenset(
    {"ort", "city", "town", "ville", "ciudad", "cidade", "municipio", "município", "stadt"}
)
_SHIFTS = frozenset({"diurna", "nocturna", "mixta", "rotativa", "matutina", "vespertina"})


def as_beside(body: Body, readings: Readings) -> dict[int, tuple[Candidate, ...]]:
    """The readings; a town beside a postcode, and a self score without competency, only asked.

    A shift is no part-time at all.
    """
    words = {one.index: header_words(one.header) for one in body.columns}
    home = bool(_OF_A_HOME & set(words.values()))
    competency = any(one.field == col.COMPETENCY for many in readings.values() for one in many)
    shifts = {one.index for one in body.columns if _is_shift(one)}
    found = {}
    for index, many in readings.items():
        at_home = home and words[index] in _TOWNS
        kept = (one for one in many if not (one.field == col.PART_TIME and index in shifts))
        found[index] = tuple(_doubted(one, at_home, competency) for one in kept)
    return found


def _is_shift(column: Column) -> bool:
    """Whether the words are those of shifts: a "jornada" by night is no part of a day."""
    return any(text.casefold() in _SHIFTS for text in column.values.distinct)


def _doubted(one: Candidate, at_home: bool, competency: bool) -> Candidate:
    if at_home and one.field == col.LOCATION:
        why = f"{one.why}; a street or postcode stands beside it"
        return replace(one, why=why, asked="Is this where the person works, not lives?")
    alone = one.field == col.SELF and not one.detail and not competency
    if alone and one.table == "competencies":
        why = "a rating by the person, and no column names a competency"
        return Candidate(
            "reviews", col.RATING, Confidence.LIKELY, why, 99, asked="Is this the rating itself?"
        )
    return one
