"""The rules of asking are fixed once; from then on the calendar decides, and little is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, timedelta
from uuid import UUID

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure import disclosure
from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import HandedOutBy, Rules, Stage
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, asking, inviting, rounds
from ibreflect.usecases.answering import State
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY

T, P = RaterGroup.TEACHER, RaterGroup.PARENT
DAY = timedelta(days=1)


@pytest.fixture
def round_id(store: Store, actor: Person) -> RoundId:
    return others.begin(store, actor, "rolhelderheid", "positionering")


def begin(store: Store, actor: Person, round_id: UUID, **changes: object) -> Rules:
    wanted = others.rules(**changes)  # type: ignore[arg-type]
    asking.begin(store, actor, round_id, wanted, today=TODAY)
    return wanted


def test_the_rules_are_fixed_once(store: Store, actor: Person, round_id: UUID) -> None:
    first = begin(store, actor, round_id, floors=disclosure.floors(7), region="zuid")
    with pytest.raises(NotAllowedError, match="al begonnen"):
        begin(store, actor, round_id, floors=FLOORS)
    seen = asking.of_round(store, actor, round_id, today=TODAY)
    assert seen.rules == first
    assert [each.id for each in seen.questionnaires] == ["rolhelderheid"]


def test_two_windows_at_once_fix_the_rules_once(
    store: Store, actor: Person, round_id: UUID
) -> None:
    def fix(days: int) -> int:
        with suppress(NotAllowedError):
            begin(store, actor, round_id, closes_on=TODAY + days * DAY)
            return days
        return 0

    with ThreadPoolExecutor(8) as threads:
        (fixed,) = filter(None, threads.map(fix, range(7, 15)))
    rules = asking.of_round(store, actor, round_id, today=TODAY).rules
    assert rules is not None
    assert rules.closes_on == TODAY + fixed * DAY


def test_everything_that_is_wrong_is_told_at_once(
    store: Store, actor: Person, round_id: UUID
) -> None:
    with pytest.raises(InputError) as refused:
        begin(
            store,
            actor,
            round_id,
            asked=("rolhelderheid", "nergens"),
            opens_on=TODAY - DAY,
            closes_on=TODAY - DAY,
            handed_out_by=HandedOutBy.MAIL,
            reply_address="geen adres",
            floors=disclosure.floors(2, 4),
        )
    wrong = str(refused.value).splitlines()
    for line, word in zip(
        wrong,
        (
            "vragenlijst",
            "verleden",
            "sluitdag",
            "mailadres",
            "leraren",
            "collega's",
            "bestuur",
            "ouders",
        ),
        strict=True,
    ):
        assert word in line
    assert asking.of_round(store, actor, round_id, today=TODAY).rules is None


def test_nobody_gets_a_link_with_nothing_to_answer(
    store: Store, actor: Person, round_id: UUID
) -> None:
    inviting.add_unnamed(store, actor, round_id, P, 5, today=TODAY)
    with pytest.raises(InputError, match="Aan ouders"):
        begin(store, actor, round_id, asked=("rolhelderheid",))


@pytest.mark.parametrize(
    "changes",
    [
        {"asked": ()},
        {"asked": ("rolhelderheid", "effect")},  # a questionnaire, but not of this round
        {"floors": {**FLOORS, T: 2}},
        {"floors": disclosure.floors(21)},
        {"floors": {**FLOORS, T: 4}},  # one group apart from those it may go together with
        {"floors": {**FLOORS, P: 4}},
        {"floors": {T: 3}},
        {"opens_on": TODAY - DAY},
        {"closes_on": TODAY},
        {"closes_on": TODAY + 61 * DAY},
        {"opens_on": TODAY + 9 * DAY, "closes_on": TODAY + 8 * DAY},
        {"handed_out_by": HandedOutBy.MAIL},
        {"handed_out_by": HandedOutBy.SECOND},
        {"reply_name": " \n"},
        {"reply_name": "x" * 81},
    ],
    ids=str,
)
def test_rules_that_cannot_be(
    store: Store, actor: Person, round_id: UUID, changes: dict[str, object]
) -> None:
    with pytest.raises(InputError):
        begin(store, actor, round_id, **changes)
    assert asking.of_round(store, actor, round_id, today=TODAY).stage is Stage.NOT_BEGUN


@pytest.mark.parametrize(
    "changes",
    [
        {"floors": disclosure.floors(20, 20)},
        {"closes_on": TODAY + DAY},
        {"closes_on": TODAY + 60 * DAY},
        {"opens_on": TODAY + 30 * DAY, "closes_on": TODAY + 90 * DAY},
        {"handed_out_by": HandedOutBy.MAIL, "reply_address": "sanne@school.nl"},
    ],
    ids=str,
)
def test_rules_at_the_edge_of_what_can_be(
    store: Store, actor: Person, round_id: UUID, changes: dict[str, object]
) -> None:
    wanted = begin(store, actor, round_id, **changes)
    assert asking.of_round(store, actor, round_id, today=TODAY).rules == wanted


def test_who_receives_the_answers_is_not_asked(store: Store, actor: Person, round_id: UUID) -> None:
    inviting.add(store, actor, round_id, T, "Sanne <Sanne@School.nl>", today=TODAY)
    with pytest.raises(InputError, match="het adres waar antwoord komt"):
        begin(store, actor, round_id, reply_address="sanne@school.nl")


def test_somebody_elses_round_and_a_closed_one_are_refused(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID
) -> None:
    with pytest.raises(NotAllowedError, match="er niet"):
        begin(store, somebody_else, round_id)
    others.finish_scan(store, actor, round_id, {"LC1": 3})
    rounds.close(store, actor, round_id)
    with pytest.raises(NotAllowedError, match="afgesloten"):
        begin(store, actor, round_id)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (0, State.NOT_YET),
        (6, State.NOT_YET),
        (7, State.OPEN),
        (20, State.OPEN),  # the last day counts
        (21, State.CLOSED),  # also while nobody has made the snapshot yet
    ],
)
def test_the_calendar_decides_whether_a_link_takes_answers(
    store: Store, actor: Person, round_id: RoundId, day: int, state: State
) -> None:
    begin(store, actor, round_id, opens_on=TODAY + 7 * DAY, closes_on=TODAY + 20 * DAY)
    (token,) = others.ask_team(store, actor, round_id, 1)
    today = TODAY + day * DAY
    here = answering.visit(store, token, today=TODAY + 7 * DAY)

    assert asking.of_round(store, actor, round_id, today=today).stage is Stage(state)
    assert answering.state(store, token, today=today) is state
    acts: list[Callable[[], object]] = [
        lambda: answering.visit(store, token, today=today),
        lambda: answering.save(store, here, item_id="MR1", given=4, today=today),
        lambda: answering.write(store, here, topic="meer", body="Uitleg", today=today),
        lambda: answering.hand_in(store, token, today=today),
    ]
    for act in acts:
        if state is State.OPEN:
            act()
        else:
            with pytest.raises(NotAllowedError):
                act()
    assert len(others.handed_in(store, round_id).get(T, [])) == (state is State.OPEN)


def test_asking_can_last_longer_but_not_shorter(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID
) -> None:
    rules = begin(store, actor, round_id)
    later = rules.closes_on + 3 * DAY
    asking.close_later(store, actor, round_id, later, today=TODAY)
    for day in (later, rules.closes_on, TODAY, TODAY + 61 * DAY, date.max):
        with pytest.raises(InputError, match="na de sluitdag van nu"):
            asking.close_later(store, actor, round_id, day, today=TODAY)
    with pytest.raises(NotAllowedError):
        asking.close_later(store, somebody_else, round_id, later + DAY, today=TODAY)
    with pytest.raises(NotAllowedError, match="gesloten"):
        asking.close_later(store, actor, round_id, later + 5 * DAY, today=later + DAY)
    assert asking.of_round(store, actor, round_id, today=TODAY).rules == rules._replace(
        closes_on=later
    )


def test_more_time_cannot_be_given_to_what_has_not_begun(
    store: Store, actor: Person, round_id: UUID
) -> None:
    with pytest.raises(InputError):
        asking.close_later(store, actor, round_id, TODAY + DAY, today=TODAY)


def test_others_are_first_asked_what_is_about_two_or_about_the_school(
    store: Store, actor: Person, round_id: UUID
) -> None:
    could = asking.of_round(store, actor, round_id, today=TODAY).questionnaires
    assert asking.advised(could) == tuple(each.id for each in could)
    effect = others.module("effect").questionnaire  # a module about the ib'er
    assert asking.advised([effect]) == ()


def test_how_long_it_takes_counts_what_the_group_is_asked() -> None:
    about_roles, position = (
        others.module(each).questionnaire for each in ("rolhelderheid", "positionering")
    )
    # 9 statements · 12 s = 108 s, so 2 minutes, and 2 around them.
    assert asking.minutes([about_roles], T) == 4
    # 7 of 18 statements, each with a wish: 14 · 12 = 168 s, so 3. Together 276 s: 5.
    assert asking.minutes([position], T) == 5
    assert asking.minutes([about_roles, position], T) == 7
    assert asking.minutes([about_roles], P) == 2
