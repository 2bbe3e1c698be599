"""A team at a glance: one row per person, what needs the reader first."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from components.signals import RULES, rule
from components.tables import columns as col
from components.ui.durations import months_words
from components.ui.facts import Facts, facts_of, missing, person_name
from components.ui.flag_cards import person_link
from components.ui.list_seen import remember_list
from components.ui.standing import Standing, by_reasons
from components.ui.text import plain
from components.ui.view import View
from components.ui.wishes import last_talks, talk_words

PAGE = 25
CANT_TELL = "Can’t tell"
COLOURS = {one.label: "blue" if one.kind == "notice" else "gray" for one in RULES}
WIDTHS = {"Name": 180, "Role": 230, "Level": 70, "Rating": 90, "Months in scope": 130}


def team_rows(view: View, answers: Standing, persons: Sequence[int]) -> pd.DataFrame:
    """These people in this order, the columns in words; `person` stands first."""
    few = answers.rows_about(list(persons))
    people = {who[col.PERSON]: who for who in facts_of(few.people)}
    chips, talks = _chips(few), last_talks(view, persons)
    return pd.DataFrame(
        [_row(people[person], chips, talks, view.as_of) for person in persons],
        columns=[col.PERSON, "ID", *WIDTHS, "Flags", "Last talk"],
    )


def _row(
    who: Facts,
    chips: Mapping[int, list[str]],
    talks: Mapping[int, date],
    as_of: date,
) -> tuple[object, ...]:
    person = who[col.PERSON]
    return (
        person,
        who[col.EMPLOYEE_ID],
        plain(person_name(who)),
        _words(who[col.JOB_TITLE]),
        _words(who[col.LEVEL]),
        "not rated" if missing(who[col.RATING]) else f"{who[col.RATING]:g}",
        _months(who),
        chips.get(person, []),
        talk_words(talks.get(person), as_of),
    )


def _words(value: Any) -> str:
    return "not known" if missing(value) else plain(str(value))


def _months(who: Facts) -> str:
    words = months_words(who[col.MONTHS_IN_SCOPE], at_least=who[col.CLOCK_AT_LEAST])
    return words.removesuffix("s").removesuffix(" month")


def _chips(answers: Standing) -> dict[int, list[str]]:
    """The labels of each person's flags and notices, or that the rules can't tell."""
    found: dict[int, list[str]] = {person: [CANT_TELL] for person in answers.cant_tell}
    said = pd.concat([answers.flags, answers.notices])
    for person, key in zip(said[col.PERSON].tolist(), said[col.RULE].tolist(), strict=True):
        found.setdefault(person, []).append(rule(key).label)
    return found


def show_team(view: View, answers: Standing, title: str) -> None:
    """The table, some people a page; a ticked row offers the way to the person."""
    ordered = by_reasons(answers, answers.people)
    remember_list(view, "in the team", ordered)
    start = _page(len(ordered))
    shown = team_rows(view, answers, ordered[start : start + PAGE])
    picked = st.dataframe(
        shown.drop(columns=[col.PERSON, "ID"]),
        key=f"team_rows_{start}",
        alt=title,
        hide_index=True,
        row_height=36,
        height="content",
        column_config=_columns(),
        on_select="rerun",
        selection_mode="single-row",
    )
    _open_picked(view, shown, picked)
    _links(view, shown)


def _page(people: int) -> int:
    if people <= PAGE:
        return 0
    return (st.pagination(-(-people // PAGE), key=f"team_page_{people}") - 1) * PAGE


def _columns() -> Facts:
    config = st.column_config
    return {
        **{name: config.TextColumn(width=width) for name, width in WIDTHS.items()},
        "Flags": config.MultiselectColumn(
            width=270, options=[*COLOURS, CANT_TELL], color=[*COLOURS.values(), "gray"]
        ),
        "Last talk": config.TextColumn(width=140),
    }


def _open_picked(view: View, shown: pd.DataFrame, picked: Any) -> None:
    """The way to the person whose row is ticked."""
    rows = [row for row in picked.selection.rows if row < len(shown)]
    with st.container(horizontal=True, gap="xsmall", key="row_picked"):
        if not rows:
            st.caption("Tick a row to open the person.", width="content")
        for row in rows:
            st.markdown("Open", width="content")
            _link(view, shown["ID"].iloc[row], shown["Name"].iloc[row])


def _link(view: View, employee_id: str, name: str) -> None:
    person_link(view, {col.EMPLOYEE_ID: employee_id, col.NAME: name})


def _links(view: View, shown: pd.DataFrame) -> None:
    """The same people as links, for the keyboard."""
    drawer = st.expander(
        "All of them as links", type="compact", key="team_links", on_change="rerun"
    )
    if drawer.open:
        with drawer, st.container(horizontal=True, gap="small"):
            for employee_id, name in zip(shown["ID"], shown["Name"], strict=True):
                _link(view, employee_id, name)
