"""Meetrondes: reopening and closing a round, and erasing one for good."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import journey, screen
from tests.browser.conftest import StartServer
from tests.browser.journey import button
from tests.browser.server import Server
from tests.browser.stores import kept, started


@pytest.fixture
def server(start_server: StartServer, tmp_path: Path) -> Server:
    """The app for somebody whose one scan is handed in."""
    return start_server(started(tmp_path / "ibreflect.duckdb", answered=32, handed_in=True))


def test_a_scan_that_is_handed_in_can_be_reopened(server: Server, page: Page) -> None:
    screen.visit(page, f"{server.url}/rondes")

    button(page, "Scan heropenen").click()

    journey.part_is_shown(page, journey.PARTS[-1])
    for group in journey.statements(page).all():
        expect(journey.chosen(group)).to_have_text("vaak")
    server.stop()
    assert [each.handed_in for each in kept(server.store).rounds] == [False]


def test_a_closed_round_can_be_looked_at_and_not_changed(server: Server, page: Page) -> None:
    screen.visit(page, f"{server.url}/rondes")

    button(page, "Meetronde afsluiten").click()

    expect(page.get_by_text("Afgesloten. Je kunt haar bekijken, niet veranderen.")).to_be_visible()
    expect(button(page, "Scan heropenen")).to_have_count(0)
    screen.assert_accessible(page)
    screen.picture(page, "1280-rondes-afgesloten")
    screen.visit(page, f"{server.url}/zelfscan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nu geen meetronde")
    screen.visit(page, f"{server.url}/beeld")
    journey.figures_are_drawn(page, 5)


def test_the_question_before_erasing_can_be_left_with_the_keyboard(
    server: Server, page: Page
) -> None:
    screen.visit(page, f"{server.url}/rondes")
    erase = button(page, "Wissen …")
    erase.focus()
    page.keyboard.press("Enter")

    expect(_question(page)).to_be_visible()
    screen.idle(page)
    assert _question(page).evaluate("dialog => dialog.contains(document.activeElement)")
    screen.assert_accessible(page)
    screen.picture(page, "1280-rondes-wissen")
    page.keyboard.press("Escape")

    expect(_question(page)).to_have_count(0)
    expect(erase).to_be_focused()
    server.stop()
    assert len(kept(server.store).rounds) == 1


def test_an_erased_round_is_gone(server: Server, page: Page) -> None:
    screen.visit(page, f"{server.url}/rondes")

    button(page, "Wissen …").click()
    button(page, "Ja, wis deze meetronde").click()

    expect(page.get_by_text("Je hebt nog geen meetronde.")).to_be_visible()
    expect(_question(page)).to_have_count(0)
    screen.visit(page, f"{server.url}/beeld")
    expect(page.get_by_text("Vul eerst je zelfscan in en lever die in.")).to_be_visible()
    server.stop()
    assert kept(server.store).rounds == ()


def test_a_round_is_kept_when_one_says_no(server: Server, page: Page) -> None:
    screen.visit(page, f"{server.url}/rondes")

    button(page, "Wissen …").click()
    button(page, "Nee, bewaar haar").click()

    expect(_question(page)).to_have_count(0)
    server.stop()
    assert len(kept(server.store).rounds) == 1


def _question(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Deze meetronde wissen?")
