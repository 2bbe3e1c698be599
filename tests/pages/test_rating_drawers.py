"""What stands under the figure of ratings: worked out when opened, never of fewer than five."""

import re

import pandas as pd
import pytest

from components.analysis.distributions import distribution
from components.calibration import Movers, beside_guideline
from components.settings.guideline import Band
from components.ui.rating_drawers import beside_evidence, between_cycles, guideline, use_of_scale
from components.ui.rating_views import ratings_by
from components.ui.rating_words import GROUPINGS
from tests.analysis.test_distributions import people
from tests.pages.conftest import Pages, ask_for, keep, words

EVERYTHING = pytest.mark.parametrize("pages", ["everything"], indirect=True)
REVIEWS_ONLY = pytest.mark.parametrize("pages", ["reviews_only"], indirect=True)
HOSTILE = pytest.mark.parametrize("pages", ["hostile"], indirect=True)
DRAWERS = ("cases", "evidence", "use", "cycles")
BY = {one.label: one for one in GROUPINGS}


def opened(pages: Pages, *drawers: str, by: str = "Manager", **address: str):
    app = pages.open("distributions", **address)
    for drawer in drawers:
        app.session_state[f"ratings_{drawer}"] = True
    app.session_state["ratings_by"] = by
    app.run()
    assert not app.exception
    return app


@EVERYTHING
@pytest.mark.parametrize("by", list(BY))
def test_every_drawer_opens_with_a_finding(pages: Pages, by: str) -> None:
    said = words(opened(pages, *DRAWERS, by=by))
    assert "higher than the evidence" in said
    assert "have scores or goals to set beside the rating" in said
    assert "ratings less than chance explains" in said
    assert "kept their rating" in said


@REVIEWS_ONLY
def test_reviews_alone_are_enough(pages: Pages) -> None:
    assert "kept their rating" in words(opened(pages, *DRAWERS))


def test_a_list_with_ratings_alone_opens_every_drawer(folder) -> None:
    rows = [f"{n},Active,{'Sales' if n % 3 else 'Law'},{3 + n % 2},2026" for n in range(60)]
    header = "Employee ID,Employment status,Department,Rating,Cycle"
    keep(folder, {"staff.csv": "\n".join([header, *rows]).encode()})
    for by in ("Department", "Manager"):
        app = opened(Pages(), *DRAWERS, by=by)
        assert not app.error
    said = words(opened(Pages(), *DRAWERS, by="Department"))
    assert "No scores, goals or comments are given" in said
    assert "Nobody shown was rated in two cycles" in said


def test_without_scores_the_drawers_say_so() -> None:
    nothing = pd.DataFrame(columns=["alike", "competencies", "goals", "commented", "case"])
    assert use_of_scale.profile_finding(nothing).startswith("Too few competencies are scored")
    assert beside_evidence.cases_finding(nothing).startswith("No scores, goals or comments")
    assert beside_evidence.evidence_finding(nothing).startswith("No scores or goals")


@HOSTILE
def test_three_people_have_no_drawers(pages: Pages) -> None:
    assert "Cases worth" not in words(opened(pages))


@EVERYTHING
def test_no_case_is_named_in_the_room(pages: Pages) -> None:
    app = opened(pages, *DRAWERS)
    assert any("Cases" in one.label for one in app.expander)
    app.toggle(key="room_size").set_value(True).run()
    assert not any("Cases" in one.label for one in app.expander)
    assert any("evidence" in one.label for one in app.expander)


@EVERYTHING
def test_cases_name_the_people_and_what_speaks_against_the_rating(pages: Pages) -> None:
    view = pages.view()
    found = ratings_by(view, BY["Manager"])
    rows = beside_evidence.here(view, found)
    table = beside_evidence.cases_table(view, rows.dropna(subset="case"))
    assert 0 < len(table) < 20
    assert table["Name"].notna().all()
    higher = table[table["Why"] == "rating higher than its evidence"]
    assert (higher["Rating"] >= 4).all()
    assert beside_evidence.cases_finding(rows.assign(case=None)).startswith("None of")


@EVERYTHING
@pytest.mark.parametrize("by", list(BY))
def test_means_stand_on_five_people_or_more(pages: Pages, by: str) -> None:
    view = pages.view()
    found = ratings_by(view, BY[by])
    table = beside_evidence.evidence_table(view, found, beside_evidence.here(view, found))
    assert len(table) == len(found.compared)
    for name in ("Competencies", "Goals, %"):
        counts = table[f"{name}: people"].dropna()
        assert (counts >= 5).all()
        assert table.loc[table[f"{name}: people"].isna(), f"{name}: mean"].isna().all()
    assert (table["Rated"] >= 5).all()


