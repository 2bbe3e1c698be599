"""Files people take away: made when the button is pressed, named so that none is ever stale."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import pandas as pd
import streamlit as st

from components.exports import Cover, csv_file, file_name, xlsx_file
from components.ui.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Offer:
    """What a page offers: `kind` names the file, `title` says it, `tables` makes its sheets.

    `hidden` is how many people stand in groups too small to be shown; `about` the people the
    file is about, where these are not all the page shows.
    """

    kind: str
    title: str
    tables: Callable[[], Mapping[str, pd.DataFrame]]
    label: str = "Download"
    hidden: int = 0
    about: pd.DataFrame | None = None


def offer(view: View, wanted: Offer) -> None:
    """A button that downloads the tables as a workbook with a cover sheet."""
    if wanted.about is not None:
        view = replace(view, people=wanted.about)
    st.download_button(
        wanted.label,
        data=lambda: xlsx_file(wanted.tables(), cover(view, wanted.title, wanted.hidden)),
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


def cover(view: View, title: str, hidden: int = 0) -> Cover:
    """The cover sheet of every file taken from this view."""
    app = view.settings.app
    return Cover(
        title=title,
        selection=view.sentence,
        as_of=view.as_of,
        shown=len(view.people),
        hidden=hidden,
        fingerprint=view.settings.fingerprint,
        limits={
            "smallest group shown": f"{app.min_group} people",
            "smallest group for protected attributes": f"{app.min_group_protected} people",
        },
    )


def name_of(view: View, kind: str, ending: str) -> str:
    """A file name of its own for every time the button is drawn.

    Streamlit tells large files apart by samples of their bytes; a name that is never used twice
    makes sure that a button can't hand out the bytes of another moment.
    """
    return file_name(kind, view.as_of, datetime.now().astimezone(), ending=ending)
