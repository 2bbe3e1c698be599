"""A team as a workbook: the table as shown, and its flags with their cells."""

from collections.abc import Mapping

import pandas as pd

from components.exports.row_views import as_row_view
from components.tables import columns as col
from components.ui.flags_offer import flag_rows
from components.ui.offer import Offer
from components.ui.standing import Standing, by_reasons
from components.ui.team_table import team_rows
from components.ui.view import View


def team_offer(view: View, answers: Standing, title: str) -> Offer:
    """What Team offers to take away."""
    return Offer("team", title, lambda: sheets(view, answers), about=answers.people)


def sheets(view: View, answers: Standing) -> Mapping[str, pd.DataFrame]:
    """The team, everybody in the order of the screen, and the flags."""
    team = team_rows(view, answers, by_reasons(answers, answers.people))
    words = team.assign(Flags=team["Flags"].str.join("; ")).drop(columns=col.PERSON)
    said = pd.concat([answers.flags, answers.notices, answers.unknown])
    return {"Team": as_row_view(words, where="Team"), "Flags": flag_rows(view, said)}
