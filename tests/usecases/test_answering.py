"""Somebody with a link answers: nothing is lost, nothing is tied to them, and it ends in time."""

import json
from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

import pytest

from ibreflect.access.links import link
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import NonAnswer, RaterGroup
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, fill_in, mandate, people, rounds
from ibreflect.usecases.answering import State
from tests.store import rounds_with_others as others
from tests.store import scans


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    return others.begin(store, actor, "rolhelderheid", "positionering")


@pytest.fixture
def team(store: Store, actor: Person, round_id: UUID) -> tuple[str, ...]:
    others.begin_asking(store, actor, round_id, asked=("rolhelderheid", "positionering"))
    return others.ask_team(store, actor, round_id, 4)


def test_a_link_shows_what_its_group_is_asked_in_its_words(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    leader = others.visit(store, others.ask_leader(store, actor, round_id))
    member = others.visit(store, team[0])
    assert leader.group is RaterGroup.SCHOOL_LEADER
    first = others.module("positionering").questionnaire.items[0]
    texts = {item.id: item.self_text for item in leader.sheet.items}
    assert texts[first.id] == first.voices[RaterGroup.SCHOOL_LEADER]
    for item in member.sheet.items:
        assert RaterGroup.TEACHER in item.visible_to
        assert item.self_text == item.text_for(RaterGroup.TEACHER)
    assert "LC1" not in {item.id for item in member.sheet.items}


def test_somebody_comes_back_to_what_they_answered(store: Store, team: tuple[str, ...]) -> None:
    others.answer(store, team[0], {"MR1": 2, "MR2": NonAnswer.CANNOT_JUDGE, "PO11": 4})
    others.answer(store, team[0], {"MR1": 5, "PO11.wens": 5})
    kept = others.visit(store, team[0]).sheet.kept
    assert {item: each.given for item, each in kept.items()} == {
        "MR1": 5,
        "MR2": NonAnswer.CANNOT_JUDGE,
        "PO11": 4,
        "PO11.wens": 5,
    }
    assert others.visit(store, team[1]).sheet.kept == {}


def test_two_tabs_at_once_lose_nothing(store: Store, team: tuple[str, ...]) -> None:
    here = others.visit(store, team[0])
    items = [item.id for item in here.sheet.items][:8]
    with ThreadPoolExecutor(8) as threads:
        list(
            threads.map(
                lambda item: answering.save(store, here, item_id=item, given=3, today=others.TODAY),
                items,
            )
        )
    assert set(others.visit(store, team[0]).sheet.kept) == set(items)


@pytest.mark.parametrize(("item", "given"), [("LC1", 3), ("MR1", 6), ("MR1", 0), ("MR1.wens", 2)])
def test_what_is_not_asked_is_refused(
    store: Store, team: tuple[str, ...], item: str, given: int
) -> None:
    with pytest.raises(InputError):
        answering.save(
            store, others.visit(store, team[0]), item_id=item, given=given, today=others.TODAY
        )


def test_handing_in_happens_once(store: Store, round_id: UUID, team: tuple[str, ...]) -> None:
    with pytest.raises(InputError, match="nog niets"):
        others.hand_in(store, team[0])
    before = others.visit(store, team[0])
    others.answer(store, team[0], {"MR1": 2})
    others.hand_in(store, team[0])
    assert others.state(store, team[0]) is State.HANDED_IN
    for again in (
        lambda: others.hand_in(store, team[0]),
        lambda: others.visit(store, team[0]),
        lambda: answering.save(store, before, item_id="MR1", given=5, today=others.TODAY),
    ):
        with pytest.raises(NotAllowedError):
            again()
    (response,) = _of_team(store, round_id)
    assert response == {"MR1": 2}


def test_a_double_click_hands_in_once(store: Store, round_id: UUID, team: tuple[str, ...]) -> None:
    others.answer(store, team[0], {"MR1": 2})

    def click(_: int) -> bool:
        try:
            others.hand_in(store, team[0])
        except NotAllowedError:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(click, range(8))) == 1
    assert _of_team(store, round_id) == [{"MR1": 2}]


