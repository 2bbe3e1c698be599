"""Unknown columns that point at people: addresses, numbers and names of the people of the files."""

import pyarrow.compute as pc

from components.intake.recognise.evidence import Values, is_address
from components.intake.recognise.look import Look, Proposal, counted
from components.intake.recognise.naming import MANAGER_EMAIL, is_full_name
from components.tables import columns as col

_NEARLY = 0.95
_ENOUGH = 3
_SOMEBODY_ELSE = frozenset(
    {"hr", "hrbp", "partner", "mentor", "buddy", "coach", "recruiter", "owner", "created", "by"}
    | {"updated", "modified", "entered", "approver", "delegate", "assistant", "coordinator"}
    | {"successor", "backup", "contact", "emergency", "referrer", "sponsor", "personal", "private"}
    | {"satisfaction", "satisfacao", "satisfação", "satisfacción", "years", "anos", "años", "score"}
    | {"rating", "count", "level", "previous", "old", "second"}
)
_SAYS_MANAGER = frozenset(
    {"manager", "boss", "supervisor", "superior", "lead", "leader", "head", "reports", "line"}
    | {"chef", "vorgesetzter", "führungskraft", "leiter", "responsable", "jefe", "gestor", "n+1"}
)


def addressed(look: Look) -> Proposal | None:
    """E-mail addresses: one for each person, or of people whom several rows name."""
    values = look.values
    mails = [text for text in values.distinct if is_address(text)]
    if len(mails) < max(2, _NEARLY * len(values.distinct)) or look.words & _SOMEBODY_ELSE:
        return None
    why = counted(_rows(values, mails), values.filled, "values are e-mail addresses")
    if _is_each_persons_own(look):
        asked = "Is this the e-mail address?"
        return None if look.has(col.EMAIL) else Proposal("people", col.EMAIL, why, asked=asked)
    known = sum(text.lower() in look.crowd.addresses for text in mails)
    if known < _NEARLY * len(mails) or look.table not in ("people", "roles") or _has_manager(look):
        return None
    why = f"{why} of other people, who stand in several rows"
    asked = "Is this the manager's e-mail address?"
    return Proposal("people", col.MANAGER_ID, why, {"how": MANAGER_EMAIL}, asked)


def numbered(look: Look) -> Proposal | None:
    """Employee IDs of other people, named again and again: managers, or reviewers."""
    values, ids = look.values, look.crowd.ids
    known = [text for text in values.distinct if text in ids]
    if len(known) < max(_ENOUGH, _NEARLY * len(values.distinct)) or not _repeat(values):
        return None
    if look.words & _SOMEBODY_ELSE or not (_look_like_ids(known) or look.words & _SAYS_MANAGER):
        return None
    if _names_oneself(look):
        return None
    why = counted(_rows(values, known), values.filled, "values are IDs of people in these files")
    if look.table == "reviews" and not look.has(col.REVIEWER_ID):
        return Proposal("reviews", col.REVIEWER_ID, why, asked="Is this the reviewer's ID?")
    if look.table in ("people", "roles") and not _has_manager(look):
        return Proposal(look.table, col.MANAGER_ID, why, asked="Is this the manager ID?")
    return None


def named(look: Look) -> Proposal | None:
    """Names of other people, named again and again."""
    values, names = look.values, look.crowd.names
    known = [text for text in values.distinct if is_full_name(text) and text in names]
    if len(known) < max(_ENOUGH, _NEARLY * len(values.distinct)) or not _repeat(values):
        return None
    if look.table not in ("people", "roles") or _has_manager(look) or look.words & _SOMEBODY_ELSE:
        return None
    why = counted(_rows(values, known), values.filled, "values are names of people in these files")
    return Proposal("people", col.MANAGER_NAME, why, asked="Is this the manager's name?")


def _has_manager(look: Look) -> bool:
    return look.has(col.MANAGER_ID, col.MANAGER_NAME)


def _repeat(values: Values) -> bool:
    return len(values.distinct) <= 0.8 * values.filled


def _rows(values: Values, texts: list[str]) -> int:
    wanted = set(texts)
    counts = zip(values.distinct, values.counts, strict=True)
    return sum(count for text, count in counts if text in wanted)


def _look_like_ids(texts: list[str]) -> bool:
    """Whether texts can hardly be anything else: four signs or more, or not plain numbers."""
    return all(len(text) >= 4 for text in texts) and not all(_is_year(text) for text in texts)


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and text[:2] in ("19", "20")


def _is_each_persons_own(look: Look) -> bool:
    """Whether every person has one of their own: as many as persons, hardly any empty."""
    own = look.own_ids()
    people = len(own.values.distinct) if own else look.values.rows
    return (
        len(look.values.distinct) >= 0.9 * people and look.values.filled >= 0.8 * look.values.rows
    )


def _names_oneself(look: Look) -> bool:
    """Whether rows name their own person: a second number of the person, and no manager."""
    own = look.own_ids()
    if own is None:
        return False
    same = pc.sum(pc.equal(look.texts(own), look.texts(look.column))).as_py() or 0
    return bool(same > 0.2 * look.values.rows)
