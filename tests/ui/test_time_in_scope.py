"""When curves may be shown, what their title says, and which reasons are hidden."""

import numpy as np
import pandas as pd
import pytest

from components.analysis.incidence import Ending, ScopeStays, Stays
from components.signals.backtest.watched import Watched
from components.ui.time_in_scope.curves import DAYS_A_MONTH, of_everyone, of_flagged, of_groups
from components.ui.time_in_scope.reasons import NOT_RECORDED, OTHER, reasons_by_months
from components.ui.time_in_scope.words import base, finding

LEFT, HERE = int(Ending.BY_CHOICE), int(Ending.STILL_HERE)


def stays(*parts: tuple[int, int, int, str | None, str | None]) -> ScopeStays:
    """Parts: how many, months, ending, department, reason."""
    rows = pd.DataFrame(
        [
            {
                "entered": 0,
                "lasted": round(months * DAYS_A_MONTH) + 1,
                "ending": ending,
                "department": department,
                "exit_reason": reason,
            }
            for many, months, ending, department, reason in parts
            for _ in range(many)
        ]
    )
    rows = rows.astype({"department": "string[pyarrow]", "exit_reason": "string[pyarrow]"})
    return ScopeStays(rows.assign(person=range(len(rows))), None, unknown_start=0, undated=0)


COMPANY = stays(
    *((1, months, HERE, "A", None) for months in range(31, 61)),
    (10, 20, LEFT, "A", "pay"),
    (3, 20, LEFT, "B", None),
)


def test_the_share_is_that_of_all_stays() -> None:
    drawn = of_everyone(COMPANY, Ending.BY_CHOICE)
    assert finding(drawn, "Left by choice") == "By month 48 in one scope, 30% had left by choice"
    points = drawn.lines[0].points.set_index("months")
    assert points.loc[20, "share"] == 0
    assert points.loc[21, "share"] == pytest.approx(13 / 43, abs=1e-4)


def test_a_curve_goes_on_while_five_remain() -> None:
    points = of_everyone(COMPANY, Ending.BY_CHOICE).lines[0].points
    assert points["months"].iloc[-1] == 56
    assert points.loc[points["faint"], "months"].iloc[0] == 52


def test_a_group_of_too_few_has_no_line_and_is_counted() -> None:
    drawn = of_groups(COMPANY, "department", Ending.BY_CHOICE)
    assert [line.label for line in drawn.lines] == ["A"]
    assert drawn.too_few == ("B",)
    assert "not among the largest: 1 groups" in base(drawn, COMPANY)


def test_without_enough_ends_there_is_a_sentence_and_no_curve() -> None:
    drawn = of_everyone(COMPANY, Ending.MOVED)
    assert not drawn.lines
    assert finding(drawn, "Moved inside") == "Too few stays to say when people move"


def followed(leavers: int) -> Stays:
    """A hundred people watched for up to a year from the 700th day on; some leave on the 900th."""
    left = np.arange(100) < leavers
    return Stays(
        np.full(100, 700.0), np.where(left, 900.0, 966.0 + np.arange(100)), np.where(left, LEFT, 0)
    )


@pytest.mark.parametrize(
    ("leavers", "said"),
    [(40, "more of those flagged"), (6, "fewer of those flagged"), (20, "no clear difference")],
)
def test_flagged_and_others_are_compared_by_their_intervals(leavers: int, said: str) -> None:
    found = Watched(flagged=followed(leavers), others=followed(20), unknown=0)
    assert said in finding(of_flagged(found, Ending.BY_CHOICE), "Left by choice")


def test_flagged_people_of_whom_too_few_left_have_no_line() -> None:
    drawn = of_flagged(Watched(followed(2), followed(18), unknown=0), Ending.BY_CHOICE)
    assert ([line.label for line in drawn.lines], drawn.too_few) == (["Not flagged"], ("Flagged",))


def test_rare_reasons_are_one_row_and_small_counts_are_hidden() -> None:
    found = stays(
        (19, 5, LEFT, "A", "pay"),
        (2, 30, LEFT, "A", "pay"),
        (30, 15, LEFT, "A", "a new job"),
        (8, 30, LEFT, "A", "a new job"),
        (4, 5, LEFT, "A", "a rare one"),
        (4, 30, LEFT, "A", "another"),
        (6, 15, LEFT, "A", None),
    )
    table = reasons_by_months(found, 5).set_index("Reason")
    assert table.index.tolist() == ["a new job", "pay", OTHER, NOT_RECORDED]
    assert "a rare one" not in table.to_string()
    shown = [int(text) for text in table.to_numpy().ravel() if text.isdigit()]
    assert 38 in shown
    assert all(count == 0 or count >= 5 for count in shown)
    assert table.loc["pay", "24–36"] == "hidden"
    assert (table.loc["pay"] == "hidden").sum() >= 2


def test_without_any_reason_there_is_no_table() -> None:
    assert reasons_by_months(stays((9, 5, LEFT, "A", None)), 5).empty
