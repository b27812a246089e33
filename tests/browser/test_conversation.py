"""A whole reflectiegesprek of an ib'er and a schoolleider, each in a browser of their own.

Apart and blind, then at one table on two screens that stay in step, up to what it leads to.
"""

import contextlib
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Locator, expect
from pypdf import PdfReader

from ibreflect.ui import resources
from tests.browser import screen, table
from tests.browser.conftest import StartServer
from tests.browser.server import Server
from tests.browser.table import OWNER, PARTNER, Place, Side, follows
from tests.browser.wire import Wire

# Words that stand nowhere else, so that finding one in what a browser got means that it leaked.
LOGGED, HER_NOTE, HIS_NOTE, CONSIDERED = "wielewaal", "karekiet", "ooievaar", "roerdomp"
HER_COURSE, HIS_VIEW = "koekoek in de klas", "leeuwerik boven het plein"
SAID, ADDED = "De analyse maken we samen.", "De schoolleider sluit aan."
GOAL = "Ik stel eerst twee vragen"
LOOK_POINT, TOPIC = "helpt? leraren om van en met elkaar te leren", "Een methode kiezen"
SAID_ABOUT = "Wie beslist waarover”?"
TOLD = Callable[[str, object], None]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """An and Cas at one school, with nothing planned yet."""
    return table.place(tmp_path / "ibreflect.duckdb", LOGGED)


@pytest.fixture
def server(start_server: StartServer, place: Place) -> Server:
    """The app for An and Cas."""
    return start_server(place.store)


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    """The wire of Cas to the app, which can be cut."""
    wire = Wire(server.port)
    yield wire
    wire.close()


def test_a_reflectiegesprek_from_planning_to_what_it_leads_to(
    browser: Browser,
    server: Server,
    wire: Wire,
    place: Place,
    record_property: TOLD,
) -> None:
    with (
        table.sit(browser, place, OWNER, server.url, screen.DESK) as an,
        table.sit(browser, place, PARTNER, wire.url, screen.DESK) as cas,
    ):
        _plan(an)
        _prepare_apart(an, cas)
        _begin(an, cas, record_property)
        _talk(an, cas, record_property)
        _lose_the_line(an, cas, wire)
        _end(an, cas, record_property)
        _agree(an, cas, record_property)
        _fetch_the_report(an)
        _what_it_leads_to(an, cas)
        for word in (CONSIDERED, HIS_NOTE):
            assert not an.knows(word)
        for word in (LOGGED, HER_NOTE):
            assert not cas.knows(word)
        assert an.knows(HIS_VIEW)  # what may be known is found in the same way
        assert cas.knows(HER_COURSE)


def _plan(an: Side) -> None:
    an.open("gesprekken")
    an.press("Plan dit gesprek")
    an.see("Het gesprek is gepland")
    expect(an.heading("Reflectiegesprek, met Cas", level=3)).to_be_visible()


def _prepare_apart(an: Side, cas: Side) -> None:
    """Each fills in; until both are ready neither browser has got a word of the other."""
    for side in (an, cas):
        side.open("gesprekken")
        side.go("Voorbereiden")
        expect(side.heading("Voorbereiden", level=1)).to_be_visible()
    _fill(an, "Waar wil je met je rol naartoe?", HER_COURSE, "bijna altijd")
    _fill(cas, "Wanneer vind jij het onderwijs op deze school goed?", HIS_VIEW, "soms")
    cas.write("Waarin weet de ib'er evenveel van onderwijs als jij", CONSIDERED)
    for side, note in ((an, HER_NOTE), (cas, HIS_NOTE)):
        side.unfold("Mijn aantekeningen (alleen jij ziet dit)")
        side.write("Voor jezelf, bij dit gesprek", note)
        side.see("Opgeslagen.")
    cas.press("Ik ben klaar")
    cas.see("Je voorbereiding is klaar. An is nog bezig")
    an.page.reload()
    expect(an.page.get_by_label("Waar wil je met je rol naartoe?")).to_have_value(HER_COURSE)
    assert not any(an.knows(word) for word in (HIS_VIEW, HIS_NOTE, CONSIDERED))
    assert not any(cas.knows(word) for word in (HER_COURSE, HER_NOTE, LOGGED))


def _fill(side: Side, question: str, answer: str, word: str) -> None:
    side.write(question, answer)
    side.see("open vragen: 1 van")
    point = side.page.get_by_role("radiogroup", name=re.compile(LOOK_POINT))
    point.get_by_role("radio", name=word, exact=True).click()
    expect(point.get_by_role("radio", checked=True)).to_have_text(word)
    screen.idle(side.page)


def _begin(an: Side, cas: Side, told: TOLD) -> None:
    """Being ready and beginning are seen by the other at once."""
    an.press("Ik ben klaar")
    follows(cas.page.get_by_text("Jullie zijn allebei klaar"), "that An is ready too", told)
    for side in (an, cas):
        side.go("Naar het gesprek")
        expect(side.page.get_by_text(HER_COURSE)).to_be_visible()
        expect(side.page.get_by_text(HIS_VIEW)).to_be_visible()
    an.press("Begin het gesprek")
    follows(_theme(cas, "Wie beslist waarover"), "that the talk began", told)


