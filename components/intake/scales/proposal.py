"""A scale proposed for labels that are on none: an order with its reason, to be confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.intake.scales.order import By, places, same_prefix
from components.settings import RatingLabel, RatingScale, Settings, label_key, number_in

MOST_LABELS = 20
"""More different labels than these are measurements, not steps of a scale."""

_WHY = {
    By.NUMBER: "The numbers in ascending order; whether the highest is the best is not known.",
    By.PREFIX: "The numbers after the same letters; whether the highest is the best is not known.",
    By.LETTER: "A taken for the best; whether it is, is not known.",
    By.WORD: "The order of these words in most forms.",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A scale to confirm.

    `sure` is false where the direction is open: then ask which end is the best. `why` says
    where the order is from. The highest label alone is marked as top.
    """

    scale: RatingScale
    sure: bool
    why: str


def proposed_scale(labels: Sequence[str], settings: Settings) -> Proposal | None:
    """Propose an order for labels; None where they, or two of them, can't be placed.

    Whole numbers keep their number as value; other labels get 1, 2, 3 … from the lowest.
    """
    spelled = _spelled(labels)
    known = places(spelled, settings)
    placed = [place for place in known if place is not None]
    by = {place[0] for place in placed}
    if not 2 <= len(spelled) <= MOST_LABELS or len(placed) < len(known) or len(by) != 1:
        return None
    (kind,) = by
    if len(set(placed)) < len(placed) or (kind is By.PREFIX and not same_prefix(spelled)):
        return None
    ordered = [text for _, text in sorted(zip(placed, spelled, strict=True))]
    return Proposal(_scale(ordered), kind is By.WORD, _WHY[kind])


def _spelled(labels: Sequence[str]) -> list[str]:
    """Each label as first written; 3, 3.0 and "3,0" are one."""
    first: dict[str, str] = {}
    for label in labels:
        number = number_in(label)
        key = label_key(label) if number is None else f"{round(number, 9):.9g}"
        first.setdefault(key, label)
    return [label for key, label in first.items() if key]


def _scale(ordered: Sequence[str]) -> RatingScale:
    numbers = [number_in(text) for text in ordered]
    whole = [int(number) for number in numbers if number is not None and number.is_integer()]
    values = whole if len(whole) == len(ordered) else list(range(1, len(ordered) + 1))
    steps = tuple(
        RatingLabel(value=value, label=text, top=text == ordered[-1])
        for value, text in zip(values, ordered, strict=True)
    )
    return RatingScale(name=f"{ordered[0]} to {ordered[-1]}", labels=steps)
