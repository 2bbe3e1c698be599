"""A store whose process is killed again and again, and the truth about what must be left.

Run as `python -m tests.store.killing FOLDER ROUNDS SEED`. Each round is a process of its own that
saves, records, erases and undoes until SIGKILL ends it: at a random moment, or at a random line of
the store. It notes what it begins and what it was told is done; another process then opens the
folder and looks. The first folder is one of an earlier Trajectory, without a database.
"""

import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from types import FrameType
from typing import Any

import components.store
from components.store import State, Store, contents
from components.store.database import FILE
from tests.store.invented import version

STORE = str(Path(components.store.__file__).parent)
FIRST = "0"
LONGEST = 0.4
"""Seconds until a round is killed at the latest; lines are counted up to what fits into it."""
LINES = 9_000
PEOPLE = 4
KINDS = ("use", "record", "erase")


class Notes:
    """What was begun and what is done, a line each, beside the folder."""

    def __init__(self, file: Path) -> None:
        self._file = file
        file.touch()

    def act(self, name: str, do: Callable[[], object]) -> None:
        """Note the act before and after."""
        self._write(f"begin {name}")
        do()
        self._write(f"done {name}")

    def settle(self, name: str, *, happened: bool) -> None:
        """Note what became of the act that was under way."""
        self._write(f"{'done' if happened else 'never'} {name}")

    def done(self) -> list[str]:
        """The acts that are done, in order."""
        return [name for word, name in self._read() if word == "done"]

    def under_way(self) -> str | None:
        """The act of which nobody was told how it ended."""
        word, name = (self._read() or [["done", ""]])[-1]
        return name if word == "begin" else None

    def last_number(self) -> int:
        """The highest number that an act has had."""
        return max((int(name.split(" ")[-1]) for _, name in self._read()), default=0)

    def _read(self) -> list[list[str]]:
        return [line.split(" ", 1) for line in self._file.read_text("utf-8").splitlines()]

    def _write(self, line: str) -> None:
        with self._file.open("a", encoding="utf-8") as opened:
            opened.write(f"{line}\n")


def files_of(name: str) -> list[tuple[str, bytes]]:
    return [(f"{name}.csv", name.encode() * 2_000)]


def person(number: int) -> str:
    return f"E{number % PEOPLE}"


def work(folder: Path, notes: Notes) -> None:
    """Act after act, until killed."""
    store = Store(folder)
    for number in count(notes.last_number() + 1):
        save = partial(store.versions.save, version(f"{number}"), files=files_of(f"{number}"))
        notes.act(f"use {number}", save)
        keep = partial(store.records.append, "note", person(number), "boss", {"n": number})
        notes.act(f"record {number}", keep)
        if number % 3 == 0:
            notes.act(f"use {store.versions.before()}", store.versions.undo)
        if number % 5 == 0:
            notes.act(f"erase {number}", partial(store.erase, person(number)))


def look(folder: Path, notes: Notes) -> None:
    """Compare what is there with what was noted: all that is done, and nothing by half."""
    done, under_way = notes.done(), notes.under_way()
    store = Store(folder)
    found = (store.versions.current(), [one.payload for one in store.records.of()])
    with_it = told([*done, under_way]) if under_way else told(done)
    assert found in (told(done), with_it), (found, told(done), with_it)
    assert {one.state for one in store.records.of()} <= {State.WHOLE, State.ERASED}
    look_at_versions(store)
    store.close()
    look_at_files(folder)
    if under_way:
        notes.settle(under_way, happened=found == with_it)


def told(acts: list[str]) -> tuple[str, list[dict[str, int] | None]]:
    """The version in use and the payloads of the records after these acts."""
    used, records = FIRST, {}
    for kind, name in (act.split(" ") for act in acts):
        if kind == "use":
            used = name
        elif kind == "record":
            records[int(name)] = {"n": int(name)}
        else:
            gone = [one for one in records if person(one) == person(int(name))]
            records.update(dict.fromkeys(gone))
    return used, list(records.values())


def look_at_versions(store: Store) -> None:
    """Every version that is listed is there whole, with its files."""
    listed = [one.name for one in store.versions.history()]
    assert store.versions.current() in listed
    for name in listed:
        assert store.versions.load(name).dataset.fingerprint == name
        held = [(one.name, store.versions.file(name, 0)) for one in store.versions.files(name)]
        assert held == ([] if name == FIRST else files_of(name)), name


def look_at_files(folder: Path) -> None:
    """Nothing lies there by half, the database is sound, and no erased person has a key."""
    versions = [path for path in (folder / "versions").iterdir() if path.name[0] != "."]
    assert [path.name for path in versions if not (path / contents.FACTS).exists()] == []
    with closing(sqlite3.connect(folder / FILE)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        erased = "SELECT code FROM people WHERE erased_at IS NOT NULL"
        gone = [code for (code,) in connection.execute(erased)]
    assert [code for code in gone if (folder / "keys" / code).exists()] == []


def killer(lines: int) -> Callable[[FrameType, str, Any], Any]:
    """A tracer that kills this process at a line of the store."""
    left = lines

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if not frame.f_code.co_filename.startswith(STORE):
            return None
        left -= event == "line"
        if left <= 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    return trace


def in_a_process(do: Callable[[], None], kill_after: float | None = None) -> int:
    """Do it in a forked process; how that ended."""
    child = os.fork()
    if child == 0:
        try:
            do()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
            raise
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def earlier_folder(folder: Path) -> None:
    """A folder as it was written before there was a database."""
    place = folder / "versions" / FIRST
    place.mkdir(parents=True)
    contents.write_version(version(FIRST), (), place)
    (folder / "versions" / "current").write_text(FIRST, "utf-8")


def traced(folder: Path, notes: Notes, lines: int) -> None:
    """Work until a line of the store kills."""
    sys.settrace(killer(lines))
    work(folder, notes)


def main(folder: Path, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    notes = Notes(folder.with_suffix(".notes"))
    assert in_a_process(partial(earlier_folder, folder)) == 0
    for one in range(rounds):
        if one % 2:
            lines = int(LINES ** chance.random())
            ended = in_a_process(partial(traced, folder, notes, lines))
        else:
            ended = in_a_process(partial(work, folder, notes), chance.random() * LONGEST)
        assert ended == -signal.SIGKILL, f"round {one} ended by itself: {ended}"
        assert in_a_process(partial(look, folder, notes)) == 0, f"round {one} of seed {seed}"
    print(*(sum(act.startswith(kind) for act in notes.done()) for kind in KINDS))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
