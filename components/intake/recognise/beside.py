"""Readings that the columns beside a column speak against: asked about, never taken."""

from collections.abc import Mapping
from dataclasses import replace

from components.intake.plan import Confidence
from components.intake.recognise.body import Body
from components.intake.recognise.candidates import Candidate
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


def as_beside(body: Body, readings: Readings) -> dict[int, tuple[Candidate, ...]]:
    """The readings; a town beside a postcode, and a self score without competency, only asked."""
    words = {one.index: header_words(one.header) for one in body.columns}
    home = bool(_OF_A_HOME & set(words.values()))
    competency = any(one.field == col.COMPETENCY for many in readings.values() for one in many)
    found = {}
    for index, many in readings.items():
        at_home = home and words[index] in _TOWNS
        found[index] = tuple(_doubted(one, at_home, competency) for one in many)
    return found


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
