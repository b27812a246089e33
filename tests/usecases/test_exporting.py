"""What somebody takes along: everything of theirs, and nothing of anybody else."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from ibreflect.model.event import Event, EventKind
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.takeaway import TakeAway
from ibreflect.store import events
from ibreflect.store import people as kept_people
from ibreflect.store.connection import Store
from ibreflect.usecases import downloads, exporting, inviting, my_data, rounds
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import taking_along
from tests.usecases.taking_along import NOW, TODAY

GOLDEN = Path(__file__).with_name("taken_along_2.json")
NAMES = ("Kanarie Pietersen", "kanarie@example.org", "Tweede Kanarie", "tweede@example.org")


@pytest.fixture
def actor(store: Store) -> Person:
    noor = Person(UUID(int=1), "Noor")
    store.write(lambda transaction: kept_people.add(transaction, *noor))
    return noor


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    yield
    downloads.take("", now=float("inf"))


def test_a_small_file_is_exactly_this(store: Store, actor: Person) -> None:
    """The file of this test must be readable for ever, so a new format gets another one."""
    others.finish_scan(store, actor, scans.begin(store, actor), {"LC1": 3, "LC2": 5})
    my_data.correct(store, actor, name="Noor", address="noor@example.org", now=NOW)

    found = json.loads(taking_along.file_of(store, actor))
    (text,) = (each.pop("text") for each in found["questionnaires"])
    assert text == scans.instrument().text
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_everything_of_somebody_is_in_it(store: Store, actor: Person) -> None:
    taking_along.full_person(store, actor)
    taken = exporting.take_along(store, actor, today=TODAY)
    (each,) = taken.rounds
    assert len(each.answers) == len(taking_along.given())
    assert each.texts == {"opdracht:school": taking_along.KEPT_ODD}
    assert each.context == {"fase": "bouwen"}
    assert [share.percent for share in each.time] == [40]
    assert [told.reason for told in taken.directions] == ["Het team wil dat graag zelf doen."]
    assert [agreed.number for agreed in taken.agreements] == [1]
    asked = {(asked.id, asked.version) for asked in each.asked}
    assert {(one.id, one.version) for one in taken.questionnaires} == asked


def test_what_others_said_is_in_it_as_it_was_shown(store: Store, actor: Person) -> None:
    taking_along.full_person(store, actor)
    (each,) = exporting.take_along(store, actor, today=TODAY).rounds
    assert each.others is not None
    voices = {voice.mark.value: voice for voice in each.others.voices["rolhelderheid"]}
    assert set(voices) == {"schoolleider", "leraren"}
    assert voices["leraren"].heard["MR1"].value == 3.0  # the mean of 1, 2, 3, 4 and 5
    assert voices["leraren"].heard["MR1"].n == 5
    assert sorted(each.others.remarks["meer"])[0] == f"{taking_along.REMARK} 1"


def test_of_others_it_holds_nothing_before_asking_has_ended(store: Store, actor: Person) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    others.finish_scan(store, actor, round_id, {"LC1": 3})
    others.leader_answers(store, actor, round_id, {"LC1": 5})
    others.team_answers(store, actor, round_id, [{"LC1": 2}] * 5)
    assert exporting.take_along(store, actor, today=TODAY).rounds[0].others is None


def test_of_others_it_holds_nothing_before_the_own_scan_is_handed_in(
    store: Store, actor: Person
) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    others.team_answers(store, actor, round_id, [{"LC1": 2}] * 5)
    others.end_asking(store, actor, round_id)
    assert exporting.take_along(store, actor, today=TODAY).rounds[0].others is None


def test_no_name_address_link_or_single_answer_of_anybody_else_is_in_any_file(
    store: Store, actor: Person, somebody_else: Person
) -> None:
    secrets = _round_full_of_canaries(store, actor, somebody_else)
    taken = exporting.take_along(store, actor, today=TODAY)
    files = _unzipped(exporting.zipped(exporting.readable(taken)))
    texts = [
        files["ibreflect-gegevens.json"].decode(),
        *(_cells(files["ibreflect-gegevens.xlsx"])),
        files["LEESMIJ.txt"].decode(),
    ]
    assert not [secret for secret in secrets if any(secret in text for text in texts)]
    # The answers of the five are in no place side by side: only what they said together.
    assert _numbers(taken.model_dump(mode="json")["rounds"][0]["others"]).count(4.4) == 1


def test_the_file_has_no_field_that_could_hold_a_link() -> None:
    fields = json.dumps(TakeAway.model_json_schema())
    assert not [
        word
        for word in ("token", "digest", "hash", "draft", "invit", "person_id", "round_id", "uuid")
        if word in fields.lower()
    ]


def test_taking_along_is_an_event_and_fetched_once(store: Store, actor: Person) -> None:
    ticket = exporting.offer(store, actor, now=NOW, today=TODAY, seconds=1.0)
    (event,) = events.about(store, actor.person_id)
    assert (event.kind, event.actor_id, dict(event.fields)) == (
        EventKind.EXPORTED,
        actor.person_id,
        {"format": "zip"},
    )
    file = downloads.take(ticket, now=2.0)
    assert file is not None
    assert file.name == "ibreflect-gegevens-2026-12-01.zip"
    assert set(_unzipped(file.content)) == {
        "LEESMIJ.txt",
        "ibreflect-gegevens.json",
        "ibreflect-gegevens.xlsx",
        "ibreflect-gegevens.pdf",
    }
    assert downloads.take(ticket, now=3.0) is None


def _round_full_of_canaries(store: Store, actor: Person, somebody_else: Person) -> list[str]:
    """What may be in no file: names, addresses, links, ids, and what somebody else has here."""
    round_id = others.begin(store, actor, "rolhelderheid")
    others.begin_asking(store, actor, round_id, reply_name=NAMES[2], reply_address=NAMES[3])
    pasted = f"{NAMES[0]} <{NAMES[1]}>"
    inviting.add(store, actor, round_id, RaterGroup.COLLEAGUE, pasted, today=others.TODAY)
    others.finish_scan(store, actor, round_id, {"LC1": 3, "MR1": 3})
    people = [{"LC1": 5, "MR1": each} for each in (5, 5, 5, 4, 3)]  # MR1: mean 4.4
    links = others.ask_team(store, actor, round_id, len(people))
    for link, given in zip(links, people, strict=True):
        others.answers(store, link, given)
    others.end_asking(store, actor, round_id)
    other_round = scans.begin(store, somebody_else, school="De Kanarie")
    called = "Kanarie de Ander"
    store.write(lambda transaction: kept_people.add(transaction, somebody_else.person_id, called))
    about = (somebody_else.person_id, actor.person_id)
    events.record(store, Event(NOW, EventKind.SEEN, *about))
    ids = [str(each) for each in (round_id, other_round, somebody_else.person_id)]
    response = str(rounds.one(store, actor, round_id).response_id)
    return [*NAMES, *links, *ids, response, "De Kanarie", called]


def _unzipped(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _cells(content: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(content))
    return [str(cell.value) for sheet in book for row in sheet for cell in row]


def _numbers(tree: Any) -> list[float]:
    """Every fraction anywhere in a tree of values."""
    match tree:
        case float():
            return [tree]
        case dict():
            return [number for inner in tree.values() for number in _numbers(inner)]
        case list():
            return [number for inner in tree for number in _numbers(inner)]
    return []
