"""Ratings: the label's number on its scale, the label itself, and whether it is a top one."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.intake.values.hints import Hints
from components.settings.ratings import RatingScale

_STRAY_SHARE = 0.01
"""A label in a smaller share of the cells is taken for a slip when the scale is looked for."""


@dataclass(frozen=True, slots=True)
class ReadRatings:
    """One entry per distinct label; null where the label is on no scale."""

    values: tuple[float | None, ...]
    top: tuple[bool | None, ...]
    scale: RatingScale | None


def read_ratings(labels: Sequence[str | None], counts: Sequence[int], hints: Hints) -> ReadRatings:
    """Read a column's labels on the one scale that holds them, or on the one the plan names.

    `counts` says how often each label stands there: a stray one does not decide the scale.
    Where the scale is not sure no label is read: 3 of an unknown scale is no rating.
    """
    given = [(label, count) for label, count in zip(labels, counts, strict=True) if label]
    few = _STRAY_SHARE * sum(count for _, count in given)
    scale = _scale([label for label, count in given if count >= few], hints)
    found = [scale.label_of(label) if scale and label else None for label in labels]
    return ReadRatings(
        tuple(float(one.value) if one else None for one in found),
        tuple(one.top if one else None for one in found),
        scale,
    )


def _scale(labels: Sequence[str], hints: Hints) -> RatingScale | None:
    named = hints.detail.get("scale")
    if named in hints.settings.ratings.scales:
        return hints.settings.ratings.scales[named]
    return hints.settings.ratings.best_for(labels)
