"""A first scan on a phone, by touch: everything fits, can be hit with a finger and is readable."""

from playwright.sync_api import Browser, Page

from tests.browser import journey, screen
from tests.browser.hands import Finger
from tests.browser.journey import Visitor
from tests.browser.server import Server
from tests.browser.stores import kept

# CSS pixels; what a finger hits without aiming (WCAG 2.2 asks 24, Apple and Google advise 44-48).
_FINGER = 44

# The answers of which some line of text reaches outside its own button.
_CUT_OFF = """all => all.filter(button => {
    const text = document.createRange();
    text.selectNodeContents(button.querySelector('p'));
    const outer = button.getBoundingClientRect();
    return [...text.getClientRects()].some(line =>
        line.left < outer.left || line.right > outer.right
        || line.top < outer.top || line.bottom > outer.bottom);
}).map(button => button.innerText)"""


def test_a_whole_first_scan_works_by_touch(server: Server, phone: Page) -> None:
    visitor = Visitor(phone, server.url, Finger())

    with screen.quiet(phone):
        for name in journey.first_scan(visitor):
            _judge(phone, name)
        journey.open_menu(visitor)
        _judge(phone, "menu")
        for name in journey.look_around(visitor):
            _judge(phone, name)

    server.stop()
    on_disk = kept(server.store)
    assert [each.handed_in for each in on_disk.rounds] == [True]
    assert len(on_disk.only_answers) == 32


def test_the_scan_fits_the_smallest_phone(server: Server, browser: Browser) -> None:
    with screen.page_on(browser, screen.SMALL_PHONE) as page:
        visitor = Visitor(page, server.url, Finger())

        for _ in journey.to_the_scan(visitor):
            screen.assert_nothing_sticks_out(page)
        for title in journey.PARTS:
            journey.part_is_shown(page, title)
            journey.answer(visitor, journey.statements(page).first, "bijna altijd")
            screen.assert_nothing_sticks_out(page)
            _assert_answers_can_be_hit(page)
            visitor.hands.press(journey.onwards(page))
        visitor.see("Overzicht en inleveren")
        screen.assert_nothing_sticks_out(page)
        screen.picture(page, f"{screen.SMALL_PHONE.width}-inleveren-met-open-stellingen")


def _judge(page: Page, name: str) -> None:
    screen.assert_accessible(page)
    screen.assert_nothing_sticks_out(page)
    if journey.statements(page).count():
        _assert_answers_can_be_hit(page)
    screen.picture(page, f"{screen.PHONE.width}-{name}")


def _assert_answers_can_be_hit(page: Page) -> None:
    """The five words are as high as a finger, and no answer is cut off."""
    for group in journey.statements(page).all():
        answers = group.get_by_role("radio")
        heights = answers.evaluate_all("all => all.map(each => each.offsetHeight)")
        assert min(heights[:5]) >= _FINGER, heights
        cut_off = answers.evaluate_all(_CUT_OFF)
        assert not cut_off, f"cut off: {cut_off}"
