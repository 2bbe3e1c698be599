"""One sheet for each table, under the headers of the template."""

from datetime import date, timedelta

from sample_data import chances, followers, traces, wishes
from sample_data.company import COMPETENCIES, LAST_DAY, PLACES
from sample_data.dice import Dice
from sample_data.history import RoleRow
from sample_data.made import Made
from sample_data.people import Person
from sample_data.records import CYCLE_BEFORE, LAST_CYCLE, judged, own_view, yes_no
from sample_data.reviews import Review
from sample_data.scores import Score
from sample_data.workbook import Row, SheetOfRows

PEOPLE = (
    "Employee ID", "Name", "Email", "Manager ID", "Manager name", "Region", "Country", "Location",
    "Department", "Job title", "Job family", "Level", "Track", "Hire date", "Exit date",
    "Exit kind", "Exit reason", "Notice date", "Work mode", "FTE", "Hire source", "Productive on",
    "Key role", "Gender", "Age band", "Part time", "Caregiver",
)  # fmt: skip
ROLES = (
    "Employee ID", "Effective date", "End date", "Sequence", "Event", "Job title", "Job family",
    "Level", "Track", "Department", "Manager ID", "Location", "Region", "Direct reports", "FTE",
    "Is primary", "Recorded on",
)  # fmt: skip
REVIEWS = (
    "Employee ID", "Cycle", "Review date", "Reviewer ID", "Relation", "Rating", "Potential",
    "Promotion recommended", "Goal attainment", "Comment", "Language",
)  # fmt: skip
SCORES = ("Employee ID", "Cycle", "Competency", "Self", "Manager", "Peer")


def sheets(made: Made) -> list[SheetOfRows]:
    """Every table but pay, which has a file of its own."""
    return [
        _people(made),
        _roles(made),
        _reviews(made),
        _competencies(made),
        wishes.sheet(made),
        chances.sheet(made),
        traces.artifacts(made),
        followers.successors(made),
        followers.scorecards(made),
        traces.stakeholders(made),
    ]


def _people(made: Made) -> SheetOfRows:
    dice = Dice("people")
    rows = tuple(_person(made, dice, person) for person in made.world.people)
    return SheetOfRows("People", PEOPLE, rows)


def _person(made: Made, dice: Dice, person: Person) -> Row:
    """The newest state; of leavers the last one."""
    now, leave = person.now, None if person.active else person.exits[-1]
    day = leave.last_day if leave else LAST_DAY
    lead = made.world.manager_on(now.team, day, person)
    country, region = PLACES[now.place]
    traits, ready = person.traits, person.hired + timedelta(days=dice.whole(45, 150))
    part_time = "yes" if now.fte < 1 else "no"
    return (
        person.employee_id, person.name, person.email, lead.employee_id if lead else None,
        lead.name if lead else None, region, country, now.place,
        made.history.department(person, day), now.title, now.family, now.level, now.track,
        person.hired, leave.last_day if leave else None, leave.kind if leave else None,
        leave.reason if leave else None, leave.notice if leave else None, traits["work_mode"],
        now.fte, traits["hire_source"],
        ready if person.hired > date(2021, 7, 1) and ready <= day else None,
        traits["key_role"], traits["gender"], traits["age_band"], part_time, traits["caregiver"],
    )  # fmt: skip


def _roles(made: Made) -> SheetOfRows:
    dice = Dice("roles")
    rows = tuple(_role(made, dice, row) for row in made.history.rows())
    return SheetOfRows("Role history", ROLES, rows)


def _role(made: Made, dice: Dice, row: RoleRow) -> Row:
    """A row is entered a few days before or after it takes effect."""
    move = row.move
    entered = min(row.day + timedelta(days=dice.whole(-9, 4)), LAST_DAY)
    return (
        row.person.employee_id, row.day, row.last, 1, row.event, move.title, move.family,
        move.level, move.track, made.history.department(row.person, row.day),
        row.manager.employee_id if row.manager else None, move.place, PLACES[move.place][1],
        row.reports, move.fte, yes_no(move.primary), entered,
    )  # fmt: skip


def _reviews(made: Made) -> SheetOfRows:
    rows: list[Row] = []
    for review in made.reviews:
        rows.append((review.person.employee_id, *judged(review)))
        if review.cycle == LAST_CYCLE and made.scores.has_own(review):
            rows.append((review.person.employee_id, *own_view(review, made.scores)))
    return SheetOfRows("Reviews", REVIEWS, tuple(rows))


def _competencies(made: Made) -> SheetOfRows:
    """The latest cycle of two people in three, and of half of them the one before."""
    rows: list[Row] = []
    before = {r.person.employee_id: r for r in made.reviews if r.cycle == CYCLE_BEFORE}
    for review in made.reviews:
        if review.cycle != LAST_CYCLE or not made.scores.is_kept(review):
            continue
        scores = made.scores.manager(review)
        earlier = before.get(review.person.employee_id)
        if earlier and made.scores.is_kept_before(review):
            rows += _scored(made, earlier, made.scores.year_before(scores, earlier))
        rows += _scored(made, review, scores)
    return SheetOfRows("Competencies", SCORES, tuple(rows))


def _scored(made: Made, review: Review, by_manager: list[Score]) -> list[Row]:
    """Nine in ten gave scores of their own; peers were asked about two in five of all."""
    given, asked = made.scores.has_own(review), made.scores.has_peers(review)
    own = made.scores.own(review) if given else [None] * len(COMPETENCIES)
    peers = made.scores.peers(review) if asked else [None] * len(COMPETENCIES)
    lines = zip(COMPETENCIES, own, by_manager, peers, strict=True)
    return [(review.person.employee_id, review.cycle, *line) for line in lines]
