"""Flags that were said to be no concern for a while, and why."""

from collections.abc import Mapping

from components.store import FollowUp
from components.tables import columns as col
from components.ui.facts import Facts
from components.ui.follow_up.words import what
from components.ui.view import View

Key = tuple[str, str]
"""Employee ID and rule."""


def overrides_here(view: View) -> Mapping[Key, FollowUp]:
    """The override in force on the day of the view for each person and rule; the newest counts."""
    return {(one.subject, one.rule): one for one in view.follow_ups.overrides(view.as_of)}


def override_words(view: View, flag: Facts) -> str:
    """Until when a flag is no concern, and why."""
    said = overrides_here(view)[str(flag[col.EMPLOYEE_ID]), str(flag[col.RULE])]
    return f"{what(said)}: {said.words}"
