"""Readings that the columns beside a column speak against: asked about, never taken."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from components.intake.plan import Confidence
from components.intake.recognise.body import Body, Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.naming import is_full_name
from components.intake.recognise.reasons import of_reasons
from components.intake.recognise.score_values import NO_COMPETENCY, is_scored
from components.intake.values import is_number
from components.settings import header_words
from components.tables import columns as col
from components.tables.schema import TABLES

_NEVER_BROKEN = frozenset(
    {col.EMPLOYEE_ID, col.MANAGER_ID, col.REVIEWER_ID, col.NAME, col.MANAGER_NAME}
    | {col.DEPARTMENT, col.JOB_TITLE, col.LOCATION, col.REGION, col.COUNTRY}
)
_BROKEN = re.compile(r"[-+]?\d+[.,](?!0+$)\d{1,2}")
"""A number that is no whole one; 101.0 is a whole one that a program has written."""
_LISTED = re.compile(r"[;|,]")
Readings = Mapping[int, tuple[Candidate, ...]]

_OF_A_HOME = frozenset(
    {"street", "postcode", "postal", "zip", "zipcode", "straße", "strasse", "plz", "hausnummer"}
    | {"postleitzahl", "rue", "voie", "codpos", "codepostal", "cp", "calle", "cep", "rua", "bairro"}
    | {"logradouro", "colonia", "domicilio"}
)
"""Words that stand in the header of a column of addresses."""
_TOWNS = frozenset(
    {"ort", "city", "town", "ville", "ciudad", "cidade", "municipio", "município", "stadt"}
)
_FORMS_OF_ADDRESS = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "m", "mme", "mlle", "monsieur", "madame", "mademoiselle"}
    | {"herr", "frau", "sr", "sra", "srta", "señor", "señora", "senhor", "senhora", "don", "doña"}
    | {"dr", "dra", "prof", "sir"}
)
_SHIFTS = frozenset({"diurna", "nocturna", "mixta", "rotativa", "matutina", "vespertina"})
_PARTLY = (
    *("part", "full", "teil", "voll", "plein", "parcial", "complet", "integral", "media", "%"),
    *("reduc", "réduit", "half", "ft", "pt"),
)
"""Parts of words that say whether somebody works the whole time."""
_SEVERAL = 2
_STATES = frozenset(
    {"active", "inactive", "activo", "inactivo", "activa", "inactiva", "ativo", "inativo", "ativa"}
    | {"inativa", "aktiv", "inaktiv", "actif", "inactif", "terminated", "desligado", "retirado"}
)
_NAMES = frozenset({"name", "names", "nom", "nome", "nombre"})
_ADMINS = frozenset(
    {"admin", "administrator", "superadmin", "super admin", "owner", "root", "user"}
)
_USERS = frozenset(
    {"employee", "manager", "hr", "staff", "viewer", "editor", "member", "guest", "supervisor"}
    | {"team lead", "worker", "hr manager", "hr admin", "lead", "moderator", "agent", "usuario"}
    | {"empleado", "colaborador", "funcionario", "usuário", "benutzer", "mitarbeiter", "executive"}
    | {"ceo", "coo", "cto", "cfo", "director", "accountant", "recruiter", "intern"}
)


def as_beside(body: Body, readings: Readings) -> dict[int, tuple[Candidate, ...]]:
    """The readings; a town beside a postcode, and a self score without competency, only asked.

    A name beside first names is the last name; kinds of contract and shifts are no part-time.
    """
    words = {one.index: header_words(one.header) for one in body.columns}
    home = any(_OF_A_HOME & set(said.split()) for said in words.values())
    competency = any(one.field == col.COMPETENCY for many in readings.values() for one in many)
    apart = _has_first_names(readings)
    skills = competency and not _has_scores(readings)
    said = {one.field for many in readings.values() for one in many if not one.asked}
    scored = sum(is_scored(one) for one in body.columns) > _SEVERAL
    found = {}
    for column in body.columns:
        at_home = home and words[column.index].rpartition(" ")[2] in _TOWNS
        reasons = of_reasons(readings[column.index], said)
        fitting = _fitting(reasons, column)
        held = tuple(_doubted(one, at_home, competency) for one in fitting)
        held = _one_of_many(held, words[column.index]) if scored else held
        if apart and words[column.index] in _NAMES and not _are_full_names(column):
            held = _family_name(held)
        held = tuple(map(_of_a_skill, held)) if skills and _are_numbers(column) else held
        found[column.index] = _doubted_role(held) if _are_rights(column) else held
    return found


def _fitting(many: Iterable[Candidate], column: Column) -> Iterator[Candidate]:
    """The readings that the values allow; of others only what its name says surely, as asked."""
    status = _are_of_a_status(column)
    for one in many:
        if status and one.field in (col.REGION, col.LOCATION):
            continue
        if _fits(one, column):
            yield one
        elif one.confidence == Confidence.SURE:
            asked = f"Is this the {TABLES[one.table].field(one.field).label.lower()}?"
            why = f"{one.why}, but its values look like something else"
            yield replace(one, why=why, confidence=Confidence.LIKELY, own=False, asked=asked)


def _fits(one: Candidate, column: Column) -> bool:
    """Whether the values can be of the field at all.

    Names of units and numbers of people have no decimals; addresses have an @ or one name each;
    a list of skills is no competency.
    A column of working time speaks of whole and part; contracts and shifts don't.
    """
    if one.field in _NEVER_BROKEN and _are_broken_numbers(column):
        return False
    if one.slip and one.field == col.COMPETENCY and _are_lists(column):
        return False
    if one.field == col.EMAIL and not column.values.empty:
        return _are_of_a_person_each(column)
    named = one.confidence == Confidence.SURE or one.slip
    if one.field == col.JOB_TITLE and _all_in(column, _FORMS_OF_ADDRESS):
        return False
    if one.field != col.PART_TIME or named or column.values.empty:
        return True
    texts = {text.casefold() for text in column.values.distinct}
    return not texts & _SHIFTS and any(word in text for text in texts for word in _PARTLY)


def _all_in(column: Column, known: frozenset[str]) -> bool:
    """Whether every value is one of these words, with or without a full stop."""
    texts = {text.strip(" .").casefold() for text in column.values.distinct}
    return bool(texts) and texts <= known


def _are_of_a_person_each(column: Column) -> bool:
    """Whether addresses, or names of accounts, differ from person to person."""
    values = column.values
    told = any("@" in text for text in values.distinct)
    return told or len(values.distinct) > 0.5 * values.filled


def _are_lists(column: Column) -> bool:
    """Whether most values name several things: SQL; Git; Docker."""
    distinct = column.values.distinct
    return sum(bool(_LISTED.search(text)) for text in distinct) > 0.5 * len(distinct)


def _are_broken_numbers(column: Column) -> bool:
    """Whether most of the different values are numbers with decimals: 7.2, not 7."""
    distinct = column.values.distinct
    broken = sum(bool(_BROKEN.fullmatch(text.strip())) for text in distinct)
    return bool(distinct) and broken > 0.5 * len(distinct)


def _are_full_names(column: Column) -> bool:
    distinct = column.values.distinct
    return sum(map(is_full_name, distinct)) > 0.5 * len(distinct)


def _has_first_names(readings: Readings) -> bool:
    """Whether first names stand in a column of their own, and no column is known for the last."""
    parts = {one.detail.get("how") for many in readings.values() for one in many}
    return "first_name" in parts and "last_name" not in parts


def _family_name(many: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    why = "a name beside a column of first names"
    return tuple(
        Candidate("people", col.NAME, Confidence.LIKELY, why, 50, detail={"how": "last_name"})
        if (one.table, one.field) == ("people", col.NAME)
        else one
        for one in many
    )


def _are_rights(column: Column) -> bool:
    """Whether the words say what somebody may do in a program: admin, user."""
    texts = {text.casefold().replace("_", " ") for text in column.values.distinct}
    return bool(texts & _ADMINS) and texts <= _ADMINS | _USERS


def _doubted_role(many: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    why = "its values are rights in a program"
    asked = "Is this the job title, not a right in a program?"
    return tuple(
        replace(one, why=f"{one.why}; {why}", confidence=Confidence.LIKELY, own=False, asked=asked)
        if one.field == col.JOB_TITLE
        else one
        for one in many
    )


def _are_of_a_status(column: Column) -> bool:
    """Whether words say that somebody is employed or not: an estado that is no region."""
    return bool({text.casefold() for text in column.values.distinct} & _STATES)


def _are_numbers(column: Column) -> bool:
    return all(map(is_number, column.values.distinct))


def _has_scores(readings: Readings) -> bool:
    """Whether any column is known to hold scores of competencies."""
    scores = (col.SELF, col.MANAGER, col.PEER)
    return any(
        (one.table == "competencies" and one.field in scores)
        for many in readings.values()
        for one in many
    )


def _of_a_skill(one: Candidate) -> Candidate:
    """A level beside the names of skills and no scores: how good somebody is at each."""
    if one.field != col.LEVEL:
        return one
    why = "a level beside the name of a skill"
    return Candidate("competencies", col.MANAGER, Confidence.LIKELY, why, 60)


def _one_of_many(many: tuple[Candidate, ...], words: str) -> tuple[Candidate, ...]:
    """A rating told by words among several scores: asked, unless they say that it is the whole."""
    if set(words.split()) & NO_COMPETENCY:
        return many
    why = "several scores stand beside it"
    return tuple(
        replace(one, why=f"{one.why}; {why}", asked="Is this the rating, not one score of several?")
        if one.field == col.RATING and one.confidence != Confidence.SURE and not one.asked
        else one
        for one in many
    )


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
