"""The parent's side of the child: start it, feed it, listen, and end it when it takes too long."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Timer
from types import TracebackType
from typing import IO, Final, Self

import pyarrow as pa

from components.errors import FileRefused
from components.intake.arrive.endings import code_of
from components.intake.arrive.limits import ArriveLimits
from components.intake.arrive.wire import Facts, receive

_SCRIPT: Final = Path(__file__).with_name("child.py")
_PIPE_BYTES: Final = 1 << 20
_FED: Final = ("SYSTEMROOT", "LD_LIBRARY_PATH", "TMPDIR", "TEMP")
_QUIET: Final = {
    "LANG": "C.UTF-8",
    "TZ": "UTC",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "2",
    "OMP_NUM_THREADS": "2",
}
_PATIENCE_SECONDS: Final = 5


@dataclass(frozen=True, slots=True)
class Told:
    """Everything the child said: each sheet with its facts, and the facts of the file."""

    sheets: tuple[tuple[pa.Table, Facts], ...]
    file: Facts


class Child:
    """A process that reads one file; a context manager, so that it never outlives its use."""

    def __init__(self, limits: ArriveLimits) -> None:
        """Start it at once: it loads its libraries while the guard looks at the file."""
        self._limits = limits
        self._late = False
        self._running = subprocess.Popen(  # noqa: S603 - our own script, no shell, no user text
            [sys.executable, "-I", str(_SCRIPT), json.dumps(asdict(limits))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_QUIET | {name: os.environ[name] for name in _FED if name in os.environ},
            cwd=_SCRIPT.parent,
        )
        _widen(self._running.stdout)
        _widen(self._running.stdin)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._running.kill()
        self._running.wait(_PATIENCE_SECONDS)
        for pipe in (self._running.stdin, self._running.stdout):
            _close(pipe)

    def read(self, content: bytes, task: Mapping[str, object]) -> Told:
        """Hand the file over and collect what the child makes of it.

        Raises:
            FileRefused: with the child's own code, or the one for the way in which it ended.
        """
        watch = Timer(self._limits.child_wall_seconds, self._give_up)
        watch.daemon = True
        watch.start()
        try:
            self._feed(content, task)
            return self._listen()
        finally:
            watch.cancel()

    def _give_up(self) -> None:
        self._late = True
        self._running.kill()

    def _feed(self, content: bytes, task: Mapping[str, object]) -> None:
        pipe = self._running.stdin
        if pipe is None:
            raise FileRefused("malformed", "")
        head = json.dumps(dict(task)).encode()
        with suppress(BrokenPipeError):  # it may have said why before it had heard everything
            pipe.write(len(head).to_bytes(8, "little") + head)
            pipe.write(content)
        _close(pipe)

    def _listen(self) -> Told:
        pipe = self._running.stdout
        sheets: list[tuple[pa.Table, Facts]] = []
        while pipe is not None:
            try:
                message = receive(pipe, self._limits.child_memory_bytes)
            except (pa.ArrowInvalid, OSError, ValueError, KeyError, TypeError) as wrong:
                raise self._ended_early() from wrong
            if message is None:
                break
            table, facts = message
            if facts.get("end"):
                return Told(tuple(sheets), facts)
            sheets.append((table, facts))
        raise self._ended_early()

    def _ended_early(self) -> FileRefused:
        status: int | None = None
        with suppress(subprocess.TimeoutExpired):
            status = self._running.wait(_PATIENCE_SECONDS)
        return FileRefused(code_of(status, late=self._late), "")


def _widen(pipe: IO[bytes] | None) -> None:
    """Let the pipe hold more at once, where the system can."""
    if pipe is None or not sys.platform.startswith("linux"):
        return
    import fcntl  # noqa: PLC0415 - not on every system

    try:
        fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    except OSError:
        return


def _close(pipe: IO[bytes] | None) -> None:
    if pipe is None:
        return
    try:
        pipe.close()
    except OSError:
        return
