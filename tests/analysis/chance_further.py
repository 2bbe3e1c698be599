"""Further tables of the company drawn by chance: scores, pay, successors, steps, key roles."""

import random
from datetime import date, timedelta

from tests.analysis.build import Row, opportunity, person

_SKILLS = ("Delivery", "Communication", "Problem solving")
_STEPS = ("course", "mentoring", "rotation", "stretch assignment")


def further(seed: int, ids: list[str]) -> dict[str, list[Row]]:
    """Rows for some of these people, always the same for a seed."""
    dice = random.Random(seed * 7_919 + 1)
    return {
        "people": [row for n in ids for row in _standing(dice, n)],
        "opportunities": [_step(dice, n) for n in ids if dice.random() < 0.5],
        "competencies": [row for n in ids for row in _scores(dice, n)],
        "pay": [row for n in ids for row in _paid(dice, n)],
        "successors": [_successor(dice, n, ids) for n in ids if dice.random() < 0.4],
    }


def _standing(dice: random.Random, employee_id: str) -> list[Row]:
    place = {
        "department": dice.choice(("Sales", "Finance", "Lab")),
        "level": dice.choice(("1", "3")),
        "track": dice.choice(("ic", "manager")),
    }
    key = {"key_role": dice.choice((True, False))} if dice.random() < 0.7 else {}
    return [person(employee_id, **place, **key)] if dice.random() < 0.9 else []


def _step(dice: random.Random, employee_id: str) -> Row:
    day = date(2025, 1, 1) + timedelta(days=dice.randrange(500))
    outcome = dice.choice(("accepted", "completed", "declined"))
    return opportunity(employee_id, day.isoformat(), outcome, kind=dice.choice(_STEPS))


def _scores(dice: random.Random, employee_id: str) -> list[Row]:
    return [
        {
            "employee_id": employee_id,
            "cycle": year,
            "competency": skill,
            "manager": float(dice.randrange(1, 6)),
        }
        for year in ("2025", "2026")
        for skill in _SKILLS
        if dice.random() < 0.6
    ]


def _paid(dice: random.Random, employee_id: str) -> list[Row]:
    start, rows = 40_000 + dice.randrange(20_000), []
    for year in (2023, 2024, 2025):
        start = round(start * (1 + dice.random() * 0.1))
        if dice.random() < 0.85:
            rows.append(
                {
                    "employee_id": employee_id,
                    "effective_date": f"{year}-05-01",
                    "amount": float(start),
                    "currency": dice.choice(("EUR", "EUR", "EUR", "SEK")),
                }
            )
    return rows


def _successor(dice: random.Random, employee_id: str, ids: list[str]) -> Row:
    return {
        "employee_id": employee_id,
        "incumbent_id": dice.choice(ids),
        "readiness": dice.choice(("ready now", "1-2 years", "odd", None)),
    }