@EVERYTHING
@pytest.mark.parametrize("by", list(BY))
def test_movement_counts_everybody_once_in_groups_of_five_or_more(pages: Pages, by: str) -> None:
    view = pages.view()
    found = ratings_by(view, BY[by])
    moves = between_cycles.moved(view)
    table = between_cycles.movement_table(moves, found, 5)
    assert (table["People"] >= 5).all()
    assert (table[["Rose", "Same", "Fell"]].sum(axis=1) == table["People"]).all()
    assert table["People"].sum() == len(moves)
    assert between_cycles.movement_finding(moves).startswith(
        f"Of {len(moves):,} people rated twice"
    )


def test_few_left_over_take_the_smallest_group_with_them() -> None:
    moves = pd.DataFrame({"change": [1.0] * 14, "region": ["EU"] * 6 + ["USA"] * 6 + ["India"] * 2})
    shown = pd.DataFrame({"key": ["EU", "USA"], "group": ["EU", "USA"]})

    class Found:
        grouping, compared = BY["Region"], shown

    table = between_cycles.movement_table(moves, Found(), 5)
    assert dict(zip(table["Group"], table["People"], strict=True)) == {
        "USA": 6,
        between_cycles.TOGETHER: 8,
    }


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Movers(9, 9, 4), "cannot be separated"),
        (Movers(90, 80, 12, 0.9, 0.6, 1.2), "mostly follow the manager"),
        (Movers(90, 80, 12, 0.1, -0.1, 0.3), "mostly stay with the person"),
        (Movers(90, 80, 12, 0.5, 0.1, 0.9), "do not tell yet"),
    ],
)
def test_what_changes_of_manager_show_is_said_with_its_base(found: Movers, said: str) -> None:
    assert said in between_cycles.movers_finding(found)
    base = between_cycles.movers_base(found)
    assert ("30 are needed" in base) == (not found.told)
    assert re.match(rf"{found.connected} people changed manager", base)


@EVERYTHING
def test_habits_speak_of_groups_with_enough_ratings(pages: Pages) -> None:
    view = pages.view()
    found = ratings_by(view, BY["Department"])
    said = words(opened(pages, "use", by="Department"))
    assert "1 of 9 departments spread" in said
    rows = use_of_scale.spread_table(
        use_of_scale.here(
            pd.DataFrame({"group": found.compared["key"], "rated": 9, "sd": 1.0, "usual_sd": 1.0,
                          "fullest": 0.5, "used": 3, "usual_used": 3.21, "narrow": False}), found),
        5,
    )  # fmt: skip
    assert rows["Ratings used"].unique().tolist() == ["3 of 5 (usual 3.2)"]


BANDS = (Band(ratings=(5,), share=(0.05, 0.15)), Band(ratings=(1, 2), share=(0.0, 0.2)))


def guided(*ratings: tuple[str, float]) -> pd.DataFrame:
    frame = people(*({"region": region, "rating": rating} for region, rating in ratings))
    rows = distribution(frame, "region", steps=range(1, 6), limit=5)
    return beside_guideline(rows, BANDS).set_index(["group", "band"])


def test_fifty_people_are_asked_and_fewer_are_not() -> None:
    large = [("EU", 5.0)] * 10 + [("EU", 3.0)] * 40
    small = [("USA", 5.0)] * 4 + [("USA", 3.0)] * 8
    rows = guided(*large, *small)
    assert rows.loc[("EU", "5"), "verdict"] == "above the guideline"
    assert rows.loc[("EU", "1 and 2"), "verdict"] == "within"
    assert rows.loc[("USA", "5"), "verdict"] == "within what chance gives"
    assert rows.loc[("USA", "5"), ["fewest", "most"]].tolist() == [0, 4]
    assert guideline.finding(rows.reset_index()) == "2 of 2 large groups lie outside the guideline"


def test_a_small_team_far_out_is_beyond_chance_and_forty_nine_are_not_warned() -> None:
    rows = guided(*[("EU", 5.0)] * 20, *[("EU", 3.0)] * 29)
    assert rows.loc[("EU", "5"), "verdict"] == "beyond what chance gives"
    assert "asks nothing" in guideline.finding(rows.reset_index())
    table = guideline.guideline_table(rows.reset_index())
    assert table["Guideline"].str.endswith("people").all()


def test_the_guideline_has_a_drawer_only_where_it_is_set(pages: Pages, monkeypatch) -> None:
    assert not any("guideline" in one.label for one in opened(pages).expander)
    ask_for(monkeypatch, "ratings", guideline=BANDS)
    said = words(opened(pages, "guideline", by="Department"))
    assert "large groups lie outside the guideline" in said
