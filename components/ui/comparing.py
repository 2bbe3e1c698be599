"""How managers and units compare, worked out once for each data version, settings and day."""

from datetime import date

import pandas as pd
import streamlit as st

from components.calibration import (
    Comparison,
    Movers,
    Release,
    compare,
    evidence,
    movers,
    profiles,
    spread,
    talent_release,
)
from components.growth import Bench, bench, wishes_and_readiness
from components.tables import columns as col
from components.ui import caching


@st.cache_resource(max_entries=4, show_spinner="Following people on from their teams …")
def release(name: str, config: str, as_of: date) -> Release:
    """The signs of talent release of every manager."""
    same = caching.same_settings(name, config)
    measures = caching.judged(name, config, as_of).measures
    return talent_release(caching.version(name).dataset, measures, same)


@st.cache_resource(max_entries=12, show_spinner="Comparing how people are rated …")
def comparison(
    name: str, config: str, as_of: date, by: str, *, ratings: tuple[int, ...]
) -> Comparison:
    """Groups compared on all ratings of active people that still count, whatever is filtered."""
    return compare(rated(name, config, as_of), by, ratings=ratings)


@st.cache_resource(max_entries=4, show_spinner="Setting wishes beside readiness …")
def wishes(name: str, config: str, as_of: date) -> pd.DataFrame:
    """Each active person's wish and readiness, as `growth.wishes_and_readiness` says."""
    same = caching.same_settings(name, config)
    measures = caching.judged(name, config, as_of).measures
    return wishes_and_readiness(caching.version(name).dataset, measures, same)


@st.cache_resource(max_entries=4, show_spinner="Looking at who could follow whom …")
def bench_of(name: str, config: str, as_of: date) -> Bench:
    """The succession bench of a data version on a day."""
    same = caching.same_settings(name, config)
    measures = caching.judged(name, config, as_of).measures
    return bench(caching.version(name).dataset, measures, same, wishes(name, config, as_of))


def rated(name: str, config: str, as_of: date) -> pd.DataFrame:
    """Active people with a rating that is not too old to count."""
    people = caching.judged(name, config, as_of).active
    months = caching.same_settings(name, config).ratings.latest_review_months
    return people[counts_still(people, months)]


def counts_still(people: pd.DataFrame, months: int) -> pd.Series:
    """Which people have a rating that is at most so many months old, or has no day."""
    old = (people[col.RATING_AGE_MONTHS] > months).fillna(value=False).astype(bool)
    counts: pd.Series = people[col.RATING].notna() & ~old
    return counts


@st.cache_resource(max_entries=12, show_spinner="Looking at how the scale is used …")
def spreads(
    name: str, config: str, as_of: date, by: str, *, ratings: tuple[int, ...]
) -> pd.DataFrame:
    """How far the ratings of each group spread, as `calibration.spread` says."""
    return spread(rated(name, config, as_of), by, ratings=ratings)


@st.cache_resource(max_entries=4, show_spinner="Looking at how competencies are scored …")
def profiles_of(name: str, config: str, as_of: date) -> pd.DataFrame:
    """How alike each rater scores one person's competencies, as `calibration.profiles` says."""
    people = rated(name, config, as_of).set_index(col.PERSON)
    return profiles(_scores(name, config, as_of), people[col.RATER_ID])


@st.cache_resource(max_entries=4, show_spinner="Following people from manager to manager …")
def movers_of(name: str, config: str, as_of: date) -> Movers:
    """What people who changed manager show of all ratings on record."""
    return movers(caching.judged(name, config, as_of).measures.ratings)


@st.cache_resource(max_entries=4, show_spinner="Setting ratings beside their evidence …")
def evidence_of(name: str, config: str, as_of: date, *, ends: tuple[float, float]) -> pd.DataFrame:
    """Each rated person's rating beside its evidence, as `calibration.evidence` says."""
    ratings = caching.judged(name, config, as_of).measures.ratings
    people, scores = rated(name, config, as_of), _scores(name, config, as_of)
    return evidence(people, ratings, scores, ends=ends)


def _scores(name: str, config: str, as_of: date) -> pd.DataFrame:
    """Competency scores by managers; no rows where none were given."""
    given = caching.judged(name, config, as_of).measures.given
    if ("competencies", col.MANAGER) not in given:
        return pd.DataFrame(columns=[col.PERSON, col.COMPETENCY, col.MANAGER])
    return caching.competency_scores(name, config, as_of)


caching.FURTHER += [wishes, bench_of, release, comparison]
caching.FURTHER += [spreads, profiles_of, movers_of, evidence_of]
