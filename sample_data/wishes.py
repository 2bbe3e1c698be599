"""Aspirations: what people said about the next step, and when they were asked."""

from datetime import date

from sample_data.company import LAST_DAY, title
from sample_data.dice import Dice
from sample_data.made import Made
from sample_data.people import Person
from sample_data.workbook import Row, SheetOfRows

HEADER = (
    "Employee ID", "Asked on", "Intent", "Horizon", "Preferred track", "Target role", "Said by",
    "Last career conversation",
)  # fmt: skip
_INTENTS = ("up", "lateral", "expert", "stay", "leave people leadership", "unsure")
_SHARES = (0.36, 0.14, 0.17, 0.2, 0.02, 0.11)
_HORIZONS = ("now", "1–2 years", "later")

_PLANNED: tuple[Row, ...] = (
    ("000101", date(2025, 11, 12), "up", "now", "ic", "Staff Software Engineer", "self",
     date(2025, 11, 12)),
    ("000102", date(2025, 3, 4), "up", "1–2 years", "manager", "Team Lead", "manager", None),
    ("000106", date(2026, 2, 18), "expert", "now", "ic", "Principal Platform Engineer", "self",
     date(2026, 2, 18)),
    ("000107", date(2024, 2, 6), "up", "now", "ic", "Lead Customer Success Partner", "self",
     date(2024, 2, 6)),
    ("000107", date(2025, 2, 11), "up", "now", "manager", "Team Lead", "self", date(2025, 6, 30)),
    ("000108", date(2025, 9, 23), "lateral", "1–2 years", "ic", "Lead Product Specialist", "self",
     date(2025, 9, 23)),
    ("000130", date(2026, 1, 29), "stay", "1–2 years", "ic", None, "self", date(2026, 1, 29)),
    ("000131", date(2023, 11, 8), "leave people leadership", "now", "ic",
     "Lead Software Engineer", "self", date(2024, 1, 17)),
    ("000105", date(2025, 10, 7), "up", "now", "ic", "Lead Finance Analyst", "self",
     date(2025, 4, 15)),
)  # fmt: skip


def sheet(made: Made) -> SheetOfRows:
    """Seven in ten active people were asked; who wasn't is missing, and that isn't a no."""
    dice = Dice("aspirations")
    rows = list(_PLANNED)
    for person in made.others:
        if dice.chance(0.7):
            rows += _asked(dice, person)
    rows.sort(key=lambda row: (str(row[0]), str(row[1])))
    return SheetOfRows("Aspirations", HEADER, tuple(rows))


def _asked(dice: Dice, person: Person) -> list[Row]:
    """One answer, or two a year apart."""
    last = dice.day(max(date(2025, 8, 1), person.hired), LAST_DAY)
    days = [last]
    if dice.chance(0.3) and person.hired < last.replace(year=last.year - 1, day=1):
        days.insert(0, last.replace(year=last.year - 1, day=1))
    return [_answer(dice, person, day) for day in days]


def _answer(dice: Dice, person: Person, day: date) -> Row:
    """An answer that fits the track: only leaders can leave people leadership."""
    now = person.now
    intent = dice.pick(_INTENTS, _SHARES)
    if intent == "leave people leadership" and now.track == "ic":
        intent = "unsure"
    track = "ic" if intent == "expert" else dice.pick(("ic", "manager", None), (0.5, 0.25, 0.25))
    steps = {"up": 1, "expert": 1}.get(intent)
    target = title(now.family, min(now.level + 1, 7)) if steps and dice.chance(0.6) else None
    talked = dice.day(max(person.hired, date(day.year - 1, 1, 1)), day)
    return (
        person.employee_id, day, intent, dice.pick(_HORIZONS, (0.3, 0.45, 0.25)), track, target,
        dice.pick(("self", "manager"), (0.86, 0.14)), talked if dice.chance(0.75) else None,
    )  # fmt: skip
