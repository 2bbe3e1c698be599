"""All checks in one place."""

from components.intake.checks import (
    coverage,
    future_dates,
    hidden_characters,
    id_like_numbers,
    manager_circles,
    namesakes,
    similar_ids,
    spells,
    status,
    sudden_changes,
)
from components.intake.checks.check import Check
from components.intake.facts.assembled import Facts
from components.tables.problems import Problem

CHECKS: tuple[Check, ...] = (
    coverage.REVIEW_WITHOUT_PERSON,
    coverage.ROLE_WITHOUT_PERSON,
    coverage.PERSON_WITHOUT_REVIEW,
    coverage.PERSON_WITHOUT_ROLE,
    namesakes.NAMESAKES,
    similar_ids.SIMILAR_IDS,
    hidden_characters.HIDDEN_CHARACTERS,
    id_like_numbers.ID_LIKE_NUMBER,
    manager_circles.MANAGER_LOOP,
    future_dates.FUTURE_DATE,
    status.LATER_EXIT,
    status.PAST_EXIT,
    status.LEFT_WITHOUT_EXIT,
    spells.OVERLAPPING,
    spells.GAP,
    sudden_changes.BULK_RENAME,
    sudden_changes.REORGANISATION,
)


def checked(facts: Facts) -> tuple[Problem, ...]:
    """What every check finds, in the order of the checks."""
    return tuple(problem for check in CHECKS for problem in check.findings(facts))
