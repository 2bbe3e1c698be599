"""Keys of colour scales on a page: swatches with the words in them."""

from typing import Any, cast

import streamlit as st

from components.charts.marks import Drawing


def show_key(swatches: Drawing, *, key: str, alt: str) -> None:
    """Show the swatches; `alt` says in words what the colours stand for."""
    st.altair_chart(cast("Any", swatches), key=key, alt=alt)
