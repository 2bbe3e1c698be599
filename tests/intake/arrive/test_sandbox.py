"""The child: fenced in, without secrets, ended in time, and never taking the parent with it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pyarrow as pa
import pytest

from components import fence
from components.errors import FileRefused
from components.intake.arrive import Arrived, ArriveLimits, sandbox, wire
from components.intake.arrive.refusals import SENTENCES
from components.intake.arrive.sandbox import Child

Read = Callable[..., Arrived]


def run_in_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> Child:
    """A child that runs this script in place of ours."""
    file = tmp_path / "child.py"
    file.write_text(script)
    monkeypatch.setattr(sandbox, "_SCRIPT", file)
    return Child(ArriveLimits(child_wall_seconds=4))


def test_the_child_is_given_no_secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TRAJECTORY_SECRET", "canary")
    monkeypatch.setenv("PYTHONPATH", "canary")
    seen = tmp_path / "seen.json"
    script = f"import os, json; json.dump(dict(os.environ), open({str(seen)!r}, 'w'))"
    with run_in_child(monkeypatch, tmp_path, script) as child, pytest.raises(FileRefused):
        child.read(b"x", {})
    assert "PATH" not in json.loads(seen.read_text())
    assert "canary" not in seen.read_text()


def test_a_child_that_hangs_is_ended_and_called_too_slow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = "import time; time.sleep(60)"
    with (
        run_in_child(monkeypatch, tmp_path, script) as child,
        pytest.raises(FileRefused) as refused,
    ):
        child.read(b"x" * (4 << 20), {})
    assert refused.value.code == "too-slow"


ENDINGS = {
    "import os; os.abort()": "needs-more-memory",
    "import os, signal; os.kill(os.getpid(), signal.SIGKILL)": "reader-ended",
    "import os, signal; os.kill(os.getpid(), signal.SIGXCPU)": "too-slow",
    "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)": "malformed",
    "import os, signal; os.kill(os.getpid(), signal.SIGBUS)": "malformed",
    "import a_library_that_is_missing": "reader-not-started",
    "raise SystemExit(77)": "too-big-to-read",
    "raise SystemExit(3)": "malformed",
    "import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'nonsense' * 9)": "malformed",
    "import sys; sys.stdout.buffer.write((1 << 62).to_bytes(8, 'little'))": "malformed",
    "import sys; sys.stdout.buffer.write((99).to_bytes(8, 'little') + b'x' * 99)": "malformed",
    "import sys; sys.stdout.buffer.write((99).to_bytes(8, 'little') + b'x' * 9)": "malformed",
}


@pytest.mark.parametrize(("script", "code"), ENDINGS.items())
def test_each_way_in_which_a_child_ends_has_a_code_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, code: str
) -> None:
    with (
        run_in_child(monkeypatch, tmp_path, script) as child,
        pytest.raises(FileRefused) as refused,
    ):
        child.read(b"x" * (4 << 20), {})
    assert refused.value.code == code
    assert SENTENCES[code].what
    assert SENTENCES[code].now


def test_what_a_child_says_is_heard_though_it_never_heard_the_whole_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    script = f"""
import sys
sys.path.append({str(Path(sandbox.__file__).parents[3])!r})
import pyarrow as pa
from components.intake.arrive import wire
wire.send(sys.stdout.buffer, pa.table({{}}), {{"refused": "too-big-to-read", "end": True}})
"""
    with run_in_child(monkeypatch, tmp_path, script) as child:
        child._running.wait(30)
        told = child.read(b"x" * (4 << 20), {})
    assert told.file["refused"] == "too-big-to-read"


IN_OUR_CHILD = {
    "raise MemoryError": "too-big-to-read",
    "raise KeyboardInterrupt": "malformed",
    "raise ValueError": "malformed",
    "bytearray(2 << 30)": "too-big-to-read",
    'take_all_but(32 << 20); raise RuntimeError("can\'t start new thread")': "too-big-to-read",
    "take_all_but(32 << 20); raise ImportError('failed to map segment')": "too-big-to-read",
    "take_all_but(256 << 20); raise ValueError": "malformed",
    "while True: pass": "too-slow",
}


@pytest.mark.parametrize(("reader", "code"), IN_OUR_CHILD.items())
def test_what_stops_the_reader_in_our_child_is_told_or_seen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, reader: str, code: str
) -> None:
    """Our own script, with a reader of workbooks that does this."""
    script = Path(sandbox.__file__).with_name("child.py")
    (tmp_path / "child.py").write_text(_OUR_CHILD.format(script=str(script), reader=reader))
    monkeypatch.setattr(sandbox, "_SCRIPT", tmp_path / "child.py")
    limits = ArriveLimits(child_cpu_seconds=1, child_memory_bytes=1 << 30)
    with Child(limits) as child:
        try:
            told = child.read(b"x", {"kind": "xlsx"}).file.get("refused")
        except FileRefused as refused:
            told = refused.code
    assert told == code


_OUR_CHILD = """
import runpy
names = runpy.run_path({script!r})
held = []
def take_all_but(left):
    import mmap
    pages = int(open("/proc/self/statm").read().split()[0])
    held.append(mmap.mmap(-1, (1 << 30) - pages * mmap.PAGESIZE - left))
