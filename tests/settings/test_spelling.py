"""When two headers or two labels are the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.settings import header_key, header_tails, header_words, label_key


@pytest.mark.parametrize(
    "header",
    [
        "Employee ID",
        "EMPLOYEE_ID",
        "employee-id",
        "employee.id",
        "EmployeeID",
        "  Employee   ID ",
        "*Employee ID*",
        "employee_id:",
        "employee_id (required)",
        "Employee ID (Required)",
        "\ufeffEmployee ID",
        "Employee/ID",
        "Ｅmployee ID",
        "#employee id",
    ],
)
def test_spellings_of_one_header_are_equal(header: str) -> None:
    assert header_key(header) == "employeeid"


def test_words_are_kept_apart() -> None:
    assert header_words("ManagerPersonNumber") == "manager person number"
    assert header_words("HRBusinessPartner") == "hr business partner"
    assert header_words("FY25 Talent Indicator ") == "fy25 talent indicator"
    assert header_words("Employee #") == "employee number"


def test_the_ends_of_a_dotted_header_are_tried_longest_first() -> None:
    assert header_tails("employee.jobs[0].title") == ("jobs[0].title", "title")
    assert header_tails("Role Information > Title") == ("Title",)


@given(st.text(max_size=40))
def test_a_key_of_a_key_is_the_key(text: str) -> None:
    assert label_key(label_key(text)) == label_key(text)
    assert header_key(header_key(text)) == header_key(text)


@pytest.mark.parametrize(
    ("text", "key"), [("3.0", "3"), ("03", "3"), ("3,5", "3,5"), ("1,000", "1,000")]
)
def test_whole_numbers_are_one_label(text: str, key: str) -> None:
    assert label_key(text) == key
