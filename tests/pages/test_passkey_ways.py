"""Our own addresses for keys: looking tells and changes nothing, and the rest is refused alike."""

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from ibreflect.access import links
from ibreflect.access.guessing import FREE_MISSES, Guesses
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import passkeys, signing_in
from ibreflect.web import ceremony
from ibreflect.web.cookies import COOKIE
from tests.pages.key_browser import KeyBrowser
from tests.store.scans import contents
from tests.usecases.organisation import Organisation, organisation

PAGES = ("/aanmelden", "/sleutel/eerste", "/sleutel")
NewBrowser = Callable[[], KeyBrowser]


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def new_browser(everybody: Organisation, monkeypatch: pytest.MonkeyPatch) -> Iterator[NewBrowser]:
    monkeypatch.setattr(ceremony, "GUESSES", Guesses())
    with asyncio.Runner() as runner:
        yield lambda: KeyBrowser(runner)


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def new_link(store: Store, person: Person) -> str:
    return signing_in.make_link(store, None, person.person_id, now=now())


def who(store: Store, browser: KeyBrowser) -> Person | None:
    return signing_in.person(store, links.session_digest(browser.secret), now=now())


def come_in(store: Store, browser: KeyBrowser, person: Person) -> None:
    browser.get(f"/binnen/{new_link(store, person)}")
    assert browser.press("/sleutel/eerste").json() == {"naar": "/"}


