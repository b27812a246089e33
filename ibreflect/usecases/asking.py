"""Asking others: links for the schoolleider and the team, and how far they are."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.access import links, policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure.disclosure import FLOOR
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Panel, Questionnaire, RaterGroup
from ibreflect.model.round import Round
from ibreflect.store import voices
from ibreflect.store.connection import Store
from ibreflect.usecases import instruments, rounds

MOST_LINKS = 120
TEAM = RaterGroup.TEACHER
LEADER = RaterGroup.SCHOOL_LEADER


class Asking(NamedTuple):
    """What a round asks of others and how far they are, without telling who did what.

    `team_links` is how many were ever made, `leader_links` how many can be used.
    """

    round: Round
    questionnaires: tuple[Questionnaire, ...]
    leader_links: int
    leader_handed_in: bool
    team_links: int
    team_is_enough: bool

    def asks(self, group: RaterGroup) -> bool:
        """Whether there is anything that this group can see."""
        return any(group in each.groups for each in self.questionnaires)

    def minutes(self, group: RaterGroup) -> int:
        """About how long it takes somebody of this group."""
        return sum(
            each.as_asked_of(group).minutes for each in self.questionnaires if group in each.groups
        )


def of_others(asked: tuple[Questionnaire, ...]) -> tuple[Questionnaire, ...]:
    """The questionnaires about the ib'er and schoolleider together, or about the school."""
    return tuple(
        each
        for each in asked
        if each.panel is not Panel.COORDINATOR and {LEADER, TEAM} & set(each.groups)
    )


def of_round(store: Store, actor: Person, round_id: UUID) -> Asking:
    """How far the asking of one of the actor's rounds is."""
    subject = rounds.one(store, actor, round_id)
    counts = voices.counts(store, subject.round_id)
    return Asking(
        round=subject,
        questionnaires=of_others(instruments.of_round(store, subject)),
        leader_links=counts.get((LEADER, voices.OPEN), 0),
        leader_handed_in=counts.get((LEADER, voices.HANDED_IN), 0) > 0,
        # The withdrawn ones too: what is left after withdrawing would tell how many answered.
        team_links=sum(number for (group, _), number in counts.items() if group is TEAM),
        team_is_enough=counts.get((TEAM, voices.HANDED_IN), 0) >= FLOOR,
    )


def ask_leader(store: Store, actor: Person, round_id: UUID) -> str:
    """The secret part of a new link for the schoolleider; an earlier one stops working.

    NotAllowedError when the round is closed, somebody else's, or the schoolleider has handed in.
    """
    asking = _may_ask(store, actor, round_id, LEADER)
    if asking.leader_handed_in:
        raise NotAllowedError("De schoolleider heeft al ingeleverd; dat kan één keer.")
    token = links.new_token()
    _require_made(voices.invite_one(store, round_id, LEADER, links.link(token).digest))
    return token


def ask_team(store: Store, actor: Person, round_id: UUID, *, count: int) -> tuple[str, ...]:
    """The secret parts of `count` new links for the team; earlier ones keep working.

    InputError when there would be too few to be shown or more than 120 in all, those that were
    withdrawn included.
    """
    asking = _may_ask(store, actor, round_id, TEAM)
    total = asking.team_links + count
    if count < 1 or total < FLOOR:
        raise InputError(
            f"Vraag minstens {FLOOR} teamleden. Met minder antwoorden is te zien wie wat zei, en "
            "dan laat ibreflect niets zien."
        )
    if total > MOST_LINKS:
        raise InputError(
            f"Je maakt er dan {total}, met wat je eerder maakte of introk; {MOST_LINKS} is het "
            "meeste. Kies er minder."
        )
    tokens = tuple(links.new_token() for _ in range(count))
    digests = [links.link(token).digest for token in tokens]
    _require_made(voices.invite(store, round_id, TEAM, digests, most=MOST_LINKS))
    return tokens


def withdraw(store: Store, actor: Person, round_id: UUID, *, group: RaterGroup) -> None:
    """Make the links of a group that are not used yet lead nowhere."""
    policy.require(policy.may_change(actor, rounds.one(store, actor, round_id)))
    voices.withdraw(store, round_id, group)


def _may_ask(store: Store, actor: Person, round_id: UUID, group: RaterGroup) -> Asking:
    asking = of_round(store, actor, round_id)
    policy.require(policy.may_change(actor, asking.round))
    if not asking.asks(group):
        raise NotAllowedError("Deze meetronde heeft geen module die je anderen kunt voorleggen.")
    return asking


def _require_made(made: bool) -> None:  # noqa: FBT001 -- the answer of the store
    if not made:
        raise NotAllowedError(
            "Er zijn geen links gemaakt: in een ander venster is intussen iets veranderd. Laad de "
            "pagina opnieuw."
        )
