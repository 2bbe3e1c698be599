"""Whatever stands in a cell: reading never stops, and a date is never another date."""

from datetime import date
from decimal import Decimal

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from components.tables.schema import TABLES
from tests.intake.values.reading import read, values

FIELDS = {
    field.kind: f"{table.name}.{field.name}" for table in TABLES.values() for field in table.fields
}
"""One field of each kind."""
LOCALES = ["en", "en_GB", "de", "de_AT", "fr", "fr_CA", "es", "es_MX", "pt", "pt_PT"]
FORMS = ["%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%b %d, %Y", "%Y%m%d", "%Y-%m-%d 00:00:00"]
ODD = ["", " ", "\u202e", "١٢٣", "²", "½", "1e999", "-0", "nan", "inf", "٢٠٢٤-٠١-٠١", "0000-00-00"]
TEXTS = st.lists(st.one_of(st.none(), st.text(max_size=12), st.sampled_from(ODD)), max_size=8)


@pytest.mark.parametrize("place", sorted(FIELDS.values()))
@settings(max_examples=60, deadline=None)
@given(texts=TEXTS)
def test_any_text_is_a_value_or_none_or_unread(place: str, texts: list[str | None]) -> None:
    column = read(place, *texts)
    assert len(column.values) == len(texts)
    unread = [bad for bad in column.unread.tolist() if bad]
    assert len(unread) <= len({text for text in texts if text is not None})


@settings(max_examples=200, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2098, 12, 30)), st.sampled_from(FORMS))
def test_a_date_is_read_as_itself(day: date, form: str) -> None:
    expected = None if day == date(1970, 1, 1) else day
    assert values("people.hire_date", day.strftime(form)) == [expected]


@settings(max_examples=100, deadline=None)
@given(st.dates(date(1950, 1, 1), date(2098, 12, 30)))
def test_an_order_given_is_an_order_kept(day: date) -> None:
    expected = None if day == date(1970, 1, 1) else day
    assert values("people.hire_date", day.strftime("%d/%m/%Y"), date_order="day") == [expected]
    assert values("people.hire_date", day.strftime("%m/%d/%Y"), date_order="month") == [expected]


ANY_FORM = [
    *FORMS,
    *("%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%m.%d.%Y", "%d/%m/%y", "%m/%d/%y"),
    *("%d-%m-%y", "%y-%m-%d", "%d-%b-%Y", "%d-%b-%y", "%d%b%Y", "%Y-%b-%d", "%d.%m.%y"),
    *("%Y-%m-%dT23:59:59Z", "%Y-%m-%dT00:00:00+02:00", "%m/%d/%Y 12:00:00 AM", "%Y.%m.%d"),
]
UNMISTAKABLE = {*FORMS, "%d-%b-%Y", "%d%b%Y", "%Y-%b-%d", "%Y-%m-%dT23:59:59Z", "%Y.%m.%d"}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.dates(date(1950, 1, 1), date(2049, 12, 31)), min_size=1, max_size=6),
    st.sampled_from(ANY_FORM),
)
def test_a_column_of_one_form_is_read_as_itself_or_not(days: list[date], form: str) -> None:
    if form == "%m.%d.%Y" and all(day.day <= 12 for day in days):
        return  # dots put the day first where no value says otherwise
    found = values("people.hire_date", *[day.strftime(form) for day in days])
    known = [None if day == date(1970, 1, 1) else day for day in days]
    assert all(one in (None, day) for one, day in zip(found, known, strict=True))
    if form in UNMISTAKABLE:
        assert found == known


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.dates(date(1950, 1, 1), date(2049, 12, 31)), min_size=1, max_size=6),
    st.sampled_from(["long", "medium", "short"]),
    st.sampled_from(LOCALES),
)
def test_a_date_in_any_language_is_read_as_itself_or_not(
    days: list[date], length: str, locale: str
) -> None:
    found = values("people.hire_date", *[format_date(day, length, locale) for day in days])
    known = [None if day == date(1970, 1, 1) else day for day in days]
    assert all(one in (None, day) for one, day in zip(found, known, strict=True))
    if length == "long":
        assert found == known


WRITINGS = {
    "plain": lambda number: f"{number:.{places(number)}f}",
    "comma": lambda number: f"{number:.{places(number)}f}".replace(".", ","),
    "english": lambda number: f"{number:,.{places(number)}f}",
    "german": lambda number: swapped(f"{number:,.{places(number)}f}"),
    "french": lambda number: swapped(f"{number:,.{places(number)}f}").replace(".", "\u202f"),
    "swiss": lambda number: f"{number:,.{places(number)}f}".replace(",", "’"),
    "brackets": lambda number: f"({-number:,.2f})" if number < 0 else f"{number:,.2f}",
    "behind": lambda number: f"{-number:,.2f}-" if number < 0 else f"{number:,.2f}",
    "money": lambda number: swapped(f"{number:,.2f}") + " €",
    "percent": lambda number: f"{number:.1f}",
    "power": lambda number: f"{number:.6e}",
}


def places(number: float) -> int:
    return len(str(number).partition(".")[2])


def swapped(text: str) -> str:
    return text.translate(str.maketrans(",.", ".,"))


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.decimals(-99_999_999, 99_999_999, places=3), min_size=1, max_size=6),
    st.sampled_from(sorted(WRITINGS)),
)
def test_a_number_in_any_writing_is_read_as_itself_or_not(
    given_numbers: list[Decimal], writing: str
) -> None:
    numbers = [float(number) for number in given_numbers]
    if writing != "power":
        numbers = [round(one, 1 if writing == "percent" else 2) for one in numbers]
    found = values("pay.amount", *[WRITINGS[writing](number) for number in numbers])
    for number, one in zip(numbers, found, strict=True):
        assert one is None or one == pytest.approx(number, rel=1e-6)


@settings(max_examples=400, deadline=None)
@given(
    st.lists(st.integers(0, 99_999_999), min_size=1, max_size=2),
    st.sampled_from(["{:,}", "{:_}", "{}"]),
)
def test_whole_numbers_with_marks_are_read_as_themselves_or_not(
    numbers: list[int], form: str
) -> None:
    found = values("pay.amount", *[form.format(one).replace("_", ".") for one in numbers])
    assert all(one in (None, number) for one, number in zip(found, numbers, strict=True))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=5))
def test_a_number_of_a_program_is_read_as_itself_or_asked(numbers: list[float]) -> None:
    found = values("pay.amount", *[repr(number) for number in numbers])
    assert all(one in (None, number) for one, number in zip(found, numbers, strict=True))
    assert values("pay.amount", *[repr(number) for number in numbers], decimal=".") == numbers
