"""A rule gives the same answers on pandas, on Arrow and on DuckDB."""

import duckdb
import narwhals as nw
import pandas as pd
import pyarrow as pa
import pytest

from components.signals import RULES, limits_of, states
from tests.analysis.build import SETTINGS, measured
from tests.analysis.chance import company

LIMITS = limits_of(SETTINGS)


@pytest.fixture(scope="module")
def people() -> pa.Table:
    """People drawn by chance, with every part of every rule looked at."""
    found = pa.Table.from_pandas(measured(**company(5, 300)).people, preserve_index=False)
    for name in sorted({part.looked_at_name for rule in RULES for part in rule.parts}):
        found = found.append_column(name, pa.repeat(pa.scalar(value=True), found.num_rows))
    return found


def answers(rule, frame) -> list[bool | None]:
    found = states(rule, LIMITS[rule.key], frame).select("person", "applies")
    whole = found.collect("pyarrow") if isinstance(found, nw.LazyFrame) else found
    return whole.to_arrow().sort_by("person")["applies"].to_pylist()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_a_rule_answers_alike_on_every_engine(rule, people):
    expected = answers(rule, nw.from_native(people, eager_only=True))
    assert {True, False, *([None] if rule.missing else [])} == set(expected)
    in_pandas = people.to_pandas(types_mapper=pd.ArrowDtype)
    assert answers(rule, nw.from_native(in_pandas, eager_only=True)) == expected
    with duckdb.connect() as connection:
        assert answers(rule, nw.from_native(connection.from_arrow(people))) == expected
