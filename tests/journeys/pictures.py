"""Pictures of every page, both sizes, light and dark: `python -m tests.journeys.pictures [FOLDER]`.

They go into `pictures/`, which git ignores. With `--sample` the one-click sample of Load data is
loaded first, so that pages show what they look like with people in them.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from components.ui.registry import HOME, PAGES
from tests.journeys.chromium import FLAGS, find
from tests.journeys.server import ROOT, Server
from tests.journeys.watch import load_sample, wait_for_app

SIZES = {"1440x900": (1440, 900), "1920x1080": (1920, 1080)}
MODES = ("light", "dark")


def path_of(key: str) -> str:
    """The address of a page below the server's."""
    return "/" if key == HOME.key else f"/{key}"


def settle(page: Page) -> None:
    """Wait for the script, the fonts and the last frame of charts and tables."""
    wait_for_app(page)
    page.wait_for_timeout(700)


def views(browser: Browser) -> Iterator[tuple[str, Page]]:
    """A tab for each size and mode, with the words that name it."""
    for size, (width, height) in SIZES.items():
        for mode in MODES:
            viewport = {"width": width, "height": height}
            context = browser.new_context(viewport=viewport, color_scheme=mode)
            yield f"{mode}-{size}", context.new_page()
            context.close()


def take(server: Server, folder: Path, *, sample: bool) -> list[Path]:
    """Take every picture and return where they are."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find()), args=list(FLAGS))
        if sample:
            load_sample(browser.new_page(), server.address)
        for words, tab in views(browser):
            for entry in PAGES:
                tab.goto(server.address + path_of(entry.key))
                settle(tab)
                taken.append(folder / f"{entry.key}-{words}.png")
                tab.screenshot(path=taken[-1], animations="disabled")
        browser.close()
    return taken


def main(arguments: list[str]) -> int:
    """Start a server of one's own, take the pictures, end it."""
    folders = [Path(name) for name in arguments if not name.startswith("-")]
    with tempfile.TemporaryDirectory() as private:
        server = Server(Path(private)).wait()
        try:
            folder = folders[0] if folders else ROOT / "pictures"
            for picture in take(server, folder, sample="--sample" in arguments):
                print(picture)
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
