"""What starts a load: files that are dropped, the sample company, a template to fill in."""

from collections.abc import Callable

import streamlit as st

from components.errors import TrajectoryError
from components.exports import template_workbook, two_sheet_template
from components.intake import Upload
from components.ui import arrivals, caching
from components.ui.offer import XLSX
from components.ui.registry import page
from components.ui.text import safe

ENDINGS = ["xlsx", "xls", "ods", "csv", "tsv", "txt", "dat", "xlsb", "xlsm", "toml"]


def bring_files(label: str) -> None:
    """The place to drop files; new files are read at once, with progress."""
    settings = caching.settings()
    files = st.file_uploader(
        label,
        type=ENDINGS,
        accept_multiple_files=True,
        max_upload_size=settings.app.upload_limit_mb,
        key=f"files_{arrivals.uploader_round()}",
    )
    if files and arrivals.is_new(tuple(file.file_id for file in files)):
        uploads = [Upload(file.name, file.getvalue()) for file in files]
        _with_progress(lambda told: arrivals.arrive(uploads, told))
        st.rerun()


def offer_sample() -> None:
    """One click reads the invented company."""
    if st.button("Try it with the sample company", icon=":material/play_arrow:", key="sample"):
        _with_progress(arrivals.load_sample)
        st.switch_page(page("overview").file)


def offer_templates() -> None:
    """Empty workbooks with the headers that are always understood."""
    with st.container(horizontal=True, gap="small"):
        for label, name, make in (
            ("Template: reviews and role history", "two-sheets", two_sheet_template),
            ("Template: all tables", "all-tables", template_workbook),
        ):
            st.download_button(
                label,
                data=make,
                file_name=f"trajectory-template-{name}.xlsx",
                mime=XLSX,
                key=f"template_{name}",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
            )


def where_it_is_kept() -> str:
    """Whether the data outlives the app, in words."""
    if caching.versions().on_disk:
        return "What you load is kept on this machine until you forget it. Nothing is sent."
    return "What you load is kept in memory only and is gone when the app stops. Nothing is sent."


def _with_progress(work: Callable[[Callable[[str, float], None]], object]) -> None:
    bar = st.progress(0.0, text="Opening the files")

    def told(said: str, share: float) -> None:
        bar.progress(min(max(share, 0.0), 1.0), text=safe(said))

    try:
        work(told)
    except TrajectoryError as stopped:
        st.error(safe(str(stopped)), icon=":material/error:")
        st.stop()
    finally:
        bar.empty()
