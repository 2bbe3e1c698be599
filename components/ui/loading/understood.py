"""What was read: the headline, the four steps, and what each column was taken for."""

import streamlit as st

from components.tables.problems import Severity
from components.ui.arrival import Arrival
from components.ui.loading.words import counted, listed, name_of, verb
from components.ui.matcher import matcher, needs_a_look, proposals
from components.ui.text import safe

SIDE_BY_SIDE = 3
DONE, NOW, LATER = (
    ":green[:material/check_circle:]",
    ":blue[:material/radio_button_checked:]",
    ":gray[:material/radio_button_unchecked:]",
)


def head_of(arrival: Arrival) -> None:
    """What was read: people, ratings and what needs a look, and the sum of the rows."""
    reading = arrival.reading
    sheets = arrival.opened.arrived.sheets
    files = len({sheet.file for sheet in sheets})
    cells = sum(problem.count for problem in arrival.problems)
    look = f"; {counted(cells, 'cell')} {verb(cells, 'needs', 'need')} a look" if cells else ""
    st.title(
        f"{counted(files, 'file')} read: {reading.dataset.people_count:,} people and "
        f"{len(reading.dataset.tables.get('reviews', ())):,} reviews{look}",
        anchor=False,
    )
    rows = sum(sheet.rows for sheet in sheets)
    profile = f" Read with the profile “{arrival.profile}”." if arrival.profile else ""
    st.markdown(
        safe(
            f"{rows:,} rows in {counted(len(sheets), 'sheet')}.{profile} "
            "Nothing counts before you confirm it."
        )
    )


def steps(arrival: Arrival) -> None:
    """The four steps, each with where it stands."""
    files = [sheet.file for sheet in arrival.opened.arrived.sheets]
    used = sum(bool(match.field) for match in arrival.reading.matches)
    waiting = sum(len(proposals(plan)) for plan in arrival.reading.plans)
    asked = sum(one.severity is Severity.QUESTION for one in arrival.problems)
    cells = sum(problem.count for problem in arrival.problems)
    kinds = len({problem.code for problem in arrival.problems})
    told = (
        (DONE, "Files", listed(list(dict.fromkeys(files)), 2)),
        (NOW if waiting else DONE, "Columns", f"{used:,} used, {waiting:,} to confirm"),
        (NOW if asked else DONE, "Questions", f"{asked:,} open" if asked else "none open"),
        (
            LATER if asked or waiting else NOW,
            "Confirm",
            f"{counted(cells, 'cell')} in {counted(kinds, 'kind')} to look at"
            if cells
            else "every cell could be read",
        ),
    )
    with st.container(key="steps"):
        for column, (icon, name, where) in zip(st.columns(4), told, strict=True):
            with column, st.container(gap="xxsmall"):
                st.markdown(f"{icon} **{name}**")
                st.caption(safe(where))


def show_columns(arrival: Arrival) -> None:
    """The column matcher; behind a fold where only corrections are looked at."""
    if arrival.found is None:
        _show_columns(arrival)
        return
    with st.expander("What each column is used as"):
        _show_columns(arrival)


def _show_columns(arrival: Arrival) -> None:
    sheets = arrival.opened.arrived.sheets
    found = sorted(arrival.reading.plans, key=lambda plan: not needs_a_look(plan))
    plans = {plan.sheet: plan for plan in found if plan.columns}
    if not plans:
        st.header("No column could be used yet", anchor=False)
        st.caption("The questions beside say why.")
        return
    used = sum(column.used for plan in plans.values() for column in plan.columns)
    every = sum(len(plan.columns) for plan in plans.values())
    waiting = sum(len(proposals(plan)) for plan in plans.values())
    wait = f"; {counted(waiting, 'column')} to confirm" if waiting else ""
    st.header(f"{used} of {counted(every, 'column')} are used{wait}", anchor=False)
    st.caption("What needs you comes first. A column without a match is left out, never guessed.")
    names = {number: name_of(sheets[number].file, sheets[number].name) for number in plans}
    matcher(arrival, plans[_sheet_chosen(names)])


def _sheet_chosen(names: dict[int, str]) -> int:
    """The sheet to show: side by side while they fit, else in a list."""
    numbers = list(names)
    if len(numbers) == 1:
        return numbers[0]
    if len(numbers) > SIDE_BY_SIDE:
        return int(st.selectbox("Sheet", numbers, format_func=names.__getitem__, key="sheet_list"))
    chosen = st.segmented_control(
        "Sheet",
        numbers,
        default=numbers[0],
        format_func=lambda number: safe(names[number]),
        label_visibility="collapsed",
        key="sheet_shown",
        required=True,
    )
    return int(chosen)
