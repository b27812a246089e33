"""Asking others about a round: what, whom, by which rules, and how far it is."""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.measure.disclosure import FLOORS, MERGED
from ibreflect.model.asking import (
    ANONYMOUS,
    GROUP_WORDS,
    HandedOutBy,
    Invitee,
    Rules,
    SecondPerson,
    Stage,
    Task,
)
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Kind, Panel, Questionnaire, RaterGroup
from ibreflect.model.round import Round
from ibreflect.store import asking, invitees, snapshots, voices
from ibreflect.store.asking import Progress
from ibreflect.store.connection import Store
from ibreflect.usecases import ending, entering, floors, instruments, rounds
from ibreflect.usecases.pasted import is_address

LEADER = RaterGroup.SCHOOL_LEADER
LONGEST_DAYS = 60
HIGHEST_FLOOR = 20
_SECONDS_PER_ITEM = 12
_MINUTES_AROUND = 2
"""Assumptions: a statement costs others this long, and reading and writing around it this much."""


class Asking(NamedTuple):
    """What a round asks of others and how far it is, without telling who did what.

    `questionnaires` are those that others answer; before asking has begun, those that could be.
    """

    round: Round
    questionnaires: tuple[Questionnaire, ...]
    rules: Rules | None
    stage: Stage
    invitees: tuple[Invitee, ...]
    second: SecondPerson | None
    leader_handed_in: bool
    progress: Mapping[RaterGroup, Progress]

    @property
    def is_agreed(self) -> bool:
        """Whether nobody who has to agree with the list still has to."""
        waits = self.second is not None and self.second.task is Task.AGREE
        return not waits or (self.second is not None and self.second.has_agreed)

    @property
    def has_handing_out(self) -> bool:
        """Whether somebody else was asked to hand out the links."""
        return self.second is not None and self.second.task is Task.HAND_OUT

    @property
    def numbers(self) -> dict[RaterGroup, int]:
        """How many people are on the list, for every group with anybody."""
        groups = [each.group for each in self.invitees]
        return {group: groups.count(group) for group in RaterGroup if group in groups}

    def asks(self, group: RaterGroup) -> bool:
        """Whether there is anything that this group can see."""
        return any(group in each.groups for each in self.questionnaires)


def of_round(store: Store, actor: Person, round_id: UUID, *, today: date) -> Asking:
    """How far the asking of one of the actor's rounds is."""
    return seen(store, rounds.one(store, actor, round_id), today=today)


def seen(store: Store, subject: Round, *, today: date) -> Asking:
    """How far the asking of a round is, for who has been let in already."""
    rules = asking.rules(store, subject.round_id)
    of_others = [each for each in instruments.of_round(store, subject) if each.groups]
    made = voices.counts(store, subject.round_id)
    return Asking(
        round=subject,
        questionnaires=tuple(each for each in of_others if rules is None or each.id in rules.asked),
        rules=rules,
        stage=stage(store, subject, rules, today=today),
        invitees=invitees.of_round(store, subject.round_id),
        second=asking.second_person(store, subject.round_id),
        leader_handed_in=(LEADER, voices.HANDED_IN) in made,
        progress=asking.progress(store, subject.round_id),
    )


def stage(store: Store, subject: Round, rules: Rules | None, *, today: date) -> Stage:
    """How far asking is on a day; the last day counts as open."""
    if rules is None:
        return Stage.NOT_BEGUN if subject.is_open else Stage.CLOSED
    if not subject.is_open or today > rules.closes_on:
        return Stage.CLOSED
    if snapshots.find(store, subject.round_id) is not None:
        return Stage.CLOSED
    return Stage.NOT_YET if today < rules.opens_on else Stage.OPEN


def advised(questionnaires: Sequence[Questionnaire]) -> tuple[str, ...]:
    """The ids to begin with: the core, and what is about the two together or about the school."""
    return tuple(
        each.id
        for each in questionnaires
        if each.kind is Kind.CORE or each.panel is not Panel.COORDINATOR
    )


def minutes(questionnaires: Sequence[Questionnaire], group: RaterGroup) -> int:
    """About how long answering takes somebody of a group.

    12 seconds for each statement and each wish beside one, and two minutes around them.
    """
    asked = [(each, each.as_asked_of(group).items) for each in questionnaires]
    answers = sum(len(items) * (2 if each.wish else 1) for each, items in asked)
    return _MINUTES_AROUND + math.ceil(answers * _SECONDS_PER_ITEM / 60)


