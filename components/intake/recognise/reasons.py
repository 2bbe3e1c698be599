"""A reason of nothing in particular: of the exit, or of the change, as its sheet has them."""

from collections.abc import Collection
from dataclasses import replace

from components.intake.recognise.candidate import Candidate
from components.tables import columns as col

_EXIT = frozenset({col.EXIT_DATE, col.EXIT_KIND})


def of_reasons(many: tuple[Candidate, ...], said: Collection[str]) -> tuple[Candidate, ...]:
    """The readings; a bare reason is that of the exits, or else of the changes, of its sheet.

    `said` are the fields that other headers of the sheet name. Where there is neither exit nor
    change the reason is one of something else.
    """
    bare = [one for one in many if one.asked and one.field in (col.EXIT_REASON, col.EVENT)]
    if {one.field for one in bare} != {col.EXIT_REASON, col.EVENT}:
        return many
    if _EXIT & set(said) and col.EXIT_REASON not in said:
        wanted, why = col.EXIT_REASON, "a reason beside exits"
    elif col.EFFECTIVE_DATE in said and col.EVENT not in said:
        wanted, why = col.EVENT, "a reason beside changes"
    else:
        return ()
    return tuple(replace(one, why=why, asked="") for one in bare if one.field == wanted)
