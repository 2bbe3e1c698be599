"""The address bar: filters by their value, people by a code, read once and kept in step."""

from collections.abc import Iterable, Mapping
from datetime import date

import streamlit as st

from components.tables.selection import DIMENSIONS, Selection
from components.ui.codes import code_of, codebook

AS_OF = "as_of"
PERSON = "person"


def chosen_in(version: str, ids: Iterable[str]) -> dict[str, list[str]]:
    """Filters that the address asks for; codes of another data version are left out."""
    chosen: dict[str, list[str]] = {}
    for dimension in DIMENSIONS:
        values = st.query_params.get_all(dimension.key)
        if values and dimension.coded:
            book = codebook(ids, version)
            values = [book[value] for value in values if value in book]
        if values:
            chosen[dimension.key] = values
    return chosen


def day_in() -> date | None:
    """The as-of day that the address asks for."""
    try:
        return date.fromisoformat(st.query_params.get(AS_OF, ""))
    except ValueError:
        return None


def person_in(book: Mapping[str, str]) -> str | None:
    """Employee ID of the person the address asks for, where the code is known."""
    return book.get(st.query_params.get(PERSON, ""))


def keep_in_step(selection: Selection, version: str, as_of: date | None) -> None:
    """Write the filters and a changed as-of day into the address, nothing else."""
    wanted = {
        dimension.key: [code_of(v, version) for v in values] if dimension.coded else list(values)
        for dimension in DIMENSIONS
        if (values := dict(selection.key).get(dimension.key))
    }
    if as_of is not None:
        wanted[AS_OF] = [as_of.isoformat()]
    if PERSON in st.query_params:
        wanted[PERSON] = [st.query_params[PERSON]]
    if wanted != {key: st.query_params.get_all(key) for key in st.query_params}:
        st.query_params.from_dict(wanted)
