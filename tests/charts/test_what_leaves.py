"""Only what a chart draws leaves with it, and no name becomes part of an expression."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import vl_convert

from components.charts import Figure, career, competency_tiles, flag_bars, headcount, rating_bars

HOSTILE = ["constructor", "toString", "__proto__", "hasOwnProperty", "a' || true || 'b", "=1+1"]


def columns(figure: Figure) -> set[str]:
    return {name for row in values(figure) for name in row}


def values(figure: Figure) -> list[dict[str, Any]]:
    return [row for layer in figure.chart.to_dict()["layer"] for row in layer["data"]["values"]]


def hostile_figures(distribution, cells, person, flagged, headcounts) -> dict[str, Figure]:
    """Each chart with hostile words wherever words come from files."""
    names = dict(zip(distribution["group"].unique()[1:], HOSTILE, strict=False))
    departments = {"Engineering": "constructor", "Lab": "toString", "Sales": "__proto__"}
    spells = person.spells.assign(level=["constructor", "__proto__"], job_title=HOSTILE[4])
    return {
        "bars": rating_bars(distribution.replace({"group": names, "unit": departments})),
        "tiles": competency_tiles(
            cells.replace({"group": departments, "competency": {"Delivery": "hasOwnProperty"}}),
            "gap_to_role",
            limit=5,
        ),
        "career": career(replace(person, spells=spells)),
        "flags": flag_bars(flagged.assign(label=HOSTILE[:3])),
        "heads": headcount(headcounts.assign(label=HOSTILE[:3]), of="region"),
    }


@pytest.fixture
def figures(distribution, cells, person, flagged, headcounts) -> dict[str, Figure]:
    return hostile_figures(distribution, cells, person, flagged, headcounts)


def test_columns_have_neutral_names(figures):
    for figure in figures.values():
        assert all(name in {f"c{at}" for at in range(8)} for name in columns(figure))


def test_a_column_that_is_not_drawn_stays_behind(person):
    figure = career(person)
    assert "salary" not in json.dumps(figure.chart.to_dict())


def test_no_word_of_a_file_stands_in_an_expression(figures):
    for figure in figures.values():
        layers = figure.chart.to_dict()["layer"]
        text = json.dumps([layer["encoding"] | layer["mark"] for layer in layers])
        assert not [word for word in HOSTILE if word in text]


def test_hidden_numbers_do_not_leave(flagged, headcounts):
    small = {"label": "tiny", "hidden": True}
    for figure in (
        flag_bars(flagged.assign(flagged=7171, people=7272, unknown=7373, **small)),
        headcount(headcounts.assign(people=7171, **small), of="region"),
    ):
        told = json.dumps([figure.chart.to_dict(), figure.alt, figure.title, figure.base])
        assert "tiny" in told
        assert not re.search("7171|7272|7373|7,[123]7", told)
        assert figure.table.iloc[:, 1].isna().all()


def test_hostile_names_are_drawn_as_they_are(figures):
    for name, figure in figures.items():
        spec = figure.chart.to_dict() | {"width": 900}
        drawn = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
        expected = {"career": ["constructor", "__proto__"], "tiles": ["hasOwnProperty"]}
        for word in expected.get(name, HOSTILE[:3]):
            assert word in drawn, (name, word)


def test_hostile_names_get_their_bars(flagged, headcounts):
    plain = headcount(headcounts, of="region")
    hostile = headcount(headcounts.assign(label=HOSTILE[:3]), of="region")
    shapes = [drawn(figure).count('aria-roledescription="bar"') for figure in (plain, hostile)]
    marks = [drawn(figure).count("mark-rect role-mark") for figure in (plain, hostile)]
    assert shapes[0] == shapes[1]
    assert marks[0] == marks[1] > 0


def drawn(figure: Figure) -> str:
    spec = figure.chart.to_dict() | {"width": 900}
    return vl_convert.vegalite_to_svg(spec, allowed_base_urls=[])
