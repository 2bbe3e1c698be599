"""The batch's summary: counts of everything, what is off and why, and the versions used."""

from collections import Counter
from importlib.metadata import version
from typing import Any

from components.analysis import Measures
from components.settings import Settings
from components.signals import Flags
from components.tables import columns as col
from components.tables.dataset import Dataset
from components.tables.problems import Problem

PACKAGES = ("narwhals", "pandas", "pyarrow", "fastexcel")


def summary(
    dataset: Dataset,
    measures: Measures,
    flags: Flags,
    *,
    problems: tuple[Problem, ...],
    settings: Settings,
) -> dict[str, Any]:
    """Everything counted, in a fixed order."""
    people = measures.people
    return {
        "as_of": measures.as_of.isoformat(),
        "config": settings.fingerprint,
        "rows": {name: len(frame) for name, frame in sorted(dataset.tables.items())},
        "people": {"known": len(people), **_counts(people[col.STATUS])},
        "exits": _counts(people.loc[people[col.STATUS] == "left", col.EXIT_KIND]),
        "problems": {
            "by_severity": _tally(problem.severity for problem in problems),
            "by_code": _tally(problem.code for problem in problems),
            "cells_by_code": _cells(problems),
        },
        "flags": {
            rule: _counts(rows[col.STATE]) for rule, rows in flags.rows.groupby(col.RULE, sort=True)
        },
        "off": dict(sorted(flags.off.items())),
        "versions": {name: version(name) for name in PACKAGES},
    }


def _counts(values: Any) -> dict[str, int]:
    counts = values.fillna("unknown").value_counts().sort_index()
    return {str(key): int(count) for key, count in counts.items()}


def _tally(keys: Any) -> dict[str, int]:
    return dict(sorted(Counter(str(key) for key in keys).items()))


def _cells(problems: tuple[Problem, ...]) -> dict[str, int]:
    cells: Counter[str] = Counter()
    for problem in problems:
        cells[problem.code] += problem.count
    return dict(sorted(cells.items()))
