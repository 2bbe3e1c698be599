"""The lists people can take away, one line for each person, flag, role, rating and so on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from components.exports.marked import problem_rows
from components.exports.row_views import as_row_view
from components.tables import columns as col
from components.tables.problems import Problem
from components.tables.schema import TABLES
from components.tables.sheets import Sheet


@dataclass(frozen=True)
class Material:
    """What the lists are made from.

    people: the people shown, one row each. tables: further frames with a `person` column
    (spells, ratings, competencies, opportunities). flags: rows of the flags. problems: of the
    whole data version. sheets: its sheets, from which the problems' cells are quoted.
    """

    people: pd.DataFrame
    tables: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    flags: pd.DataFrame | None = None
    problems: Sequence[Problem] = ()
    sheets: Sequence[Sheet] = ()

    def of_people_shown(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows of another frame that belong to the people shown, with their IDs."""
        shown = rows[self.about_people_shown(rows)]
        if col.EMPLOYEE_ID in shown.columns:
            return shown
        return self.people[[col.PERSON, col.EMPLOYEE_ID]].merge(shown, on=col.PERSON)

    def about_people_shown(self, rows: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Which rows of another frame belong to the people shown; people have dense numbers.

        A row about nobody we know (-1) looks at the last mark, which is never set.
        """
        shown, of_rows = (
            frame[col.PERSON].to_numpy(dtype=np.int64, na_value=-1) for frame in (self.people, rows)
        )
        marked = np.zeros(max(shown.max(initial=0), of_rows.max(initial=0)) + 2, dtype=bool)
        marked[shown] = True
        kept: npt.NDArray[np.bool_] = marked[of_rows]
        return kept


@dataclass(frozen=True, slots=True)
class Export:
    """One list: a fixed key for file names, words, and the frame it is made from.

    source gives None where the material lacks it. Of a frame about persons only the rows about
    the people shown are taken.
    """

    key: str
    label: str
    meaning: str
    source: Callable[[Material], pd.DataFrame | None]

    def count(self, material: Material) -> int | None:
        """How many rows the list has, without making it."""
        found = self.source(material)
        if found is None or col.PERSON not in found.columns:
            return None if found is None else len(found)
        return int(material.about_people_shown(found).sum())

    def table(self, material: Material) -> pd.DataFrame | None:
        """The list as it leaves: columns in words, no protected attribute (or an error)."""
        found = self.source(material)
        if found is None:
            return None
        rows = material.of_people_shown(found) if col.PERSON in found.columns else found
        return as_row_view(rows, where=self.label)


def _people(material: Material) -> pd.DataFrame:
    return material.people


def _flags(material: Material) -> pd.DataFrame | None:
    return material.flags


def _of_table(name: str) -> Callable[[Material], pd.DataFrame | None]:
    def source(material: Material) -> pd.DataFrame | None:
        table = material.tables.get(name)
        return None if table is None or col.PERSON not in table.columns else table

    return source


def _problems(material: Material) -> pd.DataFrame:
    return problem_rows(material.problems, material.sheets)


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
    Export("problems", "Problems", "What could not be used, a row for each cell.", _problems),
)
