"""What every browser test starts from: the running app, a browser, and pages of two widths."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import screen
from tests.browser.server import Server

StartServer = Callable[[Path], Server]


@pytest.fixture(scope="module")
def start_server() -> Iterator[StartServer]:
    """Start the app on a given store, as often as a test wants; all are stopped after the file."""
    started: list[Server] = []

    def start(store: Path) -> Server:
        server = Server(store)
        started.append(server)
        server.start()
        return server

    yield start
    for server in started:
        server.stop()


@pytest.fixture
def server(start_server: StartServer, tmp_path: Path) -> Iterator[Server]:
    """The app on an empty store, for one test."""
    server = start_server(tmp_path / "ibreflect.duckdb")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def new_installation(start_server: StartServer, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The app on an empty store, for all tests of a file that leave it empty."""
    return start_server(tmp_path_factory.mktemp("new") / "ibreflect.duckdb")


# One browser per file, not per run: while playwright is open no other test in the process could
# run an event loop of its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = screen.launch(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page on a desk: 1280 by 900."""
    with screen.page_on(browser, screen.DESK) as page:
        yield page


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone: 375 by 812, touch."""
    with screen.page_on(browser, screen.PHONE) as page:
        yield page
