"""What people write, and how often they work together: sealed first, then apart from answers."""

import json
from uuid import UUID

import pytest

from ibreflect.access import links
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.asking import CONTACT
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import NonAnswer, RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.model.voice import Mark, Snapshot
from ibreflect.store import voices
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, ending
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.store.rounds_with_others import TODAY

C, P = RaterGroup.COLLEAGUE, RaterGroup.PARENT


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    return others.begin(store, actor, "rolhelderheid")


@pytest.fixture
def team(store: Store, actor: Person, round_id: RoundId) -> tuple[str, ...]:
    return others.ask_team(store, actor, round_id, 6)


def write(store: Store, token: str, body: str, topic: str = "meer") -> None:
    answering.write(store, others.visit(store, token), topic=topic, body=body, today=TODAY)


def kept_remarks(store: Store) -> list[tuple[str, str, str]]:
    rows = store.read("select round_id, perspective, topic, body from remark")
    return sorted(
        (whose, topic, store.vault.opened(round_id, body)) for round_id, whose, topic, body in rows
    )


def ended(store: Store, actor: Person, round_id: RoundId) -> Snapshot:
    others.end_asking(store, actor, round_id)
    found = ending.snapshot(store, round_id)
    assert found is not None
    return found


def test_what_is_written_is_kept_sealed_until_it_is_handed_in(
    store: Store, team: tuple[str, ...]
) -> None:
    write(store, team[0], "Meer meekijken in de klas\u202e")
    write(store, team[0], "Iets anders", "anders")
    write(store, team[0], " ", "anders")
    others.answer(store, team[0], {"MR1": 4})
    assert others.visit(store, team[0]).remarks == {"meer": "Meer meekijken in de klas"}
    assert others.visit(store, team[1]).remarks == {}
    assert "meekijken" not in json.dumps(scans.contents(store), default=str)
    (kept,) = store.read("select sealed from draft")
    assert b"meekijken" not in bytes(kept[0])
    others.hand_in(store, team[0])
    assert kept_remarks(store) == [("others", "meer", "Meer meekijken in de klas")]


def test_what_is_written_lies_apart_from_answers_and_group(
    store: Store, actor: Person, round_id: RoundId, team: tuple[str, ...]
) -> None:
    """A remark shares with a response nothing but the round: no id, no group, no order."""
    colleagues = others.ask(store, actor, round_id, C, 3)
    for number, token in enumerate((*team, *colleagues)):
        write(store, token, f"Opmerking {number}")
        others.answers(store, token, {"MR1": number % 5 + 1})
        lying = [row[0] for row in store.read("select remark_id from remark")]
        assert lying == sorted(lying)
    rows = scans.contents(store)
    assert {each["perspective"] for each in rows["remark"]} == {"others"}
    tied = {
        str(value) for each in rows["remark"] for name, value in each.items() if name != "round_id"
    }
    assert not tied & {str(each["response_id"]) for each in rows["response"]}
    assert not tied & {str(each["token_hash"]) for each in rows["invitation"]}


@pytest.mark.parametrize("writers", [0, 1, 4, 5, 6])
def test_from_five_people_on_what_they_wrote_is_shown(
    store: Store, actor: Person, round_id: RoundId, team: tuple[str, ...], writers: int
) -> None:
    written = [f"Opmerking {number}" for number in range(writers)]
    for token, body in zip(team, written, strict=False):
        write(store, token, body)
    write(store, team[5], "Alleen deze", "nodig")
    for token in team:
        others.answers(store, token, {"MR1": 4})
    shown = ended(store, actor, round_id).remarks
    assert {topic: sorted(found) for topic, found in shown.items()} == (
        {"meer": written} if writers >= 5 else {}
    )


def test_what_they_wrote_is_in_an_order_that_says_nothing(store: Store) -> None:
    """Four rounds with five remarks have them all in one order by chance once in 120³ times."""
    orders = set()
    for number in range(4):
        who = Person(UUID(int=number + 1), "Noor")
        round_id = others.begin(store, who, "rolhelderheid")
        for each, token in enumerate(others.ask_team(store, who, round_id, 5)):
            write(store, token, f"Opmerking {each}")
            others.answers(store, token, {"MR1": 4})
        orders.add(ended(store, who, round_id).remarks["meer"])
    assert len(orders) > 1


def test_the_schoolleider_writes_by_name(
    store: Store, actor: Person, round_id: RoundId, team: tuple[str, ...]
) -> None:
    for number, token in enumerate(team[:4]):
        write(store, token, f"Opmerking {number}")
        others.answers(store, token, {"MR1": 4})
    leader = others.ask_leader(store, actor, round_id)
    write(store, leader, "Ik zie je graag vaker")
    others.answers(store, leader, {"MR1": 4})
    taken = ended(store, actor, round_id)
    assert taken.leader_remarks == {"meer": "Ik zie je graag vaker"}
    assert taken.remarks == {}, "the schoolleider is not the fifth of the others"


