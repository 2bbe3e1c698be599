"""How the rules answer for the people shown: flagged, not flagged, can't tell, not judged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from components.signals import NO, NO_CONCERN, SET_BACK, UNKNOWN, YES, Flags
from components.tables import columns as col
from components.ui.counts import reconciled

Marks = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Standing:
    """The answers about some people.

    people: rows of `measures.people`. flags and notices: rows that are a yes about them;
    unknown and no: rows of flags with that answer. set_back: yes of rules that the past here does
    not support, which count nowhere; no_concern: flags that somebody has set aside for a while.
    off: rules that could not judge; judging: how many flags could.
    """

    people: pd.DataFrame
    flags: pd.DataFrame
    notices: pd.DataFrame
    unknown: pd.DataFrame
    no: pd.DataFrame
    off: Mapping[str, str]
    judging: int
    set_back: pd.DataFrame
    no_concern: pd.DataFrame

    @cached_property
    def reasons(self) -> dict[int, int]:
        """Person → number of flags, for everybody with one."""
        persons, counts = np.unique(numbers_of(self.flags), return_counts=True)
        return dict(zip(persons.tolist(), counts.tolist(), strict=True))

    @property
    def several(self) -> set[int]:
        """People with two flags or more."""
        return {person for person, flags in self.reasons.items() if flags > 1}

    @cached_property
    def planned(self) -> set[int]:
        """People with a notice: a talk can be planned."""
        return set(numbers_of(self.notices).tolist())

    @cached_property
    def cant_tell(self) -> set[int]:
        """People without a flag of whom some rule can't tell."""
        return set(numbers_of(self.unknown).tolist()) - self.reasons.keys()

    @cached_property
    def set_aside(self) -> set[int]:
        """People all of whose flags somebody has said to be no concern."""
        said = set(numbers_of(self.no_concern).tolist())
        return said - self.reasons.keys() - self.cant_tell

    @cached_property
    def not_flagged(self) -> int:
        """People to whom every rule that is on says no, counted from their own rows."""
        noes = np.bincount(numbers_of(self.no))
        return int(np.count_nonzero(noes == self.judging)) if self.judging else 0

    @property
    def not_judged(self) -> int:
        """Everybody, where every flag is off; else nobody."""
        judged = len(self.flags) + len(self.unknown) + len(self.no) + len(self.no_concern)
        return 0 if judged else len(self.people)

    def total(self, page: str) -> str:
        """The sum under the finding; raises when it does not add up."""
        return reconciled(
            page,
            len(self.people),
            flagged=len(self.reasons),
            no_concern=len(self.set_aside),
            not_flagged=self.not_flagged,
            cant_tell=len(self.cant_tell),
            not_judged=self.not_judged,
        )

    def rows_about(self, persons: list[int]) -> "Standing":
        """The answers about these few people only."""
        parts = ("people", "flags", "notices", "unknown", "no", "set_back", "no_concern")
        rows = {name: getattr(self, name) for name in parts}
        kept = {name: one[np.isin(numbers_of(one), persons)] for name, one in rows.items()}
        return replace(self, **kept)


def standing(flags: Flags, people: pd.DataFrame) -> Standing:
    """How the rules answer for these people (rows with `person`)."""
    shown = _marked(people, _reach(flags.rows, people))
    held = flags.answered
    return Standing(
        people=people,
        flags=_about(shown, held["flag", YES]),
        notices=_about(shown, held["notice", YES]),
        unknown=_about(shown, held["flag", UNKNOWN]),
        no=_about(shown, held["flag", NO][[col.PERSON, col.RULE]]),
        off=flags.off,
        judging=flags.judging,
        set_back=_about(shown, held[SET_BACK, YES]),
        no_concern=_about(shown, held["flag", NO_CONCERN]),
    )


def _about(shown: Marks, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows about the people marked; all of them are shared, not copied."""
    kept = shown[numbers_of(rows)]
    return rows if kept.all() else rows[kept]


def by_reasons(answers: Standing, people: pd.DataFrame) -> list[int]:
    """The people (some of those the answers are about) by number of reasons, then by name."""
    persons = numbers_of(people)
    reasons = np.zeros(_reach(people, answers.flags), dtype=np.int64)
    reasons[list(answers.reasons)] = list(answers.reasons.values())
    return _ordered(people, {"r": -reasons[persons]})


def by_name(people: pd.DataFrame) -> list[int]:
    """The people by name."""
    return _ordered(people, {})


def _ordered(people: pd.DataFrame, first: Mapping[str, Numbers]) -> list[int]:
    persons = numbers_of(people)
    names = pa.array(people[col.NAME].fillna(people[col.EMPLOYEE_ID]))
    keys = pa.table({**first, "n": pc.utf8_lower(names), "p": persons})
    order = pc.sort_indices(keys, [(key, "ascending") for key in keys.column_names])
    in_order: list[int] = persons[order.to_numpy()].tolist()
    return in_order


def numbers_of(rows: pd.DataFrame) -> Numbers:
    """The people of the rows, by number."""
    return rows[col.PERSON].to_numpy(dtype=np.int64)


def _reach(*parts: pd.DataFrame) -> int:
    return int(max((numbers_of(rows).max(initial=0) for rows in parts), default=0)) + 1


def _marked(rows: pd.DataFrame, reach: int) -> Marks:
    """For each number below `reach` whether some row is about that person."""
    marked = np.zeros(reach, dtype=bool)
    marked[numbers_of(rows)] = True
    return marked
