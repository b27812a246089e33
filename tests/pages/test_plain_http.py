"""What the server answers to whoever does not come with a browser's manners."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

import httpx
import pytest

from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab

MEGABYTE = 1024 * 1024
FILES_OF_OURS = [
    ".git/config",
    ".git/HEAD",
    "pyproject.toml",
    "app.py",
    ".streamlit/config.toml",
    ".streamlit/secrets.toml",
    "data/ibreflect.duckdb",
    "ibreflect/settings.py",
    "static/../app.py",
    "%2e%2e/app.py",
    "pages/beheer.py",
]


class Running(NamedTuple):
    """The app that is asked, and the file with its database."""

    address: str
    store: Path


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    path = tmp_path_factory.mktemp("plain") / "ibreflect.duckdb"
    with fresh_process(path) as address:
        yield Running(address, path)


@pytest.mark.parametrize("path", FILES_OF_OURS)
def test_no_file_of_the_project_is_served(running: Running, path: str) -> None:
    """Any address leads to the one page, which says nothing, or nowhere."""
    answer = httpx.get(f"{running.address}/{path}")
    assert answer.is_client_error or '<div id="root">' in answer.text


@pytest.mark.parametrize("path", ["/static/", "/static/js/", "/media/", "/component/", "/vendor/"])
def test_no_folder_is_listed(running: Running, path: str) -> None:
    answer = httpx.get(f"{running.address}{path}", follow_redirects=True)
    assert answer.is_client_error or '<div id="root">' in answer.text


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "PROPFIND", "PUT", "DELETE"])
def test_methods_that_nobody_needs_do_nothing(running: Running, method: str) -> None:
    for path in ("/", "/healthz", "/groei", "/afmelden/x"):
        answer = httpx.request(method, f"{running.address}{path}", headers={"X-Echo": "kanarie"})
        assert answer.status_code >= HTTPStatus.BAD_REQUEST
        assert "kanarie" not in answer.text


@pytest.mark.parametrize("path", ["/", "/healthz", "/_stcore/health", "/_stcore/host-config"])
def test_another_site_may_read_nothing(running: Running, path: str) -> None:
    answer = httpx.get(f"{running.address}{path}", headers={"Origin": "https://elders.example"})
    assert answer.headers.get("access-control-allow-origin") not in {"*", "https://elders.example"}


@pytest.mark.parametrize("path", ["/", "/afmelden/x", "/healthz", "/ophalen/x"])
def test_every_answer_says_what_it_is(running: Running, path: str) -> None:
    kind = httpx.get(f"{running.address}{path}").headers["content-type"]
    assert kind in {"text/html; charset=utf-8", "text/plain; charset=utf-8", "application/json"}


def test_over_tls_a_browser_is_told_to_stay_there(running: Running) -> None:
    """A proxy on this computer says how the browser came; without one nothing is promised."""
    plain = httpx.get(running.address)
    sealed = httpx.get(running.address, headers={"X-Forwarded-Proto": "https"})
    assert "strict-transport-security" not in plain.headers
    promised = sealed.headers["strict-transport-security"]
    assert promised == "max-age=31536000; includeSubDomains"


def test_a_length_that_contradicts_itself_is_refused(running: Running) -> None:
    """A proxy and the app that count differently would let one request hide in another."""
    host, _, port = running.address.removeprefix("http://").partition(":")
    smuggled = (
        "POST /afmelden/x HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 6\r\n"
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    )
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall(smuggled.encode())
        line.shutdown(socket.SHUT_WR)
        heard = b"".join(iter(lambda: line.recv(65_536), b""))
    assert b'{"status":"ok"}' not in heard.partition(b"\r\n\r\n")[0]
    assert heard.startswith(b"HTTP/1.1 400") or heard.count(b"HTTP/1.1 ") <= 2


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="memory is read from /proc")
def test_a_file_without_end_is_refused_and_takes_no_room(running: Running) -> None:
    """A hundred megabytes in pieces, with no length said."""

    async def story() -> tuple[int, int, bytes]:
        async with Tab(running.address) as tab:
            before = _memory(running.address)
            heard = await asyncio.to_thread(_pour, running.address, tab.session_id)
            return before, _memory(running.address), heard

    before, after, heard = asyncio.run(story())
    assert heard.startswith(b"HTTP/1.1 413")
    assert after - before < 20 * MEGABYTE


def test_a_file_for_nobody_is_refused(running: Running) -> None:
    way = f"{running.address}/_stcore/upload_file/onbekend/x"
    answer = httpx.put(way, headers=_token(running.address), files={"x": b"x"})
    assert answer.status_code == HTTPStatus.BAD_REQUEST
    assert httpx.put(way, files={"x": b"x"}).status_code == HTTPStatus.FORBIDDEN


def _token(address: str) -> dict[str, str]:
    """What Streamlit wants to see twice before it takes a file."""
    set_cookie = httpx.get(f"{address}/_stcore/health").headers["set-cookie"]
    cookie = set_cookie.split(";")[0]
    return {"Cookie": cookie, "X-Xsrftoken": cookie.partition("=")[2]}


def _memory(address: str) -> int:
    """Bytes of memory that the server takes."""
    port = address.rpartition(":")[2].encode()
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if b"--port\0" + port + b"\0" in process.read_bytes():
                status = process.with_name("status").read_text(encoding="ascii")
                return int(status.partition("VmRSS:")[2].split()[0]) * 1024
    raise LookupError(address)


def _pour(address: str, session_id: str) -> bytes:
    """What the server answers to a file in a hundred pieces of a megabyte."""
    host, _, port = address.removeprefix("http://").partition(":")
    head = "".join(f"{name}: {content}\r\n" for name, content in _token(address).items())
    start = (
        f"PUT /_stcore/upload_file/{session_id}/x HTTP/1.1\r\nHost: {host}:{port}\r\n{head}"
        "Content-Type: multipart/form-data; boundary=zq\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    field = b'--zq\r\nContent-Disposition: form-data; name="x"; filename="x.yaml"\r\n\r\n'
    with socket.create_connection((host, int(port)), timeout=60) as line:
        with suppress(ConnectionError):
            line.sendall(start.encode() + b"%x\r\n%s\r\n" % (len(field), field))
            for _ in range(100):
                line.sendall(b"%x\r\n%s\r\n" % (MEGABYTE, b"x" * MEGABYTE))
        return line.recv(65_536)
