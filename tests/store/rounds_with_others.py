"""A round in which others are asked too, and people who answer by their links."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import cache
from uuid import UUID

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import HandedOutBy, Rules
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, RaterGroup
from ibreflect.model.round import RoundId, term_of
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.settings import PROJECT
from ibreflect.store import voices
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, asking, fill_in, inviting, rounds
from tests.store import scans

LEADER, TEAM = RaterGroup.SCHOOL_LEADER, RaterGroup.TEACHER
TODAY = scans.AUTUMN
"""The day on which everything about others happens, unless a test says otherwise."""


@cache
def module(questionnaire_id: str) -> Instrument:
    """A shipped questionnaire."""
    return read(PROJECT / "questionnaires" / f"{questionnaire_id}.yaml")


def begin(store: Store, actor: Person, *module_ids: str) -> RoundId:
    """The id of the actor's round with the core scan and these modules."""
    modules = tuple(module(each) for each in module_ids)
    wish = rounds.Wish(scans.SCHOOL, term_of(scans.AUTUMN), scans.instrument(), modules)
    return rounds.start(store, actor, wish, today=scans.AUTUMN)


def finish_scan(store: Store, actor: Person, round_id: UUID, given: Mapping[str, Given]) -> None:
    """The ib'er answers and hands in."""
    for item_id, each in given.items():
        fill_in.save(store, actor, round_id, item_id=item_id, given=each)
    fill_in.hand_in(store, actor, round_id)


def rules(asked: Sequence[str] = ("rolhelderheid",), **changes: object) -> Rules:
    """Two weeks of asking, the lowest floors, links handed out by the ib'er."""
    usual = Rules(
        opens_on=TODAY,
        closes_on=TODAY + timedelta(days=14),
        floors=FLOORS,
        asked=tuple(asked),
        region="midden",
        reply_name="Sanne",
        reply_address="",
        handed_out_by=HandedOutBy.SELF,
    )
    return usual._replace(**changes)  # type: ignore[arg-type]


def begin_asking(store: Store, actor: Person, round_id: UUID, **changes: object) -> None:
    """Everything that others can be asked is asked, unless `changes` say otherwise."""
    state = asking.of_round(store, actor, round_id, today=TODAY)
    if state.rules is None:
        all_of_it = tuple(each.id for each in state.questionnaires)
        wanted = rules(**{"asked": all_of_it, **changes})  # type: ignore[arg-type]
        asking.begin(store, actor, round_id, wanted, today=TODAY)


def ask(
    store: Store, actor: Person, round_id: UUID, group: RaterGroup, count: int = 1
) -> tuple[str, ...]:
    """So many more people of a group are asked; the secret parts of their links."""
    begin_asking(store, actor, round_id)
    inviting.add_unnamed(store, actor, round_id, group, count, today=TODAY)
    made = inviting.hand_out(store, actor, round_id, today=TODAY)
    return tuple(each.token for each in made if each.invitee.group is group)


def ask_leader(store: Store, actor: Person, round_id: UUID) -> str:
    """The schoolleider is asked; an earlier link stops working."""
    for each in asking.of_round(store, actor, round_id, today=TODAY).invitees:
        if each.group is LEADER:
            inviting.remove(store, actor, round_id, each.invitee_id, today=TODAY)
    (token,) = ask(store, actor, round_id, LEADER)
    return token


def ask_team(store: Store, actor: Person, round_id: UUID, count: int) -> tuple[str, ...]:
    """So many leraren are asked."""
    return ask(store, actor, round_id, TEAM, count)


def visit(store: Store, token: str) -> answering.Visit:
    """What a link asks on a day in the middle."""
    return answering.visit(store, token, today=TODAY)


def state(store: Store, token: str) -> answering.State:
    """What can be done with a link on a day in the middle."""
    return answering.state(store, token, today=TODAY)


def answer(store: Store, token: str, given: Mapping[str, Given]) -> None:
    """Somebody with a link answers, without handing in."""
    for item_id, each in given.items():
        answering.save(store, visit(store, token), item_id=item_id, given=each, today=TODAY)


def hand_in(store: Store, token: str) -> None:
    """Somebody with a link hands in."""
    answering.hand_in(store, token, today=TODAY)


def answers(store: Store, token: str, given: Mapping[str, Given]) -> None:
    """Somebody with a link answers and hands in."""
    answer(store, token, given)
    hand_in(store, token)


def leader_answers(store: Store, actor: Person, round_id: UUID, given: Mapping[str, Given]) -> str:
    """The schoolleider is asked, answers and hands in; returns the link."""
    token = ask_leader(store, actor, round_id)
    answers(store, token, given)
    return token


def group_answers(
    store: Store,
    actor: Person,
    round_id: UUID,
    group: RaterGroup,
    people: Iterable[Mapping[str, Given]],
) -> None:
    """People of a group are asked, answer and hand in."""
    given = list(people)
    tokens = ask(store, actor, round_id, group, len(given))
    for token, each in zip(tokens, given, strict=True):
        answers(store, token, each)


def team_answers(
    store: Store, actor: Person, round_id: UUID, people: Iterable[Mapping[str, Given]]
) -> None:
    """Leraren are asked, answer and hand in."""
    group_answers(store, actor, round_id, TEAM, people)


def take_off_the_list(store: Store, actor: Person, round_id: UUID) -> None:
    """Everybody who is asked goes off the list."""
    for each in asking.of_round(store, actor, round_id, today=TODAY).invitees:
        inviting.remove(store, actor, round_id, each.invitee_id, today=TODAY)


def end_asking(store: Store, actor: Person, round_id: UUID) -> None:
    """The ib'er ends asking, which makes the snapshot."""
    asking.end_now(store, actor, round_id, today=TODAY)


def handed_in(store: Store, round_id: RoundId) -> dict[RaterGroup, list[dict[str, Given]]]:
    """What each person of a group handed in: what no use case ever shows."""
    return store.write(lambda transaction: voices.given_in(transaction, round_id))
