"""The finished company: five years played, ready to be written down."""

from dataclasses import dataclass
from functools import cached_property

from sample_data import careers, founding
from sample_data.company import FIRST_DAY, LAST_DAY
from sample_data.history import History
from sample_data.people import Person
from sample_data.reviews import Review, Reviews
from sample_data.scores import Scores
from sample_data.stories import Stories
from sample_data.world import World


@dataclass(frozen=True)
class Made:
    """The company after five years, with everything that is written about it."""

    world: World
    reviews: tuple[Review, ...]
    history: History
    scores: Scores

    @cached_property
    def others(self) -> list[Person]:
        """Active people who play no part."""
        return [person for person in self.world.active() if not person.pinned]

    @cached_property
    def by_id(self) -> dict[str, Person]:
        """Everybody by employee id."""
        return {person.employee_id: person for person in self.world.people}


def make_company() -> Made:
    """Invent the company; the same one on every call."""
    world, held = World(), Reviews()
    stories = Stories(world, held)
    stories.play(FIRST_DAY)
    founding.found(world)
    careers.live(world, held, stories)
    stories.play(LAST_DAY)
    world.people.sort(key=lambda person: person.employee_id)
    reviews = sorted(
        (r for reviews in held.by_person.values() for r in reviews if r.person.employed_on(r.day)),
        key=lambda review: (review.person.employee_id, review.day),
    )
    return Made(world, tuple(reviews), History(world), Scores())
