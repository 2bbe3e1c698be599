"""The drawers, each worked out only when it is opened."""

from collections.abc import Callable

import streamlit as st

from components.charts.theme import DESK, Size
from components.ui.rating_drawers.beside_evidence import show_cases, show_evidence
from components.ui.rating_drawers.between_cycles import show_movement
from components.ui.rating_drawers.guideline import show_guideline
from components.ui.rating_drawers.use_of_scale import show_use
from components.ui.rating_views import Ratings
from components.ui.view import View

Show = Callable[[View, Ratings], None]


def show_drawers(view: View, found: Ratings, size: Size) -> None:
    """What stands behind the figure; people are named at the desk only, never in the room."""
    with st.container(key="rating_drawers", gap="small"):
        if size is DESK:
            _drawer("cases", "Cases worth the room’s time", ":material/fact_check:", show_cases)(
                view, found
            )
        _drawer("evidence", "Ratings beside evidence", ":material/balance:", show_evidence)(
            view, found
        )
        _drawer("use", "How the scale is used", ":material/straighten:", show_use)(view, found)
        _drawer("cycles", "From cycle to cycle", ":material/swap_vert:", show_movement)(view, found)
        if view.settings.ratings.guideline:
            _drawer("guideline", "Beside the guideline", ":material/rule:", show_guideline)(
                view, found
            )


def _drawer(key: str, label: str, icon: str, show: Show) -> Show:
    def opened(view: View, found: Ratings) -> None:
        drawer = st.expander(label, icon=icon, key=f"ratings_{key}", on_change="rerun")
        if drawer.open:
            with drawer:
                show(view, found)

    return opened
