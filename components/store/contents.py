"""A whole version in a folder: the dataset, how it was read, and the files as uploaded."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from components.errors import StoreFailed
from components.store import parquet
from components.store.parquet import FACTS
from components.store.version import KeptFile, Version

FILES = "files"
"""The folder of the uploaded files: numbered, since their names are not ours to trust."""
NAMES = "names.json"

__all__ = [
    "FACTS",
    "FILES",
    "file_place",
    "files_of",
    "people_in",
    "read_version",
    "write_version",
    "written_at",
]


def write_version(version: Version, files: Sequence[tuple[str, bytes]], folder: Path) -> None:
    """Write a version, with the files it was read from, into the folder."""
    (folder / "problems.json").write_text(parquet.problems_to_text(version.problems), "utf-8")
    (folder / "matches.json").write_text(version.matches, "utf-8")
    (folder / "answers.toml").write_text(version.answers, "utf-8")
    if files:
        _write_files(files, folder)
    parquet.write_dataset(version.dataset, folder)


def read_version(folder: Path) -> Version:
    """The version written into the folder.

    Raises:
        StoreFailed: its files were damaged; so say the functions below too.
    """
    with _undamaged(folder):
        return Version(
            dataset=parquet.read_dataset(folder),
            problems=parquet.problems_from_text(_text(folder / "problems.json")),
            matches=_text(folder / "matches.json"),
            answers=_text(folder / "answers.toml"),
        )


def files_of(folder: Path) -> tuple[KeptFile, ...]:
    """The uploaded files in the folder."""
    names = folder / FILES / NAMES
    with _undamaged(folder):
        facts = json.loads(_text(names)) if names.exists() else []
        return tuple(KeptFile(**one) for one in facts)


def file_place(folder: Path, number: int) -> Path:
    """Where an uploaded file lies, by its number from 0."""
    return folder / FILES / f"{number:03d}"


def people_in(folder: Path) -> int:
    """How many persons the version names."""
    with _undamaged(folder):
        return int(pq.read_metadata(folder / "persons.parquet").num_rows)


def written_at(folder: Path) -> datetime:
    """When the version was written."""
    return datetime.fromtimestamp((folder / FACTS).stat().st_mtime, UTC)


@contextmanager
def _undamaged(folder: Path) -> Iterator[None]:
    try:
        yield
    except (pa.ArrowException, FileNotFoundError, ValueError, KeyError, TypeError):
        raise StoreFailed(
            "A data version can't be read: its files are damaged.",
            where=str(folder),
            now="Go back to the version before, or load the files again.",
        ) from None


def _write_files(files: Sequence[tuple[str, bytes]], folder: Path) -> None:
    (folder / FILES).mkdir(mode=0o700)
    for number, (_, content) in enumerate(files):
        file_place(folder, number).write_bytes(content)
    names = [{"name": name, "size": len(content)} for name, content in files]
    (folder / FILES / NAMES).write_text(json.dumps(names), "utf-8")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
