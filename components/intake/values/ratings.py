"""Ratings: the label's number on its scale, the label itself, and whether it is a top one."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.intake.values.hints import Hints
from components.settings.rating_scale import RatingScale

_STRAY_SHARE = 0.01
"""A label in a smaller share of the cells is taken for a slip when the scale is looked for."""


@dataclass(frozen=True, slots=True)
class ReadRatings:
    """One entry per distinct label; null where the label is on no scale. `scale` is its key."""

    values: tuple[float | None, ...]
    top: tuple[bool | None, ...]
    scale: str


def read_ratings(labels: Sequence[str | None], counts: Sequence[int], hints: Hints) -> ReadRatings:
    """Read a column's labels on the one scale that holds them, or on the one the plan names.

    `counts` says how often each label stands there: a stray one does not decide the scale.
    Where the scale is not sure no label is read: 3 of an unknown scale is no rating. Numbers
    between two labels that are numbers are read as they are.
    """
    given = [(label, count) for label, count in zip(labels, counts, strict=True) if label]
    few = _STRAY_SHARE * sum(count for _, count in given)
    scale = _scale([label for label, count in given if count >= few], hints)
    found = [scale.read(label) if scale and label else None for label in labels]
    return ReadRatings(
        tuple(one.value if one else None for one in found),
        tuple(one.top if one else None for one in found),
        hints.settings.ratings.key_of(scale) if scale else "",
    )


def _scale(labels: Sequence[str], hints: Hints) -> RatingScale | None:
    named = hints.detail.get("scale")
    if named is not None:
        return hints.settings.ratings.scales.get(named)
    return hints.settings.ratings.best_for(labels)
