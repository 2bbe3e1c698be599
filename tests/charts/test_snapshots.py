"""Charts look as they were approved; a change of a snapshot is a change of what people see."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import altair as alt
import pytest

from components.charts import (
    Figure,
    career,
    competency_tiles,
    flag_bars,
    gap_key,
    headcount,
    rating_bars,
    rating_key,
    region_ratings,
)

SNAPSHOTS = Path(__file__).with_name("snapshots")
APPROVED = sorted(SNAPSHOTS.glob("*.json"))
WORDS = {1: "well below", 2: "below", 3: "meets", 4: "above", 5: "outstanding"}


def compared(name: str, spec: dict[str, Any], told: dict[str, Any]) -> None:
    """Compare with the file; without it, write it and fail, so that somebody looks."""
    alt.LayerChart.from_dict(spec)
    spec.pop("$schema")
    text = json.dumps({"words": told, "chart": spec}, indent=1, sort_keys=True, ensure_ascii=False)
    path = SNAPSHOTS / f"{name}.json"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text + "\n", encoding="utf-8")
        pytest.fail(f"{path.name} was missing and is now written: look at the chart, run again")
    assert text + "\n" == path.read_text(encoding="utf-8")


def pinned(name: str, figure: Figure) -> None:
    words = {"title": figure.title, "base": figure.base, "alt": figure.alt}
    table = json.loads(figure.table.to_json(orient="split", index=False))
    compared(name, figure.chart.to_dict(), words | {"table": table})


def test_rating_bars(distribution):
    pinned("rating_bars", rating_bars(distribution, words=WORDS))


def test_rating_bars_beside_distances(distribution, distances):
    pinned("rating_distances", rating_bars(distribution, beside=distances))


def test_competency_tiles(cells):
    pinned("competency_tiles", competency_tiles(cells, "gap_to_role", limit=5))


def test_career(person):
    pinned("career", career(person))


def test_flag_bars(flagged):
    pinned("flag_bars", flag_bars(flagged))


def test_headcount(headcounts):
    pinned("headcount", headcount(headcounts, of="region"))


def test_region_ratings(distribution):
    own = distribution.replace({"group": {"A. Brandt": "EU"}})
    pinned("region_ratings", region_ratings(own, "EU", words=WORDS))


@pytest.mark.parametrize("key", [lambda: rating_key(WORDS), gap_key], ids=["ratings", "gaps"])
def test_keys(key: Callable, request: pytest.FixtureRequest):
    compared(f"key_{request.node.callspec.id}", key().to_dict(), {})


@pytest.mark.parametrize("path", APPROVED, ids=lambda path: path.stem)
def test_a_mark_that_shows_no_value_is_hidden_from_screen_readers(path: Path):
    """The browser names a mark by its fields: one without any is a picture without words."""
    for layer in json.loads(path.read_text(encoding="utf-8"))["chart"]["layer"]:
        fields = [channel for channel in layer["encoding"].values() if "field" in channel]
        assert fields or layer["encoding"].get("tooltip") or layer["mark"].get("aria") is False
