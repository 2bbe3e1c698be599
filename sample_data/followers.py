"""Successors of leaders, pay and interview scorecards."""

from datetime import date, timedelta

from sample_data.company import COMPETENCIES, LAST_DAY
from sample_data.dice import Dice
from sample_data.made import Made
from sample_data.people import Person, country_of
from sample_data.workbook import Row, SheetOfRows

SUCCESSORS = ("Employee ID", "Incumbent ID", "Position", "Readiness", "As of")
PAY = ("Employee ID", "Effective date", "Amount", "Currency")
SCORECARDS = (
    "Candidate ID", "Employee ID", "Date", "Interviewer", "Competency", "Score", "Evidence",
)  # fmt: skip
_ASSESSED = date(2026, 4, 15)
_READY = ("ready now", "1–2 years", "3 years and more")
_CURRENCIES = {
    "United States": ("USD", 1.0), "Germany": ("EUR", 0.72), "Netherlands": ("EUR", 0.7),
    "Spain": ("EUR", 0.5), "Poland": ("PLN", 2.0), "Switzerland": ("CHF", 1.05),
    "Brazil": ("BRL", 1.9), "Mexico": ("MXN", 7.5), "Colombia": ("COP", 1400.0),
    "United Arab Emirates": ("AED", 2.9), "Egypt": ("EGP", 11.0), "Jordan": ("JOD", 0.25),
}  # fmt: skip
_BASE = (46000, 58000, 73000, 92000, 116000, 150000, 210000)
_EVIDENCE = (
    "Described a comparable project with numbers.",
    "Walked through the exercise and named the trade-offs.",
    "Stayed general; no example of own work.",
    "Asked good questions about the first ninety days.",
)


def successors(made: Made) -> SheetOfRows:
    """Six in ten seats have somebody named; the role that can't be released has nobody."""
    dice = Dice("successors")
    members = made.world.members()
    rows: list[Row] = []
    for team in made.world.teams:
        lead = made.world.lead[team.number]
        could = [p for p in members[team.number] if p is not lead and p.now.level >= 3]
        if lead is None or not could or not dice.chance(0.6):
            continue
        for person in dice.some([p for p in could if not p.pinned] or could, dice.whole(1, 2)):
            ready = dice.pick(_READY, (0.3, 0.5, 0.2))
            rows.append((person.employee_id, lead.employee_id, lead.now.title, ready, _ASSESSED))
    rows.sort(key=lambda row: tuple(str(value) for value in row))
    return SheetOfRows("Successors", SUCCESSORS, tuple(rows))


def pay(made: Made) -> SheetOfRows:
    """Yearly pay of active people since 2024, in the currency of the country."""
    dice = Dice("pay")
    rows: list[Row] = []
    for person in made.world.active():
        rows += _pay_of(dice, person)
    return SheetOfRows("Pay", PAY, tuple(rows))


def _pay_of(dice: Dice, person: Person) -> list[Row]:
    """By level and country, with a raise each January."""
    rows: list[Row] = []
    place = 1 + float(dice.rng.normal(0, 0.07))
    for year in range(2024, 2027):
        day = date(year, 1, 1)
        role = person.role_on(day)
        if role is None:
            continue
        currency, factor = _CURRENCIES[country_of(role.place)]
        amount = _BASE[role.level - 1] * factor * place * 1.025 ** (year - 2024) * role.fte
        rows.append((person.employee_id, day, round(amount, -2), currency))
    return rows


def scorecards(made: Made) -> SheetOfRows:
    """Interviews of people hired in the last two years and of candidates who weren't."""
    dice = Dice("scorecards")
    rows: list[Row] = []
    number = 7000
    for person in made.world.people:
        if person.hired < date(2024, 7, 1):
            continue
        for chosen in (True, *([False] if dice.chance(0.5) else [])):
            number += 1
            rows += _interviews(dice, made, person, f"C{number}" if chosen else f"X{number}")
    return SheetOfRows("Scorecards", SCORECARDS, tuple(rows))


def _interviews(dice: Dice, made: Made, hired: Person, candidate: str) -> list[Row]:
    """Two interviewers, two competencies each; an X candidate was not hired."""
    chosen = candidate.startswith("C")
    day = hired.hired - timedelta(days=dice.whole(25, 70))
    lead = made.world.manager_on(hired.now.team, day, hired)
    seen = [lead.name if lead else "Panel", dice.pick(made.world.people).name]
    rows: list[Row] = []
    for interviewer in dict.fromkeys(seen):
        for competency in dice.some(COMPETENCIES, 2):
            mean = (3.6 if chosen else 2.8) + 0.3 * hired.skill * chosen
            score = min(max(round(mean + float(dice.rng.normal(0, 0.8))), 1), 5)
            note = dice.pick(_EVIDENCE) if dice.chance(0.6) else None
            who = hired.employee_id if chosen else None
            rows.append((candidate, who, min(day, LAST_DAY), interviewer, competency, score, note))
    return rows
