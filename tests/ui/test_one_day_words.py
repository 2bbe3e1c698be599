"""The comparison on one day is told as what it is: no proof, with its counts."""

import math

import pytest

from components.signals.backtest import Estimates, Group
from components.signals.backtest.counts import Counts, Interval
from components.ui.track_record.one_day import base, finding, rows


def group(low: float, high: float, months: tuple[int, int | None] = (24, None), unknown: int = 0):
    lift = Interval(low, high)
    found = Estimates(
        Counts(23, 157, 214, 1076, unknown), 1.0, lift, lift, lift, lift, lift, lift, p_value=0.5
    )
    return Group(*months, found)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (1.1, 2.0, "more of the strong"),
        (0.5, 0.9, "fewer of the strong"),
        (0.5, 1.1, "about as often as everyone"),
        (math.nan, math.nan, "Too few people to compare"),
    ],
)
def test_the_title_says_what_the_interval_allows(low: float, high: float, said: str) -> None:
    title = finding([group(low, high)])
    assert said in title
    assert "one day" in title


def test_the_base_counts_people_exits_and_those_who_cannot_be_told() -> None:
    assert "1,470 people, 237 have left." in base([group(0.5, 1.1)])
    assert base([group(0.5, 1.1, unknown=12)]).endswith("12 more can’t be told.")


def test_each_group_is_a_row_and_none_is_called_supported() -> None:
    months = ((24, None), (24, 36), (0, 23))
    found = rows([group(1.1, 2.0, band) for band in months])
    assert list(found["label"]) == [
        "Top-rated, 24 months or more",
        "Top-rated, 24 to 36 months",
        "Top-rated, up to 23 months",
    ]
    assert not found["supported"].any()
    assert set(found["verdict"]) == {"One day only"}
    assert list(found.loc[0, ["left", "flagged"]]) == [23, 180]
