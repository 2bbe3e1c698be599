"""A figure on a page: finding, base, chart with its text alternative, and the table behind it."""

from collections.abc import Mapping
from typing import Any, cast

import streamlit as st

from components.charts import Figure
from components.ui.text import safe


def show_figure(figure: Figure, key: str) -> None:
    """Show a figure; its title and base are plain text and are escaped here."""
    with st.container(key=f"fig_{key}", gap="xsmall"):
        st.header(safe(figure.title), anchor=False)
        st.caption(safe(figure.base))
        st.altair_chart(
            cast("Any", figure.chart), key=f"chart_{key}", alt=figure.alt, theme="streamlit"
        )
        table = st.expander("As a table", type="compact", key=f"table_{key}", on_change="rerun")
        if table.open:
            with table:
                show_table(figure.table, key=f"rows_{key}", alt=figure.alt)


def show_table(
    table: object,
    *,
    key: str,
    alt: str,
    decimals: Mapping[str, int] | None = None,
    **options: object,
) -> None:
    """A table whose columns are named in words; text cells are shown as they are.

    decimals: how many to show, by column. What is missing is a dash.
    """
    written = {
        name: st.column_config.NumberColumn(format=f"%.{places}f")
        for name, places in (decimals or {}).items()
    }
    st.dataframe(  # type: ignore[call-overload]
        table,
        key=key,
        alt=alt,
        hide_index=True,
        row_height=36,
        placeholder="–",
        column_config=written,
        **options,
    )
