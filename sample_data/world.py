"""The company on a day of its invented history: who is in it, who leads which team."""

from dataclasses import replace
from datetime import date

import numpy as np

from sample_data import names
from sample_data.company import DOMAIN, SEED, Team, build_teams, manager_title, title
from sample_data.people import Exit, Move, Person, country_of

_AGES = ("20-29", "30-39", "40-49", "50-59", "60+")


class World:
    """State of the simulation; all chance comes from its one seeded generator."""

    def __init__(self) -> None:
        """An empty company with its teams."""
        self.rng = np.random.default_rng(SEED)
        self.teams: tuple[Team, ...] = build_teams()
        self.people: list[Person] = []
        self.seats: dict[int, list[tuple[date, Person]]] = {t.number: [] for t in self.teams}
        self.lead: dict[int, Person | None] = {team.number: None for team in self.teams}
        self._names: set[str] = set()
        self._mailboxes: set[str] = set()
        self._next = 1001

    def chance(self, share: float) -> bool:
        """True with that probability."""
        return bool(self.rng.random() < share)

    def pick(self, options: list[str] | tuple[str, ...], shares: list[float] | None = None) -> str:
        """One of the options."""
        return str(self.rng.choice(np.array(options, dtype=object), p=shares))

    def new_name(self, place: str) -> str:
        """A name nobody has yet, fitting the country of an office."""
        given, family = names.choices(country_of(place))
        while True:
            name = f"{self.pick(given)} {self.pick(family)}"
            if name not in self._names:
                return name

    def reserve(self, taken: list[str]) -> None:
        """Keep names for people who come later."""
        self._names |= set(taken)

    def add(self, move: Move, *, employee_id: str = "", name: str = "") -> Person:
        """Hire somebody into a first role."""
        name = name or self.new_name(move.place)
        self._names.add(name)
        if not employee_id:
            employee_id, self._next = f"{self._next:06d}", self._next + 1
        person = Person(
            employee_id, name, self._email(name), float(self.rng.normal()), self._traits()
        )
        person.moves.append(move)
        self.people.append(person)
        return person

    def _email(self, name: str) -> str:
        box, number = names.mailbox(name), 1
        while (found := f"{box}{number if number > 1 else ''}") in self._mailboxes:
            number += 1
        self._mailboxes.add(found)
        return f"{found}@{DOMAIN}"

    def _traits(self) -> dict[str, str]:
        """Group attributes and work mode; drawn without regard to anything else."""
        return {
            "gender": self.pick(("woman", "man", "non-binary", ""), [0.46, 0.49, 0.02, 0.03]),
            "age_band": self.pick(_AGES, [0.2, 0.38, 0.26, 0.13, 0.03]),
            "part_time": "yes" if self.chance(0.08) else "no",
            "caregiver": self.pick(("yes", "no", ""), [0.22, 0.58, 0.2]),
            "work_mode": self.pick(("remote", "hybrid", "onsite"), [0.25, 0.5, 0.25]),
            "key_role": "yes" if self.chance(0.05) else "no",
            "hire_source": self.pick(("internal", "external"), [0.1, 0.9]),
        }

    def first_role(self, team: Team, level: int, day: date) -> Move:
        """A specialist's role in a team, mostly in the team's own office."""
        place = team.place
        name = title(team.family, level)
        fte = 0.6 if self.chance(0.04) else 0.8 if self.chance(0.05) else 1.0
        return Move(day, "hire", name, team.family, level, "ic", team.number, place, fte)

    def seat(self, team: Team, person: Person, day: date) -> None:
        """Let a person lead a team from a day on."""
        person.leads = team.number
        self.lead[team.number] = person
        self.seats[team.number].append((day, person))

    def leader_role(self, team: Team, level: int, day: date, event: str) -> Move:
        """The role of the person who leads a team."""
        name = manager_title(team.family, level) if level < 6 else team.lead_title
        parent = team.parent if team.parent is not None else 0
        return Move(day, event, name, team.family, level, "manager", parent, team.place)

    def move(self, person: Person, day: date, event: str, **changes: object) -> None:
        """Add a role that differs from the newest one in the given ways."""
        person.moves.append(replace(person.now, day=day, event=event, **changes))  # type: ignore[arg-type]

    def leave(self, person: Person, last: Exit) -> None:
        """End an employment; a team it led is left without a lead."""
        person.exits.append(last)
        if person.leads is not None:
            self.lead[person.leads] = None
            person.leads = None

    def active(self) -> list[Person]:
        """Everybody employed now, in order of arrival."""
        return [person for person in self.people if person.active]

    def members(self) -> dict[int, list[Person]]:
        """Active people by the team they are a member of."""
        result: dict[int, list[Person]] = {team.number: [] for team in self.teams}
        for person in self.active():
            result[person.now.team].append(person)
        return result

    def manager_on(self, team: int, day: date, person: Person) -> Person | None:
        """Who led a team on a day; who leads it oneself reports to the lead of the team above."""
        held = [lead for start, lead in self.seats[team] if start <= day]
        found = held[-1] if held else self.seats[team][0][1]
        above = self.teams[team].parent
        if found is not person:
            return found
        return None if above is None else self.manager_on(above, day, person)
