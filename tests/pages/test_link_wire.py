"""Answering by a link over the bare websocket: forged messages, two tabs, and what leaks."""

import asyncio
from collections.abc import Iterator

import httpx
import pytest

from ibreflect.access.links import link
from ibreflect.model.asking import CONTACT
from ibreflect.model.person import Person
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import answering
from ibreflect.usecases.answering import State
from tests.pages import by_link
from tests.pages.by_link import TODAY, Asked
from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab


@pytest.fixture
def asked(store: Store, noor: Person) -> Iterator[Asked]:
    """No process has the database open, so that one of its own can."""
    found = by_link.hand_out(store, noor)
    close_stores()
    yield found
    close_stores()


def test_opening_a_link_in_every_way_changes_nothing(asked: Asked) -> None:
    before = by_link.kept(open_store(asked.path), asked.team[0])
    close_stores()

    async def look(address: str) -> None:
        for page in ("meedoen", "meedoen_inleveren"):
            for query in (f"code={asked.team[0]}", asked.query(asked.team[0])):
                async with Tab(address, page, query=query) as tab:
                    await tab.run()

    with fresh_process(asked.path) as address:
        for method in ("GET", "HEAD"):
            httpx.request(method, f"{address}/meedoen?code={asked.team[0]}")
        asyncio.run(look(address))

    assert by_link.kept(open_store(asked.path), asked.team[0]) == before
    assert open_store(asked.path).read("select * from draft") == []


@pytest.mark.parametrize(
    ("content", "field"),
    [
        (["heel vaak"], "string_array_value"),
        ([99], "int_array_value"),
        ("helder", "string_value"),
        (["\x00"], "string_array_value"),
    ],
)
def test_what_is_no_answer_is_not_kept(asked: Asked, content: object, field: str) -> None:
    async def story(address: str) -> str:
        async with Tab(address, "meedoen", query=asked.query(asked.team[0])) as tab:
            await tab.give(asked.key(asked.team[0], "MR1"), content, field)
            return tab.text

    with fresh_process(asked.path) as address:
        said = asyncio.run(story(address))

    assert "Traceback" not in said
    assert asked.kept(asked.team[0]) == {}


def test_a_forged_widget_of_what_is_not_asked_is_not_kept(asked: Asked) -> None:
    """The ib'er's own items, a wish without a number, and the button while nothing is filled in."""
    token = asked.team[0]

    async def story(address: str) -> None:
        tab = Tab(address, "meedoen", query=asked.query(token))
        async with tab:
            real = tab.widget(asked.key(token, "MR1")).widget_id
        for forged in ("LC1", "MR1.wens", "PO11.wens", CONTACT):
            tab.remember(real.replace(":MR1:", f":{forged}:"), ["vaak"])
        async with tab:
            await tab.run()
        hand_in = Tab(address, "meedoen_inleveren", query=f"code={token}")
        async with hand_in:
            await hand_in.give("inleveren", content=True)

    with fresh_process(asked.path) as address:
        asyncio.run(story(address))

    assert asked.kept(token) == {}
    assert answering.state(open_store(asked.path), token, today=TODAY) is State.OPEN


@pytest.mark.parametrize(
    "query",
    [
        "code=" + "x" * 100_000,
        "code=%00&deel=%00",
        "code=%ED%A0%80",
        "code=a&code=b",
        "code[]=a",
        "code=../../etc/passwd&deel=../..",
    ],
    ids=lambda query: query[:20],
)
def test_a_hostile_address_leads_nowhere(asked: Asked, query: str) -> None:
    async def story(address: str) -> str:
        async with Tab(address, "meedoen", query=query) as tab:
            return tab.text

    with fresh_process(asked.path) as address:
        said = asyncio.run(story(address))

    assert "Deze link werkt niet" in said
    assert "Traceback" not in asked.log()


def test_a_hostile_part_shows_a_part_of_this_link(asked: Asked) -> None:
    async def story(address: str) -> str:
        query = asked.query(asked.team[0], "learning_coach&deel=%00")
        async with Tab(address, "meedoen", query=query) as tab:
            return tab.text

    with fresh_process(asked.path) as address:
        assert "Jouw antwoorden" in asyncio.run(story(address))


def test_neither_log_nor_screen_tells_the_link_or_the_answers(asked: Asked) -> None:
    token = asked.team[0]

    async def story(address: str) -> list[str]:
        said = []
        async with Tab(address, "meedoen", query=asked.query(token)) as tab:
            await tab.answer(asked.key(token, "MR1"), by_link.answer_words(tab.text)[0])
            said.append(tab.text)
        async with Tab(address, "bestaat_niet", query=f"code={token}") as tab:
            said.append(tab.text)
        async with Tab(address, "meedoen_inleveren", query=f"code={token}") as tab:
            await tab.give("inleveren", content=True)
            said.append(tab.text)
        return said

    with fresh_process(asked.path) as address:
        httpx.get(f"{address}/bestaat_niet?code={token}")
        httpx.get(f"{address}/meedoen/?code={token}", headers={"Range": "kapot"})
        said = asyncio.run(story(address))

    assert "Dank je wel" in said[-1]
    for known in (token, link(token).digest, link(token).draft_id, "MR1", "Traceback"):
        assert known not in asked.log()
    assert not [each for each in said if link(token).digest in each]
