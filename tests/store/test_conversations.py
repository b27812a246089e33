"""Conversations as they are kept: opened as they were planned, each once, every change counted."""

from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest

from ibreflect.access import sealing
from ibreflect.access.conversing import Viewer
from ibreflect.model.conversation import Conversation, ConversationId, Decision, Stage
from ibreflect.model.guide import Company, Seat
from ibreflect.model.person import Person
from ibreflect.store import conversations, preparations, talks
from ibreflect.store.connection import Store
from ibreflect.store.conversations import NewConversation
from tests.usecases import organisation
from tests.usecases import talks as held
from tests.usecases.organisation import WILG

DAY = held.TOMORROW
MOMENT = datetime(2026, 11, 3, 10, 0, tzinfo=UTC).replace(tzinfo=None)
AN, CAS, OWNER, PARTNER = UUID(int=1), UUID(int=3), Seat.OWNER, Seat.PARTNER
WHO = Person(AN, "An")


@pytest.fixture
def folk(store: Store) -> organisation.Organisation:
    return organisation.organisation(store)


@pytest.fixture
def planned(store: Store, folk: organisation.Organisation) -> ConversationId:
    return _add(store, _new(store))


def _new(store: Store, name: str = "", **changes: object) -> NewConversation:
    usual = NewConversation(
        owner_id=AN,
        school_id=WILG,
        partner_id=CAS,
        partner_name=store.vault.seal(AN, name),
        round_id=None,
        guide=held.guide(),
        planned_on=DAY,
        planned_at=time(14, 30),
        open_until=DAY + timedelta(days=42),
    )
    return usual._replace(**changes)  # type: ignore[arg-type]


def _add(store: Store, new: NewConversation) -> ConversationId:
    return store.write(lambda work: conversations.add(work, store.vault, new))


def _read(store: Store, conversation_id: ConversationId) -> Conversation:
    found = conversations.find(store, conversation_id)
    assert found
    return found.opened(Viewer(WHO, DAY, ()))[0]


def test_it_is_opened_as_it_was_planned(store: Store, planned: ConversationId) -> None:
    assert _read(store, planned) == Conversation(
        conversation_id=planned,
        owner_id=AN,
        owner_name="An",
        school_id=WILG,
        school_name="De Wilg",
        alliance_id=organisation.ALLIANCE,
        partner_id=CAS,
        partner_name="Cas",
        round_id=None,
        guide_id=held.LEADER,
        guide_version="1.0.0",
        company=Company.SCHOOL_LEADER,
        planned_on=DAY,
        planned_at=time(14, 30),
        open_until=DAY + timedelta(days=42),
        stage=Stage.PREPARING,
        ready=frozenset(),
        theme="",
        pen=OWNER,
        clock_ends=None,
        step=0,
        sequence=0,
    )
    assert conversations.guide_text(store, held.LEADER, "1.0.0") == held.guide().text


def test_none_is_found_under_another_id(store: Store, planned: ConversationId) -> None:
    assert conversations.find(store, uuid4()) is None
    assert conversations.guide_text(store, held.LEADER, "9.9.9") is None


def test_the_same_conversation_is_kept_once(store: Store, planned: ConversationId) -> None:
    assert _add(store, _new(store)) == planned
    assert _add(store, _new(store, planned_at=time(9))) == planned
    others = [
        _new(store, planned_on=DAY + timedelta(days=1)),
        _new(store, partner_id=UUID(int=5), guide=held.guide(held.COACH)),
        _new(store, partner_id=None, guide=held.guide(held.GROUP)),
        _new(store, owner_id=UUID(int=2)),
    ]
    found = {_add(store, each) for each in others}
    assert len(found | {planned}) == 5


def test_two_people_who_have_only_a_name_are_two(
    store: Store, folk: organisation.Organisation
) -> None:
    first = _add(store, _new(store, "Cas", partner_id=None))
    assert _add(store, _new(store, "Els", partner_id=None)) != first
    assert _add(store, _new(store, "Cas", partner_id=None)) == first
    assert _read(store, first).partner_name == "Cas"


def test_once_begun_the_same_can_be_planned_again(store: Store, planned: ConversationId) -> None:
    read = _read(store, planned)
    store.write(lambda work: conversations.go_on(work, read, Stage.TALKING))
    assert _add(store, _new(store)) != planned


def test_the_last_planned_goes_first(store: Store, planned: ConversationId) -> None:
    later = _add(store, _new(store, planned_on=DAY + timedelta(days=9)))
    viewer = Viewer(WHO, DAY, ())
    found = [each.opened(viewer)[0] for each in conversations.of_person(store, AN)]
    assert [each.conversation_id for each in found] == [later, planned]
    assert len(conversations.of_person(store, CAS)) == 2
    assert conversations.of_person(store, UUID(int=2)) == ()