def test_from_the_first_link_to_signing_in_again(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    browser, token = new_browser(), new_link(store, everybody.an)
    way = browser.get(f"/binnen/{token}")
    assert (way.status_code, way.headers["location"]) == (303, "/binnenkomen")
    assert browser.press("/sleutel/eerste").json() == {"naar": "/"}
    assert who(store, browser) == everybody.an
    (key,) = passkeys.mine(store, everybody.an)
    assert key.label == "Windows"

    first = browser.secret
    assert browser.press("/aanmelden").json() == {"naar": "/"}
    assert browser.secret != first
    assert who(store, browser) == everybody.an
    browser.take(first)
    assert who(store, browser) is None  # what was signed in with the cookie before, has ended


def test_the_secret_given_to_a_browser_beforehand_signs_nobody_in(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    browser, planted = new_browser(), links.new_token()
    come_in(store, browser, everybody.an)
    browser.take(planted)
    assert browser.press("/aanmelden").status_code == 200
    assert browser.secret != planted
    assert signing_in.person(store, links.session_digest(planted), now=now()) is None


def test_one_more_key_by_who_just_signed_in(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    browser = new_browser()
    assert "Meld je eerst aan" in browser.press("/sleutel").json()["melding"]
    come_in(store, browser, everybody.an)
    secret = browser.secret
    assert browser.press("/sleutel").json() == {"naar": "/gegevens"}
    assert browser.secret == secret
    assert len(passkeys.mine(store, everybody.an)) == 2


def test_a_link_looks_like_any_other_and_looking_changes_nothing(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    token = new_link(store, everybody.an)
    before = contents(store)
    told = set()
    for each in (token, links.new_token(), links.new_token()):
        answer = new_browser().get(f"/binnen/{each}")
        held = [(name, value.replace(each, "")) for name, value in answer.headers.multi_items()]
        told.add((answer.status_code, answer.text, tuple(held)))
        assert each not in answer.headers["location"]
        assert answer.headers["referrer-policy"] == "no-referrer"
    assert len(told) == 1
    assert contents(store) == before


@pytest.mark.parametrize(
    "odd", ["%0d%0aSet-Cookie:%20a=b", "%3b%20Path=x", "%00", "caf%C3%A9", "x" * 60_000, "%ff"]
)
def test_an_odd_link_is_no_cookie_of_its_own(new_browser: NewBrowser, odd: str) -> None:
    answer = new_browser().get(f"/binnen/{odd}")
    assert answer.headers["location"] == "/binnenkomen"
    (cookie, *_) = answer.headers.get_list("set-cookie")
    name, value = cookie.partition(";")[0].split("=")
    assert name == ceremony.LINK_COOKIE
    assert set(value) <= set("0DdAaSsEeTtCcOoKkIiBbPpHhXxFf23_-")
    assert len(value) <= 100


def test_pages_hold_no_script_of_their_own_and_say_so(new_browser: NewBrowser) -> None:
    browser = new_browser()
    for path in PAGES:
        answer = browser.get(path)
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self';" in policy
        assert answer.headers["cache-control"] == "no-store"
        assert '<script src="/sleutel.js" defer></script>' in answer.text
        assert answer.text == browser.get(path).text
    script = browser.get("/sleutel.js")
    assert script.headers["content-type"] == "text/javascript; charset=utf-8"


def test_the_cookie_is_kept_to_this_host_and_from_scripts(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    browser = new_browser()
    browser.get(f"/binnen/{new_link(store, everybody.an)}")
    set_cookies = browser.press("/sleutel/eerste").headers.get_list("set-cookie")
    for name in (COOKIE, ceremony.LINK_COOKIE):
        (cookie,) = [each for each in set_cookies if each.startswith(f"{name}=")]
        assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
        assert "samesite=lax" in cookie.lower()
        assert "domain" not in cookie.lower()
    assert any("Max-Age=0" in each for each in set_cookies)  # the link is gone from the browser


def test_what_comes_from_another_page_or_without_a_cookie_is_refused(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    browser = new_browser()
    come_in(store, browser, everybody.an)
    before = contents(store)
    for origin in ("https://evil.example", "null", "http://localhost", ""):
        for page in PAGES:
            for step in ("vraag", "antwoord"):
                assert browser.post(f"{page}/{step}", origin=origin).status_code == 403
    stranger = new_browser()
    assert "cookies" in stranger.post("/aanmelden/vraag").json()["melding"]
    assert contents(store) == before


def test_a_challenge_is_for_one_browser_and_one_time(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    mine, other = new_browser(), new_browser()
    come_in(store, mine, everybody.an)
    mine.get("/aanmelden")
    other.get("/aanmelden")
    asked = mine.post("/aanmelden/vraag").text
    answer = mine.device.show(asked, "https://localhost")
    assert "te lang" in other.post("/aanmelden/antwoord", answer).json()["melding"]
    assert mine.post("/aanmelden/antwoord", answer).status_code == 200
    assert "te lang" in mine.post("/aanmelden/antwoord", answer).json()["melding"]


def test_too_much_is_not_read(new_browser: NewBrowser) -> None:
    browser = new_browser()
    browser.get("/aanmelden")
    browser.post("/aanmelden/vraag")
    answer = browser.post("/aanmelden/antwoord", "x" * 70_000)
    assert "te groot" in answer.json()["melding"]


def test_links_that_do_not_work_are_told_apart_by_nobody(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    used, replaced = new_link(store, everybody.an), new_link(store, everybody.bo)
    new_link(store, everybody.bo)
    first = new_browser()
    first.get(f"/binnen/{used}")
    first.press("/sleutel/eerste")
    told = set()
    for token in (used, replaced, links.new_token(), ""):
        browser = new_browser()
        browser.get(f"/binnen/{token}")
        answer = browser.press("/sleutel/eerste")
        told.add((answer.status_code, answer.text))
    assert len(told) == 1
    assert told.pop()[0] == 403


def test_who_guesses_waits_and_who_has_a_link_does_not(
    store: Store, everybody: Organisation, new_browser: NewBrowser
) -> None:
    guesser, an = new_browser(), new_browser()
    for _ in range(FREE_MISSES):
        guesser.get(f"/binnen/{links.new_token()}")
        guesser.press("/sleutel/eerste")
    moment = time.monotonic()
    assert ceremony.GUESSES.delay("127.0.0.1", now=moment) > 0
    come_in(store, an, everybody.an)
    assert an.press("/aanmelden").status_code == 200


def test_alone_there_is_nothing_to_sign_in_to(new_browser: NewBrowser, store: Store) -> None:
    store.write(lambda work: work.run("delete from installation"))
    browser = new_browser()
    for path in PAGES:
        assert browser.get(path).headers["location"] == "/"
        assert browser.post(f"{path}/vraag").status_code == 403
