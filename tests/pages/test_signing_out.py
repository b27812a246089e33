"""What becomes of a session when somebody signs out, or signs in anew."""

import asyncio
from pathlib import Path

import httpx
import pytest
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from websockets import ConnectionClosed

from ibreflect.access import links
from ibreflect.store.connection import close_stores, open_store
from ibreflect.ui import resources
from ibreflect.usecases import signing_in
from ibreflect.usecases.signing_in import Standing
from ibreflect.web.cookies import COOKIE
from ibreflect.web.entrance import Entrance
from tests.pages.conftest import kept
from tests.pages.serving import fresh_process
from tests.store import scans
from tests.streamlit_client import Tab
from tests.usecases.organisation import cookie_of, organisation
from tests.visiting import Browser


def test_after_signing_out_a_tab_that_was_left_open_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ibreflect.duckdb"
    store = open_store(path)
    an = organisation(store).an
    round_id = scans.begin(store, an)
    secret = cookie_of(store, an)
    close_stores()

    async def story(address: str) -> str:
        one, other = f"{round_id.hex}:LC1:", f"{round_id.hex}:LC2:"
        async with Tab(address, "zelfscan", browser=Browser(secret)) as left_open:
            await left_open.answer(one, "vaak")
            async with Tab(address, "rondes", browser=Browser(secret)) as leaving:
                await leaving.give("afmelden", content=True)
            with pytest.raises(ConnectionClosed):
                await left_open.answer(other, "vaak")
        again = Tab(address, "zelfscan", browser=Browser(secret, left_open.session_id))
        again.remember(left_open.widget(other).widget_id, ["vaak"])
        async with again:
            assert again.session_id != left_open.session_id
            return again.text

    with fresh_process(path) as address:
        said = asyncio.run(story(address))

    assert "Meld je eerst aan" in said
    assert kept(open_store(path), an, round_id) == {"LC1": 4}


def test_who_signs_in_elsewhere_gets_a_new_secret_and_leaves_the_session_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ibreflect.duckdb"
    monkeypatch.setenv("IBREFLECT_STORE", str(path))
    store = open_store(path)
    secret = cookie_of(store, organisation(store).an)

    async def callback(scope: Scope, receive: Receive, send: Send) -> None:
        answer = Response()
        answer.set_cookie("_streamlit_user", "signed", httponly=True, max_age=60)
        await answer(scope, receive, send)

    async def story() -> httpx.Response:
        way = httpx.ASGITransport(app=Entrance(callback))
        async with httpx.AsyncClient(transport=way, base_url="http://localhost") as browser:
            return await browser.get("/", headers={"Cookie": f"{COOKIE}={secret}"})

    answer = asyncio.run(story())
    new = answer.cookies[COOKIE]
    assert new != secret
    assert answer.cookies["__Host-_streamlit_user"] == "signed"
    now = resources.moment()
    assert signing_in.standing(store, links.session_digest(secret), now=now) is Standing.ENDED
    assert signing_in.standing(store, links.session_digest(new), now=now) is Standing.UNKNOWN
    close_stores()
