"""Files nobody here wrote, hostile ones among them: read rightly or refused with a sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from components.intake.arrive import Arrived, ArriveLimits, Upload, read_sheets
from components.intake.arrive.refusals import SENTENCES
from components.tables.problems import Severity

Compare = Callable[[Path | bytes, Arrived], tuple[int, list[tuple[str, str, object, str | None]]]]

HOSTILE = {
    "00_control.xlsx": "read",
    "01_zipbomb_ws_2GiB.xlsx": "unpacks-too-big",
    "03_onecell_10M.xlsx": "read",
    "05_billion_laughs_sst.xlsx": "document-type",
    "08_quadratic_blowup_sst.xlsx": "document-type",
    "10_dimension_max_3cells.xlsx": "read",
    "11_two_far_cells.xlsx": "needs-more-memory",
    "15_sst_lying_count.xlsx": "needs-more-memory",
    "17_2000_sheets.xlsx": "too-many-parts",
    "19_deep_nesting.xlsx": "read",
    "22_cd_lies_small.xlsx": "unpacks-too-big",
    "24_truncated.xlsx": "broken-file",
    "25_row_overflow.xlsx": "needs-more-memory",
    "27_defined_names_1M.xlsx": "read",
    "30_formula_dde.xlsx": "read",
    "31_ods_repeat_bomb.ods": "malformed",
    "34_evade_single_quotes.xlsx": "needs-more-memory",
}
PROVED = "13_sst_one_32k_x_1M_refs.xlsx"


def arrive(file: Path) -> Arrived:
    return read_sheets([Upload(file.name, file.read_bytes())], ArriveLimits())


def unreadable(arrived: Arrived) -> list[str]:
    return [one.code for one in arrived.problems if one.severity is Severity.ERROR]


@pytest.mark.parametrize(("name", "outcome"), HOSTILE.items())
def test_a_hostile_file_is_read_or_refused_and_the_process_lives(
    shared_corpus: Path, name: str, outcome: str
) -> None:
    arrived = arrive(shared_corpus / "hostile" / name)
    assert unreadable(arrived) == ([] if outcome == "read" else [outcome])
    assert bool(arrived.sheets) == (outcome == "read")


def test_a_dde_formula_is_only_text(shared_corpus: Path) -> None:
    (sheet,) = arrive(shared_corpus / "hostile" / "30_formula_dde.xlsx").sheets
    assert sheet.rows == 1


@pytest.mark.parametrize(
    "name",
    [
        "blanks.xlsx",
        "clippy.xlsx",
        "dates-leap-year-1900-xlsx.xlsx",
        "deaths.xlsx",
        "embedded-chartsheet.xlsx",
        "iris-google-doc.xlsx",
        "missing-first-column.xlsx",
        "names-need-repair-xlsx.xlsx",
        "no-yes-col-names.xlsx",
        "skipping.xlsx",
        "texty-dates-xlsx.xlsx",
        "type-me.xlsx",
        "unnamed-duplicated-columns.xlsx",
    ],
)
def test_every_readxl_cell_is_what_openpyxl_finds_there(
    shared_data: Path, compare: Compare, name: str
) -> None:
    file = shared_data / "excel_parser_fixtures_readxl" / name
    compared, differing = compare(file, arrive(file))
    assert differing == []
    assert compared > 0


def test_the_two_dresses_of_one_workbook_hold_the_same_cells(shared_data: Path) -> None:
    folder = shared_data / "excel_parser_fixtures_readxl"
    new, old = (arrive(folder / name).sheets for name in ("deaths.xlsx", "deaths.xls"))
    assert [sheet.text.to_pylist() for sheet in new] == [sheet.text.to_pylist() for sheet in old]


def test_1904_dates_of_an_old_workbook_are_the_same_day(shared_data: Path) -> None:
    (sheet,) = arrive(shared_data / "excel_parser_fixtures_readxl" / "dates-1904.xls").sheets
    assert set(sheet.text.to_pylist()[0].values()) == {"2000-01-01"}


def spectrum(folder: Path) -> list[Path]:
    return sorted(folder.joinpath("csv-spectrum").glob("*.csv"))


def test_csv_spectrum_is_read_without_a_problem(shared_corpus: Path) -> None:
    files = spectrum(shared_corpus)
    assert len(files) >= 10
    for file in files:
        arrived = arrive(file)
        codes = {one.code for one in arrived.problems}
        assert codes <= {"header-only"}, file.name
        assert len(arrived.sheets) == 1


def corpus_books(folder: Path) -> list[Path]:
    kinds = {".xlsx", ".xls", ".xlsb", ".xlsm", ".ods", ".csv", ".tsv", ".xltx"}
    files = (file for file in folder.rglob("*") if file.suffix in kinds)
    return sorted(file for file in files if file.name != PROVED)


def test_a_sample_of_foreign_files_is_read_or_refused(shared_corpus: Path) -> None:
    for file in corpus_books(shared_corpus)[::60]:
        arrived = arrive(file)
        assert arrived.sheets or arrived.problems, file.name
        assert all(one.code in SENTENCES for one in arrived.problems)
