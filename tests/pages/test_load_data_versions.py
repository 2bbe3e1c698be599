"""Load data: what confirming changes, the way back, import profiles, and corrected copies."""

import io
import re
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from components.exports import give_back
from components.intake import Answers, Upload, read_files
from components.settings import load_settings
from components.ui import caching
from tests.pages.conftest import ROOT
from tests.pages.loading import file, load_data, said, uploaded

PEOPLE = "".join(
    f"{number},Ann {number},20{number % 14 + 10:02d}-01-31,Clerk,{number % 3 + 2},2024\n"
    for number in range(10, 94)
)
HEADER = "Employee ID,Name,Hire date,Job title,Rating,Cycle\n"
BEFORE = (HEADER + PEOPLE).encode()
FAULTY = BEFORE.replace(b"Ann 14,2010-01-31", b"Ann 14,2010-13-45").replace(
    b"Ann 20,2016-01-31", b"Ann 20,soonish"
)
STRANGE = b"Nr;Wer;Seit;Was\nE1;Ann Ek;03.04.2024;Clerk\nE2;Bo Li;05.06.2024;Clerk\n"
PROFILE = b"""[[sheet]]
file = "june.csv"
table = "roles"
headers = ["Nr", "Wer", "Seit", "Was"]
columns = { Nr = "employee_id", Wer = "people.name", Seit = "effective_date", Was = "job_title" }
"""


def confirmed(*names_and_contents: tuple[str, bytes]) -> AppTest:
    app = uploaded(*(file(name, content) for name, content in names_and_contents))
    app.button(key="looks_right").click().run()
    return load_data()


def test_the_first_version_replaces_nothing(folder: Path) -> None:
    told = said(uploaded(file("p.csv", BEFORE)))
    assert "This is the first version: nothing is replaced" in told
    assert "84 people" in told


def test_each_number_of_the_change_opens_its_rows(folder: Path) -> None:
    confirmed(("p.csv", BEFORE))
    after = BEFORE.replace(b"Ann 12,2022-01-31,Clerk", b"Ann 12,2022-01-31,Chef")
    after += b"199,Zoe,2024-01-31,Clerk,3,2024\n"
    app = uploaded(file("p.csv", after))
    (shown,) = (one for one in app.radio if one.key == "changes_shown")
    assert any("1 person joined" in option for option in shown.options)
    app = shown.set_value("joined").run()
    assert "99" in app.dataframe[-1].value.to_string()
    assert "84 people are loaded" in said(load_data())


def test_undo_and_the_history_lead_back(folder: Path) -> None:
    confirmed(("p.csv", BEFORE))
    first = caching.versions().current()
    app = confirmed(("p.csv", BEFORE + b"199,Zoe,2024-01-31,Clerk,3,2024\n"))
    second = caching.versions().current()
    assert "85 people are loaded" in said(app)
    app = app.button(key="undo").click().run()
    assert "84 people are loaded" in said(app)
    assert caching.versions().current() == first
    app = app.button(key=f"use_{second}").click().run()
    assert "85 people are loaded" in said(app)


def test_a_shared_profile_is_dropped_like_a_file_and_reads_the_next_ones(folder: Path) -> None:
    told = said(uploaded(file("june profile.toml", PROFILE), file("july.csv", STRANGE)))
    assert "Read with the profile “june profile”" in told
    assert "4 of 4 columns are used" in told


def test_what_was_confirmed_is_remembered_and_can_be_deleted(folder: Path) -> None:
    uploaded(file("june.toml", PROFILE), file("july.csv", STRANGE)).button(
        key="looks_right"
    ).click().run()
    app = load_data()
    assert "1 import profile kept" in said(app)
    app = app.button(key="delete_profile_0").click().run()
    assert "import profile kept" not in said(app)


def test_a_file_that_is_no_profile_is_refused_with_what_is_wrong(folder: Path) -> None:
    told = said(uploaded(file("x.toml", b"[[sheet]]\nnonsense = 1\n")))
    assert "answers: sheet › 1 › file is missing. Add it." in told


