"""Unknown columns of scores: one for each competency, headed alike or beside one that is known."""

from components.intake.recognise.competency_names import ENDINGS, competency_in
from components.intake.recognise.evidence import Values
from components.intake.recognise.look import Look, Proposal
from components.intake.values import is_number
from components.settings import header_words, number_in
from components.tables import columns as col

_NO_COMPETENCY = frozenset(
    {"overall", "total", "final", "average", "avg", "sum", "performance", "potential", "engagement"}
    | {"satisfaction", "risk", "survey", "gesamt", "global", "weighted", "previous", "last", "goal"}
    | {"test", "exam", "credit", "attendance", "absence", "kpi", "objective", "salary", "bonus"}
    | {"sentiment", "ai", "predicted", "probability", "confidence"}
    | {"burnout", "stress", "happiness"}
)
_ALIKE = 3
"""So many columns with one ending are a family: one column for each competency."""
_STEPS = 12
_HIGHEST = 10


def scored(look: Look) -> Proposal | None:
    """A column of scores in a sheet of reviews, as one of a family or beside a known competency."""
    if look.table not in ("reviews", "competencies", "people") or not _are_scores(look.values):
        return None
    words = header_words(look.column.header).split()
    if not words or set(words) & _NO_COMPETENCY:
        return None
    family = [one for one in look.unknown if _ends_alike(words, header_words(one.header).split())]
    known = look.has(col.MANAGER) or look.has(col.SELF)
    if len(family) >= _ALIKE:
        why = f"{len(family)} columns of scores end in “{words[-1]}”"
    elif known and look.table in ("reviews", "competencies") and not _is_counted(look):
        why = "scores beside those of a known competency"
    else:
        return None
    name = competency_in(look.column.header, look.settings)
    asked = f"Is this the competency “{name}”?"
    return Proposal("competencies", col.MANAGER, why, {"competency": name}, asked)


def _ends_alike(words: list[str], others: list[str]) -> bool:
    both = len(words) > 1 and len(others) > 1
    apart = both and not set(others) & _NO_COMPETENCY
    return apart and words[-1] == others[-1] and words[-1] in ENDINGS


def _are_scores(values: Values) -> bool:
    numbers = [number_in(text) for text in values.distinct if is_number(text)]
    held = [number for number in numbers if number is not None]
    return len(held) == len(values.distinct) > 1 and all(0 <= one <= _HIGHEST for one in held)


def _is_counted(look: Look) -> bool:
    """Whether values are more or other than the few steps of a scale."""
    numbers = [number_in(text) or 0.0 for text in look.values.distinct]
    return len(numbers) > _STEPS or any(number * 2 % 1 for number in numbers)
