"""Signing in for real: with a key on a device and with an account elsewhere; and being out."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ibreflect.model.person import Person
from ibreflect.store.connection import close_stores, open_store
from ibreflect.ui import resources
from ibreflect.usecases import signing_in, together
from tests.browser import provider, screen
from tests.browser.server import Server
from tests.usecases.organisation import organisation

_LINK = re.compile(r"http://localhost:\d+/binnen/(\S+)")
_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def make_server(tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """A server with an address by name, as keys and cookies need, not started yet."""
    made: list[Server] = []

    def make() -> Server:
        server = Server(tmp_path / "ibreflect.duckdb")
        server.url = f"http://localhost:{server.port}"
        made.append(server)
        return server

    yield make
    for server in made:
        server.stop()


@pytest.mark.parametrize("window", [screen.DESK, screen.PHONE], ids=["1280", "375"])
def test_a_key_from_the_first_link_to_signing_in_again(
    browser: Browser, make_server: Callable[[], Server], window: screen.Window
) -> None:
    server, width = make_server(), window.width
    _begin_together(server)
    found = _LINK.search(server.log())
    assert found is not None
    with screen.page_on(browser, window) as page:
        _give_device(page)
        screen.visit(page, server.url)
        _see(page, "Aanmelden bij ibreflect", f"aanmelden-start-{width}")
        _come_in(page, found.group(0), width)
        _leave_from_another_window(page, server)

        page.get_by_role("link", name="Aanmelden met een toegangssleutel").click()
        _see(page, "Aanmelden", f"aanmelden-met-sleutel-{width}")
        page.get_by_role("button", name="Aanmelden met een toegangssleutel").click()
        _see(page, "Dag Gijs Bakker")
        screen.visit(page, found.group(0))
        _see(page, "Deze link werkt niet", f"aanmelden-link-gebruikt-{width}")
    assert server.log().count(found.group(1)) == 1  # where the server itself printed it


def test_a_device_without_the_key_is_told_so(
    browser: Browser, make_server: Callable[[], Server]
) -> None:
    server = make_server()
    _begin_together(server)
    with screen.page_on(browser, screen.PHONE) as page:
        _give_device(page)
        page.goto(f"{server.url}/aanmelden")
        page.get_by_role("button").click()
        expect(page.get_by_role("status")).to_contain_text("Probeer het nog eens")
        expect(page.get_by_role("button")).to_be_focused()
        _see(page, "Aanmelden", "aanmelden-mislukt-375")


def test_an_account_elsewhere_from_a_link_to_being_switched_off(
    browser: Browser, make_server: Callable[[], Server], tmp_path: Path
) -> None:
    server = make_server()
    els, token = _els_with_link(server.store)
    with (
        provider.running(tmp_path / "provider.log", els="Els de Boer") as accounts,
        pytest.MonkeyPatch.context() as patch,
        provider.visitor(browser) as page,
    ):
        provider.configure(tmp_path / "home", address=server.url, provider=accounts)
        patch.setenv("HOME", str(tmp_path / "home"))
        server.start()
        screen.visit(page, server.url)
        _sign_in_elsewhere(page, server)
        expect(page.get_by_text("hoort hier nog bij niemand")).to_be_visible()
        _see_at_both(page, "Aanmelden bij ibreflect", "aanmelden-onbekend")

        screen.visit(page, f"{server.url}/binnen/{token}")
        _see_at_both(page, "Welkom bij ibreflect", "aanmelden-koppelen")
        page.get_by_role("button", name="Ja, koppel dit account").click()
        _see(page, "Dag Els")
        _cookies_are_kept_to_the_host(page)

        page.get_by_role("button", name="Afmelden").click()
        page.get_by_role("button", name="End session").click()
        _see(page, "Aanmelden bij ibreflect")
        _sign_in_elsewhere(page, server)
        _see(page, "Dag Els")

        _switch_off(server, els)
        page.get_by_role("link", name="Mijn gegevens").first.click()
        _see(page, "Meld je eerst aan")


def test_an_answer_signed_by_somebody_else_lets_nobody_in(
    browser: Browser, make_server: Callable[[], Server], tmp_path: Path
) -> None:
    server = make_server()
    _els_with_link(server.store)
    with (
        provider.running(tmp_path / "provider.log", els="Els de Boer") as accounts,
        provider.running(tmp_path / "other.log") as other,
        provider.with_keys_of(accounts, other) as forged,
        pytest.MonkeyPatch.context() as patch,
        provider.visitor(browser) as page,
    ):
        provider.configure(tmp_path / "home", address=server.url, provider=forged)
        patch.setenv("HOME", str(tmp_path / "home"))
        server.start()
        screen.visit(page, server.url)
        _sign_in_elsewhere(page, server)
        _see(page, "Aanmelden bij ibreflect")
        expect(page.get_by_text("Je bent bij Microsoft aangemeld")).to_have_count(0)
        assert "__Host-_streamlit_user" not in {each["name"] for each in page.context.cookies()}
    assert "OAuth token exchange failed" in server.log()


def _begin_together(server: Server) -> None:
    together.begin(open_store(server.store), name="Gijs Bakker", now=resources.moment())
    close_stores()
    server.start()


def _come_in(page: Page, link: str, width: int) -> None:
    """Open the link, see the address forget it, and make a key."""
    screen.visit(page, link)
    expect(page).to_have_url(re.compile(r"/binnenkomen$"))
    expect(page.get_by_text("kom je binnen als Gijs Bakker")).to_be_visible()
    _see(page, "Welkom bij ibreflect", f"aanmelden-link-{width}")
    page.get_by_role("link", name="Maak een toegangssleutel").click()
    _see(page, "Maak je toegangssleutel", f"aanmelden-sleutel-{width}")
    page.get_by_role("button", name="Maak een toegangssleutel").click()
    _see(page, "Dag Gijs Bakker", f"aanmelden-binnen-{width}")


def _leave_from_another_window(page: Page, server: Server) -> None:
    """Sign out; another window is out when something is pressed there, and does nothing else."""
    other = page.context.new_page()
    screen.visit(other, f"{server.url}/uitleg")
    page.get_by_role("button", name="Afmelden").click()
    _see(page, "Aanmelden bij ibreflect")
    other.get_by_role("button", name="Afmelden").click()
    _see(other, "Aanmelden bij ibreflect")
    other.close()


def _cookies_are_kept_to_the_host(page: Page) -> None:
    kept = {each["name"]: each for each in page.context.cookies()}
    own = [each for name, each in kept.items() if name.startswith("__Host-")]
    assert {"__Host-ibreflect", "__Host-_streamlit_user"} <= kept.keys()
    assert all(each["secure"] and each["httpOnly"] for each in own)


def _els_with_link(path: Path) -> tuple[Person, str]:
    """The coach of an organisation in a new database, and the secret part of a link of hers."""
    store = open_store(path)
    els = organisation(store).coach
    token = signing_in.make_link(store, None, els.person_id, now=resources.moment())
    close_stores()
    return els, token


def _switch_off(server: Server, person: Person) -> None:
    server.stop()
    store = open_store(server.store)
    store.write(
        lambda work: work.run(
            "update person set is_active = false where person_id = $1", person.person_id
        )
    )
    close_stores()
    server.start()


def _sign_in_elsewhere(page: Page, server: Server) -> None:
    """Press the button, be Els at the provider, and come back."""
    page.get_by_role("button", name="Aanmelden met Microsoft").click()
    page.locator("input[name=sub]").fill("els")
    page.locator("button[type=submit]").first.click()
    expect(page).to_have_url(re.compile(f"^{re.escape(server.url)}/"))
    screen.idle(page)


def _give_device(page: Page) -> None:
    """Let the page have a device that keeps keys and knows the finger of its owner."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("WebAuthn.enable")
    protocol.send("WebAuthn.addVirtualAuthenticator", {"options": _DEVICE})


def _see_at_both(page: Page, title: str, name: str) -> None:
    for window in (screen.PHONE, screen.DESK):
        page.set_viewport_size(window.size)
        _see(page, title, f"{name}-{window.width}")


def _see(page: Page, title: str, name: str = "") -> None:
    """Wait for a title; with a name, judge the page and keep a picture of it."""
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    is_ours = page.get_by_test_id("stApp").count() == 0
    if not is_ours:
        screen.idle(page)
    if not name:
        return
    assert screen.axe(page) == []
    if is_ours:
        screen.PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=screen.PICTURES / f"{name}.png")
        return
    screen.assert_nothing_sticks_out(page)
    screen.picture(page, name)
