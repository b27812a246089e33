"""No more mail by one button, and files that are fetched once."""

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.access import links
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store import invitees
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, downloads
from tests.pages import by_link
from tests.pages.asking_page import look, put, ticket
from tests.pages.by_link import TODAY
from tests.pages.in_process import Client
from tests.store.scans import contents


@pytest.fixture
def client(place: Path) -> Iterator[Client]:
    with asyncio.Runner() as runner:
        yield Client(runner)


@pytest.fixture
def round_id(store: Store, noor: Person) -> RoundId:
    return by_link.begin(store, noor)


def _give_code(store: Store, round_id: RoundId, invitee_id: UUID, code: str) -> None:
    link = invitees.NewLink(links.link(links.new_token()).digest, code, "<1@school.nl>")
    assert invitees.give_links(store, round_id, {invitee_id: link})


def _mailed(store: Store) -> list[bool]:
    return [row[0] for row in store.read("select wants_mail from invitee order by invitee_id")]


@pytest.mark.parametrize("body", ["", "List-Unsubscribe=One-Click"])
def test_a_button_or_a_mail_program_ends_the_mail_of_one_person(
    store: Store, noor: Person, round_id: RoundId, client: Client, body: str
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl\nAnna; anna@school.nl")
    tom, anna = asking.of_round(store, noor, round_id, today=TODAY).invitees
    for each, code in ((tom, "code-a"), (anna, "code-b")):
        _give_code(store, round_id, each.invitee_id, code)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = client.post("/afmelden/code-a", content=body, headers=kind)
    assert answer.status_code == 200
    assert "geen mail meer" in answer.text
    assert sorted(_mailed(store)) == [False, True]
    again = client.post("/afmelden/code-a", content=body, headers=kind)
    assert again.text == answer.text


def test_an_unknown_code_gets_the_same_answer_and_changes_nothing(
    store: Store, noor: Person, round_id: RoundId, client: Client
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl")
    (tom,) = asking.of_round(store, noor, round_id, today=TODAY).invitees
    _give_code(store, round_id, tom.invitee_id, "bekend")
    before = contents(store)
    told = [client.post(f"/afmelden/{code}") for code in ("onbekend", "%25", "'; drop table")]
    assert contents(store) == before
    known = client.post("/afmelden/bekend")
    assert {(each.status_code, each.text) for each in told} == {(200, known.text)}


def test_people_without_a_code_keep_their_mail(
    store: Store, noor: Person, round_id: RoundId, client: Client
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl")
    for code in ("None", "null", "%20"):
        client.post(f"/afmelden/{code}")
    assert _mailed(store) == [True]


def test_a_database_that_is_away_is_told_in_dutch(client: Client, place: Path) -> None:
    place.write_bytes(b"geen database " * 1000)
    answer = client.post("/afmelden/code")
    assert answer.status_code == 503
    assert "Probeer het over een paar minuten nog eens" in answer.text


def test_the_pages_carry_every_header_and_run_no_script(client: Client) -> None:
    for answer in (client.get("/afmelden/code"), client.post("/afmelden/code")):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "form-action 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert "<script" not in answer.text
        assert '<html lang="nl">' in answer.text


def test_a_file_is_fetched_once_and_not_used_up_by_looking(
    store: Store, noor: Person, round_id: RoundId, client: Client
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl")
    visitor = look().press("maak_links")
    way = f"/ophalen/{ticket(visitor)}"
    assert client.request("HEAD", way).status_code == 404
    file = client.get(way)
    assert file.content.startswith(b"PK")
    assert file.headers["content-disposition"] == 'attachment; filename="uitnodigingen.xlsx"'
    assert file.headers["cache-control"] == "no-store"
    refused = [client.get(each) for each in (way, "/ophalen/onzin", f"/ophalen/{'a' * 43}")]
    assert {(each.status_code, each.text) for each in refused} == {(404, "Niet gevonden")}


def test_an_old_ticket_opens_nothing(client: Client) -> None:
    long_ago = time.monotonic() - downloads.SECONDS
    assert client.get(f"/ophalen/{downloads.offer('a.zip', b'a', now=long_ago)}").status_code == 404


def test_nothing_about_people_lies_where_everybody_can_fetch_it(
    store: Store, noor: Person, round_id: RoundId
) -> None:
    put(store, noor, round_id, leraar="Tom; tom@school.nl")
    shown = look().press("maak_links").text
    assert "/ophalen/" in shown
    assert "/media/" not in shown
