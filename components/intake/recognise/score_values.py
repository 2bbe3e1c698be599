"""Columns of scores by their values and the ending of their header; no sheet around them."""

from components.intake.recognise.body import Column
from components.intake.recognise.competency_names import ENDINGS
from components.intake.recognise.evidence import Values
from components.intake.values import is_number
from components.settings import header_words, number_in

NO_COMPETENCY = frozenset(
    {"overall", "total", "final", "average", "avg", "sum", "performance", "potential", "engagement"}
    | {"satisfaction", "risk", "survey", "gesamt", "global", "weighted", "previous", "last", "goal"}
    | {"test", "exam", "credit", "attendance", "absence", "kpi", "objective", "salary", "bonus"}
    | {"sentiment", "self", "ai", "predicted", "probability", "confidence"}
    | {
        "burnout",
        "stress",
        "happiness",
        "age",
        "years",
        "days",
        "hours",
        "month",
        "months",
        "weeks",
    }
    | {"count", "number", "no", "id", "hike", "percent", "pct", "rate", "projects", "leaves", "fte"}
    | {"trainings", "idade", "edad", "alter", "âge", "dias", "horas", "anos", "tage", "stunden"}
    | {"jours", "heures", "jahre", "faltas", "ausencias", "absences", "promotions", "media", "mean"}
    | {"ranking", "seniority", "tenure", "year", "weight", "peso"}
)
"""Words of headers whose numbers are scores of something else, or no scores."""
_CEILINGS = (5.0, 10.0, 100.0)


def is_scored(column: Column) -> bool:
    """Whether a column is headed and filled like the scores of something a person does."""
    words = header_words(column.header).split()
    headed = len(words) > 1 and words[-1] in ENDINGS and not set(words) & NO_COMPETENCY
    return headed and ceiling_of(column.values) > 0


def ceiling_of(values: Values) -> float:
    """The highest score of the smallest usual range that holds all values; 0 for other values."""
    held = numbers_of(values)
    if len(held) != len(values.distinct) or len(held) < 2 or min(held) < 0:
        return 0.0
    return next((one for one in _CEILINGS if max(held) <= one), 0.0)


def numbers_of(values: Values) -> list[float]:
    """The numbers among the distinct values, in their order."""
    numbers = (number_in(text) for text in values.distinct if is_number(text))
    return [number for number in numbers if number is not None]
