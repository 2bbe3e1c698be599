"""One field for each column and one column for each field: who gets what, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.body import Column
from components.intake.recognise.candidates import Candidate
from components.intake.recognise.fit import Fit, fit_of
from components.settings import Settings
from components.tables import columns as col
from components.tables.schema import TABLES

FEEDS: Mapping[str, tuple[str, ...]] = {
    "people": ("reviews", "competencies"),
    "roles": ("people",),
    "reviews": ("people", "competencies"),
    "competencies": ("people",),
}
"""Tables that rows of a table also feed."""

_OWN_SLOT = ("first_name", "last_name")
_BOUND_TO_PEOPLE = frozenset({col.KNOWN_ON, col.STATED_ON})

Slot = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Option:
    """A reading of a column that its sheet allows, held against the values."""

    column: Column
    reading: Candidate
    fit: Fit
    main: bool

    @property
    def slot(self) -> Slot:
        """What only one column can hold."""
        detail = self.reading.detail
        how = detail.get("how", "")
        apart = detail.get("competency") or detail.get("cycle") or (how in _OWN_SLOT and how) or ""
        return (self.reading.table, self.reading.field, apart)

    @property
    def confidence(self) -> Confidence:
        """How surely, before it is known whether other columns fit as well."""
        if not self.fit.good:
            return Confidence.ASKED
        named = self.reading.confidence == Confidence.SURE or (self.reading.own and self.main)
        crossing = not self.main and self.reading.table == "reviews"
        return Confidence.SURE if named and self.fit.full and not crossing else Confidence.LIKELY

    @property
    def rank(self) -> tuple[int, bool, bool, int, int]:
        """Better options sort first."""
        rank = list(Confidence).index(self.confidence)
        reading = self.reading
        empty = self.column.values.empty
        return (rank + 2 * empty, not self.main, not reading.own, reading.order, self.column.index)


@dataclass
class Assigned:
    """Which option holds each slot, and which options wanted the same."""

    holder: dict[Slot, Option] = field(default_factory=dict)
    rivals: dict[Slot, list[Option]] = field(default_factory=dict)


def options_of(
    column: Column, readings: Sequence[Candidate], table: str, settings: Settings
) -> list[Option]:
    """The readings that a sheet about `table` allows, best first.

    A column that fits the sheet's own table is not taken for something about the person, even
    where another column is better: a start date beside an effective date is no hire date.
    """
    allowed = [one for one in readings if _allowed(one, table)]
    options = [
        Option(column, one, fit_of(one, column.values, settings), one.table == table)
        for one in allowed
    ]
    ranked = sorted(options, key=lambda option: option.rank)
    ours = [option for option in ranked if option.main and option.fit.good]
    return ours or ranked


def _allowed(reading: Candidate, table: str) -> bool:
    if reading.table == table:
        return True
    if reading.table not in FEEDS.get(table, ()):
        return False
    return reading.field not in TABLES[table].names and reading.field not in _BOUND_TO_PEOPLE


def assign(options: Mapping[int, Sequence[Option]]) -> dict[int, ColumnPlan]:
    """Give each column the best field that no better column holds; the rest stay unused."""
    assigned = Assigned()
    given: dict[int, Option] = {}
    for column, ranked in sorted(options.items(), key=lambda item: item[1][0].rank):
        option = _first_free(ranked, assigned)
        if option is None:
            assigned.rivals.setdefault(ranked[0].slot, []).append(ranked[0])
        else:
            given[column] = assigned.holder[option.slot] = option
    lost = options.keys() - given.keys()
    plans = {column: _held(option, assigned) for column, option in given.items()}
    return plans | {column: _lost(options[column][0], assigned) for column in lost}


def _first_free(ranked: Sequence[Option], assigned: Assigned) -> Option | None:
    free = (option for option in ranked if not _taken(option, assigned))
    return next((option for option in free if option.fit.good or option is ranked[0]), None)


def _taken(option: Option, assigned: Assigned) -> bool:
    return any(slot in assigned.holder for slot in _same(option.slot))


def _same(slot: Slot) -> Iterator[Slot]:
    """The slot and, for a part of a name, the whole name."""
    table, name, apart = slot
    yield slot
    if apart in _OWN_SLOT:
        yield (table, name, "")


def _held(option: Option, assigned: Assigned) -> ColumnPlan:
    reading = option.reading
    plan = ColumnPlan(
        option.column.index,
        option.column.header,
        reading.table,
        reading.field,
        option.confidence,
        reading.why,
        reading.detail,
    )
    if plan.confidence == Confidence.ASKED:
        why = f"{reading.why}, but {option.fit.words}"
        return replace(plan, why=why, asked=f"Is {option.column.name} really {_label(reading)}?")
    rivals = [rival for rival in assigned.rivals.get(option.slot, ()) if _counts(rival)]
    if rivals and not reading.own:
        names = " and ".join(rival.column.name for rival in rivals)
        why = f"{reading.why}; {names} would fit as well"
        return replace(plan, confidence=Confidence.LIKELY, why=why)
    if not option.fit.full:
        return replace(plan, why=f"{reading.why}; {option.fit.words}")
    return plan


def _counts(rival: Option) -> bool:
    """Whether a rival is as good by name: surely named and filled."""
    return rival.confidence == Confidence.SURE and not rival.column.values.empty


def _lost(option: Option, assigned: Assigned) -> ColumnPlan:
    winner = next(assigned.holder[slot] for slot in _same(option.slot) if slot in assigned.holder)
    why = f"{winner.column.name} is used as {_label(option.reading)}"
    return ColumnPlan(option.column.index, option.column.header, why=why)


def _label(reading: Candidate) -> str:
    return TABLES[reading.table].field(reading.field).label.lower()
