"""How much a team would miss somebody: facts that are a yes, of those that are known.

A role that is marked critical counts once by itself and once more where nobody stands ready to
take it over: the mark says that the role matters, the other that nothing is prepared. What the
data doesn't say is unknown and counts neither way.
"""

from collections.abc import Callable
from dataclasses import dataclass

import narwhals as nw
from narwhals.typing import FrameT

from components.signals.parts import KEY_ROLES, SKILLS
from components.tables import columns as col

YES, KNOWN = "impact_yes", "impact_known"
Given = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its words, what has to be given for it, and when it is a yes."""

    key: str
    words: str
    needs: tuple[tuple[str, str], ...]
    yes: Callable[[int], nw.Expr]

    @property
    def column(self) -> str:
        """The column that holds the answer: yes, no or missing."""
        return f"impact_{self.key}"


def _ready() -> nw.Expr:
    return nw.col(col.READY_SUCCESSOR)


FACTS: tuple[Fact, ...] = (
    Fact(
        "sole_holder",
        "nobody else in the department holds one of the competencies at the level asked for",
        SKILLS.all_of,
        lambda _: nw.col(col.SOLE_HOLDER),
    ),
    Fact(
        "no_successor",
        "a critical role without a successor who is ready now",
        KEY_ROLES.all_of,
        lambda _: nw.col(col.KEY_ROLE) & ~_ready(),
    ),
    Fact(
        "people_beneath",
        "many people beneath",
        (("people", col.MANAGER_ID), ("roles", col.MANAGER_ID)),
        lambda least: nw.col(col.PEOPLE_BENEATH) >= least,
    ),
    Fact("critical", "marked critical", KEY_ROLES.all_of, lambda _: nw.col(col.KEY_ROLE)),
)


def looked_at(given: Given) -> tuple[Fact, ...]:
    """The facts that this data can say anything about: one of their pairs was given."""
    return tuple(fact for fact in FACTS if given.intersection(fact.needs))


def impact(people: FrameT, given: Given, least_beneath: int) -> FrameT:
    """Add a column for each fact, how many are a yes, and how many are known.

    least_beneath: from so many people beneath on they are many. A fact the data says nothing
    about is missing for everybody.
    """
    known_here = looked_at(given)
    unknown = nw.lit(None, dtype=nw.Boolean)
    answers = {
        fact.column: fact.yes(least_beneath) if fact in known_here else unknown for fact in FACTS
    }
    people = people.with_columns(**answers)
    names = [fact.column for fact in FACTS]
    said = [nw.col(name).cast(nw.Int64).fill_null(0) for name in names]
    known = [(~nw.col(name).is_null()).cast(nw.Int64) for name in names]
    return people.with_columns(**{YES: nw.sum_horizontal(*said), KNOWN: nw.sum_horizontal(*known)})
