"""Start and Binnenkomen where more people work: the ways in, accounts elsewhere, and going out."""

import re
from datetime import timedelta

import pytest
import streamlit as st

from ibreflect.access import links
from ibreflect.model.event import EventKind
from ibreflect.model.person import Person
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.ui import elsewhere, resources
from ibreflect.ui.screens import COME_IN, MANAGE, MY_DATA, START
from ibreflect.usecases import signing_in
from ibreflect.usecases.signing_in import Account
from tests.pages.visitor import Visitor
from tests.usecases.organisation import Organisation, organisation, sign_in

ISSUER = "https://login.example"
AUTH = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "a secret for tests only, long enough",
    "microsoft": {
        "client_id": "ibreflect",
        "client_secret": "secret",
        "server_metadata_url": f"{ISSUER}/.well-known/openid-configuration",
    },
}


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


def session() -> str:
    return links.session_digest(links.new_token())


def visitor(**claims: object) -> Visitor:
    """A tab on a browser with a cookie; with claims, one that signed in elsewhere."""
    somebody = Visitor()
    somebody.app.secrets["auth"] = AUTH
    somebody.app.user = {"session": session(), "is_logged_in": bool(claims), **claims}
    return somebody


def claims(subject: str, *, minutes_ago: int = 0) -> dict[str, object]:
    """What a provider tells, as of so many minutes ago."""
    at = resources.now() - timedelta(minutes=minutes_ago)
    return {
        "iss": ISSUER,
        "sub": subject,
        "iat": int(at.timestamp()),
        "nonce": links.new_token(),
        "email": "a.de_vries@school.example",
        "provider": "microsoft",
    }


def tie(store: Store, person: Person, subject: str) -> None:
    token = signing_in.make_link(store, None, person.person_id, now=resources.moment())
    account = Account(ISSUER, subject, "once", resources.moment())
    signing_in.tie_account(store, token, account, now=resources.moment())


def by_link(store: Store, person: Person, monkeypatch: pytest.MonkeyPatch) -> str:
    """The secret part of a new link, which the browser has in its cookie from now on."""
    token = signing_in.make_link(store, None, person.person_id, now=resources.moment())
    kept = {"__Host-binnen": token}
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: kept))
    return token


def signed_in(store: Store, person: Person) -> Visitor:
    somebody = Visitor()
    somebody.app.user = {"session": sign_in(store, person, now=resources.moment())}
    return somebody


def links_in(somebody: Visitor) -> list[str]:
    """Where the links that Streamlit does not make itself lead."""
    html = " ".join(str(each.proto.body) for each in somebody.app.html)
    return re.findall('<a class="[^"]+" href="([^"]+)">', html)


def test_who_is_not_signed_in_sees_the_ways_to(everybody: Organisation) -> None:
    somebody = visitor().open()
    assert somebody.title == "Aanmelden bij ibreflect"
    assert links_in(somebody) == ["/aanmelden"]
    assert [each.label for each in somebody.app.button] == ["Aanmelden met Microsoft"]
    assert "Gijs" not in somebody.text
    assert visitor().go(MANAGE).title == "Meld je eerst aan"


def test_without_providers_there_is_a_key(everybody: Organisation) -> None:
    somebody = Visitor().open()
    assert not somebody.app.button
    assert links_in(somebody) == ["/aanmelden"]


def test_the_names_of_providers_are_those_people_know() -> None:
    names = ("default", "microsoft", "google", "entree", "surfconext", "zuid")
    assert [elsewhere.label(name) for name in names] == [
        "je schoolaccount",
        "Microsoft",
        "Google",
        "Entree (Kennisnet)",
        "SURFconext",
        "Zuid",
    ]


def test_an_account_that_is_known_lets_in_once(store: Store, everybody: Organisation) -> None:
    tie(store, everybody.coach, "els")
    told = claims("els")
    somebody = visitor(**told).open()
    assert somebody.title == "Dag Els"
    (came, _) = events.about(store, everybody.coach.person_id)
    assert (came.kind, came.fields) == (EventKind.SIGNED_IN, {"way": "account"})
    copied = visitor(**told).open()
    assert copied.title == "Aanmelden bij ibreflect"
    assert "Meld je opnieuw aan" in copied.text


