"""Twenty people at once, each with a word of their own: it reaches their own screen and no log."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import httpx
import pytest

from ibreflect.access import links
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.store import memberships
from ibreflect.store.connection import Store, Transaction, close_stores, open_store
from ibreflect.ui import resources
from ibreflect.usecases import framing, signing_in
from tests.pages.conftest import LONG_AGO, begin, everywhere
from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab
from tests.usecases.organisation import organisation
from tests.visiting import Browser

NUMBER = 20
PAGES = ("start", "opdracht", "zelfscan", "rondes", "groei", "samen", "gegevens", "bestaat_niet")


class Bird(NamedTuple):
    """Somebody with a word of their own in their name, their school and what they wrote."""

    number: int
    secret: str
    round_id: UUID

    @property
    def word(self) -> str:
        return _word(self.number)


class Flock(NamedTuple):
    """The running app, everybody in it, and where its log goes."""

    address: str
    birds: tuple[Bird, ...]
    log: Path


@pytest.fixture(scope="module")
def flock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flock]:
    path = tmp_path_factory.mktemp("flock") / "ibreflect.duckdb"
    store = open_store(path)
    organisation(store)
    birds = tuple(_bird(store, number) for number in range(NUMBER))
    close_stores()
    with fresh_process(path) as address:
        yield Flock(address, birds, path.with_suffix(".log"))


def test_nobody_is_sent_the_word_of_somebody_else(flock: Flock) -> None:
    async def story() -> list[bytes]:
        return await asyncio.gather(*(_walk(flock.address, bird) for bird in flock.birds))

    words = {bird.number: bird.word.encode() for bird in flock.birds}
    for bird, heard in zip(flock.birds, asyncio.run(story()), strict=True):
        assert words.pop(bird.number) in heard
        assert not [word for word in words.values() if word in heard]
        words[bird.number] = bird.word.encode()


def test_no_log_holds_what_was_typed_who_is_there_or_what_lets_them_in(flock: Flock) -> None:
    """Also when addresses are odd, messages are broken and pages do not exist."""
    bird = flock.birds[0]

    async def story() -> None:
        async with Tab(flock.address, "opdracht", browser=Browser(bird.secret)) as tab:
            await tab.give(f"tekst:{bird.round_id.hex}:opdracht:school", f"{bird.word} getypt")
            await tab.give(f"keuze:{bird.round_id.hex}:omgeving", f"{bird.word} vervalst")
            await tab.send_raw(b"\xff" + bird.word.encode())

    asyncio.run(story())
    cookie = {"Cookie": f"__Host-ibreflect={bird.secret}"}
    for path in ("/groei", "/bestaat/niet", "/ophalen", "/m", "/afmelden", "/_stcore/upload_file"):
        httpx.get(f"{flock.address}{path}/{bird.word}?code={bird.word}", headers=cookie)
        httpx.post(f"{flock.address}{path}/{bird.word}", content=bird.word, headers=cookie)
    log = flock.log.read_text(encoding="utf-8")
    for known in (bird.word, bird.secret, links.session_digest(bird.secret), bird.round_id.hex):
        assert known not in log


def _bird(store: Store, number: int) -> Bird:
    person = Person(UUID(int=1000 + number), f"Naam {_word(number)}")
    school_id = UUID(int=2000 + number)

    def work(transaction: Transaction) -> None:
        transaction.run(_ADD_PERSON, person.person_id, person.name)
        transaction.run(_ADD_SCHOOL, school_id, f"School {_word(number)}")
        since = Membership(person.person_id, Position.IB_COORDINATOR, school_id, LONG_AGO, None)
        memberships.add(transaction, since)

    store.write(work)
    round_id = begin(store, person, school=f"School {_word(number)}")
    framing.save_text(
        store, person, round_id, topic="opdracht:school", body=f"Tekst {_word(number)}"
    )
    secret = links.new_token()
    digest = links.session_digest(secret)
    signing_in.by_passkey(store, digest, person.person_id, now=resources.moment())
    return Bird(number, secret, round_id)


_ADD_PERSON = "insert into person (person_id, name) values ($1, $2)"
_ADD_SCHOOL = "insert into school (school_id, name) values ($1, $2)"


def _word(number: int) -> str:
    return f"kanarie{number:03}zq"


async def _walk(address: str, bird: Bird) -> bytes:
    """Everything that the server sends to one browser, from page to page and while answering."""
    heard = b""
    for page in PAGES:
        async with _Listening(address, page, browser=Browser(bird.secret)) as tab:
            if page == "zelfscan":
                for item in list(everywhere(3))[:3]:
                    await tab.answer(f"{bird.round_id.hex}:{item}:", "vaak")
            heard += tab.heard
    return heard


class _Listening(Tab):
    """A tab that keeps every byte the server sends."""

    heard = b""

    def _take(self, received: bytes) -> bool:
        self.heard += received
        return super()._take(received)
