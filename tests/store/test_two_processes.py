"""Several processes open one folder at once: nothing is lost, doubled or half seen."""

import subprocess
import sys
from contextlib import closing
from pathlib import Path

from components.store import State, Store
from tests.repo.tree import ROOT
from tests.store.invented import files_with, version

PROCESSES, ACTS = 3, 12
WRITE = """
import sys
from pathlib import Path
from components.errors import StoreFailed
from components.store import Store
from tests.store.invented import version
folder, me, acts = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()  # all begin at once, with the first opening of the folder
store = Store(folder)
for number in range(acts):
    store.records.append("note", f"E{number}", me, {"n": number})
    store.records.append("shared", "E0", None, {}, once=f"act {number}")
    store.profiles.save("M", f"from = '{me}'")
    store.versions.save(version(f"{me}-{number}"))
    name = store.versions.current()
    try:
        assert store.versions.load(name).name == name
    except (KeyError, StoreFailed):  # it made room for newer ones meanwhile
        assert name not in {one.name for one in store.versions.history()}
"""


def run_together(folder: Path) -> list[str]:
    """What went wrong in any of the processes."""
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WRITE, str(folder), f"writer{one}", str(ACTS)],
            cwd=ROOT,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for one in range(PROCESSES)
    ]
    for one in started:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in started:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    errors = [one.communicate()[1] for one in started]
    return [error for error, one in zip(errors, started, strict=True) if one.returncode]


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    assert run_together(tmp_path) == []
    with closing(Store(tmp_path)) as store:
        notes = store.records.of("note")
        assert {one.state for one in notes} == {State.WHOLE}
        for one in range(PROCESSES):
            mine = [note.payload for note in notes if note.author == f"writer{one}"]
            assert mine == [{"n": number} for number in range(ACTS)]
        assert len(store.records.of("shared")) == ACTS
        assert len({note.subject_code for note in notes}) == ACTS
        saved = store.profiles.versions("M")
        assert [one.number for one in saved] == list(range(1, PROCESSES * ACTS + 1))
        current = store.versions.current()
        assert current is not None
        assert store.versions.load(current).name == current
        for kept in store.versions.history():
            assert store.versions.load(kept.name).name == kept.name


def test_what_one_process_confirms_or_forgets_the_other_sees(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as one, closing(Store(tmp_path)) as other:
        one.versions.save(version("first"))
        other.versions.save(version("second"))
        assert (one.versions.current(), one.versions.before()) == ("second", "first")
        other.versions.undo()
        assert one.versions.current() == "first"
        one.versions.forget()
        assert (other.versions.current(), other.versions.history()) == (None, ())


def test_whom_one_process_erased_no_other_reads(tmp_path: Path) -> None:
    with closing(Store(tmp_path)) as one, closing(Store(tmp_path)) as other:
        kept = other.records.append("note", "EMP-1", None, {"text": "x"})
        assert one.erase("EMP-1")
        assert [record.state for record in other.records.of()] == [State.ERASED]
        again = other.records.append("note", "EMP-1", None, {})
        assert again.subject_code != kept.subject_code
        assert files_with(tmp_path, "EMP-1") == []
