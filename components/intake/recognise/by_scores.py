"""Unknown columns of scores: one for each competency, headed alike or beside one that is known."""

from components.intake.recognise.body import Column
from components.intake.recognise.competency_names import ENDINGS, competency_in
from components.intake.recognise.evidence import Values
from components.intake.recognise.look import Look, Proposal
from components.intake.recognise.score_values import NO_COMPETENCY, ceiling_of, numbers_of
from components.settings import header_words
from components.tables import columns as col

_ALIKE = 3
"""So many columns with one ending, or on one range, are a family: one for each competency."""
_STEPS = 12
_HIGHEST = 10
_NEAR = 0.3
"""How far apart the means of scores on one range are at most, as a share of the range."""


def scored(look: Look) -> Proposal | None:
    """A column of scores in a sheet of reviews, as one of a family or beside a known competency."""
    if look.table not in ("reviews", "competencies", "people"):
        return None
    ceiling = ceiling_of(look.values)
    words = header_words(look.column.header).split()
    if not ceiling or not words or set(words) & NO_COMPETENCY:
        return None
    why = _of_a_family(look, words) or _of_a_rating_form(look, ceiling)
    if not why:
        return None
    name = competency_in(look.column.header, look.settings)
    asked = f"Is this the competency “{name}”?"
    return Proposal("competencies", col.MANAGER, why, {"competency": name}, asked)


def _of_a_family(look: Look, words: list[str]) -> str:
    """Why, where several columns of scores end in one word."""
    family = [
        one
        for one in look.unknown
        if _ends_alike(words, header_words(one.header).split()) and ceiling_of(one.values)
    ]
    if len(family) < _ALIKE:
        return ""
    return f"{len(family)} columns of scores end in “{words[-1]}”"


def _of_a_rating_form(look: Look, ceiling: float) -> str:
    """Why, in a sheet of reviews: scores beside a known competency, or several on one range."""
    if look.table not in ("reviews", "competencies"):
        return ""
    known = look.has(col.MANAGER, col.SELF)
    if known and ceiling <= _HIGHEST and not _is_counted(look.values):
        return "scores beside those of a known competency"
    alike = [one for one in look.unknown if _is_of_the_form(one, ceiling, look.values)]
    if len(alike) < (_ALIKE - 1 if known else _ALIKE):
        return ""
    return f"{len(alike)} columns hold scores up to {ceiling:g}"


def _ends_alike(words: list[str], others: list[str]) -> bool:
    both = len(words) > 1 and len(others) > 1
    apart = both and not set(others) & NO_COMPETENCY
    return apart and words[-1] == others[-1] and words[-1] in ENDINGS


def _is_of_the_form(column: Column, ceiling: float, values: Values) -> bool:
    """Whether a column has scores on the same range and about as high, under a fitting name."""
    words = set(header_words(column.header).split())
    if not words or words & NO_COMPETENCY or ceiling_of(column.values) != ceiling:
        return False
    return abs(_mean(column.values) - _mean(values)) <= _NEAR * ceiling


def _mean(values: Values) -> float:
    counts = zip(numbers_of(values), values.counts, strict=True)
    return sum(number * count for number, count in counts) / values.filled


def _is_counted(values: Values) -> bool:
    """Whether values are more or other than the few steps of a scale."""
    numbers = numbers_of(values)
    return len(numbers) > _STEPS or any(number * 2 % 1 for number in numbers)
