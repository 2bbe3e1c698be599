"""The labels of a column, as a person sees them when saying which scale it is on."""

from dataclasses import dataclass

from components.intake.plan import ColumnPlan, SheetPlan
from components.intake.scales.order import By, places
from components.intake.values import Hints
from components.intake.values.distinct import Distinct, distinct
from components.intake.values.words import tidy_words
from components.settings import Settings
from components.tables.schema import TABLES
from components.tables.sheets import Sheet

_IN_ORDER = list(By)


@dataclass(frozen=True, slots=True)
class Label:
    """A label as written, in how many cells it stands, and the address of the first."""

    text: str
    count: int
    cell: str


def labels_of(
    sheet: Sheet, plan: SheetPlan, column: ColumnPlan, settings: Settings
) -> tuple[Label, ...]:
    """The distinct labels of a used column, lowest first as far as known, then as they come.

    Texts that mean "nothing here" in the column are not among them.
    """
    start = max(plan.header_row + 1, sheet.first_row)
    text = sheet.text.column(column.column - sheet.first_column)
    cells = distinct(text.slice(start - sheet.first_row, max(plan.last_row - start + 1, 0)))
    field = TABLES[column.table].field(column.field)
    words = tidy_words(cells.words, Hints(column.table, field, settings, column.detail))
    found = _counted(cells, list(words.to_pylist()))
    labels = [
        Label(text, count, sheet.address(start + first, column.column))
        for text, (count, first) in found.items()
    ]
    return tuple(_in_order(labels, settings))


def _counted(cells: Distinct, words: list[str | None]) -> dict[str, tuple[int, int]]:
    """Label → how many cells and the first of them, 0-based; equal after trimming is equal."""
    codes = cells.codes().tolist()
    first = {code: at for at, code in reversed(list(enumerate(codes)))}
    found: dict[str, tuple[int, int]] = {}
    for number, (word, count) in enumerate(zip(words, cells.counts(), strict=True)):
        if word and count:
            before, at = found.get(word, (0, first[number]))
            found[word] = (before + count, min(at, first[number]))
    return found


def _in_order(labels: list[Label], settings: Settings) -> list[Label]:
    """By what is known: numbers, prefixed numbers, letters, words; then what is not known."""
    known = places([label.text for label in labels], settings)
    placed = zip(known, range(len(labels)), labels, strict=True)
    ranks = [
        (len(_IN_ORDER), 0.0, at, label)
        if place is None
        else (_IN_ORDER.index(place[0]), place[1], at, label)
        for place, at, label in placed
    ]
    return [label for *_, label in sorted(ranks, key=lambda one: one[:3])]