def test_without_the_wish_no_profile_is_kept(folder: Path) -> None:
    app = uploaded(file("p.csv", BEFORE))
    app = app.checkbox(key="remember_profile").uncheck().run()
    app.button(key="looks_right").click().run()
    assert caching.store().profiles.all() == ()


def marked(content: bytes, name: str) -> openpyxl.Workbook:
    """The file as it is given back."""
    reading = read_files(
        [Upload(name, content)], load_settings(), answers=Answers(), today=caching.today()
    )
    limits = load_settings().app.reading
    given = give_back(name, content, reading.dataset.sheets, reading.problems, limits=limits)
    return openpyxl.load_workbook(io.BytesIO(given.content))


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("beside", [True, False], ids=["beside the file", "for the one in use"])
def test_a_corrected_copy_shows_only_the_difference(folder: Path, beside: bool) -> None:
    if not beside:
        confirmed(("p.csv", FAULTY), ("other.csv", b"Employee ID,Cycle,Rating\n10,2024,3\n"))
    book = marked(FAULTY, "p.csv")
    page = book["Data"]
    for row in page.iter_rows(min_row=2):
        if row[2].value == "soonish":
            row[2].value = "2020-01-31"
    copy = file("back.xlsx", saved(book))
    app = uploaded(file("p.csv", FAULTY), copy) if beside else uploaded(copy)
    told = said(app)
    assert "A corrected copy of p.csv: 1 cell changed; everything else is the same." in told
    assert re.search(r"Of the problems, \d (is|are) gone, 1 remains", told)
    assert "back.xlsx › Data › C12" in app.dataframe[0].value.to_string()
    app.button(key="looks_right").click().run()
    kept = [one.name for one in caching.versions().files(str(caching.versions().current()))]
    assert kept == (["back.xlsx"] if beside else ["other.csv", "back.xlsx"])


def test_a_copy_without_our_list_is_taken_for_one_when_that_is_said(folder: Path) -> None:
    confirmed(("p.csv", FAULTY), ("other.csv", b"Employee ID,Cycle,Rating\n10,2024,3\n"))
    app = uploaded(file("mended.csv", FAULTY.replace(b"soonish", b"2020-01-31")))
    assert "A corrected copy" not in said(app)
    app = app.button(key="as_corrections").click().run()
    assert "A corrected copy of p.csv: 1 cell changed" in said(app)


def test_files_that_correct_nothing_are_said_to(folder: Path) -> None:
    confirmed(("p.csv", BEFORE))
    app = uploaded(file("s.csv", b"Employee ID,Cycle,Rating\n10,2024,3\n"))
    app = app.button(key="as_corrections").click().run()
    assert "No file of the version in use has the same columns" in said(app)


def damage_what_is_in_use(folder: Path) -> None:
    name = str(caching.store().versions.current())
    for place in (folder / "versions" / name).glob("*.parquet"):
        place.write_bytes(place.read_bytes()[:10])
    caching.forget_everything()


def test_a_damaged_version_is_said_and_offers_the_way_back(folder: Path) -> None:
    confirmed(("p.csv", BEFORE))
    confirmed(("p.csv", BEFORE + b"199,Zoe,2024-01-31,Clerk,3,2024\n"))
    damage_what_is_in_use(folder)
    app = load_data()
    assert "The data in use can't be opened" in said(app)
    assert "its files are damaged" in said(app)
    app = app.button(key="undo").click().run()
    assert not app.exception
    assert "84 people are loaded" in said(app)


def test_the_same_files_take_the_place_of_a_damaged_version(folder: Path) -> None:
    confirmed(("p.csv", BEFORE))
    damage_what_is_in_use(folder)
    app = confirmed(("p.csv", BEFORE))
    assert not app.exception
    assert "84 people are loaded" in said(app)


def test_a_page_about_people_points_from_a_damaged_version_to_load_data(folder: Path) -> None:
    confirmed(("p.csv", BEFORE))
    damage_what_is_in_use(folder)
    app = load_data().switch_page(str(ROOT / "pages" / "team.py")).run()
    assert not app.exception
    assert "The data in use can't be opened" in said(app)
    assert "its files are damaged" in said(app)
