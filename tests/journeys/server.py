"""A fresh Trajectory process for a journey: its own port, data folder and note of connections."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPY = Path(__file__).parent / "spy"
LOOPBACK = ("127.0.0.1", "localhost", "::1", "0.0.0.0", "None")  # noqa: S104 - compared, not bound
PATIENCE = 60.0


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`streamlit run app.py` as a person starts it."""

    def __init__(self, folder: Path, script: str = "app.py") -> None:
        """Start the process; everything it writes goes below the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.port = folder, free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.spied, self.log = folder / "connects.txt", folder / "server.log"
        self.spied.touch()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", script, f"--server.port={self.port}"],
                cwd=ROOT,
                env=self.environment(),
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def environment(self) -> dict[str, str]:
        """This process's own environment, with a private data folder and the spy."""
        return {
            **os.environ,
            "TRAJECTORY_DATA_FOLDER": str(self.folder / "versions"),
            "PYTHONPATH": str(SPY),
            "SPY_LOG": str(self.spied),
        }

    def wait(self) -> "Server":
        """Return when the server answers; a server that died says why."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.process.poll() is not None:
                break
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=2):
                    return self
            except (urllib.error.URLError, TimeoutError, ConnectionError):
                time.sleep(0.05)
        self.stop()
        raise RuntimeError(f"The server did not start:\n{self.log.read_text('utf-8')}")

    def foreign_connects(self) -> list[str]:
        """What the server's Python connected to or looked up beyond this machine."""
        lines = self.spied.read_text("utf-8").splitlines()
        return [line for line in lines if line.split(" ", 1)[1] not in LOOPBACK]

    def stop(self) -> None:
        """End this process and nothing else."""
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(timeout=10)
