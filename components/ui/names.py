"""What managers and raters are called: a name, with the ID beside it where two share it."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from components.tables import columns as col
from components.ui.view import View


def names_of_managers(people: pd.DataFrame) -> dict[str, str]:
    """Employee ID → name of everybody who leads somebody."""
    managers = people[col.MANAGER_ID].dropna().unique()
    rows = people[people[col.EMPLOYEE_ID].isin(managers)]
    named = rows[rows[col.NAME].notna()]
    return dict(zip(named[col.EMPLOYEE_ID], named[col.NAME], strict=True))


def names_of_raters(view: View) -> Mapping[str, str]:
    """Names of all who rate or lead; namesakes keep their ID, whatever the filters leave."""
    names = dict(view.names)
    further = set(view.people[col.RATER_ID].dropna().unique()) - names.keys()
    if further:
        people = view.measures.people
        rows = people[people[col.EMPLOYEE_ID].isin(list(further)) & people[col.NAME].notna()]
        names |= dict(zip(rows[col.EMPLOYEE_ID], rows[col.NAME], strict=True))
    held = Counter(names.values())
    return {one: name if held[name] == 1 else f"{name} ({one})" for one, name in names.items()}