def begin(store: Store, actor: Person, round_id: UUID, rules: Rules, *, today: date) -> None:
    """Fix the rules; from then on links can be made. InputError lists everything that is wrong."""
    state = of_round(store, actor, round_id, today=today)
    policy.require(policy.may_begin_asking(actor, state.round, has_begun=state.rules is not None))
    problems = [
        *_problems(state, rules, today=today),
        *_floor_problems(rules.floors, floors.of_installation(store)),
    ]
    if problems:
        raise InputError("\n".join(problems))
    named = rules._replace(
        reply_name=entering.name(rules.reply_name, "de naam van wie antwoord krijgt")
    )
    if not asking.begin(store, state.round.round_id, named):
        policy.require(policy.may_begin_asking(actor, state.round, has_begun=True))


def close_later(store: Store, actor: Person, round_id: UUID, day: date, *, today: date) -> None:
    """Give people more time; InputError when the day is not later than the last day now."""
    state = of_round(store, actor, round_id, today=today)
    policy.require(policy.may_invite(actor, state.round, has_ended=state.stage is Stage.CLOSED))
    if state.rules is None or not state.rules.closes_on < day <= _latest(state.rules.opens_on):
        raise InputError(
            f"Kies een dag na de sluitdag van nu, en hoogstens {LONGEST_DAYS} dagen na de start."
        )
    asking.close_later(store, state.round.round_id, day)


def end_now(store: Store, actor: Person, round_id: UUID, *, today: date) -> None:
    """End the asking of one of the actor's open rounds before its last day."""
    state = of_round(store, actor, round_id, today=today)
    policy.require(policy.may_invite(actor, state.round, has_ended=state.stage is Stage.CLOSED))
    ending.end(store, state.round.round_id)


def refresh_progress(store: Store, today: date) -> None:
    """Keep, once a day, of which groups enough people have answered."""
    for round_id in asking.under_way(store, today):
        rules = asking.rules(store, round_id)
        made = voices.counts(store, round_id)
        needed = rules.floors if rules else FLOORS
        enough = {
            group: made.get((group, voices.HANDED_IN), 0) >= floor
            for group, floor in needed.items()
            if any(each is group for each, _ in made)
        }
        asking.keep_progress(store, round_id, enough, today=today)


def _problems(state: Asking, rules: Rules, *, today: date) -> list[str]:
    """Everything that is wrong with the rules, at once."""
    known = {each.id for each in state.questionnaires}
    own = rules.reply_address.casefold()
    on_list = {each.address.casefold() for each in state.invitees if each.address}
    checks = {
        "Kies minstens één vragenlijst die je aan anderen voorlegt.": (
            not rules.asked or not known.issuperset(rules.asked)
        ),
        "De eerste dag ligt in het verleden. Kies vandaag of later.": rules.opens_on < today,
        f"De sluitdag moet na de eerste dag liggen, en hoogstens {LONGEST_DAYS} dagen later.": (
            not rules.opens_on < rules.closes_on <= _latest(rules.opens_on)
        ),
        "Vraag eerst wie de links uitdeelt, bij “Iemand kijkt mee”.": (
            rules.handed_out_by is HandedOutBy.SECOND and not state.has_handing_out
        ),
        "Vul een mailadres in waar mensen met vragen terechtkunnen.": (
            rules.handed_out_by is HandedOutBy.MAIL and not is_address(rules.reply_address)
        ),
        "Op de lijst staat het adres waar antwoord komt. Haal dat van de lijst.": own in on_list,
    }
    found = [problem for problem, is_so in checks.items() if is_so]
    return [*found, *_unasked_problems(state, rules)]


def _unasked_problems(state: Asking, rules: Rules) -> list[str]:
    """Groups on the list that would get a link with nothing to answer."""
    asked = [each for each in state.questionnaires if each.id in rules.asked]
    return [
        f"Aan {GROUP_WORDS[group]} valt met deze keuze niets te vragen. Haal hen van de lijst, of "
        "leg nog een vragenlijst voor."
        for group in state.numbers
        if asked and not any(group in each.groups for each in asked)
    ]


def _floor_problems(chosen: Mapping[RaterGroup, int], least: Mapping[RaterGroup, int]) -> list[str]:
    problems = [
        f"De drempel voor {GROUP_WORDS[group]} kan niet lager dan {least[group]} en niet hoger "
        f"dan {HIGHEST_FLOOR}."
        for group in ANONYMOUS
        if not least[group] <= chosen.get(group, 0) <= HIGHEST_FLOOR
    ]
    if len({chosen.get(group, 0) for group in MERGED}) > 1:
        problems.append("De drempel is voor leraren, collega's en bestuur dezelfde.")
    return problems


def _latest(opens_on: date) -> date:
    return date.fromordinal(opens_on.toordinal() + LONGEST_DAYS)
