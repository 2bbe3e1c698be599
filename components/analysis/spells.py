"""Spells: each role a person held, rows of the same role, level and family united."""

import narwhals as nw

from components.analysis.in_order import ORDER, Frame, after, in_order
from components.analysis.role_rows import DAYS_BELOW
from components.tables import columns as col

_FAR = 2**62
_COLUMNS = (ORDER, col.PERSON, "spell", "employment", "start", "closed", "until", "place")


def spells_of(roles: Frame) -> Frame:
    """One row per spell: person, start, end, `place` of its first row, `last` row's order.

    `is_current` marks the last spell of a person; a spell shorter than a day is left out.
    """
    roles = roles.select(*_COLUMNS)
    roles = in_order(roles, next_spell=after("spell"), next_person=after(col.PERSON))
    leaves = (nw.col("next_person") != nw.col(col.PERSON)).fill_null(value=True)
    closes = leaves | nw.col("next_spell")
    end = nw.col(col.PERSON) * DAYS_BELOW + nw.min_horizontal("closed", "until")
    roles = roles.with_columns(
        end=nw.when(closes).then(end).otherwise(_FAR),
        last=nw.when(closes).then(nw.col(ORDER)).otherwise(_FAR),
        last_role=nw.when(leaves).then(nw.col(ORDER)).otherwise(_FAR),
    )
    names = ("end", "last", "last_role")
    roles = in_order(roles, **{name: nw.col(name).cum_min(reverse=True) for name in names})
    spells = roles.filter(nw.col("spell")).with_columns(
        end=nw.col("end") - nw.col(col.PERSON) * DAYS_BELOW,
        is_current=nw.col("last") == nw.col("last_role"),
    )
    spells = spells.filter(nw.col("end") >= nw.col("start"))
    return spells.select(
        ORDER, col.PERSON, "employment", "start", "end", "place", "last", "is_current"
    )
