"""What others could see of somebody's work, and whom the next step depends on."""

from datetime import date

from sample_data.company import LAST_DAY
from sample_data.dice import Dice
from sample_data.made import Made
from sample_data.people import Person
from sample_data.workbook import Row, SheetOfRows

ARTIFACTS = ("Employee ID", "Date", "Kind", "Audience", "Outcome stated")
STAKEHOLDERS = ("Employee ID", "Stakeholder", "Role", "Influence", "Last touchpoint")
_KINDS = (
    "impact report",
    "knowledge sharing",
    "cross-functional project",
    "documentation",
    "mentoring others",
)
_AUDIENCES = ("team", "beyond team", "skip level", "company")
_SINCE = date(2025, 1, 1)


def artifacts(made: Made) -> SheetOfRows:
    """Artifacts of the last eighteen months; the person promoted for asking has none."""
    dice = Dice("artifacts")
    rows: list[Row] = [
        ("000106", date(2025, 4, 9), "documentation", "team", "no"),
        ("000106", date(2025, 10, 21), "documentation", "beyond team", "no"),
        ("000106", date(2026, 3, 17), "knowledge sharing", "team", "no"),
        ("000108", date(2025, 6, 3), "documentation", "team", "no"),
        ("000101", date(2025, 8, 12), "impact report", "skip level", "yes"),
        ("000101", date(2026, 2, 3), "cross-functional project", "beyond team", "yes"),
    ]
    for person in made.others:
        for _ in range(int(dice.rng.poisson(0.9))):
            day = dice.day(max(_SINCE, person.hired), LAST_DAY)
            kind = dice.pick(_KINDS, (0.2, 0.25, 0.2, 0.25, 0.1))
            audience = dice.pick(_AUDIENCES, (0.5, 0.3, 0.13, 0.07))
            stated = "yes" if dice.chance(0.75 if kind == "impact report" else 0.35) else "no"
            rows.append((person.employee_id, day, kind, audience, stated))
    rows.sort(key=lambda row: tuple(str(value) for value in row))
    return SheetOfRows("Work artifacts", ARTIFACTS, tuple(rows))


def stakeholders(made: Made) -> SheetOfRows:
    """Influence maps of some people from level 3 on."""
    dice = Dice("stakeholders")
    senior = [person for person in made.others if 3 <= person.now.level <= 5]
    mapped = [*dice.some(senior, 120), made.by_id["000101"], made.by_id["000107"]]
    rows = [row for person in mapped for row in _contacts(dice, made, person)]
    rows.sort(key=lambda row: tuple(str(value) for value in row))
    return SheetOfRows("Stakeholders", STAKEHOLDERS, tuple(rows))


def _contacts(dice: Dice, made: Made, person: Person) -> list[Row]:
    """The manager, the manager's manager and a peer or a decision maker."""
    world = made.world
    lead = world.manager_on(person.now.team, LAST_DAY, person)
    above = world.manager_on(lead.now.team, LAST_DAY, lead) if lead else None
    peer = dice.pick(made.others)
    found = [(lead, "manager"), (above, "skip level")]
    found.append((peer, dice.pick(("peer", "decision maker"))))
    rows: list[Row] = []
    for other, role in found:
        if other is None or other is person:
            continue
        often = role == "manager" or person.story == "promoted_because_asked"
        first = date(2026, 5, 1) if often else date(2025, 4, 1)
        day = dice.day(first, LAST_DAY) if often or dice.chance(0.8) else None
        influence = dice.pick(("high", "medium", "low"), (0.4, 0.4, 0.2))
        rows.append((person.employee_id, other.name, role, influence, day))
    return rows
