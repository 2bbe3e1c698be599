"""One chart serves light and dark, and a file gets its colours written in."""

import json
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from components.charts import Figure, competency_tiles, rating_bars, theme
from components.charts.marks import coloured, drawn, shown

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
    colour = coloured("c0:N", theme.named({"orange": theme.ATTENTION}))
    layer = drawn("rect", frame, shown("x", "c1:Q"), colour)
    spec = theme.for_file(theme.dressed([layer], 40), THEME)
    drawn_layer = spec["layer"][0]
    assert [row["c0"] for row in drawn_layer["data"]["values"]] == ["orange", "gray"]
    assert drawn_layer["encoding"]["color"]["scale"] == {
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
    assert theme.diverging(2)["interpolate"] == "rgb"
    assert theme.ratings(1, 5)["interpolate"] == "rgb"
