"""Wish and readiness of every active person on the day, with what each stands on."""

from typing import Any

import narwhals as nw
import pandas as pd
import pyarrow as pa

from components.analysis import Measures
from components.analysis.clock_columns import ClockSource
from components.analysis.latest_scores import latest_scores
from components.analysis.seen_rows import seen
from components.growth.meeting import meeting
from components.growth.readiness import CYCLES, Readiness, reached, ready
from components.growth.willingness import STRETCH, Willingness, deeds, statements, willing
from components.settings import Settings
from components.settings.competencies import NOT_REQUIRED, Framework
from components.tables import columns as col
from components.tables.dataset import Dataset

MOVED_WITHIN = 12
_ASPIRATIONS = (col.PERSON, col.ASKED_ON, col.INTENT, col.HORIZON, col.SAID_BY)
_OPPORTUNITIES = (col.PERSON, col.KIND, col.OUTCOME, col.DECLINE_REASON)


def wishes_and_readiness(dataset: Dataset, measures: Measures, settings: Settings) -> pd.DataFrame:
    """One row for each active person, by person.

    Columns: person, willingness (a `Willingness`), said, asked_on, stands, deeds, applications,
    leaning, timing_on; readiness (a `Readiness`), next_level, required, rated, reached, steady,
    tried; moved and listed (missing where not known), and meeting (the key of a `Meeting`).
    """
    people = measures.people
    active = people[(people[col.STATUS] == "active").fillna(value=False)]
    rows = active[[col.PERSON]].astype("int64").reset_index(drop=True)
    for found in (
        _statements(dataset, measures),
        _deeds(measures),
        _reached(measures, active, settings.competencies),
        _steady(measures, settings),
        _tried(measures),
        _standing(dataset, measures, active),
    ):
        rows = rows.merge(found, on=col.PERSON, how="left")
    judged = ready(willing(nw.from_native(_typed(rows), eager_only=True))).to_native()
    return _named(judged)


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """Codes as categories, and where the two meet, worked out for each distinct case."""
    wishes, steps = list(Willingness), list(Readiness)
    words = {code: one.value for code, one in enumerate(wishes)}
    by = ["willingness", "readiness", "moved", "listed"]
    cases = rows[by].drop_duplicates().reset_index(drop=True)
    kinds = [
        meeting(wishes[wish], steps[step], moved=_known(moved), listed=_known(listed)).key
        for wish, step, moved, listed in zip(*(cases[name].tolist() for name in by), strict=True)
    ]
    named = rows.merge(cases.assign(meeting=kinds), on=by, how="left")
    return named.assign(
        said=named["said"].map(words),
        willingness=named["willingness"].map(words),
        readiness=named["readiness"].map({code: one.value for code, one in enumerate(steps)}),
    )


def _known(value: Any) -> bool | None:
    return None if pd.isna(value) else bool(value)


_TYPES = {
    **dict.fromkeys(("said", "deeds", "applications", "required", "rated", "reached"), "Int64"),
    **dict.fromkeys(("steady", "tried", "moved", "listed"), "boolean"),
    "leaning": "Float64",
}


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.astype(_TYPES)


def _statements(dataset: Dataset, measures: Measures) -> pd.DataFrame:
    rows = _with(dataset.tables.get("aspirations"), _ASPIRATIONS)
    found = statements(nw.from_native(rows, eager_only=True), measures.as_of).to_native()
    numbered: pd.DataFrame = found.astype({col.PERSON: "int64"})
    return numbered


def _deeds(measures: Measures) -> pd.DataFrame:
    given = measures.opportunities
    rows = _with(given, _OPPORTUNITIES)
    decided = _with(given, (col.DECIDED_ON, col.DATE))
    day = decided[col.DECIDED_ON].where(decided[col.DECIDED_ON].notna(), decided[col.DATE])
    found = deeds(nw.from_native(rows.assign(day=day), eager_only=True), measures.as_of)
    numbered: pd.DataFrame = found.to_native().astype({col.PERSON: "int64"})
    return numbered


_DATES = {col.ASKED_ON, col.DECIDED_ON, col.DATE}


def _type_of(name: str) -> pd.ArrowDtype:
    if name == col.PERSON:
        return pd.ArrowDtype(pa.int64())
    return pd.ArrowDtype(pa.date32() if name in _DATES else pa.string())


def _with(rows: pd.DataFrame | None, names: tuple[str, ...]) -> pd.DataFrame:
    """These columns of a table, empty where they were not given."""
    held = pd.DataFrame() if rows is None else rows
    return pd.DataFrame(
        {
            name: held[name].astype(_type_of(name))
            if name in held.columns
            else pd.Series(None, index=held.index, dtype=_type_of(name))
            for name in names
        }
    )


