"""Competency scores: the manager's, the person's own and that of peers, 1 to 5."""

from typing import TypeAlias

import numpy as np

from sample_data.company import COMPETENCIES, SEED
from sample_data.reviews import Review

Score: TypeAlias = int | None

_LEVEL_PULL = np.array([0.25, 0.2, 0.15, 0.2, 0.35, 0.4, 0.35, 0.4])
_FAMILY_TILT = {
    "Customer Success": (0.0, -0.2, 0.0, 0.5, 0.4, 0.2, -0.4, 0.0),
    "Account Management": (-0.2, -0.2, 0.2, 0.4, 0.4, -0.3, 0.3, 0.0),
    "Software Engineering": (0.4, 0.4, 0.1, -0.4, -0.5, 0.0, -0.3, -0.2),
    "Finance": (0.3, 0.1, 0.2, -0.2, 0.0, -0.3, 0.4, -0.3),
}


class Scores:
    """Scores by review; stories decide some of them beforehand."""

    def __init__(self) -> None:
        """What stories need is fixed here."""
        self.planned: dict[str, dict[str, int]] = {
            "000107": {"Coaching others": 2, "Stakeholder management": 3, "Delivery": 3},
            "000108": {"Domain expertise": 5, "Delivery": 5, "Coaching others": 2},
            "000106": {"Domain expertise": 5, "Problem solving": 5, "Coaching others": 3},
        }
        self.level = {"000105"}

    def manager(self, review: Review) -> list[Score]:
        """The manager's scores, in the order of the competencies; a few are not given."""
        rng = _dice(review, 1)
        values = np.rint(self._truth(review) + rng.normal(0, 0.55, len(COMPETENCIES)))
        given = rng.random(len(COMPETENCIES)) > 0.03
        values = np.clip(values, 1, 5)
        scores = [int(v) if g else None for v, g in zip(values, given, strict=True)]
        plan = self.planned.get(review.person.employee_id, {})
        return [plan.get(name, s) for name, s in zip(COMPETENCIES, scores, strict=True)]

    def year_before(self, latest: list[Score], review: Review) -> list[Score]:
        """The manager's scores a cycle earlier: of a part one is lower, unless it stood still."""
        person = review.person
        if not person.pinned:
            return self.manager(review)
        if person.employee_id in self.level:
            return latest
        lower = next(n for n, score in enumerate(latest) if score is not None and score > 1)
        return [score - 1 if n == lower and score else score for n, score in enumerate(latest)]

    def own(self, review: Review) -> list[Score]:
        """The person's own scores, a little kinder on average."""
        rng = _dice(review, 2)
        values = 0.5 * self._truth(review) + 1.95 + rng.normal(0, 0.7, len(COMPETENCIES))
        return [int(value) for value in np.clip(np.rint(values), 1, 5)]

    def peers(self, review: Review) -> list[float]:
        """Mean scores of peers with one decimal."""
        rng = _dice(review, 3)
        values = self._truth(review) + rng.normal(0, 0.4, len(COMPETENCIES))
        return [float(value) for value in np.clip(np.round(values, 1), 1, 5)]

    def has_own(self, review: Review) -> bool:
        """Nine in ten people rate themselves."""
        return bool(_dice(review, 4).random() < 0.9)

    def has_peers(self, review: Review) -> bool:
        """Peers were asked about two people in five."""
        return bool(_dice(review, 5).random() < 0.4)

    def is_kept(self, review: Review) -> bool:
        """The long table holds two people in three and everybody with a part."""
        return review.person.pinned or bool(_dice(review, 6).random() < 0.66)

    def is_kept_before(self, review: Review) -> bool:
        """Of those, half were also scored in the long table of the cycle before."""
        return review.person.pinned or bool(_dice(review, 7).random() < 0.5)

    def _truth(self, review: Review) -> np.ndarray:
        """What the scores scatter around: skill, level, family and a profile of one's own."""
        person = review.person
        role = person.role_on(review.day) or person.now
        profile = np.random.default_rng([SEED, int(person.employee_id)]).normal(0, 0.45, 8)
        tilt = np.array(_FAMILY_TILT.get(role.family, (0.0,) * 8))
        rating = (review.rating or 3) - 3
        truth: np.ndarray = (
            3.0 + 0.4 * rating + _LEVEL_PULL * (role.level - 3) * 0.6 + tilt + profile
        )
        return truth


def _dice(review: Review, part: int) -> np.random.Generator:
    """The same draws for the same review, whatever else was drawn before."""
    seed = [SEED, int(review.person.employee_id), int(review.cycle), part]
    return np.random.default_rng(seed)
