"""What is shared as it goes over the line: nothing else, and nothing any more once withdrawn."""

import asyncio
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from ibreflect.access import links
from ibreflect.model.person import Person
from ibreflect.model.sharing import Part, ShareId
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.ui import resources, shared_list
from ibreflect.ui.screens import SHARE, SHARED
from ibreflect.usecases import sharing, signing_in
from ibreflect.usecases.sharing import USUAL, Wish
from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab
from tests.usecases import shared_rounds
from tests.usecases.organisation import Organisation, organisation
from tests.usecases.test_freezing import ONLY_IN, STATEMENTS
from tests.visiting import Browser

SENTENCE = "Dit wordt niet (meer) met je gedeeld."
READ = "Waar de rollen samenkomen"
LEADER, COACH, OTHER_LEADER, AN = "leader", "coach", "other_leader", "an"


class Listening(Tab):
    """A tab that keeps every byte that reached it."""

    heard = b""

    def _take(self, received: bytes) -> bool:
        self.heard += received
        return super()._take(received)


class Place(NamedTuple):
    """The running app, what An shares with whom, and the secrets of who is signed in."""

    address: str
    share_ids: dict[str, ShareId]
    secrets: dict[str, str]

    def tab(self, who: str, of: str = LEADER) -> Listening:
        """Somebody on Met mij gedeeld, where the address asks for the share of `of`."""
        query = f"{shared_list.SHARE}={self.share_ids[of].hex}"
        browser = Browser(self.secrets[who])
        return Listening(self.address, SHARED.name, query=query, browser=browser)

    def owner(self) -> Tab:
        """An on the page Delen."""
        return Tab(self.address, SHARE.name, browser=Browser(self.secrets[AN]))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    path = tmp_path_factory.mktemp("shared") / "ibreflect.duckdb"
    store = open_store(path)
    people = organisation(store)
    share_ids = _share(store, people)
    secrets = {
        who: _sign_in(store, getattr(people, who)) for who in (AN, LEADER, COACH, OTHER_LEADER)
    }
    close_stores()
    with fresh_process(path) as address:
        yield Place(address, share_ids, secrets)


def test_of_what_was_not_shared_no_byte_reaches_the_reader(place: Place) -> None:
    async def story() -> tuple[str, bytes]:
        async with place.tab(LEADER) as tab:
            await tab.run()
            return tab.text, tab.heard

    text, heard = asyncio.run(story())
    assert READ in text
    assert "leercoördinator én trendanalist".encode() in heard
    kept_back = [
        mark for part, marks in ONLY_IN.items() if part is not Part.OVERLAP for mark in marks
    ]
    hidden = [*kept_back, *STATEMENTS, shared_rounds.NOTE, shared_rounds.LEADERS]
    assert not [mark for mark in hidden if mark.encode() in heard]


def test_for_whom_it_is_not_the_link_shows_nothing_of_it(place: Place) -> None:
    async def story(who: str) -> tuple[str, bytes]:
        async with place.tab(who) as tab:
            return tab.text, tab.heard

    # The coach reads of the school in the list of what An shares with the coach.
    for who, marks in ((COACH, ()), (OTHER_LEADER, ("De Wilg",))):
        text, heard = asyncio.run(story(who))
        assert SENTENCE in text
        assert not [mark for mark in (READ, "bouwen stap", *marks) if mark.encode() in heard]


def test_what_is_withdrawn_is_gone_at_the_next_click_in_an_open_tab(place: Place) -> None:
    async def story() -> tuple[str, str, bytes]:
        async with place.tab(COACH, of=COACH) as reading, place.owner() as owner:
            before = reading.text
            await owner.give(f"intrekken:{place.share_ids[COACH].hex}", content=True)
            reading.heard = b""
            await reading.run()
            return before, reading.text, reading.heard

    before, after, heard = asyncio.run(story())
    assert READ in before
    assert SENTENCE in after
    assert READ.encode() not in heard
    assert "leercoördinator én trendanalist".encode() not in heard


def test_the_owner_sees_one_look_of_a_reader_who_clicks_on(place: Place) -> None:
    async def story() -> str:
        async with place.tab(LEADER) as reading:
            for _ in range(3):
                await reading.run()
            async with place.owner() as owner:
                return owner.text

    text = asyncio.run(story())
    _, looks = text.split("Bekeken op:")
    assert looks.count(" uur") == 1


def _share(store: Store, people: Organisation) -> dict[str, ShareId]:
    """Where roles meet, for the schoolleider and for the coach."""
    round_id = shared_rounds.full(store, people.an)
    now, until = resources.moment(), resources.today() + USUAL
    readers = {LEADER: people.leader, COACH: people.coach}
    parts = frozenset({Part.OVERLAP})
    return {
        who: sharing.share(
            store, people.an, round_id, Wish(parts, reader.person_id, until), now=now
        )
        for who, reader in readers.items()
    }


def _sign_in(store: Store, person: Person) -> str:
    secret = links.new_token()
    digest = links.session_digest(secret)
    signing_in.by_passkey(store, digest, person.person_id, now=resources.moment())
    return secret