def _reached(measures: Measures, active: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    asked = _asked(active, framework)
    names = [col.PERSON, "next_level"]
    levels = asked[names].drop_duplicates() if len(asked) else pd.DataFrame(columns=names)
    scores = measures.competencies
    if not len(asked) or col.MANAGER not in scores.columns:
        empty = pd.DataFrame(columns=[col.PERSON, "required", "rated", "reached"], dtype="int64")
        return empty.merge(levels.astype({col.PERSON: "int64"}), on=col.PERSON, how="outer")
    latest = latest_scores(nw.from_native(scores, eager_only=True)).to_native()
    known = {text: framework.named(str(text)) for text in latest[col.COMPETENCY].dropna().unique()}
    spelled = latest[col.COMPETENCY].map({text: one.name for text, one in known.items() if one})
    table = pd.DataFrame(
        {
            col.PERSON: latest[col.PERSON].astype("int64"),
            col.COMPETENCY: spelled.astype("object"),
            col.MANAGER: latest[col.MANAGER].astype("float64"),
        }
    ).dropna(subset=col.COMPETENCY)
    told = table.drop_duplicates([col.PERSON, col.COMPETENCY], keep="last")
    given = nw.from_native(told, eager_only=True)
    wanted = nw.from_native(asked.drop(columns="next_level"), eager_only=True)
    found: pd.DataFrame = reached(given, wanted).to_native()
    return found.merge(levels, on=col.PERSON, how="left")


def _asked(active: pd.DataFrame, framework: Framework) -> pd.DataFrame:
    """What the next level asks of each active person whose level and track are known."""
    pairs = active[[col.LEVEL, col.TRACK]].dropna().drop_duplicates()
    rows = [
        (level, track, after, name, target)
        for level, track in pairs.itertuples(index=False)
        if (after := framework.level_after(str(level))) is not None
        for name in framework.names
        if (target := framework.target(name, level=after, track=str(track)))
        and target != NOT_REQUIRED
    ]
    names = [col.LEVEL, col.TRACK, "next_level", col.COMPETENCY, "target"]
    targets = pd.DataFrame(rows, columns=names)
    if targets.empty:
        return pd.DataFrame(columns=[col.PERSON, "next_level", col.COMPETENCY, "target"])
    who = active[[col.PERSON, col.LEVEL, col.TRACK]].astype({col.PERSON: "int64"})
    held = who.assign(**{name: who[name].astype("object") for name in (col.LEVEL, col.TRACK)})
    found: pd.DataFrame = held.merge(targets, on=[col.LEVEL, col.TRACK])
    return found[[col.PERSON, "next_level", col.COMPETENCY, "target"]]


def _steady(measures: Measures, settings: Settings) -> pd.DataFrame:
    """Whether the last two cycles were at or above the middle of the scale; else not known."""
    rows = measures.ratings.dropna(subset=col.RATING)
    labels = [str(one) for one in rows[col.RATING_LABEL].dropna().unique()]
    scale = settings.ratings.spoken_by(labels)
    middle = (scale.lowest + scale.highest) / 2
    last = rows.sort_values([col.PERSON, "cycle_order"]).groupby(col.PERSON).tail(CYCLES)
    good = (last[col.RATING].astype(float) >= middle).groupby(last[col.PERSON].astype("int64"))
    counts = good.size()
    steady = good.all().where(counts >= CYCLES)
    return steady.astype("boolean").rename("steady").rename_axis(col.PERSON).reset_index()


def _tried(measures: Measures) -> pd.DataFrame:
    """Whether somebody took on work beyond the role; not known where no such rows were given."""
    people = measures.people[col.PERSON].astype("int64")
    rows = measures.opportunities
    spells = measures.spells
    acted = spells.loc[(spells[col.EVENT] == "acting").fillna(value=False), col.PERSON]
    done = set(acted.astype("int64"))
    given = {col.KIND, col.OUTCOME} <= set(rows.columns)
    if given:
        taken = rows[col.KIND].isin(STRETCH) & rows[col.OUTCOME].isin(["accepted", "completed"])
        done |= set(rows.loc[taken.fillna(value=False), col.PERSON].astype("int64"))
    tried = people.isin(done).astype("boolean")
    return pd.DataFrame({col.PERSON: people, "tried": tried if given else tried.where(tried)})


def _standing(dataset: Dataset, measures: Measures, active: pd.DataFrame) -> pd.DataFrame:
    """Whether the scope changed within a year, and whether the person is on a succession list."""
    months = active[col.MONTHS_IN_SCOPE].astype("Int64")
    least = active[col.CLOCK_AT_LEAST].fillna(value=False).astype(bool)
    hired = (active[col.CLOCK_SOURCE] == ClockSource.HIRE_DATE.value).fillna(value=False)
    moved = (months < MOVED_WITHIN).astype("boolean")
    moved = moved.mask((least & (months < MOVED_WITHIN).fillna(value=False)) | hired)
    rows = seen(dataset, "successors", measures.as_of)
    person = active[col.PERSON].astype("int64")
    listed = pd.Series(pd.NA, index=active.index, dtype="boolean")
    if rows is not None:
        listed = person.isin(set(rows[col.PERSON].dropna().astype("int64"))).astype("boolean")
    return pd.DataFrame({col.PERSON: person, "moved": moved, "listed": listed})
