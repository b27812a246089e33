"""A first scan with the keyboard alone, at a desk: every screen works, is accessible and quiet."""

import pytest
from playwright.sync_api import Page, expect

from ibreflect.model.questionnaire import NonAnswer
from tests.browser import journey, screen
from tests.browser.hands import Keyboard
from tests.browser.journey import Visitor
from tests.browser.server import Server
from tests.browser.stores import kept


def test_a_whole_first_scan_needs_no_mouse(server: Server, page: Page) -> None:
    visitor = Visitor(page, server.url, Keyboard(page))

    with screen.quiet(page):
        for name in journey.first_scan(visitor):
            _judge(page, name)
        for name in journey.look_around(visitor):
            _judge(page, name)

    server.stop()
    on_disk = kept(server.store)
    assert [each.handed_in for each in on_disk.rounds] == [True]
    assert len(on_disk.only_answers) == 32
    assert set(on_disk.only_answers.values()) == {1, 2, 3, 4, 5, *NonAnswer}


def test_an_arrow_alone_answers_nothing(server: Server, page: Page) -> None:
    """Looking through the words with the arrows must not save the words passed."""
    visitor = Visitor(page, server.url, Keyboard(page))
    for _ in journey.to_the_scan(visitor):
        pass
    journey.part_is_shown(page, journey.PARTS[0])
    first = journey.statements(page).first

    first.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(first.get_by_role("radio", name="regelmatig")).to_be_focused()
    page.keyboard.press("Space")

    expect(journey.status(page)).to_contain_text("Opgeslagen.")
    server.stop()
    assert kept(server.store).only_answers == {"LC1": 3}


@pytest.mark.parametrize("name", ["opdracht", "zelfscan", "inleveren", "beeld", "groei", "rondes"])
def test_a_page_asked_for_too_early_shows_the_way_to_the_start(
    new_installation: Server, page: Page, name: str
) -> None:
    screen.visit(page, f"{new_installation.url}/{name}")

    expect(page.get_by_role("heading", level=1)).to_have_text("Nog even kennismaken")
    page.get_by_role("link", name="Naar de startpagina").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welkom bij ibreflect")


def _judge(page: Page, name: str) -> None:
    screen.assert_accessible(page)
    screen.assert_nothing_sticks_out(page)
    screen.picture(page, f"{screen.DESK.width}-{name}")
