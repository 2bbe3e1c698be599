"""The succession bench on the page: roles, who could follow, how soon, and whether they want to."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from components.growth import Bench, Readiness, Willingness
from components.tables import columns as col
from components.ui import comparing
from components.ui.facts import facts_of, missing, person_name
from components.ui.figures import show_table
from components.ui.leverage.words import STEPS, WISHES
from components.ui.text import plain, safe
from components.ui.view import View

NOBODY = "nobody named"


def show_bench(view: View) -> None:
    """The bench of roles whose holder is shown, and of roles without a known holder."""
    if not view.dataset.has("successors"):
        return
    where = (view.version.name, view.settings.fingerprint, view.as_of)
    found = shown(view, comparing.bench_of(*where))
    if found.roles.empty:
        return
    st.space("small")
    with st.container(key="bench", gap="xsmall"):
        st.header(safe(finding(found)), anchor=False)
        st.caption(safe(base(found)))
        alt = "Roles, their holders and who could follow"
        show_table(bench_table(view, found), key="bench_rows", alt=alt)


def shown(view: View, whole: Bench) -> Bench:
    """The roles whose holder the view shows, and those whose holder nobody knows."""
    here = view.people[col.PERSON].astype("Int64")

    def of_view(rows: pd.DataFrame) -> pd.DataFrame:
        return rows[rows["holder"].isin(here) | rows["holder"].isna()].reset_index(drop=True)

    return Bench(of_view(whole.named), of_view(whole.roles))


def finding(found: Bench) -> str:
    """How many roles somebody could and would take over now."""
    roles, covered = len(found.roles), int(found.roles["wanted"].gt(0).sum())
    ready = int(found.roles["ready"].gt(0).sum())
    what = "1 role" if roles == 1 else f"{roles:,} roles"
    have = "has" if ready == 1 else "have"
    who = f"for {covered:,} of them that person also wants it" if ready else "so nobody to ask"
    return f"Of {what}, {ready:,} {have} somebody said to be ready now; {who}"


def base(found: Bench) -> str:
    """Nobody named, pushed people, names on many lists, and how the columns are to be read."""
    told = [f"{len(found.empty_roles):,} roles have nobody named."]
    pushed = found.pushed[col.PERSON].nunique()
    if pushed:
        told.append(f"{pushed:,} named people do not want it or are content: ask before planning.")
    many = len(found.on_many)
    if many:
        told.append(f"{many:,} names stand on three lists or more.")
    told.append(
        "Stated: as the list says. Here: scores of the next level, steady cycles, work beyond the "
        "role. The two may differ; that is a question."
    )
    return " ".join(told)


def bench_table(view: View, found: Bench) -> pd.DataFrame:
    """A row for each successor; a role without one has a row of its own."""
    names = _names(view, found)
    nobody = pd.array([pd.NA] * len(found.empty_roles), "Int64")
    empty = found.empty_roles.assign(person=nobody)
    rows = pd.concat([found.named, empty], ignore_index=True)
    rows = rows.assign(sort=rows[col.POSITION].fillna("").str.casefold()).sort_values(
        ["sort", "role"], kind="stable"
    )
    return pd.DataFrame(
        {
            "Role": [_words(one) for one in rows[col.POSITION]],
            "Held by": [names.get(_number(one), "not known") for one in rows["holder"]],
            "Could follow": [
                NOBODY if missing(one) else names.get(_number(one), "not known")
                for one in rows[col.PERSON]
            ],
            "Stated": [_words(one, "–") for one in rows[col.READINESS]],
            "Here": [_step(one) for one in rows["readiness_here"]],
            "Wish": [_wish(one) for one in rows["willingness"]],
        }
    )


def _names(view: View, found: Bench) -> Mapping[int, str]:
    """Names of holders and successors; whom the viewer may not list keeps none."""
    wanted = pd.concat([found.named["holder"], found.named[col.PERSON], found.roles["holder"]])
    people = view.scope.within(view.measures.people)
    people = people[people[col.PERSON].isin(wanted.dropna().astype("int64").unique())]
    return {int(who[col.PERSON]): plain(person_name(who)) for who in facts_of(people)}


def _number(value: object) -> int:
    return -1 if missing(value) else int(str(value))


def _words(value: object, otherwise: str = "not known") -> str:
    return otherwise if missing(value) or str(value) == "nan" else plain(str(value))


def _step(value: object) -> str:
    return "–" if missing(value) else STEPS[Readiness(str(value))]


def _wish(value: object) -> str:
    return "–" if missing(value) else WISHES[Willingness(str(value))]
