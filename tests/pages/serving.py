"""The app in a fresh process of its own, started as `uvicorn app:app` does.

Unlike `python -m ibreflect start` it also starts when the database cannot be opened.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from ibreflect.settings import PROJECT

_SECONDS_TO_START = 120


@contextmanager
def fresh_process(store: Path) -> Iterator[str]:
    """The address of an app that nobody has visited yet; it ends with the block."""
    address = f"http://127.0.0.1:{_free_port()}"
    log_path = store.with_suffix(".log")
    with log_path.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", "app:app", "--port", address.rpartition(":")[2]],
            cwd=PROJECT,
            env={**os.environ, "IBREFLECT_STORE": str(store)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        _wait_until_it_answers(process, address, log_path)
        yield address
    finally:
        process.terminate()
        process.wait()


def _wait_until_it_answers(process: "subprocess.Popen[bytes]", address: str, log: Path) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while not _answers(address):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The app did not start.\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.05)


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}/healthz").is_success
    except httpx.TransportError:
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
