"""Columns of ratings whose scale is known but not its direction, or not one for all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyarrow as pa

from components.intake.facts.findings import Wording
from components.intake.facts.held_back import (
    Read,
    Waiting,
    question,
    with_given,
    without_values,
)
from components.intake.facts.sheet_rows import Given, SheetRows, field_of
from components.settings import Settings
from components.tables import columns as col
from components.tables.fields import Kind
from components.tables.problems import Problem, Severity

_WAIT = "The ratings of the column count as unknown until you say, on Load data or in answers, "
_STRAY_SHARE = 0.05
"""Cycles with a smaller share of the ratings do not speak a scale of their own."""

_DIRECTION = Wording(
    "scale_direction",
    "Is 1 the best rating here, or the worst? The header lets expect the best.",
    "Is 1 the best rating here, or the worst? The header lets expect the best; {count} cells.",
    _WAIT + "which scale the column is on.",
    Severity.QUESTION,
)
_PER_CYCLE = Wording(
    "scale_per_cycle",
    "The cycles of this column are rated on different scales: {value}.",
    "The cycles of this column are rated on different scales: {value}; {count} cells.",
    _WAIT + "which labels of the scales are the same step.",
    Severity.QUESTION,
)
_DIFFER = Wording(
    "scales_differ",
    "The ratings of this column are on another scale than others: {value}.",
    "The ratings of this column are on another scale than others: {value}; {count} cells.",
    _WAIT + "which scale the column is on, with the values that its labels have on the other.",
    Severity.QUESTION,
)


@dataclass(frozen=True, slots=True)
class _Rated:
    """A column of ratings: its sheet, its place among the columns, how many cells are rated."""

    sheet: int
    at: int
    given: Given

    @property
    def cells(self) -> int:
        """How many kept cells hold a rating."""
        return len(self.given.values) - int(self.given.values.null_count)

    @property
    def answered(self) -> bool:
        """Whether a person said on which scale it is."""
        return "scale" in self.given.plan.detail


def scales_waiting(read: Read, settings: Settings) -> Waiting:
    """Hold back ratings that only an answer makes comparable.

    Asked are, in this order: a header under which 1 is mostly the best; cycles of one column on
    different scales; columns on another scale than most ratings. A column whose scale a person
    named is used as it is.
    """
    sheets, problems = dict(read), list[Problem]()
    for number, rows in read.items():
        for at, given in _open_columns(rows):
            wording, said = _alone(rows, given, settings)
            if wording is not None:
                sheets[number] = with_given(sheets[number], {at: (without_values(given),)})
                problems.append(question(rows, given, wording, said))
    for field in (col.RATING, col.POTENTIAL):
        for one, said in _on_another(sheets, field, settings):
            rows = sheets[one.sheet]
            problems.append(question(rows, one.given, _DIFFER, said))
            sheets[one.sheet] = with_given(rows, {one.at: (without_values(one.given),)})
    return Waiting(sheets, tuple(problems))


def _open_columns(rows: SheetRows) -> Iterator[tuple[int, Given]]:
    """Columns of ratings that hold something and whose scale nobody named."""
    for at, given in enumerate(rows.given):
        is_rating = field_of(given.plan).kind is Kind.RATING and given.plan.table == "reviews"
        if is_rating and "scale" not in given.plan.detail and len(given.column.distinct.words):
            yield at, given


def _alone(rows: SheetRows, given: Given, settings: Settings) -> tuple[Wording | None, str]:
    """What must be asked about one column for itself, and what to say of it."""
    scale = settings.ratings.scales.get(given.column.scale)
    is_numeric = scale is not None and scale.is_numeric
    if is_numeric and settings.ratings.starts_at_the_best(given.plan.header):
        return _DIRECTION, ""
    names = _per_cycle(rows, given, settings)
    return (_PER_CYCLE, names) if names else (None, "")


def _per_cycle(rows: SheetRows, given: Given, settings: Settings) -> str:
    """The scales of the cycles, in words, where they are not one; empty where they are."""
    cycle, labels = rows.named("reviews", col.CYCLE), given.beside.get(col.RATING_LABEL)
    if cycle is None or labels is None:
        return ""
    told = _labels_by_cycle(cycle.values, labels)
    every = sum(sum(counts.values()) for counts in told.values())
    spoken = {
        name: settings.ratings.best_for(counts)
        for name, counts in told.items()
        if sum(counts.values()) >= _STRAY_SHARE * every
    }
    known = {name: scale for name, scale in spoken.items() if scale is not None}
    if len({scale.name for scale in known.values()}) < 2:
        return ""
    return "; ".join(f"{name}: {scale.name}" for name, scale in sorted(known.items()))


def _labels_by_cycle(cycles: pa.Array, labels: pa.Array) -> dict[str, dict[str, int]]:
    """Cycle → label → how often."""
    table = pa.table({"cycle": cycles.cast(pa.string()), "label": labels.cast(pa.string())})
    counted = table.drop_null().group_by(["cycle", "label"], use_threads=False)
    found: dict[str, dict[str, int]] = {}
    for row in counted.aggregate([([], "count_all")]).to_pylist():
        found.setdefault(row["cycle"], {})[row["label"]] = row["count_all"]
    return found


def _on_another(read: Read, field: str, settings: Settings) -> Iterator[tuple[_Rated, str]]:
    """Columns nobody spoke of that are on another scale than the one most ratings are on."""
    rated = [one for one in _rated(read, field) if one.given.column.scale and one.cells]
    cells: dict[str, int] = {}
    for one in rated:
        cells[one.given.column.scale] = cells.get(one.given.column.scale, 0) + one.cells
    if len(cells) < 2:
        return
    answered = {one.given.column.scale for one in rated if one.answered}
    main = max(answered or cells, key=lambda scale: cells[scale])
    names = _names(settings)
    for one in rated:
        if not one.answered and one.given.column.scale != main:
            yield one, f"{names[one.given.column.scale]} beside {names[main]}"


def _rated(read: Read, field: str) -> Iterator[_Rated]:
    for number, rows in read.items():
        for at, given in enumerate(rows.given):
            if (given.plan.table, given.plan.field) == ("reviews", field):
                yield _Rated(number, at, given)


def _names(settings: Settings) -> Mapping[str, str]:
    return {key: scale.name for key, scale in settings.ratings.scales.items()}
