"""A rule: an object that carries its own words, limits, needs and evidence."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import narwhals as nw

from components.settings.section import Section


class Limits(Section):
    """The limits of one rule, as config/signals.toml may set them."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a rule can't do without: any one of some (table, field) pairs.

    `words` name what lacks where none is given, `remedy` what to add.
    """

    any_of: tuple[tuple[str, str], ...]
    words: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Part:
    """One of several ways a rule can say yes, looked at only where all its pairs were given.

    Whether it is looked at stands in the column `{key}_looked_at` while the rule is applied.
    """

    key: str
    all_of: tuple[tuple[str, str], ...]
    words: str
    remedy: str

    @property
    def looked_at_name(self) -> str:
        """The column that says so."""
        return f"{self.key}_looked_at"

    @property
    def looked_at(self) -> nw.Expr:
        """True for everybody where this part's tables were given, false otherwise."""
        return nw.col(self.looked_at_name)


@dataclass(frozen=True, slots=True)
class Because:
    """A sentence with places for measures and limits; `when` says for whom it holds.

    A place may carry a form after a colon: `{top_cycles:cycle}` is "2 cycles", `{rejected_on:day}`
    is "18 Feb 2026".
    """

    sentence: str
    when: Callable[[Any], nw.Expr] | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Why the answer is unknown: a condition and its words."""

    when: nw.Expr
    words: str


@dataclass(frozen=True, slots=True)
class Since:
    """From when a rule holds: so many months after a day, at the earliest `not_before`.

    `otherwise` is the day that counts where the first is not known.
    """

    day: str
    months: Callable[[Any], int]
    not_before: str | None = None
    otherwise: str | None = None


@dataclass(frozen=True)
class Rule:
    """One reason for a conversation.

    `applies` gives yes, no or unknown for each person; `evidence` names the pointers (as in
    "scope_row") to the rows a yes stands on, with the field whose cell is quoted. A rule that
    has parts is on where one of them can be looked at. `without_performance` is the rule without
    its look at ratings: a baseline that the rule has to beat. `with_family` are limits that move
    with the job family's own clock.
    """

    key: str
    label: str
    kind: Literal["flag", "notice"]
    limits: type[Limits]
    applies: Callable[[Any], nw.Expr]
    needs: tuple[Need, ...]
    because: tuple[Because, ...]
    clears: str
    evidence: tuple["Pointer", ...]
    since: Since
    missing: tuple[Missing, ...]
    meaning: str
    parts: tuple[Part, ...] = ()
    without_performance: Callable[[Any], nw.Expr] | None = None
    with_family: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where evidence stands: the measures `{name}_sheet` and `{name}_row`, a table, a field."""

    name: str
    table: str
    field: str
