"""The people of the page as a file: one row each, with what it stands on and the question."""

import pandas as pd

from components.exports.row_views import as_row_view
from components.growth import Readiness, Willingness
from components.tables import columns as col
from components.ui.facts import facts_of
from components.ui.leverage.rows import BY_KEY, Wishes
from components.ui.leverage.words import STEPS, WISHES, ready_words, wish_words
from components.ui.offer import Offer
from components.ui.view import View

_WHO = (col.EMPLOYEE_ID, col.NAME, col.JOB_TITLE, col.LEVEL, col.DEPARTMENT, col.MANAGER_NAME)


def leverage_file(view: View, found: Wishes) -> Offer:
    """What the page offers to take away."""
    title = "Wish and readiness"
    return Offer("wishes", title, lambda: {title: wish_rows(view, found)})


def wish_rows(view: View, found: Wishes) -> pd.DataFrame:
    """Who, the wish, readiness, where they meet, and what each stands on."""
    facts = facts_of(found.rows)
    told = pd.DataFrame(
        {
            col.PERSON: found.rows[col.PERSON],
            "Wish": [WISHES[Willingness(one)] for one in found.rows["willingness"]],
            "Readiness": [STEPS[Readiness(one)] for one in found.rows["readiness"]],
            "Meeting": [BY_KEY[one].name for one in found.rows["meeting"]],
            "Wish stands on": [wish_words(one, view.as_of) for one in facts],
            "Readiness stands on": [ready_words(one) for one in facts],
            "Question": [BY_KEY[one].question for one in found.rows["meeting"]],
        }
    )
    joined = view.people[[col.PERSON, *_WHO]].merge(told, on=col.PERSON, how="inner")
    return as_row_view(joined.drop(columns=col.PERSON), where="Wish and readiness")