def test_an_account_that_signed_in_long_ago_is_asked_again(
    store: Store, everybody: Organisation
) -> None:
    tie(store, everybody.coach, "els")
    somebody = visitor(**claims("els", minutes_ago=11)).open()
    assert somebody.title == "Aanmelden bij ibreflect"
    assert not somebody.app.info


def test_an_unknown_account_is_told_what_to_do_whatever_its_mail_address(
    store: Store, everybody: Organisation
) -> None:
    address = "a.de_vries@school.example"
    store.write(lambda work: work.run("update person set address = $1", address))
    somebody = visitor(**claims("nobody")).open()
    (told,) = [each.value for each in somebody.app.info]
    assert told.startswith("Je bent bij Microsoft aangemeld als `a.de_vries@school.example`. ")
    assert "hoort hier nog bij niemand" in told
    assert "Vraag de beheerder" in told


def test_a_link_ties_an_account_after_asking(
    store: Store, everybody: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_link(store, everybody.coach, monkeypatch)
    somebody = visitor(**claims("els")).open()
    assert somebody.title == "Welkom bij ibreflect"
    assert "Wil je je voortaan zo aanmelden als **Els**?" in somebody.text
    assert events.about(store, everybody.coach.person_id)[0].kind is EventKind.ENTRY_LINK_MADE

    somebody.press("koppel")
    assert somebody.title == "Dag Els"
    assert visitor(**claims("els")).open().title == "Dag Els"
    assert visitor().go(COME_IN).title == "Deze link werkt niet"


def test_a_link_says_whose_it_is_and_offers_every_way(
    store: Store, everybody: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = by_link(store, everybody.coach, monkeypatch)
    somebody = visitor().go(COME_IN)
    assert "kom je binnen als **Els**" in somebody.text
    assert links_in(somebody) == ["/sleutel/eerste"]
    assert [each.label for each in somebody.app.button] == ["Gebruik mijn account van Microsoft"]
    assert token not in somebody.text


def test_without_a_link_there_is_nothing_to_come_in_by(store: Store) -> None:
    assert "hoef je je niet aan te melden" in Visitor().go(COME_IN).text
    organisation(store)
    assert "Open de link" in Visitor().go(COME_IN).text


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("an", "Je begint met een meetronde"),
        ("leader", "laten lezen"),
        ("coach", "Met mij gedeeld"),
        ("board_member", "Wat er in het hele netwerk speelt"),
        ("administrator", "Wat mensen invullen, zie je niet"),
    ],
)
def test_everybody_starts_with_what_they_can_do(
    store: Store, everybody: Organisation, who: str, told: str
) -> None:
    person: Person = getattr(everybody, who)
    somebody = signed_in(store, person).open()
    assert somebody.title == f"Dag {person.name}"
    assert told in somebody.text
    assert not somebody.app.exception


def test_who_has_no_position_is_told_whom_to_ask(store: Store, everybody: Organisation) -> None:
    store.write(lambda work: work.run("update membership set until = '2020-12-31'"))
    assert "geen taak" in signed_in(store, everybody.coach).open().text


def test_signing_out_ends_it_in_every_tab(store: Store, everybody: Organisation) -> None:
    first = signed_in(store, everybody.coach).open()
    other = Visitor()
    other.app.user = first.app.user
    assert other.go(MY_DATA).title == "Mijn gegevens"
    assert "Els" in other.text

    first.press("afmelden")
    assert first.title == "Aanmelden bij ibreflect"
    assert other.open().title == "Meld je eerst aan"
    assert other.go(START).title == "Aanmelden bij ibreflect"
    newest = events.about(store, everybody.coach.person_id)[0]
    assert (newest.kind, newest.fields) == (EventKind.SIGNED_OUT, {"why": "asked"})


def test_who_works_alone_has_nothing_to_sign_out_of(noor: Person) -> None:
    assert not [each for each in Visitor().open().app.button if each.key == "afmelden"]
