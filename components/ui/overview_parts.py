"""The parts of the Overview: the numbers, two figures, and who or what needs attention first."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.access import hide_small
from components.charts import Figure, flag_bars, headcount
from components.signals import RULES
from components.tables import columns as col
from components.ui.problem_cards import by_kind, headline
from components.ui.registry import page
from components.ui.standing import Standing
from components.ui.text import safe
from components.ui.view import View

FIRST = 5
"""How many people are named as the first to talk to."""


def finding(view: View, answers: Standing) -> str:
    """The headline: how many people, and how many are worth a conversation."""
    people = len(view.people)
    who = "1 active person" if people == 1 else f"{people:,} active people"
    if answers.not_judged:
        return f"{who}; the flags are switched off"
    flagged = len(answers.reasons)
    verb = "is" if flagged == 1 else "are"
    return f"{who}, {flagged:,} of them {verb} worth a conversation"


def measured(people: pd.DataFrame) -> list[tuple[str, str, str]]:
    """The few numbers: name, value, and the people it stands on."""
    rated = people[people[col.TOP_PERFORMER].notna()]
    months = people[col.MONTHS_IN_SCOPE].dropna()
    middle = f"{months.median():.0f} months" if len(months) else "not known"
    everyone = f"{len(people):,}"
    return [
        ("Active people", everyone, "in this selection"),
        ("Rated at the top", f"{rated[col.TOP_PERFORMER].sum():,}", f"of {len(rated):,} rated"),
        ("Median time in scope", middle, f"{len(months):,} of {everyone} known"),
        ("Managers", f"{people[col.MANAGER_ID].nunique():,}", f"named for {everyone} people"),
    ]


def tables(people: pd.DataFrame) -> Mapping[str, pd.DataFrame]:
    """The numbers as they are taken away."""
    return {"Overview": pd.DataFrame(measured(people), columns=["Number", "Value", "Of"])}


def numbers(people: pd.DataFrame) -> None:
    """At most four numbers, each with its base."""
    for column, (name, value, base) in zip(st.columns(4), measured(people), strict=True):
        with column:
            st.metric(name, value, base, delta_color="off", delta_arrow="off", border=True)


def figures(view: View, answers: Standing) -> tuple[Figure, Figure | None]:
    """Where people are, and why they are flagged."""
    limit = view.settings.app.min_group
    by = col.REGION if view.people[col.REGION].notna().any() else col.DEPARTMENT
    groups = view.people[by].fillna("not known").value_counts().sort_index()
    rows = pd.DataFrame({"label": groups.index.astype(str), "people": groups.to_numpy()})
    shown = hide_small(rows, "label", None, count="people", limit=limit)
    return headcount(shown, of=by, limit=limit), _by_rule(answers, limit)


def _by_rule(answers: Standing, limit: int) -> Figure | None:
    rules = [rule for rule in RULES if rule.key not in answers.off and rule.kind == "flag"]
    if not rules:
        return None
    yes, no, unknown = (
        rows[col.RULE].value_counts() for rows in (answers.flags, answers.no, answers.unknown)
    )
    rows = pd.DataFrame(
        {
            "label": [rule.label for rule in rules],
            "flagged": [int(yes.get(rule.key, 0)) for rule in rules],
            "people": [int(yes.get(rule.key, 0) + no.get(rule.key, 0)) for rule in rules],
            "unknown": [int(unknown.get(rule.key, 0)) for rule in rules],
            "hidden": False,
        }
    )
    return flag_bars(rows, limit=limit, calm=True)


def attention(view: View, answers: Standing) -> None:
    """The first few people with the most reasons, by name."""
    flagged = answers.reasons
    if not flagged:
        return
    st.header("First to talk to", anchor=False)
    st.caption("By number of reasons, then by name. A flag is a reason for a conversation.")
    people = view.people[view.people[col.PERSON].isin(list(flagged))]
    people = people[[col.PERSON, col.EMPLOYEE_ID, col.NAME, col.JOB_TITLE, col.DEPARTMENT]]
    listed = people.assign(reasons=people[col.PERSON].map(flagged))
    listed = listed.sort_values(["reasons", col.NAME], ascending=[False, True]).head(FIRST)
    for person in listed.itertuples():
        _person(view, person)
    st.page_link(page("flight_risk").file, label=f"All {len(flagged):,} people flagged")


def _person(view: View, person: object) -> None:
    known = [getattr(person, name) for name in (col.JOB_TITLE, col.DEPARTMENT)]
    words = ", ".join(str(part) for part in known if pd.notna(part))
    employee_id = str(getattr(person, col.EMPLOYEE_ID))
    name = getattr(person, col.NAME)
    with st.container(horizontal=True, gap="small", key=f"row_{view.code(employee_id)}"):
        st.page_link(
            page("person").file,
            label=safe(str(name) if pd.notna(name) else employee_id),
            query_params={"person": view.code(employee_id)},
            width="content",
        )
        st.caption(safe(words), width="content")


def data_notes(view: View) -> None:
    """What is switched off, and what could not be read."""
    problems = (*view.version.problems, *view.measures.problems)
    kinds = by_kind(problems)
    off = [(rule.label, view.flags.off[rule.key]) for rule in RULES if rule.key in view.flags.off]
    title = "What could not be used" if kinds or off else "Everything that is used could be read"
    st.header(title, anchor=False)
    for label, why in off:
        st.markdown(f":gray[:material/toggle_off:] {safe(label)}. {safe(why)}")
    for kind in kinds[:FIRST]:
        st.markdown(f"- {safe(headline(kind))}")
    st.page_link(page("load_data").file, label="See the columns and every cell on Load data")
