"""A chart becomes a picture without a network and without bringing the server down."""

import tomllib
from pathlib import Path

import pandas as pd
import pytest

from components.charts import Figure, theme
from components.charts.marks import drawn, shown, text
from components.errors import DrawingFailed
from components.exports import picture, pictures

THEME = tomllib.loads(
    (Path(__file__).parents[2] / ".streamlit/config.toml").read_text(encoding="utf-8")
)["theme"]


def figure(words: str = "Delivery", title: str = "Two of five") -> Figure:
    frame = pd.DataFrame({"c0": [1, 2], "c1": [words, "b"]})
    layer = drawn("text", frame, shown("x", "c0:Q"), text("c1:N"))
    return Figure(theme.dressed([layer], 40), title, "214 people", "in words", lambda: frame)


def test_a_png_and_an_svg_are_drawn():
    assert picture(figure(), "png", "light", THEME).startswith(b"\x89PNG")
    drawn = picture(figure(), "svg", "dark", THEME).decode()
    assert "Delivery" in drawn
    assert "Inter" in drawn
    assert THEME["dark"]["backgroundColor"].lower() in drawn.lower()


def test_the_selection_stands_in_the_picture():
    drawn_figure = picture(figure(), "svg", "light", THEME, selection="EU: 214 of 1,180 people")
    assert "EU: 214 of 1,180 people. 214 people" in drawn_figure.decode()


def test_control_characters_are_dropped_and_the_words_stay():
    drawn = picture(figure("De\x00li\x01very", "Ti\x02tle"), "svg", "light", THEME).decode()
    assert "Delivery" in drawn
    assert "Title" in drawn


def test_the_same_figure_gives_the_same_bytes():
    assert picture(figure(), "svg", "light", THEME) == picture(figure(), "svg", "light", THEME)


@pytest.mark.parametrize(
    "layer",
    [
        {"data": {"url": "https://example.org/a.csv"}, "mark": "point", "encoding": {}},
        {"data": {"values": []}, "mark": "image", "encoding": {}},
        {"data": {"values": []}, "mark": {"type": "image"}, "encoding": {}},
        {"data": {"values": []}, "mark": "text", "encoding": {"href": {"field": "c0"}}},
        {"data": {"values": []}, "mark": "text", "encoding": {"url": {"field": "c0"}}},
    ],
    ids=["data", "image", "image as object", "link", "address"],
)
def test_a_chart_that_points_outside_is_refused(layer: dict):
    outside = Figure(theme.dressed([layer], 40), "", "", "", pd.DataFrame)
    with pytest.raises(DrawingFailed, match="outside"):
        picture(outside, "png", "light", THEME)


def test_a_child_that_dies_is_told_in_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    broken = tmp_path / "broken.py"
    broken.write_text("import os; os.abort()", encoding="utf-8")
    monkeypatch.setattr(pictures, "CHILD", broken)
    with pytest.raises(DrawingFailed, match="could not be drawn"):
        picture(figure(), "png", "light", THEME)


def test_a_child_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    slow = tmp_path / "slow.py"
    slow.write_text("import time; time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr(pictures, "CHILD", slow)
    monkeypatch.setattr(pictures, "SECONDS", 0.2)
    with pytest.raises(DrawingFailed, match="within"):
        picture(figure(), "png", "light", THEME)
