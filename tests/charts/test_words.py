"""What a figure says is what it shows."""

import pandas as pd
import pytest

from components.charts import competency_tiles, flag_bars, headcount, rating_bars, region_ratings
from components.charts.lanes import Lanes, in_lanes


def test_the_finding_names_the_rating_most_people_have(distribution):
    assert rating_bars(distribution, words={3: "meets"}).title == (
        "10 of 22 rated people are at 3 meets"
    )


def test_the_table_holds_every_row_and_unrated_people(distribution):
    table = rating_bars(distribution).table
    assert table["Group"].tolist() == [
        "Everyone rated",
        "A. Brandt",
        "C. Okafor",
        "Small teams (2)",
    ]
    assert table["Not rated"].tolist() == [4, 0, 3, 1]


def test_a_hidden_selection_says_so(distribution):
    hidden = distribution[distribution["order"].eq(0)].assign(hidden=True, people=pd.NA)
    figure = rating_bars(hidden.assign(rated=pd.NA))
    assert figure.title == "Too few rated people to show"


@pytest.mark.parametrize("state", ["not rated", "not required", "no target", "fewer than 5"])
def test_each_kind_of_unknown_has_its_word(cells, state: str):
    spec = competency_tiles(cells, "gap_to_role", limit=5).chart.to_dict()
    words = {row.get("c2") for layer in spec["layer"] for row in layer["data"]["values"]}
    assert state in words


def test_the_finding_counts_groups_below_target(cells):
    figure = competency_tiles(cells, "gap_to_role", limit=5)
    assert figure.title == "Delivery is below target in 1 of 1 departments"


def test_other_questions_are_described_plainly(cells):
    figure = competency_tiles(cells, "self_against_manager", limit=5)
    assert figure.title == "Own rating minus the manager’s, by group"


def test_nobody_flagged_still_counts_who_cannot_be_told(flagged):
    figure = flag_bars(flagged.assign(flagged=0))
    assert figure.title == "Nobody is flagged"
    assert "18 can’t tell" in figure.alt


def test_two_reasons_that_share_the_first_place_are_not_ranked(flagged):
    assert flag_bars(flagged.assign(flagged=3)).title == (
        "2 rows share the most people flagged, 3 each"
    )


def test_a_hidden_count_is_a_word(headcounts):
    figure = headcount(headcounts, of="region")
    assert figure.alt == "Active people by region: EU 40, USA 30, MENA hidden."


def test_a_region_without_a_row_has_no_figure(distribution):
    assert region_ratings(distribution, "Atlantis") is None
    assert region_ratings(distribution, "Small teams (2)") is None


def test_levels_stand_from_high_to_low_below_events():
    spells = pd.DataFrame({"level": ["4", "9", None, "5"]})
    lanes = in_lanes(spells, ["4", "5"], events=True, ratings=True)
    assert lanes == ("Events", "5", "4", "9", "Level not known", "Ratings")


@pytest.mark.parametrize("span", [1, 8, 30, 80])
def test_years_below_a_timeline_never_crowd(span: int):
    ticks = Lanes(("4",), 2026.5 - span, 2026.5).ticks()
    assert 1 <= len(ticks) <= 14
