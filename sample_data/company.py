"""The invented company: where it works, its departments, job families, ladders and teams."""

from dataclasses import dataclass
from datetime import date

COMPANY = "Lumenfjord"
DOMAIN = "lumenfjord.example"
FIRST_DAY = date(2021, 7, 1)
LAST_DAY = date(2026, 6, 30)
SEED = 20260630

COMPETENCIES = (
    "Domain expertise",
    "Problem solving",
    "Delivery",
    "Communication",
    "Stakeholder management",
    "Coaching others",
    "Business judgement",
    "Change leadership",
)

PLACES = {
    "Austin": ("United States", "USA"),
    "Boston": ("United States", "USA"),
    "Denver": ("United States", "USA"),
    "Berlin": ("Germany", "EU"),
    "Munich": ("Germany", "EU"),
    "Utrecht": ("Netherlands", "EU"),
    "Valencia": ("Spain", "EU"),
    "Kraków": ("Poland", "EU"),
    "Zürich": ("Switzerland", "EU"),
    "Curitiba": ("Brazil", "LatAm"),
    "Guadalajara": ("Mexico", "LatAm"),
    "Medellín": ("Colombia", "LatAm"),
    "Dubai": ("United Arab Emirates", "MENA"),
    "Cairo": ("Egypt", "MENA"),
    "Amman": ("Jordan", "MENA"),
}
"""Office: country and region. The list of regions of the notes doesn't hold Switzerland."""

NOUNS = {
    "Software Engineering": "Software Engineer",
    "Quality Engineering": "Quality Engineer",
    "Platform Engineering": "Platform Engineer",
    "Data Science": "Data Scientist",
    "Analytics": "Data Analyst",
    "Product Management": "Product Specialist",
    "Design": "Product Designer",
    "Account Management": "Account Executive",
    "Sales Operations": "Sales Analyst",
    "Customer Success": "Customer Success Partner",
    "Marketing": "Marketing Specialist",
    "Finance": "Finance Analyst",
    "People": "People Partner",
    "Operations": "Operations Specialist",
    "Legal": "Counsel",
}
"""Job family: what one of its members is called."""

_LAYOUT = {
    "Engineering": "Software Engineering: Austin 3 Boston 3 Denver 2 Berlin 3 Kraków 3 Munich 2 "
    "Utrecht 1 Curitiba 3 Guadalajara 2; Quality Engineering: Austin 1 Kraków 1 Curitiba 1; "
    "Platform Engineering: Denver 1 Berlin 1 Utrecht 1",
    "Data": "Data Science: Boston 2 Berlin 1 Utrecht 1; Analytics: Austin 1 Valencia 1",
    "Product": "Product Management: Austin 1 Boston 1 Berlin 1 Guadalajara 1; "
    "Design: Boston 1 Valencia 1",
    "Sales": "Account Management: Austin 3 Boston 2 Munich 2 Utrecht 1 Valencia 1 Guadalajara 2 "
    "Dubai 1; Sales Operations: Denver 1",
    "Customer Success": "Customer Success: Denver 3 Kraków 2 Valencia 2 Curitiba 2 Medellín 2 "
    "Cairo 1",
    "Marketing": "Marketing: Boston 2 Munich 1 Zürich 1 Guadalajara 1",
    "Finance": "Finance: Austin 2 Utrecht 1 Kraków 1 Curitiba 1",
    "People": "People: Austin 1 Denver 1 Berlin 1 Curitiba 1",
    "Operations": "Operations: Denver 2 Berlin 1 Kraków 1 Medellín 1",
    "Legal": "Legal: Boston 1 Berlin 1",
}
_SPLIT = ("Engineering", "Sales", "Customer Success")
_HEAD_OFFICE = "Boston"
_STEPS = ("Associate {}", "{}", "Senior {}", "Lead {}", "Staff {}", "Principal {}", "Fellow {}")


@dataclass(frozen=True, slots=True)
class Team:
    """A team: its members report to whoever leads it; the leader is a member of `parent`."""

    number: int
    parent: int | None
    department: str
    family: str
    place: str
    level: int
    size: int

    @property
    def region(self) -> str:
        """The region of the team's office."""
        return PLACES[self.place][1]

    @property
    def lead_title(self) -> str:
        """Title of the person who leads it."""
        if self.parent is None:
            return "Chief Executive Officer"
        if self.level == 7:
            return f"Vice President, {self.department}"
        if self.level == 6:
            return f"Director, {self.department} {self.region}"
        return f"Team Lead, {self.family}"


def title(family: str, level: int) -> str:
    """Title of a member of a job family on the specialist track.

    >>> title("Design", 3)
    'Senior Product Designer'
    """
    return _STEPS[level - 1].format(NOUNS[family])


def manager_title(family: str, level: int) -> str:
    """Title of someone who leads a team of that family, at level 4 or 5.

    >>> manager_title("Design", 5)
    'Manager, Design'
    """
    return f"{'Team Lead' if level == 4 else 'Manager'}, {family}"


def _front(department: str) -> list[tuple[str, str]]:
    """Job family and office of each front-line team of a department."""
    teams = []
    for part in _LAYOUT[department].split("; "):
        family, offices = part.split(": ")
        words = offices.split()
        for office, count in zip(words[::2], words[1::2], strict=True):
            teams += [(family, office)] * int(count)
    return teams


_SIZES = {
    ("Customer Success", "Cairo"): 5,
    ("Account Management", "Dubai"): 8,
    ("Customer Success", "Kraków"): 15,
}


def _size(number: int, family: str, place: str) -> int:
    """Specialists of a front-line team once the company has grown; MENA stays small."""
    return _SIZES.get((family, place), 9 + number * 7 % 3)


def build_teams() -> tuple[Team, ...]:
    """All teams, numbered from 0 (the chief executive's) so that parents come first."""
    teams = [Team(0, None, "Executive", "Operations", _HEAD_OFFICE, 7, 0)]
    for department in _LAYOUT:
        front = _front(department)
        head = Team(len(teams), 0, department, front[0][0], _HEAD_OFFICE, 7, 2)
        teams.append(head)
        parents = _directors(teams, head, front) if department in _SPLIT else {}
        for family, place in front:
            parent = parents.get(_wing(place), head.number)
            number = len(teams)
            size = _size(number, family, place)
            teams.append(Team(number, parent, department, family, place, 4, size))
    return tuple(teams)


def _wing(place: str) -> str:
    """The part of a large department an office belongs to; MENA is led from the EU."""
    region = PLACES[place][1]
    return "EU" if region == "MENA" else region


def _directors(teams: list[Team], head: Team, front: list[tuple[str, str]]) -> dict[str, int]:
    """Add one director's team for each wing of a large department."""
    seats = {}
    for wing in ("USA", "EU", "LatAm"):
        place = next(place for _, place in front if PLACES[place][1] == wing)
        seats[wing] = len(teams)
        teams.append(Team(len(teams), head.number, head.department, head.family, place, 6, 1))
    return seats
