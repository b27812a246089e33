"""Attempts to learn, change or lose what others answered."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.access import links
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store import invitees, voices
from ibreflect.store.connection import Store
from ibreflect.store.voices import Filled
from ibreflect.usecases import answering, asking, fill_in, hearing, inviting, rounds
from ibreflect.usecases.answering import State
from tests.store import rounds_with_others as others

LEADER, TEAM = RaterGroup.SCHOOL_LEADER, RaterGroup.TEACHER


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    return others.begin(store, actor, "rolhelderheid", "positionering")


@pytest.fixture
def team(store: Store, actor: Person, round_id: RoundId) -> tuple[str, ...]:
    return others.ask_team(store, actor, round_id, 4)


def test_two_windows_at_once_make_no_more_than_the_limit(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.begin_asking(store, actor, round_id)

    def add(_: int) -> None:
        with suppress(InputError, NotAllowedError):
            inviting.add_unnamed(store, actor, round_id, TEAM, 50, today=others.TODAY)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add, range(8)))
    listed = asking.of_round(store, actor, round_id, today=others.TODAY).numbers[TEAM]
    assert listed == 100 <= inviting.MOST_INVITED


def test_two_windows_at_once_put_one_schoolleider_on_the_list(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.begin_asking(store, actor, round_id)

    def add(_: int) -> None:
        with suppress(InputError, NotAllowedError):
            inviting.add_unnamed(store, actor, round_id, LEADER, 1, today=others.TODAY)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add, range(16)))
    assert asking.of_round(store, actor, round_id, today=others.TODAY).numbers == {LEADER: 1}


def test_two_windows_at_once_leave_one_link_for_everybody(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.begin_asking(store, actor, round_id)
    inviting.add_unnamed(store, actor, round_id, TEAM, 4, today=others.TODAY)
    with ThreadPoolExecutor(8) as threads:
        made = threads.map(
            lambda _: inviting.hand_out(store, actor, round_id, today=others.TODAY), range(8)
        )
        tokens = [each.token for batch in made for each in batch]
    states = [others.state(store, token) for token in tokens]
    assert states.count(State.OPEN) == 4
    assert states.count(State.UNKNOWN) == len(tokens) - 4


def test_a_schoolleider_who_handed_in_is_asked_no_second_time(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    """Not even by a window that looked before: the list itself refuses."""
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    others.take_off_the_list(store, actor, round_id)
    with pytest.raises(NotAllowedError, match="al ingeleverd"):
        inviting.add_unnamed(store, actor, round_id, LEADER, 1, today=others.TODAY)
    assert not invitees.add(store, round_id, LEADER, [("", "")], most=inviting.MOST_INVITED)


def test_an_answer_saved_while_handing_in_is_in_it_or_was_refused(
    store: Store, round_id: RoundId, team: tuple[str, ...]
) -> None:
    """Eight windows answer, one hands in: what was called saved is handed in."""
    here = others.visit(store, team[0])
    items = [item.id for item in here.sheet.items]
    others.answer(store, team[0], {items[0]: 3})
    saved: set[str] = {items[0]}

    def act(item_id: str) -> None:
        if item_id == items[len(items) // 2]:
            others.hand_in(store, team[0])
            return
        with suppress(NotAllowedError):
            answering.save(store, here, item_id=item_id, given=3, today=others.TODAY)
            saved.add(item_id)

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(act, items[1:]))
    (given,) = others.handed_in(store, round_id)[TEAM]
    assert set(given) == saved


def test_an_answer_between_reading_the_draft_and_handing_in_waits_its_turn(
    store: Store, round_id: RoundId, team: tuple[str, ...]
) -> None:
    """The draft is read where it is dropped: nothing can be saved after the one, before the other.

    Were it read first, the answer that is given in between would be lost with the draft.
    """
    opened = links.link(team[0])
    here = others.visit(store, team[0])
    others.answer(store, team[0], {"MR1": 3})

    with ThreadPoolExecutor(1) as other_window:

        def unseal(content: bytes | None) -> Filled:
            later = other_window.submit(
                answering.save, store, here, item_id="MR2", given=4, today=others.TODAY
            )
            assert not later.done()
            late.append(later)
            assert content is not None
            return Filled({"MR1": 3}, {})

        late: list[object] = []
        voices.hand_in_draft(store, opened, today=others.TODAY, unseal=unseal)
        for each in late:
            with pytest.raises(NotAllowedError):
                each.result()  # type: ignore[attr-defined]
    assert others.handed_in(store, round_id)[TEAM] == [{"MR1": 3}]


def test_reopening_at_the_moment_the_schoolleider_hands_in(tmp_path: Path, actor: Person) -> None:
    """Whichever comes first: a scan is never open once somebody could have read it."""
    for turn in range(6):
        store = Store(tmp_path / f"{turn}.duckdb")
        round_id = others.begin(store, actor, "rolhelderheid")
        others.finish_scan(store, actor, round_id, {"MR1": 3})
        token = others.ask_leader(store, actor, round_id)
        others.answer(store, token, {"MR1": 5})
        acts: list[Callable[[], None]] = [
            lambda s=store, r=round_id: fill_in.reopen(s, actor, r),  # type: ignore[misc]
            lambda s=store, t=token: others.hand_in(s, t),  # type: ignore[misc]
        ]
        with ThreadPoolExecutor(2) as threads:
            list(threads.map(_tried, acts if turn % 2 else acts[::-1]))
        _, leader = hearing.voices(
            store, actor, round_id, others.module("rolhelderheid").questionnaire
        )
        assert bool(leader.heard) == rounds.one(store, actor, round_id).handed_in
        if leader.heard:
            with pytest.raises(NotAllowedError):
                fill_in.save(store, actor, round_id, item_id="MR1", given=1)
        store.close()


def _tried(act: Callable[[], None]) -> None:
    with suppress(NotAllowedError):
        act()


STRANGE = ["\0", "\ud800", "x" * 1_000_000, "' or 1=1 --", "%00", "é" * 50, "[]", "\n"]


@pytest.mark.parametrize("token", STRANGE, ids=range(len(STRANGE)))
def test_a_strange_link_is_unknown_and_does_nothing(
    store: Store, team: tuple[str, ...], token: str
) -> None:
    assert others.state(store, token) is State.UNKNOWN
    assert answering.map_of_both(store, token) is None
    for act in (others.visit, others.hand_in):
        with pytest.raises(NotAllowedError):
            act(store, token)


@pytest.fixture
def near_misses(team: tuple[str, ...]) -> Iterator[str]:
    token = team[0]
    opened = links.link(token)
    return iter((token[:-1], token + "A", token.swapcase(), opened.digest, opened.draft_id))


def test_what_is_close_to_a_link_or_kept_of_it_opens_nothing(
    store: Store, near_misses: Iterator[str]
) -> None:
    assert {others.state(store, each) for each in near_misses} == {State.UNKNOWN}


def test_a_link_of_one_round_takes_no_answer_of_another(
    store: Store, actor: Person, team: tuple[str, ...]
) -> None:
    kim = Person(UUID(int=3), "Kim")
    elsewhere = others.begin(store, kim, "critical-friend-sturend")
    foreign = fill_in.scan(store, kim, elsewhere).questionnaires[1].items[0].id
    here = others.visit(store, team[0])
    strange: list[tuple[str, Given]] = [
        (foreign, 3),
        ("MR1", 0),
        ("MR1", 6),
        ("MR1", True),
        ("MR1", NonAnswer.ELSEWHERE),
        ("PO11.wens", 0),
        ("PO11.wens", 9),
        ("", 3),
        ("MR1'; drop table answer; --", 3),
    ]
    for item_id, given in strange:
        with pytest.raises(InputError):
            answering.save(store, here, item_id=item_id, given=given, today=others.TODAY)
    assert others.visit(store, team[0]).sheet.kept == {}
