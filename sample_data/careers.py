"""Five years, month by month: who leaves, who leads, who is promoted, moves or joins."""

from datetime import date, timedelta
from itertools import pairwise

from sample_data import seats
from sample_data.company import FIRST_DAY, LAST_DAY, manager_title, title
from sample_data.people import Exit, Person, months_between, scope_changed
from sample_data.reviews import Reviews
from sample_data.stories import Stories
from sample_data.world import World

_LEVELS = ("1", "2", "3", "4", "5")
_SHARES = [0.28, 0.38, 0.23, 0.09, 0.02]
_KINDS = ("voluntary", "involuntary", "retirement", "other", "unknown")
_KIND_SHARES = [0.68, 0.18, 0.05, 0.05, 0.04]
_REASONS = {
    "voluntary": ("career change", "another position", "relocation", "pay", "return to school"),
    "involuntary": ("role elimination", "performance"),
    "retirement": ("retirement",),
    "other": ("end of fixed term", "mutual agreement"),
    "unknown": ("",),
}


def live(world: World, reviews: Reviews, stories: Stories) -> None:
    """Let the five years pass."""
    for number in range(60):
        day = date(FIRST_DAY.year + (6 + number) // 12, (6 + number) % 12 + 1, 1)
        leave_month(world, reviews, day)
        stories.play(day)
        seats.fill_all(world, day)
        if day.month == 3:
            reviews.hold(world, day)
        if day.month in (4, 10):
            promote(world, reviews, day)
        change_teams(world, day)
        pause(world, day)
        hire(world, day, 0.8 + 0.2 * number / 59)


def last_scope_change(person: Person) -> date:
    """First day of the scope the person has now."""
    moves, since = person.main_moves(), person.hired
    for before, after in pairwise(moves):
        if after.day > since and scope_changed(before, after):
            since = after.day
    return since


def free(world: World) -> list[Person]:
    """Active people who follow no story and aren't on leave."""
    return [p for p in world.active() if not p.pinned and p.now.event != "leave"]


def leave_month(world: World, reviews: Reviews, day: date) -> None:
    """Exits in the month before `day`; whoever stands still at the top leaves more often."""
    month_end = day - timedelta(days=1)
    for person in free(world):
        if person.now.day > month_end - timedelta(days=40) or month_end < FIRST_DAY:
            continue
        if not world.chance(_hazard(reviews, person, day)):
            continue
        last_day = (
            month_end
            if person.leads is not None
            else month_end - timedelta(days=int(world.rng.integers(0, 26)))
        )
        _leave(world, person, last_day)


def _hazard(reviews: Reviews, person: Person, day: date) -> float:
    """Chance to leave within a month."""
    hazard = 0.0058 if months_between(person.hired, day) < 24 else 0.0045
    still = months_between(last_scope_change(person), day)
    if reviews.latest_rating(person, day) == 5 and still >= 24:
        hazard *= 2.4
    return hazard


def _leave(world: World, person: Person, last_day: date) -> None:
    kind = world.pick(_KINDS, _KIND_SHARES)
    notice = last_day - timedelta(days=int(world.rng.integers(28, 85)))
    given = notice if kind == "voluntary" and notice > person.hired else None
    world.leave(person, Exit(last_day, kind, world.pick(_REASONS[kind]), given))


def promote(world: World, reviews: Reviews, day: date) -> None:
    """Promotion rounds follow the reviews; most go to people who were recommended."""
    for person in free(world):
        level, track = person.now.level, person.now.track
        if level >= (6 if track == "ic" else 5) or months_in_level(person, day) < 14:
            continue
        if not world.chance(_promotion_chance(reviews, person, day)):
            continue
        family = person.now.family
        name = title(family, level + 1) if track == "ic" else manager_title(family, level + 1)
        world.move(person, day, "promotion", level=level + 1, title=name)


def _promotion_chance(reviews: Reviews, person: Person, day: date) -> float:
    """By recommendation, rating and level."""
    review = reviews.latest(person, day)
    if review is None:
        return 0.0
    share = 0.5 if review.recommended else {5: 0.14, 4: 0.08, 3: 0.03}.get(review.rating or 0, 0)
    waited = 1.7 if months_in_level(person, day) >= 30 else 1.0
    return float(share) * waited * (0.45 if person.now.level >= 5 else 1.0)


def months_in_level(person: Person, day: date) -> int:
    """Completed months since hire or the last change of level."""
    moves, since = person.main_moves(), person.hired
    for before, after in pairwise(moves):
        since = after.day if after.level != before.level and after.day > since else since
    return months_between(since, day)


def change_teams(world: World, day: date) -> None:
    """A few specialists change team, some of them the job family."""
    for person in free(world):
        if person.leads is not None or person.now.day >= day or not world.chance(0.004):
            continue
        here = world.teams[person.now.team]
        change_family = world.chance(0.35)
        options = [
            team
            for team in world.teams
            if team.level == 4
            and team.number != here.number
            and (team.place == person.now.place if change_family else team.region == here.region)
            and (team.family != here.family) == change_family
        ]
        if not options:
            continue
        team = options[int(world.rng.integers(len(options)))]
        name = title(team.family, person.now.level)
        event = "lateral" if change_family else "transfer"
        world.move(
            person, day, event, team=team.number, family=team.family, title=name, place=team.place
        )


def pause(world: World, day: date) -> None:
    """Longer leaves begin and end."""
    for person in world.active():
        if person.pinned or person.leads is not None or person.now.day >= day:
            continue
        if person.now.event == "leave":
            if months_between(person.now.day, day) >= 4 and world.chance(0.35):
                world.move(person, day, "other")
        elif world.chance(0.0006):
            world.move(person, day, "leave")


def hire(world: World, day: date, growth: float) -> None:
    """Fill each team up to its size."""
    members = world.members()
    for team in world.teams:
        there = [person for person in members[team.number] if person.leads is None]
        for _ in range(round(team.size * growth) - len(there)):
            if world.chance(0.45):
                start = day if world.chance(0.6) else day.replace(day=15)
                if start <= LAST_DAY:
                    level = int(world.pick(_LEVELS, _SHARES))
                    world.add(world.first_role(team, level, start))
