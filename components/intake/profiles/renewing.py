"""A profile saved anew under its name: what the new files say replaces what they speak of."""

from components.intake.answers import Answers, SheetAnswer
from components.intake.profiles.fitting import ENOUGH
from components.settings import header_key


def renewed(before: Answers, now: Answers) -> Answers:
    """The new profile, and of the earlier one the sheets that are of no kind of the new."""
    others = tuple(one for one in before.sheet if not any(_alike(one, new) for new in now.sheet))
    return now.model_copy(
        update={
            "levels": now.levels or before.levels,
            "scales": before.scales | now.scales,
            "sheet": (*others, *now.sheet),
        }
    )


def _alike(one: SheetAnswer, other: SheetAnswer) -> bool:
    """Whether they share so many headers that they speak of the same kind of sheet."""
    first, second = ({header_key(header) for header in said.headers} for said in (one, other))
    fewest = min(len(first), len(second))
    return not fewest or len(first & second) >= ENOUGH * fewest
