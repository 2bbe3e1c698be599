"""Ratings beside the evidence for them: by group, and person by person where they part."""

import pandas as pd
import streamlit as st

from components.analysis.rating_columns import COMMENTED
from components.calibration import COMPETENCIES, GOALS, Case
from components.tables import columns as col
from components.ui import comparing
from components.ui.facts import facts_of, person_name
from components.ui.figures import show_table
from components.ui.offer import Offer, offer
from components.ui.rating_views import Ratings
from components.ui.text import plain, safe
from components.ui.view import View

_RULE = (
    "A case is a rating in the top quarter of people at the same level while competencies or goals "
    "are in their lowest quarter and neither is in the upper half; or the other way round; or the "
    "highest or lowest rating without a comment, where half of the ratings have one."
)


def show_cases(view: View, found: Ratings) -> None:
    """The people whose rating and evidence part, by name: reasons to ask, no errors."""
    rows = here(view, found)
    cases = rows.dropna(subset="case")
    st.markdown(f"**{safe(cases_finding(rows))}**")
    st.caption(f"A question for the room, not a mistake. {_RULE}")
    if len(cases):
        table = cases_table(view, cases)
        alt = "Cases: rating, evidence and what to ask"
        show_table(table, key="case_rows", alt=alt, decimals={"Competencies, mean": 1})
        about = view.people[view.people[col.PERSON].isin(cases[col.PERSON])]
        title = "Cases worth the room’s time"
        offer(view, Offer("rating-cases", title, lambda: {"Cases": table}, about=about))


def here(view: View, found: Ratings) -> pd.DataFrame:
    """Evidence of the rated people shown."""
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    ends = (float(found.scale.lowest), float(found.scale.highest))
    rows = comparing.evidence_of(*where, ends=ends)
    return rows[rows[col.PERSON].isin(view.people[col.PERSON])]


def cases_finding(rows: pd.DataFrame) -> str:
    """How many cases there are of each kind."""
    if not rows[[COMPETENCIES, GOALS]].notna().any(axis=None) and rows[COMMENTED].isna().all():
        return "No scores, goals or comments are given: nothing stands beside the ratings"
    counts = rows["case"].value_counts()
    told = [f"{counts[case.value]:,} {_SAID[case]}" for case in Case if counts.get(case.value)]
    people = len(rows)
    if not told:
        return f"None of {people:,} ratings parts from its evidence"
    return f"Of {people:,} ratings, {'; '.join(told)}"


_SAID = {
    Case.HIGHER: "higher than the evidence",
    Case.LOWER: "lower than the evidence",
    Case.UNSAID: "at an end of the scale without a comment",
}


def cases_table(view: View, cases: pd.DataFrame) -> pd.DataFrame:
    """One row per case, by kind and name."""
    people = view.people[view.people[col.PERSON].isin(cases[col.PERSON])]
    names = {who[col.PERSON]: plain(person_name(who)) for who in facts_of(people)}
    table = pd.DataFrame(
        {
            "Name": cases[col.PERSON].map(names),
            "Level": cases[col.LEVEL].fillna("not known").map(plain),
            "Rating": cases[col.RATING],
            "Competencies, mean": cases[COMPETENCIES].round(1),
            "Goals, %": cases[GOALS].round(0),
            "Why": cases["case"],
        }
    )
    kinds = {case.value: place for place, case in enumerate(Case)}
    ordered = table.assign(place=table["Why"].map(kinds)).sort_values(["place", "Name"])
    return ordered.drop(columns="place").reset_index(drop=True)


def show_evidence(view: View, found: Ratings) -> None:
    """Means by group, each with how many people it stands on."""
    rows = here(view, found)
    app = view.settings.app
    table = evidence_table(view, found, rows)
    st.markdown(f"**{safe(evidence_finding(rows))}**")
    st.caption(
        f"Means of people rated, from {app.min_group} people with that value on; share without a "
        f"comment from {app.min_group_protected} on. Like “rating”, these depend on who scores."
    )
    if len(table):
        means = {name: 2 for name in table.columns if name.endswith("mean")} | {"Goals, %: mean": 0}
        alt = "Ratings, competencies, goals and comments"
        show_table(table, key="evidence_rows", alt=alt, decimals=means)


def evidence_finding(rows: pd.DataFrame) -> str:
    """For how many of the rated people there is anything."""
    some = int(rows[[COMPETENCIES, GOALS]].notna().any(axis=1).sum())
    if not some:
        return "No scores or goals are given for the rated people"
    return f"{some:,} of {len(rows):,} rated people have scores or goals to set beside the rating"


def evidence_table(view: View, found: Ratings, rows: pd.DataFrame) -> pd.DataFrame:
    """One row for each group shown; what stands on too few is left out."""
    app = view.settings.app
    column = found.grouping.column
    group = rows[col.PERSON].map(view.people.set_index(col.PERSON)[column].astype("object"))
    shown = found.compared.set_index("key")
    by = rows.assign(group=group)[group.isin(shown.index)].groupby("group")
    table = pd.DataFrame(
        {
            "Group": shown["group"],
            "Rated": by.size(),
            "Rating, mean": by[col.RATING].mean().round(2),
        }
    )
    for name, words in ((COMPETENCIES, "Competencies"), (GOALS, "Goals, %")):
        count = by[name].count()
        table[f"{words}: people"] = count.where(count >= app.min_group)
        table[f"{words}: mean"] = by[name].mean().where(count >= app.min_group).round(2)
    silent = 1 - by[COMMENTED].mean().astype("Float64")
    known = by[COMMENTED].count() >= app.min_group_protected
    table["Without a comment, %"] = (100 * silent.where(known)).round(0)
    return table.loc[shown.index].dropna(axis=1, how="all").reset_index(drop=True)
