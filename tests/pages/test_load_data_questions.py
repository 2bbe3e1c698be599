"""Load data: every question is answered where it stands, and is gone with its answer."""

import io
from pathlib import Path

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.loading import file, said, uploaded

DATES = b"Employee ID,Effective date,Job title\n1,03/04/2024,Clerk\n2,05/06/2024,Clerk\n"
BOXES = b"Employee ID,Review Cycle,9-Box Label\nE1,2025,9\nE2,2025,4\nE3,2025,1\n"
GRADES = b"Personalnummer;Beurteilungszeitraum;Schulnote\nP1;2024;1\nP2;2024;2,5\nP3;2024;4\n"
LABEL = "Employee ID,Review Cycle,Overall Rating\n" + "".join(
    f"E{number},2025,{label}\n"
    for number, label in enumerate(
        ["Exceeds expectations", "Meets expectations", "Below expectations"] * 4 + ["Splendid"]
    )
)
CP1252 = "Employee ID,Name,Effective date\n1,Bjørn,2024-01-31\n2,Zoë,2024-02-28\n".encode("cp1252")
PEOPLE = "".join(f"{number:05d},Ann {number},Analyst\n" for number in range(1, 21))
HOURS = "Employee ID,Name,FTE,Hire date\n" + "".join(
    f"{number},Ann {number},{hours},2020-01-31\n" for number, hours in enumerate([40, 20, 32] * 4)
)


def asked(app: AppTest, code: str) -> list[str]:
    """Keys of what answers a question of that code."""
    widgets = (*app.button, *app.selectbox, *app.radio, *app.number_input, *app.text_input)
    return [str(one.key) for one in widgets if f"answer_{code}_" in str(one.key)]


def press(app: AppTest, code: str, label: str) -> AppTest:
    (button,) = (
        one for one in app.button if f"answer_{code}_" in str(one.key) and label in one.label
    )
    return button.click().run()


@pytest.mark.parametrize(
    ("content", "code", "label"),
    [
        (DATES, "date_order_open", "Day first"),
        (BOXES, "nine_box_layout", "9 is high and high"),
        (b"1,Ann,2024-01-31\n2,Bo,2024-03-31\n3,Cy,2024-04-30\n", "no_header_row", "Leave this"),
    ],
)
def test_a_button_answers(folder: Path, content: bytes, code: str, label: str) -> None:
    app = uploaded(file("a.csv", content))
    assert asked(app, code)
    buttons = [one for one in app.button if f"answer_{code}_" in str(one.key)]
    pressed = next(one for one in buttons if label in one.label)
    app = pressed.click().run()
    assert not asked(app, code)
    assert not app.exception


def test_the_day_or_the_month_stands_first_as_said(folder: Path) -> None:
    app = press(uploaded(file("a.csv", DATES)), "date_order_open", "Month first")
    app.button(key="looks_right").click().run()
    assert "2 people are loaded" in said(uploaded())


def test_a_known_scale_is_chosen_and_the_direction_is_settled(folder: Path) -> None:
    app = uploaded(file("a.csv", GRADES))
    (choice,) = (one for one in app.selectbox if "answer_scale_direction_" in str(one.key))
    assert any("1 is the best" in option for option in choice.options)
    app = press(app, "scale_direction", "Use this scale")
    assert not asked(app, "scale_direction")


def test_one_strange_label_is_given_its_step(folder: Path) -> None:
    app = uploaded(file("a.csv", LABEL.encode()))
    (choice,) = (one for one in app.selectbox if "answer_unknown_rating_" in str(one.key))
    assert "“Splendid” means" in choice.label
    app = press(app, "unknown_rating", "Use it")
    assert asked(app, "unknown_rating")
    (choice,) = (one for one in app.selectbox if "answer_unknown_rating_" in str(one.key))
    app = choice.set_value("Exceeds expectations").run()
    app = press(app, "unknown_rating", "Use it")
    assert not asked(app, "unknown_rating")


def test_the_letters_of_a_file_are_shown_each_way_and_chosen(folder: Path) -> None:
    app = uploaded(file("a.csv", CP1252))
    (choice,) = (one for one in app.radio if "answer_encoding-asked_" in str(one.key))
    assert "1,Bjørn,2024-01-31" in choice.options[0].replace("\\", "")
    app = press(app, "encoding-asked", "Use it")
    assert not asked(app, "encoding-asked")


def test_weekly_hours_are_read_once_a_full_week_is_known(folder: Path) -> None:
    app = uploaded(file("a.csv", HOURS.encode()))
    (hours,) = (one for one in app.number_input if "answer_full_time_hours_" in str(one.key))
    app = hours.set_value(40.0).run()
    app = press(app, "full_time_hours", "Use it")
    assert not asked(app, "full_time_hours")


def test_an_order_without_steps_is_no_order(folder: Path) -> None:
    levels = b"Employee ID,Name,Level\nE1,Ada King,Wizard\nE2,Bo Li,Sage\nE3,Cy Day,Sage\n"
    app = press(uploaded(file("a.csv", levels)), "level_order", "Use this order")
    assert "Give at least two labels a step of their own." in said(app)
    assert asked(app, "level_order")


def test_the_order_of_day_and_month_is_asked_once_for_a_sheet(folder: Path) -> None:
    both = b"Employee ID,Effective date,Hire date,Job title\n" + b"".join(
        b"%d,0%d/04/2024,03/0%d/2020,Clerk\n" % (number, number, number) for number in range(1, 8)
    )
    app = uploaded(file("a.csv", both))
    assert len(asked(app, "date_order_open")) == 2
    assert not asked(press(app, "date_order_open", "Day first"), "date_order_open")


def test_what_merged_cells_mean_is_answered_though_it_is_no_question(folder: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["Employee ID", "Name", "Department"], [1, "Ann Ek", "Sales"], [2, "Bo Li", None]):
        book.active.append(row)
    book.active.merge_cells("C2:C3")
    held = io.BytesIO()
    book.save(held)
    app = uploaded(file("a.xlsx", held.getvalue()))
    assert not asked(press(app, "merged-cells", "holds for all"), "merged-cells")
