"""The yearly reviews by managers: ratings, potential, recommendations, goals and comments."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from sample_data.people import Person, country_of, months_between
from sample_data.said import GENERAL, LANGUAGES
from sample_data.world import World

_CUTS = (-1.72, -1.0, 0.32, 1.05)
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
        self.steps: dict[str, int] = {}

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
            if self._left_out(world, person, str(month.year)):
                continue
            day = month + timedelta(days=1 + int(reviewer.employee_id) % 19)
            review = self._write(world, person, reviewer, day)
            self.by_person.setdefault(person.employee_id, []).append(review)

    def _left_out(self, world: World, person: Person, cycle: str) -> bool:
        """Stories say so themselves; a few reviews of others never take place."""
        if person.pinned:
            return "skip" in self.planned.get((person.employee_id, cycle), {})
        return world.chance(0.04)

    def _write(self, world: World, person: Person, reviewer: Person, day: date) -> Review:
        score = self._score(world, person, reviewer)
        step = self.steps.get(reviewer.employee_id, 0)
        rating = int(np.clip(np.searchsorted(_CUTS, score) + 1 + step, 1, 5))
        potential = int(np.clip(round(1 + 0.45 * person.skill + world.rng.normal(0, 0.6)), 0, 2))
        goals = int(np.clip(round(96 + 8 * score + world.rng.normal(0, 7)), 45, 140))
        recommended = self._recommended(world, person, rating, day)
        review = Review(
            person, str(day.year), day, reviewer, rating, _POTENTIAL[potential], recommended, goals
        )
        plan = self.planned.get((person.employee_id, review.cycle), {})
        said = self._comment(world, review) if not person.pinned else {}
        return replace(review, **said, **plan)  # type: ignore[arg-type]

    def _comment(self, world: World, review: Review) -> dict[str, str]:
        """One review in five has a comment, some in the language of the country."""
        if not world.chance(0.2):
            return {}
        local = LANGUAGES.get(country_of(review.person.now.place), "en")
        language = local if world.chance(0.6) else "en"
        band = ("low", "low", "mid", "mid", "high")[(review.rating or 3) - 1]
        return {"comment": world.pick(GENERAL[language][band]), "language": language}

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
        before = self.by_person.get(person.employee_id, [])
        again = bool(before) and before[-1].recommended and before[-1].day > person.now.day
        share = {5: 0.32, 4: 0.18, 3: 0.04}.get(rating, 0.0)
        return world.chance(0.6 if again and rating >= 3 else share)
