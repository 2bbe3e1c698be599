"""A process that is killed leaves the old or the new, never half; what was said to be done is."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo.tree import ROOT
from tests.store.killing import KINDS


def killed(folder: Path, rounds: int, seed: int) -> dict[str, int]:
    """How many acts of each kind were done before, between and after so many kills."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.killing", str(folder), str(rounds), str(seed)],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return dict(zip(KINDS, map(int, run.stdout.split()), strict=True))


def test_a_process_killed_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    done = killed(tmp_path / "data", 16, seed=20_261_126)
    assert min(done.values()) >= 1


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(5))
def test_five_hundred_kills_lose_nothing(tmp_path: Path, seed: int) -> None:
    done = killed(tmp_path / "data", 100, seed)
    assert min(done["use"], done["record"]) >= 20
