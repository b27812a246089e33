"""The way through the app that every ib'er goes: from the welcome to the picture."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Locator, Page, expect

from ibreflect.ui.screens import SCREENS
from tests.browser import screen
from tests.browser.hands import Hands

NAME, SCHOOL = "Sanne de Vries", "De Regenboog"
# Every answer there is, in each part: also the three that are no number.
WORDS = (
    "vaak",
    "regelmatig",
    "bijna altijd",
    "soms",
    "niet van toepassing",
    "bijna nooit",
    "kan ik niet beoordelen",
    "ligt bij ons bij een ander",
)
PARTS = ("Leercoördinator", "Trendanalist", "Zorgregisseur", "Waar de rollen samenkomen")


class Visitor(NamedTuple):
    """Somebody at a page, the address of the app, and what they work the page with."""

    page: Page
    url: str
    hands: Hands

    def press(self, name: str) -> None:
        """Press the button with this name."""
        self.hands.press(button(self.page, name))

    def see(self, title: str) -> None:
        """Wait for the page with this title."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(title)
        screen.idle(self.page)


def first_scan(visitor: Visitor) -> Iterator[str]:
    """A whole first scan; stops at each screen it comes by and yields a name for it."""
    yield from to_the_scan(visitor)
    for number, title in enumerate(PARTS, start=1):
        part_is_shown(visitor.page, title)
        if number == 1:
            yield "zelfscan-leeg"
        answer_part(visitor)
        yield f"zelfscan-{number}"
        visitor.hands.press(onwards(visitor.page))
    yield from to_the_picture(visitor)


def to_the_scan(visitor: Visitor) -> Iterator[str]:
    """Introduce oneself, begin a round, and answer one question about the assignment."""
    page = visitor.page
    screen.visit(page, visitor.url)
    visitor.see("Welkom bij ibreflect")
    yield "welkom"
    visitor.hands.write(page.get_by_label("Hoe heet je?"), NAME)
    visitor.hands.write(page.get_by_label("Op welke school werk je?"), SCHOOL)
    visitor.press("Beginnen")
    visitor.see(f"Dag {NAME}")
    yield "start-nieuw"
    visitor.press("Begin deze meetronde")
    visitor.see("Mijn opdracht")
    visitor.hands.write(page.get_by_label("Wat heeft onze school nodig?"), "Rust in de groepen.")
    expect(page.get_by_role("status")).to_have_text("Opgeslagen.")
    yield "opdracht"
    visitor.press("Naar de zelfscan")
    visitor.see("Zelfscan")


def to_the_picture(visitor: Visitor) -> Iterator[str]:
    """From the overview, hand in and look at the picture."""
    visitor.see("Overzicht en inleveren")
    expect(visitor.page.get_by_text("Alle stellingen hebben een antwoord.")).to_be_visible()
    yield "inleveren"
    visitor.press("Scan inleveren")
    visitor.see("Mijn beeld")
    figures_are_drawn(visitor.page, 5)
    yield "beeld"


def look_around(visitor: Visitor) -> Iterator[str]:
    """Every other screen, from the navigation, once the scan is handed in."""
    for link, title, name in (
        ("Mijn tijd", "Mijn tijd", "tijd"),
        ("Anderen vragen", "Anderen vragen", "anderen"),
        ("Samen", "Samen en school", "samen"),
        ("Mandaatkaart", "Mandaatkaart", "mandaat"),
        ("Voor de schoolleider", "Voor de schoolleider", "schoolleider"),
        ("Gesprekskaarten", "Gesprekskaarten", "kaarten"),
        ("Vragenlijsten", "Vragenlijsten", "vragenlijsten"),
        ("Eigen vragenlijsten", "Eigen vragenlijsten", "eigen"),
        ("Groei", "Groei", "groei"),
        ("Meetrondes", "Meetrondes", "rondes"),
        ("Uitleg", "Uitleg", "uitleg"),
        ("Zelfscan", "Je scan is ingeleverd", "zelfscan-ingeleverd"),
        ("Start", f"Dag {NAME}", "start"),
    ):
        go_to(visitor, link)
        visitor.see(title)
        yield name


def go_to(visitor: Visitor, link: str) -> None:
    """Go to the page with this title by the navigation, which on a phone hides behind a menu."""
    here = next(each for each in SCREENS if each.title == link)
    if here.below:
        head = next(each for each in SCREENS if each.name == here.below)
        go_to(visitor, head.title)
        expect(visitor.page).to_have_url(re.compile(f"/{head.name}$"))
        screen.idle(visitor.page)
        beside = visitor.page.locator(".st-key-ernaast")
        visitor.hands.press(beside.get_by_role("link", name=link, exact=True))
        return
    open_menu(visitor)
    visitor.hands.press(visitor.page.get_by_role("link", name=link, exact=True).first)


def open_menu(visitor: Visitor) -> None:
    """Open the menu where the navigation hides behind one, unless it is open already."""
    menu = visitor.page.get_by_test_id("stExpandSidebarButton")
    if menu.is_visible():
        visitor.hands.press(menu)
        expect(visitor.page.get_by_role("link", name="Start", exact=True)).to_be_in_viewport()


def answer_part(visitor: Visitor) -> None:
    """Answer every statement of the part on the screen, each time until it is saved."""
    groups = statements(visitor.page)
    left = groups.count()
    for group, word in zip(groups.all(), WORDS, strict=True):
        answer(visitor, group, word)
        left -= 1
        saved = f"Opgeslagen. Nog {left} open in dit deel" if left else "Opgeslagen. "
        expect(status(visitor.page)).to_contain_text(saved)


def answer(visitor: Visitor, group: Locator, word: str) -> None:
    """Choose a word and wait until the page shows it as chosen."""
    visitor.hands.choose(group, word)
    expect(chosen(group)).to_have_text(word)


def part_is_shown(page: Page, title: str) -> None:
    """Wait for a part of the scan: its heading and all its statements."""
    expect(page.get_by_role("heading", name=title, level=2)).to_be_visible()
    expect(statements(page)).to_have_count(8)
    screen.idle(page)


def figures_are_drawn(page: Page, number: int) -> None:
    """Wait until this many figures are on the page."""
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg")).to_have_count(number)
    screen.idle(page)


def statements(page: Page) -> Locator:
    """The radio groups of the scan."""
    return page.locator(".st-key-stellingen").get_by_role("radiogroup")


def chosen(group: Locator) -> Locator:
    """The answer that is chosen in a group."""
    return group.get_by_role("radio", checked=True)


def status(page: Page) -> Locator:
    """The line at the bottom that says what is saved."""
    return page.get_by_test_id("stBottom").get_by_role("status")


def button(page: Page, name: str) -> Locator:
    """The button with exactly this name."""
    return page.get_by_role("button", name=name, exact=True)


def onwards(page: Page) -> Locator:
    """The button to the next part or, after the last one, to the overview."""
    return page.get_by_role("button", name=re.compile(r"^(Verder naar|Naar overzicht) "))
