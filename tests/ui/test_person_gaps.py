"""A person's gaps where a file gives fewer kinds of scores than there are."""

import pandas as pd

from components.tables import columns as col
from components.ui.person_gaps import _SCORED, _with_all


def test_scores_of_a_kind_that_was_not_given_are_missing() -> None:
    own = pd.DataFrame({col.COMPETENCY: ["Delivery"], col.MANAGER: [3.0]})
    filled = _with_all(own)
    assert set(_SCORED) <= set(filled.columns)
    assert filled[col.MANAGER].tolist() == [3.0]
    assert filled[[name for name in _SCORED if name not in own.columns]].isna().all(axis=None)
