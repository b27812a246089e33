"""Ib'er and schoolleider fill in the mandate map, each in a window of their own, blind.

Nobody sees anything of the other before both have handed in; then both see the same map.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ibreflect.model.questionnaire import RaterGroup
from ibreflect.questionnaires.load import read
from tests.browser import journey, screen, stores
from tests.browser.conftest import StartServer
from tests.browser.hands import Finger, Mouse
from tests.browser.journey import Visitor
from tests.browser.server import ROOT, Server

MAP = read(ROOT / "questionnaires" / "mandaatkaart.yaml").questionnaire
HERS, HIS = "beslissen", "adviseren"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A round that asks the mandate map, of which nothing is answered yet."""
    return stores.with_modules(tmp_path / "ibreflect.duckdb", "mandaatkaart")


@pytest.fixture
def token(path: Path) -> str:
    """The link of the schoolleider."""
    (token,) = stores.links(path, RaterGroup.SCHOOL_LEADER, asked=("mandaatkaart",))
    return token


@pytest.fixture
def asked(start_server: StartServer, path: Path, token: str) -> Server:
    return start_server(path)


def test_the_mandate_map_is_blind_until_both_are_done(
    asked: Server, token: str, browser: Browser
) -> None:
    with (
        screen.page_on(browser, screen.DESK) as desk,
        screen.page_on(browser, screen.PHONE) as phone,
        screen.quiet(desk),
        screen.quiet(phone),
    ):
        her = Visitor(desk, asked.url, Mouse())
        him = Visitor(phone, asked.url, Finger())
        link = f"{asked.url}/meedoen?code={token}"
        screen.visit(desk, f"{asked.url}/anderen")
        her.see("Anderen vragen")
        _judge(desk, "anderen")
        _he_answers_first(him, link)
        expect(phone.get_by_role("heading", name="Jullie mandaatkaart")).to_have_count(0)
        _she_sees_nothing_yet(her)

        _she_answers(her)
        journey.go_to(her, "Mandaatkaart")
        her.see("Mandaatkaart")
        _shows_both(desk)
        _judge(desk, "mandaat")

        screen.visit(phone, link)
        him.see("Dank je wel")
        _shows_both(phone)
        _judge(phone, "meedoen-kaart")

        _they_agree(her)


def _he_answers_first(him: Visitor, link: str) -> None:
    page = him.page
    screen.visit(page, link)
    him.see("Sanne de Vries vraagt je mee te kijken")
    expect(page.get_by_test_id("stExpandSidebarButton")).to_have_count(0)
    _judge(page, "meedoen-begin")
    him.press("Beginnen")
    him.see("Jouw antwoorden")
    _judge(page, "meedoen")
    _answer_first_part(him, HIS)
    screen.visit(page, link.replace("meedoen?", "meedoen_inleveren?"))
    him.see("Overzicht en inleveren")
    _judge(page, "meedoen-inleveren")
    him.press("Antwoorden inleveren")
    him.see("Dank je wel")


def _she_sees_nothing_yet(her: Visitor) -> None:
    """He has handed in; until she has, her page knows nothing of what he chose."""
    journey.go_to(her, "Mandaatkaart")
    her.see("Mandaatkaart")
    expect(her.page.get_by_text("nog blind in")).to_be_visible()
    expect(her.page.get_by_test_id("stVegaLiteChart")).to_have_count(0)
    expect(her.page.get_by_test_id("stTable")).to_have_count(0)
    _judge(her.page, "mandaat-blind")


def _she_answers(her: Visitor) -> None:
    screen.visit(her.page, f"{her.url}/zelfscan?deel={MAP.scales[0].id}")
    her.see("Zelfscan")
    _answer_first_part(her, HERS)
    screen.visit(her.page, f"{her.url}/inleveren")
    her.see("Overzicht en inleveren")
    her.press("Scan inleveren")
    her.see("Mijn beeld")


def _answer_first_part(visitor: Visitor, word: str) -> None:
    """What the ib'er may decide, the same word for each topic."""
    groups = journey.statements(visitor.page)
    expect(groups).to_have_count(len(MAP.scales[0].items))
    for group in groups.all():
        journey.answer(visitor, group, word)
    expect(journey.status(visitor.page)).to_contain_text("Dit deel is klaar")


def _shows_both(page: Page) -> None:
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg").first).to_be_visible()
    table = page.get_by_test_id("stExpander").first
    table.locator("summary").click()
    expect(table.get_by_role("row", name=MAP.scales[0].items[0].self_text)).to_contain_text(HERS)
    expect(table.get_by_role("row", name=MAP.scales[0].items[0].self_text)).to_contain_text(HIS)


def _they_agree(her: Visitor) -> None:
    """She writes down what they agreed; it stands there with its days, also after a reload."""
    page = her.page
    topic = MAP.scales[0].items[0].self_text
    # Keys, because a list that was opened with the mouse closes when the page still scrolls.
    page.get_by_role("combobox", name=topic).focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="meebeslissen", exact=True).click()
    her.press("Leg deze afspraak vast")
    expect(page.get_by_role("heading", name="Zo werken wij")).to_be_visible()
    page.reload()
    agreed = page.get_by_role("table").filter(has_text="meebeslissen")
    expect(agreed.get_by_role("row", name=topic)).to_contain_text("meebeslissen")
    _judge(page, "mandaat-afspraak")


def _judge(page: Page, name: str) -> None:
    screen.assert_accessible(page)
    screen.assert_nothing_sticks_out(page)
    size = page.viewport_size
    assert size is not None
    screen.picture(page, f"{size['width']}-{name}")
