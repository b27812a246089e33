"""The real app in a process of its own, as its users meet it: start, kill, start again."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx

ROOT = Path(__file__).resolve().parents[2]

# What follows `python -m` to start the app on a port, in each of the ways that there are.
STARTS = {
    "ibreflect": ("ibreflect", "start", "--no-open", "--port", "{port}"),
    "uvicorn": ("uvicorn", "app:app", "--port", "{port}"),
    "streamlit": ("streamlit", "run", "app.py", "--server.port", "{port}"),
}

_SECONDS_TO_START = 60
_SECONDS_TO_STOP = 15


class Server:
    """The app on a port and a store of its own; its output goes to a log file beside the store."""

    def __init__(self, store: Path, starts: tuple[str, ...] = STARTS["ibreflect"]) -> None:
        self.store = store
        self._starts = starts
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._log_path = store.with_suffix(".log")
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, or start again, and wait until /healthz answers; the log is in what it raises."""
        with self._log_path.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *(word.format(port=self.port) for word in self._starts)],
                cwd=ROOT,
                env={**os.environ, "IBREFLECT_STORE": str(self.store)},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait_until_healthy()

    def kill(self) -> None:
        """End at once, as when the power fails (kill -9)."""
        process = self._running()
        process.kill()
        process.wait()

    def stop(self) -> None:
        """End in good order; at once when that takes too long. Nothing when it already ended."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(_SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.kill()

    def log(self) -> str:
        """Everything the app has written so far, over all its starts."""
        return self._log_path.read_text(encoding="utf-8", errors="replace")

    def _running(self) -> "subprocess.Popen[bytes]":
        assert self._process is not None, "the server was never started"
        return self._process

    def _wait_until_healthy(self) -> None:
        deadline = time.monotonic() + _SECONDS_TO_START
        while not self._healthy():
            if self._running().poll() is not None:
                raise RuntimeError(f"The app stopped while starting.\n{self.log()}")
            if time.monotonic() > deadline:
                self.kill()
                raise RuntimeError(f"No /healthz in {_SECONDS_TO_START} s.\n{self.log()}")
            time.sleep(0.05)

    def _healthy(self) -> bool:
        try:
            return httpx.get(f"{self.url}/healthz").is_success
        except httpx.TransportError:
            return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
