"""Opportunities: applications, promotion cases, stretch assignments, courses, and their ends."""

from datetime import date, timedelta

from sample_data.company import COMPETENCIES, FIRST_DAY, LAST_DAY
from sample_data.dice import Dice
from sample_data.made import Made
from sample_data.people import Move, Person
from sample_data.workbook import Row, SheetOfRows

HEADER = (
    "Employee ID", "Date", "Kind", "Offered by", "Outcome", "Decided on", "Ended on",
    "Competency", "Stage reached", "Winner", "Decline reason",
)  # fmt: skip
_GROWTH = ("stretch assignment", "rotation", "mentoring", "course")
_APPLIED, _CASE = "internal application", "promotion"


def _rejected(who: str, day: date, decided: date, winner: str) -> Row:
    """An application that went as far as the final interview."""
    return (who, day, _APPLIED, None, "rejected", decided, None, None, "final interview", winner,
            None)  # fmt: skip


_PLANNED: tuple[Row, ...] = (
    _rejected("000104", date(2026, 1, 19), date(2026, 2, 27), "external"),
    _rejected("000127", date(2025, 9, 15), date(2025, 10, 20), "internal"),
    ("000134", date(2026, 4, 7), _CASE, None, "rejected", date(2026, 5, 18), None, None,
     "panel", None, None),
    ("000130", date(2026, 2, 10), _CASE, "001704", "declined", date(2026, 2, 24), None, None,
     None, None, "family"),
    ("000107", date(2025, 8, 20), _CASE, None, "accepted", date(2025, 9, 15), None, None,
     None, None, None),
    ("000116", date(2025, 10, 14), "acting role", None, "completed", date(2025, 10, 20),
     date(2026, 3, 31), "Change leadership", None, None, None),
    ("000108", date(2025, 10, 2), "rotation", None, "withdrawn", date(2025, 11, 3), None,
     "Business judgement", None, None, None),
    ("000101", date(2025, 1, 20), "stretch assignment", None, "completed", date(2025, 1, 27),
     date(2025, 7, 31), "Stakeholder management", None, None, None),
)  # fmt: skip


def sheet(made: Made) -> SheetOfRows:
    """What was open to people over the five years, and how it ended."""
    dice = Dice("opportunities")
    rows = list(_PLANNED)
    for person in made.world.people:
        if not person.pinned:
            rows += _behind_moves(dice, person)
    rows += _rejections(dice, made) + _growth(dice, made)
    once = {tuple(str(value) for value in row[:3]): row for row in rows}
    return SheetOfRows("Opportunities", HEADER, tuple(once[key] for key in sorted(once)))


def _behind_moves(dice: Dice, person: Person) -> list[Row]:
    """Moves within the five years that an application or a case had led to."""
    rows: list[Row] = []
    moves = person.main_moves()
    for move in moves[1:]:
        if move.day <= FIRST_DAY + timedelta(days=90):
            continue
        if move.event in ("lateral", "transfer") and move.track == "ic":
            rows.append(_won(dice, person, move))
        if move.event == "promotion" and dice.chance(0.35):
            rows.append(_case(dice, person, move.day, "accepted"))
    return rows


def _won(dice: Dice, person: Person, move: Move) -> Row:
    """The application behind a change of team."""
    applied = move.day - timedelta(days=dice.whole(45, 80))
    decided = move.day - timedelta(days=dice.whole(15, 40))
    return (person.employee_id, applied, _APPLIED, None, "accepted", decided, None, None,
            "offer", "internal", None)  # fmt: skip


def _case(dice: Dice, person: Person, decided: date, outcome: str) -> Row:
    """A promotion case before a panel."""
    opened = decided - timedelta(days=dice.whole(20, 45))
    return (person.employee_id, opened, _CASE, None, outcome, decided, None, None, "panel", None,
            None)  # fmt: skip


def _rejections(dice: Dice, made: Made) -> list[Row]:
    """A few applications and cases end rejected each quarter."""
    rows: list[Row] = []
    for quarter in range(1, 20):
        month = 7 + 3 * quarter
        first = date(2021 + (month - 1) // 12, (month - 1) % 12 + 1, 1)
        last = min(first + timedelta(days=88), LAST_DAY)
        there = [p for p in made.world.people if not p.pinned and _settled(p, first, last)]
        for person in dice.some(there, dice.whole(3, 6)):
            rows += [_lost(dice, person, dice.day(first, last))]
        if quarter % 4 in (1, 3):
            for person in dice.some(there, 2):
                rows += [_case(dice, person, dice.day(first, last), "rejected")]
    return rows


def _settled(person: Person, first: date, last: date) -> bool:
    """Employed all the time from half a year before."""
    before = first - timedelta(days=183)
    return person.role_on(before) is not None and person.role_on(last) is not None


def _lost(dice: Dice, person: Person, decided: date) -> Row:
    """An application that was not successful."""
    stage = dice.pick(("screening", "first interview", "final interview"), (0.35, 0.4, 0.25))
    return (
        person.employee_id, decided - timedelta(days=dice.whole(20, 45)), _APPLIED, None,
        "rejected", decided, None, None, stage, dice.pick(("internal", "external")), None,
    )  # fmt: skip


def _growth(dice: Dice, made: Made) -> list[Row]:
    """Stretch assignments, rotations, mentoring and courses of the last three years."""
    rows: list[Row] = []
    for person in made.others:
        count = int(dice.rng.poisson(0.7))
        rows += [_offer(dice, made, person) for _ in range(count)]
    return rows


def _offer(dice: Dice, made: Made, person: Person) -> Row:
    """One offer and what became of it."""
    day = dice.day(max(date(2023, 7, 1), person.hired), LAST_DAY)
    outcome = dice.pick(
        ("completed", "accepted", "declined", "withdrawn", "offered"), (0.5, 0.2, 0.15, 0.05, 0.1)
    )
    decided = min(day + timedelta(days=dice.whole(2, 25)), LAST_DAY)
    ended = decided + timedelta(days=dice.whole(20, 190))
    if outcome == "completed" and ended > LAST_DAY:
        outcome = "accepted"
    reason = dice.pick(("content", "timing", "location", "family", "pay", "other"))
    lead = made.world.manager_on(person.now.team, day, person)
    return (
        person.employee_id, day, dice.pick(_GROWTH, (0.35, 0.08, 0.2, 0.37)),
        lead.employee_id if lead and dice.chance(0.8) else None, outcome,
        None if outcome == "offered" else decided, ended if outcome == "completed" else None,
        dice.pick(COMPETENCIES), None, None, reason if outcome == "declined" else None,
    )  # fmt: skip
