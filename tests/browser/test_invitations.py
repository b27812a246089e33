"""Asking others from the first name to what a group said: the ib'er, the mail, and a phone."""

import email
import re
from collections.abc import Iterator
from email import policy
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ibreflect.store.connection import close_stores, open_store
from ibreflect.ui import resources
from ibreflect.usecases import answering, fill_in, people, rounds
from tests.browser import journey, screen, stores
from tests.browser.conftest import StartServer
from tests.browser.hands import Finger, Keyboard, Mouse
from tests.browser.journey import Visitor
from tests.browser.server import Server
from tests.unit import mail_reading
from tests.unit.mail_server import HOST, MailServer

NAMES = ("Tom", "Anna", "Els", "Jan", "Bo")
REMARK = "Samen voorbereiden helpt mij echt."


@pytest.fixture
def post() -> Iterator[MailServer]:
    server = MailServer()
    with server.running():
        yield server


@pytest.fixture
def unasked(start_server: StartServer, tmp_path: Path) -> Server:
    """The app with a round of which others are asked nothing yet."""
    return start_server(stores.with_modules(tmp_path / "ibreflect.duckdb", "rolhelderheid"))


@pytest.fixture
def mailing(tmp_path: Path, post: MailServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The app with a mail server, and an own scan that is handed in."""
    path = stores.with_modules(tmp_path / "ibreflect.duckdb", "rolhelderheid")
    _hand_in_own_scan(path)
    server = Server(path)
    for name, content in {
        "SMTP_HOST": HOST,
        "SMTP_PORT": str(post.port),
        "SMTP_SECURITY": "none",
        "MAIL_FROM": "ibreflect@school.nl",
        "ADDRESS": server.url,
    }.items():
        monkeypatch.setenv(f"IBREFLECT_{name}", content)
    server.start()
    yield server
    server.stop()


def test_from_a_pasted_list_to_what_a_group_said(
    mailing: Server, post: MailServer, browser: Browser
) -> None:
    with screen.page_on(browser, screen.DESK) as desk, screen.quiet(desk):
        _ask(Visitor(desk, mailing.url, Mouse()))
    tokens = _tokens(post)
    assert len(tokens) == len(NAMES)
    with screen.page_on(browser, screen.PHONE) as phone, screen.quiet(phone):
        _answer_on_a_phone(Visitor(phone, mailing.url, Finger()), tokens[0])
        screen.visit(phone, f"{mailing.url}/anderen")
        _judge(phone, "anderen-loopt")

    mailing.stop()
    _others_answer(mailing.store, tokens[1:])
    mailing.start()
    with screen.page_on(browser, screen.DESK) as desk, screen.quiet(desk):
        _end(Visitor(desk, mailing.url, Mouse()))
        _look_at_what_they_said(Visitor(desk, mailing.url, Mouse()))
    log = mailing.log()
    assert not [token for token in tokens if token in log]


def test_the_way_to_the_links_by_keyboard_alone(unasked: Server, page: Page) -> None:
    iber = Visitor(page, unasked.url, Keyboard(page))
    screen.visit(page, f"{unasked.url}/anderen")
    iber.hands.write(_field(page), "Karim")
    iber.press("Zet op de lijst")
    expect(page.get_by_text("Karim", exact=True)).to_be_visible()
    iber.press("Begin met vragen")
    iber.press("Maak de links voor 1 persoon")
    expect(page.get_by_test_id("stCode")).to_contain_text("Hallo Karim,")
    page.get_by_role("tab", name="Teksten om te kopiëren").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".blad")).to_be_visible()
    _judge(page, "anderen-bladen")
    _printed(page)
    iber.press("Ik heb ze: terug naar de lijst")
    expect(page.get_by_text("Iedereen op de lijst heeft een link.")).to_be_visible()
    expect(page.locator(".blad")).to_have_count(0)
    iber.press("Haal Karim weg")
    iber.press("Ja, haal van de lijst")
    expect(page.get_by_text("Karim", exact=True)).to_have_count(0)


def test_the_button_to_get_no_more_mail_works_under_its_policy(mailing: Server, page: Page) -> None:
    with screen.quiet(page):
        page.goto(f"{mailing.url}/afmelden/onbekend")
        page.get_by_role("button", name="Stuur mij geen mail meer").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Dat is geregeld")
        assert not screen.axe(page)


def _hand_in_own_scan(path: Path) -> None:
    store = open_store(path)
    owner = people.owner(store)
    assert owner is not None
    (mine,) = rounds.mine(store, owner)
    for part in fill_in.scan(store, owner, mine.round_id).questionnaires:
        for item in part.items:
            fill_in.save(store, owner, mine.round_id, item_id=item.id, given=3)
    fill_in.hand_in(store, owner, mine.round_id)
    close_stores()


def _ask(iber: Visitor) -> None:
    page = iber.page
    screen.visit(page, f"{iber.url}/anderen")
    _judge(page, "anderen-leeg")
    group = page.get_by_role("combobox", name="Wie wil je erbij zetten?")
    group.focus()
    page.keyboard.press("ArrowDown")
    page.get_by_role("option", name="leraren", exact=True).click()
    expect(page.get_by_text("Leraren met wie je dit jaar")).to_be_visible()
    iber.hands.write(_field(page), "\n".join(f"{name}; {name}@school.nl" for name in NAMES))
    iber.press("Zet op de lijst")
    expect(page.get_by_text("Tom, Tom@school.nl")).to_be_visible()
    iber.hands.write(page.get_by_label("Mailadres van die persoon"), "sanne@school.nl")
    _judge(page, "anderen-lijst")
    iber.press("Begin met vragen")
    iber.press("Verstuur de mail nu aan 5 mensen")
    expect(page.get_by_text("De mail is verstuurd aan 5 mensen.")).to_be_visible()
    _judge(page, "anderen-verstuurd")


def _answer_on_a_phone(visitor: Visitor, token: str) -> None:
    page = visitor.page
    screen.visit(page, f"{visitor.url}/m/{token}")
    visitor.see("Sanne de Vries vraagt je mee te kijken")
    screen.assert_accessible(page)
    visitor.press("Beginnen")
    visitor.see("Jouw antwoorden")
    contact = page.locator(".st-key-stelling_vooraf").get_by_role("radiogroup")
    journey.answer(visitor, contact, "elke week")
    for position in range(3):
        journey.answer(visitor, journey.statements(page).nth(position), _second_word(page))
    screen.assert_accessible(page)
    screen.visit(page, f"{visitor.url}/meedoen_inleveren?code={token}")
    visitor.hands.write(page.get_by_role("textbox").first, REMARK)
    expect(page.get_by_text("Opgeslagen").first).to_be_visible()
    screen.assert_accessible(page)
    visitor.press("Antwoorden inleveren")
    visitor.see("Dank je wel")


def _second_word(page: Page) -> str:
    return str(journey.statements(page).first.get_by_role("radio").nth(1).inner_text())


def _others_answer(path: Path, tokens: list[str]) -> None:
    store, today = open_store(path), resources.today()
    for token in tokens:
        visit = answering.visit(store, token, today=today)
        for item in visit.sheet.items:
            answering.save(store, visit, item_id=item.id, given=4, today=today)
        answering.hand_in(store, token, today=today)
    close_stores()


def _end(iber: Visitor) -> None:
    page = iber.page
    screen.visit(page, f"{iber.url}/anderen")
    page.get_by_text("Meer tijd geven, of eerder sluiten").click()
    iber.press("Sluit het vragen nu …")
    expect(page.get_by_role("dialog")).to_be_visible()
    iber.press("Ja, sluit het vragen")
    expect(page.get_by_text("Het vragen is gesloten.")).to_be_visible()
    _judge(page, "anderen-gesloten")


def _look_at_what_they_said(iber: Visitor) -> None:
    page = iber.page
    screen.visit(page, f"{iber.url}/spiegel")
    iber.see("Met anderen")
    expect(page.get_by_text("leraren").first).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg").first).to_be_visible()
    assert REMARK not in page.locator("body").inner_text()  # one writer is not shown
    screen.assert_accessible(page)


def _printed(page: Page) -> None:
    """On paper only the sheet is left, with a code of 45 mm."""
    page.emulate_media(media="print")
    try:
        expect(page.locator(".blad")).to_be_visible()
        for gone in ("Teksten om te kopiëren", "Ik heb ze: terug naar de lijst", "Anderen vragen"):
            expect(page.get_by_text(gone, exact=True).first).to_be_hidden()
        box = page.locator(".blad img").bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == pytest.approx((45 / 25.4 * 96,) * 2, abs=1)
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf())) == 1
    finally:
        page.emulate_media(media="screen")


def _tokens(post: MailServer) -> list[str]:
    mails = [email.message_from_bytes(each, policy=policy.default) for each in post.contents]
    return [re.findall(r"/m/([\w-]+)", mail_reading.text(each))[0] for each in mails]


def _field(page: Page) -> Locator:
    fields = page.get_by_label("Namen of mailadressen, één per regel")
    # Another group is another field; the earlier one stays until the page is drawn to its end.
    expect(fields).to_have_count(1)
    return fields


def _judge(page: Page, name: str) -> None:
    screen.assert_accessible(page)
    screen.assert_nothing_sticks_out(page)
    size = page.viewport_size
    assert size is not None
    screen.picture(page, f"{size['width']}-{name}")
