"""One field for each column and one column for each field: who gets what, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from components.intake.plan import ColumnPlan, Confidence
from components.intake.recognise.body import Column
from components.intake.recognise.candidate import Candidate
from components.intake.recognise.contradicted import lost_its_meaning
from components.intake.recognise.fit import Fit, fit_of
from components.intake.recognise.readiness import speaks_so
from components.settings import Settings
from components.tables import columns as col
from components.tables.fields import Kind
from components.tables.schema import TABLES

FEEDS: Mapping[str, tuple[str, ...]] = {
    "people": ("reviews", "competencies", "successors"),
    "roles": ("people",),
    "reviews": ("people", "competencies", "successors"),
    "competencies": ("people",),
}
"""Tables that rows of a table also feed."""

_BY_MAIL = "manager_email"
_OWN_SLOT = ("first_name", "last_name", "nine_box")
APART = ("competency", "cycle", "relation", "rater")
"""Details by which several columns can hold one field."""
_BOUND_TO_PEOPLE = frozenset({col.KNOWN_ON, col.STATED_ON})

_WORDS = 12
"""So few different words can be those of a closed list, in a language that is not known."""

_ANYTHING_HAS = frozenset({col.STATED_STATUS, col.RELATION, col.KIND})
"""Fields whose names say other things as well: the status of an order, the type of a review."""

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
        apart = " ".join(detail[name] for name in APART if name in detail)
        apart = apart or (how if how in _OWN_SLOT else "")
        table = "people" if self.reading.field in TABLES["people"].names else self.reading.table
        return (table, self.reading.field, apart)

    @property
    def confidence(self) -> Confidence:
        """How surely, before it is known whether other columns fit as well."""
        if not self.good:
            return Confidence.ASKED if self._is_wanted else Confidence.UNUSED
        if self.reading.asked:
            return Confidence.ASKED
        crossing = not self.main and self.reading.table in ("reviews", "successors")
        sure = self._is_named and self.fit.full and not crossing and not self._is_half_a_name
        return Confidence.SURE if sure else Confidence.LIKELY

    @property
    def good(self) -> bool:
        """Whether the values can be of the field; under a doubtful name most of them must."""
        return self.fit.good and (self._is_named or self.fit.most)

    @property
    def _is_named(self) -> bool:
        return self.reading.confidence == Confidence.SURE or (self.reading.own and self.main)

    @property
    def _is_wanted(self) -> bool:
        """Whether values of another kind are worth a question: a sure name, or a needed field."""
        needed = TABLES[self.reading.table].field(self.reading.field).required
        partly = self.fit.kind == Kind.CHOICE and self.fit.good
        few = self.fit.kind == Kind.CHOICE and 0 < self.fit.seen <= _WORDS
        strange = few and self.reading.field not in _ANYTHING_HAS
        return self._is_named or partly or strange or (self.main and needed)

    @property
    def _is_half_a_name(self) -> bool:
        """Whether a column of names holds single words, as a preferred first name does."""
        if self.reading.field != col.NAME or self.reading.detail or self.column.values.empty:
            return False
        distinct = self.column.values.distinct
        return sum(" " in text or "," in text for text in distinct) < 0.5 * len(distinct)

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
    Nothing is taken for codes of something before a code stands in it.
    """
    moved = (_moved(one, table) for one in readings)
    allowed = [one for one in moved if _allowed(one, table) and speaks_so(one, column, table)]
    options = [
        Option(column, one, fit_of(one, column.values, settings), one.table == table)
        for one in allowed
        if not (one.codes and column.values.empty)
    ]
    ranked = sorted(options, key=lambda option: option.rank)
    ours = [option for option in ranked if option.main and option.good]
    return ours or ranked


def _moved(reading: Candidate, table: str) -> Candidate:
    """A part of a person's field as a part of the same field of the sheet's own table."""
    how = reading.detail.get("how", "")
    shared = reading.table == "people" and reading.field in TABLES[table].names
    return replace(reading, table=table) if shared and how not in ("", _BY_MAIL) else reading


def _allowed(reading: Candidate, table: str) -> bool:
    if reading.table == table:
        return True
    if reading.table not in FEEDS.get(table, ()):
        return False
    by_mail = reading.detail.get("how") == _BY_MAIL
    own = reading.field in TABLES[table].names and not by_mail
    if reading.table == "successors" and reading.field != col.READINESS:
        return False
    return not own and reading.field not in _BOUND_TO_PEOPLE


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
    return next((option for option in free if option.good or option is ranked[0]), None)


def _taken(option: Option, assigned: Assigned) -> bool:
    return any(slot in assigned.holder for slot in _same(option.slot))


def _same(slot: Slot) -> Iterator[Slot]:
    """The slot; for a part of a name also the whole name, and the other way round."""
    table, name, apart = slot
    yield slot
    if apart in _OWN_SLOT:
        yield (table, name, "")
    elif name == col.NAME:
        yield from ((table, name, part) for part in _OWN_SLOT)


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
        reading.asked,
        _rivals(option, assigned),
    )
    if not option.good:
        return _doubted(option, plan)
    rivals = [rival for rival in assigned.rivals.get(option.slot, ()) if _counts(rival)]
    if rivals and not reading.own and not reading.asked:
        names = " and ".join(rival.column.name for rival in rivals)
        why = f"{reading.why}; {names} would fit as well"
        return replace(plan, confidence=Confidence.LIKELY, why=why)
    if not option.fit.full:
        return replace(plan, why=f"{reading.why}; {option.fit.words}")
    return plan


def _doubted(option: Option, plan: ColumnPlan) -> ColumnPlan:
    """A known name over values of another kind: asked where it matters, else not used."""
    why = f"{option.reading.why}, but {option.fit.words}"
    if plan.confidence == Confidence.UNUSED:
        return ColumnPlan(plan.column, plan.header, why=why)
    asked = f"Is {option.column.name} really {_label(option.reading)}?"
    return replace(plan, why=why, asked=asked)


def _counts(rival: Option) -> bool:
    """Whether a rival is as good by name: surely named and filled."""
    return rival.confidence == Confidence.SURE and not rival.column.values.empty


def _lost(option: Option, assigned: Assigned) -> ColumnPlan:
    winner = next(assigned.holder[slot] for slot in _same(option.slot) if slot in assigned.holder)
    said = "meant" if winner.confidence == Confidence.ASKED else "used"
    why = f"{winner.column.name} is {said} as {_label(option.reading)}"
    if option.reading.against:
        return lost_its_meaning(option.column, option.reading, why)
    rivals = _rivals(option, assigned) if _could_hold(option) else ()
    return ColumnPlan(option.column.index, option.column.header, why=why, rivals=rivals)


def _rivals(option: Option, assigned: Assigned) -> tuple[int, ...]:
    """The other columns that could hold the same, the one that does first."""
    holder = assigned.holder.get(option.slot)
    others = [one for one in assigned.rivals.get(option.slot, ()) if _could_hold(one)]
    every = [*([holder] if holder else []), *others]
    return tuple(one.column.index for one in every if one.column.index != option.column.index)


def _could_hold(option: Option) -> bool:
    return option.good and not option.column.values.empty


def _label(reading: Candidate) -> str:
    return TABLES[reading.table].field(reading.field).label.lower()
