"""One chart serves light and dark, and a file gets its colours written in."""

import json
import tomllib
from pathlib import Path

import altair as alt
import pandas as pd
import pytest

from components.charts import Figure, competency_tiles, rating_bars, theme

THEME = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit/config.toml").read_text(encoding="utf-8")
)["theme"]


def test_a_chart_names_no_colour_of_its_own(distribution, cells):
    figures = [rating_bars(distribution), competency_tiles(cells, "gap_to_role", limit=5)]
    for figure in figures:
        assert "#" not in json.dumps(figure.chart.to_dict()).replace("#/", "")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_file_holds_the_colours_of_its_mode(distribution, mode: str):
    spec = theme.for_file(rating_bars(distribution).chart, THEME, mode)
    assert spec["config"]["background"] == THEME[mode]["backgroundColor"]
    assert spec["config"]["range"]["diverging"] == THEME[mode]["chartDivergingColors"]
    assert theme.INK not in json.dumps(spec)


def test_a_team_called_orange_keeps_its_name():
    frame = pd.DataFrame({"c0": ["orange", "gray"], "c1": [1, 2]})
    colour = alt.Color("c0:N", scale=theme.named({"orange": theme.ATTENTION}))
    chart = theme.dressed(alt.Chart(frame).mark_bar().encode(alt.X("c1:Q"), colour))
    spec = theme.for_file(chart, THEME)
    assert [row["c0"] for row in next(iter(spec["datasets"].values()))] == ["orange", "gray"]
    assert spec["encoding"]["color"]["scale"] == {
        "domain": ["orange"],
        "range": [THEME["light"]["orangeColor"]],
    }


def test_room_text_is_readable_from_the_back(distribution):
    spec = rating_bars(distribution, size=theme.ROOM).chart.to_dict()
    sizes = [layer["mark"]["fontSize"] for layer in spec["layer"] if "fontSize" in layer["mark"]]
    assert sizes
    assert min(sizes) >= 24


def test_at_the_desk_nothing_is_smaller_than_eleven_pixels(distribution, cells):
    figures: list[Figure] = [rating_bars(distribution)]
    figures.append(competency_tiles(cells, "gap_to_role", limit=5))
    for figure in figures:
        layers = figure.chart.to_dict()["layer"]
        sizes = [layer["mark"]["fontSize"] for layer in layers if "fontSize" in layer["mark"]]
        assert min(sizes) >= 11


def test_diverging_colours_are_mixed_without_pink():
    assert theme.diverging(2).to_dict()["interpolate"] == "rgb"
    assert theme.ratings(1, 5).to_dict()["interpolate"] == "rgb"
