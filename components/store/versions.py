"""Data versions on disk: written once, named by their fingerprint, forgotten on request.

A version is first written beside its place and then moved there, so that a version either is
there whole or not at all. With `folder=None` versions live in memory only.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from components.store import parquet
from components.tables.dataset import Dataset
from components.tables.problems import Problem

CURRENT = "current"


@dataclass(frozen=True)
class Version:
    """A confirmed upload: the dataset, what was wrong with it, and how it was read.

    `matches` and `answers` are texts (JSON, TOML) that the intake wrote and reads again; the
    store does not look into them.
    """

    dataset: Dataset
    problems: tuple[Problem, ...] = ()
    matches: str = "[]"
    answers: str = ""

    @property
    def name(self) -> str:
        """The fingerprint that names it."""
        return self.dataset.fingerprint


class VersionStore:
    """The versions kept in one folder, and which of them is the current one."""

    def __init__(self, folder: Path | None) -> None:
        """Keep versions below `folder`, made with mode 0700 when needed; None keeps memory.

        The folder above it is made the same way where there is none.
        """
        self._folder = folder
        self._held: dict[str, Version] = {}
        self._current: str | None = None

    @property
    def on_disk(self) -> bool:
        """Whether versions outlive the process."""
        return self._folder is not None

    def save(self, version: Version) -> None:
        """Keep the version and make it the current one."""
        if self._folder is None:
            self._held, self._current = {version.name: version}, version.name
            return
        self._make(self._folder)
        if not (self._folder / version.name).exists():
            with self._arriving(self._folder / version.name) as place:
                _write(version, place)
        _point(self._folder, version.name)

    def load(self, name: str) -> Version:
        """The version of that name; KeyError where it is not kept."""
        if self._folder is None:
            return self._held[name]
        place = self._folder / name
        if not (place / "dataset.json").exists():
            raise KeyError(name)
        return Version(
            dataset=parquet.read_dataset(place),
            problems=parquet.problems_from_text(_text(place / "problems.json")),
            matches=_text(place / "matches.json"),
            answers=_text(place / "answers.toml"),
        )

    def current(self) -> str | None:
        """The name of the current version, or nothing where none is kept."""
        if self._folder is None:
            return self._current
        pointer = self._folder / CURRENT
        name = _text(pointer).strip() if pointer.exists() else ""
        return name if name and (self._folder / name / "dataset.json").exists() else None

    def forget(self) -> None:
        """Delete every version."""
        self._held, self._current = {}, None
        if self._folder is not None and self._folder.exists():
            shutil.rmtree(self._folder)

    @staticmethod
    def _make(folder: Path) -> None:
        folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)

    @contextmanager
    def _arriving(self, place: Path) -> Iterator[Path]:
        arriving = Path(tempfile.mkdtemp(prefix=".arriving-", dir=place.parent))
        try:
            yield arriving
            arriving.replace(place)
        finally:
            shutil.rmtree(arriving, ignore_errors=True)


def _write(version: Version, place: Path) -> None:
    parquet.write_dataset(version.dataset, place)
    (place / "problems.json").write_text(parquet.problems_to_text(version.problems), "utf-8")
    (place / "matches.json").write_text(version.matches, "utf-8")
    (place / "answers.toml").write_text(version.answers, "utf-8")


def _point(folder: Path, name: str) -> None:
    arriving = folder / f"{CURRENT}.new"
    arriving.write_text(name, encoding="utf-8")
    arriving.replace(folder / CURRENT)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
