"""What stops a page becomes a sentence on screen and a place in the log, never a value."""

import logging

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.trouble import code_of, places


def fail(text: str) -> ValueError:
    """An error with a value in its message."""
    try:
        raise ValueError(text)
    except ValueError as error:
        return error


def page_that_fails() -> None:
    """A page that stumbles over somebody's salary."""
    from components.ui.frame import page_frame

    with page_frame():
        raise ValueError("salary of Anna Müller: 81,000")


def page_with_a_refused_file() -> None:
    """A page that meets a file nobody can read."""
    from components.errors import FileRefused
    from components.ui.frame import page_frame

    with page_frame():
        raise FileRefused("EMPTY", "There is nothing in it.", file="a*b.xlsx", now="Save it again.")


def page_that_stops() -> None:
    """A page that ends early on purpose."""
    import streamlit as st

    from components.ui.frame import page_frame

    with page_frame():
        st.markdown("Shown")
        st.stop()


def test_an_unexpected_error_is_said_calmly_and_without_its_values(caplog) -> None:
    with caplog.at_level(logging.ERROR):
        page = AppTest.from_function(page_that_fails).run()
    assert len(page.error) == 1
    assert "Nothing you loaded is lost" in page.error[0].value
    assert "Anna" not in page.error[0].value + caplog.text
    assert "type=ValueError" in caplog.text


def test_the_code_on_screen_stands_in_the_log(caplog) -> None:
    page = AppTest.from_function(page_that_fails).run()
    code = page.error[0].value.split("report code ")[1][:6]
    assert f"code={code}" in caplog.text


def test_an_error_raised_on_purpose_says_what_where_and_what_now() -> None:
    page = AppTest.from_function(page_with_a_refused_file).run()
    assert page.error[0].value == r"a\*b\.xlsx\: There is nothing in it\. Save it again\."


def test_a_page_that_stops_on_purpose_is_no_trouble() -> None:
    page = AppTest.from_function(page_that_stops).run()
    assert not page.error
    assert page.markdown[0].value == "Shown"


def test_the_same_error_has_the_same_code_whatever_its_values() -> None:
    assert code_of(fail("one")) == code_of(fail("two"))


def test_the_place_names_our_own_files_only() -> None:
    assert places(fail("x")).startswith("tests/ui/test_trouble.py:")


@pytest.mark.parametrize("passes", [1, 3])
def test_every_run_notes_its_server_time(passes: int, visit) -> None:
    app = visit("about")
    for _ in range(passes):
        app.run()
    assert app.session_state["server_milliseconds"] > 0
