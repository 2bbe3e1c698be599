"""Unknown columns some of whose words name a field that the sheet has nowhere else."""

from collections.abc import Iterator

from components.intake.plan import Confidence
from components.intake.recognise.assign import FEEDS
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.fit import fit_of
from components.intake.recognise.look import Look, Proposal
from components.settings.wording import Target
from components.tables import columns as col
from components.tables.schema import TABLES

_KEYS = frozenset(
    {col.EMPLOYEE_ID, col.MANAGER_ID, col.MANAGER_NAME, col.REVIEWER_ID, col.NAME, col.EMAIL}
)
"""Fields whose columns are told by their values: a word alone would name too many."""


def half_said(look: Look) -> Proposal | None:
    """A header of known words but one, over values that can be of the field they name."""
    if look.values.empty:
        return None
    targets = look.settings.words.partly_said_by(look.column.header)
    return next(_fitting(look, targets), None)


def _fitting(look: Look, targets: tuple[Target, ...]) -> Iterator[Proposal]:
    able = (look.table, *FEEDS.get(look.table, ()))
    for table, name, _ in targets:
        if table not in able or name in _KEYS or look.has(name):
            continue
        label = TABLES[table].field(name).label.lower()
        why = f"some of its words say {label}"
        reading = Candidate(table, name, Confidence.LIKELY, why)
        fit = fit_of(reading, look.values, look.settings)
        if fit.good and fit.most and not _said_before(look, (table, name)):
            yield Proposal(table, name, why)


def _said_before(look: Look, place: tuple[str, str]) -> bool:
    """Whether a column further left says as much: of several such questions one is asked."""
    before = (one for one in look.unknown if one.index < look.column.index)
    words = look.settings.words
    return any(place in {one[:2] for one in words.partly_said_by(other.header)} for other in before)
