"""Whether a column's values can be of the field its header names, said in words."""

from dataclasses import dataclass, replace

from components.intake.recognise.candidates import Candidate
from components.intake.recognise.evidence import Values, misfits
from components.settings import Settings
from components.tables.fields import Kind
from components.tables.schema import TABLES

_LOOK_AT = 1_000
_SHARE = 0.1
_PARTS = {
    "first_name": Kind.TEXT,
    "last_name": Kind.TEXT,
    "manager_email": Kind.TEXT,
    "birth_date": Kind.DATE,
    "age": Kind.NUMBER,
}
_WORDS = {
    Kind.DATE: "dates",
    Kind.NUMBER: "numbers",
    Kind.WHOLE: "numbers",
    Kind.PERCENT: "numbers",
    Kind.MONTHS: "durations",
    Kind.YES_NO: "yes or no",
    Kind.ID: "numbers of people",
    Kind.CATEGORY: "words",
    Kind.CHOICE: "known words",
}


@dataclass(frozen=True, slots=True)
class Fit:
    """How many of the values looked at can't be of the kind, and of which kind they should be."""

    kind: Kind
    wrong: int
    seen: int

    @property
    def good(self) -> bool:
        """Whether nearly all values fit; of a closed list of words at least some must."""
        if self.kind == Kind.CHOICE:
            return self.wrong < self.seen or not self.seen
        return self.wrong <= _SHARE * self.seen

    @property
    def full(self) -> bool:
        """Whether nearly all values fit, of a closed list of words too."""
        return self.wrong <= _SHARE * self.seen

    @property
    def words(self) -> str:
        """What is wrong, for a person."""
        return f"{self.wrong:,} of {self.seen:,} values are not {_WORDS.get(self.kind, 'texts')}"


def kind_of(candidate: Candidate) -> Kind:
    """How the values are to be read: by the field, or by the part of it they hold."""
    how = candidate.detail.get("how", "")
    if how.startswith("yes_means"):
        return Kind.YES_NO
    return _PARTS.get(how) or TABLES[candidate.table].field(candidate.field).kind


def fit_of(candidate: Candidate, values: Values, settings: Settings) -> Fit:
    """Hold the values against the kind; of very many, a thousand spread evenly."""
    kind = kind_of(candidate)
    step = max(1, len(values.distinct) // _LOOK_AT)
    looked_at = replace(values, distinct=values.distinct[::step])
    place = (candidate.table, candidate.field)
    return Fit(kind, misfits(looked_at, place, kind, settings), len(looked_at.distinct))
