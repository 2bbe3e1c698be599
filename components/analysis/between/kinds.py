"""The kinds of change that are told apart, each with its words and what it asks of a pair."""

from collections.abc import Callable
from dataclasses import dataclass

import narwhals as nw

from components.analysis.between import pairs
from components.analysis.between.people_facts import PERSON_ITSELF, SAID, STATE, STATES
from components.analysis.employment import Status
from components.tables import columns as col
from components.tables.schema import TABLES

MOVES = (
    *(col.DEPARTMENT, col.JOB_TITLE, col.JOB_FAMILY, col.LEVEL, col.TRACK),
    *(col.LOCATION, col.REGION, col.COUNTRY, col.WORK_MODE),
)
"""Fields whose change is a move; spellings of one label are equal."""
MANAGERS = (col.MANAGER_ID, col.MANAGER_NAME)
EXITS = (col.EXIT_DATE, col.EXIT_KIND, col.EXIT_REASON, col.NOTICE_DATE)
ROWS = ("reviews", "roles", "competencies")
FURTHER = tuple(name for name in TABLES if name not in {"people", "pay", *ROWS})
"""Tables compared row by row; what somebody is paid is shown nowhere."""
_DETAILS = tuple(
    name for name in (*SAID, col.HIRE_DATE, *EXITS[:2]) if name not in {col.NAME, *MOVES}
)
_REVIEW = (
    *(col.POTENTIAL, col.PROMOTION_RECOMMENDED, col.GOAL_ATTAINMENT),
    *(col.REVIEW_DATE, col.REVIEWER_ID, col.COMMENT),
)
_ROLE = (
    *(col.END_DATE, col.EVENT, *MOVES[:7], col.MANAGER_ID),
    *(col.DIRECT_REPORTS, col.FTE, col.IS_PRIMARY),
)
_SCORES = (col.MANAGER, col.SELF, col.PEER)

Judge = Callable[[str], nw.Expr]


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of the pairs of one table, once for each field.

    at: the field whose cell is shown, where it is another. whole: the whole row is meant, and
    the field only says what to show of it.
    """

    table: str
    judge: Judge
    fields: tuple[str, ...]
    at: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of change: words for one and for many, and where it is looked for."""

    key: str
    one: str
    many: str
    asks: tuple[Ask, ...]
    by_person: bool = False


_ACTIVE, _LEFT, _TO_COME = (
    STATES.index(status.value) for status in (Status.ACTIVE, Status.LEFT, Status.NOT_STARTED)
)


def _now(state: int) -> nw.Expr:
    return (nw.col(STATE) == state).fill_null(value=False)


def _then(state: int) -> nw.Expr:
    return (nw.col(f"{STATE}_before") == state).fill_null(value=False)


def _joined(_: str) -> nw.Expr:
    return _now(_ACTIVE) & (pairs.added() | _then(_TO_COME))


def _left(_: str) -> nw.Expr:
    return _now(_LEFT) & ~pairs.added() & ~_then(_LEFT)


def _came_back(_: str) -> nw.Expr:
    return ~_now(_LEFT) & ~pairs.gone() & _then(_LEFT)


def _to_come(_: str) -> nw.Expr:
    return _now(_TO_COME) & pairs.added()


def _left_before(_: str) -> nw.Expr:
    return _now(_LEFT) & pairs.added()


def _added(_: str) -> nw.Expr:
    return pairs.added()


def _gone(_: str) -> nw.Expr:
    return pairs.gone()


def _each(judge: Judge, table: str, fields: tuple[str, ...]) -> Ask:
    return Ask(table, judge, fields, whole=False)


def _of_people(key: str, words: tuple[str, str], fields: tuple[str, ...]) -> Kind:
    return Kind(key, *words, (_each(pairs.changed, "people", fields),), by_person=True)


def _persons(key: str, words: tuple[str, str], judge: Judge, *shown: str) -> Kind:
    field, at = shown
    return Kind(key, *words, (Ask("people", judge, (field,), at),), by_person=True)


