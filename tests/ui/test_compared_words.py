"""How groups compare, in words: no group is named, and the cause is never told."""

import pandas as pd
import pytest

from components.calibration import Comparison
from components.ui.compared_words import compared_words, how_sure
from components.ui.rating_words import GROUPINGS

TEAMS, UNITS = GROUPINGS[0], GROUPINGS[1]
CAUSE = "than comparable teams; the cause is not known"
OF_UNITS = CAUSE.replace("teams", "people")


def said(*marked: str | None, by=TEAMS, tested: int = 12) -> str:
    shown = pd.DataFrame({"marked": pd.array(marked, dtype="str")})
    return compared_words(shown, Comparison(shown, tested, 0.1, 1.0), by)


@pytest.mark.parametrize(
    ("marked", "by", "words"),
    [
        (("higher", None), TEAMS, f"1 of 2 managers rates higher {CAUSE}"),
        (("higher", "higher"), TEAMS, f"2 of 2 managers rate higher {CAUSE}"),
        (("lower", "higher", "lower"), TEAMS, f"1 of 3 managers rates higher and 2 lower {CAUSE}"),
        (("lower", None), UNITS, f"1 of 2 departments is rated lower {OF_UNITS}"),
        (("lower", "lower"), UNITS, f"2 of 2 departments are rated lower {OF_UNITS}"),
        (("lower",), TEAMS, f"This manager rates lower {CAUSE}"),
        ((None, None), TEAMS, "None of 2 managers stands out from comparable teams"),
    ],
)
def test_who_stands_out_is_counted_by_side(marked, by, words: str) -> None:
    assert said(*marked, by=by) == words


def test_among_few_nothing_is_said() -> None:
    assert said(None, None, tested=7) == ""
    assert said() == ""
    few = Comparison(pd.DataFrame(), 7, 0.1, 1.0)
    assert how_sure(few, TEAMS) == (
        "7 managers with 5 ratings or more: from 8 on it can be told whether one stands out."
    )
    assert how_sure(Comparison(pd.DataFrame(), 1, 0.1, 1.0), UNITS).startswith("1 department with")


def test_the_small_print_scales_with_the_rating_scale() -> None:
    words = how_sure(Comparison(pd.DataFrame(), 40, 0.12, 0.5), TEAMS)
    assert "12% of the differences between ratings lie between managers" in words
    assert "within 0.125 points" in words
