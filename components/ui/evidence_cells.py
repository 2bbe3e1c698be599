"""The cells a flag stands on, with the text that stands there, and what would clear it."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from components.signals import evidence, rule
from components.tables import columns as col
from components.tables.dataset import Cell, Dataset
from components.ui.text import safe


def cell_words(cell: Cell) -> str:
    """Place and quoted text of a cell.

    >>> cell_words(Cell("reviews.xlsx", "Reviews", "F37", "5"))
    'reviews.xlsx › Reviews › F37: “5”'
    """
    return f"{cell.place}: “{cell.text}”" if cell.text is not None else cell.place


def show_evidence(flag: Mapping[str, Any], dataset: Dataset) -> None:
    """What would clear the flag, then its cells, each on a line of its own."""
    st.caption(f"Clears with: {safe(_lower(rule(flag[col.RULE]).clears))}")
    cells = evidence(flag, dataset)
    lines = "  \n".join(safe(cell_words(cell)) for cell in cells)
    st.caption(f"Cells:  \n{lines}" if cells else "Cells: none is known.")


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
