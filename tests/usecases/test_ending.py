"""The end of asking: one snapshot, that never changes, and nothing left that ties it to people."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.errors import NotAllowedError
from ibreflect.measure import disclosure
from ibreflect.model.asking import CONTACT, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.model.voice import Mark, Snapshot
from ibreflect.store import rounds as kept_rounds
from ibreflect.store import snapshots
from ibreflect.store.connection import Store
from ibreflect.store.snapshots import HandedIn
from ibreflect.usecases import asking, ending, inviting, rounds
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.store.rounds_with_others import TODAY

T, C, LEADER = RaterGroup.TEACHER, RaterGroup.COLLEAGUE, RaterGroup.SCHOOL_LEADER
LAST_DAY = TODAY + timedelta(days=14)
DAY_AFTER = LAST_DAY + timedelta(days=1)

Answers = st.lists(
    st.dictionaries(
        st.sampled_from(["MR1", "MR2", "PO11", "PO11.wens", CONTACT]),
        st.one_of(st.integers(1, 5), st.sampled_from([*NonAnswer])),
        min_size=1,
    ),
    max_size=7,
)


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    """Six leraren, two collega's and the schoolleider answered."""
    round_id = others.begin(store, actor, "rolhelderheid", "mandaatkaart")
    others.leader_answers(store, actor, round_id, {"MR1": 5, "MI1": 2})
    people = [{"MR1": number % 5 + 1, "MI1": 4, CONTACT: 2} for number in range(6)]
    others.team_answers(store, actor, round_id, people)
    others.group_answers(store, actor, round_id, C, [{"MR1": 3}, {"MR1": NonAnswer.CANNOT_JUDGE}])
    return round_id


def snapshot(store: Store, round_id: RoundId) -> Snapshot:
    found = ending.snapshot(store, round_id)
    assert found is not None
    return found


def test_asking_ends_by_itself_on_the_day_after_the_last(store: Store, round_id: RoundId) -> None:
    ending.end_due(store, LAST_DAY)
    assert ending.snapshot(store, round_id) is None
    ending.end_due(store, DAY_AFTER)
    made = snapshots.find(store, round_id)
    assert made is not None
    ending.end_due(store, DAY_AFTER + timedelta(days=400))
    assert snapshots.find(store, round_id) == made


def test_only_what_is_over_ends(store: Store, actor: Person, somebody_else: Person) -> None:
    later = others.begin(store, somebody_else, "rolhelderheid")
    others.begin_asking(
        store, somebody_else, later, opens_on=DAY_AFTER, closes_on=DAY_AFTER + timedelta(days=9)
    )
    over = others.begin(store, actor, "rolhelderheid")
    others.begin_asking(store, actor, over)
    never = scans.begin(store, actor, school="Het Anker")
    ending.end_due(store, DAY_AFTER)
    ended = [each for each in (over, later, never) if ending.snapshot(store, each)]
    assert ended == [over]


def test_a_round_that_was_closed_ends_even_when_nobody_was_there_to_end_it(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 4})
    kept_rounds.close(store, round_id)  # and the machine stops before the snapshot
    ending.end_due(store, TODAY)
    assert snapshot(store, round_id).voices["rolhelderheid"]


