"""The list of who is asked and the links they get; what the list tells, and what it never tells."""

from collections.abc import Callable
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.asking import HandedOutBy, Stage, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store
from ibreflect.usecases import asking, ending, hearing, inviting
from ibreflect.usecases.answering import State
from ibreflect.usecases.asking import Asking
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY

T, C, LEADER = RaterGroup.TEACHER, RaterGroup.COLLEAGUE, RaterGroup.SCHOOL_LEADER
KIM = Person(UUID(int=3), "Kim")
PASTED = "Fatima\tfatima@school.nl\nJoris <joris@school.nl>\n\nAnna de Wit\n"


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    return others.begin(store, actor, "rolhelderheid")


def seen(store: Store, actor: Person, round_id: UUID) -> Asking:
    return asking.of_round(store, actor, round_id, today=TODAY)


def test_a_list_can_be_made_before_anything_is_fixed(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    assert inviting.add(store, actor, round_id, T, PASTED, today=TODAY) == 3
    inviting.add_unnamed(store, actor, round_id, C, 2, today=TODAY)
    now = seen(store, actor, round_id)
    assert [(each.group, each.name, each.address, each.has_link) for each in now.invitees] == [
        (C, "", "", False),
        (C, "", "", False),
        (T, "Anna de Wit", "", False),
        (T, "Fatima", "fatima@school.nl", False),
        (T, "Joris", "joris@school.nl", False),
    ]
    assert now.numbers == {T: 3, C: 2}
    assert now.stage is Stage.NOT_BEGUN
    with pytest.raises(NotAllowedError, match="Leg eerst vast"):
        inviting.hand_out(store, actor, round_id, today=TODAY)


def test_everybody_gets_one_link_in_an_order_that_is_not_that_of_the_list(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.begin_asking(store, actor, round_id)
    names = [f"Leraar {number:02}" for number in range(30)]
    inviting.add(store, actor, round_id, T, "\n".join(names), today=TODAY)
    made = inviting.hand_out(store, actor, round_id, today=TODAY)
    assert sorted(each.invitee.name for each in made) == names
    assert [each.invitee.name for each in made] != names
    assert {others.state(store, each.token) for each in made} == {State.OPEN}
    assert inviting.hand_out(store, actor, round_id, today=TODAY) == ()
    assert all(each.has_link for each in seen(store, actor, round_id).invitees)


@pytest.mark.parametrize(
    ("by", "whom"),
    [(HandedOutBy.SELF, {"Anna de Wit", "Fatima", "Joris"}), (HandedOutBy.MAIL, {"Anna de Wit"})],
)
def test_who_gets_mail_gets_no_link_on_paper(
    store: Store, actor: Person, round_id: RoundId, by: HandedOutBy, whom: set[str]
) -> None:
    others.begin_asking(store, actor, round_id, handed_out_by=by, reply_address="sanne@school.nl")
    inviting.add(store, actor, round_id, T, PASTED, today=TODAY)
    made = inviting.hand_out(store, actor, round_id, today=TODAY)
    assert {each.invitee.name for each in made} == whom


def test_who_is_on_the_list_already_or_receives_the_answers_is_refused(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.begin_asking(store, actor, round_id, reply_address="sanne@school.nl")
    inviting.add(store, actor, round_id, T, PASTED, today=TODAY)
    before = seen(store, actor, round_id)
    wrong = "Fatima B; FATIMA@school.nl\nPim <pim@school.nl>\nik; sanne@School.NL"
    with pytest.raises(InputError) as refused:
        inviting.add(store, actor, round_id, C, wrong, today=TODAY)
    assert [line.split(":")[0] for line in str(refused.value).splitlines()] == [
        "Regel 1",
        "Regel 3",
    ]
    assert seen(store, actor, round_id) == before, "nothing of a list with a mistake is kept"


def test_what_cannot_be_put_on_the_list(store: Store, actor: Person, round_id: RoundId) -> None:
    others.begin_asking(store, actor, round_id, asked=("rolhelderheid",))
    for count in (0, -1):
        with pytest.raises(InputError):
            inviting.add_unnamed(store, actor, round_id, T, count, today=TODAY)
    with pytest.raises(InputError, match="nog niemand"):
        inviting.add(store, actor, round_id, T, " \n;\t\n", today=TODAY)
    with pytest.raises(InputError, match="niets te vragen"):
        inviting.add(store, actor, round_id, RaterGroup.PARENT, "Anna", today=TODAY)
    with pytest.raises(InputError, match="één schoolleider"):
        inviting.add_unnamed(store, actor, round_id, LEADER, 2, today=TODAY)
    inviting.add_unnamed(store, actor, round_id, LEADER, 1, today=TODAY)
    with pytest.raises(InputError, match="één schoolleider"):
        inviting.add(store, actor, round_id, LEADER, "Joris", today=TODAY)
    assert seen(store, actor, round_id).numbers == {LEADER: 1}


def test_a_list_has_a_length_and_who_left_makes_room(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    """Room comes free for everybody who goes off it, so a full list does not tell who answered."""
    others.begin_asking(store, actor, round_id)
    tokens = others.ask_team(store, actor, round_id, 4)
    others.answers(store, tokens[0], {"MR1": 2})
    others.take_off_the_list(store, actor, round_id)
    with pytest.raises(NotAllowedError, match="120 mensen"):
        inviting.add_unnamed(store, actor, round_id, T, 121, today=TODAY)
    inviting.add_unnamed(store, actor, round_id, T, 120, today=TODAY)
    with pytest.raises(NotAllowedError):
        inviting.add_unnamed(store, actor, round_id, C, 1, today=TODAY)
    assert seen(store, actor, round_id).numbers == {T: 120}


def test_taking_somebody_off_the_list_does_not_tell_whether_they_answered(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    """Two rounds in which all is the same, but that in one of them somebody had answered."""
    theirs = others.begin(store, KIM, "rolhelderheid")
    both = ((actor, round_id), (KIM, theirs))
    for who, about in both:
        others.begin_asking(store, who, about)
        inviting.add(store, who, about, T, PASTED, today=TODAY)
        others.finish_scan(store, who, about, {"MR1": 3})
    made, _ = (inviting.hand_out(store, who, about, today=TODAY) for who, about in both)
    (answered,) = [each.token for each in made if each.invitee.name == "Joris"]
    others.answers(store, answered, {"MR1": 2})
    assert _can_be_read(store, actor, round_id) == _can_be_read(store, KIM, theirs)

    for step in (_take_joris_off, _put_joris_back, _refresh):
        for who, about in both:
            step(store, who, about)
        assert _can_be_read(store, actor, round_id) == _can_be_read(store, KIM, theirs)
    again = [inviting.hand_out(store, who, about, today=TODAY) for who, about in both]
    assert [[each.invitee.name for each in some] for some in again] == [["Joris"], ["Joris"]]


def test_who_goes_off_the_list_keeps_nothing_but_what_was_handed_in(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    tokens = others.ask_team(store, actor, round_id, 5)
    for token in tokens[:3]:
        others.answers(store, token, {"MR1": 2})
    others.answer(store, tokens[3], {"MR1": 5})
    others.take_off_the_list(store, actor, round_id)
    states = [others.state(store, token) for token in tokens]
    assert states == [State.HANDED_IN] * 3 + [State.UNKNOWN] * 2
    others.end_asking(store, actor, round_id)
    snapshot = ending.snapshot(store, round_id)
    assert snapshot is not None
    (team,) = snapshot.voices["rolhelderheid"]
    assert (team.n, team.heard["MR1"].value) == (3, 2)


def test_somebody_of_another_round_stays_on_its_list(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    theirs = others.begin(store, KIM, "rolhelderheid")
    (token,) = others.ask_team(store, KIM, theirs, 1)
    (listed,) = seen(store, KIM, theirs).invitees
    for unknown in (listed.invitee_id, uuid4()):
        inviting.remove(store, actor, round_id, unknown, today=TODAY)
    assert seen(store, KIM, theirs).invitees == (listed,)
    assert others.state(store, token) is State.OPEN


def _acts(store: Store, who: Person, about: UUID) -> list[Callable[[], object]]:
    """Everything an ib'er can do with a list."""
    return [
        lambda: inviting.add(store, who, about, T, "Bo", today=TODAY),
        lambda: inviting.add_unnamed(store, who, about, T, 1, today=TODAY),
        lambda: inviting.remove(store, who, about, uuid4(), today=TODAY),
        lambda: inviting.hand_out(store, who, about, today=TODAY),
        lambda: inviting.ask_along(store, who, about, "Bo", Task.AGREE, today=TODAY),
        lambda: inviting.ask_nobody_along(store, who, about, today=TODAY),
        lambda: asking.end_now(store, who, about, today=TODAY),
    ]


def test_after_the_end_there_is_no_list_any_more(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.ask_team(store, actor, round_id, 3)
    others.end_asking(store, actor, round_id)
    assert seen(store, actor, round_id).invitees == ()
    for act in _acts(store, actor, round_id):
        with pytest.raises(NotAllowedError, match="gesloten"):
            act()


def test_nobody_touches_somebody_elses_list(
    store: Store, actor: Person, somebody_else: Person, round_id: RoundId
) -> None:
    others.ask_team(store, actor, round_id, 3)
    before = seen(store, actor, round_id)
    for act in _acts(store, somebody_else, round_id):
        with pytest.raises(NotAllowedError, match="er niet"):
            act()
    with pytest.raises(NotAllowedError, match="er niet"):
        seen(store, somebody_else, round_id)
    assert seen(store, actor, round_id) == before


def _take_joris_off(store: Store, who: Person, about: UUID) -> None:
    (joris,) = [each for each in seen(store, who, about).invitees if each.name == "Joris"]
    inviting.remove(store, who, about, joris.invitee_id, today=TODAY)


def _put_joris_back(store: Store, who: Person, about: UUID) -> None:
    inviting.add(store, who, about, T, "Joris <joris@school.nl>", today=TODAY)


def _refresh(store: Store, who: Person, about: UUID) -> None:
    asking.refresh_progress(store, TODAY)


def _can_be_read(store: Store, who: Person, about: UUID) -> tuple[object, ...]:
    """Everything an ib'er can read of a round while others answer, but for random ids."""
    now = seen(store, who, about)
    asked = others.module("rolhelderheid").questionnaire
    return (
        [each[1:] for each in now.invitees],
        now[1:4],
        now[5:],
        now.numbers,
        hearing.voices(store, who, about, asked),
    )
