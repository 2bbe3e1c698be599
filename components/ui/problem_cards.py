"""Problems by kind: what happened, what became of it, where, and the answer where there is one."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st

from components.intake import Answers
from components.tables.problems import Problem, Severity
from components.tables.sheets import Sheet
from components.ui import arrivals
from components.ui.arrivals import Arrival
from components.ui.text import safe

ICONS = {
    Severity.ERROR: ":material/error:",
    Severity.QUESTION: ":material/help:",
    Severity.WARNING: ":material/info:",
}
ORDER = (Severity.QUESTION, Severity.ERROR, Severity.WARNING)
PLACES_SHOWN = 3


def problem_cards(problems: Sequence[Problem], arrival: Arrival | None = None) -> None:
    """One card for each kind of problem; with an arrival, questions can be answered here."""
    for number, kind in enumerate(by_kind(problems)):
        with st.container(border=True, gap="xxsmall", key=f"problem_{number}"):
            _card(kind, arrival)


def _card(kind: Sequence[Problem], arrival: Arrival | None) -> None:
    first = kind[0]
    st.markdown(f"{ICONS[first.severity]} **{safe(headline(kind))}**")
    st.caption(safe(f"{first.now} {where(kind)}"))
    if arrival is not None and first.severity is Severity.QUESTION:
        for problem in kind[:5]:
            _answer(problem, arrival)


def by_kind(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Problems of one code together; questions first, then errors, then warnings."""
    in_order = sorted(problems, key=lambda p: (ORDER.index(p.severity), p.code))
    return [list(kind) for _, kind in groupby(in_order, key=lambda p: (p.severity, p.code))]


def headline(kind: Sequence[Problem]) -> str:
    """What happened, once or for how many cells.

    >>> one = Problem("odd", Severity.WARNING, "Unreadable date.", "", value="x")
    >>> headline([one])
    'Unreadable date'
    """
    first, cells = kind[0], sum(problem.count for problem in kind)
    what = first.what.rstrip(".")
    return what if len(kind) == 1 else f"{what} ({cells:,} in all)"


def where(kind: Sequence[Problem]) -> str:
    """The first few places, cells of one sheet together, and how many more there are.

    >>> cells = [Problem("x", Severity.ERROR, "", "", "a.csv", "", at) for at in ("B2", "B9")]
    >>> where(cells)
    'a.csv › B2, B9.'
    """
    placed = [problem for problem in kind if problem.place]
    shown = sorted(placed[:PLACES_SHOWN], key=_sheet_of)
    parts = [
        " › ".join([*filter(None, sheet), ", ".join(one.cell for one in cells)]).removesuffix(" › ")
        for sheet, cells in groupby(shown, key=_sheet_of)
    ]
    more = len(placed) - len(shown)
    return f"{'; '.join(parts)} and {more:,} more." if more else f"{'; '.join(parts)}."


def _sheet_of(problem: Problem) -> tuple[str, str]:
    return (problem.file, problem.sheet)


def _answer(problem: Problem, arrival: Arrival) -> None:
    sheet = next(
        (
            sheet
            for sheet in arrival.opened.arrived.sheets
            if (sheet.file, sheet.name) == (problem.file, problem.sheet)
        ),
        None,
    )
    if sheet is None:
        return
    key = f"answer_{problem.code}_{problem.file}_{problem.sheet}_{problem.cell}"
    with st.container(horizontal=True, gap="small"):
        for label, answers in _choices(problem, sheet, arrival.answers):
            st.button(safe(label), key=f"{key}_{label}", on_click=arrivals.answer, args=(answers,))


def _choices(problem: Problem, sheet: Sheet, said: Answers) -> list[tuple[str, Answers]]:
    """The answers a question can be given here; others are given in the column table."""
    match problem.code:
        case "date_order_open":
            return [
                ("Day first", said.with_sheet(sheet, date_order="day")),
                ("Month first", said.with_sheet(sheet, date_order="month")),
            ]
        case "lookup_offered":
            return [
                (f"Use the names in {sheet.file}", said.with_sheet(sheet, lookup=True)),
                ("Keep the ids", said.with_sheet(sheet, lookup=False)),
            ]
        case "no_header_row":
            row = sheet.first_row
            return [
                (f"Row {row} is the header", said.with_sheet(sheet, header_row=row)),
                ("Leave this sheet out", said.with_sheet(sheet, table="")),
            ]
        case _:
            return []
