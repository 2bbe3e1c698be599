"""The road in a real browser: two workbooks in, every page, a filter, and files out."""

import re
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from components.settings import load_settings
from components.ui.registry import PAGES
from tests.journeys import steps
from tests.journeys.conftest import DESK
from tests.journeys.server import Server
from tests.journeys.watch import Watch, load_sample, visit
from tests.truth.road import SAMPLE, TWO, Road, walk

FINANCE, ID = "Finance", "Employee ID"
WITH_FILTERS = [entry for entry in PAGES if entry.key not in ("load_data", "about")]


@dataclass(frozen=True)
class Walk:
    """One tab that walks the road, and what it notes on the way."""

    server: Server
    tab: Page
    watch: Watch
    addresses: list[str]


@pytest.fixture(scope="module")
def expected() -> Road:
    """The same two files on the same road without a screen."""
    return walk([SAMPLE / file for file in TWO], load_settings())


@pytest.fixture(scope="module")
def walker(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """A tab in which the two workbooks were uploaded and confirmed in a fresh process."""
    server = Server(tmp_path_factory.mktemp("road")).wait()
    context = browser.new_context(viewport=DESK, accept_downloads=True)
    tab = context.new_page()
    noted = Walk(server, tab, Watch(tab), [])
    tab.on("framenavigated", lambda frame: noted.addresses.append(frame.url))
    tab.on("request", lambda request: noted.addresses.append(request.url))
    visit(tab, server.address)
    steps.upload(tab, *steps.TWO)
    expect(tab.get_by_role("heading", level=1)).to_contain_text("2 files read", timeout=60_000)
    steps.confirm(tab)
    yield noted
    context.close()
    server.stop()


def test_two_workbooks_are_enough_for_real_content_on_every_page(walker: Walk) -> None:
    found = {}
    for entry in PAGES:
        steps.go(walker.tab, entry.key)
        found[entry.key] = steps.finding(walker.tab)
        expect(walker.tab.get_by_text("This page stopped")).to_have_count(0)
        expect(walker.tab.get_by_text("Nothing is loaded")).to_have_count(0)
    assert len(set(found.values())) == len(PAGES)
    assert "1,008 active people" in found["overview"]


def test_a_filter_changes_the_sentence_and_survives_pages_and_reloads(
    walker: Walk, expected: Road
) -> None:
    tab = walker.tab
    steps.go(tab, "overview")
    everyone = steps.sentence(tab)
    steps.choose(tab, "Department", FINANCE)
    chosen = steps.sentence(tab)
    people = len(active(expected, FINANCE))
    assert everyone == "Everyone, as of 30 Jun 2026: 1,008 of 1,008 people"
    assert chosen == f"Finance, as of 30 Jun 2026: {people} of 1,008 people"
    for entry in WITH_FILTERS:
        steps.go(tab, entry.key)
        assert steps.sentence(tab) == chosen, entry.key
        assert f"department={FINANCE}" in tab.url
        tab.reload()
        steps.settle(tab)
        assert steps.sentence(tab) == chosen, entry.key


def active(road: Road, department: str) -> set[str]:
    """Employee IDs of the active people of a department."""
    people = road.measures.people
    kept = (people["status"] == "active") & (people["department"] == department)
    return set(people.loc[kept.fillna(False), "employee_id"])


def flagged(road: Road, department: str) -> set[str]:
    fired = set(road.flags.fired()["employee_id"])
    return active(road, department) & fired


def test_files_hold_exactly_the_filtered_people(walker: Walk, expected: Road) -> None:
    wanted = active(expected, FINANCE)
    steps.go(walker.tab, "downloads")
    assert FINANCE in steps.sentence(walker.tab)
    book = steps.download(walker.tab, "download_people")
    text = steps.download(walker.tab, "csv_people")
    everything = steps.download(walker.tab, "download_everything")
    for ids in (
        steps.column(book, "People", ID),
        steps.csv_column(text, ID),
        steps.column(everything, "People", ID),
    ):
        assert len(ids) == len(set(ids))
        assert set(ids) == wanted
    assert set(steps.column(everything, "Flags", ID)) == wanted
    cover = [row[1] for row in steps.workbook(book).worksheets[0].iter_rows(values_only=True)]
    assert any(str(line) == steps.sentence(walker.tab) for line in cover)


def test_the_flags_file_names_exactly_the_flagged(walker: Walk, expected: Road) -> None:
    steps.go(walker.tab, "flight_risk")
    book = steps.download(walker.tab, "download_flags")
    ids = set(steps.column(book, "Flags", ID))
    assert ids == flagged(expected, FINANCE)
    assert ids


def test_a_link_to_a_person_holds_a_code_and_no_address_ever_held_more(
    walker: Walk, expected: Road
) -> None:
    tab = walker.tab
    people = expected.measures.people.set_index("employee_id")
    steps.go(tab, "flight_risk")
    link = tab.get_by_role("main").locator("a[href*='person=']").first
    name = link.inner_text().strip()
    link.click()
    tab.wait_for_url("**/person?**")
    steps.settle(tab)
    assert name in steps.finding(tab)
    assert set(people.loc[list(flagged(expected, FINANCE)), "name"]) >= {name}
    tab.reload()
    steps.settle(tab)
    assert name in steps.finding(tab)
    seen = "\n".join(walker.addresses)
    assert "person=" in seen
    ids = [one for one in people.index if f"={one}" in seen or f"/{one}" in seen]
    names = [part for part in people["name"].dropna() for part in part.split() if len(part) > 4]
    assert ids == []
    assert [part for part in set(names) if part in seen] == []


def test_a_manager_stands_in_the_address_as_a_code(walker: Walk, expected: Road) -> None:
    tab = walker.tab
    steps.go(tab, "overview")
    steps.filter_button(tab).click()
    steps.settle(tab)
    tab.get_by_role("combobox", name="Manager").click()
    option = tab.get_by_role("option", name=re.compile(r"\(\d+\)$")).first
    name, employee_id = re.fullmatch(r"(.+) \((\w+)\)", option.inner_text().strip()).groups()
    option.click()
    expect(steps.filter_button(tab)).to_contain_text(f"reporting to {name}")
    assert expected.measures.people.set_index("employee_id").loc[employee_id, "name"] == name
    assert re.search(r"manager_id=[0-9a-f]{12}(&|$)", tab.url)
    assert employee_id not in tab.url
    tab.reload()
    steps.settle(tab)
    assert f"reporting to {name}" in steps.sentence(tab)


def test_the_whole_road_asked_nobody_and_complained_about_nothing(walker: Walk) -> None:
    assert len(walker.addresses) > 50
    assert walker.watch.foreign == []
    assert walker.watch.complaints == []
    assert walker.server.foreign_connects() == []


def test_one_button_leads_to_the_first_flag_within_half_a_minute(
    fresh_server: Callable[..., Server], page: Page
) -> None:
    server = fresh_server()
    begun = time.monotonic()
    load_sample(page, server.address)
    first = page.get_by_role("main").locator("a[href*='person=']").first
    expect(page.get_by_text("First to talk to")).to_be_visible()
    first.click()
    page.wait_for_url("**/person?**")
    expect(page.get_by_text("Clears with").first).to_be_visible()
    assert time.monotonic() - begun < 30
