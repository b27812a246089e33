"""Example data through the eyes of each invented ib'er: every page says what it is, and fits.

Among the five are somebody without a scan, with one, with a scan half done, and with ten years;
and who heard schoolleider, leraren and collega's, the schoolleider alone, too few, or nobody yet.
"""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from ibreflect.ui.screens import SCREENS
from tests.browser import journey, screen
from tests.browser.conftest import StartServer
from tests.browser.hands import Mouse
from tests.browser.journey import Visitor
from tests.browser.server import ROOT, Server

LINKS = (
    "Start",
    "Mijn opdracht",
    "Zelfscan",
    "Mijn tijd",
    "Mijn beeld",
    "Met anderen",
    "Groei",
    "Gesprekken",
    "Doelen",
    "Logboek",
    "Reflectievragen",
    "Meetrondes",
    "Samen",
    "Mandaatkaart",
    "Anderen vragen",
    "Expertisekaart",
    "Netwerk",
)
OF_A_COACH = ("Met mij gedeeld", "Gesprekken", "Netwerk", "Mijn ib'ers")


@pytest.fixture(scope="module")
def example(start_server: StartServer, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """The app on a small example database."""
    store = tmp_path_factory.mktemp("example") / "voorbeeld.duckdb"
    command = [sys.executable, "-m", "ibreflect", "demo", "--store", str(store), "--scale", "0.1"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return start_server(store)


@pytest.mark.parametrize("name", ["Sanne", "Bilal", "Marleen", "Joris", "Aylin"])
def test_every_page_of_an_invented_person(example: Server, page: Page, name: str) -> None:
    visitor = Visitor(page, example.url, Mouse())

    with screen.quiet(page):
        screen.visit(page, example.url)
        _look_as(page, name)
        for link in LINKS:
            _judge(visitor, name, link)


def test_every_page_of_an_invented_coach(example: Server, page: Page) -> None:
    visitor = Visitor(page, example.url, Mouse())

    with screen.quiet(page):
        screen.visit(page, example.url)
        _look_as(page, "Yasmin")
        for link in OF_A_COACH:
            _judge(visitor, "Yasmin", link)


def test_other_pages_say_so_too(example: Server, page: Page) -> None:
    for name in ("uitleg", "inleveren"):
        screen.visit(page, f"{example.url}/{name}")
        _expect_notice(page)


def _look_as(page: Page, name: str) -> None:
    page.get_by_label("Kijk mee als").click()
    page.get_by_role("option", name=f"{name}, ").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Dag {name} ")
    screen.idle(page)


def _judge(visitor: Visitor, name: str, link: str) -> None:
    """One page, on a desk and as narrow as a phone."""
    page = visitor.page
    journey.go_to(visitor, link)
    here = next(each.name for each in SCREENS if each.title == link)
    expect(page).to_have_url(re.compile(f"/{'' if here == 'start' else here}$"))
    screen.idle(page)
    for window in (screen.PHONE, screen.DESK):
        page.set_viewport_size(window.size)
        screen.idle(page)
        _expect_notice(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        screen.assert_accessible(page)
        screen.assert_nothing_sticks_out(page)
        file_name = f"{window.width}-voorbeeld-{name}-{link}"
        screen.picture(page, file_name.lower().replace(" ", "-"))


def _expect_notice(page: Page) -> None:
    expect(page.get_by_text("Alle mensen en scholen hier zijn verzonnen.")).to_be_visible()
