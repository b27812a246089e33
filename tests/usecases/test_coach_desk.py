"""The desk of a coach: who is on it, what it tells, and notes that nobody else ever reads."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError, StoreError
from ibreflect.model.guide import Seat
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.settings import PROJECT
from ibreflect.store import coach_notes, memberships, people
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    coach_desk,
    exporting,
    my_data,
    shared_in_time,
    sharing,
)
from tests.usecases import shared_rounds, talks
from tests.usecases.coached import coached_round
from tests.usecases.organisation import ALLIANCE, LONG_AGO, NOW, Organisation, organisation

NOTE = "een kiekendief boven het riet"
OTHER_COACH = Person(UUID(int=60), "Hein")
AFTER = shared_rounds.UNTIL + timedelta(days=1)


@pytest.fixture
def folk(store: Store) -> Organisation:
    """One samenwerkingsverband with two coaches."""
    everybody = organisation(store)

    def work(transaction: object) -> None:
        people.add(transaction, *OTHER_COACH)  # type: ignore[arg-type]
        new = Membership(OTHER_COACH.person_id, Position.COACH, ALLIANCE, LONG_AGO, None)
        memberships.add(transaction, new)  # type: ignore[arg-type]

    store.write(work)
    return everybody


@pytest.fixture
def round_id(store: Store, folk: Organisation) -> RoundId:
    return coached_round(store, folk.an)


def _names(store: Store, actor: Person) -> list[str]:
    return [each.person.name for each in coach_desk.desk(store, actor, now=NOW)]


def test_only_who_shares_with_this_coach_or_talks_with_them_is_there(
    store: Store, folk: Organisation, round_id: RoundId, tmp_path: Path
) -> None:
    assert _names(store, folk.coach) == []
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    assert _names(store, folk.coach) == ["An"]
    assert "Bo" not in repr(coach_desk.desk(store, folk.coach, now=NOW))
    for other in (OTHER_COACH, folk.leader, folk.an, folk.board_member, folk.administrator):
        assert coach_desk.desk(store, other, now=NOW) == ()


def test_names_are_in_alphabetical_order_whatever_happened_last(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    shared_rounds.share(store, folk.bo, coached_round(store, folk.bo), folk.coach)
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    assert _names(store, folk.coach) == ["An", "Bo"]
    (an, _) = coach_desk.desk(store, folk.coach, now=NOW)
    assert (an.schools, an.rounds, an.talk) == (("De Wilg",), 1, None)


def test_what_is_withdrawn_is_gone_at_once_and_reads_like_what_is_over(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, folk.an, round_id, folk.coach)
    later = NOW + (AFTER - NOW.date())
    over = coach_desk.desk(store, folk.coach, now=later)
    sharing.withdraw(store, folk.an, share_id, now=NOW)
    assert over == coach_desk.desk(store, folk.coach, now=NOW) == ()
    with pytest.raises(NotAllowedError, match="wordt niets met je gedeeld"):
        coach_desk.keep_note(store, folk.coach, folk.an.person_id, NOTE, now=NOW)


def test_a_coach_who_stopped_has_no_desk(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    coach_desk.keep_note(store, folk.coach, folk.an.person_id, NOTE, now=NOW)
    _stop(store, folk.coach)
    assert coach_desk.desk(store, folk.coach, now=NOW) == ()
    for act in (coach_desk.note, shared_in_time.in_time):
        with pytest.raises(NotAllowedError):
            act(store, folk.coach, folk.an.person_id, now=NOW)


def test_who_is_schoolleider_as_well_sees_only_what_was_for_a_coach(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    """A schoolleider who is coach of another samenwerkingsverband reads it, but not as coach."""
    shared_rounds.share(store, folk.an, round_id, folk.leader)
    new = Membership(folk.leader.person_id, Position.COACH, uuid4(), LONG_AGO, None)
    store.write(lambda work: memberships.add(work, new))
    assert coach_desk.desk(store, folk.leader, now=NOW) == ()


def test_a_coach_who_is_ib_er_too_is_not_on_their_own_desk(
    store: Store, folk: Organisation, round_id: RoundId, tmp_path: Path
) -> None:
    new = Membership(folk.an.person_id, Position.COACH, ALLIANCE, LONG_AGO, None)
    store.write(lambda work: memberships.add(work, new))
    talks.plan(store, folk.an, folk.coach, tmp_path, guide_id=talks.COACH)
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    assert coach_desk.desk(store, folk.an, now=NOW) == ()
    shared_rounds.share(store, folk.bo, coached_round(store, folk.bo), folk.an)
    assert _names(store, folk.an) == ["Bo"]


def test_themes_are_told_when_both_are_ready_and_until_the_agreed_day(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    table = talks.plan(store, folk.an, folk.coach, tmp_path, guide_id=talks.COACH)
    table.fill(Seat.OWNER, {"thema:tijd": "nee", "koers": "een tapuit", "twijfel": "een wulp"})
    table.ready(Seat.OWNER)
    assert _talk(store, folk.coach).themes == ()
    assert "nog niet klaar" in _talk(store, folk.coach).why
    table.ready(Seat.PARTNER)
    assert _talk(store, folk.coach).themes == ("De rollen", "Wie beslist")
    told = repr(coach_desk.desk(store, folk.coach, now=NOW))
    assert not [each for each in ("tapuit", "wulp") if each in told]
    much_later = NOW + timedelta(days=300)
    (over,) = coach_desk.desk(store, folk.coach, now=much_later)
    assert over.talk is not None
    assert (over.talk.themes, "de afgesproken tijd is om" in over.talk.why) == ((), True)


def test_the_next_conversation_goes_before_the_last(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    first = talks.plan(store, folk.an, folk.coach, tmp_path, guide_id=talks.COACH)
    first.hold()
    assert _talk(store, folk.coach).conversation.conversation_id == first.conversation_id
    days = (talks.LATER + timedelta(days=9), talks.LATER)
    _, near = (
        talks.plan(store, folk.an, folk.coach, tmp_path, guide_id=talks.COACH, planned_on=day)
        for day in days
    )
    assert _talk(store, folk.coach).conversation.conversation_id == near.conversation_id


def test_a_note_is_for_the_coach_who_wrote_it_and_nobody_else(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    for coach in (folk.coach, OTHER_COACH):
        shared_rounds.share(store, folk.an, round_id, coach)
    an = folk.an.person_id
    coach_desk.keep_note(store, folk.coach, an, f" {NOTE} ", now=NOW)
    assert coach_desk.note(store, folk.coach, an, now=NOW) == NOTE
    assert coach_desk.note(store, OTHER_COACH, an, now=NOW) == ""
    for other in (folk.an, folk.leader, folk.board_member, folk.administrator):
        with pytest.raises(NotAllowedError):
            coach_desk.note(store, other, an, now=NOW)
    seen = repr(
        (my_data.overview(store, folk.an), exporting.take_along(store, folk.an, today=NOW.date()))
    )
    assert NOTE not in seen
    assert "Aantekeningen" not in seen
    with pytest.raises(InputError, match="4001 tekens"):
        coach_desk.keep_note(store, folk.coach, an, "x" * 4001, now=NOW)
    coach_desk.keep_note(store, folk.coach, an, "", now=NOW)
    assert coach_desk.note(store, folk.coach, an, now=NOW) == ""


def test_the_coach_finds_the_number_of_notes_among_what_is_kept(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    coach_desk.keep_note(store, folk.coach, folk.an.person_id, NOTE, now=NOW)
    lines = my_data.overview(store, folk.coach).lines
    assert ("Aantekeningen over ib'ers die je begeleidt", 1, "alleen jij") in lines


@pytest.mark.parametrize("who", ["an", "coach"])
def test_a_note_goes_with_either_of_the_two_and_opens_in_no_copy(
    store: Store, folk: Organisation, round_id: RoundId, who: str
) -> None:
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    an = folk.an.person_id
    coach_desk.keep_note(store, folk.coach, an, NOTE, now=NOW)
    ((copy,),) = store.read("select body from coach_note")
    gone: Person = getattr(folk, who)
    my_data.erase_everything(store, gone, now=NOW, today=NOW.date())
    assert store.read("select * from coach_note") == []
    assert store.vault.is_destroyed(gone.person_id)
    with pytest.raises(StoreError):
        store.vault.opened(an, store.vault.opened(folk.coach.person_id, str(copy)))


def test_nothing_is_kept_about_who_was_erased_meanwhile(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    coach_notes.keep(store, folk.coach.person_id, uuid4(), NOTE)
    assert store.read("select * from coach_note") == []


def test_a_note_about_who_is_there_no_more_is_shut_and_can_be_erased(
    store: Store, folk: Organisation, round_id: RoundId
) -> None:
    share_id = shared_rounds.share(store, folk.an, round_id, folk.coach)
    coach_desk.keep_note(store, folk.coach, folk.an.person_id, NOTE, now=NOW)
    coach_desk.drop_closed_notes(store, folk.coach, now=NOW)
    assert coach_desk.closed_notes(store, folk.coach, now=NOW) == 0
    sharing.withdraw(store, folk.an, share_id, now=NOW)
    assert coach_desk.closed_notes(store, folk.coach, now=NOW) == 1
    shared_rounds.share(store, folk.an, round_id, folk.coach)
    assert coach_desk.note(store, folk.coach, folk.an.person_id, now=NOW) == NOTE
    for each in sharing.mine(store, folk.an, now=NOW):
        sharing.withdraw(store, folk.an, each.share.share_id, now=NOW)
    coach_desk.drop_closed_notes(store, folk.coach, now=NOW)
    assert coach_notes.about(store, folk.coach.person_id) == frozenset()


def test_the_question_bank_is_the_cards_of_the_guide(store: Store) -> None:
    bank = coach_desk.question_bank(PROJECT / "questionnaires")
    assert [each.title for each in bank][:2] == [
        "De school en de opdracht",
        "Hoe het werk is ingericht",
    ]
    assert all(each.cards for each in bank)


def _talk(store: Store, coach: Person) -> coach_desk.Talk:
    (an,) = coach_desk.desk(store, coach, now=NOW)
    assert an.talk is not None
    return an.talk


def _stop(store: Store, coach: Person) -> None:
    held = Membership(coach.person_id, Position.COACH, ALLIANCE, LONG_AGO, None)
    store.write(lambda work: memberships.end(work, held, NOW.date() - timedelta(days=1)))
