"""The matrix of wish and readiness: a tile for each cell with people, and no name."""

import pandas as pd

from components.charts.wish_matrix import wish_matrix
from tests.charts.test_snapshots import pinned

WISHES, STEPS = ("Wants it now", "Not known"), ("Ready now", "Developing")


def figure():
    cells = pd.DataFrame(
        [
            ("Wants it now", "Ready now", 3, "Blocked", True),
            ("Not known", "Developing", 1_200, "Ask", False),
        ],
        columns=["wish", "step", "people", "name", "first"],
    )
    return wish_matrix(cells, wishes=WISHES, steps=STEPS, title="Three wait", base="All.")


def test_wish_matrix() -> None:
    pinned("wish_matrix", figure())


def test_words_and_table_say_the_same_as_the_tiles() -> None:
    found = figure()
    assert found.alt == (
        "Three wait. Wants it now, Ready now: 3 (Blocked); Not known, Developing: 1,200 (Ask)."
    )
    assert found.table["People"].tolist() == [3, 1200]


def test_nobody_is_said_to_be_nobody() -> None:
    empty = pd.DataFrame(columns=["wish", "step", "people", "name", "first"])
    found = wish_matrix(empty, wishes=WISHES, steps=STEPS, title="None", base="All.")
    assert found.alt == "None. nobody."
