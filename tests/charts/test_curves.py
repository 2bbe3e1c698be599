"""Curves of ends by months in scope, and intervals of rules, as they were approved."""

import pandas as pd
import pytest

from components.charts.incidence import Line, incidence
from components.charts.theme import ACCENT, ATTENTION, UNKNOWN
from components.charts.track_record import NOT_COMPUTED, track_record
from tests.charts.test_snapshots import pinned


def line(label: str, colour: str | int, *shares: float, faint_from: int = 99) -> Line:
    """A share for each year; every year ten fewer remain."""
    months = [12 * year for year in range(len(shares))]
    points = pd.DataFrame(
        {
            "months": months,
            "share": shares,
            "low": [max(share - 0.05, 0) for share in shares],
            "high": [share + 0.05 for share in shares],
            "faint": [month >= faint_from for month in months],
        }
    )
    return Line(label, colour, points, {month: 60 - 10 * n for n, month in enumerate(months)})


def test_one_curve() -> None:
    one = line("Everyone", ACCENT, 0, 0.1, 0.18, 0.2, faint_from=36)
    pinned("incidence_one", incidence([one], title="By month 24, 18% had left", base="60 stays"))


def test_flagged_and_not_flagged() -> None:
    both = [line("Flagged", ATTENTION, 0, 0.2, 0.3), line("Not flagged", UNKNOWN, 0, 0.1, 0.15)]
    pinned("incidence_two", incidence(both, title="More of those flagged left", base="60 stays"))


def test_bands_are_drawn_for_two_lines_and_left_to_the_table_for_more() -> None:
    def bands(count: int) -> int:
        lines = [line(str(n), n, 0, 0.1) for n in range(count)]
        spec = incidence(lines, title="t", base="b").chart.to_dict()
        return sum(layer["mark"]["type"] == "area" for layer in spec["layer"])

    assert (bands(2), bands(3)) == (2, 0)


def test_the_text_and_the_table_say_what_the_lines_say() -> None:
    figure = incidence([line("Everyone", ACCENT, 0, 0.1, 0.18)], title="Title", base="base")
    assert "Everyone: 18% by month 24" in figure.alt
    assert figure.table["Months in scope"].tolist() == [12, 24]
    assert figure.table["Ended so, percent"].tolist() == [10.0, 18.0]
    assert figure.table["Still watched"].tolist() == [50, 40]


@pytest.fixture
def rules() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": ["Stalled", "Passed over", "New"],
            "verdict": ["Supported", "Inconclusive", "Too few"],
            "lift": [2.1, 1.3, float("nan")],
            "low": [1.4, 0.1, float("nan")],
            "high": [3.0, 9.0, float("nan")],
            "left": [20, 9, 1],
            "flagged": [90, 60, 3],
            "supported": [True, False, False],
        }
    )


def test_intervals_of_rules(rules: pd.DataFrame) -> None:
    pinned("track_record", track_record(rules, title="One rule held", base="300 people"))


def test_a_rule_with_too_few_has_counts_and_no_lift(rules: pd.DataFrame) -> None:
    table = track_record(rules, title="t", base="b").table.set_index("Rule")
    assert table.loc["New", "Times as often as everyone"] == NOT_COMPUTED
    assert table.loc["New", ["Flagged and left", "Flagged"]].tolist() == [1, 3]