def test_the_next_round_ends_the_asking_of_the_one_before(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    others.finish_scan(store, actor, round_id, {"MR1": 4})
    scans.begin(store, actor, scans.SPRING)
    assert snapshot(store, round_id).voices["rolhelderheid"]


def test_a_round_of_which_the_questions_are_gone_waits_and_keeps_nobody_else_waiting(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    kim = Person(UUID(int=3), "Kim")
    fine = scans.begin(store, kim)
    others.begin_asking(store, kim, fine)
    gone = store.read("select * from questionnaire where questionnaire_id = 'mandaatkaart'")
    store.write(
        lambda transaction: transaction.run(
            "delete from questionnaire where questionnaire_id = 'mandaatkaart'"
        )
    )
    store.close()
    opened = Store(store.path)
    try:
        ending.end_due(opened, DAY_AFTER)
        assert ending.snapshot(opened, round_id) is None
        assert ending.snapshot(opened, fine) is not None
        assert len(others.handed_in(opened, round_id)[T]) == 6
        opened.write(
            lambda transaction: transaction.run(
                "insert into questionnaire values ($1, $2, $3, $4)", *gone[0]
            )
        )
        ending.end_due(opened, DAY_AFTER)
        assert ending.snapshot(opened, round_id) is not None
    finally:
        opened.close()


def test_ending_what_never_began_or_is_gone_does_nothing(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    plain = scans.begin(store, actor, school="Het Anker")
    rounds.erase(store, actor, round_id)
    before = scans.contents(store)
    for each in (plain, round_id, RoundId(UUID(int=9))):
        ending.end(store, each)
    assert scans.contents(store) == before


def test_what_ties_answers_to_people_is_gone_and_the_answers_are_not(
    store: Store, actor: Person, round_id: RoundId
) -> None:
    inviting.ask_along(store, actor, round_id, "Marleen", Task.ADD, today=TODAY)
    inviting.add(store, actor, round_id, T, "Anna <anna@school.nl>", today=TODAY)
    (token,) = (each.token for each in inviting.hand_out(store, actor, round_id, today=TODAY))
    others.answer(store, token, {"MR1": 2})
    asking.refresh_progress(store, TODAY)
    before, given = scans.contents(store), others.handed_in(store, round_id)
    own = {rounds.one(store, actor, round_id).response_id}
    for table in ("draft", "invitee", "second_person", "progress"):
        assert before[table]

    others.end_asking(store, actor, round_id)
    after = scans.contents(store)
    for table in ("draft", "invitee", "second_person", "progress"):
        assert not after[table]
    assert _ids(before) & _ids(after) == own
    assert len(_ids(before)) == len(_ids(after)) == 10
    assert {row["answer_id"] for row in before["answer"]}.isdisjoint(
        row["answer_id"] for row in after["answer"]
    )
    assert _as_multisets(others.handed_in(store, round_id)) == _as_multisets(given)


def test_a_snapshot_never_changes(store: Store, actor: Person, round_id: RoundId) -> None:
    """Not by an answer that comes late, however it got in, and not by ending once more."""
    others.end_asking(store, actor, round_id)
    made = snapshots.find(store, round_id)
    late = UUID(int=77)
    store.write(
        lambda transaction: (
            transaction.run("insert into response values ($1, $2, 'leraar', true)", late, round_id),
            transaction.run(
                "insert into answer (response_id, item_id, value) values ($1, 'MR1', 1)", late
            ),
        )
    )
    ending.end(store, round_id)
    ending.end_due(store, DAY_AFTER)
    with pytest.raises(NotAllowedError):
        others.end_asking(store, actor, round_id)
    assert snapshots.find(store, round_id) == made
    assert len(others.handed_in(store, round_id)[T]) == 7


def test_what_is_read_is_what_was_made(store: Store, actor: Person, round_id: RoundId) -> None:
    """Nothing gets lost or becomes something else on its way through the database."""
    rules = asking.of_round(store, actor, round_id, today=TODAY).rules
    assert rules is not None
    asked = asking.of_round(store, actor, round_id, today=TODAY).questionnaires
    handed_in = HandedIn(frozenset({T, C, LEADER}), others.handed_in(store, round_id), [])
    made = ending.taken(rules, asked, handed_in)
    others.end_asking(store, actor, round_id)
    assert snapshot(store, round_id) == made
    leader, rest = made.voices["rolhelderheid"]
    assert [leader.mark, rest.mark] == [Mark.SCHOOL_LEADER, Mark.REST]
    assert (rest.groups, rest.people) == ((T, C), "minstens 3")
    (_, team) = made.voices["mandaatkaart"]
    # Six of eight named a level, all the same.
    assert (team.mark, team.heard["MI1"].common, team.heard["MI1"].value) == (Mark.TEAM, 4, None)
    # 1, 2, 3, 4, 5 and 1 of leraren and a 3 of a collega: 19 / 7 = 2.71…, of five or more.
    heard = rest.heard["MR1"]
    assert (heard.value, heard.low, heard.high, heard.n) == (2.7, 1, 5, 5)


@settings(max_examples=40)
@given(teachers=Answers, colleagues=Answers, raised=st.integers(3, 6))
def test_of_whatever_is_handed_in_a_snapshot_says_nothing_about_fewer_than_the_floor(
    teachers: list[dict[str, Given]], colleagues: list[dict[str, Given]], raised: int
) -> None:
    rules = others.rules(floors=disclosure.floors(raised))
    asked = [others.module(each).questionnaire for each in ("rolhelderheid", "positionering")]
    handed_in = HandedIn(frozenset({T, C}), {T: teachers, C: colleagues}, [])
    for voices in ending.taken(rules, asked, handed_in).voices.values():
        told = [voice for voice in voices if not voice.reason]
        assert len({group for voice in voices for group in voice.groups}) == 2
        for voice in told:
            assert voice.n >= voice.floor == raised
            people = [
                *(teachers if T in voice.groups else ()),
                *(colleagues if C in voice.groups else ()),
            ]
            for item_id, heard in voice.heard.items():
                numbers = [each for each in people if isinstance(each.get(item_id), int)]
                assert bool(heard.n) == (len(numbers) >= raised)
                if voice.at_least:
                    assert (heard.n in {0, raised, disclosure.DETAIL_FLOOR}, heard.counts) == (
                        True,
                        None,
                    )
                    assert heard.n <= len(numbers)
                else:
                    assert heard.n in {0, len(numbers)}
        assert all((voice.n, voice.heard) == (0, {}) for voice in voices if voice.reason)


def _ids(rows: dict[str, list[dict[str, object]]]) -> set[object]:
    return {row["response_id"] for row in rows["response"]}


def _as_multisets(
    given: Mapping[RaterGroup, list[dict[str, Given]]],
) -> dict[RaterGroup, Counter[frozenset[tuple[str, Given]]]]:
    return {
        group: Counter(frozenset(person.items()) for person in people)
        for group, people in given.items()
    }
