"""The company as it stood on the first day: leaders, teams and careers up to then."""

from dataclasses import replace
from datetime import date, timedelta

from sample_data.company import FIRST_DAY, Team, title
from sample_data.people import Move, Person
from sample_data.world import World

_LEVELS = ("1", "2", "3", "4", "5", "6")
_SHARES = [0.15, 0.33, 0.31, 0.15, 0.05, 0.01]
_AT_START = 0.8


def found(world: World) -> None:
    """Fill every team up to its size at the start; people already placed are counted."""
    for team in world.teams:
        if world.lead[team.number] is None:
            _add_leader(world, team)
    members = world.members()
    for team in world.teams:
        there = [person for person in members[team.number] if person.leads is None]
        for _ in range(round(team.size * _AT_START) - len(there)):
            add_founder(world, team)


def _start(world: World, latest: date, mean_years: float) -> date:
    """A first of a month before `latest`, mostly within a few years."""
    days = min(float(world.rng.exponential(mean_years * 365)), 15 * 365) + 40
    return (latest - timedelta(days=days)).replace(day=1)


def _add_leader(world: World, team: Team) -> Person:
    """A leader with one earlier role as a specialist or leader."""
    level = team.level + (1 if team.level == 4 and world.chance(0.35) else 0)
    since = _start(world, FIRST_DAY, 1.3)
    before = _start(world, since, 2.5)
    first = replace(world.first_role(team, min(level - 1, 4), before), fte=1.0)
    person = world.add(replace(first, team=team.parent or 0))
    event = "promotion"
    person.moves.append(world.leader_role(team, level, since, event))
    world.seat(team, person, since)
    return person


def add_founder(world: World, team: Team) -> Person:
    """A specialist with one to three roles up to the first day."""
    level = int(world.pick(_LEVELS, _SHARES))
    days = [_start(world, FIRST_DAY, 1.2)]
    while level - len(days) >= 1 and len(days) < 3 and world.chance(0.45):
        days.append(_start(world, days[-1], 1.4))
    return _career(world, team, level, days[::-1])


def _career(world: World, team: Team, level: int, days: list[date]) -> Person:
    """Hired one level lower for each promotion since."""
    entry = level - len(days) + 1
    first = world.first_role(team, entry, days[0])
    person = world.add(first)
    for step, day in enumerate(days[1:], start=1):
        higher = entry + step
        person.moves.append(_promoted(first, team.family, higher, day))
    return person


def _promoted(first: Move, family: str, level: int, day: date) -> Move:
    return replace(first, day=day, event="promotion", level=level, title=title(family, level))
