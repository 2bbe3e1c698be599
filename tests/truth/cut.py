"""A data set as an export on an earlier day would have held it, by rules of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from components.tables.dataset import Dataset

DATED: Mapping[str, Sequence[str]] = {
    "people": ("known_on",),
    "roles": ("effective_date", "recorded_on"),
    "reviews": ("review_date",),
    "aspirations": ("asked_on",),
    "opportunities": ("date",),
    "artifacts": ("date",),
    "successors": ("as_of",),
    "scorecards": ("date",),
    "stakeholders": ("last_touchpoint",),
    "pay": ("effective_date",),
    "group_attributes": ("known_on",),
}
"""Days a row stands under: it is not there before all of them."""

OUTCOME = ("outcome", "decided_on", "ended_on", "winner", "decline_reason")
BY_LATER_DAY: Mapping[str, Mapping[str, Sequence[str]]] = {
    "people": {"productive_on": ("productive_on",), "notice_date": ("notice_date",)},
    "roles": {"end_date": ("end_date",)},
    "opportunities": {"decided_on": OUTCOME, "ended_on": ("ended_on",)},
    "aspirations": {"last_career_conversation": ("last_career_conversation",)},
}
"""Fields that were empty before a day of the row, as they tell of what came then."""

EXIT = {"exit_date": ("exit_date", "exit_kind", "exit_reason")}
HIRE = {"hire_date": ("hire_date",)}
"""The same of statements about people that say on no day (a dated one may tell of a plan): an
exit, and the hire of somebody who had been there before."""


def cut(dataset: Dataset, day: date) -> Dataset:
    """The facts known on the day; the same persons under the same numbers."""
    known = _known(dataset, day)
    tables = {}
    for name, frame in dataset.tables.items():
        if name == "competencies":
            rows = _of_cycles_begun(frame, dataset.tables.get("reviews"), day)
        else:
            rows = _emptied(frame, BY_LATER_DAY.get(name, {}), day, np.ones(len(frame), bool))
        if name == "opportunities":
            rows = _undecided(rows, frame, day)
        later = np.zeros(len(rows), bool)
        for field in DATED.get(name, ()):
            later |= _later(rows, field, day)
        if name == "people":
            undated = _undated(rows)
            rows = _emptied(rows, EXIT, day, undated)
            rows = _emptied(rows, HIRE, day, undated & _in_a_role(dataset, rows, day))
            later |= undated & ~rows["person"].isin(known).to_numpy(bool)
        tables[name] = rows[~later].reset_index(drop=True)
    return replace(dataset, tables={name: rows for name, rows in tables.items() if len(rows)})


def _known(dataset: Dataset, day: date) -> set[int]:
    """Persons of whom a dated fact is no later than the day, or none is dated at all."""
    earlier: set[int] = set()
    dated: set[int] = set()
    for name, fields in DATED.items():
        frame = dataset.tables.get(name)
        if frame is None or name in ("successors", "scorecards", "stakeholders", "pay"):
            continue
        if name == "people":
            hires = frame.assign(known_on=_first_day(frame))
            days = _last_of(hires, ("known_on",))
        else:
            days = _last_of(frame, fields)
        for person, at in zip(frame["person"], days, strict=True):
            if at is not None:
                dated.add(person)
                if at <= day:
                    earlier.add(person)
    return earlier | (set(dataset.persons["person"]) - dated)


def _undecided(rows: pd.DataFrame, before: pd.DataFrame, day: date) -> pd.DataFrame:
    """What has an end but no day of decision was decided at the end."""
    open_then = _later(before, "ended_on", day)
    if "decided_on" in before:
        open_then &= before["decided_on"].isna().to_numpy(bool)
    return rows.assign(**{f: rows[f].mask(open_then) for f in OUTCOME if f in rows})


def _in_a_role(dataset: Dataset, people: pd.DataFrame, day: date) -> np.ndarray:
    roles = dataset.tables.get("roles")
    if roles is None:
        return np.zeros(len(people), bool)
    later = _later(roles, "effective_date", day) | _later(roles, "recorded_on", day)
    return people["person"].isin(roles["person"][~later]).to_numpy(bool)


def _first_day(people: pd.DataFrame) -> pd.Series:
    """The day of a statement, or of the hire where it has none."""
    none = pd.Series([None] * len(people), index=people.index, dtype=object)
    known = people["known_on"].astype(object) if "known_on" in people else none
    hired = people["hire_date"].astype(object) if "hire_date" in people else none
    return known.where(known.notna(), hired)


def _last_of(frame: pd.DataFrame, fields: Sequence[str]) -> list[date | None]:
    given = [[_day(value) for value in frame[name]] for name in fields if name in frame]
    rows = zip(*given, strict=True) if given else ((),) * len(frame)
    return [max((one for one in row if one is not None), default=None) for row in rows]


def _day(value: object) -> date | None:
    return None if pd.isna(value) else value  # type: ignore[return-value, call-overload]


def _undated(people: pd.DataFrame) -> np.ndarray:
    if "known_on" not in people:
        return np.ones(len(people), bool)
    return people["known_on"].isna().to_numpy(bool)


def _emptied(
    frame: pd.DataFrame, by: Mapping[str, Sequence[str]], day: date, where: np.ndarray
) -> pd.DataFrame:
    for dated, fields in by.items():
        hidden = _later(frame, dated, day) & where
        frame = frame.assign(**{f: frame[f].mask(hidden) for f in fields if f in frame})
    return frame


def _later(frame: pd.DataFrame, field: str, day: date) -> np.ndarray:
    if field not in frame:
        return np.zeros(len(frame), bool)
    days = [_day(value) for value in frame[field]]
    return np.array([at is not None and at > day for at in days], bool)


def _of_cycles_begun(scores: pd.DataFrame, reviews: pd.DataFrame | None, day: date) -> pd.DataFrame:
    """Scores of cycles of which a review had been written, or none is dated."""
    if reviews is None or "review_date" not in reviews or "cycle" not in scores:
        return scores
    first: dict[str, date] = {}
    for cycle, at in zip(reviews["cycle"], reviews["review_date"], strict=True):
        if _day(at) is not None:
            first[cycle] = min(at, first.get(cycle, at))
    begun = [cycle not in first or first[cycle] <= day for cycle in scores["cycle"]]
    return scores[np.array(begun, bool)]
