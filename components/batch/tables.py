"""The batch's four tables as frames: matches, problems, people and flags."""

import pandas as pd

from components.analysis import Measures
from components.batch.places import places
from components.intake import Reading
from components.signals import Flags
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.problems import Problem, ordered

MATCHES = ("file", "sheet", "column", "header", "table", "field", "confidence", "why")
PROBLEMS = ("code", "severity", "file", "sheet", "cell", "value", "what", "now")
WHO = (
    col.EMPLOYEE_ID,
    col.STATUS,
    col.MANAGER_ID,
    col.DEPARTMENT,
    col.REGION,
    col.LEVEL,
    col.TRACK,
    col.HIRE_DATE,
    col.EXIT_DATE,
    col.EXIT_KIND,
)
MEASURED = (
    col.MONTHS_OF_SERVICE,
    col.MONTHS_IN_ROLE,
    col.MONTHS_IN_LEVEL,
    col.MONTHS_IN_SCOPE,
    col.CLOCK_AT_LEAST,
    col.CLOCK_SOURCE,
    col.SCOPE_BY,
    col.ROLE_CHANGES,
    col.RATING,
    col.CYCLE,
    col.REVIEW_DATE,
    col.RATING_AGE_MONTHS,
    col.TOP_PERFORMER,
    col.TOP_CYCLES,
    col.RATED_CYCLES,
    col.RATING_TREND,
    col.RATER_ID,
    col.RATER_SOURCE,
    col.REJECTED_ON,
    col.RECOMMENDED_CYCLES,
    col.PROMOTED_SINCE,
)
FLAGS = (
    col.EMPLOYEE_ID,
    col.RULE,
    col.KIND,
    col.STATE,
    col.SINCE,
    col.REASON,
    col.MISSING,
    col.EVIDENCE,
)


def matches(reading: Reading) -> pd.DataFrame:
    """One row per column of every sheet: what it was taken for, how surely and why."""
    rows = [[str(getattr(match, name)) for name in MATCHES] for match in reading.matches]
    return pd.DataFrame(rows, columns=list(MATCHES), dtype="str")


def problems(reading: Reading, measures: Measures) -> tuple[Problem, ...]:
    """All problems: of files, columns and values, and those found while measuring."""
    return ordered((*reading.problems, *measures.problems))


def problem_rows(found: tuple[Problem, ...]) -> pd.DataFrame:
    """One row per problem."""
    rows = [[str(getattr(problem, name)) for name in PROBLEMS] for problem in found]
    return pd.DataFrame(rows, columns=list(PROBLEMS), dtype="str")


def people(measures: Measures) -> pd.DataFrame:
    """One row per person known on the day, by employee ID; no name and no group attribute."""
    return measures.people[[*WHO, *MEASURED]].sort_values(col.EMPLOYEE_ID, ignore_index=True)


def flags(judged: Flags, dataset: Dataset) -> pd.DataFrame:
    """One row per active person and rule that is on, by employee ID and rule."""
    rows = judged.rows.assign(**{col.EVIDENCE: places(judged.rows, dataset)})
    return rows[list(FLAGS)].sort_values([col.EMPLOYEE_ID, col.RULE], ignore_index=True)
