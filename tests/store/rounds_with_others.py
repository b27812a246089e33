"""A round in which others are asked too, and people who answer by their links."""

from collections.abc import Iterable, Mapping
from functools import cache
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given
from ibreflect.model.round import term_of
from ibreflect.questionnaires.load import Instrument, read
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, asking, fill_in, rounds
from tests.store import scans


@cache
def module(questionnaire_id: str) -> Instrument:
    """A shipped questionnaire."""
    return read(PROJECT / "questionnaires" / f"{questionnaire_id}.yaml")


def begin(store: Store, actor: Person, *module_ids: str) -> UUID:
    """The id of the actor's round with the core scan and these modules."""
    modules = tuple(module(each) for each in module_ids)
    wish = rounds.Wish(scans.SCHOOL, term_of(scans.AUTUMN), scans.instrument(), modules)
    return rounds.start(store, actor, wish, today=scans.AUTUMN)


def finish_scan(store: Store, actor: Person, round_id: UUID, given: Mapping[str, Given]) -> None:
    """The ib'er answers and hands in."""
    for item_id, each in given.items():
        fill_in.save(store, actor, round_id, item_id=item_id, given=each)
    fill_in.hand_in(store, actor, round_id)


def answer(store: Store, token: str, given: Mapping[str, Given]) -> None:
    """Somebody with a link answers, without handing in."""
    for item_id, each in given.items():
        answering.save(store, answering.visit(store, token), item_id=item_id, given=each)


def leader_answers(store: Store, actor: Person, round_id: UUID, given: Mapping[str, Given]) -> str:
    """The schoolleider is asked, answers and hands in; returns the link."""
    token = asking.ask_leader(store, actor, round_id)
    answer(store, token, given)
    answering.hand_in(store, token)
    return token


def team_answers(
    store: Store, actor: Person, round_id: UUID, people: Iterable[Mapping[str, Given]]
) -> None:
    """Team members are asked (never fewer than the floor), and these answer and hand in."""
    answers = list(people)
    tokens = asking.ask_team(store, actor, round_id, count=max(3, len(answers)))
    for token, given in zip(tokens, answers, strict=False):
        answer(store, token, given)
        answering.hand_in(store, token)