def _known(judge: Judge, people: tuple[str, ...]) -> tuple[Ask, ...]:
    return (
        _each(judge, "people", people),
        _each(judge, "reviews", (col.RATING, *_REVIEW)),
        _each(judge, "roles", _ROLE),
        _each(judge, "competencies", _SCORES),
    )


def _rows(noun: tuple[str, str], table: str, shown: str, at: str) -> tuple[Kind, Kind]:
    one, many = noun
    new = Ask(table, _added, (shown,), at)
    lost = Ask(table, _gone, (shown,), at)
    return (
        Kind(f"new_{table}", f"{one} is new", f"{many} are new", (new,)),
        Kind(
            f"gone_{table}",
            f"{one} is in the files no more",
            f"{many} are in the files no more",
            (lost,),
        ),
    )


_FIRST = (
    _persons("joined", ("person joined", "people joined"), _joined, col.HIRE_DATE, PERSON_ITSELF),
    _persons("left", ("person left", "people left"), _left, col.EXIT_DATE, col.EXIT_DATE),
    _of_people("moved", ("person moved", "people moved"), MOVES),
    Kind(
        "ratings",
        "rating changed",
        "ratings changed",
        (_each(pairs.changed, "reviews", (col.RATING,)),),
    ),
)
_PEOPLE = (
    _persons(
        "gone",
        ("person is in the files no more", "people are in the files no more"),
        _gone,
        col.STATUS,
        PERSON_ITSELF,
    ),
    _persons(
        "came_back", ("person came back", "people came back"), _came_back, col.STATUS, PERSON_ITSELF
    ),
    _persons(
        "to_come",
        ("person will start later", "people will start later"),
        _to_come,
        col.HIRE_DATE,
        PERSON_ITSELF,
    ),
    _persons(
        "left_before",
        ("person is new and has left", "people are new and have left"),
        _left_before,
        col.EXIT_DATE,
        col.EXIT_DATE,
    ),
    _of_people("managers", ("person has another manager", "people have another manager"), MANAGERS),
    _of_people("names", ("name changed", "names changed"), (col.NAME,)),
    _of_people("details", ("person has other details", "people have other details"), _DETAILS),
)
_TABLES = (
    *_rows(("review", "reviews"), "reviews", col.RATING, col.RATING),
    Kind(
        "review_details",
        "value of a review changed",
        "values of reviews changed",
        (_each(pairs.changed, "reviews", _REVIEW),),
    ),
    *_rows(("role", "roles"), "roles", col.JOB_TITLE, col.EFFECTIVE_DATE),
    Kind(
        "role_details",
        "value of a role changed",
        "values of roles changed",
        (_each(pairs.changed, "roles", _ROLE),),
    ),
    *_rows(("score", "scores"), "competencies", col.COMPETENCY, col.MANAGER),
    Kind(
        "scores",
        "score changed",
        "scores changed",
        (_each(pairs.changed, "competencies", _SCORES),),
    ),
    Kind(
        "new_further",
        "further row is new",
        "further rows are new",
        tuple(Ask(name, _added, (col.EMPLOYEE_ID,)) for name in FURTHER),
    ),
    Kind(
        "gone_further",
        "further row is in the files no more",
        "further rows are in the files no more",
        tuple(Ask(name, _gone, (col.EMPLOYEE_ID,)) for name in FURTHER),
    ),
)
_OF_ALL = tuple(name for name in (*MOVES, *MANAGERS, col.NAME, *_DETAILS))
_KNOWN = (
    Kind(
        "no_longer_known",
        "value is no longer known",
        "values are no longer known",
        _known(pairs.no_longer_known, _OF_ALL),
    ),
    Kind(
        "known_now",
        "value is known now",
        "values are known now",
        _known(pairs.known_now, tuple(name for name in _OF_ALL if name not in EXITS)),
    ),
)
KINDS: tuple[Kind, ...] = (*_FIRST, *_PEOPLE, *_TABLES, *_KNOWN)
"""All kinds, in the order in which they are said; the first four always are."""
ALWAYS = (*(kind.key for kind in _FIRST), "unreadable", "set_aside")
"""Kinds that are said even where they count nobody."""
