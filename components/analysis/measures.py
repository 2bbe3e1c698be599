"""What is measured on a day: people with their clocks and ratings, and the rows behind them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from components.tables.problems import Problem


@dataclass(frozen=True)
class Measures:
    """Everything measured as of one day.

    people: one row per person known on the day, by person: who they are, employment, clocks,
    ratings, and `<what>_sheet`, `<what>_row` where a value was read. spells: one row per role
    held. ratings: one row per person and cycle rated by a manager. competencies, opportunities:
    rows seen on the day. step_counts: role rows that each step changed. given: (table, field)
    pairs that hold any value.
    """

    as_of: date
    people: pd.DataFrame
    spells: pd.DataFrame
    ratings: pd.DataFrame
    competencies: pd.DataFrame
    opportunities: pd.DataFrame
    problems: tuple[Problem, ...]
    step_counts: Mapping[str, int]
    given: frozenset[tuple[str, str]]
