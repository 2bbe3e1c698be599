"""Spells: each role a person held, rows of the same role, level and family united."""

import narwhals as nw

from components.analysis.in_order import ORDER, Frame, after, in_order
from components.tables import columns as col


def spells_of(roles: Frame) -> Frame:
    """One row per spell: person, start, end, `place` of its first row, `newest` of its last.

    `is_current` marks the last spell of a person; a spell shorter than a day is left out.
    """
    roles = in_order(
        roles.with_columns(spell_number=nw.col("spell").cast(nw.Int64)),
        spell_number=nw.col("spell_number").cum_sum(),
        next_spell=after("spell"),
        next_person=after(col.PERSON),
        next_scope=after("scope_by"),
    )
    stays = nw.col("next_person") == nw.col(col.PERSON)
    roles = roles.with_columns(is_current=~stays.fill_null(value=False))
    begins = roles.filter(nw.col("spell")).select(
        ORDER, col.PERSON, "spell_number", "start", "place", "scope_by", "employment"
    )
    ends = roles.filter(nw.col("is_current") | nw.col("next_spell")).select(
        "spell_number",
        "is_current",
        "until",
        "next_scope",
        end=nw.col("closed"),
        newest=nw.col("place"),
    )
    spells = begins.join(ends, on="spell_number", how="left")
    spells = spells.with_columns(end=nw.min_horizontal("end", "until"))
    return spells.filter(nw.col("end") >= nw.col("start"))
