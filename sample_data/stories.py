"""Playing the parts: scripts become moves, seats and exits when their day has come."""

from dataclasses import dataclass, replace
from datetime import date

from sample_data.cast import CAST, Part
from sample_data.cast_more import MORE
from sample_data.company import Team, manager_title, title
from sample_data.people import Exit, Move, Person
from sample_data.reviews import Reviews
from sample_data.said import COMMENTS
from sample_data.world import World

PARTS: tuple[Part, ...] = (*CAST, *MORE)
CYCLES = ("2022", "2023", "2024", "2025", "2026")
_REASON = {"voluntary": "another position", "retirement": "retirement"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a script."""

    day: date
    part: Part
    what: str
    more: str


def _lines(part: Part) -> list[Line]:
    """The lines of one part's script."""
    lines = []
    for text in part.script.split("; "):
        day, what, *more = text.split(" ", 2)
        lines.append(Line(date.fromisoformat(day), part, what, more[0] if more else ""))
    return lines


def find_team(world: World, wanted: str) -> Team:
    """The team named by job family, office and number among several."""
    text, number = wanted.rsplit(" ", 1)
    found = [t for t in world.teams if t.level == 4 and f"{t.family} {t.place}" == text]
    return found[int(number)]


class Stories:
    """All scripts, played up to a day."""

    def __init__(self, world: World, reviews: Reviews) -> None:
        """Tell the reviews what was decided beforehand, and line up the scripts."""
        self.world = world
        self._lines = sorted(
            (line for part in PARTS for line in _lines(part)),
            key=lambda line: (line.day, line.part.employee_id),
        )
        self._people: dict[str, Person] = {}
        world.reserve([part.name for part in PARTS])
        reviews.bias |= {"000109": 0.2, "000110": -0.45}
        reviews.steps |= {"000109": 1, "000110": -1}
        for part in PARTS:
            _plan_reviews(part, reviews)

    def play(self, until: date) -> None:
        """Play all lines up to a day; an exit counts from the day after the last one."""
        while self._lines and self._lines[0].day <= until:
            self._play(self._lines.pop(0))

    def _play(self, line: Line) -> None:
        if line.what in ("hire", "rehire"):
            self._hire(line)
        elif line.what == "exit":
            reason = _REASON[line.more]
            leave = Exit(line.day, line.more, reason, None)
            self.world.leave(self._people[line.part.employee_id], leave)
        elif line.what in ("lead", "demotion"):
            self._change_lead(line)
        else:
            self._step(line)

    def _hire(self, line: Line) -> None:
        part, level = line.part, int(line.more)
        team = find_team(self.world, part.team)
        place = part.place or team.place
        name = title(team.family, level)
        role = Move(line.day, line.what, name, team.family, level, "ic", team.number, place)
        if line.what == "rehire":
            self._people[part.employee_id].moves.append(role)
            return
        person = self.world.add(role, employee_id=part.employee_id, name=part.name)
        person.pinned, person.story = True, part.key
        person.traits["key_role"] = part.key_role
        self._people[part.employee_id] = person

    def _change_lead(self, line: Line) -> None:
        """Take the lead of the part's team, or give it back and become a member."""
        world, person = self.world, self._people[line.part.employee_id]
        team, level = find_team(world, line.part.team), int(line.more)
        if line.what == "demotion":
            world.lead[team.number], person.leads = None, None
            name = title(team.family, level)
            world.move(
                person, line.day, "demotion", level=level, track="ic", team=team.number, title=name
            )
            return
        event = "promotion" if level > person.now.level else "expansion"
        name = manager_title(team.family, level)
        parent = team.parent or 0
        world.move(person, line.day, event, level=level, track="manager", team=parent, title=name)
        world.seat(team, person, line.day)

    def _step(self, line: Line) -> None:
        """Promotion, leave, return or a side role."""
        person = self._people[line.part.employee_id]
        now = person.now
        if line.what == "promotion":
            level = int(line.more)
            name = title(now.family, level)
            self.world.move(person, line.day, "promotion", level=level, title=name)
        elif line.what == "acting":
            name = f"Acting {manager_title(now.family, 4)}"
            last = date.fromisoformat(line.more)
            role = replace(now, day=line.day, event="acting", title=name, last=last)
            person.moves.append(replace(role, primary=False, fte=0.5))
        else:
            self.world.move(person, line.day, "leave" if line.what == "leave" else "other")


def _plan_reviews(part: Part, reviews: Reviews) -> None:
    """Ratings, recommendations and comments of a part; "." means that no review takes place."""
    for cycle, sign in zip(CYCLES, part.ratings, strict=True):
        key = (part.employee_id, cycle)
        if sign == ".":
            reviews.planned[key] = {"skip": True}
            continue
        comment = COMMENTS.get(part.key, {}).get(cycle, "")
        reviews.planned[key] = {
            "rating": None if sign == "-" else int(sign),
            "recommended": cycle in part.recommended,
            "comment": comment,
            "language": "en" if comment else "",
        }
