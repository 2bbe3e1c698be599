"""Where the contents of versions lie: a folder for each on disk, or memory.

A version is first written beside its place and then moved there, so that it either is there whole
or not at all.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Protocol

from components.errors import StoreFailed
from components.store import contents
from components.store.durable import delete_folder, make_folder, move_into_place, settle_folder
from components.store.schema import now
from components.store.version import KeptFile, Version

Uploaded = Sequence[tuple[str, bytes]]
Place = Callable[[], None]
ARRIVING, LEAVING = ".arriving-", ".leaving-"
ABANDONED_SECONDS = 3600
"""After so long nobody is still writing an arriving folder: its process has ended."""


class Bodies(Protocol):
    """The contents of versions, by name."""

    def arriving(self, version: Version, files: Uploaded) -> AbstractContextManager[Place]:
        """Prepare the contents; the function given moves them into their place.

        A body that ends with an error takes them away again.
        """

    def load(self, name: str) -> Version:
        """The version of that name; KeyError where it is not kept."""

    def files(self, name: str) -> tuple[KeptFile, ...]:
        """The uploaded files kept with it; KeyError where it is not kept."""

    def file(self, name: str, number: int) -> bytes:
        """An uploaded file by its number from 0; KeyError where it is not kept."""

    def people(self, name: str) -> int:
        """How many persons it names; KeyError where it is not kept."""

    def written_at(self, name: str) -> datetime:
        """When it was written; KeyError where it is not kept."""

    def names(self) -> set[str]:
        """The names of all that is there whole."""

    def drop(self, name: str) -> None:
        """Delete the contents of that name."""


class BodiesInMemory:
    """Contents that end with the process."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[Version, Uploaded]] = {}

    @contextmanager
    def arriving(self, version: Version, files: Uploaded) -> Iterator[Place]:
        """Hold the contents once they are placed."""
        before = self._held.get(version.name)
        kept = before[1] if before and not files else tuple(files)
        try:
            yield lambda: self._held.update({version.name: (version, kept)})
        except BaseException:
            if before is None:
                self.drop(version.name)
            raise

    def load(self, name: str) -> Version:
        """The version of that name; KeyError where it is not kept."""
        return self._held[name][0]

    def files(self, name: str) -> tuple[KeptFile, ...]:
        """The uploaded files kept with it; KeyError where it is not kept."""
        return tuple(KeptFile(one, len(content)) for one, content in self._held[name][1])

    def file(self, name: str, number: int) -> bytes:
        """An uploaded file by its number from 0; KeyError where it is not kept."""
        try:
            return self._held[name][1][number][1]
        except IndexError:
            raise KeyError(name, number) from None

    def people(self, name: str) -> int:
        """How many persons it names; KeyError where it is not kept."""
        return self.load(name).dataset.people_count

    def written_at(self, name: str) -> datetime:
        """This moment: what is in memory was never written; KeyError where it is not kept."""
        self.load(name)
        return now()

    def names(self) -> set[str]:
        """The names of all that is held."""
        return set(self._held)

    def drop(self, name: str) -> None:
        """Let go of the contents of that name."""
        self._held.pop(name, None)


class BodiesOnDisk:
    """Contents as folders, each named by its version, for their owner only."""

    def __init__(self, folder: Path) -> None:
        """Take away what an interruption has left behind."""
        self._folder = folder
        for left in folder.glob(f"{LEAVING}*"):
            shutil.rmtree(left, ignore_errors=True)  # another process may be at it
        for left in folder.glob(f"{ARRIVING}*"):
            with suppress(FileNotFoundError):  # it has arrived meanwhile
                if time.time() - left.stat().st_mtime > ABANDONED_SECONDS:
                    shutil.rmtree(left, ignore_errors=True)

    @contextmanager
    def arriving(self, version: Version, files: Uploaded) -> Iterator[Place]:
        """Write the contents beside their place."""
        if self._holds(version.name, files):
            yield lambda: None
            return
        make_folder(self._folder)
        arriving = Path(tempfile.mkdtemp(prefix=ARRIVING, dir=self._folder))
        place = self._folder / version.name
        try:
            contents.write_version(version, files, arriving)
            settle_folder(arriving)
            yield lambda: self._place(arriving, place)
        except BaseException:
            if place.exists() and not arriving.exists():  # it was moved there, and doesn't count
                delete_folder(place)
            raise
        finally:
            shutil.rmtree(arriving, ignore_errors=True)

    def load(self, name: str) -> Version:
        """The version of that name; KeyError where it is not kept."""
        return contents.read_version(self._whole(name))

    def files(self, name: str) -> tuple[KeptFile, ...]:
        """The uploaded files kept with it; KeyError where it is not kept."""
        return contents.files_of(self._whole(name))

    def file(self, name: str, number: int) -> bytes:
        """An uploaded file by its number from 0; KeyError where it is not kept."""
        try:
            return contents.file_place(self._whole(name), number).read_bytes()
        except FileNotFoundError:
            raise KeyError(name, number) from None

    def people(self, name: str) -> int:
        """How many persons it names; KeyError where it is not kept."""
        return contents.people_in(self._whole(name))

    def written_at(self, name: str) -> datetime:
        """When it was written; KeyError where it is not kept."""
        return contents.written_at(self._whole(name))

    def names(self) -> set[str]:
        """The names of all that is there whole."""
        whole = (facts.parent.name for facts in self._folder.glob(f"*/{contents.FACTS}"))
        return {name for name in whole if not name.startswith(".")}

    def drop(self, name: str) -> None:
        """Delete the folder of that name."""
        if name in self.names():
            delete_folder(self._folder / name)

    def _whole(self, name: str) -> Path:
        if name not in self.names():
            raise KeyError(name)
        return self._folder / name

    def _holds(self, name: str, files: Uploaded) -> bool:
        return self._is_sound(name) and (not files or bool(self.files(name)))

    def _is_sound(self, name: str) -> bool:
        """Whether it is there and can be read."""
        try:
            self.load(name)
        except (KeyError, StoreFailed):
            return False
        return True

    def _place(self, arriving: Path, place: Path) -> None:
        if not self._is_sound(place.name):
            if place.exists():  # damaged: what arrives takes its place
                delete_folder(place)
            move_into_place(arriving, place)
            return
        # It stands already: equal names, equal contents; only the files may be new.
        if (arriving / contents.FILES).exists() and not (place / contents.FILES).exists():
            move_into_place(arriving / contents.FILES, place / contents.FILES)
