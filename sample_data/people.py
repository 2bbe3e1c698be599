"""A person of the invented company and the moves of a career."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from sample_data.company import LAST_DAY, PLACES


@dataclass(frozen=True, slots=True)
class Move:
    """A row of role history before manager changes are worked in; `last` only for side roles."""

    day: date
    event: str
    title: str
    family: str
    level: int
    track: str
    team: int
    place: str
    fte: float = 1.0
    last: date | None = None
    primary: bool = True
    reports: int | None = None


@dataclass(frozen=True, slots=True)
class Exit:
    """The end of an employment: last day, kind, reason and the day notice was given."""

    last_day: date
    kind: str
    reason: str
    notice: date | None


@dataclass(slots=True)
class Person:
    """One invented person; `pinned` people only do what their story says."""

    employee_id: str
    name: str
    email: str
    skill: float
    traits: dict[str, str]
    moves: list[Move] = field(default_factory=list)
    exits: list[Exit] = field(default_factory=list)
    leads: int | None = None
    pinned: bool = False
    story: str = ""

    @property
    def now(self) -> Move:
        """The newest main role."""
        return next(move for move in reversed(self.moves) if move.primary)

    @property
    def hired(self) -> date:
        """First day of the newest employment."""
        days = [move.day for move in self.moves if move.event in ("hire", "rehire")]
        return days[-1]

    @property
    def active(self) -> bool:
        """Whether the newest employment goes on."""
        return not self.exits or self.exits[-1].last_day < self.hired

    def main_moves(self) -> list[Move]:
        """Main roles in order of time."""
        return [move for move in self.moves if move.primary]

    def employed_on(self, day: date) -> bool:
        """Whether the person had a role on that day."""
        started = [move.day for move in self.moves if move.event in ("hire", "rehire")]
        return any(start <= day <= self.ends(start) for start in started)

    def ends(self, start: date) -> date:
        """Last known day of the employment or role that began on `start`."""
        later = [leave.last_day for leave in self.exits if leave.last_day >= start]
        return min(later, default=LAST_DAY)

    def role_on(self, day: date) -> Move | None:
        """The main role on a day; none when not employed."""
        if not self.employed_on(day):
            return None
        held = [move for move in self.main_moves() if move.day <= day]
        return held[-1] if held else None

    def spells(self) -> list[tuple[Move, date | None]]:
        """Main roles with their last day; none for the one that lasts."""
        moves = self.main_moves()
        result = []
        for number, move in enumerate(moves):
            follower = (
                moves[number + 1].day - timedelta(days=1) if number + 1 < len(moves) else None
            )
            left = [leave.last_day for leave in self.exits if leave.last_day >= move.day]
            last = min([day for day in (follower, *left) if day], default=None)
            result.append((move, last))
        return result


def country_of(place: str) -> str:
    """Country of an office."""
    return PLACES[place][0]


def months_between(start: date, end: date) -> int:
    """Completed calendar months.

    >>> months_between(date(2018, 1, 1), date(2020, 1, 1))
    24
    >>> months_between(date(2026, 1, 31), date(2026, 2, 28))
    0
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)


def scope_changed(before: Move, after: Move) -> bool:
    """Whether a move changes the scope: level, family, or a first team of three or more."""
    widened = (before.reports or 0) < 3 <= (after.reports or 0)
    return before.level != after.level or before.family != after.family or widened
