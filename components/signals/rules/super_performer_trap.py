"""Flag strong performers who may be too useful where they are to be let go on."""

import narwhals as nw
from pydantic import Field

from components.signals.band import EVIDENCE, MISSING, NEEDS, months_in_band
from components.signals.parts import KEY_ROLES, SKILLS
from components.signals.rule import Because, Limits, Missing, Pointer, Rule, Since
from components.tables import columns as col


class TrapLimits(Limits):
    """How often top-rated, and how long in the same scope."""

    cycles: int = Field(default=2, ge=2, le=6)
    from_months: int = Field(default=24, ge=6, le=240)


def alone() -> nw.Expr:
    """The only one in the department who holds a competency at the level the role asks for."""
    return SKILLS.looked_at & nw.col(col.SOLE_HOLDER)


def without_successor() -> nw.Expr:
    """A key role that nobody stands ready to take over; unknown where either isn't said."""
    return KEY_ROLES.looked_at & nw.col(col.KEY_ROLE) & ~nw.col(col.READY_SUCCESSOR)


def depended_on() -> nw.Expr:
    """One or the other; unknown where it can't be assessed."""
    return alone() | without_successor()


def applies(limits: TrapLimits) -> nw.Expr:
    """Yes, no or unknown, for each person."""
    often = nw.col(col.TOP_PERFORMER) & (nw.col(col.TOP_CYCLES) >= limits.cycles)
    return often & months_in_band(limits.from_months) & depended_on()


RULE = Rule(
    key="super_performer_trap",
    label="Too useful to be released",
    kind="flag",
    limits=TrapLimits,
    applies=applies,
    needs=NEEDS,
    parts=(SKILLS, KEY_ROLES),
    because=(
        Because("Top-rated for {top_cycles:cycle}; {months_in_scope:month} in the same scope."),
        Because(
            "Nobody else in the department holds {sole_holder_of} at the level the role asks for.",
            lambda _: alone(),
        ),
        Because("A key role without a successor who is ready now.", lambda _: without_successor()),
    ),
    clears="A successor plan and a date for release, or a change of scope.",
    evidence=(
        *EVIDENCE,
        Pointer("sole", "competencies", col.MANAGER),
        Pointer("successor", "successors", col.READINESS),
    ),
    since=Since(col.SCOPE_COUNTED_FROM, lambda limits: int(limits.from_months), col.TOP_SINCE),
    missing=(
        *MISSING,
        Missing(
            depended_on().is_null(),
            "cannot assess whether the team depends on this person",
        ),
    ),
    meaning="A top performer, long in the same scope, on whom the team may depend.",
    with_family=("from_months",),
)
