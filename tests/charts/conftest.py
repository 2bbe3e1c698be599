"""Small invented frames, drawn the same way in every test."""

from datetime import date

import pandas as pd
import pytest

from components.charts.career import Career
from components.charts.distances import Distances


@pytest.fixture
def distribution() -> pd.DataFrame:
    """Everyone, two managers of one unit and a pool of another, on five steps."""
    rows = [
        (0, "", "everyone", "Everyone rated", [1, 2, 10, 6, 3], 4),
        (1, "Engineering", "group", "A. Brandt", [0, 1, 4, 2, 1], 0),
        (2, "Engineering", "group", "C. Okafor", [0, 0, 2, 3, 1], 3),
        (3, "Sales", "pool", "Small teams (2)", [1, 1, 4, 1, 1], 1),
    ]
    lines = [
        (order, unit, kind, group, step, people, sum(at), unrated, order == 2, 3.0, False)
        for order, unit, kind, group, at, unrated in rows
        for step, people in enumerate(at, start=1)
    ]
    names = ["order", "unit", "kind", "group", "rating", "people", "rated", "not_rated", "stale"]
    frame = pd.DataFrame(lines, columns=[*names, "mean", "hidden"])
    return frame.astype({"people": "Int64", "rated": "Int64", "mean": "Float64"})


@pytest.fixture
def distances() -> Distances:
    """One manager who is not marked, and one who is, further away than the axis goes."""
    rows = pd.DataFrame(
        {
            "order": [1, 2],
            "rated": [8, 6],
            "deviation": [0.1, 2.6],
            "raw": [0.12, 2.5],
            "drawn": [0.05, 1.2],
            "low80": [-0.2, 0.9],
            "high80": [0.3, 1.5],
            "low95": [-0.4, 0.7],
            "high95": [0.5, 1.7],
            "marked": [None, "higher"],
            "peers_3": [0.5, 0.4],
        }
    )
    return Distances(rows, step=1.0, notable=0.25)


@pytest.fixture
def cells() -> pd.DataFrame:
    """A grid that holds every state of a cell."""
    rows = [
        (0, "Departments shown", 0, "Delivery", 27, -0.5, "shown"),
        (0, "Departments shown", 1, "Coaching others", 7, 0.02, "low n"),
        (1, "Engineering", 0, "Delivery", 20, -0.7, "shown"),
        (1, "Engineering", 1, "Coaching others", 7, 0.02, "low n"),
        (2, "Lab", 0, "Delivery", None, None, "hidden"),
        (2, "Lab", 1, "Coaching others", None, None, "not rated"),
        (3, "Sales", 0, "Delivery", None, None, "no target"),
        (3, "Sales", 1, "Coaching others", None, None, "not required"),
    ]
    names = ["order", "group", "place", "competency", "n", "mean", "state"]
    return pd.DataFrame(rows, columns=names).astype({"n": "Int64", "mean": "Float64"})


@pytest.fixture
def person() -> Career:
    """Two roles, two ratings, one of them undated, and a rejected application."""
    spells = pd.DataFrame(
        {
            "role_start": [date(2020, 1, 1), date(2023, 11, 15)],
            "role_end": [date(2023, 11, 14), None],
            "job_title": ["Engineer", "Senior engineer"],
            "level": ["4", "5"],
            "department": ["Platform", "Payments"],
            "is_current": [False, True],
            "salary": [1, 2],
        }
    )
    ratings = pd.DataFrame(
        {"review_date": [date(2025, 1, 1), None], "rating": [4.0, 3.5], "cycle": ["2024", None]}
    )
    events = pd.DataFrame(
        {"date": [date(2026, 2, 18)], "words": ["Applied; rejected"], "attention": [True]}
    )
    window = (date(2025, 11, 15), date(2026, 11, 15), "24–36 months")
    return Career(
        spells, ratings, events, date(2026, 6, 30), ("4", "5"), window=window, waited="31 months"
    )


@pytest.fixture
def flagged() -> pd.DataFrame:
    """Two reasons and one group too small to show."""
    return pd.DataFrame(
        {
            "label": ["Strong and standing still", "Passed over", "Lab"],
            "flagged": [12, 3, 1],
            "people": [196, 214, 4],
            "unknown": [18, 0, 1],
            "hidden": [False, False, True],
        }
    )


@pytest.fixture
def headcounts() -> pd.DataFrame:
    """Two regions and one hidden."""
    return pd.DataFrame(
        {"label": ["EU", "USA", "MENA"], "people": [40, 30, 3], "hidden": [False, False, True]}
    )