def test_what_does_not_fit_is_refused_and_keeps_what_there_was(
    store: Store, actor: Person, team: tuple[str, ...]
) -> None:
    write(store, team[0], "x" * 500)
    with pytest.raises(InputError, match="501"):
        write(store, team[0], "y" * 501)
    with pytest.raises(InputError, match="is er niet"):
        write(store, team[0], "Iets", "cijfer")
    assert others.visit(store, team[0]).remarks == {"meer": "x" * 500}
    begun = scans.begin(store, actor, school="Het Anker")
    (parent,) = others.ask(store, actor, begun, P)
    with pytest.raises(InputError, match="is er niet"):
        write(store, parent, "Iets", "nodig")


def test_text_alone_is_not_handed_in(store: Store, team: tuple[str, ...]) -> None:
    write(store, team[0], "Alleen tekst")
    others.answer(store, team[0], {CONTACT: 3})
    with pytest.raises(InputError, match="nog niets"):
        others.hand_in(store, team[0])
    assert others.visit(store, team[0]).remarks == {"meer": "Alleen tekst"}
    assert kept_remarks(store) == []


def test_how_often_people_work_together_is_asked_beside_the_statements(
    store: Store, team: tuple[str, ...]
) -> None:
    here = others.visit(store, team[0])
    wrong: list[int | NonAnswer] = [0, 6, True, NonAnswer.CANNOT_JUDGE]
    for given in wrong:
        with pytest.raises(InputError):
            answering.save(store, here, item_id=CONTACT, given=given, today=TODAY)
    others.answer(store, team[0], {CONTACT: 4})
    again = others.visit(store, team[0])
    assert again.contact is not None
    assert (again.contact.given, again.sheet.kept, again.has_begun) == (4, {}, True)
    assert not here.has_begun


def test_how_often_is_told_of_a_group_as_what_more_than_half_say(
    store: Store, actor: Person, round_id: RoundId, team: tuple[str, ...]
) -> None:
    for token, often in zip(team, (1, 3, 3, 3, 3, 5), strict=True):
        others.answers(store, token, {CONTACT: often, "MR1": 4})
    taken = ended(store, actor, round_id)
    (leraren,) = taken.voices[ending.COOPERATION]
    heard = leraren.heard[CONTACT]
    assert (leraren.mark, leraren.n) == (Mark.TEACHERS, 6)
    assert (heard.common, heard.value, heard.counts) == (3, None, None)
    assert all(CONTACT not in voice.heard for voice in taken.voices["rolhelderheid"])


def test_a_draft_of_before_there_were_open_questions_is_read_and_handed_in(
    store: Store, round_id: RoundId, team: tuple[str, ...]
) -> None:
    opened = links.link(team[0])
    flat = json.dumps({"MR1": [1, 4], "MR2": [2, "kan_niet_beoordelen"]})
    voices.change_draft(
        store, opened, round_id, today=TODAY, change=lambda _: links.sealed(opened, flat)
    )
    kept = others.visit(store, team[0]).sheet.kept
    assert {item: each.given for item, each in kept.items()} == {
        "MR1": 4,
        "MR2": NonAnswer.CANNOT_JUDGE,
    }
    write(store, team[0], "Nieuw")
    others.answers(store, team[0], {"MR3": 2})
    assert others.handed_in(store, round_id)[RaterGroup.TEACHER] == [
        {"MR1": 4, "MR2": NonAnswer.CANNOT_JUDGE, "MR3": 2}
    ]
    assert kept_remarks(store) == [("others", "meer", "Nieuw")]


def test_a_draft_that_was_tampered_with_is_nobodys(
    store: Store, round_id: RoundId, team: tuple[str, ...]
) -> None:
    others.answer(store, team[0], {"MR1": 4})
    write(store, team[1], "Van iemand anders")
    stolen = voices.draft(store, links.link(team[1]).draft_id)
    assert stolen is not None
    voices.change_draft(store, links.link(team[0]), round_id, today=TODAY, change=lambda _: stolen)
    here = others.visit(store, team[0])
    assert (here.sheet.kept, here.remarks) == ({}, {})
    with pytest.raises(InputError):
        others.hand_in(store, team[0])


def test_nothing_is_written_after_the_end(
    store: Store, actor: Person, round_id: RoundId, team: tuple[str, ...]
) -> None:
    here = others.visit(store, team[0])
    others.end_asking(store, actor, round_id)
    with pytest.raises(NotAllowedError):
        answering.write(store, here, topic="meer", body="Te laat", today=TODAY)
