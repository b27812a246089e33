"""The addresses beside the pages: they tell nobody anything, and looking changes nothing."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from ibreflect.access import links
from ibreflect.model.asking import Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store import invitees
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.ui import resources, screens
from ibreflect.usecases import answering, asking, inviting, nights
from ibreflect.usecases.answering import State
from tests.pages import by_link
from tests.pages.by_link import TODAY
from tests.pages.in_process import Client
from tests.pages.serving import fresh_process
from tests.store.scans import contents

TEACHER = RaterGroup.TEACHER
ODD = [
    "x" * 60_000,
    "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "..%2f..",
    "..",
    "a/b",
    "/evil.example",
    "%2f%2fevil.example",
    "https:%2f%2fevil.example",
    "%5c%5cevil.example",
    "%00",
    "%0d%0aSet-Cookie:%20a=b",
    "%0d%0a%0d%0a%3cscript%3e",
    "%3cscript%3ealert(1)%3c/script%3e",
    "%22%3e%3cimg%20src=x%3e",
    "%ED%A0%80",
    "%ff",
    "caf%C3%A9%F0%9F%98%80",
    "%E2%80%AE",
    "a?code=b&code=c",
    "%",
    "%zz",
    "{title}",
]


@pytest.fixture
def client(place: Path) -> Iterator[Client]:
    with asyncio.Runner() as runner:
        yield Client(runner)


@pytest.fixture
def round_id(store: Store, noor: Person) -> RoundId:
    return by_link.begin(store, noor)


@pytest.fixture
def codes(store: Store, noor: Person, round_id: RoundId) -> dict[str, str]:
    """One link of every kind there can be."""
    valid, used, withdrawn, started = by_link.links(store, noor, round_id, TEACHER, 4)
    visit = by_link.kept(store, used)
    answering.save(store, visit, item_id="MR1", given=4, today=TODAY)
    answering.hand_in(store, used, today=TODAY)
    answering.save(store, by_link.kept(store, started), item_id="MR1", given=2, today=TODAY)
    store.write(
        lambda work: work.run(
            "update invitation set state = 'withdrawn' where token_hash = $1",
            links.link(withdrawn).digest,
        )
    )
    return {
        "valid": valid,
        "used": used,
        "withdrawn": withdrawn,
        "started": started,
        "of another school": by_link.ask(store, noor, school="De Eik"),
        "to look along": inviting.ask_along(store, noor, round_id, "Karim", Task.ADD, today=TODAY),
        "invented": links.new_token(),
    }


def _looks(answer: httpx.Response, code: str) -> tuple[object, ...]:
    """What an answer tells, apart from the code that was asked with."""
    headers = {name: each.replace(code, "") for name, each in answer.headers.items()}
    return answer.status_code, headers, answer.text.replace(code, "")


@pytest.mark.parametrize("way", ["/m/", "/afmelden/"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_looking_tells_the_same_of_every_link(
    client: Client, codes: dict[str, str], way: str, method: str
) -> None:
    told = [_looks(client.request(method, f"{way}{code}"), code) for code in codes.values()]
    assert all(each == told[0] for each in told)
    assert told[0][0] == (303 if way == "/m/" else 200)


def test_a_short_link_leads_to_the_page_and_nowhere_else(client: Client) -> None:
    answer = client.get(f"/m/{'a' * 43}")
    assert answer.headers["location"] == f"/meedoen?code={'a' * 43}"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert client.post(f"/m/{'a' * 43}").status_code == 405


def test_no_answer_changes_anything_when_a_program_looks_twenty_times(
    store: Store, noor: Person, round_id: RoundId, codes: dict[str, str]
) -> None:
    inviting.add(store, noor, round_id, TEACHER, "Tom; tom@school.nl", today=TODAY)
    (tom,) = [e for e in asking.of_round(store, noor, round_id, today=TODAY).invitees if e.name]
    code = links.new_token()
    link = invitees.NewLink(links.link(links.new_token()).digest, code, "<1@school.nl>")
    assert invitees.give_links(store, round_id, {tom.invitee_id: link})
    asking.refresh_progress(store, TODAY)  # otherwise the server does so when it starts
    nights.at_night(store, resources.now())
    before = contents(store)
    close_stores()
    with fresh_process(store.path) as address, httpx.Client(base_url=address) as program:
        for _ in range(20):
            for path in (
                *(f"/m/{each}" for each in codes.values()),
                *(f"/{page}?code={codes['valid']}" for page in ("meedoen", "meedoen_inleveren")),
                f"/meekijken?code={codes['to look along']}",
                f"/afmelden/{code}",
            ):
                for method in ("GET", "HEAD"):
                    assert program.request(method, path).status_code in {200, 303}
    log = store.path.with_suffix(".log").read_text(encoding="utf-8")
    assert not [secret for secret in (code, *codes.values()) if secret in log]
    store = open_store(store.path)
    assert contents(store) == before
    assert answering.state(store, codes["valid"], today=TODAY) is State.OPEN

    visitor = by_link.enter(codes["valid"]).press("beginnen")
    visitor.answer("MR1", 4)
    by_link.enter(codes["valid"], screens.JOIN_HAND_IN).press("inleveren")
    assert answering.state(store, codes["valid"], today=TODAY) is State.HANDED_IN


def test_ten_thousand_guesses_look_alike_and_lock_nobody_out(
    store: Store, client: Client, codes: dict[str, str]
) -> None:
    before = contents(store)
    told = set()
    for _ in range(10_000):
        guess = links.new_token()
        start, body = client.bare(f"/m/{guess}")
        headers = tuple(
            (name, each.replace(guess.encode(), b"")) for name, each in start["headers"]
        )
        told.add((start["status"], headers, body["body"]))
    assert len(told) == 1
    assert contents(store) == before
    way_in = client.get(f"/m/{codes['valid']}").headers["location"]
    assert way_in == f"/meedoen?code={codes['valid']}"
    assert by_link.enter(codes["valid"]).title == "Noor vraagt je mee te kijken"


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:24])
@pytest.mark.parametrize("way", ["/m/", "/afmelden/", "/ophalen/"])
def test_an_odd_address_leads_nowhere_else(
    store: Store, client: Client, way: str, odd: str
) -> None:
    for method in ("GET", "HEAD", "POST"):
        answer = client.request(method, f"{way}{odd}")
        assert answer.status_code in {200, 303, 400, 404, 405}
        assert "set-cookie" not in answer.headers
        assert "<script" not in answer.text
        assert "<img" not in answer.text
        if answer.status_code == 303:
            place = answer.headers["location"]
            assert place.startswith("/meedoen?code=")
            assert place.count("=") == 1
            assert place.isascii()
            assert place.isprintable()


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:24])
def test_the_real_server_takes_odd_addresses_too(running: str, odd: str) -> None:
    for way in ("/m/", "/afmelden/", "/ophalen/"):
        answer = httpx.get(f"{running}{way}{odd}")
        assert answer.status_code < 500
        place = answer.headers.get("location", "/meedoen?code=")
        assert place.startswith("/meedoen?code=")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with fresh_process(tmp_path_factory.mktemp("ways") / "ibreflect.duckdb") as address:
        yield address
