"""Headers that no list has, read by their words: reporting mgr emp id, DT_ADMISSAO, Emp_Nm."""

from collections.abc import Iterator

from components.intake.plan import Confidence
from components.intake.recognise.candidate import Candidate
from components.settings import Settings
from components.settings.wording import Target
from components.tables import columns as col
from components.tables.fields import Kind
from components.tables.schema import TABLES

_ORDER = 91
_CODES = frozenset({"number", "code"})
_WORDS = frozenset({"name", "text"})
_NAMED_BY_CODE = (Kind.CATEGORY,)
_NAMED_IN_WORDS = (Kind.CATEGORY, Kind.CHOICE, Kind.RATING)


def said_in_words(header: str, settings: Settings) -> tuple[Candidate, ...]:
    """The readings of a header all of whose words config/words.toml knows; likely at most.

    Words that say too little by themselves, such as "Group", are only proposed.
    """
    said = settings.words.said_by(header)
    vague = settings.words.is_vague(header)
    return tuple(
        one
        for target in said.targets
        for one in _readings(target, said.aside, settings, vague=vague or target.proposed)
    )


def _readings(
    target: Target, aside: frozenset[str], settings: Settings, *, vague: bool
) -> Iterator[Candidate]:
    table, name = target.table, target.field
    if table == "parts":
        part = settings.columns.parts[name]
        detail = {"unit" if part.how in ("years", "days") else "how": part.how}
        table, name = part.table, part.field
    else:
        detail = {}
    field = TABLES[table].field(name)
    if not _may_be_aside(aside, name, field.kind):
        return
    asked = f"Is this the {field.label.lower()}?" if vague else ""
    why = f"its words say {field.label.lower()}"
    why += ", as codes" if aside & _CODES else ""
    for one in (table, *_alike(table, name, settings)):
        yield Candidate(
            one,
            name,
            Confidence.LIKELY,
            why,
            _ORDER,
            detail=detail,
            asked=asked,
            codes=bool(aside & _CODES),
        )


def _may_be_aside(aside: frozenset[str], name: str, kind: Kind) -> bool:
    """Whether the words left aside leave the field what it is: a dept id, but no position id."""
    if aside & _CODES and (kind not in _NAMED_BY_CODE or name == col.JOB_TITLE):
        return kind in _NAMED_BY_CODE and "number" not in aside
    return not aside & _WORDS or kind in _NAMED_IN_WORDS


def _alike(table: str, name: str, settings: Settings) -> Iterator[str]:
    """The tables in which the field has the same headers."""
    return (
        other
        for other, alike in settings.columns.alike.items()
        if alike.get(name) == f"{table}.{name}"
    )
