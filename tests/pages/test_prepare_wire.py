"""Preparing over the line, where an answer runs only its own field: kept, undone, and unheard."""

import asyncio
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from ibreflect.model.conversation import ConversationId
from ibreflect.model.guide import Seat
from ibreflect.store.connection import close_stores, open_store
from ibreflect.ui import session
from ibreflect.ui.screens import PREPARE
from tests.pages import talk_scene
from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab
from tests.usecases.organisation import cookie_of, organisation
from tests.visiting import Browser

OWNER, PARTNER = Seat
OWNERS_WORD, OWNERS_DOUBT = "ooievaar", "wielewaal"


class Place(NamedTuple):
    """The running app, the conversation in it, and the secrets of who is signed in."""

    address: str
    conversation_id: ConversationId
    secrets: dict[Seat, str]

    def tab(self, seat: Seat) -> "Hearing":
        """Somebody who prepares."""
        query = f"{session.CONVERSATION}={self.conversation_id}"
        return Hearing(self.address, PREPARE.name, query=query, browser=Browser(self.secrets[seat]))

    def key(self, seat: Seat, topic: str) -> str:
        """The key of the field for a topic."""
        return f"{self.conversation_id.hex}:{seat}:{topic}"


class Hearing(Tab):
    """A tab that keeps every byte it got."""

    heard = b""

    def _take(self, received: bytes) -> bool:
        self.heard += received
        return super()._take(received)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("prepare")
    store = open_store(folder / "ibreflect.duckdb")
    folk = organisation(store)
    table = talk_scene.planned(store, folk.an, folk.leader, folder)
    table.fill(OWNER, {"koers": OWNERS_WORD, "twijfel": OWNERS_DOUBT, "mee:twijfel": "ja"})
    table.ready(OWNER)
    secrets = {OWNER: cookie_of(store, folk.an), PARTNER: cookie_of(store, folk.leader)}
    close_stores()
    with fresh_process(store.path) as address:
        yield Place(address, table.conversation_id, secrets)


def test_an_answer_is_chosen_taken_away_and_chosen_again(place: Place) -> None:
    point = place.key(PARTNER, "punt:r1")

    async def story() -> list[str]:
        read = []
        async with place.tab(PARTNER) as cas:
            for chosen in (["deels"], [], ["helemaal"]):
                await cas.give(point, chosen)
                read.append(cas.text)
        async with place.tab(PARTNER) as again:
            read.append(again.text)
        return [text.replace("\\", "") for text in read]

    chosen, cleared, changed, again = asyncio.run(story())
    assert "punten: 1 van 5 gekozen" in chosen
    assert "punten: 0 van 5 gekozen" in cleared
    assert "punten: 1 van 5 gekozen" in changed
    assert "punten: 1 van 5 gekozen" in again
    assert "Opgeslagen. Nog ongeveer" in chosen


def test_a_text_can_be_what_it_was_before(place: Place) -> None:
    question = place.key(PARTNER, "zicht")

    async def story() -> str:
        async with place.tab(PARTNER) as cas:
            for body in ("Eerst.", "Toen.", "Eerst."):
                await cas.give(question, body)
        async with place.tab(PARTNER) as again:
            return repr(again.heard)

    heard = asyncio.run(story())
    assert "Eerst." in heard
    assert "Toen." not in heard


def test_nothing_that_the_other_wrote_comes_over_the_line(place: Place) -> None:
    async def story() -> bytes:
        async with place.tab(PARTNER) as cas:
            for topic, content in (("zicht", "Iets."), ("overweging", "Iets anders.")):
                await cas.give(place.key(PARTNER, topic), content)
            await cas.run()
            return cas.heard

    heard = asyncio.run(story())
    assert b"Wat zie je" in heard
    for word in (OWNERS_WORD, OWNERS_DOUBT, "Waarheen"):
        assert word.encode() not in heard
