"""The batch: same input, same bytes; only five files; exit codes that say what happened."""

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from components.batch.__main__ import main
from tests.batch.conftest import Run, Written

FIVE = {"matches.csv", "problems.csv", "people.csv", "flags.csv", "summary.json"}
ROOT = Path(__file__).resolve().parents[2]
CLEAN = ROOT / "sample_data" / "clean"
TWO = (CLEAN / "reviews.xlsx", CLEAN / "role_history.xlsx")
DAY = "2026-06-30"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Written:
    out = tmp_path_factory.mktemp("sample")
    return Written(main([*map(str, TWO), "--as-of", DAY, "--out", str(out)]), out)


def test_two_sheets_are_enough(sample: Written) -> None:
    assert sample.code == 0
    assert {path.name for path in sample.folder.iterdir()} == FIVE
    assert set(sample.summary["off"]) == {"learning_stall", "pay_growth_lag", "rejection_fading"}
    assert {"competencies", "people", "reviews", "roles"} <= set(sample.summary["rows"])


def test_order_folder_time_zone_and_day_of_the_run_change_no_byte(
    sample: Written, tmp_path: Path
) -> None:
    for path in TWO:
        shutil.copy(path, tmp_path)
    files = [str(tmp_path / path.name) for path in reversed(TWO)]
    out = tmp_path / "out"
    command = [sys.executable, "-m", "components.batch", *files, "--as-of", DAY, "--out", str(out)]
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7"}
    subprocess.run(command, cwd=ROOT, env=elsewhere, check=True, capture_output=True)
    for name in FIVE:
        assert (out / name).read_bytes() == (sample.folder / name).read_bytes(), name


def test_only_the_five_files_are_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out-0").mkdir()
    (tmp_path / "out-0" / "mine.txt").write_text("keep me")
    (tmp_path / "out-0" / "people.csv").write_text("old")
    done = run(*TWO, as_of=DAY)
    assert {path.name for path in done.folder.iterdir()} == FIVE | {"mine.txt"}
    assert len(done.table("people")) > 1000


def test_files_are_utf8_with_line_feeds_and_no_absolute_path(sample: Written) -> None:
    for name in FIVE:
        text = (sample.folder / name).read_bytes().decode("utf-8")
        assert "\r" not in text
        assert str(ROOT) not in text


def test_every_row_of_every_table_has_as_many_fields_as_its_header(sample: Written) -> None:
    for name in FIVE - {"summary.json"}:
        rows = list(csv.reader(io.StringIO((sample.folder / name).read_text("utf-8"))))
        assert {len(row) for row in rows} == {len(rows[0])}, name


def test_people_carry_no_name_no_email_and_no_group_attribute(sample: Written) -> None:
    columns = set(sample.table("people").columns)
    assert columns.isdisjoint({"name", "email", "gender", "age_band", "part_time", "caregiver"})


def test_flags_cover_every_active_person_and_every_rule_that_is_on(sample: Written) -> None:
    flags, people = sample.table("flags"), sample.table("people")
    active = set(people.loc[people["status"] == "active", "employee_id"])
    for rule, rows in flags.groupby("rule"):
        assert sorted(rows["employee_id"]) == sorted(active), rule
    assert set(flags["state"]) == {"yes", "no", "unknown"}


def test_a_yes_has_reason_and_evidence_and_an_unknown_says_what_is_missing(
    sample: Written,
) -> None:
    flags = sample.table("flags")
    yes, no = flags[flags["state"] == "yes"], flags[flags["state"] == "no"]
    unknown = flags[flags["state"] == "unknown"]
    assert (yes[["reason", "evidence", "since"]] != "").all(axis=None)
    assert (unknown["missing"] != "").all()
    assert (unknown[["reason", "evidence"]] == "").all(axis=None)
    assert (no[["reason", "evidence", "missing"]] == "").all(axis=None)


def test_status_counts_add_up_to_the_people_known(sample: Written) -> None:
    people = dict(sample.summary["people"])
    assert people.pop("known") == sum(people.values()) == len(sample.table("people"))


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["missing.xlsx", "--as-of", DAY, "--out", "x"],
        [str(TWO[0]), "--as-of", "30.06.2026", "--out", "x"],
        [str(TWO[0]), "--as-of", DAY],
        [str(TWO[0]), "--as-of", DAY, "--out", "x", "--colour", "red"],
    ],
)
def test_a_wrong_call_says_so_and_writes_nothing(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_setting_names_file_and_key(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "signals.toml").write_text("[past_window]\nfrom_month = 40\n", "utf-8")
    assert run(*TWO, as_of=DAY, config=config).code == 2
    assert "signals.toml" in capsys.readouterr().err


def test_other_limits_change_flags_and_fingerprint(
    run: Run, sample: Written, tmp_path: Path
) -> None:
    config = tmp_path / "config"
    config.mkdir()
    (config / "signals.toml").write_text("[past_window]\nfrom_months = 60\n", "utf-8")
    other = run(*TWO, as_of=DAY, config=config).summary
    assert other["config"] != sample.summary["config"]
    before, after = sample.summary["flags"]["past_window"], other["flags"]["past_window"]
    assert after["yes"] < before["yes"]


def test_an_empty_file_beside_good_ones_stops_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    done = run(*TWO, tmp_path / "empty.csv", as_of=DAY)
    assert len(done.table("people")) > 1000
    assert "empty.csv" in set(done.table("problems")["file"])


def test_nothing_usable_is_its_own_exit_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("colour,weight\nred,1\nblue,2\n", "utf-8")
    done = run(tmp_path / "notes.csv", as_of=DAY)
    assert done.code == 3
    assert len(done.table("people")) == 0


def test_the_batch_starts_without_what_only_a_screen_needs() -> None:
    asked = "import sys, components.batch.road; print({'altair', 'streamlit'} & set(sys.modules))"
    command = [sys.executable, "-c", asked]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True)
    assert told.stdout.strip() == "set()"
