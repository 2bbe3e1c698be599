"""Judging: every rule that is on, applied to every active person."""

from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa

from components.analysis import Measures
from components.settings import Settings
from components.signals.catalogue import RULES, limits_of
from components.signals.flags import NO, UNKNOWN, YES, Flags
from components.signals.rule import Limits, Rule, Since
from components.signals.sentences import filled
from components.tables import columns as col
from components.tables.schema import TABLES

TEXT = pd.ArrowDtype(pa.string())
DAY = pd.ArrowDtype(pa.date32())
POINTER = pd.ArrowDtype(pa.int32())


def judge(measures: Measures, settings: Settings) -> Flags:
    """Flags and notices of every active person on the day of the measures."""
    limits = limits_of(settings)
    people = measures.people
    active = people[(people[col.STATUS] == "active").fillna(False)].reset_index(drop=True)
    day = pd.Series(measures.as_of, index=active.index, dtype=DAY)
    active = active.assign(**{col.AS_OF: day})
    off = {rule.key: why for rule in RULES if (why := why_off(rule, measures))}
    judged = [_rows(rule, limits[rule.key], active) for rule in RULES if rule.key not in off]
    judged = judged or [_rows(rule, limits[rule.key], active.iloc[:0]) for rule in RULES]
    rows = pd.concat(judged, ignore_index=True)
    order = np.lexsort((rows.index, rows[col.PERSON].to_numpy(dtype=np.int64)))
    return Flags(rows.take(order).reset_index(drop=True), off)


def states(rule: Rule, limits: Limits, people: Any) -> Any:
    """The frame with the rule's answer in `applies`, on any engine that Narwhals knows."""
    return people.with_columns(applies=rule.applies(limits))


def why_off(rule: Rule, measures: Measures) -> str:
    """Why the rule can't run on this data and what would switch it on; empty where it can."""
    lacking = [need for need in rule.needs if not measures.given.intersection(need.any_of)]
    if not lacking:
        return ""
    what = " and ".join(need.words for need in lacking)
    tables = sorted({TABLES[table].label.lower() for need in lacking for table, _ in need.any_of})
    return f"Off: no {what}. Load a sheet of {' or '.join(tables)} to switch it on."


def _rows(rule: Rule, limits: Limits, active: pd.DataFrame) -> pd.DataFrame:
    answers = states(rule, limits, nw.from_native(active, eager_only=True)).to_native()["applies"]
    yes = answers.fillna(False).to_numpy(dtype=bool)
    unknown = answers.isna().to_numpy()
    rows = _rows_of(active, rule)
    state = np.where(yes, YES, np.where(unknown, UNKNOWN, NO))
    rows[col.STATE] = pd.Series(state, index=rows.index).astype(TEXT)
    fired = active[yes]
    rows[col.REASON] = _spread(_reasons(rule, limits, fired), rows, TEXT)
    rows[col.SINCE] = _spread(_since(rule.since, limits, fired), rows, DAY)
    rows[col.MISSING] = _spread(_missing(rule, active[unknown]), rows, TEXT)
    for pointer in rule.evidence:
        for end in ("sheet", "row"):
            name = f"{pointer.name}_{end}"
            rows[name] = _spread(fired[name], rows, POINTER)
    return rows


def _rows_of(people: pd.DataFrame, rule: Rule) -> pd.DataFrame:
    return people[[col.PERSON, col.EMPLOYEE_ID]].assign(
        **{
            col.RULE: pd.Series(rule.key, index=people.index, dtype=TEXT),
            col.KIND: pd.Series(rule.kind, index=people.index, dtype=TEXT),
        }
    )


def _spread(values: pd.Series, rows: pd.DataFrame, kind: pd.ArrowDtype) -> pd.Series:
    return values.astype(kind).reindex(rows.index)


def _reasons(rule: Rule, limits: Limits, fired: pd.DataFrame) -> pd.Series:
    said = pd.Series("", index=fired.index, dtype="str")
    people = nw.from_native(fired, eager_only=True)
    for because in rule.because:
        holds = np.ones(len(fired), dtype=bool)
        if because.when is not None:
            answer = people.select(holds=because.when(limits)).to_native()["holds"]
            holds = answer.fillna(False).to_numpy(dtype=bool)
        parts = filled(because.sentence, fired[holds], limits.model_dump())
        said = said.where(~holds, said + " " + parts.reindex(fired.index).fillna(""))
    return said.str.strip()


def _missing(rule: Rule, people: pd.DataFrame) -> pd.Series:
    said = pd.Series("", index=people.index, dtype="str")
    frame = nw.from_native(people, eager_only=True)
    for missing in rule.missing:
        lacks = frame.select(lacks=missing.when).to_native()["lacks"]
        holds = lacks.fillna(False).to_numpy(dtype=bool)
        said = said.where(~holds, said + "; " + missing.words)
    return said.str.removeprefix("; ")


def _since(since: Since, limits: Limits, fired: pd.DataFrame) -> pd.Series:
    days = _months_later(fired[since.day], since.months(limits))
    if since.otherwise is not None:
        days = days.where(days.notna(), _months_later(fired[since.otherwise], 0))
    if since.not_before is not None:
        earliest = _months_later(fired[since.not_before], 0)
        days = days.where(~(earliest > days).fillna(False), earliest)
    return days.dt.date.astype(DAY)


def _months_later(days: pd.Series, months: int) -> pd.Series:
    later: pd.Series = pd.to_datetime(days.astype("object")) + pd.DateOffset(months=months)
    return later
