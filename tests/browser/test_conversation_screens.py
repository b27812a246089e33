"""The pages of the reflectiegesprek at every width, and the talk in large type for a room."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ibreflect.access import links
from ibreflect.store.connection import close_stores, open_store
from ibreflect.ui import resources, screens
from ibreflect.ui.screens import Screen
from ibreflect.usecases import expertise, signing_in, talking
from tests.browser import screen, table
from tests.browser.conftest import StartServer
from tests.browser.screen import Window
from tests.browser.table import OWNER, PARTNER, Place
from tests.usecases.organisation import WILG
from tests.usecases.talks import Table

SMALLEST = Window(320, 640, touch=True)
ROOM = Window(1280, 800, touch=False)
ALONE = (screens.TALKS, screens.GOALS, screens.LOG, screens.REFLECTION, screens.EXPERTISE)

# At four metres a letter is read from about 0.4 % of that distance: 16 mm. An image of 2 m that
# shows 1280 pixels has 1.56 mm for each; a capital is 0.72 of its type size. So type of 28 px has
# capitals of 28 * 0.72 * 1.56 = 31 mm, and a heading of 40 px of 45 mm: twice what is needed, and
# in a smaller image of 1 m still just enough.
BODY, HEADING = 28, 40

# As drawn: the page may be enlarged as a whole, which the computed size alone leaves out.
_SIZES = """(part, what) => [...part.querySelectorAll(what)]
    .filter(each => [...each.childNodes].some(own => own.nodeType === 3 && own.data.trim()))
    .filter(each => each.checkVisibility())
    .map(each => [each.innerText.slice(0, 40),
                  Math.round(parseFloat(getComputedStyle(each).fontSize) * each.currentCSSZoom)])"""


def _prepared(talk: Table) -> None:
    talk.fill(OWNER, {"koers": "Rust in de groepen.", "punt:leercoordinator": "5"})
    talk.fill(PARTNER, {"goed-onderwijs": "Als leraren samen leren.", "punt:leercoordinator": "2"})


def _ready(talk: Table) -> None:
    _prepared(talk)
    talk.ready(OWNER, PARTNER)


def _begun(talk: Table) -> None:
    _prepared(talk)
    talk.begin()


def _ended(talk: Table) -> None:
    _begun(talk)
    talking.write(talk.store, talk.owner, talk.at(), "rollen", "We beginnen bij de analyse.")
    talking.end(talk.store, talk.owner, talk.at())


CASES: dict[str, tuple[Callable[[Table], None], Screen, str]] = {
    "voorbereiden": (_prepared, screens.PREPARE, "Voorbereiden"),
    "nog-niet-klaar": (_prepared, screens.TALK, "Reflectiegesprek"),
    "klaar": (_ready, screens.TALK, "Reflectiegesprek"),
    "opening": (_begun, screens.TALK, "Reflectiegesprek"),
    "verslag": (_ended, screens.REPORT, "Verslag"),
}


def test_the_pages_without_a_conversation_open(
    browser: Browser, start_server: StartServer, tmp_path: Path
) -> None:
    place = table.place_with_talk(tmp_path / "ibreflect.duckdb", _prepared)
    token = _team_link(place)
    url = start_server(place.store).url
    with table.sit(browser, place, OWNER, url, screen.DESK) as an:
        for each in ALONE:
            _judge(an.page, f"{url}/{each.name}", each.title, each.name)
        form = screens.EXPERTISE_FORM
        _judge(an.page, f"{url}/{form.name}?code={token}", form.title, form.name)


@pytest.mark.parametrize("name", CASES)
def test_a_page_about_the_conversation(
    browser: Browser, start_server: StartServer, tmp_path: Path, name: str
) -> None:
    made, here, title = CASES[name]
    place = table.place_with_talk(tmp_path / "ibreflect.duckdb", made)
    url = start_server(place.store).url
    with table.sit(browser, place, OWNER, url, screen.DESK) as an:
        _judge(an.page, place.address(url, here), title, f"gesprek-{name}")


def test_a_theme_fits_and_in_a_room_it_is_large(
    browser: Browser, start_server: StartServer, tmp_path: Path
) -> None:
    place = table.place_with_talk(tmp_path / "ibreflect.duckdb", _begun)
    url = start_server(place.store).url
    with table.sit(browser, place, OWNER, url, screen.DESK) as an:
        page = an.page
        screen.visit(page, place.address(url, screens.TALK))
        page.get_by_role("button", name="Rollen en waar ze samenkomen").click()
        expect(an.heading("Rollen en waar ze samenkomen")).to_be_visible()
        _judge_widths(page, "gesprek-thema")

        page.set_viewport_size(ROOM.size)
        page.get_by_text("Groot (voor op een scherm)").click()
        expect(page.locator(".st-key-gesprek_groot")).to_be_visible()
        screen.picture(page, "gesprek-groot")
        screen.assert_accessible(page)
        screen.assert_nothing_sticks_out(page)
        assert _smaller_than(page, BODY, "p, li, span, div, strong, label, button, textarea") == []
        assert _smaller_than(page, HEADING, "h1, h2, h3") == []


def _judge(page: Page, address: str, title: str, name: str) -> None:
    screen.visit(page, address)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    _judge_widths(page, name)


def _judge_widths(page: Page, name: str) -> None:
    """Accessible and nothing sticking out, from a desk to the smallest phone."""
    for window in (screen.DESK, screen.PHONE, SMALLEST):
        page.set_viewport_size(window.size)
        screen.assert_accessible(page)
        screen.assert_nothing_sticks_out(page)
        screen.picture(page, f"{window.width}-{name}")


def _smaller_than(page: Page, least: int, what: str) -> list[tuple[str, int]]:
    """The texts in the large part that are drawn smaller than this many pixels."""
    sizes = page.locator(".st-key-gesprek_groot").evaluate(_SIZES, what)
    return [(text, size) for text, size in sizes if size < least]


def _team_link(place: Place) -> str:
    """The secret part of the link by which the team of An fills in the expertisekaart."""
    store, today = open_store(place.store), resources.today()
    digest = links.session_digest(place.secrets[OWNER])
    an = signing_in.person(store, digest, now=resources.moment())
    assert an is not None
    token = expertise.make_link(store, an, WILG, today=today)
    close_stores()
    return token
