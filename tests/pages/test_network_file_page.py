"""Netwerk: a code from a coach, a file from a laptop, and the coach who reads it in."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from httpx import Response

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import NETWORK
from ibreflect.usecases import network_inviting
from tests.pages import conftest
from tests.pages.in_process import Client
from tests.pages.talk_scene import sign_in
from tests.pages.visitor import Visitor
from tests.usecases.filed import Desk, Laptop, laptop
from tests.usecases.organisation import ALLIANCE, WILG, Organisation, organisation


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Laptop]:
    with laptop(tmp_path / "laptop") as made:
        yield made


@pytest.fixture
def client(place: Path) -> Iterator[Client]:
    with asyncio.Runner() as runner:
        yield Client(runner)


def _coach(store: Store, folk: Organisation) -> Visitor:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, folk.coach)}
    return visitor.go(NETWORK)


def _fetched(visitor: Visitor, client: Client) -> Response:
    """What the button on the screen leads to."""
    (way,) = [each for each in visitor.text.split() if each.startswith("/ophalen/")]
    found = client.get(way)
    assert found.headers["content-type"] == "application/json"
    return found


def _ask(visitor: Visitor, key: str, code: str, button: str) -> Visitor:
    visitor.app.text_input(key=key).set_value(code)
    next(each for each in visitor.app.button if each.label == button).click().run()
    assert not visitor.app.exception
    return visitor


def test_a_coach_gives_a_code_and_shows_it_again(store: Store, folk: Organisation) -> None:
    visitor = _coach(store, folk)
    assert "Er zijn nog geen deelnamecodes." in visitor.text
    school = visitor.app.selectbox(key="deelname_school")
    school.select_index(school.options.index("De Wilg")).run()
    visitor.press("deelname_maken")
    (code,) = [str(each.value) for each in visitor.app.code]
    (invited,) = network_inviting.invites(store, folk.coach, ALLIANCE, today=resources.today())
    assert code.endswith(invited.ending)
    assert f"**De Wilg**, code … {code[-4:]}: nog geen bestand." in visitor.text
    assert not _coach(store, folk).app.code
    assert [str(each.value) for each in visitor.press("deelname_toon:").app.code] == [code]
    assert "ingetrokken." in visitor.press("deelname_weg:").text
    assert "deelname_toon:" not in [str(each.key) for each in visitor.app.button]


def test_a_coach_reads_files_in_and_each_says_what_came_of_it(
    store: Store, folk: Organisation, own: Laptop
) -> None:
    today = resources.today()
    code = Desk(store, folk).code(WILG, today)
    made = own.file(own.scan(3, today), code, today)
    visitor = _coach(store, folk)
    uploader = visitor.app.file_uploader(key="netwerkbestanden")
    files = [(made.name, made.content), ("<b>*kat*</b>.json", b"{}")]
    uploader.set_value([(name, content, "application/json") for name, content in files]).run()
    visitor.press("netwerk_inlezen")
    (read,) = [str(each.value) for each in visitor.app.success]
    (wrong,) = [str(each.value) for each in visitor.app.warning]
    assert "Deze meetronde telt mee tot en met" in read
    assert wrong.startswith(r"\<b\>\*kat\*\</b\>\.json: ")
    assert "ander soort bestand" in wrong
    assert "bestand ingelezen, telt mee tot en met" in visitor.text


def test_who_is_no_coach_sees_no_codes(store: Store, folk: Organisation) -> None:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, folk.an)}
    assert "eigen computer" not in visitor.go(NETWORK).text


def test_an_iber_without_a_network_makes_a_file(
    store: Store, noor: Person, tmp_path: Path, client: Client
) -> None:
    first = Visitor().go(NETWORK).text
    assert "Meetellen met een bestand kan zodra je een scan hebt ingeleverd." in first
    assert "Maak het bestand" not in first
    round_id = conftest.begin(store, noor, resources.today())
    conftest.fill(store, noor, round_id, conftest.everywhere(4))
    desk = _desk(tmp_path)
    code = desk.code(WILG, resources.today())
    visitor = Visitor().go(NETWORK)
    assert "Je antwoord op één stelling, je teksten en je naam gaan nooit mee." in visitor.text
    _ask(visitor, "netwerkbestand_code", code[:-1], "Maak het bestand")
    assert "heeft 25 tekens" in visitor.text
    _ask(visitor, "netwerkbestand_code", code.lower(), "Maak het bestand")
    scan = _fetched(visitor, client)
    assert f"{code[-4:]}.json" in scan.headers["content-disposition"]
    _ask(visitor, "netwerkstop_code", code, "Stop: laat niets meer meetellen")
    stop = _fetched(visitor, client)
    read = desk.read(scan.content, stop.content, day=resources.today())
    assert [each.is_read for each in read] == [True, True]
    desk.store.close()


def _desk(folder: Path) -> Desk:
    """The installation of the coach, which no page here opens."""
    store = Store(folder / "samen" / "ibreflect.duckdb")
    return Desk(store, organisation(store))
