"""The real browser of the journeys: found, else installed, else one sentence that says how.

`python -m tests.journeys.chromium` prints its path, and installs it where that is allowed.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FIX = "apt-get install -y chromium"


class NoChromium(Exception):
    """There is no browser, and none could be installed."""


def named() -> Path | None:
    """The browser that CHROMIUM names; a wrong name is an error, not a reason to look on."""
    name = os.environ.get("CHROMIUM")
    if not name:
        return None
    if not os.access(name, os.X_OK) or Path(name).is_dir():
        raise NoChromium(f"CHROMIUM={name} is not a program; unset it or name a Chromium.")
    return Path(name)


def on_path() -> Path | None:
    """A Chromium that this machine already has."""
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path), None)


def of_playwright() -> Path | None:
    """The browser that Playwright keeps for itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def find() -> Path:
    """The browser to use, without installing anything."""
    browser = named() or on_path() or of_playwright()
    if browser is None:
        raise NoChromium(f"The journeys need Chromium; install it with: {FIX}")
    return browser


def try_to(*command: str) -> None:
    """Run an installer; whether it worked shows in what is found afterwards."""
    print(f"Chromium is missing; trying: {' '.join(command)}", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, stdout=sys.stderr, env=environment)


def ensure() -> Path:
    """The browser to use, installed by apt as root, else by Playwright, where there is none."""
    ways = []
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        ways = [("apt-get", "update"), ("apt-get", "install", "-y", "chromium")]
    ways.append((sys.executable, "-m", "playwright", "install", "chromium"))
    for way in ways:
        if named() or on_path() or of_playwright():
            break
        try_to(*way)
    return find()


if __name__ == "__main__":
    try:
        print(ensure())
    except NoChromium as missing:
        sys.exit(str(missing))
