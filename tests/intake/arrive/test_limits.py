"""The limits of config/app.toml reach the reader, and none of them can be switched off."""

import tempfile
from pathlib import Path
from threading import Event, Thread

import pytest

from components.errors import ConfigError
from components.intake import Answers, Upload, open_files, read_files
from components.intake.arrive import ArriveLimits
from components.intake.arrive.turns import Turns
from components.settings import ReadingLimits, Settings, load_settings
from tests.truth.road import DAY, MESSY, SAMPLE

KEYS = tuple(ReadingLimits.model_fields)


def with_reading(folder: Path, text: str) -> Settings:
    (folder / "app.toml").write_text(f"[reading]\n{text}\n", encoding="utf-8")
    return load_settings(folder)


def test_the_apps_own_limits_are_those_that_were_measured() -> None:
    assert ArriveLimits.of(load_settings().app) == ArriveLimits()


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("value", ["0", "-1", "99999999999", "false", '"none"'])
def test_no_limit_can_be_switched_off(tmp_path: Path, key: str, value: str) -> None:
    with pytest.raises(ConfigError) as mistake:
        with_reading(tmp_path, f"{key} = {value}")
    assert key in str(mistake.value)


@pytest.mark.parametrize("key", KEYS)
def test_each_limit_of_the_settings_changes_one_of_the_reader(tmp_path: Path, key: str) -> None:
    usual = getattr(load_settings().app.reading, key)
    lower = 1 if key == "at_once" else usual // 2
    settings = with_reading(tmp_path, f"{key} = {lower}")
    changed, before = ArriveLimits.of(settings.app), ArriveLimits()
    differing = [
        name
        for name in ArriveLimits.__dataclass_fields__
        if getattr(changed, name) != getattr(before, name)
    ]
    assert len(differing) == 1


BEYOND = {
    "columns = 50": (",".join("h" * 51) + "\n" + ",".join("x" * 51), "file-too-wide-or-long"),
    "rows = 1000": ("id\n" + "1\n" * 1001, "file-too-wide-or-long"),
    "cells = 100000": ("a,b\n" + "1,2\n" * 50_000, "file-too-wide-or-long"),
    "text_length = 1000": ("id,note\n1," + "x" * 1001, "text-cut"),
}


@pytest.mark.parametrize(("key", "text", "code"), [(key, *rest) for key, rest in BEYOND.items()])
def test_a_file_beyond_a_limit_of_the_settings_is_said_to_be(
    tmp_path: Path, key: str, text: str, code: str
) -> None:
    upload = Upload("a.csv", text.encode())
    said = open_files([upload], with_reading(tmp_path, key)).arrived.problems
    assert code in {one.code for one in said}
    usual = open_files([upload], load_settings()).arrived.problems
    assert code not in {one.code for one in usual}


def test_a_third_waits_until_one_of_two_is_done() -> None:
    turns, third = Turns(), Event()

    def come() -> None:
        with turns.one(2):
            third.set()

    with turns.one(2):
        with turns.one(2):
            waiting = Thread(target=come)
            waiting.start()
            assert not third.wait(0.05)
        assert third.wait(5)
    waiting.join()


def test_a_turn_is_given_back_when_reading_fails() -> None:
    turns = Turns()
    with pytest.raises(MemoryError), turns.one(1):
        raise MemoryError
    with turns.one(1):
        assert turns._inside == 1
    assert turns._inside == 0


def test_nothing_of_an_upload_is_left_in_the_folder_for_passing_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    files = [SAMPLE / name for name in MESSY]
    canary = Upload("canary.csv", b"employee_id,name\n1,Canary Birdsong\n")
    uploads = [Upload(file.name, file.read_bytes()) for file in files]
    reading = read_files([*uploads, canary], load_settings(), answers=Answers(), today=DAY)
    assert any("Canary Birdsong" in str(sheet.text) for sheet in reading.dataset.sheets)
    assert list(tmp_path.rglob("*")) == []
