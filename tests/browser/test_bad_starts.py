"""When the app cannot start, the terminal says why in one sentence; other ways to start it work."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser import screen
from tests.browser.conftest import StartServer
from tests.browser.server import ROOT, STARTS, Server


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    store = _garbage(tmp_path)

    assert "is geen leesbare database. Zet een reservekopie terug" in _refused(store)
    assert store.read_bytes() == b"dit is geen database " * 100


def test_a_database_that_is_open_elsewhere_is_named(
    start_server: StartServer, tmp_path: Path
) -> None:
    server = start_server(tmp_path / "ibreflect.duckdb")

    told = _refused(server.store)

    assert f"De database {server.store} is al in gebruik door een ander programma" in told
    assert httpx.get(f"{server.url}/healthz").is_success


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        told = _refused(tmp_path / "ibreflect.duckdb", "--port", str(port))

    assert told.startswith(f"Poort {port} is al in gebruik. Draait ibreflect al?")


@pytest.mark.parametrize(
    ("setting", "content", "told"),
    [
        ("IBREFLECT_PORT", "acht", "De instelling IBREFLECT_PORT is geen poort."),
        ("IBREFLECT_STORE", "/", "De instelling IBREFLECT_STORE wijst naar een map."),
        (
            "IBREFLECT_SMTP_PORT",
            "vijfentwintig",
            "De instelling IBREFLECT_SMTP_PORT is geen poort.",
        ),
        (
            "IBREFLECT_QUESTIONNAIRES",
            "/is-er-niet",
            "De instelling IBREFLECT_QUESTIONNAIRES wijst niet naar een map.",
        ),
    ],
)
def test_a_setting_that_cannot_work_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, content: str, told: str
) -> None:
    monkeypatch.setenv("IBREFLECT_STORE", str(tmp_path / "ibreflect.duckdb"))
    monkeypatch.setenv(setting, content)

    assert _start().startswith(told)


@pytest.fixture(params=["uvicorn", "streamlit"])
def other_start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    """The app as its own kind of server starts it, not yet running."""
    server = Server(tmp_path / "ibreflect.duckdb", starts=STARTS[request.param])
    yield server
    server.stop()


def test_the_app_starts_as_any_app_of_its_kind(other_start: Server, page: Page) -> None:
    other_start.start()

    with screen.quiet(page):
        screen.visit(page, other_start.url)
        expect(page.get_by_role("heading", level=1)).to_have_text("Welkom bij ibreflect")
    assert page.title() == "ibreflect"
    assert page.locator("html").get_attribute("lang") == "nl"


def test_then_the_page_says_that_the_database_cannot_be_opened(
    other_start: Server, page: Page
) -> None:
    _garbage(other_start.store.parent)
    other_start.start()

    screen.visit(page, other_start.url)

    told = page.get_by_role("alert")
    expect(told).to_contain_text("is geen leesbare database. Zet een reservekopie terug")
    screen.assert_accessible(page)
    screen.picture(page, "1280-geen-database")
    assert "is geen leesbare database" in other_start.log()


def _garbage(folder: Path) -> Path:
    store = folder / "ibreflect.duckdb"
    store.write_bytes(b"dit is geen database " * 100)
    return store


def _refused(store: Path, *options: str) -> str:
    return _start(*options, IBREFLECT_STORE=str(store))


def _start(*options: str, **settings: str) -> str:
    """What a start that fails tells on the terminal: one sentence or a few, and exit code 1."""
    ended = subprocess.run(
        [sys.executable, "-m", "ibreflect", "start", "--no-open", *options],
        cwd=ROOT,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1, ended
    assert ended.stdout == ""
    assert "Traceback" not in ended.stderr
    assert ended.stderr.count("\n") == 1, ended.stderr
    return ended.stderr
