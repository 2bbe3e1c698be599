"""Judging: every rule that is on, applied to every active person."""

from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa

from components.analysis import Measures
from components.settings import Settings
from components.signals.catalogue import RULES, limits_of
from components.signals.flag_rows import Verdict, rows_of
from components.signals.flags import Flags
from components.signals.reasons import lacking, reasons, since
from components.signals.rule import Limits, Rule
from components.tables import columns as col
from components.tables.schema import TABLES

DAY = pd.ArrowDtype(pa.date32())


def judge(measures: Measures, settings: Settings) -> Flags:
    """Flags and notices of every active person on the day of the measures."""
    limits = limits_of(settings)
    off = {rule.key: why for rule in RULES if (why := why_off(rule, measures))}
    on = [rule for rule in RULES if rule.key not in off]
    people = measures.people if on else measures.people.iloc[:0]
    people = people.assign(**{col.AS_OF: pd.Series(measures.as_of, index=people.index, dtype=DAY)})
    active = (people[col.STATUS] == "active").fillna(False).to_numpy(dtype=bool)
    verdicts = [_verdict(rule, limits[rule.key], people, active) for rule in on or RULES]
    return Flags(rows_of(verdicts, people, active), off)


def states(rule: Rule, limits: Limits, people: Any) -> Any:
    """The frame with the rule's answer in `applies`, on any engine that Narwhals knows."""
    return people.with_columns(applies=rule.applies(limits))


def why_off(rule: Rule, measures: Measures) -> str:
    """Why the rule can't run on this data and what would switch it on; empty where it can."""
    lacks = [need for need in rule.needs if not measures.given.intersection(need.any_of)]
    if not lacks:
        return ""
    what = " and ".join(need.words for need in lacks)
    tables = sorted({TABLES[table].label.lower() for need in lacks for table, _ in need.any_of})
    return f"Off: no {what}. Load a sheet of {' or '.join(tables)} to switch it on."


def _verdict(rule: Rule, limits: Limits, people: pd.DataFrame, active: np.ndarray) -> Verdict:
    answers = states(rule, limits, nw.from_native(people, eager_only=True)).to_native()["applies"]
    unknown = answers.isna().to_numpy() & active
    yes = answers.fillna(False).to_numpy(dtype=bool) & active
    fired = people[yes]
    return Verdict(
        rule=rule,
        yes=yes,
        unknown=unknown,
        reason=reasons(rule, limits, fired),
        since=since(rule.since, limits, fired),
        missing=lacking(rule, people[unknown]),
    )
