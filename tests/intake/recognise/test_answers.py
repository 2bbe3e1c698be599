"""Answers: read, refused with the key and the fix, written back without loss."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.errors import ConfigError
from components.intake.answers import Answers, SheetAnswer, load_answers
from components.settings import RatingLabel, RatingScale
from tests.intake.recognise.made import codes, read, text

FULL = """
[[sheet]]
file = "a.xlsx"
sheet = "Roles"
table = "roles"
header_row = 4
date_order = "day"
lookup = false
columns = { "Nr." = "employee_id", "Rolle" = "roles.job_title", "Notiz" = "" }
"""


def test_every_key_is_read() -> None:
    (answer,) = load_answers(FULL).sheet
    assert (answer.table, answer.header_row, answer.date_order) == ("roles", 4, "day")
    assert answer.lookup is False
    assert answer.columns["Notiz"] == ""


def test_a_file_of_answers_is_read(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    path.write_text(FULL, encoding="utf-8")
    assert load_answers(path) == load_answers(FULL)


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('colour = "red"', "colour is not a known key"),
        ('[[sheet]]\nfile = "a"\nrows = 3', "sheet › 1 › rows is not a known key"),
        ('[[sheet]]\nsheet = "Roles"', "sheet › 1 › file is missing"),
        ('[[sheet]]\nfile = "a"\ntable = "staff"', '"staff" is no table'),
        ('[[sheet]]\nfile = "a"\ncolumns = { X = "shoe_size" }', "shoe_size, which is no field"),
        ('[[sheet]]\nfile = "a"\ncolumns = { X = "pay.rating" }', "pay.rating, which is no field"),
        ('[[sheet]]\nfile = "a"\ndate_order = "year"', "date_order can't be used"),
        ("[[sheet", "not valid TOML"),
    ],
)
def test_a_mistake_is_named_with_its_key(toml: str, said: str) -> None:
    with pytest.raises(ConfigError) as mistake:
        load_answers(toml)
    assert said in str(mistake.value)


def test_a_file_that_is_not_there_is_a_config_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="can't be read"):
        load_answers(tmp_path / "none.toml")


@given(
    st.lists(
        st.builds(
            SheetAnswer,
            file=st.text(min_size=1, max_size=8),
            sheet=st.text(max_size=8),
            table=st.sampled_from([None, "", "roles"]),
            header_row=st.none() | st.integers(0, 99),
            lookup=st.none() | st.booleans(),
            columns=st.dictionaries(st.text(max_size=8), st.sampled_from(["", "people.level"])),
        ),
        max_size=3,
        unique_by=lambda answer: (answer.file, answer.sheet),
    )
)
def test_what_is_written_is_read_back(answers: list[SheetAnswer]) -> None:
    written = Answers(sheet=tuple(answers)).to_toml()
    again = load_answers(written)
    ordered = sorted(answers, key=lambda one: (one.file, one.sheet))
    assert again == Answers(sheet=tuple(ordered))


def test_equal_answers_are_written_alike_whatever_their_order() -> None:
    one, two = SheetAnswer(file="a"), SheetAnswer(file="b")
    assert Answers(sheet=(one, two)).to_toml() == Answers(sheet=(two, one)).to_toml()


def test_an_answer_for_the_sheet_wins_over_one_for_the_file() -> None:
    answers = Answers(
        sheet=(
            SheetAnswer(file="roles.csv", table="people"),
            SheetAnswer(file="roles.csv", sheet="Sheet1", table="roles"),
        )
    )
    assert answers.about(text("a,b\nc,d")).table == "roles"


def test_changing_one_column_keeps_what_was_said_before() -> None:
    sheet = text("Nr,Titel\n1,Chef")
    answers = Answers().with_sheet(sheet, table="roles")
    changed = answers.with_column(sheet, "Nr", "employee_id").with_column(sheet, "Titel", "")
    assert changed.about(sheet).table == "roles"
    assert changed.about(sheet).columns == {"Nr": "employee_id", "Titel": ""}
    assert answers.about(sheet).columns == {}


def test_formats_scales_and_levels_are_written_and_read_back() -> None:
    scale = RatingScale(
        name="Talent",
        labels=(RatingLabel(value=1, label="Solid"), RatingLabel(value=2, label="Top", top=True)),
    )
    roles = text("Nr,Titel\n1,a")
    answers = (
        Answers()
        .with_sheet(roles, encoding="cp1252", known_on=date(2026, 6, 30), header_row=0)
        .with_format(roles, "FTE", unit="hours", full_time=38.5, blanks=("k. A.",))
        .with_format(roles, "FTE", decimal=",")
        .with_scale("talent", scale)
        .with_levels("Junior", "Senior")
    )
    assert load_answers(answers.to_toml()) == answers
    assert answers.about(roles).formats["FTE"].full_time == 38.5
    assert answers.about(roles).formats["FTE"].decimal == ","


def test_what_was_said_about_values_reaches_the_plan() -> None:
    lines = "Employee ID,Hire Date,Region\n1,03/04/2024,NA\n2,05/06/2024,EU"
    said = """[[sheet]]
file = "roles.csv"
table = "people"
[sheet.formats."hire date"]
date_order = "month"
[sheet.formats.Region]
values = ["NA"]
"""
    found = read(text(lines), answers=said)
    details = {column.header: dict(column.detail) for column in found.plans[0].columns}
    assert details["Hire Date"] == {"date_order": "month"}
    assert details["Region"] == {"values": "NA"}
    assert codes(found) == []
