"""Whatever happens between two answers, every answer that was called saved is still there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import journey, screen
from tests.browser.conftest import StartServer
from tests.browser.journey import button, chosen, statements, status
from tests.browser.server import Server
from tests.browser.stores import introduced, kept, started
from tests.browser.wire import Wire


@pytest.fixture
def server(start_server: StartServer, tmp_path: Path) -> Server:
    """The app for somebody who has begun a round and answered nothing yet."""
    return start_server(started(tmp_path / "ibreflect.duckdb"))


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    """A wire to the app that can be cut."""
    wire = Wire(server.port)
    yield wire
    wire.close()


def test_a_reload_comes_back_to_the_same_part_with_its_answers(server: Server, page: Page) -> None:
    _open_scan(page, server.url)
    journey.onwards(page).click()
    journey.part_is_shown(page, "Trendanalist")
    _answer(page, 0, "soms")
    _answer(page, 1, "ligt bij ons bij een ander")

    page.reload()
    journey.part_is_shown(page, "Trendanalist")
    expect(chosen(statements(page).nth(0))).to_have_text("soms")
    expect(chosen(statements(page).nth(1))).to_have_text("ligt bij ons bij een ander")

    # The address names the part; without it the newest answer says where she was.
    screen.visit(page, f"{server.url}/zelfscan")
    journey.part_is_shown(page, "Trendanalist")


def test_a_second_tab_shows_every_saved_answer(server: Server, page: Page) -> None:
    _open_scan(page, server.url)
    _answer(page, 0, "vaak")
    _answer(page, 1, "niet van toepassing")

    other = page.context.new_page()
    _open_scan(other, server.url)

    expect(chosen(statements(other).nth(0))).to_have_text("vaak")
    expect(chosen(statements(other).nth(1))).to_have_text("niet van toepassing")
    expect(status(other)).to_have_text("Opgeslagen. Nog 6 open in dit deel, 30 in totaal.")


def test_a_tab_left_behind_does_not_overwrite_a_newer_answer(server: Server, page: Page) -> None:
    _open_scan(page, server.url)
    _answer(page, 0, "soms")
    other = page.context.new_page()
    _open_scan(other, server.url)
    _change(other, 0, "bijna altijd")
    _answer(other, 2, "regelmatig")  # what was sent before it is saved too

    # After a restart the first tab sends all that it still shows, its old answer too.
    _restart(server, page)
    _answer(page, 1, "vaak")

    server.stop()
    assert kept(server.store).only_answers == {"LC1": 5, "LC2": 4, "LC3": 3}


def test_a_server_that_is_killed_loses_no_saved_answer(server: Server, page: Page) -> None:
    _open_scan(page, server.url)
    _answer(page, 0, "vaak")
    _answer(page, 1, "kan ik niet beoordelen")
    _answer(page, 2, "soms")

    _restart(server, page)
    _answer(page, 3, "regelmatig")
    expect(status(page)).to_have_text("Opgeslagen. Nog 4 open in dit deel, 28 in totaal.")

    server.kill()
    answers = kept(server.store).only_answers
    assert answers == {"LC1": 4, "LC2": "kan_niet_beoordelen", "LC3": 2, "LC4": 3}


def test_an_answer_can_be_changed_right_after_a_restart(server: Server, page: Page) -> None:
    _open_scan(page, server.url)
    _answer(page, 0, "vaak")

    _restart(server, page)
    _change(page, 0, "soms")
    _answer(page, 1, "regelmatig")

    expect(chosen(statements(page).first)).to_have_text("soms")
    server.stop()
    assert kept(server.store).only_answers == {"LC1": 2, "LC2": 3}


def test_a_laptop_that_was_closed_goes_on_where_it_was(
    server: Server, wire: Wire, page: Page
) -> None:
    _open_scan(page, wire.url)
    _answer(page, 0, "vaak")

    wire.cut()
    app = page.get_by_test_id("stApp")
    expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    # What cannot be saved now cannot be clicked either.
    expect(statements(page).nth(1).get_by_role("radio").first).to_be_disabled()
    wire.mend()
    screen.idle(page)
    expect(chosen(statements(page).first)).to_have_text("vaak")
    _answer(page, 1, "soms")

    server.stop()
    assert kept(server.store).only_answers == {"LC1": 4, "LC2": 2}


def test_a_double_click_hands_in_once(
    start_server: StartServer, tmp_path: Path, page: Page
) -> None:
    server = start_server(started(tmp_path / "ibreflect.duckdb", answered=32))
    screen.visit(page, f"{server.url}/inleveren")

    with screen.quiet(page):
        button(page, "Scan inleveren").dblclick()
        expect(page.get_by_role("heading", level=1)).to_have_text("Mijn beeld")
        journey.figures_are_drawn(page, 5)

    expect(page.get_by_role("alert")).to_have_count(0)
    server.stop()
    on_disk = kept(server.store)
    assert [each.handed_in for each in on_disk.rounds] == [True]
    assert len(on_disk.only_answers) == 32


def test_a_double_click_begins_one_round(
    start_server: StartServer, tmp_path: Path, page: Page
) -> None:
    server = start_server(introduced(tmp_path / "ibreflect.duckdb"))
    screen.visit(page, server.url)

    with screen.quiet(page):
        button(page, "Begin deze meetronde").dblclick()
        expect(page.get_by_role("heading", level=1)).to_have_text("Mijn opdracht")
        screen.idle(page)

    expect(page.get_by_role("alert")).to_have_count(0)
    server.stop()
    assert len(kept(server.store).rounds) == 1


def _open_scan(page: Page, url: str) -> None:
    screen.visit(page, f"{url}/zelfscan")
    expect(statements(page)).to_have_count(8)
    screen.idle(page)


def _answer(page: Page, position: int, word: str) -> None:
    """Answer a statement that has no answer yet, and wait until the page calls it saved."""
    before = status(page).inner_text()
    _change(page, position, word)
    expect(status(page)).not_to_have_text(before)
    expect(status(page)).to_contain_text("Opgeslagen.")
    expect(chosen(statements(page).nth(position))).to_have_text(word)


def _change(page: Page, position: int, word: str) -> None:
    """Choose an answer; the page looks the same before and after it is saved."""
    statements(page).nth(position).get_by_role("radio", name=word, exact=True).click()


def _restart(server: Server, page: Page) -> None:
    """kill -9 and start again on the same port, until the page has drawn itself again."""
    statements(page).first.evaluate("group => group.dataset.drawn = 'before the restart'")
    server.kill()
    expect(page.get_by_test_id("stApp")).not_to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    server.start()
    expect(page.locator("[data-drawn]")).to_have_count(0)
    screen.idle(page)
