"""Serving the app: where, and to whom."""

import os
import socket
import sys
import threading
import webbrowser
from typing import NamedTuple
from urllib.parse import urlsplit

import uvicorn

from ibreflect.errors import SettingsError
from ibreflect.settings import PROJECT, Settings
from ibreflect.web.origin import LOOPBACK

_ALONE = (
    "IBREFLECT_HOST is {host}, maar ibreflect is persoonlijk ingesteld en vraagt niemand zich aan "
    "te melden. Dan zou iedereen die deze computer kan bereiken bij je gegevens kunnen. Laat "
    "IBREFLECT_HOST weg, of werk samen: python -m ibreflect together (zie docs/aanmelden.md)."
)
_NO_ADDRESS = (
    "IBREFLECT_ADDRESS ontbreekt. Geef het adres waarop mensen ibreflect openen, zoals "
    "https://scan.school.nl: alleen onder dat adres komt iemand binnen."
)
_NO_TLS = (
    "IBREFLECT_ADDRESS begint met http:. Zonder https kan iemand op het netwerk meelezen en komt "
    "niemand binnen. Zet er een proxy met een certificaat voor (zie docs/aanmelden.md)."
)


class Place(NamedTuple):
    """Where the server listens, and the address by which a browser reaches it."""

    host: str
    port: int
    address: str


def place(settings: Settings, port: int, *, is_together: bool) -> Place:
    """Where to serve; SettingsError when that would let people in who have no business there.

    Without signing in only this computer comes in. With it a browser elsewhere needs an address
    that is served over TLS.
    """
    here = f"http://localhost:{port}"
    if not is_together:
        if settings.host not in LOOPBACK:
            raise SettingsError(_ALONE.format(host=settings.host))
        return Place(settings.host, port, here)
    address = settings.address or here
    is_local = urlsplit(address).hostname in LOOPBACK
    if not settings.address and settings.host not in LOOPBACK:
        raise SettingsError(_NO_ADDRESS)
    if address.startswith("http:") and not is_local:
        raise SettingsError(_NO_TLS)
    return Place(settings.host, port, address)


def serve(here: Place, *, open_browser: bool) -> None:
    """Serve until Ctrl+C; SettingsError when the port is taken."""
    _require_free(here)
    sys.stdout.write(f"ibreflect staat klaar op {here.address} (stoppen met Ctrl+C)\n")
    sys.stdout.flush()
    if open_browser and _has_screen():
        threading.Thread(target=_open_when_ready, args=(here,), daemon=True).start()
    # The configuration and the pages are found from the project's own folder.
    os.chdir(PROJECT)
    uvicorn.run(
        "app:app",
        host=here.host,
        port=here.port,
        app_dir=str(PROJECT),
        access_log=False,
        # On one machine compressing every message costs more than sending it.
        ws_per_message_deflate=False,
        log_level="warning",
    )


def _require_free(here: Place) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((here.host, here.port))
        except OSError as error:
            raise SettingsError(
                f"Poort {here.port} is al in gebruik. Draait ibreflect al? Open dan "
                f"{here.address}, of kies een andere poort met --port."
            ) from error


def _has_screen() -> bool:
    """Without a screen Python would open a text browser in the terminal."""
    return sys.platform != "linux" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def _open_when_ready(here: Place) -> None:
    waiting = threading.Event()
    for _ in range(150):
        with socket.socket() as probe:
            if probe.connect_ex((here.host, here.port)) == 0:
                webbrowser.open(here.address)
                return
        waiting.wait(0.2)
