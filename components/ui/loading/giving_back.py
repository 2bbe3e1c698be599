"""Take it away to correct: the own files with their problem cells marked, and the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

import pandas as pd
import streamlit as st

from components.exports import Cover, csv_file, file_name, give_back, problem_rows, xlsx_file
from components.settings import Settings
from components.store import Version
from components.tables.problems import Problem
from components.tables.sheets import Sheet
from components.ui import caching
from components.ui.arrival import Arrival
from components.ui.loading.words import counted, listed
from components.ui.offer import XLSX
from components.ui.text import safe


@dataclass(frozen=True)
class Held:
    """Files that can be given back: their sheets and problems, and how to get at their bytes.

    `content` gives the bytes of a file, or None where they are not kept.
    """

    sheets: Sequence[Sheet]
    problems: Sequence[Problem]
    content: Callable[[str], bytes | None]
    people: int
    settings: Settings

    @property
    def marked(self) -> dict[str, int]:
        """The files with problem cells, and how many problems each has."""
        files = dict.fromkeys(sheet.file for sheet in self.sheets)
        found = {file: sum(one.file == file for one in self.problems) for file in files}
        return {file: count for file, count in found.items() if count}


def of_arrival(arrival: Arrival) -> Held:
    """The files that were read and wait."""
    uploads = {upload.name: upload.content for upload in arrival.uploads}
    reading = arrival.reading
    return Held(
        arrival.opened.arrived.sheets,
        arrival.problems,
        uploads.get,
        reading.dataset.people_count,
        caching.settings(),
    )


def of_version(version: Version) -> Held:
    """The files of the version in use, as far as they are kept."""
    kept = [file.name for file in caching.versions().files(version.name)]

    def content(file: str) -> bytes | None:
        if file not in kept:
            return None
        return caching.versions().file(version.name, kept.index(file))

    dataset = version.dataset
    return Held(
        dataset.sheets,
        version.problems,
        content,
        dataset.people_count,
        caching.in_force(version.name),
    )


def offer_back(held: Held) -> None:
    """The files with their problems marked, and the list of problems."""
    if not held.problems:
        return
    with st.popover("Correct it in your own files", icon=":material/edit_note:", key="give_back"):
        st.caption(
            "Each file comes back as a workbook: problem cells are marked and carry a comment, "
            "and the first sheet lists them. An .xlsx file keeps its own look; others come back as "
            "a copy of their text. Correct it and drop it here again: only the difference is shown."
        )
        for number, (file, count) in enumerate(held.marked.items(), start=1):
            _button(
                f"{file}, {counted(count, 'problem')} marked",
                f"problems-marked-{number}",
                "xlsx",
                partial(_marked, held, file),
            )
        st.caption("The problems as a list:")
        with st.container(horizontal=True, gap="small"):
            _button("Excel", "problem-list", "xlsx", lambda: _workbook(held))
            _button("CSV", "problem-list", "csv", lambda: csv_file(_rows(held)))


def _button(label: str, kind: str, ending: str, made: Callable[[], bytes]) -> None:
    st.download_button(
        safe(label),
        data=made,
        file_name=file_name(kind, date.today(), datetime.now().astimezone(), ending=ending),
        mime=XLSX if ending == "xlsx" else "text/csv",
        key=f"back_{kind}_{ending}",
        on_click="ignore",
        icon=":material/download:",
        type="tertiary",
    )


def _marked(held: Held, file: str) -> bytes:
    limits = held.settings.app.reading
    given = give_back(file, held.content(file), held.sheets, held.problems, limits=limits)
    return given.content


def _rows(held: Held) -> pd.DataFrame:
    return problem_rows(held.problems, held.sheets)


def _workbook(held: Held) -> bytes:
    files = listed(list(held.marked), 6)
    cover = Cover(
        title="Cells and rows that need a look",
        selection=f"Everything that could not be used as it stands in {files}.",
        as_of=date.today(),
        shown=held.people,
        hidden=0,
        fingerprint=held.settings.fingerprint,
        limits={},
    )
    return xlsx_file({"Problems": _rows(held)}, cover)
