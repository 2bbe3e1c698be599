"""Willingness: silence is never a no, timing is its own answer, word and deed may differ."""

from datetime import date
from itertools import product
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.dense import collected
from components.growth.willingness import (
    CODE_OF,
    Willingness,
    deeds,
    statements,
    willing,
)

AS_OF = date(2026, 6, 30)
W = Willingness
NAMES = {code: name for name, code in CODE_OF.items()}


def said_table(*rows: tuple[Any, ...]) -> pa.Table:
    names = ("person", "asked_on", "intent", "horizon", "said_by")
    kinds = (pa.int64(), pa.date32(), pa.string(), pa.string(), pa.string())
    columns = list(zip(*rows, strict=True)) or [[] for _ in names]
    return pa.table(
        {
            name: pa.array(map(_day, column) if name == "asked_on" else column, kind)
            for name, kind, column in zip(names, kinds, columns, strict=True)
        }
    )


def done_table(*rows: tuple[Any, ...]) -> pa.Table:
    names = ("person", "kind", "outcome", "decline_reason", "day")
    kinds = (pa.int64(), pa.string(), pa.string(), pa.string(), pa.date32())
    columns = list(zip(*rows, strict=True)) or [[] for _ in names]
    return pa.table(
        {
            name: pa.array(map(_day, column) if name == "day" else column, kind)
            for name, kind, column in zip(names, kinds, columns, strict=True)
        }
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def of_person(said: pa.Table, done: pa.Table) -> dict[str, Any]:
    """Everything found about person 1."""
    frames = (
        statements(nw.from_native(said, eager_only=True), AS_OF).to_native().to_pandas(),
        deeds(nw.from_native(done, eager_only=True), AS_OF).to_native().to_pandas(),
    )
    rows = pd.DataFrame({"person": [1]})
    for frame in frames:
        rows = rows.merge(frame, on="person", how="left")
    kinds = {"said": "Int64", "deeds": "Int64", "leaning": "Float64", "stands": "object"}
    typed = rows.astype(kinds)
    for name in ("asked_on", "timing_on"):
        typed[name] = pd.to_datetime(typed[name])
    judged = willing(nw.from_native(typed, eager_only=True)).to_native()
    return judged.iloc[0].to_dict()


def category(said: list[tuple[Any, ...]] = (), done: list[tuple[Any, ...]] = ()) -> Willingness:
    found = of_person(
        said_table(*((1, *one) for one in said)), done_table(*((1, *one) for one in done))
    )
    return NAMES[int(found["willingness"])]


NOW = ("2026-03-01", "up", "now", "self")


@pytest.mark.parametrize(
    ("intent", "horizon", "expected"),
    [
        ("up", "now", W.NOW),
        ("up", "1-2 years", W.LATER),
        ("up", "later", W.LATER),
        ("up", None, W.LATER),
        ("expert", None, W.CONTENT),
        ("lateral", "now", W.CONTENT),
        ("stay", None, W.CONTENT),
        ("leave people leadership", None, W.NOT),
        ("unsure", None, W.UNKNOWN),
        (None, "now", W.UNKNOWN),
    ],
)
def test_a_valid_statement_is_taken_at_its_word(intent, horizon, expected) -> None:
    assert category([("2026-03-01", intent, horizon, "self")]) is expected


@pytest.mark.parametrize(
    ("day", "stands", "expected"),
    [
        ("2025-07-01", "valid", W.NOW),
        ("2025-06-30", "ageing", W.NOW),
        ("2024-12-31", "ageing", W.NOW),
        ("2024-12-30", "too old", W.UNKNOWN),
    ],
)
def test_a_statement_ages_and_is_unknown_after_eighteen_months(day, stands, expected) -> None:
    found = of_person(said_table((1, day, "up", "now", "self")), done_table())
    assert found["stands"] == stands
    assert NAMES[int(found["willingness"])] is expected


def test_the_newest_own_statement_counts() -> None:
    assert category([NOW, ("2026-05-01", "stay", None, "self")]) is W.CONTENT
    assert category([NOW, ("2026-05-01", "stay", None, "manager")]) is W.NOW
    assert category([NOW, ("2026-07-01", "stay", None, "self")]) is W.NOW
    assert category([("2026-05-01", "stay", None, "manager")]) is W.UNKNOWN


def test_two_answers_on_one_day_differ() -> None:
    assert category([NOW, ("2026-03-01", "stay", None, "self")]) is W.CONFLICTING
    assert category([NOW, NOW]) is W.NOW


def test_silence_is_unknown() -> None:
    assert category() is W.UNKNOWN


DECLINED = ("promotion", "declined")


@pytest.mark.parametrize("reason", ["timing", "location", "family", "pay"])
def test_a_no_for_reasons_of_timing_is_a_matter_of_timing(reason) -> None:
    no = (*DECLINED, reason, "2026-04-01")
    assert category(done=[no]) is W.TIMING
    assert category([NOW], [no]) is W.TIMING
    assert category([("2026-05-01", "up", "now", "self")], [no]) is W.NOW  # said since
    assert category(done=[(*DECLINED, reason, "2024-12-01")]) is W.UNKNOWN


@pytest.mark.parametrize("reason", ["other", None])
def test_a_no_without_a_telling_reason_tells_nothing(reason) -> None:
    assert category(done=[(*DECLINED, reason, "2026-04-01")] * 3) is W.UNKNOWN


def test_deeds_speak_where_nothing_was_said_and_only_from_two_on() -> None:
    applied = ("internal application", "rejected", None, "2026-01-01")
    assert category(done=[applied]) is W.UNKNOWN
    assert category(done=[applied] * 2) is W.NOW
    refused = (*DECLINED, "content", "2026-01-01")
    assert category(done=[refused]) is W.UNKNOWN
    assert category(done=[refused] * 2) is W.NOT


def test_a_course_is_no_step_up() -> None:
    for reason in ("timing", "content"):
        assert category(done=[("course", "declined", reason, "2026-04-01")] * 3) is W.UNKNOWN


def test_one_accepted_stretch_is_not_yet_a_wish() -> None:
    taken = ("stretch assignment", "accepted", None, "2026-01-01")
    assert category(done=[taken] * 3) is W.UNKNOWN


def test_word_and_deed_that_differ_are_a_category_of_their_own() -> None:
    applied = ("internal application", "rejected", None, "2026-01-01")
    assert category([("2026-03-01", "stay", None, "self")], [applied]) is W.CONFLICTING
    assert category([NOW], [(*DECLINED, "content", "2026-05-01")]) is W.CONFLICTING
    reluctant = ("stretch assignment", "declined", None, "2026-01-01")
    assert category([NOW], [reluctant] * 3) is W.CONFLICTING
    assert category([NOW], [reluctant] * 2) is W.NOW


def test_an_application_that_was_decided_is_counted_once() -> None:
    found = of_person(
        said_table(), done_table((1, "internal application", "accepted", None, "2026-01-01"))
    )
    assert (found["deeds"], found["applications"], found["leaning"]) == (1, 1, 1.5)


def test_nothing_missing_ever_becomes_a_no() -> None:
    """Every combination of what may be missing: unknown, or what the rest supports."""
    days = (None, "2024-01-01", "2026-03-01")
    for day, intent, horizon, by in product(days, (None, "up"), (None, "now"), (None, "manager")):
        found = category([(day, intent, horizon, by)])
        supported = day == "2026-03-01" and intent == "up" and by is None
        expected = (W.NOW if horizon else W.LATER) if supported else W.UNKNOWN
        assert found is expected, (day, intent, horizon, by)
    kinds = (None, "stretch assignment")
    for kind, outcome, reason, day in product(kinds, (None, "declined"), (None, "timing"), days):
        found = category(done=[(kind, outcome, reason, day)] * 2)
        told = kind and outcome and reason and day == "2026-03-01"
        assert found is (W.TIMING if told else W.UNKNOWN), (kind, outcome, reason, day)


def test_every_engine_answers_alike() -> None:
    intents = ("up", "stay", "expert", "unsure", None, "leave people leadership")
    said = said_table(
        *(
            (n % 90, f"202{4 + n % 3}-0{n % 9 + 1}-1{n % 5}", intents[n * 7 % 6],
             ("now", "later", None)[n % 3], ("self", "manager", None)[n // 3 % 3])
            for n in range(300)
        )
    )  # fmt: skip
    kinds = ("stretch assignment", "internal application", "promotion")
    done = done_table(
        *(
            (n % 90, kinds[n % 3], ("accepted", "declined", "rejected", None)[n // 2 % 4],
             ("content", "family", None)[n // 5 % 3], f"202{5 + n % 2}-0{n % 9 + 1}-20")
            for n in range(400)
        )
    )  # fmt: skip

    def found(frame, work) -> list[tuple[Any, ...]]:
        table = collected(work(frame, AS_OF))
        rows = table.select(sorted(table.column_names)).to_pylist()
        return sorted(tuple(str(value) for value in row.values()) for row in rows)

    for table, work in ((said, statements), (done, deeds)):
        expected = found(nw.from_native(table, eager_only=True), work)
        assert len(expected) >= 30
        in_pandas = table.to_pandas(types_mapper=pd.ArrowDtype)
        assert found(nw.from_native(in_pandas, eager_only=True), work) == expected
        with duckdb.connect() as connection:
            assert found(nw.from_native(connection.from_arrow(table)), work) == expected
