"""Every address is true: the cell that is named holds the text that is quoted."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from openpyxl import load_workbook

from components.batch.__main__ import main
from components.settings import load_settings
from components.signals import evidence
from components.tables.dataset import Cell
from components.tables.problems import Problem
from tests.truth.conftest import SETS
from tests.truth.opened import book, same, value_at
from tests.truth.road import DAY, SAMPLE, Road, walk
from tests.truth.shifted import moved

Roads = Callable[[str, bool], Road]
FLAGS = 200
everywhere = pytest.mark.parametrize("name", SETS)
high_and_low = pytest.mark.parametrize("lower", [False, True], ids=["as it is", "at C5"])


def untrue(files: Iterable[Path], problems: Iterable[Problem]) -> list[Problem]:
    """Problems whose cell does not hold the text they quote."""
    found = list(files)
    return [
        problem
        for problem in problems
        if problem.cell
        and not same(value_at(found, problem.file, problem.sheet, problem.cell), problem.value)
    ]


def drawn(road: Road, most: int = FLAGS) -> list[dict[str, Any]]:
    """Rows of flags and notices that are a yes, drawn at random but the same every time."""
    fired = road.flags.rows[road.flags.rows["state"] == "yes"].to_dict("records")
    return random.Random(7).sample(fired, min(most, len(fired)))


def cells_of(road: Road, flags: Iterable[dict[str, Any]]) -> list[Cell]:
    return [cell for flag in flags for cell in evidence(flag, road.reading.dataset)]


@everywhere
@high_and_low
def test_the_cell_of_every_problem_holds_the_text_it_quotes(
    wide_road: Roads, name: str, lower: bool
) -> None:
    road = wide_road(name, lower)
    assert untrue(road.files, road.problems) == []
    assert name != "messy" or len(road.problems) > 50


@everywhere
@high_and_low
def test_the_cells_of_200_random_flags_hold_the_text_they_quote(
    wide_road: Roads, name: str, lower: bool
) -> None:
    road = wide_road(name, lower)
    flags = drawn(road)
    cells = cells_of(road, flags)
    assert len(flags) == FLAGS or name == "messy"
    assert all(evidence(flag, road.reading.dataset) for flag in flags)
    assert all(cell.text for cell in cells)
    wrong = [c for c in cells if not same(value_at(road.files, c.file, c.sheet, c.address), c.text)]
    assert wrong == []


@everywhere
def test_a_table_at_c5_gives_the_same_flags_on_cells_that_moved_with_it(
    wide_road: Roads, name: str
) -> None:
    high, low = wide_road(name, False), wide_road(name, True)
    told = ["employee_id", "rule", "state", "since", "reason", "missing"]
    pd.testing.assert_frame_equal(high.flags.rows[told], low.flags.rows[told])
    above, below = (cells_of(road, drawn(road)) for road in (high, low))
    wanted = [moved(c.address) if c.file.endswith("xlsx") else c.address for c in above]
    assert [cell.address for cell in below] == wanted


def test_evidence_of_the_cast_stands_where_a_reader_of_the_files_finds_it(
    road: Callable[[str], Road],
) -> None:
    walked = road("two workbooks")
    rows = walked.flags.rows
    star = rows[(rows["employee_id"] == "000101") & (rows["rule"] == "stalled_top_performer")]
    scope, rating = evidence(star.to_dict("records")[0], walked.reading.dataset)
    ids = {
        cell.place: book(SAMPLE / "clean" / cell.file)[cell.sheet][f"A{cell.address[1:]}"].value
        for cell in (scope, rating)
    }
    assert set(ids.values()) == {"000101"}
    assert (scope.text, rating.text) == ("2023-12-01", "5")


@everywhere
def test_the_evidence_column_of_the_batch_names_the_same_cells(
    road: Callable[[str], Road], tmp_path: Path, name: str
) -> None:
    walked = road(name)
    words = [*map(str, walked.files), "--as-of", DAY.isoformat(), "--out", str(tmp_path)]
    assert main(words) in (0, 4)
    written = pd.read_csv(tmp_path / "flags.csv", dtype=str, keep_default_na=False)
    named = {(row.employee_id, row.rule): row.evidence for row in written.itertuples()}
    dataset = walked.reading.dataset
    wanted = {
        (flag["employee_id"], flag["rule"]): "; ".join(
            cell.place for cell in evidence(flag, dataset)
        )
        for flag in walked.flags.rows.to_dict("records")
    }
    assert named == wanted
    assert sum(bool(places) for places in named.values()) > 20


def readxl(folder: Path, ending: str) -> list[Path]:
    return sorted((folder / "excel_parser_fixtures_readxl").glob(f"*.{ending}"))


def test_problems_of_foreign_workbooks_quote_their_cells(shared_data: Path) -> None:
    files = readxl(shared_data, "xlsx")
    settings = load_settings()
    placed = 0
    for file in files:
        road = walk([file], settings)
        assert untrue(road.files, road.problems) == [], file.name
        placed += sum(bool(problem.cell) for problem in road.problems)
    assert len(files) >= 13
    assert placed >= len(files)


def test_problems_of_old_workbooks_quote_the_cells_of_their_new_dress(
    shared_data: Path, tmp_path: Path
) -> None:
    """Nothing here reads .xls but what the app uses; deaths.xls exists as .xlsx as well."""
    folder = shared_data / "excel_parser_fixtures_readxl"
    old = walk([folder / "deaths.xls"], load_settings())
    twin = load_workbook(folder / "deaths.xlsx", data_only=True)
    found = [(p, twin[p.sheet][p.cell].value) for p in old.problems if p.cell]
    assert found
    assert [problem for problem, value in found if not same(value, problem.value)] == []


def test_records_of_a_text_file_are_counted_with_the_header_and_not_by_lines(
    tmp_path: Path,
) -> None:
    """A line break inside a cell makes two lines, but one record."""
    file = tmp_path / "people.csv"
    rows = ["Employee ID,Name,Hire date", '1,"Ann\nLee",2020-01-01', "2,Bo,soon"]
    rows += [f"{number},Cy,2021-01-01" for number in range(3, 60)]
    file.write_text("\n".join(rows), "utf-8")
    road = walk([file], load_settings())
    soon = [problem for problem in road.problems if problem.value == "soon"]
    assert [(problem.cell, problem.sheet) for problem in soon] == [("C3", "")]
    assert untrue([file], road.problems) == []


def test_a_wrong_address_would_be_seen(road: Callable[[str], Road]) -> None:
    walked = road("messy")
    true = next(p for p in walked.problems if p.value == "Q3 2023")
    false = replace(true, cell="D584")
    assert untrue(walked.files, [true, false]) == [false]
