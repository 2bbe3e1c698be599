"""A company drawn by chance: every kind of row, with the gaps and overlaps that real ones have."""

import random
from datetime import date, timedelta

from tests.analysis.build import Row, opportunity, person, review, role
from tests.analysis.chance_further import further

FIRST, LAST = date(2018, 1, 1), date(2026, 6, 30)
_EVENTS = (None, None, None, None, "promotion", "lateral", "transfer", "expansion", "demotion")
_RARE = ("acting", "leave", "exit", "rehire", "hire", "other")
_LEVELS = ("1", "2", "3", "L4", "M1", "odd", None)


def company(seed: int, people: int) -> dict[str, list[Row]]:
    """Tables of so many people, always the same for a seed."""
    dice = random.Random(seed)
    ids = [f"{number:03d}" for number in range(people)]
    tables: dict[str, list[Row]] = {
        "people": [row for n in ids for row in _statements(dice, n, ids)],
        "roles": [row for n in ids for row in _history(dice, n, ids)],
        "reviews": [row for n in ids for row in _reviews(dice, n, ids)],
        "opportunities": [_case(dice, n) for n in ids if dice.random() < 0.5],
    }
    for rows in tables.values():
        dice.shuffle(rows)
    for name, rows in further(seed, ids).items():
        tables[name] = [*tables.get(name, []), *rows]
    return tables


def _day(dice: random.Random, first: date = FIRST) -> date:
    return first + timedelta(days=dice.randrange((LAST - first).days))


def _statements(dice: random.Random, employee_id: str, ids: list[str]) -> list[Row]:
    dated = dice.random() < 0.7
    rows = []
    for _ in range(dice.randrange(1, 4) if dated else 1):
        row = person(employee_id, region=dice.choice(("EU", "USA", None)))
        row |= {"hire_date": _day(dice).isoformat()} if dice.random() < 0.5 else {}
        row |= {"exit_date": _day(dice).isoformat()} if dice.random() < 0.2 else {}
        row |= {"manager_id": dice.choice(ids)} if dice.random() < 0.5 else {}
        rows.append(row | ({"known_on": _day(dice).isoformat()} if dated else {}))
    return rows


def _history(dice: random.Random, employee_id: str, ids: list[str]) -> list[Row]:
    start, rows = _day(dice) if dice.random() < 0.7 else FIRST, []
    for _ in range(dice.randrange(0, 7)):
        event = dice.choice(_RARE if dice.random() < 0.2 else _EVENTS)
        row = role(employee_id, start.isoformat(), dice.choice(("A", "a ", "B", "C", None)))
        row |= {"event": event, "level": dice.choice(_LEVELS), "manager_id": dice.choice(ids)}
        row |= {"job_family": dice.choice(("F", "G", None)), "sequence": dice.choice((1, 2, None))}
        row |= {
            "direct_reports": dice.choice((0, 2, 4, None)),
            "fte": dice.choice((0.5, 1.0, None)),
        }
        row |= {"is_primary": dice.choice((True, False))} if dice.random() < 0.2 else {}
        lasts = timedelta(days=dice.choice((0, 20, 80, 120, 300, 500)))
        if dice.random() < 0.5:
            row["end_date"] = (
                start + lasts + timedelta(days=dice.choice((-1, 10, 60)))
            ).isoformat()
        if dice.random() < 0.1:
            row["recorded_on"] = (start + timedelta(days=90)).isoformat()
        rows.append(row)
        start += lasts
    return rows


def _reviews(dice: random.Random, employee_id: str, ids: list[str]) -> list[Row]:
    return [
        review(
            employee_id,
            str(year),
            dice.choice((None, 2.0, 3.0, 5.0)),
            review_date=date(year, 3, dice.randrange(1, 29)).isoformat(),
            promotion_recommended=dice.choice((True, False, None)),
            reviewer_id=dice.choice((None, dice.choice(ids))),
            relation=dice.choice((None, "manager", "self")),
        )
        for year in range(2019, 2027)
        for _ in range(dice.randrange(0, 3))
    ]


def _case(dice: random.Random, employee_id: str) -> Row:
    day = _day(dice)
    decided = day + timedelta(days=dice.randrange(0, 200))
    outcome = dice.choice(("rejected", "accepted"))
    return opportunity(employee_id, day.isoformat(), outcome, decided_on=decided.isoformat())
