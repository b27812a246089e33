"""Who sits where at a conversation, and what each sees of the other, in every state there is."""

from datetime import date, timedelta
from itertools import chain, combinations, product
from uuid import UUID

import pytest

from ibreflect.access import conversing as verdicts
from ibreflect.access.conversing import FoundConversation, Viewer
from ibreflect.errors import NotAllowedError
from ibreflect.model.conversation import Conversation, ConversationId, Stage
from ibreflect.model.guide import Company, Seat
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person

DAY = date(2026, 11, 2)
LAST = DAY + timedelta(days=7)
OWNER, PARTNER, OTHER = (Person(UUID(int=number), "X") for number in (1, 2, 3))
SCHOOL, ALLIANCE = UUID(int=10), UUID(int=11)

HERE = Conversation(
    conversation_id=ConversationId(UUID(int=20)),
    owner_id=OWNER.person_id,
    owner_name="An",
    school_id=SCHOOL,
    school_name="De Wilg",
    alliance_id=ALLIANCE,
    partner_id=PARTNER.person_id,
    partner_name="Cas",
    round_id=None,
    guide_id="klein",
    guide_version="1.0.0",
    company=Company.SCHOOL_LEADER,
    planned_on=DAY,
    planned_at=None,
    open_until=LAST,
    stage=Stage.PREPARING,
    ready=frozenset(),
    theme="",
    pen=Seat.OWNER,
    clock_ends=None,
    step=0,
    sequence=0,
)
ALONE = HERE._replace(partner_id=None)
GROUP = ALONE._replace(company=Company.GROUP, partner_name="")

READY = [
    frozenset(each) for each in chain.from_iterable(combinations(Seat, count) for count in range(3))
]
STATES = [
    (stage, ready, seat, day)
    for stage, ready, seat, day in product(
        Stage, READY, Seat, (DAY, LAST, LAST + timedelta(days=1))
    )
]


def _leading(place: UUID = SCHOOL, until: date | None = None) -> tuple[Membership, ...]:
    held = Membership(PARTNER.person_id, Position.SCHOOL_LEADER, place, date(2020, 8, 1), until)
    return (held,)


def _coaching(place: UUID | None = ALLIANCE) -> tuple[Membership, ...]:
    assert place
    return (Membership(PARTNER.person_id, Position.COACH, place, date(2020, 8, 1), None),)


@pytest.mark.parametrize(("stage", "ready", "seat", "day"), STATES)
def test_what_the_other_wrote_is_seen_as_agreed(
    stage: Stage, ready: frozenset[Seat], seat: Seat, day: date
) -> None:
    """Line by line: the day, then blind before the talk, then what stayed private."""
    here = HERE._replace(stage=stage, ready=ready)
    is_over = seat is Seat.PARTNER and day == LAST + timedelta(days=1)
    other_is_ready = seat.other in ready
    expected = other_is_ready and not is_over
    if stage is Stage.PREPARING:
        expected = expected and seat in ready
    verdict = verdicts.may_see_preparation(here, seat, day)
    assert verdict.allowed is expected
    assert bool(verdict.reason) is not expected


@pytest.mark.parametrize(("stage", "ready", "seat", "day"), STATES)
def test_a_preparation_changes_until_it_lies_on_the_table(
    stage: Stage, ready: frozenset[Seat], seat: Seat, day: date
) -> None:
    here = HERE._replace(stage=stage, ready=ready)
    is_open = stage is Stage.PREPARING and ready != frozenset(Seat)
    assert verdicts.may_prepare(here).allowed is is_open
    assert verdicts.may_fill_in(here, seat).allowed is (is_open and seat not in ready)
    assert verdicts.may_lie_there(here, seat).allowed is (seat in ready)
    assert verdicts.may_begin(here, seat).allowed is (stage is Stage.PREPARING and seat in ready)


@pytest.mark.parametrize("stage", Stage)
def test_a_group_prepares_nothing_apart_and_begins_at_once(stage: Stage) -> None:
    here = GROUP._replace(stage=stage)
    assert not verdicts.may_prepare(here).allowed
    assert not verdicts.may_fill_in(here, Seat.OWNER).allowed
    assert verdicts.may_begin(here, Seat.OWNER).allowed is (stage is Stage.PREPARING)


