"""One person's scores beside what the role asks for."""

import pandas as pd
import pytest

from components.charts.role_gaps import role_gaps

ROWS = pd.DataFrame(
    {
        "competency": ["Delivery", "Coaching", "Change", "Judgement", "Own idea"],
        "score": pd.array([2.5, None, 3.0, 4.0, 2.0], dtype="Float64"),
        "target": pd.array([4, 3, 0, 4, None], dtype="Int64"),
    }
)


@pytest.fixture
def figure():
    return role_gaps(ROWS, (1, 5), title="One gap to what level 4 asks for", asks="level 4")


def test_each_answer_has_its_own_words(figure) -> None:
    assert figure.table["Distance"].tolist() == [
        "−1.5",
        "not rated",
        "not required",
        "met",
        "no target",
    ]


def test_what_is_missing_is_said_in_words_and_never_a_zero(figure) -> None:
    table = figure.table.set_index("Competency")
    assert table.loc["Coaching", "Manager’s score"] == "not rated"
    assert table.loc["Own idea", "Needed"] == "no target"
    assert table.loc["Change", "Needed"] == "not required"


def test_the_base_says_how_many_are_rated(figure) -> None:
    assert "4 of 5 rated" in figure.base


def test_the_words_for_those_who_cant_see_it_name_every_competency(figure) -> None:
    assert all(name in figure.alt for name in ROWS["competency"])
