"""Further sessions on a running server: tabs without a browser, and the memory each one takes."""

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

from tests.journeys.server import Server

PATIENCE = 60
_KILOBYTES_PER_MEGABYTE = 1024


class Tab:
    """One session: opens a page as a browser would, and stays."""

    def __init__(self, server: Server) -> None:
        """Connect; nothing runs yet."""
        address = server.address.replace("http://", "ws://")
        self._line = connect(
            f"{address}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        wrong: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._line.close()

    def open(self, page: str) -> int:
        """Run the page and return how many messages came, once its script has finished."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        self._line.send(asked.SerializeToString())
        for count, message in enumerate(iter(lambda: self._line.recv(PATIENCE), None), start=1):
            told = ForwardMsg()
            told.ParseFromString(message if isinstance(message, bytes) else message.encode())
            if told.WhichOneof("type") == "script_finished":
                return count
        raise RuntimeError("The server ended the session.")


def memory_per_session(server: Server, page: str, sessions: int) -> float:
    """Megabytes that each of so many further sessions adds while all stay open."""
    with ExitStack() as held:
        for _ in range(sessions // 4):
            held.enter_context(Tab(server)).open(page)
        before = _resident(server)
        for _ in range(sessions):
            held.enter_context(Tab(server)).open(page)
        return (_resident(server) - before) / sessions


def _resident(server: Server) -> float:
    """Megabytes the server's process holds."""
    status = Path(f"/proc/{server.process.pid}/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / _KILOBYTES_PER_MEGABYTE
