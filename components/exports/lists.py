"""The lists people can take away, one line for each person, flag, role, rating and so on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from components.exports.row_views import as_row_view
from components.tables import columns as col
from components.tables.problems import Problem, ordered
from components.tables.schema import TABLES


@dataclass(frozen=True)
class Material:
    """What the lists are made from.

    people: the people shown, one row each. tables: further frames with a `person` column
    (spells, ratings, competencies, opportunities). flags: rows of the flags. problems: of the
    whole data version.
    """

    people: pd.DataFrame
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    flags: pd.DataFrame | None = None
    problems: Sequence[Problem] = ()

    def of_people_shown(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of another frame that belong to the people shown."""
        return rows[rows[col.PERSON].isin(self.people[col.PERSON])]


@dataclass(frozen=True, slots=True)
class Export:
    """One list: a fixed key for file names, words, and how its rows come about.

    rows gives None where the material lacks what the list is made from.
    """

    key: str
    label: str
    meaning: str
    rows: Callable[[Material], pd.DataFrame | None]

    def table(self, material: Material) -> pd.DataFrame | None:
        """The list as it leaves: columns in words, no protected attribute (or an error)."""
        rows = self.rows(material)
        return None if rows is None else as_row_view(rows, where=self.label)


def _people(material: Material) -> pd.DataFrame:
    return material.people


def _flags(material: Material) -> pd.DataFrame | None:
    if material.flags is None:
        return None
    return material.of_people_shown(material.flags)


def _of_table(name: str) -> Callable[[Material], pd.DataFrame | None]:
    def rows(material: Material) -> pd.DataFrame | None:
        table = material.tables.get(name)
        if table is None or col.PERSON not in table.columns:
            return None
        shown = material.of_people_shown(table)
        if col.EMPLOYEE_ID in shown.columns:
            return shown
        ids = material.people[[col.PERSON, col.EMPLOYEE_ID]]
        return ids.merge(shown, on=col.PERSON)

    return rows


def _problems(material: Material) -> pd.DataFrame:
    found = ordered(material.problems)
    columns = ("code", "severity", "file", "sheet", "cell", "value", "what", "now")
    return pd.DataFrame(
        {name: [str(getattr(problem, name)) for problem in found] for name in columns}
    ).rename(columns={"sheet": "sheet_name"})


AS_GIVEN = ("reviews", "aspirations", "artifacts", "successors", "stakeholders", "scorecards")
"""Tables taken away as they were given, rows dated after the day left out."""

EXPORTS: tuple[Export, ...] = (
    Export("people", "People", "Everybody shown, with every measure.", _people),
    Export("flags", "Flags", "Every rule for everybody shown, with its reason.", _flags),
    Export("roles", "Role history", "The roles behind the clocks.", _of_table("spells")),
    Export("ratings", "Ratings", "The manager ratings that are used.", _of_table("ratings")),
    Export(
        "competencies",
        "Competencies",
        "Scores on each competency.",
        _of_table("competencies"),
    ),
    Export(
        "opportunities",
        "Opportunities",
        "Applications, promotion cases, stretch assignments.",
        _of_table("opportunities"),
    ),
    *(Export(name, TABLES[name].label, TABLES[name].meaning, _of_table(name)) for name in AS_GIVEN),
    Export("problems", "Problems", "What could not be used, with its cell.", _problems),
)
