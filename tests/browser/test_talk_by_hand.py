"""A reflectiegesprek with the keyboard alone, and with hands that press twice."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ibreflect.model.guide import Seat
from ibreflect.ui import screens
from tests.browser import screen, table
from tests.browser.conftest import StartServer
from tests.browser.hands import Keyboard
from tests.browser.table import OWNER, PARTNER, Place, Side
from tests.usecases.talks import Table

COURSE, SAID, GOAL = "Samen leren.", "De analyse maken we samen.", "Ik stel eerst twee vragen"
BUMPY = "Een gesprek liep vast."
THEME = "Rollen en waar ze samenkomen"
CONFIRM = "Dit klopt: ik bevestig het verslag"


@pytest.fixture
def planned(tmp_path: Path) -> Place:
    """A conversation of An and Cas for today, for which only Cas is ready."""
    return table.place_with_talk(tmp_path / "ibreflect.duckdb", lambda talk: talk.ready(PARTNER))


@pytest.fixture
def ended(tmp_path: Path) -> Place:
    """A conversation of An and Cas that has ended, without a report that anybody confirmed."""
    return table.place_with_talk(tmp_path / "ibreflect.duckdb", Table.hold)


def test_preparing_talking_and_confirming_need_no_mouse(
    browser: Browser, start_server: StartServer, planned: Place
) -> None:
    url = start_server(planned.store).url
    with table.sit(browser, planned, OWNER, url, screen.DESK) as an:
        page, hands = an.page, Keyboard(an.page)
        screen.visit(page, planned.address(url, screens.PREPARE))
        hands.write(page.get_by_label("Waar wil je met je rol naartoe?"), COURSE)
        an.see("open vragen: 1 van")
        _press(an, "Ik ben klaar")
        an.see("Jullie zijn allebei klaar")

        hands.press(page.get_by_test_id("stMain").get_by_role("link", name="Naar het gesprek"))
        expect(page.get_by_text(COURSE)).to_be_visible()
        _press(an, "Begin het gesprek")
        _press(an, THEME)
        expect(an.heading(THEME)).to_be_visible()
        hands.write(page.get_by_label(f"Wat is besproken over “{THEME}”?"), SAID)
        an.see("Opgeslagen.")
        _press(an, "Rond het gesprek af")
        _press(an, "Ja, rond af")
        hands.press(page.get_by_test_id("stMain").get_by_role("link", name="Naar het verslag"))

        expect(an.heading("Het verslag")).to_be_visible()
        expect(page.get_by_test_id("stText").filter(has_text=SAID)).to_be_visible()
        hands.write(page.get_by_label("Wat ga ik doen?").first, GOAL)
        _press(an, "Zet deze afspraken in het verslag")
        expect(page.get_by_text(f"Doel 1. {GOAL}")).to_be_visible()
        _press(an, CONFIRM)
        an.see("Nu Cas nog.")


def test_a_bumpy_moment_is_written_down_without_a_mouse(
    browser: Browser, start_server: StartServer, planned: Place
) -> None:
    url = start_server(planned.store).url
    with table.sit(browser, planned, OWNER, url, screen.DESK) as an:
        an.open("logboek")
        Keyboard(an.page).write(an.page.get_by_label("Wat gebeurde er?"), BUMPY)
        _press(an, "Bewaar")
        an.see("Bewaard in je logboek.")
        an.see(BUMPY)


def test_planning_with_a_double_click_plans_once(
    browser: Browser, start_server: StartServer, tmp_path: Path
) -> None:
    place = table.place(tmp_path / "ibreflect.duckdb", BUMPY)
    server = start_server(place.store)
    with table.sit(browser, place, OWNER, server.url, screen.DESK) as an:
        an.open("gesprekken")
        an.page.get_by_role("button", name="Plan dit gesprek").dblclick()
        an.see("Het gesprek is gepland")
        screen.idle(an.page)
    server.stop()
    assert table.kept_conversations(place) == 1


def test_ready_in_two_tabs_is_ready_once(
    browser: Browser, start_server: StartServer, planned: Place
) -> None:
    url = start_server(planned.store).url
    with table.sit(browser, planned, OWNER, url, screen.DESK) as an:
        tabs = (an.page, an.page.context.new_page())
        for tab in tabs:
            screen.visit(tab, planned.address(url, screens.PREPARE))
        for tab in tabs:
            _twice(tab, "Ik ben klaar")
        for tab in tabs:
            expect(tab.get_by_text("Jullie zijn allebei klaar").first).to_be_visible()


def test_confirming_twice_makes_one_version(
    browser: Browser, start_server: StartServer, ended: Place
) -> None:
    url = start_server(ended.store).url
    for seat in Seat:
        with table.sit(browser, ended, seat, url, screen.DESK) as side:
            screen.visit(side.page, ended.address(url, screens.REPORT))
            _twice(side.page, CONFIRM)
            side.see(
                "Nu Cas nog." if seat is OWNER else "Jullie hebben het verslag allebei bevestigd"
            )
            expect(side.page.get_by_text("Versie 2")).to_have_count(0)


def _press(side: Side, name: str) -> None:
    """Tab to a button and press Enter, once all of the page is drawn."""
    screen.idle(side.page)
    Keyboard(side.page).press(side.page.get_by_role("button", name=name, exact=True))


def _twice(page: Page, name: str) -> None:
    """Double-click a button, unless what the other tab did took it away meanwhile."""
    screen.idle(page)
    button = page.get_by_role("button", name=name, exact=True)
    if button.count():
        button.dblclick()
    screen.idle(page)
