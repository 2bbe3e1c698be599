"""Load data: every upload is answered in words, nothing that was loaded is lost, and it can go."""

from pathlib import Path

import pytest

from components.settings import load_settings
from components.ui import caching
from tests.pages.conftest import Pages, clean, keep, words
from tests.pages.loading import OTHER, ROLES, file, load_data, said, uploaded


def test_thirty_files_are_read_and_one_more_is_refused_with_a_way_out(folder: Path) -> None:
    files = [file(f"r{number}.csv", ROLES.replace(b"Ann", b"%d" % number)) for number in range(31)]
    limit = load_settings().app.uploads_at_once
    assert limit == 30
    told = said(uploaded(*files))
    assert "31 files are more than can be read at once." in told
    assert "Take 1 of them out" in told
    assert "30 files read" in said(uploaded(*files[:limit]))


def test_files_that_are_too_big_together_are_refused_with_a_way_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = caching.settings().app
    small = app.model_copy(update={"uploads_at_once_mb": 1})
    changed = caching.settings().model_copy(update={"app": small})
    monkeypatch.setattr(caching, "settings", lambda: changed)
    half = b"Employee ID,Name\n" + b"1,Ann\n" * 100_000
    told = said(uploaded(file("a.csv", half), file("b.csv", half + b"2,Bo\n")))
    assert "The files hold 1 MB, more than can be read at once." in told
    assert "Take the largest out" in told


def test_a_file_above_the_limit_is_named_with_what_now(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = caching.settings().app
    changed = caching.settings().model_copy(
        update={"app": app.model_copy(update={"upload_limit_mb": 1})}
    )
    monkeypatch.setattr(caching, "settings", lambda: changed)
    told = said(uploaded(file("big.csv", b"Employee ID,Name\n" + b"1,Ann\n" * 200_000)))
    assert "The file is larger than an upload may be" in told
    assert "Split it by year" in told
    assert "big.csv" in told


def test_two_files_of_one_name_are_told_apart_and_a_copy_is_read_once(folder: Path) -> None:
    told = said(uploaded(file("r.csv", ROLES), file("r.csv", OTHER), file("r.csv", ROLES)))
    assert "2 files read: 4 people" in told
    assert "Another file has the same name and other contents" in told
    assert "r (2).csv" in told
    assert "The same file was uploaded twice" in told


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
BAD = {
    "empty file": (b"", "The file is empty", "Upload the file that holds the rows"),
    "header only": (b"Employee ID,Hire date\n", "one row and nothing below it", "Upload it again"),
    "a letter": (b"Dear all,\nthis is a letter\n", "seems to have no header row", "Add a row"),
    "a picture": (b"\x89PNG\r\n\x1a\n1234", "is not a spreadsheet", "Upload .xlsx, .xls"),
    "a web page": (b"<html><p>x</p></html>", "is a web page", "save it as .xlsx"),
    "password-protected": (OLE, "is password-protected", "Save it without a password"),
    "damaged": (b"PK\x03\x04 and no more", "is damaged", "Open it in a spreadsheet program"),
    "nobody's table": (b"Colour,Weight\nred,1\n", "was not recognised", "needs for people"),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_file_gets_what_where_and_what_now(folder: Path, bad: str) -> None:
    content, what, now = BAD[bad]
    app = uploaded(file("a.xlsx", content))
    assert what in said(app)
    assert now in said(app)
    assert "a.xlsx" in said(app)
    assert app.button(key="looks_right").disabled
    assert not app.exception


def test_a_bad_file_beside_good_ones_stops_nothing(folder: Path) -> None:
    app = uploaded(file("r.csv", ROLES), file("l.xlsx", OLE))
    assert "1 file read: 2 people" in said(app)
    assert "is password-protected" in said(app)
    assert not app.button(key="looks_right").disabled


def test_what_was_loaded_stays_until_something_else_is_confirmed(folder: Path) -> None:
    keep(folder, {"r.csv": ROLES})
    before = caching.store().versions.current()
    app = uploaded(file("a.csv", b""))
    assert caching.store().versions.current() == before
    app = app.button(key="start_over").click().run()
    assert "2 people are loaded" in said(app)


def test_starting_over_empties_the_uploader(folder: Path) -> None:
    app = uploaded(file("r.csv", ROLES))
    assert [one.name for one in app.file_uploader[0].value] == ["r.csv"]
    app = app.button(key="start_over").click().run()
    assert app.file_uploader[0].value == []
    app.file_uploader[0].set_value([file("o.csv", OTHER)])
    assert "1 file read: 2 people" in said(app.run())


def test_the_two_sample_files_are_confirmed_with_one_click(folder: Path) -> None:
    both = clean("reviews.xlsx", "role_history.xlsx")
    app = uploaded(*(file(name, content) for name, content in both.items()))
    assert "2 files read: 1,306 people" in said(app)
    assert app.button(key="looks_right").label == "Looks right"
    app.button(key="looks_right").click().run()
    assert caching.store().versions.current() is not None
    assert "1,306 people are loaded" in said(load_data())


def test_forgetting_leaves_nothing_of_what_was_loaded(folder: Path) -> None:
    keep(folder, {"r.csv": ROLES})
    assert any(folder.rglob("*.parquet"))
    app = load_data()
    version = str(caching.store().versions.current())
    app.button(key="forget_now").click().run()
    left = [path for path in folder.rglob("*") if path.is_file()]
    assert [path for path in left if path.is_relative_to(folder / "versions")] == []
    assert [path for path in left if version.encode() in path.read_bytes()] == []
    assert "Two spreadsheets are enough to begin" in said(load_data())


def test_in_memory_only_is_said_and_kept_off_the_disk(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = caching.settings_of_files()
    app = held.app.model_copy(update={"keep_on_disk": False})
    monkeypatch.setattr(caching, "settings_of_files", lambda: held.model_copy(update={"app": app}))
    caching.settings.clear()
    caching.store.clear()
    assert "kept in memory only and is gone when the app stops" in said(load_data())
    uploaded(file("r.csv", ROLES)).button(key="looks_right").click().run()
    assert "2 people are loaded" in said(load_data())
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    caching.store.clear()


@pytest.mark.parametrize("pages", ["two_files"], indirect=True)
def test_the_columns_that_were_understood_stay_listed(pages: Pages) -> None:
    told = words(pages.open("load_data"))
    assert "columns are used" in told
    assert "A column without a match is left out, never guessed." in told