stand_in = names["stand_in_for_packages"]
def stand_in_and_spoil():
    stand_in()
    from components.intake.arrive import workbook
    def read(*_):
        {reader}
    workbook.read = read
names["main"].__globals__["stand_in_for_packages"] = stand_in_and_spoil
names["main"]()
"""


def test_no_child_outlives_its_use(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    child = run_in_child(monkeypatch, tmp_path, "import time; time.sleep(60)")
    with child:
        number = child._running.pid
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rlimits as Linux has them")
def test_the_fence_bounds_memory_files_and_time() -> None:
    script = Path(fence.__file__)
    limits = {"child_memory_bytes": 1 << 30, "child_cpu_seconds": 7}
    told = subprocess.run(
        [sys.executable, "-I", "-c", _FENCE_PROBE, str(script), json.dumps(limits)],
        capture_output=True,
        text=True,
        check=True,
    )
    seen = json.loads(told.stdout)
    assert seen == {"memory": 1 << 30, "seconds": 7, "written": 0, "core": 0, "allocated": False}


_FENCE_PROBE = """
import json, resource, runpy, sys
fence = runpy.run_path(sys.argv[1])["fence_in"]
fence(json.loads(sys.argv[2]))
most = lambda what: resource.getrlimit(what)[1]
try:
    bytearray(2 << 30)
    allocated = True
except MemoryError:
    allocated = False
print(json.dumps({"memory": most(resource.RLIMIT_AS),
    "seconds": resource.getrlimit(resource.RLIMIT_CPU)[0],
    "written": most(resource.RLIMIT_FSIZE), "core": most(resource.RLIMIT_CORE),
    "allocated": allocated}))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="networks as Linux has them")
def test_the_child_sees_no_network_where_the_system_allows() -> None:
    script = Path(fence.__file__)
    probe = (
        "import os, runpy, sys; runpy.run_path(sys.argv[1])['leave_the_network']();"
        "print(os.readlink('/proc/self/ns/net'), open('/proc/net/route').read().count('\\n'))"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", probe, str(script)], capture_output=True, text=True, check=True
    )
    network, routes = told.stdout.split()
    if network == str(Path("/proc/self/ns/net").readlink()):
        pytest.skip("this system allows no network of one's own")
    assert int(routes) <= 1


def test_a_reader_that_cannot_start_is_a_problem(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert [problem.code for problem in read(b"id\n1\n").problems] == ["reader-not-started"]


def test_the_child_starts_without_the_rooms_above_it() -> None:
    """Its start is part of every upload: pandas, numpy and streamlit stay out."""
    script = Path(sandbox.__file__).with_name("child.py")
    probe = (
        "import runpy, sys; runpy.run_path(sys.argv[1])['stand_in_for_packages']();"
        "from components.intake.arrive import delimited, workbook, wire;"
        "print([n for n in ('pandas', 'streamlit', 'components.settings') if n in sys.modules],"
        "sys.modules['numpy'])"
    )
    told = subprocess.run(
        [sys.executable, "-I", "-c", probe, str(script)], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[] None"


def test_a_message_comes_out_as_it_went_in() -> None:
    held = BytesIO()
    table = pa.table({"c0": pa.array(["a", None, "é"]), "c1": pa.array(["1", "2", None])})
    wire.send(held, table.slice(1), {"name": "S\u202e"})
    wire.send(held, pa.table({}), {"end": True})
    held.seek(0)
    first, second, third = (wire.receive(held, 1 << 20) for _ in range(3))
    assert first is not None
    assert first[0].equals(table.slice(1))
    assert first[1] == {"name": "S\u202e"}
    assert second is not None
    assert second[1] == {"end": True}
    assert third is None


def test_a_file_that_needs_more_memory_than_allowed_is_refused_and_we_live(read: Read) -> None:
    made = openpyxl.Workbook()
    for row in range(200):
        made.active.append([f"{row}-{column}" for column in range(40)])
    arrived = read(made, child_memory_bytes=1 << 20)
    assert arrived.problems[0].code in {"needs-more-memory", "too-big-to-read"}
    assert read(made).sheets[0].rows == 200
