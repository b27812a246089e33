"""A provider of accounts on this machine, at which anybody can sign in as whoever they say."""

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Page

from tests.browser import screen

_DISCOVERY = "/.well-known/openid-configuration"
_SECONDS_TO_START = 60
_MILLISECONDS_TO_DRAW = 60_000
_SECRETS = """[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "made for one test and longer than needed"

[auth.microsoft]
client_id = "ibreflect"
client_secret = "known to everybody"
server_metadata_url = "{provider}{discovery}"
"""


@contextmanager
def running(log: Path, **people: str) -> Iterator[str]:
    """The address of a provider with these people: their names by their ids there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    told = [
        json.dumps({"sub": sub, "name": name, "email": f"{sub}@school.example"})
        for sub, name in people.items()
    ]
    claims = [word for each in told for word in ("--user-claims", each)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "oidc_provider_mock", "-p", str(port), *claims],
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    address = f"http://localhost:{port}"
    try:
        _wait_for(address, process, log)
        yield address
    finally:
        process.terminate()
        process.wait()


def configure(home: Path, *, address: str, provider: str) -> None:
    """Let the app at an address, started with this home, offer to sign in at the provider."""
    place = home / ".streamlit"
    place.mkdir(parents=True)
    text = _SECRETS.format(address=address, provider=provider, discovery=_DISCOVERY)
    (place / "secrets.toml").write_text(text, encoding="utf-8")


@contextmanager
def with_keys_of(provider: str, other: str) -> Iterator[str]:
    """The address of a provider that says its signatures are to be checked with another's keys."""
    told = httpx.get(f"{provider}{_DISCOVERY}").json()
    told["jwks_uri"] = httpx.get(f"{other}{_DISCOVERY}").json()["jwks_uri"]
    body = json.dumps(told).encode()

    class Discovery(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)

    with ThreadingHTTPServer(("127.0.0.1", 0), Discovery) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()


@contextmanager
def visitor(browser: Browser) -> Iterator[Page]:
    """A page on a desk; what the provider's own pages would fetch from elsewhere is not fetched."""
    with browser.new_context(viewport=screen.DESK.size, locale="nl-NL") as context:
        context.set_default_timeout(_MILLISECONDS_TO_DRAW)
        context.route("https://**", lambda route: route.abort())
        yield context.new_page()


def _wait_for(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + _SECONDS_TO_START
    while not _answers(address):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The provider did not start.\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.05)


def _answers(address: str) -> bool:
    try:
        return httpx.get(f"{address}{_DISCOVERY}").is_success
    except httpx.TransportError:
        return False
