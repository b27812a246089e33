"""Serving the app on this machine."""

import os
import socket
import sys
import threading
import webbrowser

import uvicorn

from ibreflect.errors import SettingsError
from ibreflect.settings import PROJECT

HOST = "127.0.0.1"


def serve(port: int, *, open_browser: bool) -> None:
    """Serve on http://localhost:PORT until Ctrl+C; SettingsError when the port is taken."""
    _require_free(port)
    address = f"http://localhost:{port}"
    sys.stdout.write(f"ibreflect staat klaar op {address} (stoppen met Ctrl+C)\n")
    sys.stdout.flush()
    if open_browser and _has_screen():
        threading.Thread(target=_open_when_ready, args=(port, address), daemon=True).start()
    # The configuration and the pages are found from the project's own folder.
    os.chdir(PROJECT)
    uvicorn.run(
        "app:app",
        host=HOST,
        port=port,
        app_dir=str(PROJECT),
        access_log=False,
        # On one machine compressing every message costs more than sending it.
        ws_per_message_deflate=False,
        log_level="warning",
    )


def _require_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SettingsError(
                f"Poort {port} is al in gebruik. Draait ibreflect al? Open dan "
                f"http://localhost:{port}, of kies een andere poort met --port."
            ) from error


def _has_screen() -> bool:
    """Without a screen Python would open a text browser in the terminal."""
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _open_when_ready(port: int, address: str) -> None:
    waiting = threading.Event()
    for _ in range(150):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                webbrowser.open(address)
                return
        waiting.wait(0.2)
