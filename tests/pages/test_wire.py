"""The running app over its own websocket: what no browser would send, and two real tabs."""

import asyncio
import base64
import hashlib
import re
from collections.abc import Iterator
from uuid import UUID

import httpx
import pytest
from websockets import InvalidStatus, Origin, Subprotocol
from websockets.asyncio.client import connect

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given
from ibreflect.model.round import RoundId
from ibreflect.store import framing
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.ui import session
from tests.pages.conftest import everywhere, fill, kept
from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab


class Running:
    """The app on Noor's round, and what is in the database once it has stopped."""

    def __init__(self, store: Store, noor: Person, round_id: RoundId) -> None:
        self.path = store.path
        self.noor = noor
        self.round_id = round_id

    def key(self, item_id: str) -> str:
        """How the key of a statement begins."""
        return f"{self.round_id.hex}:{item_id}:"

    def kept(self) -> dict[str, Given]:
        """The answers on disk."""
        return kept(open_store(self.path), self.noor, self.round_id)

    def texts(self) -> dict[str, str]:
        """The texts on disk."""
        return framing.texts(open_store(self.path), self.round_id)


@pytest.fixture
def running(store: Store, noor: Person, round_id: RoundId) -> Running:
    close_stores()
    return Running(store, noor, round_id)


@pytest.fixture(scope="module")
def front_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with fresh_process(tmp_path_factory.mktemp("front") / "ibreflect.duckdb") as address:
        yield address


def test_an_answer_and_a_change_of_it_are_each_on_disk(running: Running) -> None:
    async def story(address: str) -> str:
        async with Tab(address, "zelfscan") as tab:
            await tab.answer(running.key("LC1"), "soms")
            await tab.answer(running.key("LC1"), "vaak")
            return tab.text

    with fresh_process(running.path) as address:
        said = asyncio.run(story(address))

    assert "Opgeslagen. Nog 7 open in dit deel" in said
    assert running.kept() == {"LC1": 4}


def test_two_tabs_keep_each_others_answers_and_the_newest_wins(running: Running) -> None:
    async def story(address: str) -> None:
        async with Tab(address, "zelfscan") as newer, Tab(address, "zelfscan") as older:
            await newer.answer(running.key("LC1"), "soms")
            await newer.answer(running.key("LC3"), "soms")
            await older.answer(running.key("LC2"), "vaak")
            await older.answer(running.key("LC1"), "bijna altijd")
            await newer.run()

    with fresh_process(running.path) as address:
        asyncio.run(story(address))

    assert running.kept() == {"LC1": 5, "LC2": 4, "LC3": 2}


def test_an_answer_given_while_the_server_was_away_is_saved_on_return(running: Running) -> None:
    async def look(address: str) -> str:
        async with Tab(address, "zelfscan") as tab:
            return tab.widget(running.key("LC1")).widget_id

    async def come_back(address: str, widget_id: str) -> str:
        tab = Tab(address, "zelfscan")
        tab.remember(widget_id, ["regelmatig"])
        async with tab:
            return tab.text

    with fresh_process(running.path) as address:
        widget_id = asyncio.run(look(address))
    with fresh_process(running.path) as address:
        said = asyncio.run(come_back(address, widget_id))

    assert "Opgeslagen." in said
    assert running.kept() == {"LC1": 3}


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (["heel vaak"], "string_array_value"),
        ([99], "int_array_value"),
        ("vaak", "string_value"),
        (4, "int_value"),
    ],
)
def test_what_is_no_answer_never_reaches_the_database(
    running: Running, content: object, field: str
) -> None:
    async def story(address: str) -> str:
        async with Tab(address, "zelfscan") as tab:
            await tab.give(running.key("LC1"), content, field)
            return tab.text

    with fresh_process(running.path) as address:
        said = asyncio.run(story(address))

    assert running.kept() == {}
    assert "Traceback" not in said


def test_forged_texts_and_choices_are_refused(running: Running) -> None:
    async def story(address: str) -> str:
        async with Tab(address, "opdracht") as tab:
            await tab.give(f"tekst:{running.round_id.hex}:opdracht:school", "a" * 4001)
            await tab.give(f"keuze:{running.round_id.hex}:omgeving", "op de maan")
            return tab.text

    with fresh_process(running.path) as address:
        said = asyncio.run(story(address))

    assert "Traceback" not in said
    # Streamlit cuts a text to the length of its field before the page sees it.
    assert running.texts() == {"opdracht:school": "a" * 4000}
    assert framing.choices(open_store(running.path), running.round_id) == {}


@pytest.mark.parametrize(("key", "content"), [(session.SD, 99.0), (session.RELIABILITY, -3.0)])
def test_a_forged_assumption_is_not_reckoned_with(
    running: Running, key: str, content: float
) -> None:
    fill(open_store(running.path), running.noor, running.round_id, everywhere(3))
    close_stores()

    async def story(address: str) -> str:
        async with Tab(address, "groei") as tab:
            await tab.give(key, content)
            return tab.text

    with fresh_process(running.path) as address:
        said = asyncio.run(story(address))

    assert "**0,74**" in said or "kan niet kloppen" in said


def test_forged_eyes_show_nobody(example: Store) -> None:
    close_stores()

    async def story(address: str) -> str:
        async with Tab(address, "beeld") as tab:
            await tab.give(session.VIEWPOINT, str(UUID(int=7)))
            return tab.text

    with fresh_process(example.path) as address:
        said = asyncio.run(story(address))

    assert "Traceback" not in said
    assert f"Dag {UUID(int=7)}" not in said


def test_the_page_speaks_dutch_and_lets_only_its_own_script_run(front_page: str) -> None:
    answer = httpx.get(front_page)
    policy = answer.headers["content-security-policy"]

    assert '<html lang="nl">' in answer.text
    assert "<title>ibreflect</title>" in answer.text
    (script,) = re.findall(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy


def test_every_answer_carries_the_security_headers(front_page: str) -> None:
    for path in ("/", "/healthz", "/_stcore/health", "/nergens.txt"):
        headers = httpx.get(f"{front_page}{path}").headers
        assert headers["x-frame-options"] == "DENY"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-opener-policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/script-health-check"])
def test_what_tells_an_outsider_about_use_stays_closed(front_page: str, path: str) -> None:
    assert httpx.get(f"{front_page}{path}").status_code == 404


def test_a_page_elsewhere_cannot_connect(front_page: str) -> None:
    async def story() -> None:
        stranger = connect(
            f"{front_page.replace('http', 'ws', 1)}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin("http://elders.example"),
        )
        async with stranger:
            pass

    with pytest.raises(InvalidStatus):
        asyncio.run(story())


@pytest.mark.parametrize("path", ["/", "/groei", "/meedoen", "/bestaat_niet"])
def test_every_page_has_its_policy_and_its_language_also_when_a_browser_takes_gzip(
    front_page: str, path: str
) -> None:
    answer = httpx.get(f"{front_page}{path}", headers={"Accept-Encoding": "gzip, deflate, br"})
    assert '<html lang="nl">' in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src")
    assert answer.headers["cache-control"] == "no-store"


def test_no_answer_can_be_put_in_a_frame(front_page: str) -> None:
    for path in ("/", "/groei", "/healthz", "/_stcore/health", "/ophalen/x", "/_stcore/metrics"):
        policy = httpx.get(f"{front_page}{path}").headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "object-src 'none'" in policy
        assert "base-uri 'none'" in policy
