"""Files people take away: made when the button is pressed, named so that none is ever stale."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

import pandas as pd
import streamlit as st

from components.exports import Cover, csv_file, file_name, xlsx_file
from components.ui.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CAUTION = "A flag is a reason for a conversation. It is not a prediction and not a verdict."


@dataclass(frozen=True)
class Offer:
    """What a page offers: the kind names the file, `tables` makes its sheets when asked.

    `hidden` is how many people stand in groups too small to be shown.
    """

    kind: str
    tables: Callable[[], Mapping[str, pd.DataFrame]]
    label: str = "Download"
    hidden: int = 0


def offer(view: View, wanted: Offer) -> None:
    """A button that downloads the tables as a workbook with a cover sheet."""
    st.download_button(
        wanted.label,
        data=lambda: xlsx_file(wanted.tables(), cover(view, wanted.hidden)),
        file_name=name_of(view, wanted.kind, "xlsx"),
        mime=XLSX,
        key=f"download_{wanted.kind}",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
    )


def offer_csv(view: View, kind: str, table: Callable[[], pd.DataFrame]) -> None:
    """A button that downloads one table as CSV."""
    st.download_button(
        "CSV",
        data=lambda: csv_file(table()),
        file_name=name_of(view, kind, "csv"),
        mime="text/csv",
        key=f"csv_{kind}",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
    )


def cover(view: View, hidden: int = 0) -> Cover:
    """The cover sheet of every file taken from this view."""
    return Cover(
        selection=view.sentence,
        as_of=view.as_of,
        limits={
            "Smallest group shown": view.settings.app.min_group,
            "Smallest group for protected attributes": view.settings.app.min_group_protected,
        },
        config=view.settings.fingerprint,
        shown=len(view.people),
        hidden=hidden,
        caution=CAUTION,
    )


def name_of(view: View, kind: str, ending: str) -> str:
    """A file name of its own for each view, with the time it was offered.

    Streamlit tells large files apart by samples of their bytes; the name carries the view, so
    that another view can never hand out these bytes.
    """
    parts = (view.version.name, view.settings.fingerprint, view.as_of, view.selection.key)
    mark = sha256(repr(parts).encode()).hexdigest()[:8]
    now = datetime.now().astimezone()
    return f"{file_name(kind, view.as_of, f'{now:%Y%m%d-%H%M}-{mark}')}.{ending}"
