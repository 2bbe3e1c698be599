"""Role history as rows: moves, cut where the manager changes, with direct reports counted."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from sample_data.company import FIRST_DAY, LAST_DAY
from sample_data.people import Exit, Move, Person
from sample_data.world import World

_Held: TypeAlias = tuple[date, date | None]


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One row of role history; `leave` where the employment ends with it."""

    person: Person
    move: Move
    event: str
    day: date
    last: date | None
    manager: Person | None
    reports: int
    hired: date
    leave: Exit | None


class History:
    """Role rows of everybody, and who led which team how large on which day."""

    def __init__(self, world: World) -> None:
        """Index memberships and seats once."""
        self.world = world
        self._members: dict[int, list[tuple[date, date]]] = {t.number: [] for t in world.teams}
        self._led: dict[str, list[tuple[date, int]]] = {}
        for person in world.people:
            for move, last in person.spells():
                self._members[move.team].append((move.day, last or LAST_DAY))
        for team, held in world.seats.items():
            for day, person in held:
                self._led.setdefault(person.employee_id, []).append((day, team))
        for led in self._led.values():
            led.sort()

    def rows(self) -> list[RoleRow]:
        """All rows, by person and day."""
        return [row for person in self.world.people for row in self.of(person)]

    def of(self, person: Person) -> list[RoleRow]:
        """The rows of one person by day; side roles stand among them."""
        rows: list[RoleRow] = []
        for move, last in person.spells():
            rows += self._cut(person, move, last)
        for move in person.moves:
            if not move.primary:
                rows.append(self._row(person, move, move.event, (move.day, move.last)))
        return sorted(rows, key=lambda row: (row.day, not row.move.primary))

    def _cut(self, person: Person, move: Move, last: date | None) -> list[RoleRow]:
        """One row for each manager under whom the role was held."""
        end = last or LAST_DAY
        starts = [
            day
            for day, lead in self.world.seats[move.team][1:]
            if move.day < day <= end and lead is not person
        ]
        days = [move.day, *starts]
        lasts = [*(day - timedelta(days=1) for day in starts), last]
        return [
            self._row(person, move, move.event if number == 0 else "other", (day, until))
            for number, (day, until) in enumerate(zip(days, lasts, strict=True))
        ]

    def _row(self, person: Person, move: Move, event: str, held: _Held) -> RoleRow:
        day, last = held
        hires = [m.day for m in person.moves if m.event in ("hire", "rehire") and m.day <= day]
        leave = next((e for e in person.exits if e.last_day == last), None)
        reports = self.reports(person, day) if move.reports is None else move.reports
        return RoleRow(
            person, move, event, day, last,
            self.world.manager_on(move.team, day, person),
            reports, hires[-1],
            leave if move.primary else None,
        )  # fmt: skip

    def led(self, person: Person, day: date) -> int | None:
        """The team somebody leads on a day."""
        held = self._led.get(person.employee_id, [])
        place = bisect_right([start for start, _ in held], day) - 1
        role = person.role_on(day)
        leading = role is None or role.track == "manager"
        return held[place][1] if leading and place >= 0 else None

    def reports(self, person: Person, day: date) -> int:
        """Direct reports on a day; before the first day as on it."""
        team, on = self.led(person, day), max(day, FIRST_DAY)
        if team is None:
            return 0
        return sum(first <= on <= last for first, last in self._members[team]) - (team == 0)

    def department(self, person: Person, day: date) -> str:
        """That of the team led where it lies below one's own, else of one's own team."""
        role = person.role_on(day) or person.now
        led = self.led(person, day)
        return self.world.teams[role.team if led is None else led].department
