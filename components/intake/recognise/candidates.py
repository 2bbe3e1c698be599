"""What a header may stand for, by its name alone, and how good each reading is."""

from collections.abc import Iterator
from dataclasses import replace

from components.intake.plan import Confidence
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.in_words import said_in_words
from components.intake.recognise.notes import without_note
from components.intake.recognise.person_numbers import numbers_people
from components.settings import Place, Settings, header_tails, header_words
from components.settings.columns import TEMPLATE, NamedHeader, Part
from components.tables import columns as col
from components.tables.fields import Kind
from components.tables.schema import TABLES

_OF_SOMEBODY_ELSE = frozenset(
    {"manager", "supervisor", "reports", "reporting", "reviewer", "approver", "rater", "mentor"}
)
_KEYS = frozenset({col.EMPLOYEE_ID, col.CANDIDATE_ID})
_SAYS_LITTLE = frozenset(
    {"employee", "emp", "worker", "person", "personal", "primary", "current", "work", "staff"}
    | {"associate", "root", "job", "info", "details"}
)
"""Words before a known header that leave its meaning as it is: "Current job title"."""


def candidates_of(header: str, settings: Settings) -> tuple[Candidate, ...]:
    """Every reading of a header, exact names first; weaker ones only where no exact one is.

    A trap has the reading that its entry names, or none: its words are looked at no further.
    """
    exact = tuple(_exact(header, settings))
    if exact or settings.columns.trap_of(header):
        return exact
    inside = tuple(_with_a_name_inside(header, settings))
    return (
        inside
        or _ending(header, settings)
        or said_in_words(without_note(header), settings)
        or tuple(_numbering(header))
        or tuple(_nearly(header, settings))
    )


def is_known(header: str, settings: Settings) -> bool:
    """Whether a text is a header by itself: listed, or with a cycle or competency in it."""
    if settings.columns.trap_of(header):
        return True
    if any(_exact(header, settings)) or any(_with_a_name_inside(header, settings)):
        return True
    return len(header_words(header).split()) > 1 and bool(said_in_words(header, settings))


def trap_words(header: str, settings: Settings) -> str:
    """Why a header that looks like a field is none; empty where it is no trap."""
    trap = settings.columns.trap_of(header)
    return trap.why if trap else ""


def _exact(header: str, settings: Settings) -> Iterator[Candidate]:
    trap = settings.columns.trap_of(header)
    if trap and trap.means:
        table, _, name = trap.means.partition(".")
        yield Candidate(table, name, Confidence.LIKELY, trap.why)
    never = trap.never if trap else ()
    for place in settings.columns.places_of(header):
        if f"{place.table}.{place.field}" not in never:
            yield _from_place(place)
    part = settings.columns.part_of(header)
    if part and not trap:
        yield _from_part(part)


def _from_place(place: Place) -> Candidate:
    own = TEMPLATE in place.systems
    known = "same name" if own else f"{place.systems[0]} name" if place.systems else "known name"
    if _holds_codes(place):
        return Candidate(
            place.table,
            place.field,
            Confidence.LIKELY,
            f"{known}, holds codes",
            place.order,
            codes=True,
        )
    sure = Confidence.SURE if place.sure else Confidence.LIKELY
    return Candidate(place.table, place.field, sure, known, place.order, own)


def _holds_codes(place: Place) -> bool:
    """Whether a header says that its values are codes where names are wanted."""
    ends = header_words(place.header).rpartition(" ")[2]
    is_category = TABLES[place.table].field(place.field).kind == Kind.CATEGORY
    return is_category and ends in ("id", "code")


def _from_part(part: Part) -> Candidate:
    is_unit = part.how in ("years", "days")
    detail = {"unit": part.how} if is_unit else {"how": part.how}
    why = f"known name, {part.how.replace('_', ' ')}"
    return Candidate(part.table, part.field, Confidence.SURE, why, 50, detail=detail)


def _with_a_name_inside(header: str, settings: Settings) -> Iterator[Candidate]:
    known = settings.competencies.named(header)
    if known:
        yield _competency(known.name, col.MANAGER, sure=True)
        return
    found = [one for one in settings.columns.named_in(header) if _counts(one, settings)]
    for named in found[:1]:
        competency = settings.competencies.named(named.named)
        if named.table == "competencies":
            name = competency.name if competency else named.named
            yield _competency(name, named.field, sure=competency is not None)
        else:
            why = f"known name with a cycle in it: {named.named}"
            detail = {"cycle": named.named}
            yield Candidate(named.table, named.field, Confidence.LIKELY, why, detail=detail)


def _counts(named: NamedHeader, settings: Settings) -> bool:
    return not named.listed_only or settings.competencies.named(named.named) is not None


def _competency(name: str, field_name: str, *, sure: bool) -> Candidate:
    confidence = Confidence.SURE if sure else Confidence.LIKELY
    why = f"competency {name}" if sure else f"names a competency that is not listed: {name}"
    return Candidate("competencies", field_name, confidence, why, detail={"competency": name})


def _ending(header: str, settings: Settings) -> tuple[Candidate, ...]:
    """Readings of the end of a header whose beginning says little about it."""
    for tail in _tails(header):
        found = tuple(_exact(tail, settings))
        if found:
            why = f"ends in a known name: {tail}"
            return tuple(
                replace(one, confidence=Confidence.LIKELY, why=why, order=90, own=False)
                for one in found
            )
    return ()


def _numbering(header: str) -> Iterator[Candidate]:
    """The employee ID, where the header says in its own words that it numbers employees."""
    if numbers_people(header):
        why = "a word for employee and one for number"
        for table in (one.name for one in TABLES.values() if col.EMPLOYEE_ID in one.names):
            yield Candidate(table, col.EMPLOYEE_ID, Confidence.LIKELY, why, 92)


def _nearly(header: str, settings: Settings) -> Iterator[Candidate]:
    """Readings of the known header that this may be a slip of the hand of; only proposed."""
    for place in settings.columns.nearly(header):
        if place.field not in _KEYS:
            field = TABLES[place.table].field(place.field).label.lower()
            yield Candidate(
                place.table,
                place.field,
                Confidence.LIKELY,
                f"written nearly like {place.header}",
                95,
                asked=f"Is this the {field}?",
                slip=True,
            )


def _tails(header: str) -> Iterator[str]:
    bare = without_note(header)
    if bare != header and bare:
        yield bare
    words = header_words(bare).split()
    for tail in header_tails(bare):
        before = words[: len(words) - len(header_words(tail).split())]
        if not _OF_SOMEBODY_ELSE & set(before):
            yield tail
    while len(words) > 1 and words[0] in _SAYS_LITTLE:
        words = words[1:]
        yield " ".join(words)
