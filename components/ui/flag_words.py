"""What Flight risk says in words: what a flag is not, the finding, a warning, nobody."""

import streamlit as st

from components.ui.empty import empty
from components.ui.flag_lists import Choice
from components.ui.standing import Standing

NOT_A_FORECAST = (
    "A flag is not a forecast and not a judgement of a person: it is a reason for a conversation."
)


def finding(answers: Standing) -> str:
    """How many people are worth a conversation, and how many for several reasons."""
    people, flagged = len(answers.people), len(answers.reasons)
    if not people:
        return "Nobody is in this selection"
    if answers.not_judged:
        return f"No flag could judge the {people:,} people here: every rule is off"
    verb = "is" if flagged == 1 else "are"
    noun = "person" if people == 1 else "people"
    first = f"{flagged:,} of {people:,} {noun} {verb} worth a conversation"
    several = f"{len(answers.several):,}" if answers.several else "none"
    return f"{first}, {several} of them for two reasons or more" if flagged else first


def share_warning(answers: Standing, limit: float) -> None:
    """Warn when so many people are flagged that a flag says little."""
    people, flagged = len(answers.people), len(answers.reasons)
    if people and flagged / people > limit:
        st.warning(
            f"{flagged:,} of {people:,} people are flagged, more than {limit:.0%}. Where so many "
            "are flagged, a flag says little: narrow the limits in config/signals.toml.",
            icon=":material/info:",
        )


def nobody_here(choice: Choice, answers: Standing) -> None:
    """Say that a list is empty, and for how many people the rules can't tell."""
    people, open_ones = len(answers.people), len(answers.cant_tell)
    if not people:
        empty("Nobody is in this selection", "Open the filters above and keep more people.")
        return
    checked = len(answers.reasons) + answers.not_flagged
    empty(
        f"Nobody is in the list “{choice.label}”",
        f"{checked:,} people checked; for {open_ones:,} the rules can’t tell.",
        icon="flag",
    )