def test_a_withdrawn_link_looks_like_one_that_never_was(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    others.answers(store, team[0], {"MR1": 2})
    others.answer(store, team[1], {"MR1": 2})
    others.take_off_the_list(store, actor, round_id)
    assert others.state(store, team[1]) is State.UNKNOWN
    assert others.state(store, "nooit-gemaakt") is State.UNKNOWN
    assert others.state(store, team[0]) is State.HANDED_IN


def test_a_new_link_for_the_schoolleider_replaces_the_old(
    store: Store, actor: Person, round_id: UUID
) -> None:
    old = others.ask_leader(store, actor, round_id)
    new = others.ask_leader(store, actor, round_id)
    assert others.state(store, old) is State.UNKNOWN
    assert others.state(store, new) is State.OPEN


def test_closing_ends_every_link_and_destroys_what_was_not_handed_in(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    others.answer(store, team[0], {"MR1": 2})
    here = others.visit(store, team[0])
    others.finish_scan(store, actor, round_id, {"LC1": 3})
    assert scans.contents(store)["draft"]
    rounds.close(store, actor, round_id)
    assert others.state(store, team[0]) is State.CLOSED
    assert not scans.contents(store)["draft"]
    with pytest.raises(NotAllowedError):
        answering.save(store, here, item_id="MR1", given=4, today=others.TODAY)
    with pytest.raises(NotAllowedError):
        others.hand_in(store, team[0])


def test_the_database_does_not_tell_who_gave_which_answers(
    store: Store, team: tuple[str, ...]
) -> None:
    for number, token in enumerate(team):
        others.answer(store, token, {"MR1": number + 1})
    half_done = json.dumps(scans.contents(store), default=str)
    for token in team:
        assert token not in half_done
        opened = link(token)
        assert opened.key.hex() not in half_done
    for token in team:
        others.hand_in(store, token)
    rows = scans.contents(store)
    known = {str(each["token_hash"]) for each in rows["invitation"]}
    assert known == {link(token).digest for token in team}
    rest = json.dumps({name: rows[name] for name in ("response", "answer", "draft")}, default=str)
    assert not any(digest in rest for digest in known)
    assert not rows["draft"]


def test_a_reopened_scan_waits_for_nobody_once_the_schoolleider_answered(
    store: Store, actor: Person, round_id: UUID
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 3})
    fill_in.reopen(store, actor, round_id)
    fill_in.hand_in(store, actor, round_id)
    others.leader_answers(store, actor, round_id, {"MR1": 5})
    with pytest.raises(NotAllowedError, match="wat anderen antwoordden"):
        fill_in.reopen(store, actor, round_id)
    assert rounds.one(store, actor, round_id).handed_in


def test_erasing_the_round_takes_the_answers_of_others_along(
    store: Store, actor: Person, round_id: UUID, team: tuple[str, ...]
) -> None:
    others.answer(store, team[1], {"MR1": 4})
    others.answer(store, team[0], {"MR1": 4})
    others.hand_in(store, team[0])
    rounds.erase(store, actor, round_id)
    left = scans.contents(store)
    of_others = ("asking", "invitee", "invitation", "draft", "response", "answer")
    assert not any(left[table] for table in of_others)
    assert others.state(store, team[1]) is State.UNKNOWN


def _of_team(store: Store, round_id: UUID) -> list[dict[str, object]]:
    rows = scans.contents(store)
    responses = [
        each["response_id"] for each in rows["response"] if each["perspective"] == "leraar"
    ]
    return [
        {
            str(row["item_id"]): row["value"]
            for row in rows["answer"]
            if row["response_id"] == response_id
        }
        for response_id in responses
    ]


def test_the_schoolleider_gets_the_map_of_the_two_back_without_the_team(
    store: Store, actor: Person
) -> None:
    people.introduce(store, name="Noor", school=scans.SCHOOL, today=scans.AUTUMN)
    owner = people.owner(store)
    assert owner is not None
    round_id = others.begin(store, owner, "mandaatkaart", "rolhelderheid")
    token = others.leader_answers(store, owner, round_id, {"MI1": 2})
    others.team_answers(store, owner, round_id, [{"MI1": 5}] * 4)
    assert answering.map_of_both(store, token) is None
    others.finish_scan(store, owner, round_id, {"MI1": 4})
    rounds.close(store, owner, round_id)
    seen = answering.map_of_both(store, token)
    assert seen is not None
    assert [each.label for each in seen.voices] == ["ib'er", "schoolleider"]
    assert seen.clarity is None
    (topic, *_) = seen.holders[0].topics
    assert topic.levels == {"ib'er": 4, "schoolleider": 2}
    mine = mandate.mandate_map(store, owner, round_id)
    assert mine.holders[0].topics[0].levels["team"] == 5
