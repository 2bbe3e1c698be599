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
APT = ("apt-get", "install", "-y", "chromium")
PLAYWRIGHT = (sys.executable, "-m", "playwright", "install", "--with-deps", "chromium")


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


def works(program: str) -> bool:
    """Whether the program starts: some systems keep a stub that only says where to get it."""
    try:
        run = subprocess.run([program, "--version"], check=False, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return run.returncode == 0


def on_path() -> Path | None:
    """A Chromium that this machine already has."""
    found = (shutil.which(name) for name in NAMES)
    return next((Path(path) for path in found if path and works(path)), None)


def of_playwright() -> Path | None:
    """The browser that Playwright keeps for itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def present() -> Path | None:
    """The browser to use, if there is one."""
    return named() or on_path() or of_playwright()


def fix() -> str:
    """The one command that would bring a browser."""
    apt = shutil.which("apt-get") is not None
    return f"sudo {' '.join(APT)}" if apt else " ".join(PLAYWRIGHT)


def find() -> Path:
    """The browser to use, without installing anything."""
    browser = present()
    if browser is None:
        raise NoChromium(f"The journeys need Chromium; install it with: {fix()}")
    return browser


def may_use_apt() -> bool:
    """Whether this is a Debian or Ubuntu on which we are root."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def try_to(*command: str) -> None:
    """Run an installer; whether it worked shows in what is found afterwards."""
    print(f"Chromium is missing; trying: {' '.join(command)}", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, stdout=sys.stderr, env=environment)


def ensure() -> Path:
    """The browser to use, installed by apt as root, else by Playwright, where there is none."""
    by_apt = [("apt-get", "update"), APT] if may_use_apt() else []
    by_playwright = [(sys.executable, "-m", "playwright", "install", "chromium")]
    for way in (*by_apt, *by_playwright):
        if present():
            break
        try_to(*way)
    return find()


if __name__ == "__main__":
    try:
        print(ensure())
    except NoChromium as missing:
        sys.exit(str(missing))
