"""How much somebody would be missed: yes and known are counted, on every engine alike."""

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest

from components.signals.impact import FACTS, KNOWN, YES, impact, looked_at
from components.tables import columns as col
from tests.analysis.build import measured
from tests.analysis.chance import company

EVERYTHING = frozenset(pair for fact in FACTS for pair in fact.needs)
LEAST = 5


def people(**columns: list) -> pa.Table:
    """People with the columns the facts read; what is not said is missing."""
    count = max(map(len, columns.values()))
    kinds = {
        col.SOLE_HOLDER: pa.bool_(),
        col.KEY_ROLE: pa.bool_(),
        col.READY_SUCCESSOR: pa.bool_(),
        col.PEOPLE_BENEATH: pa.int64(),
    }
    return pa.table(
        {name: pa.array(columns.get(name, [None] * count), kind) for name, kind in kinds.items()}
    )


def counted(table: pa.Table, given=EVERYTHING) -> list[tuple[int, int]]:
    found = impact(nw.from_native(table, eager_only=True), given, LEAST).to_native()
    return list(zip(found[YES].to_pylist(), found[KNOWN].to_pylist(), strict=True))


@pytest.mark.parametrize(
    ("critical", "ready", "expected"),
    [
        (True, False, (2, 2)),
        (True, True, (1, 2)),
        (True, None, (1, 1)),
        (False, False, (0, 2)),
        (False, None, (0, 2)),
        (None, True, (0, 1)),
        (None, False, (0, 0)),
        (None, None, (0, 0)),
    ],
)
def test_a_critical_role_counts_and_once_more_without_a_ready_successor(critical, ready, expected):
    assert counted(people(key_role=[critical], ready_successor=[ready])) == [expected]


def test_people_beneath_count_from_the_limit_on_and_missing_is_not_none():
    beneath = [LEAST - 1, LEAST, LEAST + 1, None]
    assert counted(people(people_beneath=beneath)) == [(0, 1), (1, 1), (1, 1), (0, 0)]


def test_alone_in_holding_a_competency_counts():
    assert counted(people(sole_holder=[True, False, None])) == [(1, 1), (0, 1), (0, 0)]


def test_what_the_data_says_nothing_about_is_unknown_for_everybody():
    """A false that stands there only because nothing was given is no answer."""
    table = people(sole_holder=[False], key_role=[False], people_beneath=[0])
    assert counted(table, frozenset()) == [(0, 0)]
    assert counted(table, frozenset({("roles", col.MANAGER_ID)})) == [(0, 1)]
    assert [fact.key for fact in looked_at(frozenset({("people", col.KEY_ROLE)}))] == [
        "no_successor",
        "critical",
    ]


def test_every_engine_counts_alike():
    table = pa.Table.from_pandas(measured(**company(7, 300)).people, preserve_index=False)
    columns = [*(fact.column for fact in FACTS), YES, KNOWN]

    def answers(frame) -> list[dict]:
        found = impact(frame, EVERYTHING, LEAST).select(col.PERSON, *columns)
        whole = found.collect("pyarrow") if isinstance(found, nw.LazyFrame) else found
        return whole.to_arrow().sort_by(col.PERSON).to_pylist()

    expected = answers(nw.from_native(table, eager_only=True))
    assert {row[YES] for row in expected} >= {0, 1, 2}
    assert answers(nw.from_native(table.to_pandas(types_mapper=pd.ArrowDtype))) == expected
    with duckdb.connect() as connection:
        assert answers(nw.from_native(connection.from_arrow(table))) == expected
