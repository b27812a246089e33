"""A netwerkbijeenkomst that a coach makes from nothing, and what others read of the network.

Somebody's page is a browser of their own in which they are signed in.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from ibreflect.ui.screens import DESK, MEETING, NETWORK
from tests.browser import screen
from tests.browser.conftest import StartServer
from tests.browser.hands import Keyboard
from tests.browser.network_place import Folk, made, sit
from tests.browser.server import Server

NOT_ENOUGH = "Er zijn nog niet genoeg nieuwe meetrondes"
SPREAD = "De groepen scholen liggen tussen"
LARGE = "Groot (voor op een scherm)"

LEAST = 28
"""In pixels: what is read from four metres on an image of two."""

# As drawn: the page may be enlarged as a whole, which the computed size alone leaves out.
_SIZES = """part => [...part.querySelectorAll("p, li, strong, h2, h3, button")]
    .filter(each => [...each.childNodes].some(own => own.nodeType === 3 && own.data.trim()))
    .filter(each => each.checkVisibility())
    .map(each => [each.innerText.slice(0, 40),
                  Math.round(parseFloat(getComputedStyle(each).fontSize) * each.currentCSSZoom)])"""


@pytest.fixture
def folk(tmp_path: Path) -> Folk:
    """Ten schools with a scan each, of which nine count; there is no picture yet."""
    return made(tmp_path / "ibreflect.duckdb", is_published=False)


@pytest.fixture
def published(tmp_path: Path) -> Folk:
    """Ten schools that count, and their picture."""
    return made(tmp_path / "ibreflect.duckdb", is_published=True)


def test_a_meeting_from_nothing(browser: Browser, start_server: StartServer, folk: Folk) -> None:
    server = start_server(folk.store)
    with (
        sit(browser, server, folk.coach) as coach,
        sit(browser, server, folk.iber) as iber,
        sit(browser, server, folk.board_member) as board_member,
    ):
        _not_enough_yet(coach, server)
        _count(iber, server)
        _make_the_picture(coach)
        _choose_themes(coach)
        _fetch_the_pdf(coach)
        _own_place(iber, server)
        _as_a_board_member(board_member, server)


def test_the_meeting_is_made_without_a_mouse(
    browser: Browser, start_server: StartServer, folk: Folk
) -> None:
    server = start_server(folk.store)
    with sit(browser, server, folk.iber) as iber:
        _count(iber, server)
    with sit(browser, server, folk.coach) as page, screen.quiet(page):
        keys = Keyboard(page)
        screen.visit(page, f"{server.url}/{NETWORK.name}")
        keys.press(page.locator("summary").filter(has_text="Maak een nieuw beeld"))
        keys.press(page.get_by_role("button", name="Maak het beeld"))
        expect(page.get_by_text(SPREAD).first).to_be_visible()
        screen.idle(page)
        keys.press(page.get_by_role("link", name="Naar de netwerkbijeenkomst"))
        _titled(page, MEETING.title)
        keys.press(page.get_by_role("combobox", name="Kies twee of drie thema's"))
        page.keyboard.press("Backspace")  # the last one that was suggested
        expect(page.get_by_text("Thema 1 van 2")).to_be_visible()
        page.keyboard.press("Escape")
        screen.idle(page)
        first = page.get_by_role("heading", name=re.compile(r"minuten\)$")).inner_text()
        keys.press(page.get_by_role("button", name="Volgend thema"))
        expect(page.get_by_text("Thema 2 van 2")).to_be_visible()
        expect(page.get_by_role("heading", name=first)).to_have_count(0)


def test_the_pages_fit_and_can_be_read_by_all(
    browser: Browser, start_server: StartServer, published: Folk
) -> None:
    server = start_server(published.store)
    with sit(browser, server, published.coach) as page:
        for here in (NETWORK, MEETING, DESK):
            screen.visit(page, f"{server.url}/{here.name}")
            _titled(page, here.title)
            for window in (screen.DESK, screen.PHONE):
                page.set_viewport_size(window.size)
                _judge(page, f"{window.width}-netwerk-{here.name}")


def _not_enough_yet(coach: Page, server: Server) -> None:
    screen.visit(coach, f"{server.url}/{NETWORK.name}")
    expect(coach.get_by_text("Er is nog geen beeld van PO Zuid.")).to_be_visible()
    expect(coach.get_by_role("link", name="Naar de netwerkbijeenkomst")).to_have_count(0)
    coach.locator("summary").filter(has_text="Maak een nieuw beeld").click()
    expect(coach.get_by_text(NOT_ENOUGH)).to_be_visible()
    expect(coach.get_by_role("button", name="Maak het beeld")).to_have_count(0)
    _judge(coach, "netwerk-nog-niet-genoeg")


def _count(iber: Page, server: Server) -> None:
    screen.visit(iber, f"{server.url}/{NETWORK.name}")
    iber.get_by_role("button", name="Laat meetellen in PO Zuid").click()
    expect(iber.get_by_text("Telt mee in PO Zuid, tot en met")).to_be_attached()
    screen.idle(iber)


def _make_the_picture(coach: Page) -> None:
    coach.reload()
    screen.idle(coach)
    coach.locator("summary").filter(has_text="Maak een nieuw beeld").click()
    coach.get_by_role("button", name="Maak het beeld").click()
    said = coach.get_by_text("uit minstens 10 meetrondes van minstens 10 scholen")
    expect(said).to_be_visible()
    expect(coach.get_by_text(SPREAD).first).to_be_visible()
    expect(coach.locator("svg.marks").first).to_be_visible()
    screen.idle(coach)


def _choose_themes(coach: Page) -> None:
    """From the suggested three to two, one after the other, in large type."""
    coach.get_by_role("link", name="Naar de netwerkbijeenkomst").click()
    _titled(coach, MEETING.title)
    expect(coach.get_by_text("Thema 1 van 3")).to_be_visible()
    chosen = coach.get_by_test_id("stMultiSelect")
    chosen.get_by_role("combobox").press("Backspace")
    expect(coach.get_by_text("Thema 1 van 2")).to_be_visible()
    coach.keyboard.press("Escape")
    coach.get_by_role("button", name="Volgend thema").click()
    expect(coach.get_by_text("Thema 2 van 2")).to_be_visible()
    coach.get_by_text(LARGE).click()
    expect(coach.locator(".st-key-gesprek_groot")).to_be_visible()
    expect(coach.get_by_text("Thema 2 van 2")).to_be_visible()
    sizes = coach.locator(".st-key-gesprek_groot").evaluate(_SIZES)
    assert sizes
    assert [(text, size) for text, size in sizes if size < LEAST] == []
    _judge(coach, "netwerk-bijeenkomst-groot")


def _fetch_the_pdf(coach: Page) -> None:
    coach.get_by_role("button", name="Maak een PDF").click()
    link = coach.get_by_role("link", name="Haal netwerkbijeenkomst.pdf op")
    expect(link).to_be_visible()
    with coach.expect_download() as fetched:
        link.click()
    assert fetched.value.suggested_filename == "netwerkbijeenkomst.pdf"
    pages = PdfReader(fetched.value.path()).pages
    text = "\n".join(each.extract_text() for each in pages)
    assert "PO Zuid" in text
    assert "Om samen te bespreken" in text
    _names_nobody(text)


def _own_place(iber: Page, server: Server) -> None:
    screen.visit(iber, f"{server.url}/{NETWORK.name}")
    expect(iber.get_by_text(SPREAD).first).to_be_visible()
    expect(iber.get_by_text("mijn meetronde", exact=True)).to_have_count(0)
    iber.get_by_text("Zet mijn eigen plek erbij").click()
    expect(iber.get_by_text("Alleen jij ziet je eigen plek.")).to_be_visible()
    expect(iber.locator("svg.marks").get_by_text("mijn meetronde").first).to_be_visible()
    _judge(iber, "netwerk-eigen-plek")


def _as_a_board_member(page: Page, server: Server) -> None:
    screen.visit(page, f"{server.url}/{NETWORK.name}")
    expect(page.get_by_text("Voor het bestuur: deze figuren")).to_be_visible()
    expect(page.get_by_text(SPREAD).first).to_be_visible()
    for name in ("Zet mijn eigen plek erbij", "Maak een nieuw beeld", "Ib'ers met een eigen"):
        expect(page.get_by_text(name)).to_have_count(0)
    expect(page.get_by_role("link", name="Naar de netwerkbijeenkomst")).to_have_count(0)
    _names_nobody(page.content())
    _judge(page, "netwerk-bestuur")


def _names_nobody(text: str) -> None:
    """No ib'er and no school of the network is named."""
    assert not re.findall(r"\bIb \d|\bSchool \d|De Wilg|De Esdoorn", text)


def _titled(page: Page, title: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    screen.idle(page)


def _judge(page: Page, name: str) -> None:
    screen.assert_accessible(page)
    screen.assert_nothing_sticks_out(page)
    screen.picture(page, name)
