"""The two commands on a machine that lacks something, and on one that was set up before."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.journeys import chromium
from tests.repo.tree import ROOT

REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
# A Python that makes a .venv of copies of itself and notes what it was asked to install.
STAND_IN = """#!/bin/sh
case "$*" in
  *version_info*) exit 0 ;;
  *ensurepip*) exit ${LACKS_VENV:-0} ;;
  "-m venv .venv") mkdir -p .venv/bin; cp "$0" .venv/bin/python ;;
  "-m pip install"*) echo "$*" >> installs.txt ;;
esac
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the Makefile, the requirements and a stand-in for Python."""
    for name in ("Makefile", *REQUIREMENTS):
        shutil.copy(ROOT / name, tmp_path / name)
    stand_in = tmp_path / "stand-in"
    stand_in.write_text(STAND_IN)
    stand_in.chmod(0o755)
    return tmp_path


def outside_of_make() -> dict[str, str]:
    """This environment without what a `make test` around us has put in."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))
    }


def make(place: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run make there."""
    return subprocess.run(
        ["make", "--silent", *words],
        check=False,
        cwd=place,
        env={**outside_of_make(), **environment},
        capture_output=True,
        text=True,
    )


def sentences(run: subprocess.CompletedProcess[str]) -> list[str]:
    """What was said, without make's own last word."""
    return [line for line in run.stderr.splitlines() if not line.startswith("make:")]


@pytest.mark.parametrize("verb", ["setup", "run", "test"])
def test_without_python_one_sentence_says_what_to_install(place: Path, verb: str) -> None:
    run = make(place, verb, "CANDIDATES=no-such-python")
    assert run.returncode != 0
    assert len(sentences(run)) == 1
    assert "Python 3.11 or newer" in run.stderr
    assert not (place / ".venv").exists()


def test_without_the_venv_module_one_sentence_says_what_to_install(place: Path) -> None:
    run = make(place, "setup", "CANDIDATES=./stand-in", LACKS_VENV="1")
    assert run.returncode != 0
    assert len(sentences(run)) == 1
    assert "python3-venv" in run.stderr


def installs(place: Path) -> int:
    """How often something was installed."""
    return len((place / "installs.txt").read_text().splitlines())


def test_setup_is_done_again_only_when_requirements_change(place: Path) -> None:
    def setup() -> int:
        assert make(place, "setup", "CANDIDATES=./stand-in").returncode == 0
        return installs(place)

    first = setup()
    assert setup() == first
    later = (place / ".venv" / ".ready-to-test").stat().st_mtime + 10
    os.utime(place / "requirements-dev.txt", (later, later))
    assert setup() == first + 1


def test_everything_is_installed_with_its_hash(place: Path) -> None:
    make(place, "setup", "CANDIDATES=./stand-in")
    lines = (place / "installs.txt").read_text().splitlines()
    assert all("--require-hashes" in line for line in lines)


def test_help_lists_every_verb(place: Path) -> None:
    verbs = {line.split()[1] for line in make(place, "help").stdout.splitlines()}
    assert verbs >= {"setup", "run", "test", "check", "prove", "bench", "docs", "sample", "help"}


def test_continuous_integration_runs_the_same_command() -> None:
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith("make test")
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_without_any_chromium_one_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[tuple[str, ...]] = []
    for way in ("named", "on_path", "of_playwright"):
        monkeypatch.setattr(chromium, way, lambda: None)
    monkeypatch.setattr(chromium, "try_to", lambda *command: tried.append(command))
    with pytest.raises(chromium.NoChromium, match=r"install it with: .*chromium"):
        chromium.ensure()
    assert tried[-1][1:] == ("-m", "playwright", "install", "chromium")


def test_a_stub_that_does_not_start_is_no_chromium(tmp_path: Path) -> None:
    stub = tmp_path / "chromium"
    stub.write_text("#!/bin/sh\nexit 1\n")
    stub.chmod(0o755)
    assert not chromium.works(str(stub))