def _talk(an: Side, cas: Side, told: TOLD) -> None:
    """A theme shown by Cas, a decision and words by An, then words by Cas with the pen."""
    _theme(cas, "Rollen en waar ze samenkomen").click()
    follows(an.heading("Rollen en waar ze samenkomen"), "the theme that Cas chose", told)
    expect(an.page.get_by_test_id("stVegaLiteChart").locator("svg").first).to_be_visible()
    _theme(an, "Wie beslist waarover").click()
    follows(cas.heading("Wie beslist waarover"), "the theme that An chose", told)
    _decide(an, "meebeslissen")
    decided = (
        cas.page.get_by_role("listitem").filter(has_text=TOPIC).filter(has_text="meebeslissen")
    )
    follows(decided, "what was decided", told)
    an.write(SAID_ABOUT, SAID)
    follows(cas.page.get_by_text(SAID), "what An wrote", told)
    cas.press("Ik schrijf")
    follows(an.page.get_by_text("Cas schrijft"), "that Cas has the pen", told)
    expect(cas.page.get_by_label(SAID_ABOUT)).to_have_value(SAID)
    cas.write(SAID_ABOUT, f"{SAID} {ADDED}")
    follows(an.page.get_by_text(ADDED), "what Cas wrote", told)


def _decide(side: Side, word: str) -> None:
    topic = side.page.get_by_role("combobox", name=re.compile(TOPIC))
    option = side.page.get_by_role("option", name=word, exact=True)
    for _ in range(6):  # a list that is opened while the page is drawn anew is shut again
        topic.focus()
        side.page.keyboard.press("ArrowDown")
        with contextlib.suppress(Error):
            option.click(timeout=8000)
            break
    side.see("Opgeslagen.")


def _lose_the_line(an: Side, cas: Side, wire: Wire) -> None:
    """Cas is away while An goes on; back again, and after a reload, Cas is where An is."""
    screen.idle(cas.page)
    wire.cut()
    expect(_app(cas)).not_to_have_attribute("data-test-connection-state", "CONNECTED")
    _theme(an, "Vragen stellen en sturen").click()
    expect(an.heading("Vragen stellen en sturen")).to_be_visible()
    wire.mend()
    expect(cas.heading("Vragen stellen en sturen")).to_be_visible()
    cas.page.reload()
    expect(cas.heading("Vragen stellen en sturen")).to_be_visible()
    _theme(an, "Wie beslist waarover").click()
    expect(cas.page.get_by_label(SAID_ABOUT)).to_have_value(f"{SAID} {ADDED}")


def _end(an: Side, cas: Side, told: TOLD) -> None:
    an.press("Rond het gesprek af")
    an.press("Ja, rond af")
    follows(cas.page.get_by_text("Het gesprek is afgerond."), "that the talk ended", told)
    for side in (an, cas):
        side.go("Naar het verslag")
        expect(side.heading("Het verslag")).to_be_visible()


def _agree(an: Side, cas: Side, told: TOLD) -> None:
    """An goal and a next conversation by Cas, who still has the pen; then each confirms."""
    cas.write("Wat ga ik doen?", GOAL)
    next_on = resources.today() + timedelta(days=60)
    day = cas.page.get_by_role("group", name="Wanneer is het volgende gesprek?")
    day.get_by_role("spinbutton").first.click()
    cas.page.keyboard.type(f"{next_on:%d%m%Y}")
    cas.page.keyboard.press("Tab")
    cas.press("Zet deze afspraken in het verslag")
    follows(an.page.get_by_text(f"Doel 1. {GOAL}"), "the goal", told)
    an.press("Dit klopt: ik bevestig het verslag")
    an.see("Nu Cas nog.")
    follows(cas.page.get_by_text("An heeft dit verslag bevestigd."), "that An confirmed", told)
    cas.press("Dit klopt: ik bevestig het verslag")
    follows(an.page.get_by_text("De doelen staan bij Doelen"), "that both confirmed", told)


def _fetch_the_report(an: Side) -> None:
    an.press("Maak een PDF")
    with an.page.expect_download() as fetched:
        an.go("Haal verslag.pdf op")
    assert fetched.value.suggested_filename == "verslag.pdf"
    (printed,) = PdfReader(fetched.value.path()).pages
    assert GOAL in printed.extract_text()


def _what_it_leads_to(an: Side, cas: Side) -> None:
    an.open("doelen")
    expect(an.heading(GOAL, level=3)).to_be_visible()
    an.open("mandaat")
    agreed = an.page.get_by_role("table").filter(has_text="meebeslissen")
    expect(agreed.get_by_role("row", name=TOPIC)).to_contain_text("meebeslissen")
    for side in (an, cas):
        side.open("gesprekken")
        other = table.NAMES[PARTNER if side is an else OWNER]
        both = side.heading(f"Reflectiegesprek, met {other}", level=3)
        expect(both).to_have_count(2)


def _theme(side: Side, title: str) -> Locator:
    """The button of a theme; behind its title may stand how much differs there."""
    return side.page.get_by_role("button", name=re.compile(f"^{title}"))


def _app(side: Side) -> Locator:
    return side.page.get_by_test_id("stApp")