def test_every_change_that_both_should_see_is_counted(
    store: Store, planned: ConversationId
) -> None:
    def step() -> int:
        return _read(store, planned).step

    def both(seat: Seat) -> None:
        store.write(lambda work: conversations.set_ready(work, planned, seat, is_ready=True))

    both(OWNER)
    both(PARTNER)
    assert step() == 2
    assert _read(store, planned).ready == {OWNER, PARTNER}
    read = _read(store, planned)
    assert store.write(lambda work: conversations.go_on(work, read, Stage.TALKING))
    store.write(lambda work: conversations.show_theme(work, planned, "rollen"))
    store.write(lambda work: conversations.set_clock(work, planned, MOMENT))
    store.write(lambda work: conversations.give_pen(work, planned, PARTNER))
    here = _read(store, planned)
    assert (here.step, here.theme, here.clock_ends) == (6, "rollen", MOMENT)
    assert (here.pen, here.stage) == (PARTNER, Stage.TALKING)
    store.write(lambda work: conversations.show_theme(work, planned, "tijd"))
    assert _read(store, planned).clock_ends is None
    store.write(lambda work: conversations.touch(work, planned))
    assert step() == 8


def test_what_was_read_before_a_change_changes_nothing(
    store: Store, planned: ConversationId
) -> None:
    read = _read(store, planned)
    store.write(lambda work: conversations.touch(work, planned))
    assert not store.write(lambda work: conversations.go_on(work, read, Stage.TALKING))
    assert not store.write(lambda work: conversations.touch_as_read(work, read))
    fresh = _read(store, planned)
    assert (fresh.step, fresh.stage) == (1, Stage.PREPARING)
    assert store.write(lambda work: conversations.touch_as_read(work, fresh))
    assert _read(store, planned).step == 2


def test_only_who_has_the_pen_counts_as_writing(store: Store, planned: ConversationId) -> None:
    def writes(seat: Seat) -> bool:
        return store.write(lambda work: conversations.touch_with_pen(work, planned, seat))

    assert [writes(seat) for seat in Seat] == [False, False]
    read = _read(store, planned)
    store.write(lambda work: conversations.go_on(work, read, Stage.TALKING))
    assert [writes(seat) for seat in Seat] == [True, False]
    store.write(lambda work: conversations.give_pen(work, planned, PARTNER))
    assert [writes(seat) for seat in Seat] == [False, True]


def test_nothing_of_a_talk_changes_before_it_has_begun(
    store: Store, planned: ConversationId
) -> None:
    before = _read(store, planned)
    store.write(lambda work: conversations.show_theme(work, planned, "rollen"))
    store.write(lambda work: conversations.set_clock(work, planned, MOMENT))
    store.write(lambda work: conversations.give_pen(work, planned, PARTNER))
    assert _read(store, planned) == before


def test_another_day_or_hour_is_a_change_for_calendars_the_same_is_none(
    store: Store, planned: ConversationId
) -> None:
    def plan(on: date, at: time | None) -> tuple[int, int]:
        until = DAY + timedelta(days=42)
        store.write(lambda work: conversations.plan(work, planned, on=on, at=at, open_until=until))
        here = _read(store, planned)
        assert (here.planned_on, here.planned_at) == (on, at)
        return here.sequence, here.step

    assert plan(DAY, time(14, 30)) == (0, 0)
    assert plan(DAY, None) == (1, 1)
    assert plan(DAY + timedelta(days=1), None) == (2, 2)
    assert plan(DAY + timedelta(days=1), None) == (2, 2)


def test_what_is_typed_is_kept_sealed_with_the_key_of_who_wrote_it(
    store: Store, planned: ConversationId
) -> None:
    assert preparations.keep(store, planned, PARTNER, CAS, ("zicht", "Ik zie rust"))
    assert preparations.entries(store, planned, PARTNER, CAS) == {"zicht": "Ik zie rust"}
    assert preparations.entries(store, planned, OWNER, AN) == {}
    ((body,),) = store.read("select body from preparation")
    assert sealing.is_sealed(body)
    assert preparations.keep(store, planned, PARTNER, CAS, ("zicht", ""))
    assert preparations.entries(store, planned, PARTNER, CAS) == {}


def test_a_preparation_is_kept_only_while_it_changes(store: Store, planned: ConversationId) -> None:
    store.write(lambda work: conversations.set_ready(work, planned, PARTNER, is_ready=True))
    assert not preparations.keep(store, planned, PARTNER, CAS, ("zicht", "Te laat"))
    assert preparations.keep(store, planned, OWNER, AN, ("koers", "Nog op tijd"))
    assert not preparations.keep(store, planned, OWNER, CAS, ("koers", "Van een ander"))
    store.write(lambda work: conversations.set_ready(work, planned, OWNER, is_ready=True))
    assert not preparations.keep(store, planned, OWNER, AN, ("koers", "Te laat"))


def test_what_is_decided_and_reported_is_read_as_it_was_written(
    store: Store, planned: ConversationId
) -> None:
    sealed = store.vault.seal(AN, "samen")
    for level in (3, 4):
        decided = Decision("MI1", level, sealed)
        store.write(lambda work, each=decided: talks.decide(work, planned, each))  # type: ignore[misc]
    assert talks.decisions(store, planned, AN) == (Decision("MI1", 4, "samen"),)
    store.write(lambda work: talks.undecide(work, planned, "MI1"))
    assert talks.decisions(store, planned, AN) == ()
    store.write(lambda work: talks.add_report(work, planned, 1, sealed))
    for _ in range(2):
        store.write(lambda work: talks.confirm(work, planned, 1, OWNER))
    assert talks.reports(store, planned, AN) == ((1, "samen", frozenset({OWNER})),)
