"""Running the batch in this process, and reading back what it wrote."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from components.batch.__main__ import main


@dataclass(frozen=True)
class Written:
    """The exit code and the folder of one run."""

    code: int
    folder: Path

    @property
    def summary(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "summary.json").read_text("utf-8"))
        return found

    def table(self, name: str) -> pd.DataFrame:
        return pd.read_csv(self.folder / f"{name}.csv", dtype=str, keep_default_na=False)


Run = Callable[..., Written]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the batch on files; `answers` is TOML text."""
    count = iter(range(1000))

    def _run(*files: Path, as_of: str, answers: str = "", config: Path | None = None) -> Written:
        out = tmp_path / f"out-{next(count)}"
        words = [*map(str, files), "--as-of", as_of, "--out", str(out)]
        if answers:
            (tmp_path / "answers.toml").write_text(answers, "utf-8")
            words += ["--answers", str(tmp_path / "answers.toml")]
        if config:
            words += ["--config", str(config)]
        return Written(main(words), out)

    return _run
