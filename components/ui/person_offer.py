"""One person's page as a workbook."""

from collections.abc import Mapping

import pandas as pd

from components.exports.row_views import as_row_view
from components.tables import columns as col
from components.ui.facts import Facts
from components.ui.flags_offer import flag_rows
from components.ui.offer import Offer
from components.ui.person_career import of_person
from components.ui.standing import Standing
from components.ui.view import View


def person_offer(view: View, who: Facts, answers: Standing) -> Offer:
    """What the Person page offers to take away."""
    return Offer("person", "One person", lambda: sheets(view, who, answers), about=answers.people)


def sheets(view: View, who: Facts, answers: Standing) -> Mapping[str, pd.DataFrame]:
    """Measures, flags with their cells, roles, ratings, competencies."""
    person, measures = who[col.PERSON], view.measures
    said = pd.concat([answers.flags, answers.notices, answers.unknown])
    tables = {
        "Person": of_person(view.people, person),
        "Roles": of_person(measures.spells, person),
        "Ratings": of_person(measures.ratings, person),
        "Competencies": of_person(measures.competencies, person),
        "Applications": of_person(measures.opportunities, person),
    }
    rows = {name: as_row_view(table, where=name) for name, table in tables.items()}
    return {"Person": rows.pop("Person"), "Flags": flag_rows(view, said), **rows}
