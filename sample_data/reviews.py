"""The yearly reviews by managers: ratings, potential, recommendations, goals and comments."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from sample_data.people import Person, months_between
from sample_data.world import World

_CUTS = (-1.78, -1.02, 0.33, 1.06)
_POTENTIAL = ("Low", "Medium", "High")


@dataclass(frozen=True, slots=True)
class Review:
    """One review by a manager."""

    person: Person
    cycle: str
    day: date
    reviewer: Person
    rating: int | None
    potential: str
    recommended: bool
    goals: int | None
    comment: str = ""
    language: str = ""


class Reviews:
    """All reviews by person; stories decide some of them beforehand."""

    def __init__(self) -> None:
        """No reviews yet."""
        self.by_person: dict[str, list[Review]] = {}
        self.planned: dict[tuple[str, str], dict[str, object]] = {}
        self.bias: dict[str, float] = {}

    def latest(self, person: Person, day: date) -> Review | None:
        """The newest review on or before a day, at most 15 months old."""
        held = [r for r in self.by_person.get(person.employee_id, []) if r.day <= day]
        return held[-1] if held and months_between(held[-1].day, day) <= 15 else None

    def latest_rating(self, person: Person, day: date) -> int | None:
        """The rating of that review."""
        review = self.latest(person, day)
        return review.rating if review else None

    def hold(self, world: World, month: date) -> None:
        """Every manager reviews the team in the first weeks of March."""
        for person in world.active():
            reviewer = world.manager_on(person.now.team, month, person)
            new = months_between(person.hired, month) < 3
            if reviewer is None or new or person.now.event == "leave":
                continue
            if not person.pinned and world.chance(0.04):
                continue
            day = month + timedelta(days=1 + int(reviewer.employee_id) % 19)
            review = self._write(world, person, reviewer, day)
            self.by_person.setdefault(person.employee_id, []).append(review)

    def _write(self, world: World, person: Person, reviewer: Person, day: date) -> Review:
        score = self._score(world, person, reviewer)
        rating = int(np.searchsorted(_CUTS, score)) + 1
        potential = int(np.clip(round(1 + 0.45 * person.skill + world.rng.normal(0, 0.6)), 0, 2))
        goals = int(np.clip(round(96 + 8 * score + world.rng.normal(0, 7)), 45, 140))
        recommended = self._recommended(world, person, rating, day)
        review = Review(
            person, str(day.year), day, reviewer, rating, _POTENTIAL[potential], recommended, goals
        )
        plan = self.planned.get((person.employee_id, review.cycle), {})
        return replace(review, **plan)  # type: ignore[arg-type]

    def _score(self, world: World, person: Person, reviewer: Person) -> float:
        """Skill, a good or bad year, and how this manager uses the scale."""
        bias = self.bias.get(reviewer.employee_id)
        if bias is None:
            bias = self.bias[reviewer.employee_id] = float(world.rng.normal(0, 0.22))
        return 0.75 * person.skill + float(world.rng.normal(0, 0.55)) + bias

    def _recommended(self, world: World, person: Person, rating: int, day: date) -> bool:
        """Recommended for promotion; rarely twice within two years of the last step."""
        if months_between(person.now.day, day) < 13:
            return False
        return world.chance({5: 0.32, 4: 0.18, 3: 0.04}.get(rating, 0.0))
