"""The matrix of reasons and impact: a dot for each person, a count where there are too many."""

import pandas as pd

from components.charts.impact_matrix import impact_matrix
from tests.charts.test_snapshots import pinned

CELLS = pd.DataFrame(
    [(4, 3, 1), (2, 1, 5), (1, 2, 36), (0, 1, 37)], columns=["impact", "reasons", "people"]
)


def drawn(cells: pd.DataFrame, facts: int = 4) -> list[dict]:
    figure = impact_matrix(cells, facts=facts, title="T", base="B")
    return figure.chart.to_dict()["layer"]


def test_impact_matrix() -> None:
    title = "6 people with a reason would be missed in several ways"
    pinned("impact_matrix", impact_matrix(CELLS, facts=4, title=title, base="Base."))


def test_every_person_is_a_dot_within_the_cell_or_counted() -> None:
    dots = [
        dot for layer in drawn(CELLS) if layer["mark"]["type"] == "circle"
        for dot in layer["data"]["values"]
    ]  # fmt: skip
    assert len(dots) == 1 + 5 + 36
    assert len({(dot["c0"], dot["c1"]) for dot in dots}) == len(dots)
    cells = {(int(dot["c1"]), int(dot["c0"]) + 1) for dot in dots}
    assert cells == {(4, 3), (2, 1), (1, 2)}
    words = [
        row.get("c2") for layer in drawn(CELLS) if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
    ]  # fmt: skip
    assert "37 people" in words


def test_words_and_table_say_the_same_as_the_dots() -> None:
    figure = impact_matrix(CELLS, facts=4, title="T", base="B")
    assert "1 person with 3 or more and 4 facts" in figure.alt
    assert figure.table["People"].tolist() == [1, 5, 36, 37]
    empty = impact_matrix(CELLS.iloc[:0], facts=4, title="T", base="B")
    assert empty.alt == "T. nobody."
