"""Combined labels of performance and potential ("Top Talent [H,H]", boxes 1 to 9), taken apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from components.intake.facts.findings import Wording
from components.intake.facts.held_back import Read, Waiting, question, with_given
from components.intake.facts.sheet_rows import Given, SheetRows, field_of
from components.intake.values import Column, Hints
from components.intake.values.column import TOP
from components.intake.values.words import tidy_words
from components.settings import Settings
from components.settings.nine_box import PERFORMANCE_FIRST, POTENTIAL_FIRST, PREFIX, Box, Layout
from components.settings.rating_scale import Rated
from components.tables import columns as col
from components.tables.problems import Problem, Severity

HOW = "nine_box"
_FIELDS = (col.RATING, col.POTENTIAL)

_LAYOUT = Wording(
    "nine_box_layout",
    "“{value}” stands for performance and potential, but not said is which box is which.",
    "“{value}” and others stand for performance and potential, but not said is which box is "
    "which; {count} cells.",
    "They count as unknown until you say, on Load data or in answers, how the boxes are numbered "
    'or which part stands first (scale = "nine_box:…", see config/ratings.toml).',
    Severity.QUESTION,
)

Parts = tuple[Rated, Rated]


@dataclass(frozen=True, slots=True)
class _Reader:
    """How the combined labels of one column are read."""

    settings: Settings
    order: str
    layout: Layout | None

    def parts_of(self, label: str) -> Parts | None:
        """Performance and potential of a label; None where neither it nor a layout says them."""
        box = self.settings.ratings.nine_box
        named = box.named_parts(label)
        if named is not None:
            return self._rated(*named)
        if self.layout is not None:
            found = self.layout.box_of(label)
            return self._of_box(found) if found else None
        parts = box.parts_of(label) if self.order else None
        if parts is None:
            return None
        return self._rated(*(parts if self.order == PERFORMANCE_FIRST else parts[::-1]))

    def _rated(self, performance: str, potential: str) -> Parts | None:
        scale = self.settings.ratings.scales[self.settings.ratings.nine_box.scale]
        one, other = scale.read(performance), scale.read(potential)
        return (one, other) if one and other else None

    def _of_box(self, box: Box) -> Parts | None:
        scale = self.settings.ratings.scales[self.settings.ratings.nine_box.scale]
        return self._rated(scale.label_for(box[0]), scale.label_for(box[1]))


def nine_boxes(read: Read, settings: Settings) -> Waiting:
    """Each combined column as one of performance and one of potential; the label stays.

    A label that names both parts is read at once; bracketed parts where the header or an answer
    says which stands first; numbers and words only on the layout that an answer names. A part
    that another column of the sheet gives already is left to that one.
    """
    sheets, problems = dict(read), list[Problem]()
    for number, rows in read.items():
        every = [(at, given, _split(rows, given, settings)) for at, given in _combined(rows)]
        problems += [question(rows, given, _LAYOUT) for _, given, parts in every if parts is None]
        changed = {at: parts or () for at, _, parts in every}
        sheets[number] = with_given(rows, changed) if changed else rows
    return Waiting(sheets, tuple(problems))


def _split(rows: SheetRows, given: Given, settings: Settings) -> tuple[Given, ...] | None:
    """The columns that a combined one makes; None where its layout must be asked."""
    found = _taken_apart(given, _reader(given, settings))
    if _is_open(given, found):
        return None
    return tuple(_columns(rows, given, found, settings))


def _combined(rows: SheetRows) -> Iterator[tuple[int, Given]]:
    for at, given in enumerate(rows.given):
        said = given.plan.detail.get("scale", "")
        combined = given.plan.detail.get("how") == HOW and not said
        if given.plan.field in _FIELDS and (combined or said.startswith(PREFIX)):
            yield at, given


def _reader(given: Given, settings: Settings) -> _Reader:
    box = settings.ratings.nine_box
    said = given.plan.detail.get("scale", "").removeprefix(PREFIX)
    stated = said if said in (PERFORMANCE_FIRST, POTENTIAL_FIRST) else ""
    order = stated or ("" if said else box.order_in(given.plan.header))
    return _Reader(settings, order, box.layouts.get(said))


def _texts(given: Given, settings: Settings) -> list[str | None]:
    """The distinct texts as labels; None where a text says that there is none."""
    hints = Hints(given.plan.table, field_of(given.plan), settings, given.plan.detail)
    return list(tidy_words(given.column.distinct.words, hints).to_pylist())


def _taken_apart(given: Given, reader: _Reader) -> list[Parts | None]:
    """Per distinct text its two parts."""
    texts = _texts(given, reader.settings)
    return [reader.parts_of(text) if text else None for text in texts]


def _is_open(given: Given, found: list[Parts | None]) -> bool:
    """Whether no more than half of the filled cells could be taken apart."""
    counts = given.column.distinct.counts()
    read = sum(count for count, parts in zip(counts, found, strict=True) if parts)
    return bool(counts) and read * 2 <= sum(counts)


def _columns(
    rows: SheetRows, given: Given, found: list[Parts | None], settings: Settings
) -> Iterator[Given]:
    """The two columns that the sheet does not give otherwise; unread texts are listed once."""
    wanted = [name for name in _FIELDS if not _is_given(rows, given, name)]
    for name in wanted:
        rated = [parts[_FIELDS.index(name)] if parts else None for parts in found]
        lists = name == wanted[-1]
        yield _column(rows, given, name, _Part(settings, rated, lists))


def _is_given(rows: SheetRows, given: Given, name: str) -> bool:
    """Whether a column that is not combined holds the field."""
    combined = {id(one) for _, one in _combined(rows)} | {id(given)}
    return any(
        id(one) not in combined and (one.plan.table, one.plan.field) == ("reviews", name)
        for one in rows.given
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One of the two parts, per distinct text, and whether it lists what can't be read."""

    settings: Settings
    rated: list[Rated | None]
    lists: bool


def _column(rows: SheetRows, given: Given, name: str, part: _Part) -> Given:
    cells, labels = given.column.distinct, _texts(given, part.settings)
    numbers = pa.array([one.value if one else None for one in part.rated], pa.float64())
    tops = pa.array([one.top if one else None for one in part.rated], pa.bool_())
    beside = {
        col.RATING_LABEL: cells.labelled(pa.array(labels, pa.string())),
        TOP: cells.spread(tops),
    }
    bad = [
        part.lists and bool(text) and one is None
        for text, one in zip(labels, part.rated, strict=True)
    ]
    scale = part.settings.ratings.nine_box.scale
    unread = np.array(bad, dtype=np.bool_)
    column = Column(cells, cells.spread(numbers), unread, beside, scale=scale)
    plan = replace(given.plan, field=name, detail=_detail(given.plan.detail))
    return Given(plan, column, *_kept(rows, column))


def _kept(rows: SheetRows, column: Column) -> tuple[pa.Array, Mapping[str, pa.Array]]:
    mask = pa.array(rows.kept)
    beside = {name: values.filter(mask) for name, values in column.beside.items()}
    return column.values.filter(mask), beside


def _detail(detail: Mapping[str, str]) -> dict[str, str]:
    """Without what was needed only for taking it apart; an answer stays said."""
    return {name: value for name, value in detail.items() if name != "how"}
