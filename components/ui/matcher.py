"""The column matcher: what each column was taken for, how surely, why; and a way to change it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import pyarrow.compute as pc
import streamlit as st

from components.intake import ColumnPlan, Confidence, SheetPlan
from components.tables.schema import TABLES
from components.tables.sheets import Sheet, column_letter
from components.ui import arrivals, session
from components.ui.arrival import Arrival

LEAVE_OUT = "Leave out"
MATCH = {
    Confidence.ASKED: ("Confirm", "orange"),
    Confidence.LIKELY: ("Likely", "blue"),
    Confidence.SURE: ("Certain", "green"),
    Confidence.UNUSED: ("No match", "gray"),
}
WIDTHS = {"Your column": 144, "Used as": 174, "Match": 84, "Because": 126, "Examples": 92}
ROW, TALLEST = 36, 468
"""Heights in pixels; a longer table scrolls, so that the button below stays in sight."""


def places(main: str) -> dict[str, str]:
    """What a column of a sheet about `main` can be used as: words → "table.field".

    Fields of the main table come first and stand without its name; empty leaves a column out.
    """
    tables = sorted(TABLES.values(), key=lambda table: table.name != main)
    named = {
        words_for(table.name, field.name, main): f"{table.name}.{field.name}"
        for table in tables
        for field in table.fields
    }
    return {LEAVE_OUT: "", **named}


def words_for(table: str, field: str, main: str = "") -> str:
    """What a column is used as, in the words of `places`.

    >>> words_for("roles", "effective_date"), words_for("roles", "effective_date", "roles")
    ('Role history: Effective date', 'Effective date')
    >>> words_for("", "")
    'Leave out'
    """
    if not field:
        return LEAVE_OUT
    label = TABLES[table].field(field).label
    return label if table == main else f"{TABLES[table].label}: {label}"


def proposals(plan: SheetPlan) -> dict[str, str]:
    """Columns that wait for a yes: header → the place that is proposed."""
    return {
        header_of(column): f"{column.table}.{column.field}"
        for column in plan.columns
        if column.confidence is Confidence.ASKED and column.field
    }


def needs_a_look(plan: SheetPlan) -> bool:
    """Whether some column of the sheet waits for an answer."""
    return any(column.confidence is Confidence.ASKED for column in plan.columns)


def in_order(columns: Sequence[ColumnPlan]) -> list[ColumnPlan]:
    """What needs a person first; columns that could hold one field stand together."""
    numbers = {column.column: column for column in columns}

    def needs(column: ColumnPlan) -> int:
        return list(MATCH).index(column.confidence)

    def key(column: ColumnPlan) -> tuple[int, int, int, int]:
        group = [column, *(numbers[rival] for rival in column.rivals if rival in numbers)]
        first = min(needs(one) for one in group)
        return (first, min(one.column for one in group), needs(column), column.column)

    return sorted(columns, key=key)


def header_of(column: ColumnPlan) -> str:
    """The header as answers name it; a column without one goes by its letter."""
    return column.header or f"column {column_letter(column.column)}"


def matcher(arrival: Arrival, plan: SheetPlan) -> None:
    """The editable table of one sheet's columns; a change is an answer and is read anew."""
    sheet = arrival.opened.arrived.sheets[plan.sheet]
    columns = in_order(plan.columns)
    key = f"matcher_{plan.sheet}_{abs(hash(arrival.answers.to_toml()))}"
    st.data_editor(
        matcher_rows(columns, sheet, plan),
        key=key,
        hide_index=True,
        row_height=ROW,
        height=min(ROW * (len(columns) + 1) + 2, TALLEST),
        num_rows="fixed",
        disabled=[name for name in (*WIDTHS, "Filled") if name != "Used as"],
        column_config=_column_config(plan.table),
        on_change=_changed,
        args=(key, arrival, plan, [header_of(column) for column in columns]),
    )


def matcher_rows(columns: list[ColumnPlan], sheet: Sheet, plan: SheetPlan) -> pd.DataFrame:
    """One row per column of the sheet, what needs a person first."""
    return pd.DataFrame(
        {
            "Your column": [header_of(column) for column in columns],
            "Used as": [words_for(column.table, column.field, plan.table) for column in columns],
            "Match": [[MATCH[column.confidence][0]] for column in columns],
            "Because": [column.asked or column.why for column in columns],
            "Examples": [_examples(sheet, column, plan) for column in columns],
            "Filled": [_percent(sheet, column, plan) for column in columns],
        }
    )


def _changed(key: str, arrival: Arrival, plan: SheetPlan, headers: list[str]) -> None:
    sheet = arrival.opened.arrived.sheets[plan.sheet]
    answers = arrival.answers
    for position, edit in session.recall(key, {}).get("edited_rows", {}).items():
        place = places(plan.table).get(edit.get("Used as") or LEAVE_OUT, "")
        answers = answers.with_column(sheet, headers[int(position)], place)
    arrivals.answer(answers)


def _column_config(main: str) -> dict[str, Any]:
    options = [words for words, _ in MATCH.values()]
    colours = [colour for _, colour in MATCH.values()]
    config: dict[str, Any] = {
        name: st.column_config.TextColumn(name, width=width) for name, width in WIDTHS.items()
    }
    config["Used as"] = st.column_config.SelectboxColumn(
        "Used as", options=list(places(main)), required=True, width=WIDTHS["Used as"]
    )
    config["Match"] = st.column_config.MultiselectColumn(
        "Match", options=options, color=colours, width=WIDTHS["Match"]
    )
    config["Filled"] = st.column_config.NumberColumn("Filled", format="%d%%", width=56)
    return config


def _body(sheet: Sheet, column: ColumnPlan, plan: SheetPlan) -> Any:
    start = plan.header_row + 1 - sheet.first_row
    values = sheet.text.column(column.column - sheet.first_column)
    return values.slice(max(start, 0), max(plan.last_row - plan.header_row, 0))


def _examples(sheet: Sheet, column: ColumnPlan, plan: SheetPlan) -> str:
    values = pc.drop_null(_body(sheet, column, plan).slice(0, 200))
    return ", ".join(str(value) for value in pc.unique(values).to_pylist()[:3])


def _percent(sheet: Sheet, column: ColumnPlan, plan: SheetPlan) -> int:
    values = _body(sheet, column, plan)
    rows = len(values)
    return round(100 * (rows - values.null_count) / rows) if rows else 0
