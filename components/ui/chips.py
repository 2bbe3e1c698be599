"""Chips: the name of a rule and for how long, in the colour that says how far it is proven."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import streamlit as st

from components.signals import NO_CONCERN, SET_BACK, rule
from components.signals.backtest import Verdict
from components.tables import columns as col
from components.ui.durations import ago, months_words
from components.ui.facts import Facts
from components.ui.view import View

HELD: Final = "orange"
NOT_PROVEN: Final = "gray"
"""Amber is for rules that held up in the company's own past; grey for all others."""

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


def show_chips(flags: Sequence[Facts], who: Facts, view: View) -> None:
    """The chips of one person: flags amber or grey, notices blue, set back ones said to be so."""
    with st.container(horizontal=True, gap="xsmall"):
        for flag in flags:
            notice = flag[col.KIND] == "notice"
            held = view.verdicts.get(flag[col.RULE]) is Verdict.SUPPORTED
            words = chip_words(flag, who, view.as_of)
            aside = flag[col.STATE] == NO_CONCERN
            if flag[col.KIND] == SET_BACK:
                words += " · not supported here"
            if aside:
                words += " · no concern"
            st.badge(
                words,
                icon=":material/event:" if notice else None,
                color=NOTICE if notice else HELD if held and not aside else NOT_PROVEN,
            )


def show_legend(verdicts: Mapping[str, Verdict]) -> None:
    """What the colours of chips say."""
    if any(one is Verdict.SUPPORTED for one in verdicts.values()):
        st.badge("held up here before", color=HELD)
    words = "not proven here" if verdicts else "not yet tested in your data"
    st.badge(words, color=NOT_PROVEN)
