"""Two at a table over the line: each follows the other, and hears nothing that stayed private."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple
from uuid import uuid4

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ibreflect.model.conversation import ConversationId
from ibreflect.model.guide import Seat
from ibreflect.model.log import Content, Entry, Kind
from ibreflect.model.person import Person
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.ui import resources, session
from ibreflect.ui.screens import TALK
from ibreflect.usecases import log_entries, people
from tests.pages import talk_scene
from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab
from tests.usecases.organisation import cookie_of, organisation
from tests.visiting import Browser

OWNER, PARTNER = Seat
FOLLOWED, TYPED, QUIET, BROKEN, PRIVATE = "followed", "typed", "quiet", "broken", "private"
UNREADY, CONSIDERED, LOGGED = "ooievaar", "roerdomp", "wielewaal"
BROUGHT, TOLD = "koekoek", "leeuwerik"


class Following(Tab):
    """A tab with the clock of a browser in the hands of the test; it keeps every byte it got.

    `every` is how often, in seconds, a browser would look by itself for a fragment of the page.
    """

    heard = b""
    every: dict[str, float]

    def _take(self, received: bytes) -> bool:
        self.heard += received
        message = ForwardMsg.FromString(received)
        if message.WhichOneof("type") == "auto_rerun":
            self.every = {message.auto_rerun.fragment_id: message.auto_rerun.interval}
        return super()._take(received)

    async def tick(self) -> None:
        """One look, as a browser does by itself; when there is news the page comes with it."""
        (fragment_id,) = self.every
        await self.run(fragment_id)


class Place(NamedTuple):
    """The running app, the conversations in it by name, and the secrets of who is signed in."""

    address: str
    talks: dict[str, ConversationId]
    secrets: dict[Seat, str]

    def tab(self, seat: Seat, name: str) -> Following:
        """Somebody at a table."""
        query = f"{session.CONVERSATION}={self.talks[name]}"
        return Following(self.address, TALK.name, query=query, browser=Browser(self.secrets[seat]))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("talk")
    store = open_store(folder / "ibreflect.duckdb")
    folk = organisation(store)
    _log(store, folk.an)
    tables = {}
    for days, name in enumerate((FOLLOWED, TYPED, QUIET, BROKEN, PRIVATE)):
        on = resources.today() + timedelta(days=days)
        table = talk_scene.planned(store, folk.an, folk.leader, folder, planned_on=on)
        table.fill(OWNER, {"koers": UNREADY if name == PRIVATE else BROUGHT})
        table.fill(PARTNER, {"zicht": TOLD, "overweging": CONSIDERED})
        table.ready(*((PARTNER,) if name == PRIVATE else Seat))
        tables[name] = table.conversation_id
    secrets = {OWNER: cookie_of(store, folk.an), PARTNER: cookie_of(store, folk.leader)}
    close_stores()
    with fresh_process(store.path) as address:
        yield Place(address, tables, secrets)


def test_what_one_does_is_on_the_screen_of_the_other_at_the_next_look(place: Place) -> None:
    """A browser looks every second, so the other sees it within two."""

    async def story() -> tuple[list[str], list[float]]:
        read = []
        async with place.tab(OWNER, FOLLOWED) as an, place.tab(PARTNER, FOLLOWED) as cas:
            every = list(cas.every.values())
            for tab, other, key, content in (
                (an, cas, "begin", True),
                (an, cas, "thema_rollen", True),
                (an, cas, "klok_aan", True),
                (an, cas, "besproken:", "We delen dit beeld."),
                (cas, an, "pen_", True),
                (cas, an, "besproken:", "En dit ook."),
                (cas, an, "ja_afronden", True),
            ):
                await tab.give(key, content)
                await other.tick()
                read.append(other.text)
            return read, every

    (begun, theme, clock, said, pen, more, ended), every = asyncio.run(story())
    assert every == [1]
    assert "Jullie zijn allebei klaar" not in begun
    assert {BROUGHT, TOLD} <= set(begun.split())
    assert "Zet de klok op 10 minuten" in theme
    assert 'role="timer"' in clock
    assert "We delen dit beeld." in said
    assert "Cas schrijft" in pen
    assert "En dit ook." in more
    assert "Het gesprek is afgerond." in ended


def test_what_was_typed_stays_while_the_page_follows(place: Place) -> None:
    """An types about the roles; Cas goes to another theme and takes the pen before it is kept."""

    async def story() -> tuple[str, str, str]:
        async with place.tab(OWNER, TYPED) as an, place.tab(PARTNER, TYPED) as cas:
            await an.give("begin", content=True)
            await an.give("thema_rollen", content=True)
            await cas.tick()
            await cas.give("thema_mandaat", content=True)
            await an.tick()
            # A browser keeps the field of the roles on the screen, and sends it when it is left.
            await an.give("besproken:", "Half een zin")
            await cas.tick()
            await cas.give("thema_rollen", content=True)
            kept = cas.text
            await an.tick()
            await cas.give("pen_", content=True)
            await an.give("besproken:", "Half een zin en verder")
            await an.tick()
            refused = an.text
            await an.give("pen_", content=True)
            await cas.tick()
            return kept, refused, cas.text

    kept, refused, joined = asyncio.run(story())
    assert "Half een zin" in kept
    assert "Dit is nog niet bewaard." in refused
    assert "Half een zin en verder" in joined


def test_a_look_without_news_draws_nothing(place: Place) -> None:
    async def story() -> list[str]:
        async with place.tab(PARTNER, QUIET) as tab:
            await tab.tick()
            return tab.kinds

    # The one delta is the place of the fragment, which stays empty while no clock runs.
    told = ["new_session", "delta", "script_finished"]
    assert [each for each in asyncio.run(story()) if each != "session_status_changed"] == told


def test_after_a_broken_connection_everything_is_there_again(place: Place) -> None:
    """A browser that connects again is new to the server: all it shows comes from the store."""

    async def story() -> str:
        async with place.tab(OWNER, BROKEN) as an:
            async with place.tab(PARTNER, BROKEN) as cas:
                await cas.give("begin", content=True)
            await an.tick()
            await an.give("thema_rollen", content=True)
            await an.give("besproken:", "Terwijl Cas weg was.")
        async with place.tab(PARTNER, BROKEN) as cas:
            return cas.text

    assert "Terwijl Cas weg was." in asyncio.run(story())


def test_no_byte_of_what_stayed_private_reaches_the_other(place: Place) -> None:
    """An's preparation was not ready, Cas's consideration not brought, the log not on the table."""

    async def story(name: str) -> tuple[bytes, bytes]:
        async with place.tab(PARTNER, name) as cas, place.tab(OWNER, name) as an:
            await cas.give("begin", content=True)
            for key in ("thema_rollen", "thema_mandaat", "thema_tijd", "thema_begin"):
                await cas.give(key, content=True)
                await an.tick()
            return an.heard, cas.heard

    an, cas = asyncio.run(story(PRIVATE))
    assert TOLD.encode() in an
    assert not [word for word in (UNREADY, CONSIDERED, LOGGED) if word.encode() in cas + an]

    an, cas = asyncio.run(story(QUIET))
    assert BROUGHT.encode() in cas
    assert not [word for word in (CONSIDERED, LOGGED) if word.encode() in an + cas]


def _log(store: Store, an: Person) -> None:
    """Something in An's log, which is never put on a table here."""
    today = resources.today()
    (school,) = people.my_schools(store, an)
    content = Content(Kind.BUMPY_MOMENT, today, LOGGED)
    log_entries.add(store, an, Entry(uuid4(), school, content), today=today)
