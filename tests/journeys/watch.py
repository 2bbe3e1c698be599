"""What a journey watches while it walks: foreign requests, the console, and accessibility."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'
OWN_SCHEMES = ("data", "blob", "about")
# A deep link makes Streamlit look for its server below the page's own address first.
PROBES = ("/_stcore/health", "/_stcore/host-config")
# Faults of Streamlit itself, and the part of the page where each is known.
UPSTREAM = {
    "list": "stSidebarNav",
    "listitem": "stSidebarNav",
    "svg-img-alt": "stMetric",
    "presentation-role-conflict": "stFileUploader",
}


class Watch:
    """Notes what a page asks for and complains about."""

    def __init__(self, page: Page) -> None:
        """Listen to the page."""
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        page.on("request", self.request)
        page.on("websocket", lambda opened: self.address(opened.url))
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def address(self, url: str) -> None:
        """Note an address that is not this machine."""
        parts = urlsplit(url)
        if parts.scheme not in OWN_SCHEMES and parts.hostname not in ("127.0.0.1", "localhost"):
            self.foreign.append(url)

    def request(self, request: Request) -> None:
        """Note what the page asks for."""
        self.address(request.url)

    def console(self, message: ConsoleMessage) -> None:
        """Note errors; the probes of a deep link are how Streamlit finds itself."""
        place = message.location.get("url", "")
        if message.type == "error" and not place.endswith(PROBES):
            self.complaints.append(f"{message.text[:300]} ({place})")


def wait_for_app(page: Page) -> None:
    """Wait until the script has run and the browser has drawn it."""
    page.wait_for_selector(IDLE)
    page.evaluate("document.fonts.ready.then(() => true)")


def visit(page: Page, address: str) -> Page:
    """Go to an address and wait for the app."""
    page.goto(address)
    wait_for_app(page)
    return page


def load_sample(page: Page, address: str) -> None:
    """Press the button that loads the sample company, and wait until Overview stands."""
    visit(page, address)
    page.locator(".st-key-sample button").click()
    page.wait_for_url("**/overview", timeout=60_000)
    wait_for_app(page)


def axe_faults(page: Page) -> list[str]:
    """Faults that axe finds, without those of Streamlit's own parts."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {fault['help']} at {node['target']}"
        for fault in found
        for node in fault["nodes"]
        if not is_upstream(page, fault["id"], node)
    ]


def is_upstream(page: Page, rule: str, node: dict) -> bool:
    """Whether the fault is one of Streamlit's, in the part where it is known."""
    part = UPSTREAM.get(rule)
    if part is None:
        return False
    inside = "(element, part) => element.closest(`[data-testid*='${part}']`) !== null"
    return bool(page.locator(str(node["target"][0])).first.evaluate(inside, part))
