"""Readiness: the next level, not the present one; what is missing is never a no."""

from itertools import product

import narwhals as nw
import pandas as pd
import pytest

from components.growth.meeting import MEETINGS, meeting
from components.growth.readiness import CODE_OF, Readiness, reached, ready
from components.growth.willingness import Willingness

R, W = Readiness, Willingness
NAMES = {code: name for name, code in CODE_OF.items()}


def step(required, rated, reached_, steady=True, tried=True) -> Readiness:
    rows = pd.DataFrame(
        {
            "required": pd.array([required], "Int64"),
            "rated": pd.array([rated], "Int64"),
            "reached": pd.array([reached_], "Int64"),
            "steady": pd.array([steady], "boolean"),
            "tried": pd.array([tried], "boolean"),
        }
    )
    found = ready(nw.from_native(rows, eager_only=True)).to_native()
    return NAMES[int(found["readiness"].iloc[0])]


@pytest.mark.parametrize(
    ("required", "rated", "reached_", "expected"),
    [
        (10, 10, 8, R.NOW),
        (10, 10, 7, R.SOON),
        (10, 10, 6, R.SOON),
        (10, 10, 5, R.DEVELOPING),
        (10, 7, 6, R.NOW),  # 86 % of the rated, 70 % rated
        (10, 6, 6, R.UNKNOWN),
        (10, 0, 0, R.UNKNOWN),
        (None, None, None, R.UNKNOWN),
    ],
)
def test_shares_of_the_next_level_at_their_limits(required, rated, reached_, expected) -> None:
    assert step(required, rated, reached_) is expected


@pytest.mark.parametrize(
    ("steady", "tried", "expected"),
    [
        (True, True, R.NOW),
        (False, True, R.SOON),
        (True, False, R.SOON),
        (False, None, R.SOON),
        (None, False, R.SOON),
        (None, True, R.UNKNOWN),
        (True, None, R.UNKNOWN),
        (None, None, R.UNKNOWN),
    ],
)
def test_ready_now_asks_for_steady_cycles_and_work_beyond_the_role(steady, tried, expected) -> None:
    assert step(8, 8, 8, steady, tried) is expected


def test_low_shares_need_neither() -> None:
    assert step(10, 10, 6, None, None) is R.SOON
    assert step(10, 10, 2, None, None) is R.DEVELOPING


def test_only_what_the_next_level_asks_for_is_counted() -> None:
    scores = pd.DataFrame(
        {
            "person": [1, 1, 1, 2],
            "competency": ["A", "B", "X", "A"],
            "manager": [4.0, None, 5.0, 3.0],
        }
    )
    asked = pd.DataFrame(
        {"person": [1, 1, 2, 2], "competency": ["A", "B", "A", "B"], "target": [4, 3, 4, 3]}
    )
    frames = (nw.from_native(one, eager_only=True) for one in (scores, asked))
    rows = reached(*frames).to_native().set_index("person").sort_index()
    assert rows[["required", "rated", "reached"]].to_numpy().tolist() == [[2, 1, 1], [2, 1, 0]]


def test_every_wish_meets_every_step_with_a_question() -> None:
    answers = (None, True, False)
    for wish, where, moved, listed in product(W, R, answers, answers):
        found = meeting(wish, where, moved=moved, listed=listed)
        assert found in MEETINGS
        assert found.question.endswith("?")


@pytest.mark.parametrize(
    ("wish", "where", "known", "key"),
    [
        (W.NOW, R.NOW, {"moved": False}, "blocked"),
        (W.NOW, R.NOW, {"moved": True}, "open"),
        (W.NOW, R.NOW, {"moved": None}, "open"),
        (W.NOW, R.DEVELOPING, {"moved": False}, "honest"),
        (W.NOT, R.NOW, {"listed": True}, "pushed"),
        (W.NOT, R.NOW, {"listed": None}, "list"),
        (W.UNKNOWN, R.NOW, {"moved": False}, "ask_first"),
        (W.UNKNOWN, R.UNKNOWN, {}, "ask"),
        (W.LATER, R.NOW, {}, "timing"),
        (W.TIMING, R.SOON, {}, "timing"),
        (W.CONTENT, R.NOW, {}, "respect"),
        (W.CONFLICTING, R.DEVELOPING, {}, "conversation"),
    ],
)
def test_where_they_meet(wish, where, known, key) -> None:
    assert meeting(wish, where, **known).key == key
