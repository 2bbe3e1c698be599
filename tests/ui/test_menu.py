"""Menu, registry and the door of each page."""

import pytest
from streamlit.testing.v1 import AppTest

from components.ui.registry import HOME, PAGES, SECTIONS, by_section, page
from tests.repo.tree import ROOT


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_every_page_opens_through_the_menu_without_trouble(entry, visit) -> None:
    app = visit(entry.key)
    assert [trouble.value for trouble in app.error] == []
    assert not app.exception
    assert app.title or app.markdown


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_run_alone_shows_nothing_but_the_way_in(entry) -> None:
    alone = AppTest.from_file(ROOT / "pages" / f"{entry.key}.py", default_timeout=60).run()
    assert [warning.value for warning in alone.warning] == [
        "This page opens from the menu of Trajectory."
    ]
    shown = [alone.title, alone.markdown, alone.dataframe, alone.button]
    assert [len(kind) for kind in shown] == [0, 0, 0, 0]


def test_the_menu_keeps_the_order_of_the_sections() -> None:
    shown = list(by_section())
    assert shown == [name for name in SECTIONS if name in shown]
    assert sum(len(entries) for entries in by_section().values()) == len(PAGES)


def test_the_first_page_of_the_menu_is_the_home_page() -> None:
    assert next(iter(by_section().values()))[0] is HOME


def test_a_page_that_nobody_registered_is_refused() -> None:
    with pytest.raises(KeyError):
        page("attic")
