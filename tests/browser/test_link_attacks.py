"""A link in a real browser: a double click, two tabs, and where the link itself shows up."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store import voices
from ibreflect.store.connection import close_stores, open_store
from ibreflect.usecases import people, rounds
from tests.browser import journey, screen, stores
from tests.browser.conftest import StartServer
from tests.browser.server import Server

HOSTILE = "<b>=1+1</b>"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return stores.with_modules(tmp_path / "ibreflect.duckdb", "rolhelderheid")


@pytest.fixture
def token(path: Path) -> str:
    store = open_store(path)
    store.write(lambda work: work.run("update person set name = $1", HOSTILE))
    close_stores()
    return stores.links(path, RaterGroup.TEACHER, 3)[0]


@pytest.fixture
def server(start_server: StartServer, path: Path, token: str) -> Server:
    return start_server(path)


def test_a_strange_name_is_text_and_the_link_stays_in_the_address(
    server: Server, token: str, page: Page
) -> None:
    asked_for: list[Request] = []
    page.on("request", lambda each: asked_for.append(each))  # noqa: PLW0108 -- a built-in method is refused
    screen.visit(page, f"{server.url}/meedoen?code={token}")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{HOSTILE} vraagt je mee te kijken")
    assert token not in page.title()
    assert token not in page.locator("body").inner_text()
    assert not [each for each in asked_for if token in each.headers.get("referer", "")]
    assert all(str(server.port) in each.url for each in asked_for)


def test_a_double_click_hands_in_once_and_the_other_tab_is_told(
    server: Server, token: str, page: Page
) -> None:
    address = f"{server.url}/meedoen?code={token}&deel=role_clarity"
    screen.visit(page, address)
    _choose(page, 0)
    expect(journey.status(page)).to_contain_text("Opgeslagen.")
    other = page.context.new_page()
    screen.visit(other, address)

    screen.visit(page, f"{server.url}/meedoen_inleveren?code={token}")
    journey.button(page, "Antwoorden inleveren").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel")
    _choose(other, 1)
    expect(other.get_by_role("alert").first).to_contain_text("niet opgeslagen")

    server.stop()
    store = open_store(server.store)
    owner = people.owner(store)
    assert owner is not None
    round_id = rounds.mine(store, owner)[0].round_id
    heard = store.write(lambda work: voices.given_in(work, round_id))
    close_stores()
    assert [len(given) for given in heard[RaterGroup.TEACHER]] == [1]
    assert token not in server.log()


def test_no_strange_page_holds_the_questions_in_a_frame(
    server: Server, token: str, page: Page
) -> None:
    address = f"{server.url}/meedoen?code={token}"
    page.set_content(f'<iframe src="{address}" title="vragen"></iframe>')
    (framed,) = page.frames[1:]
    assert framed.url.startswith("chrome-error:")


def _choose(page: Page, position: int) -> None:
    journey.statements(page).nth(position).get_by_role("radio").first.click()
