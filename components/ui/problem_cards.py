"""Problems by kind: what happened, what became of it, where, and the answer where there is one."""

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit as st

from components.tables.problems import Problem, Severity
from components.ui.arrival import Arrival
from components.ui.asked import answer_here
from components.ui.text import safe

ICONS = {
    Severity.ERROR: ":material/error:",
    Severity.QUESTION: ":material/help:",
    Severity.WARNING: ":material/info:",
}
ORDER = (Severity.QUESTION, Severity.ERROR, Severity.WARNING)
PLACES_SHOWN = 3


def problem_cards(problems: Sequence[Problem], arrival: Arrival | None = None) -> None:
    """One card for each kind of problem; with an arrival, what has an answer gets it here."""
    for number, kind in enumerate(by_kind(problems)):
        with st.container(border=True, gap="xxsmall", key=f"problem_{number}"):
            _card(kind, arrival)


def _card(kind: Sequence[Problem], arrival: Arrival | None) -> None:
    first = kind[0]
    st.markdown(f"{ICONS[first.severity]} **{safe(headline(kind))}**")
    st.caption(safe(f"{first.now} {where(kind)}"))
    if arrival is not None:
        answer_here(kind, arrival)


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
