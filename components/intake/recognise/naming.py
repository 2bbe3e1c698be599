"""Columns that name somebody: by number, e-mail address or name, as their values decide.

"Worker", "Manager" or "Reports to" say whom they name, not how. Where a header does say how
("Manager ID") and its values are something else, the column is asked about.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from components.intake.plan import Confidence
from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.evidence import Values, is_address
from components.intake.values import is_date
from components.settings import header_words
from components.tables import columns as col
from components.tables.schema import TABLES

MANAGER_EMAIL = "manager_email"
_MOSTLY = 0.8
_SOME, _MOST = 2, 0.8
_SAYS_HOW = frozenset(
    {"id", "ids", "eid", "number", "no", "nr", "code", "key", "name", "names", "display"}
    | {"email", "mail", "e", "address", "username", "userid", "full", "legal", "payroll"}
)


class Naming(StrEnum):
    """How a column's values name people."""

    NUMBER = "numbers"
    MAIL = "e-mail addresses"
    NAME = "names"
    UNCLEAR = ""


_FIELD_OF: Mapping[str, Mapping[Naming, str]] = {
    "self": {Naming.NUMBER: col.EMPLOYEE_ID, Naming.MAIL: col.EMAIL, Naming.NAME: col.NAME},
    "manager": {
        Naming.NUMBER: col.MANAGER_ID,
        Naming.MAIL: MANAGER_EMAIL,
        Naming.NAME: col.MANAGER_NAME,
    },
    "reviewer": {Naming.NUMBER: col.REVIEWER_ID},
}
_WHO = {field: who for who, fields in _FIELD_OF.items() for field in fields.values()}
_ASKED = {
    col.EMPLOYEE_ID: "Is this the employee ID?",
    MANAGER_EMAIL: "Is this the manager's e-mail address?",
    col.MANAGER_NAME: "Is this the manager's name?",
    col.MANAGER_ID: "Is this the manager ID?",
    col.EMAIL: "Is this the e-mail address?",
    col.NAME: "Is this the name?",
}


def naming_of(values: Values) -> Naming:
    """How most values name people; unclear for single words and for mixtures.

    >>> naming_of(Values(("a@x.org", "b@x.org"))), naming_of(Values(("King, Ada", "Bo Hart")))
    (<Naming.MAIL: 'e-mail addresses'>, <Naming.NAME: 'names'>)
    >>> naming_of(Values(("0012", "C-7"))), naming_of(Values(("Ada", "Bo")))
    (<Naming.NUMBER: 'numbers'>, <Naming.UNCLEAR: ''>)
    """
    texts = values.distinct
    ways = ((Naming.MAIL, is_address), (Naming.NAME, is_full_name), (Naming.NUMBER, _is_numbered))
    enough = _MOSTLY * max(1, len(texts))
    return next((way for way, is_one in ways if sum(map(is_one, texts)) >= enough), Naming.UNCLEAR)


def is_full_name(text: str) -> bool:
    """Whether a text is two or more words without digits, as a full name is."""
    words = text.replace(",", " ").split()
    return 2 <= len(words) <= 6 and not any(sign.isdigit() or sign in "@_:/" for sign in text)


def _is_numbered(text: str) -> bool:
    return any(map(str.isdigit, text)) and " " not in text and not is_date(text)


def as_named(
    column: Column,
    readings: tuple[Candidate, ...],
    ids: Naming,
    numbers: frozenset[str] = frozenset(),
) -> tuple[Candidate, ...]:
    """The readings of a header that names somebody, held against how its values name people.

    `ids` is how the sheet's own employee IDs are written: where they are e-mail addresses, an
    address is a number like any other. `numbers` are the sheet's own employee IDs: what stands
    among them is a number, however it is written.
    """
    who = next((_WHO[_target(one)] for one in readings if _target(one) in _WHO), "")
    among = who in ("manager", "reviewer") and _are_among(column.values, numbers)
    way = Naming.NUMBER if among else _way(column.values, who, ids)
    if not who or way == Naming.UNCLEAR:
        return _if_unclear(readings)
    fields = _FIELD_OF[who]
    wanted = fields.get(way, "")
    said = {_target(one) for one in readings} & set(fields.values())
    if said == {wanted} or (_says_whom(said, way) and not _is_open(column)):
        return readings
    others = tuple(one for one in readings if _target(one) not in said)
    if not wanted:
        doubted = (_doubted(one, column) for one in readings if _target(one) in said)
        return (*doubted, *others) if way == Naming.NAME else others
    if wanted in said:
        return tuple(_with_values(one, way) for one in readings if _target(one) == wanted) + others
    return (*_new(wanted, way, readings[0], is_open=_is_open(column)), *others)


def _if_unclear(readings: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """The readings where values name nobody: a vague word for the person says nothing then."""
    return tuple(one for one in readings if not one.asked or _WHO.get(_target(one)) != "self")


def _says_whom(said: set[str], way: Naming) -> bool:
    """Whether a header that names the person is right however it is filled: Employee_1."""
    return col.EMPLOYEE_ID in said or (said == {col.NAME} and way == Naming.NUMBER)


def _are_among(values: Values, numbers: frozenset[str]) -> bool:
    known = sum(text in numbers for text in values.distinct)
    return len(values.distinct) >= _SOME and known >= _MOST * len(values.distinct)


def _way(values: Values, who: str, ids: Naming) -> Naming:
    way = naming_of(values)
    if way == Naming.MAIL and ids == Naming.MAIL and who != "self":
        return Naming.NUMBER
    if way == Naming.UNCLEAR and who in ("manager", "reviewer") and _all_words(values):
        return Naming.NAME if ids == Naming.NUMBER else Naming.NUMBER
    return way


def _all_words(values: Values) -> bool:
    """Whether values are single words without digits."""
    texts = values.distinct
    return bool(texts) and all(text.isalpha() for text in texts)


def _is_open(column: Column) -> bool:
    """Whether a header says whom it names, but not how."""
    words = header_words(column.header).replace("'", " ").split()
    return not _SAYS_HOW & set(words)


def _target(reading: Candidate) -> str:
    how = reading.detail.get("how", "")
    return how if how == MANAGER_EMAIL else reading.field if not how else ""


def _with_values(reading: Candidate, way: Naming) -> Candidate:
    return replace(reading, why=f"{reading.why.rstrip('.')}; its values are {way}")


def _doubted(reading: Candidate, column: Column) -> Candidate:
    """The reading, only proposed where values are single words, which may be anything."""
    if not _all_words(column.values):
        return reading
    why = f"{reading.why.rstrip('.')}, but its values are single words"
    return replace(reading, confidence=Confidence.LIKELY, why=why, asked="Is this the reviewer?")


def _new(wanted: str, way: Naming, known: Candidate, *, is_open: bool) -> Iterator[Candidate]:
    """What the column is by its values: likely under an open name, else only proposed."""
    field = col.MANAGER_ID if wanted == MANAGER_EMAIL else wanted
    detail = {"how": MANAGER_EMAIL} if wanted == MANAGER_EMAIL else {}
    why = f"{known.why.rstrip('.')}{';' if is_open else ', but'} its values are {way}"
    asked = "" if is_open else _ASKED[wanted]
    for table in ("people",) if detail else ("people", "roles", "reviews"):
        if field in TABLES[table].names:
            found = Candidate(table, field, Confidence.LIKELY, why, known.order, detail=detail)
            yield replace(found, asked=asked, against=bool(asked))
