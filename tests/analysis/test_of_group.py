"""A group's value stands beside every row of it, whatever the engine and however many batches."""

import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from components.analysis.of_group import of_group

ROWS = 150_000


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    dice = np.random.default_rng(4)
    groups = dice.permutation(np.arange(ROWS) // 5)
    return pd.DataFrame({"which": groups, "value": dice.integers(0, 1000, ROWS)})


@pytest.fixture(scope="module")
def wanted(rows: pd.DataFrame) -> list[tuple[int, ...]]:
    most = rows.groupby("which")["value"].transform("max")
    return sorted(zip(rows["which"], rows["value"], most, strict=True))


@pytest.mark.parametrize("engine", ["pandas", "arrow", "duckdb"])
def test_every_row_has_the_most_of_its_own_group(
    engine: str, rows: pd.DataFrame, wanted: list[tuple[int, ...]]
) -> None:
    given = nw.from_native(pa.table(rows) if engine == "arrow" else rows, eager_only=True)
    frame = given.lazy("duckdb") if engine == "duckdb" else given.lazy()
    for _ in range(3):
        found = of_group(frame, "which", most=nw.col("value").max()).collect("pyarrow")
        assert sorted(found.select("which", "value", "most").rows()) == wanted
