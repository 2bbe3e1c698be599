"""Chips: the name of a rule and for how long, in the colour that says how far it is proven."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from components.signals import rule
from components.tables import columns as col
from components.ui.durations import ago, months_words
from components.ui.facts import Facts

NOT_TESTED: Final = "gray"
"""Amber is for rules that held up in the company's own past; none has been tested yet."""

NOTICE: Final = "blue"
SCOPE: Final = "scope"
"""The pointer of rules that stand on the time since the scope last changed."""


def how_long(flag: Facts, who: Facts, as_of: date) -> str:
    """How long a flag or notice has held, by the clock the rule stands on."""
    if any(pointer.name == SCOPE for pointer in rule(flag[col.RULE]).evidence):
        return months_words(who[col.MONTHS_IN_SCOPE], at_least=who[col.CLOCK_AT_LEAST])
    return ago(flag[col.SINCE], as_of) if isinstance(flag[col.SINCE], date) else ""


def chip_words(flag: Facts, who: Facts, as_of: date) -> str:
    """The words of one chip: rule · how long."""
    parts = (rule(flag[col.RULE]).label, how_long(flag, who, as_of))
    return " · ".join(part for part in parts if part)


def show_chips(flags: Sequence[Facts], who: Facts, as_of: date) -> None:
    """The chips of one person, flags in grey, notices in blue."""
    with st.container(horizontal=True, gap="xsmall"):
        for flag in flags:
            notice = flag[col.KIND] == "notice"
            st.badge(
                chip_words(flag, who, as_of),
                icon=":material/event:" if notice else None,
                color=NOTICE if notice else NOT_TESTED,
            )


def show_legend() -> None:
    """What the colour of a chip says."""
    st.badge("not yet tested in your data", color=NOT_TESTED)
