"""The latest scores, also where only one side or no day was given."""

import narwhals as nw
import pandas as pd
import pyarrow as pa

from components.analysis.latest_scores import latest_scores


def latest(**columns: list) -> dict[str, tuple[object, object]]:
    rows = pa.table({"person": [1] * len(columns["competency"]), **columns})
    frame = rows.to_pandas(types_mapper=pd.ArrowDtype)
    told = latest_scores(nw.from_native(frame, eager_only=True)).to_native()
    return {row.competency: (row.self, row.manager) for row in told.itertuples()}


def test_only_managers_scores_leave_own_ones_unknown() -> None:
    (own, manager) = latest(competency=["Delivery"], manager=[3.0])["Delivery"]
    assert pd.isna(own)
    assert manager == 3.0


def test_the_later_cycle_counts_without_a_day() -> None:
    told = latest(competency=["Delivery", "Delivery"], cycle=["2025", "2026"], manager=[3.0, 4.0])
    assert told["Delivery"][1] == 4.0
