"""Flags by rule and by department, and the rules that are off."""

import numpy as np
import pandas as pd
import streamlit as st

from components.access import hide_small, limit_for
from components.charts import Figure, flag_bars
from components.signals import RULES, Flags, rule
from components.tables import columns as col
from components.ui.registry import page
from components.ui.standing import Standing, numbers_of
from components.ui.text import safe
from components.ui.view import View

NOT_KNOWN, TOGETHER = "Not known", "Hidden departments"
_COUNTS = ["flagged", "people", "unknown", "everyone"]


def by_rule(answers: Standing) -> Figure | None:
    """People flagged by each rule that is on; nothing where all are off."""
    counts = {
        name: rows[col.RULE].value_counts()
        for name, rows in (
            ("yes", answers.flags),
            ("no", answers.no),
            ("no concern", answers.no_concern),
            ("open", answers.unknown),
        )
    }
    keys = [one.key for one in RULES if one.kind == "flag" and one.key not in answers.off]
    if not keys:
        return None
    yes, no, aside, unknown = (
        np.array([int(counts[name].get(key, 0)) for key in keys]) for name in counts
    )
    rows = pd.DataFrame(
        {
            "label": [rule(key).label for key in keys],
            "flagged": yes,
            "people": yes + no + aside,
            "unknown": unknown,
            "hidden": False,
        }
    )
    base = "People with the flag, of the active people it could judge. Two flags count twice."
    return flag_bars(rows, base=base, calm=True)


def by_department(view: View, answers: Standing) -> Figure:
    """People with a flag in each department; small departments are hidden."""
    limit = limit_for(view.settings.app, col.DEPARTMENT)
    rows = hide_small(departments(answers), "label", None, count="everyone", limit=limit)
    shown, hidden = rows[~rows["hidden"]], rows[rows["hidden"]]
    together = hidden[_COUNTS].sum().to_frame().T.astype(int)
    together = together.assign(
        label=f"{TOGETHER} ({len(hidden)})", hidden=together["everyone"].lt(limit)
    )
    drawn = pd.concat([shown, together], ignore_index=True) if len(hidden) else shown
    base = "People with at least one flag, of the active people whom the rules could judge."
    if len(hidden):
        base += f" Fewer than {limit} people, and the next smallest, are counted together."
    return flag_bars(drawn, title=_finding(shown), base=base, limit=limit, calm=True)


def departments(answers: Standing) -> pd.DataFrame:
    """One row per department in name order: label, flagged, people (judged), unknown, everyone."""
    people = answers.people
    codes, names = pd.factorize(people[col.DEPARTMENT].fillna(NOT_KNOWN))
    persons = numbers_of(people)
    flagged = np.isin(persons, list(answers.reasons))
    unknown = np.isin(persons, list(answers.cant_tell))
    everyone = np.ones(len(persons), dtype=bool)
    parts = (flagged, ~unknown, unknown, everyone)
    counted = pd.DataFrame(
        {
            name: np.bincount(codes, weights=part, minlength=len(names)).astype(int)
            for name, part in zip(_COUNTS, parts, strict=True)
        }
    ).assign(label=[str(name) for name in names])
    last = counted["label"].eq(NOT_KNOWN)
    order = counted.assign(last=last, name=counted["label"].str.casefold())
    return order.sort_values(["last", "name"], ignore_index=True).drop(columns=["last", "name"])


def _finding(shown: pd.DataFrame) -> str:
    """In how many of the departments shown somebody is flagged."""
    some = int(shown["flagged"].gt(0).sum())
    return f"Somebody is flagged in {some:,} of {len(shown):,} departments shown"


def show_rules_off(flags: Flags) -> None:
    """The rules that could not judge or not wholly, and what would switch each on."""
    if flags.off:
        with st.container(border=True, gap="xsmall", key="rules_off"):
            count = len(flags.off)
            st.markdown(f"**{count} {'rule is' if count == 1 else 'rules are'} off, not clear**")
            for key, why in flags.off.items():
                st.caption(f":material/toggle_off: {rule(key).label} – {safe(_lower(why))}")
            entry = page("load_data")
            st.page_link(entry.file, label=entry.title, icon=entry.icon, width="content")
    for key, lacks in flags.partly.items():
        st.caption(f":material/toggle_off: {rule(key).label} – {safe(_lower(lacks))}")


def _lower(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}".removeprefix("off: ")
