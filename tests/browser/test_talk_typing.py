"""Two windows on one talk: what somebody is typing stays, whatever happens in the other window."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ibreflect.model.guide import Seat
from ibreflect.store.connection import close_stores, open_store
from ibreflect.ui import resources
from ibreflect.usecases import people, planning, preparing, talking
from ibreflect.usecases.conversing import At
from tests.browser import screen
from tests.browser.conftest import StartServer
from tests.usecases import talks


@pytest.fixture
def address(start_server: StartServer, tmp_path: Path) -> str:
    """The address of a talk that goes on, of somebody who works alone."""
    path = tmp_path / "ibreflect.duckdb"
    store, today = open_store(path), resources.today()
    people.introduce(store, name="Noor", school="De Wilg", today=today)
    noor = people.owner(store)
    assert noor
    (school,) = people.my_schools(store, noor)
    wanted = talks.plan_for("Mark", planned_on=today)._replace(school_id=school.school_id)
    found = planning.plan(store, noor, wanted, talks.folder(tmp_path), today=today)
    for seat in Seat:
        preparing.set_ready(
            store, noor, At(found, today, seat), is_ready=True, now=resources.moment()
        )
    at = At(found, today)
    talking.begin(store, noor, at)
    talking.show(store, noor, at, "rollen")
    close_stores()
    return f"{start_server(path).url}/gesprek?gesprek={found}"


def test_half_a_sentence_survives_that_the_other_goes_on(
    browser: Browser, page: Page, address: str
) -> None:
    with screen.page_on(browser, screen.DESK) as other:
        screen.visit(page, address)
        screen.visit(other, address)
        _field(page, "De rollen").click()
        page.keyboard.type("Half een ")

        other.get_by_role("button", name="Wie beslist").click()
        expect(page.get_by_role("heading", name="Wie beslist")).to_be_visible()
        page.keyboard.type("zin")

        expect(_field(page, "De rollen")).to_have_value("Half een zin")
        expect(_field(page, "De rollen")).to_be_focused()

        _field(page, "Wie beslist").click()
        expect(_field(page, "De rollen")).to_be_hidden()
        other.get_by_role("button", name="De rollen").click()
        expect(_field(other, "De rollen")).to_have_value("Half een zin")


def test_the_arrow_keys_turn_the_page_and_leave_text_alone(page: Page, address: str) -> None:
    screen.visit(page, address)
    page.get_by_role("heading", name="Met de leider").click()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="Wie beslist")).to_be_visible()
    _field(page, "Wie beslist").click()
    page.keyboard.type("ab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type("x")
    expect(_field(page, "Wie beslist")).to_have_value("axb")
    expect(page.get_by_role("heading", name="Wie beslist")).to_be_visible()


def test_in_large_type_a_beamer_of_1280_pixels_cuts_nothing_off(page: Page, address: str) -> None:
    """Type of 28 pixels is about 40 high with the room around its line."""
    screen.visit(page, address)
    page.get_by_text("Groot (voor op een scherm)").click()
    heading = page.get_by_role("heading", name="De rollen")
    expect(page.locator(".st-key-gesprek_groot")).to_be_visible()
    assert _type_size(heading) >= 40
    assert _type_size(page.get_by_text("Schrijf zonder namen")) >= 28
    screen.assert_nothing_sticks_out(page)
    screen.assert_accessible(page)


def _field(page: Page, title: str) -> Locator:
    return page.get_by_label(f"Wat is besproken over “{title}”?")


def _type_size(text: Locator) -> float:
    """In pixels of the screen, whatever the measure at which it is shown."""
    size = text.evaluate(
        "each => parseFloat(getComputedStyle(each).fontSize) * (each.currentCSSZoom ?? 1)"
    )
    return float(size)
