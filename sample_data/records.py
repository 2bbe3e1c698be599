"""The two sheets that are enough: role history and reviews, with the person on each row."""

from datetime import date

from sample_data.company import COMPETENCIES, LAST_DAY, PLACES
from sample_data.history import History, RoleRow
from sample_data.people import Person
from sample_data.reviews import Review
from sample_data.scores import Score, Scores
from sample_data.workbook import Row, SheetOfRows

HISTORY_HEADER = (
    "Employee ID", "Name", "Hire date", "Effective date", "End date", "Event", "Job title",
    "Job family", "Level", "Track", "Department", "Manager ID", "Country", "Location", "Region",
    "Direct reports", "FTE", "Is primary", "Key role", "Exit date", "Exit kind", "Exit reason",
)  # fmt: skip
REVIEWS_HEADER = (
    "Employee ID", "Name", "Email", "Region", "Country", "Department", "Manager ID", "Cycle",
    "Review date", "Reviewer ID", "Relation", "Rating", "Potential", "Promotion recommended",
    "Goal attainment", "Comment", "Language",
    *(f"Competency: {name}" for name in COMPETENCIES),
)  # fmt: skip
LAST_CYCLE, CYCLE_BEFORE = str(LAST_DAY.year), str(LAST_DAY.year - 1)


def yes_no(value: bool) -> str:
    """The word for a yes or a no."""
    return "yes" if value else "no"


def history_sheet(history: History) -> SheetOfRows:
    """Role history with what is known of the person on each row."""
    rows = tuple(_history_row(history, row) for row in history.rows())
    return SheetOfRows("Role history", HISTORY_HEADER, rows)


def _history_row(history: History, row: RoleRow) -> Row:
    person, move = row.person, row.move
    country, region = PLACES[move.place]
    leave = row.leave
    return (
        person.employee_id, person.name, row.hired, row.day, row.last, row.event, move.title,
        move.family, move.level, move.track, history.department(person, row.day),
        row.manager.employee_id if row.manager else None, country, move.place, region,
        row.reports, move.fte, yes_no(move.primary), person.traits["key_role"],
        leave.last_day if leave else None, leave.kind if leave else None,
        leave.reason if leave else None,
    )  # fmt: skip


def reviews_sheet(history: History, reviews: list[Review], scores: Scores) -> SheetOfRows:
    """Reviews with the person and the competencies on each row, own reviews in the last cycle."""
    rows: list[Row] = []
    for review in reviews:
        about = _about(history, review.person, review.day)
        rows.append((*about, *judged(review), *scores.manager(review)))
        if review.cycle == LAST_CYCLE and scores.has_own(review):
            rows.append((*about, *own_view(review, scores), *scores.own(review)))
    return SheetOfRows("Reviews", REVIEWS_HEADER, tuple(rows))


def _about(history: History, person: Person, day: date) -> Row:
    """Who it is about, as of the day of the review."""
    role = person.role_on(day) or person.now
    country, region = PLACES[role.place]
    manager = history.world.manager_on(role.team, day, person)
    return (
        person.employee_id, person.name, person.email, region, country,
        history.department(person, day), manager.employee_id if manager else None,
    )  # fmt: skip


def judged(review: Review) -> Row:
    """The manager's side of a review, from cycle to language."""
    return (
        review.cycle, review.day, review.reviewer.employee_id, "manager", review.rating,
        review.potential, yes_no(review.recommended), review.goals, review.comment or None,
        review.language or None,
    )  # fmt: skip


def own_view(review: Review, scores: Scores) -> Row:
    """The person's side of a review: a rating of one's own and nothing about promotion."""
    own: list[Score] = [score for score in scores.own(review) if score]
    mean = sum(score for score in own if score) / len(own)
    return (
        review.cycle, review.day, review.person.employee_id, "self", round(mean), None, None,
        None, None, None,
    )  # fmt: skip
