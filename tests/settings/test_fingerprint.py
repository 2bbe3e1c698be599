"""The fingerprint names the settings: equal settings equal, what changes a result changes it."""

import re
from pathlib import Path

import pytest

from components.settings import load_settings


def fingerprint(folder: Path, file: str, text: str) -> str:
    (folder / file).write_text(text, encoding="utf-8")
    return load_settings(folder).fingerprint


def test_it_is_twelve_hex_digits_and_the_same_every_time() -> None:
    assert re.fullmatch("[0-9a-f]{12}", load_settings().fingerprint)
    assert load_settings().fingerprint == load_settings().fingerprint


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("app.toml", "min_group = 6\n"),
        ("app.toml", "rare_formats = false\n"),
        ("app.toml", "[reading]\ntext_length = 1000\n"),
        ("app.toml", "[reading]\ncolumns = 100\n"),
        ("ratings.toml", "latest_review_months = 12\n"),
        ("levels.toml", 'top = "lowest"\n'),
        ("signals.toml", "[approaching]\nfrom_months = 17\n"),
        ("clocks.toml", "gap_days = 30\n"),
        ("columns.toml", '[headers.people.level]\n"Rangstufe" = []\n'),
        ("values.toml", '[yes_no]\nyes = ["yes"]\n'),
        ("competencies.toml", '[competencies.delivery]\nname = "Getting it done"\n'),
    ],
)
def test_a_setting_that_can_change_a_result_changes_it(
    tmp_path: Path, file: str, text: str
) -> None:
    assert fingerprint(tmp_path, file, text) != load_settings().fingerprint


@pytest.mark.parametrize(
    "text",
    [
        'data_folder = "elsewhere"\n',
        "keep_on_disk = false\n",
        "upload_limit_mb = 7\n",
        "uploads_at_once = 3\nuploads_at_once_mb = 3\n",
        'me = "E1"\n',
        "[reading]\nmemory_mb = 512\ncpu_seconds = 9\nwall_seconds = 9\nat_once = 1\n",
        "[reading]\nparts = 99\nunpacked_mb = 99\npart_mb = 99\nratio = 99\nsheets = 9\n",
    ],
)
def test_a_setting_that_cannot_change_a_result_leaves_it(tmp_path: Path, text: str) -> None:
    assert fingerprint(tmp_path, "app.toml", text) == load_settings().fingerprint


def test_writing_a_default_again_leaves_it(tmp_path: Path) -> None:
    assert fingerprint(tmp_path, "app.toml", "min_group = 5\n") == load_settings().fingerprint


def test_the_order_of_headers_changes_it_because_the_best_comes_first(tmp_path: Path) -> None:
    one, two = '"Rangstufe" = []\n', '"Rang" = []\n'
    section = "[headers.people.level]\n"
    first = fingerprint(tmp_path, "columns.toml", section + one + two)
    assert first != fingerprint(tmp_path, "columns.toml", section + two + one)


def test_the_order_of_sections_leaves_it(tmp_path: Path) -> None:
    one, two = "[approaching]\nfrom_months = 17\n", "[past_window]\nfrom_months = 40\n"
    first = fingerprint(tmp_path, "signals.toml", one + two)
    assert first == fingerprint(tmp_path, "signals.toml", two + one)