@pytest.mark.parametrize(("stage", "pen", "seat"), list(product(Stage, Seat, Seat)))
def test_who_has_the_pen_writes_once_the_talk_has_begun(
    stage: Stage, pen: Seat, seat: Seat
) -> None:
    here = HERE._replace(stage=stage, pen=pen)
    may = stage is not Stage.PREPARING and pen is seat
    assert verdicts.may_write(here, seat).allowed is may
    assert verdicts.may_talk(here).allowed is (stage is Stage.TALKING)
    assert verdicts.may_close(here).allowed is (stage is Stage.ENDED)
    assert verdicts.may_go_back(here, is_agreed=False).allowed is (stage is Stage.ENDED)
    assert not verdicts.may_go_back(here, is_agreed=True).allowed


def test_only_the_ib_coordinator_owns_it() -> None:
    assert verdicts.may_own(Seat.OWNER).allowed
    assert not verdicts.may_own(Seat.PARTNER).allowed


@pytest.mark.parametrize(
    ("viewer", "here", "seat"),
    [
        (Viewer(OWNER, DAY, ()), HERE, Seat.OWNER),
        (Viewer(OWNER, DAY, (), Seat.PARTNER), HERE, Seat.OWNER),
        (Viewer(OWNER, DAY, ()), ALONE, Seat.OWNER),
        (Viewer(OWNER, DAY, (), Seat.PARTNER), ALONE, Seat.PARTNER),
        (Viewer(OWNER, DAY, (), Seat.OWNER), ALONE, Seat.OWNER),
        (Viewer(OWNER, DAY, (), Seat.PARTNER), GROUP, Seat.OWNER),
        (Viewer(PARTNER, DAY, _leading()), HERE, Seat.PARTNER),
        (Viewer(PARTNER, DAY, _leading(), Seat.OWNER), HERE, Seat.PARTNER),
        (Viewer(PARTNER, DAY, _leading(until=DAY)), HERE, Seat.PARTNER),
        (Viewer(PARTNER, DAY, _leading(until=DAY - timedelta(days=1))), HERE, None),
        (Viewer(PARTNER, DAY, _leading(UUID(int=99))), HERE, None),
        (Viewer(PARTNER, DAY, _coaching()), HERE, None),
        (Viewer(PARTNER, DAY, ()), HERE, None),
        (Viewer(PARTNER, DAY, _coaching()), HERE._replace(company=Company.COACH), Seat.PARTNER),
        (Viewer(PARTNER, DAY, _leading()), HERE._replace(company=Company.COACH), None),
        (
            Viewer(PARTNER, DAY, _coaching(UUID(int=98))),
            HERE._replace(company=Company.COACH),
            None,
        ),
        (
            Viewer(PARTNER, DAY, _coaching()),
            HERE._replace(company=Company.COACH, alliance_id=None),
            None,
        ),
        (Viewer(PARTNER, DAY, _leading()), ALONE, None),
        (Viewer(PARTNER, DAY, _leading()), GROUP, None),
        (Viewer(OTHER, DAY, _leading()), HERE, None),
        (Viewer(OTHER, DAY, (), Seat.OWNER), ALONE, None),
    ],
)
def test_who_has_which_seat(viewer: Viewer, here: Conversation, seat: Seat | None) -> None:
    found = FoundConversation(here)
    assert verdicts.all_opened(viewer, [found]) == (((here, seat),) if seat else ())
    if seat:
        assert verdicts.opened(viewer, found) == (here, seat)
        return
    with pytest.raises(NotAllowedError) as refused:
        verdicts.opened(viewer, found)
    with pytest.raises(NotAllowedError) as nothing_there:
        verdicts.opened(viewer, None)
    assert str(refused.value) == str(nothing_there.value) == verdicts.NOT_THERE


def test_a_conversation_that_was_found_tells_nothing_before_it_is_opened() -> None:
    assert "Cas" not in repr(FoundConversation(HERE))
    assert not hasattr(FoundConversation(HERE), "__dict__")
