"""Small groups: which counts are hidden, and which others have to be hidden with them.

A count from 1 to below the limit is hidden. Where the totals of a row or column would give it
away, the next smallest counts there are hidden too, until nobody can narrow a hidden count to
a range smaller than the limit; totals go last. An empty cell stays visible: it describes
nobody, and hiding it would hide every sparse table whole. So a hidden count is known to be at
least 1, which the check takes into account.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from components.access.margins import Entry, is_safe
from components.errors import ConfigError
from components.settings.app import AppSettings

SMALLEST_GROUP = 5
SMALLEST_PROTECTED_GROUP = 10

HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Shown:
    """A table of counts with a mark on everything that must not be shown.

    cells: the counts as given and `hidden`; row_totals and column_totals: one row per group
    with its total and `hidden`; total_hidden: whether even the grand total has to go.
    """

    cells: pd.DataFrame
    row_totals: pd.DataFrame
    column_totals: pd.DataFrame
    total_hidden: bool


def limit_for(app: AppSettings, column: str) -> int:
    """The smallest group for views by this column: larger for protected attributes."""
    return app.min_group_protected if app.is_protected(column) else app.min_group


def hide_small(
    counts: pd.DataFrame, rows: str, columns: str | None, *, count: str, limit: int
) -> pd.DataFrame:
    """The counts with a column `hidden`; row, column and grand totals may be published.

    counts: one row per cell of the table, `rows` and `columns` (None for a plain list) name
    its groups, `count` its people. Where totals are printed as well, ask `hide_with_totals`,
    which also says what totals must go.
    """
    return hide_with_totals(counts, rows, columns, count=count, limit=limit).cells


def hide_with_totals(
    counts: pd.DataFrame, rows: str, columns: str | None, *, count: str, limit: int
) -> Shown:
    """The same with the marks of every total."""
    if limit < SMALLEST_GROUP:
        raise ConfigError.in_file("config/app.toml", "min_group", "Use 5 or more.")
    one_column = pd.Series(0, index=counts.index)
    row_codes, row_groups = pd.factorize(counts[rows], use_na_sentinel=False)
    column_codes, column_groups = pd.factorize(
        one_column if columns is None else counts[columns], use_na_sentinel=False
    )
    people = counts[count].fillna(0).to_numpy(dtype=np.int64)
    network = _Network.of(people, row_codes, column_codes)
    network.hide(limit)
    row_totals = pd.DataFrame({rows: row_groups, count: network.row_totals})
    column_totals = pd.DataFrame({columns or "all": column_groups, count: network.column_totals})
    return Shown(
        counts.assign(**{HIDDEN: network.marks("cells")}),
        row_totals.assign(**{HIDDEN: network.marks("rows")}),
        column_totals.assign(**{HIDDEN: network.marks("columns")}),
        bool(network.entries[-1].hidden),
    )


@dataclass(slots=True)
class _Network:
    """The table's numbers as arcs: cells, row totals, column totals, grand total."""

    entries: list[Entry]
    parts: dict[str, slice]
    row_totals: np.ndarray
    column_totals: np.ndarray

    @classmethod
    def of(cls, people: np.ndarray, rows: np.ndarray, columns: np.ndarray) -> "_Network":
        row_totals = np.bincount(rows, weights=people).astype(np.int64)
        column_totals = np.bincount(columns, weights=people).astype(np.int64)
        high, wide, cells = len(row_totals), len(column_totals), len(people)
        source, sink = high + wide, high + wide + 1
        entries = [
            Entry(int(row), high + int(column), int(number), 0)
            for row, column, number in zip(rows, columns, people, strict=True)
        ]
        entries += [Entry(source, row, int(n), 1) for row, n in enumerate(row_totals)]
        entries += [Entry(high + at, sink, int(n), 1) for at, n in enumerate(column_totals)]
        entries.append(Entry(sink, source, int(people.sum()), 2))
        parts = {
            "cells": slice(0, cells),
            "rows": slice(cells, cells + high),
            "columns": slice(cells + high, cells + high + wide),
        }
        return cls(entries, parts, row_totals, column_totals)

    def marks(self, part: str) -> list[bool]:
        return [entry.hidden for entry in self.entries[self.parts[part]]]

    def hide(self, limit: int) -> None:
        """Mark what is small, and what would give it away.

        Hiding more never narrows what is known of another number: once safe, always safe.
        """
        for entry in self.entries:
            entry.hidden = 0 < entry.people < limit
        self._cover_lonely()
        safe: set[int] = set()
        while waiting := [at for at in self._hidden() if at not in safe]:
            tested = waiting[0]
            while not is_safe(tested, self.entries, limit):
                self._hide_smallest({self.entries[tested].start, self.entries[tested].end})
                self._cover_lonely()
            safe.add(tested)

    def _hidden(self) -> list[int]:
        return [at for at, entry in enumerate(self.entries) if entry.hidden]

    def _cover_lonely(self) -> None:
        """Where one number of a row, column or total is hidden alone, hide the next smallest."""
        while lonely := [node for node, count in self._hidden_at().items() if count == 1]:
            self._hide_smallest({lonely[0]})

    def _hidden_at(self) -> Counter[int]:
        return Counter(
            node for entry in self.entries if entry.hidden for node in (entry.start, entry.end)
        )

    def _hide_smallest(self, nodes: set[int]) -> None:
        shown = [entry for entry in self.entries if entry.people and not entry.hidden]
        near = [entry for entry in shown if entry.start in nodes or entry.end in nodes]
        min(near or shown, key=lambda entry: (entry.rank, entry.people)).hidden = True
