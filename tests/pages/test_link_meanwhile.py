"""Answering by a link while something else happens: two tabs, two clicks, a restart, guessing."""

import asyncio
from collections.abc import Iterator

import pytest

from ibreflect.access.links import link
from ibreflect.model.person import Person
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.usecases import drafts, rounds
from tests.pages import by_link
from tests.pages.by_link import Asked
from tests.pages.serving import fresh_process
from tests.store import rounds_with_others as others
from tests.streamlit_client import Tab

_MANY = 20
"""More than enough vain tries to be slowed down the most."""


@pytest.fixture
def asked(store: Store, noor: Person) -> Iterator[Asked]:
    """No process has the database open, so that one of its own can."""
    found = by_link.hand_out(store, noor)
    close_stores()
    yield found
    close_stores()


def test_two_tabs_on_one_link_and_a_late_answer(asked: Asked) -> None:
    token = asked.team[0]

    async def story(address: str) -> str:
        query = asked.query(token)
        async with (
            Tab(address, "meedoen", query=query) as one,
            Tab(address, "meedoen", query=query) as two,
            Tab(address, "meedoen_inleveren", query=query) as last,
        ):
            words = by_link.answer_words(one.text)
            await one.answer(asked.key(token, "MR1"), words[0])
            await two.answer(asked.key(token, "MR2"), words[1])
            await last.run()
            await last.give("inleveren", content=True)
            await two.answer(asked.key(token, "MR3"), words[0])
            return two.text

    with fresh_process(asked.path) as address:
        said = asyncio.run(story(address))

    assert "niet opgeslagen" in said or "Dank je wel" in said
    assert asked.handed_in() == [{"MR1": 1, "MR2": 2}]


def test_a_double_click_hands_in_once(asked: Asked) -> None:
    token = asked.team[0]

    async def story(address: str) -> list[str]:
        async with Tab(address, "meedoen", query=asked.query(token)) as tab:
            await tab.answer(asked.key(token, "MR1"), by_link.answer_words(tab.text)[3])
        query = f"code={token}"
        async with (
            Tab(address, "meedoen_inleveren", query=query) as one,
            Tab(address, "meedoen_inleveren", query=query) as two,
        ):
            both = (one, two)
            await asyncio.gather(*(tab.give("inleveren", content=True) for tab in both))
            await asyncio.gather(*(tab.run() for tab in both))
            return [tab.text for tab in both]

    with fresh_process(asked.path) as address:
        said = asyncio.run(story(address))

    assert all("Dank je wel" in each for each in said)
    assert asked.handed_in() == [{"MR1": 4}]


def test_text_that_comes_too_late_stays_on_the_screen(asked: Asked) -> None:
    token = asked.team[0]
    key = f"{drafts.key(link(token))}:open:meer"

    async def story(address: str) -> tuple[str, str]:
        async with Tab(address, "meedoen", query=asked.query(token)) as tab:
            await tab.answer(asked.key(token, "MR1"), by_link.answer_words(tab.text)[3])
        query = f"code={token}"
        async with (
            Tab(address, "meedoen_inleveren", query=query) as one,
            Tab(address, "meedoen_inleveren", query=query) as two,
        ):
            await one.give("inleveren", content=True)
            await two.give(key, "Vaker meekijken")
            return two.text, two.widget(key).kind

    with fresh_process(asked.path) as address:
        said, kind = asyncio.run(story(address))

    assert "niet opgeslagen" in said
    assert kind == "text_area"
    assert asked.handed_in() == [{"MR1": 4}]


def test_what_was_typed_while_the_server_restarted_is_kept(asked: Asked) -> None:
    token = asked.team[0]
    key = f"{drafts.key(link(token))}:open:meer"
    tabs = []

    async def before(address: str) -> None:
        tab = Tab(address, "meedoen_inleveren", query=f"code={token}")
        async with tab:
            await tab.give(key, "Vaker")
            tabs.append(tab.widget(key).widget_id)

    async def after(address: str) -> None:
        tab = Tab(address, "meedoen_inleveren", query=f"code={token}")
        tab.remember(tabs[0], "Vaker meekijken", "string_value")
        async with tab:
            pass

    with fresh_process(asked.path) as address:
        asyncio.run(before(address))
    with fresh_process(asked.path) as address:
        asyncio.run(after(address))

    assert by_link.kept(open_store(asked.path), token).remarks == {"meer": "Vaker meekijken"}


def test_who_tries_links_waits_and_who_has_one_does_not(asked: Asked) -> None:
    async def opened(address: str, token: str) -> str:
        async with Tab(address, "meedoen", query=f"code={token}") as tab:
            return tab.text

    async def story(address: str) -> tuple[bool, str]:
        await asyncio.gather(*(opened(address, f"poging-{each}") for each in range(_MANY)))
        trying = asyncio.create_task(opened(address, "nog-een-poging"))
        said = await opened(address, asked.team[0])
        waits = not trying.done()
        await trying
        return waits, said

    with fresh_process(asked.path) as address:
        waits, said = asyncio.run(story(address))

    assert waits
    assert "vraagt je mee te kijken" in said


def test_an_answer_after_closing_is_refused_in_words(asked: Asked) -> None:
    store = open_store(asked.path)
    others.finish_scan(store, asked.noor, asked.round_id, {"MR1": 3})
    rounds.close(store, asked.noor, asked.round_id)
    close_stores()

    async def story(address: str) -> str:
        async with Tab(address, "meedoen", query=asked.query(asked.team[0])) as tab:
            return tab.text

    with fresh_process(asked.path) as address:
        assert "De vragen zijn gesloten" in asyncio.run(story(address))
