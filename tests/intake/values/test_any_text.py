"""Whatever stands in a cell: reading never stops, and a date is never another date."""

from datetime import date

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


@settings(max_examples=100, deadline=None)
@given(st.lists(st.floats(-1e6, 1e6, allow_nan=False), min_size=1, max_size=5))
def test_a_number_is_read_as_itself(numbers: list[float]) -> None:
    assert values("pay.amount", *[repr(number) for number in numbers]) == numbers
