"""A length of time stays one: never a day of 1900, and what may be one is named."""

import datetime as dt
from collections.abc import Callable

import openpyxl
import pytest

from components.intake.arrive import Arrived
from components.intake.arrive.durations import duration_styles, durations

Read = Callable[..., Arrived]


def shown(value: float, number_format: str) -> openpyxl.Workbook:
    """A workbook with a number in B2 that is shown in a format."""
    made = openpyxl.Workbook()
    made.active["A1"], made.active["B1"] = "Id", "Since"
    made.active["B2"] = value
    made.active["B2"].number_format = number_format
    return made


@pytest.mark.parametrize(
    ("days", "number_format", "text"),
    [
        (10.6320601851852, "[hh]:mm:ss", "255:10:10"),
        (208.333333333333, "[h]:mm", "5000:00:00"),
        (0.0546643518518519, "[h]:mm:ss", "01:18:43"),
        (0.5, "[mm]:ss", "12:00:00"),
        (1 + 0.25 / 86400, "[s].00", "24:00:00.25"),
        (-0.0625, "[h]:mm", "-01:30:00"),
        (0, "[h]:mm", "00:00:00"),
    ],
)
@pytest.mark.parametrize("epoch", ["WINDOWS_EPOCH", "MAC_EPOCH"])
def test_a_number_shown_as_elapsed_time_is_a_duration(
    read: Read, days: float, number_format: str, text: str, epoch: str
) -> None:
    made = shown(days, number_format)
    made.epoch = getattr(openpyxl.utils.datetime, epoch)
    arrived = read(made)
    assert arrived.sheets[0].quote(2, 1) == text
    assert arrived.problems == ()


@pytest.mark.parametrize(
    "number_format", ["yyyy-mm-dd", '"[h]" yyyy-mm-dd', "\\[h\\] yyyy", "[Red]yyyy"]
)
def test_a_day_is_no_duration(read: Read, number_format: str) -> None:
    (sheet,) = read(shown(45351, number_format)).sheets
    assert sheet.quote(2, 1) == "2024-02-29"


def test_a_text_or_an_error_in_the_style_of_a_duration_stays() -> None:
    sheet = (
        b'<c r="A1" s="1" t="s"><v>3</v></c><c r="A2" t="e" s="1"><v>#N/A</v></c>'
        b'<c r="A3" s="11"><v>3</v></c><c r="A4" s="1"/><c r="A5"><v>3</v></c>'
        b'<c r="A6" s="1"><f>1+1</f><v>2</v></c><x:c s=\'1\' t="n" r="AB7"><x:v>1</x:v></x:c>'
    )
    assert list(durations(sheet, (1,))) == [(6, 0, "48:00:00"), (7, 27, "24:00:00")]


def test_only_styles_that_cells_use_count() -> None:
    styles = (
        "<numFmts><numFmt numFmtId='164' formatCode='[h]:mm'/></numFmts>"
        "<cellStyleXfs><xf numFmtId='46'/></cellStyleXfs>"
        "<cellXfs><xf numFmtId='0'><alignment/></xf><xf numFmtId='164'/></cellXfs>"
    )
    assert duration_styles(styles) == (1,)


def test_days_of_the_first_months_of_1900_are_named(read: Read) -> None:
    made = shown(10.2, "yyyy-mm-dd hh:mm")
    made.active["B3"] = dt.timedelta(hours=5)
    made.active["B4"], made.active["B5"], made.active["B6"] = 5, 1, 208.5
    for address in ("B4", "B5"):
        made.active[address].number_format = "yyyy-mm-dd"
    made.active["B6"].number_format = "yyyy-mm-dd hh:mm"
    made.active["B7"] = dt.date(2020, 1, 1)
    found = [(one.cell, one.code) for one in read(made).problems]
    assert found == [("B2", "early-day"), ("B4", "early-day"), ("B6", "early-day")]
