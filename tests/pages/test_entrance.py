"""Who comes near the running app: by which names, from where, with whose cookie and session."""

import asyncio
from collections.abc import Iterator
from http import HTTPStatus

import httpx
import pytest
from websockets import ConnectionClosed, InvalidStatus, Origin, Subprotocol
from websockets.asyncio.client import connect

from ibreflect.access import links
from ibreflect.store.connection import close_stores, open_store
from ibreflect.web.cookies import COOKIE
from tests.pages.serving import fresh_process
from tests.streamlit_client import Tab
from tests.usecases.organisation import cookie_of, organisation
from tests.visiting import Browser

ELSEWHERE = "https://elders.example"


class Installation:
    """The running app in which several people work, and the secrets of who is signed in."""

    def __init__(self, address: str, an: str, fay: str) -> None:
        self.address = address
        self.an = an
        self.fay = fay


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    path = tmp_path_factory.mktemp("together") / "ibreflect.duckdb"
    store = open_store(path)
    people = organisation(store)
    secrets = [cookie_of(store, person) for person in (people.an, people.administrator)]
    close_stores()
    with fresh_process(path) as address:
        yield Installation(address, *secrets)


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with fresh_process(tmp_path_factory.mktemp("alone") / "ibreflect.duckdb") as address:
        yield address


@pytest.mark.parametrize("origin", [ELSEWHERE, None, "null", "http://127.0.0.1.nip.example"])
@pytest.mark.parametrize("mode", ["alone", "together"])
def test_a_page_elsewhere_opens_no_websocket(
    alone: str, together: Installation, mode: str, origin: str | None
) -> None:
    address = alone if mode == "alone" else together.address
    with pytest.raises(InvalidStatus):
        asyncio.run(_knock(address, origin=origin))


@pytest.mark.parametrize("mode", ["alone", "together"])
def test_another_name_for_this_computer_leads_nowhere(
    alone: str, together: Installation, mode: str
) -> None:
    address = alone if mode == "alone" else together.address
    for path in ("/", "/groei", "/_stcore/host-config", "/m/abc"):
        answer = httpx.get(f"{address}{path}", headers={"Host": "rebound.example"})
        assert (answer.status_code, answer.text) == (HTTPStatus.NOT_FOUND, "Niet gevonden")
        assert answer.headers["x-content-type-options"] == "nosniff"
    with pytest.raises(InvalidStatus):
        asyncio.run(_knock(address, origin="http://rebound.example", host="rebound.example"))


@pytest.mark.parametrize(
    "header",
    [{"X-Forwarded-For": "203.0.113.7"}, {"X-Forwarded-Host": "scan.example"}, {"Forwarded": "x"}],
)
def test_alone_nobody_comes_in_through_a_proxy(alone: str, header: dict[str, str]) -> None:
    answer = httpx.get(f"{alone}/", headers=header)
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert "Alleen op de computer zelf" in answer.text


def test_alone_there_is_no_cookie(alone: str) -> None:
    assert COOKIE not in httpx.get(f"{alone}/").headers.get("set-cookie", "")


def test_a_browser_gets_a_secret_once_that_only_goes_back_here_over_tls(
    together: Installation,
) -> None:
    first = httpx.get(f"{together.address}/")
    (cookie,) = [each for each in first.headers.get_list("set-cookie") if COOKIE in each]
    secret = cookie.removeprefix(f"{COOKIE}=").split(";")[0]
    assert cookie.split("; ")[1:] == ["Path=/", "Secure", "HttpOnly", "SameSite=Lax"]
    assert len(secret) == 43
    assert secret not in first.text

    again = httpx.get(f"{together.address}/", headers={"Cookie": f"{COOKIE}={secret}"})
    assert COOKIE not in again.headers.get("set-cookie", "")


def test_whoever_is_signed_in_sees_their_own_pages_and_nobody_else_does(
    together: Installation,
) -> None:
    assert "Een nieuwe meetronde" in _text(together, "rondes", secret=together.an)
    assert "Meld je eerst aan" in _text(together, "rondes")
    assert "Meld je eerst aan" in _text(together, "rondes", secret=links.new_token())
    assert "Deze pagina is er niet." in _text(together, "rondes", secret=together.fay)


def test_a_browser_cannot_say_itself_whose_session_it_has(together: Installation) -> None:
    forged = {"X-Ibreflect-Session": links.session_digest(together.an)}

    async def story() -> str:
        tab = Tab(together.address, "rondes", browser=Browser(headers=forged))
        async with tab:
            return tab.text

    assert "Meld je eerst aan" in asyncio.run(story())


@pytest.mark.parametrize("secret", ["", "of-another-browser"])
def test_the_id_of_somebody_elses_tab_leads_to_a_new_one(
    together: Installation, secret: str
) -> None:
    async def story() -> tuple[str, str, str]:
        async with Tab(together.address, "rondes", browser=Browser(together.an)) as hers:
            thief = Tab(together.address, "rondes", browser=Browser(secret, hers.session_id))
            async with thief:
                return hers.session_id, thief.session_id, thief.text

    hers, his, said = asyncio.run(story())
    assert hers
    assert hers != his
    assert "Meld je eerst aan" in said


def test_a_tab_that_comes_back_goes_on_with_its_own_session(together: Installation) -> None:
    async def story() -> tuple[str, str]:
        async with Tab(together.address, "rondes", browser=Browser(together.an)) as tab:
            first = tab.session_id
        again = Tab(together.address, "rondes", browser=Browser(together.an, first))
        async with again:
            return first, again.session_id

    first, again = asyncio.run(story())
    assert first == again


def test_emptied_caches_large_messages_and_many_tabs_hinder_nobody(
    together: Installation,
) -> None:
    async def story() -> str:
        async with Tab(together.address, "rondes", browser=Browser(together.an)) as hers:
            async with Tab(together.address) as stranger:
                for _ in range(50):
                    await stranger.clear_caches()
            async with Tab(together.address) as stranger:
                with pytest.raises(ConnectionClosed):
                    await stranger.send_raw(b"x" * 26_000_000)
            for _ in range(20):
                async with Tab(together.address):
                    pass
            await hers.run()
            return hers.text

    assert "Een nieuwe meetronde" in asyncio.run(story())


def _text(place: Installation, page: str, secret: str = "") -> str:
    async def story() -> str:
        async with Tab(place.address, page, browser=Browser(secret)) as tab:
            return tab.text

    return asyncio.run(story())


async def _knock(address: str, *, origin: str | None, host: str | None = None) -> None:
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    extra = {"Host": host} if host else None
    async with connect(
        stream,
        subprotocols=[Subprotocol("streamlit")],
        origin=Origin(origin) if origin else None,
        additional_headers=extra,
    ):
        pass
