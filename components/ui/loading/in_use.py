"""The version in use: what it is, how it was read, earlier versions, profiles, and forgetting."""

from datetime import datetime

import pandas as pd
import streamlit as st

from components.store import Confirmed, Version
from components.tables.schema import TABLES
from components.ui import arrivals, caching, versions_kept
from components.ui.figures import show_table
from components.ui.loading.bring import where_it_is_kept
from components.ui.loading.words import counted, listed, name_of
from components.ui.matcher import words_for
from components.ui.text import safe


def head_in_use(version: Version) -> None:
    """What every page works with now."""
    dataset = version.dataset
    files = sorted({sheet.file for sheet in dataset.sheets})
    st.title(f"{dataset.people_count:,} people are loaded", anchor=False)
    tables = ", ".join(
        f"{TABLES[name].label.lower()} {len(frame):,}"
        for name, frame in dataset.tables.items()
        if name in TABLES and len(frame)
    )
    st.markdown(safe(f"From {', '.join(files)}. Rows: {tables}."))
    st.caption(where_it_is_kept())
    if caching.versions().before():
        st.button(
            "Undo: go back to the version before",
            key="undo",
            on_click=versions_kept.undo,
            icon=":material/undo:",
        )


def show_matches(version: Version) -> None:
    """How the columns of the data in use were read."""
    matches = arrivals.matches_of(version)
    used = [match for match in matches if match.field]
    st.header(f"{len(used)} of {counted(len(matches), 'column')} are used", anchor=False)
    st.caption("A column without a match is left out, never guessed.")
    table = pd.DataFrame(
        {
            "Your column": [match.header for match in matches],
            "Used as": [words_for(match.table, match.field) for match in matches],
            "Because": [match.why for match in matches],
            "Sheet": [name_of(match.file, match.sheet) for match in matches],
        }
    )
    show_table(table, key="matches", alt="What each column of the files is used as, and why")


def show_history() -> None:
    """Earlier versions, newest first, each with the way back to it."""
    kept = caching.versions().history()
    others = [one for one in kept if not one.in_use]
    if not others:
        return
    st.header(f"{counted(len(others), 'other version')} can be gone back to", anchor=False)
    st.caption("Going back changes what every page shows; nothing is lost by it.")
    for one in others:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(safe(_said(one)), width="stretch")
            st.button(
                "Use this one",
                key=f"use_{one.name}",
                on_click=versions_kept.use,
                args=(one.name,),
                type="tertiary",
                icon=":material/undo:",
            )


def _said(one: Confirmed) -> str:
    """A version in one line: when, how many people, from which files."""
    files = listed([file.name for file in one.files], 2)
    return f"{moment(one.confirmed_at)}: {one.people:,} people, {files}"


def moment(at: datetime) -> str:
    """A moment as people write it, in the time of this machine."""
    here = at.astimezone()
    return f"{here.day} {here:%b %Y, %H:%M}"


def show_profiles() -> None:
    """Import profiles that are kept: each can be taken along or deleted."""
    profiles = caching.store().profiles.all()
    if not profiles:
        return
    st.header(f"{counted(len(profiles), 'import profile')} kept", anchor=False)
    st.caption("Files of the same kind are read with it, without a question.")
    for number, one in enumerate(profiles):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(safe(f"{one.name}, saved {moment(one.saved_at)}"), width="stretch")
            st.download_button(
                "Download",
                data=one.toml,
                file_name=f"trajectory-profile-{number + 1}-{one.number}.toml",
                mime="application/toml",
                key=f"profile_{number}",
                on_click="ignore",
                icon=":material/download:",
                type="tertiary",
            )
            st.button(
                "Delete",
                key=f"delete_profile_{number}",
                on_click=versions_kept.delete_profile,
                args=(one.name,),
                icon=":material/delete:",
                type="tertiary",
            )


def offer_forgetting() -> None:
    """Delete what was loaded, after a second look."""
    with st.popover("Forget this data", icon=":material/delete:", key="forget"):
        st.markdown(
            "This deletes every version that was loaded from this machine. Your own files and "
            "the import profiles stay."
        )
        st.button("Forget it now", on_click=versions_kept.forget_data, key="forget_now")
