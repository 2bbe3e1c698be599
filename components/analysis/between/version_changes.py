"""What changed between two data versions: each kind counted, with the rows behind the count."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import narwhals as nw
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.analysis.between.facts import Facts
from components.analysis.between.kinds import FURTHER, KINDS, MOVES, ROWS, Ask, Kind
from components.analysis.between.listed import Found, rows_of, rows_of_problems, words_of
from components.analysis.between.pairs import (
    AFTER,
    BEFORE,
    coded_sides,
    differing,
    given_by_both,
    paired,
    picked,
    shared_numbers,
)
from components.analysis.between.people_facts import STATE, people_facts
from components.analysis.between.row_facts import row_facts
from components.analysis.dense import collected
from components.analysis.in_order import Frame
from components.settings import Settings
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.problems import Problem
from components.tables.schema import TABLES


@dataclass(frozen=True)
class Change:
    """One kind of change: how often, in words, and on request the rows.

    `count` is of people, values or rows, as the words say.
    """

    key: str
    count: int
    one: str
    many: str
    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def words(self) -> str:
        """The count in words: "3 people joined"."""
        return f"{self.count:,} {self.one if self.count == 1 else self.many}"

    def rows(self) -> pd.DataFrame:
        """The rows behind the count; columns as in `listed.COLUMNS`."""
        return rows_of_problems(self.problems) if self.problems else rows_of(self.found)


@dataclass(frozen=True)
class VersionChanges:
    """Everything that changed; `first` where nothing was in use before.

    not_given: what the version in use says and the new files don't: tables and fields in words.
    """

    first: bool
    people: int
    changes: tuple[Change, ...]
    not_given: tuple[str, ...]

    def __getitem__(self, key: str) -> Change:
        """The change of that kind."""
        return next(change for change in self.changes if change.key == key)


def changes_between(
    before: Dataset | None,
    after: Dataset,
    settings: Settings,
    *,
    days: tuple[date | None, date | None] = (None, None),
    unreadable: Sequence[Problem] = (),
    set_aside: Sequence[Problem] = (),
) -> VersionChanges:
    """Compare two versions fact by fact; nothing `before` means that everything comes in.

    days: the days of which people are seen; by default each version's own last day. unreadable,
    set_aside: those problems of the new files that left a value unknown or a row out.
    """
    compared = _Comparison(before or _nothing(), after, settings, days)
    changes = [compared.change(kind) for kind in KINDS]
    place = next(at for at, one in enumerate(changes) if one.key == "ratings") + 1
    changes[place:place] = [
        _of_problems("unreadable", ("value unreadable", "values unreadable"), unreadable),
        _of_problems("set_aside", ("row set aside", "rows set aside"), set_aside),
    ]
    people = pc.sum(compared.sides["people"][1].held).as_py() or 0
    return VersionChanges(before is None, people, tuple(changes), compared.not_given())


def _of_problems(key: str, words: tuple[str, str], problems: Sequence[Problem]) -> Change:
    count = sum(problem.count for problem in problems)
    return Change(key, count, *words, problems=tuple(problems))


def _nothing() -> Dataset:
    persons = pa.table({col.PERSON: pa.array([], pa.int32()), col.EMPLOYEE_ID: pa.array([], "str")})
    return Dataset({}, persons.to_pandas(types_mapper=pd.ArrowDtype), (), {}, None, "")


class _Comparison:
    """The facts of both versions by table, and the pairs that differ."""

    def __init__(
        self,
        before: Dataset,
        after: Dataset,
        settings: Settings,
        days: tuple[date | None, date | None],
    ) -> None:
        datasets = (before, after)
        self.sides: dict[str, tuple[Facts, Facts]] = {
            "people": _two(
                people_facts(one, day or one.last_day or date.today(), settings)
                for one, day in zip(datasets, days, strict=True)
            )
        }
        for table in (*ROWS, *FURTHER):
            if any(table in one.tables for one in datasets):
                self.sides[table] = _two(row_facts(one, table) for one in datasets)
        self.who = shared_numbers(before, after)
        self.both = {name: given_by_both(*sides) for name, sides in self.sides.items()}
        self.pairs = {name: self._differing(name) for name in self.sides}

    def _differing(self, table: str) -> Frame:
        before, after = coded_sides(*self.sides[table], self.who, by_spelling=MOVES)
        return differing_pairs(_framed(before), _framed(after), self.both[table])

    def change(self, kind: Kind) -> Change:
        """Count one kind of change."""
        asked = (ask for ask in kind.asks if ask.table in self.sides)
        found = tuple(one for ask in asked for one in self._found(ask))
        count = sum(one.pairs.num_rows for one in found)
        if kind.by_person:
            count = _distinct(found)
        return Change(kind.key, count, kind.one, kind.many, found)

    def _found(self, ask: Ask) -> Iterator[Found]:
        for field in ask.fields:
            if not (ask.whole or field in self.both[ask.table]):
                continue
            pairs = _picked(self.pairs[ask.table], ask.judge(field))
            if pairs.num_rows:
                words = words_of(ask.table, "" if field == col.EMPLOYEE_ID else field)
                sides = self.sides[ask.table]
                yield Found(*sides, self.sides["people"], pairs, field, ask.at or field, words)

    def not_given(self) -> tuple[str, ...]:
        """Tables and fields that only the version in use gives."""
        lost = []
        for table, (then, now) in self.sides.items():
            if then.held.length() and not now.held.length():
                lost.append(TABLES[table].label)
            else:
                gone = (name for name in then.fields if not now.gives(name))
                lost += [words_of(table, name) for name in gone if name != STATE]
        return tuple(dict.fromkeys(lost))


def differing_pairs(before: Frame, after: Frame, fields: Sequence[str]) -> Frame:
    """The pairs of two sides (see pairs.coded_sides) in which anything differs."""
    return differing(paired(before, after, fields), fields)


def _framed(columns: Mapping[str, pa.ChunkedArray]) -> Frame:
    frame: Frame = nw.from_native(pa.table(dict(columns)), eager_only=True)
    return frame


def _picked(pairs: Frame, which: nw.Expr) -> pa.Table:
    return collected(picked(pairs, which)).sort_by([(AFTER, "ascending"), (BEFORE, "ascending")])


def _two(facts: Iterator[Facts]) -> tuple[Facts, Facts]:
    before, after = facts
    return before, after


def _distinct(found: Sequence[Found]) -> int:
    """How many pairs are among those found for several fields."""
    if not found:
        return 0
    whole = pa.concat_tables([one.pairs for one in found])
    return int(whole.group_by([BEFORE, AFTER]).aggregate([]).num_rows)


__all__ = ["Change", "VersionChanges", "changes_between", "differing_pairs"]
