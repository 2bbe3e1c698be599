"""Culture notes side by side: the note, our own ratings of the region, what stands behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.analysis.distributions import distribution
from components.analysis.places_of_work import PlacesOfWork, places_of_work
from components.charts import Figure, region_ratings
from components.settings.regions import RegionSettings
from components.tables import columns as col
from components.ui import caching, note_words
from components.ui.counts import reconciled
from components.ui.figures import show_figure
from components.ui.offer import Offer
from components.ui.rating_views import scale_in, words_of
from components.ui.text import safe
from components.ui.view import View

NOTHING = "No other region"


@dataclass(frozen=True)
class Notes:
    """The people shown by place of work, and the ratings of each region with a note."""

    work: PlacesOfWork
    ratings: pd.DataFrame
    finding: str
    total: str


def notes_for(view: View) -> Notes:
    """Places, ratings and sentences of the people the view shows."""
    work = places_of_work(view.people, view.settings.regions)
    steps = [label.value for label in scale_in(view).labels]
    limit = view.settings.app.min_group
    return Notes(
        work,
        distribution(work.people, col.REGION, steps=steps, limit=limit),
        note_words.finding(work.places),
        reconciled(view.page, len(view.people), **note_words.divided(work.places)),
    )


def choose_regions(view: View) -> list[RegionSettings]:
    """One region, or two to be read side by side; at first the two where most people work."""
    names = list(view.settings.regions.names)
    first, second = _two_largest(view, names)
    with st.container(horizontal=True, gap="small"):
        left = st.selectbox(
            "Region",
            names,
            index=names.index(first),
            key="note_left",
            width=240,
            persist_state="session",
        )
        others = [NOTHING, *names]
        right = st.selectbox(
            "Beside it",
            others,
            index=others.index(second),
            key="note_right",
            width=240,
            persist_state="session",
        )
    chosen = dict.fromkeys(name for name in (left, right) if name in names)
    known = (view.settings.regions.region_named(name) for name in chosen)
    return [region for region in known if region is not None]


def _two_largest(view: View, names: Sequence[str]) -> tuple[str, str]:
    places = places_of_work(view.active, view.settings.regions).places
    people = {name: sum(one.people for one in places if one.note == name) for name in names}
    ordered = sorted(names, key=lambda name: -people[name])
    return ordered[0], ordered[1] if len(ordered) > 1 and people[ordered[1]] else NOTHING


def show_notes(view: View, notes: Notes, regions: Sequence[RegionSettings]) -> None:
    """The notes, part beside part; a single one has its ratings beside it."""
    if len(regions) == 1:
        left, right = st.columns([1.2, 1], gap="large")
        with left:
            _show_head(notes, regions[0])
            for heading, sentences in note_words.sections(regions[0].note):
                _show_part(heading, sentences)
            _show_behind(view, notes, regions[0])
        with right:
            _show_ratings(view, notes, regions[0])
        return
    parts = [note_words.sections(region.note) for region in regions]
    for region, column in _columns(regions):
        with column:
            _show_head(notes, region)
    for beside in zip(*parts, strict=True):
        for (heading, sentences), column in zip(beside, st.columns(2, gap="large"), strict=True):
            with column:
                _show_part(heading, sentences)
    for show in (_show_ratings, _show_behind):
        for region, column in _columns(regions):
            with column:
                show(view, notes, region)


def _columns(regions: Sequence[RegionSettings]) -> Iterable[tuple[RegionSettings, DeltaGenerator]]:
    return zip(regions, st.columns(len(regions), gap="large"), strict=True)


def _show_head(notes: Notes, region: RegionSettings) -> None:
    with st.container(gap="xsmall"):
        st.header(safe(region.name), anchor=False)
        st.caption(safe(note_words.coverage(region, notes.work.places)))
        if region.note.is_due(caching.today()):
            due = note_words.in_words(region.note.review_date)
            st.badge(f"Review due since {due}", icon=":material/event_busy:", color="orange")


def _show_part(heading: str, sentences: Sequence[str]) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(f"**{safe(heading)}**")
        bullet = "- " if len(sentences) > 1 else ""
        st.markdown("\n".join(f"{bullet}{safe(sentence)}" for sentence in sentences))


def _show_ratings(view: View, notes: Notes, region: RegionSettings) -> None:
    figure = figure_of(view, notes, region)
    rated = _rated(notes, region)
    if figure is None:
        limit = view.settings.app.min_group
        st.info(note_words.too_few(rated, limit), icon=":material/visibility_off:")
        return
    show_figure(figure, f"note_{view.settings.regions.names.index(region.name)}")
    if rated < note_words.FEW_RATED:
        st.caption(f"{rated} rated people are too few to say how the scale is used here.")


def _rated(notes: Notes, region: RegionSettings) -> int:
    people = notes.work.people
    return int((people[col.REGION].eq(region.name) & people[col.RATING].notna()).sum())


def figure_of(view: View, notes: Notes, region: RegionSettings) -> Figure | None:
    """Our own ratings of the region; None where they must not be shown."""
    return region_ratings(notes.ratings, region.name, words=words_of(scale_in(view)))


def _show_behind(_view: View, _notes: Notes, region: RegionSettings) -> None:
    told = note_words.behind(region.note, caching.today())
    st.table({safe(name): safe(words) for name, words in told.items()}, border="horizontal")


def offer_of(view: View, notes: Notes, regions: Sequence[RegionSettings]) -> Offer:
    """The notes chosen and the ratings beside them as a file."""
    return Offer("culture-notes", "Culture notes", lambda: _tables(view, notes, regions))


def _tables(view: View, notes: Notes, regions: Sequence[RegionSettings]) -> dict[str, pd.DataFrame]:
    lines = [
        (region.name, heading, sentence)
        for region in regions
        for heading, sentences in note_words.sections(region.note)
        for sentence in sentences
    ]
    lines += [
        (region.name, *told)
        for region in regions
        for told in note_words.behind(region.note, caching.today()).items()
    ]
    figures = {region.name: figure_of(view, notes, region) for region in regions}
    ratings = {
        f"Ratings {name}": figure.table for name, figure in figures.items() if figure is not None
    }
    return {"Notes": pd.DataFrame(lines, columns=["Region", "Part", "Words"]), **ratings}
