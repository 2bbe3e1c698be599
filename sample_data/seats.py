"""Who follows when a team is left without a lead."""

from datetime import date
from typing import Any

from sample_data.company import Team, manager_title
from sample_data.people import Person
from sample_data.world import World

_FROM_OUTSIDE = 0.22
_LOWEST = {4: 3, 6: 4, 7: 5}


def fill_all(world: World, day: date) -> None:
    """Fill empty seats until none is empty; a follower may leave another seat behind."""
    while empty := [team for team in world.teams if world.lead[team.number] is None]:
        for team in empty:
            fill(world, team, day)


def fill(world: World, team: Team, day: date) -> None:
    """Choose a follower from the team, or hire one."""
    found = _candidates(world, team, day)
    if not found or world.chance(_FROM_OUTSIDE):
        role = world.leader_role(team, team.level, day, "hire")
        world.seat(team, world.add(role), day)
        return
    noise = world.rng.normal(0, 0.6, len(found))
    best = max(zip(found, noise, strict=True), key=lambda pair: pair[0].skill + pair[1])[0]
    take_seat(world, best, team, day)


def _candidates(world: World, team: Team, day: date) -> list[Person]:
    lowest = _LOWEST[team.level]
    return [
        person
        for person in world.active()
        if person.now.team == team.number
        and not person.pinned
        and person.now.event != "leave"
        and person.now.day < day
        and lowest <= person.now.level <= max(team.level, 5)
    ]


def take_seat(world: World, person: Person, team: Team, day: date) -> None:
    """Give a member of the team its lead; an earlier seat becomes empty."""
    if person.leads is not None:
        world.lead[person.leads] = None
    level = max(person.now.level, team.level)
    name = manager_title(team.family, level) if level < 6 else team.lead_title
    changes: dict[str, Any] = {
        "title": name,
        "level": level,
        "track": "manager",
        "family": team.family,
        "team": team.parent if team.parent is not None else 0,
        "place": team.place,
    }
    event = "promotion" if level > person.now.level else "lateral"
    world.move(person, day, event, **changes)
    world.seat(team, person, day)
