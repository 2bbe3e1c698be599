"""Whether a column's values can be of the field its header names, said in words."""

from dataclasses import dataclass

from components.intake.recognise.candidate import Candidate
from components.intake.recognise.evidence import Values, misfits, thinned
from components.settings import Settings
from components.tables import columns as col
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
    Kind.RATING: "ratings",
}
_FIELDS = {col.NAME: "names", col.EMAIL: "e-mail addresses", col.LEVEL: "levels"}


@dataclass(frozen=True, slots=True)
class Fit:
    """How many of the values looked at can't be of the field, and of which kind they should be.

    `wrong` and `seen` count distinct values; `wrong_share` is the share of filled cells.
    """

    kind: Kind
    wrong: int
    seen: int
    wrong_share: float
    field: str = ""

    @property
    def good(self) -> bool:
        """Whether nearly all values fit; of a closed list of words at least some must."""
        if self.kind == Kind.CHOICE:
            return self.wrong < self.seen or not self.seen
        return self.full

    @property
    def full(self) -> bool:
        """Whether nearly all values fit, counted once each or as often as they stand there."""
        return self.wrong <= _SHARE * self.seen or self.wrong_share <= _SHARE

    @property
    def most(self) -> bool:
        """Whether at least half of the values fit, counted in one of the two ways."""
        return self.wrong <= 0.5 * self.seen or self.wrong_share <= 0.5

    @property
    def words(self) -> str:
        """What is wrong, for a person."""
        wanted = _FIELDS.get(self.field) or _WORDS.get(self.kind, "texts")
        return f"{self.wrong:,} of {self.seen:,} values are not {wanted}"


def kind_of(candidate: Candidate) -> Kind:
    """How the values are to be read: by the field, or by the part of it they hold."""
    how = candidate.detail.get("how", "")
    if how.startswith("yes_means"):
        return Kind.YES_NO
    return _PARTS.get(how) or TABLES[candidate.table].field(candidate.field).kind


def field_of(candidate: Candidate) -> str:
    """The field whose values a column should hold; empty for a part of a field."""
    return candidate.field if not candidate.detail.get("how") else ""


def fit_of(candidate: Candidate, values: Values, settings: Settings) -> Fit:
    """Hold the values against the kind; of very many, a thousand spread evenly."""
    kind = kind_of(candidate)
    some = thinned(values, _LOOK_AT)
    wrong = misfits(some, (candidate.table, field_of(candidate)), kind, settings)
    counts = zip(some.distinct, some.counts, strict=True)
    rows = sum(count for text, count in counts if text in wrong)
    share = rows / max(1, sum(some.counts))
    return Fit(kind, len(wrong), len(some.distinct), share, field_of(candidate))
