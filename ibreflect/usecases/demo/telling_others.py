"""What the people around the cast answered: asked, handed in, and fixed when the days are over.

They are asked by the use cases that a visitor works with. What they hand in is kept at once, and
the file is not written anew when asking ends: a draft that grows answer by answer, and what is left
of it in the file, would cost seconds and tell of nobody.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pydantic import TypeAdapter

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import CONTACT, HandedOutBy, Rules
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, Questionnaire, RaterGroup
from ibreflect.model.round import Round, SchoolTerm
from ibreflect.model.voice import Snapshot
from ibreflect.store import snapshots, voices
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.store.snapshots import HandedIn
from ibreflect.usecases import answering, asking, drafts, ending, inviting
from ibreflect.usecases.demo import signs
from ibreflect.usecases.demo.chapter import Others, Said
from ibreflect.usecases.demo.tables import first_day
from ibreflect.usecases.drafts import Draft

_FORM = TypeAdapter(Snapshot)
_DAYS_OPEN = 14
_DAYS_INTO_TERM = 60
"""When asking began in a term that is over."""


class Now(NamedTuple):
    """The day on which the example data is made, and its term."""

    today: date
    term: SchoolTerm


class _Person(NamedTuple):
    """Somebody who is asked; without `hands_in` they stop halfway."""

    group: RaterGroup
    said: Said
    hands_in: bool = True


def ask(store: Store, actor: Person, subject: Round, others: Others, now: Now) -> None:
    """Ask the others about a round, as far as it asks something that they can see.

    When the last day is over before `now`, what they answered is fixed.
    """
    state = asking.of_round(store, actor, subject.round_id, today=now.today)
    people = [each for each in _people(others) if state.asks(each.group)]
    if not people:
        return
    rules = _rules(state, actor, _first_day(subject, others, now))
    tokens = _invite(store, actor, subject, rules, _numbers(people, others))
    for each in people:
        _answer(store, tokens[each.group].pop(), each, state.questionnaires, today=rules.opens_on)
    if rules.closes_on < now.today:
        _fix(store, subject, rules, state.questionnaires)


def _people(others: Others) -> Iterator[_Person]:
    if others.leader:
        yield _Person(RaterGroup.SCHOOL_LEADER, others.leader)
    yield from (_Person(RaterGroup.TEACHER, each) for each in others.team)
    yield from (_Person(RaterGroup.TEACHER, each, hands_in=False) for each in others.begun)
    yield from (_Person(RaterGroup.COLLEAGUE, each) for each in others.colleagues)


def _fix(
    store: Store, subject: Round, rules: Rules, questionnaires: Sequence[Questionnaire]
) -> None:
    asked = [each for each in questionnaires if each.id in rules.asked]

    def made(handed_in: HandedIn) -> str:
        return _FORM.dump_json(ending.taken(rules, asked, handed_in)).decode()

    snapshots.freeze(store, subject.round_id, made)


def _numbers(people: Sequence[_Person], others: Others) -> dict[RaterGroup, int]:
    """How many of each group are asked: more leraren than answer."""
    groups = [each.group for each in people]
    asked = {group: groups.count(group) for group in RaterGroup if group in groups}
    if RaterGroup.TEACHER not in asked:
        return asked
    return {**asked, RaterGroup.TEACHER: others.links}


def _first_day(subject: Round, others: Others, now: Now) -> date:
    if subject.term == now.term:
        return now.today - timedelta(days=others.days_ago)
    return first_day(subject.term) + timedelta(days=_DAYS_INTO_TERM)


def _rules(state: asking.Asking, actor: Person, opens_on: date) -> Rules:
    return Rules(
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=_DAYS_OPEN),
        floors=FLOORS,
        asked=asking.advised(state.questionnaires),
        region="midden",
        reply_name=actor.name,
        reply_address="",
        handed_out_by=HandedOutBy.SELF,
    )


def _invite(
    store: Store, actor: Person, subject: Round, rules: Rules, numbers: dict[RaterGroup, int]
) -> dict[RaterGroup, list[str]]:
    """The secret parts of the links, by group."""
    day = rules.opens_on
    asking.begin(store, actor, subject.round_id, rules, today=day)
    for group, count in numbers.items():
        inviting.add_unnamed(store, actor, subject.round_id, group, count, today=day)
    made = inviting.hand_out(store, actor, subject.round_id, today=day)
    return {
        group: [each.token for each in made if each.invitee.group is group] for group in numbers
    }


def _answer(
    store: Store, token: str, person: _Person, asked: Sequence[Questionnaire], *, today: date
) -> None:
    here = answering.visit(store, token, today=today)
    given = _seen(here, asked, person.said)
    if person.hands_in:
        filled = voices.Filled(given, person.said.remarks)
        voices.hand_in(store, here.opened, filled, today=today)
        return
    kept = {item: KeptAnswer(number, each) for number, (item, each) in enumerate(given.items(), 1)}
    sealed = drafts.sealed(here.opened, Draft(kept, dict(person.said.remarks)))
    voices.change_draft(
        store, here.opened, here.round.round_id, today=today, change=lambda _: sealed
    )


def _seen(here: answering.Visit, asked: Sequence[Questionnaire], said: Said) -> dict[str, Given]:
    """What somebody says, as far as their group is asked."""
    sheet = here.sheet.questionnaires
    given = {
        item_id: each
        for item_id, each in signs.given(asked, said)
        if any(part.accepts(item_id, each) for part in sheet)
    }
    return {**given, CONTACT: said.contact} if said.contact else given
