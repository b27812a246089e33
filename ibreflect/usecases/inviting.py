"""The list of who is asked, and the links: made by the ib'er, or by whoever looks along."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import links, policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.asking import HandedOutBy, Invitee, SecondPerson, Stage, Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import Round
from ibreflect.store import asking, invitees, people, rounds
from ibreflect.store.connection import Store
from ibreflect.store.invitees import NewLink
from ibreflect.usecases import entering, pasted
from ibreflect.usecases.asking import LEADER, Asking, of_round, seen

MOST_INVITED = 120
_CHANGED = (
    "Er is niets veranderd: in een ander venster is intussen iets gebeurd, of de lijst werd langer "
    f"dan {MOST_INVITED} mensen. Laad de pagina opnieuw."
)


class HandedOut(NamedTuple):
    """Somebody on the list with the secret part of their link, which is shown once."""

    invitee: Invitee
    token: str


class Look(NamedTuple):
    """What somebody who looks along sees."""

    asked_by: str
    asking: Asking
    second: SecondPerson


def add(  # noqa: PLR0913 -- whose round, whom, and when
    store: Store, actor: Person, round_id: UUID, group: RaterGroup, text: str, *, today: date
) -> int:
    """Put the people of a pasted list on it; how many. InputError lists every bad line."""
    state = _changeable(store, actor, round_id, today=today)
    asking.ask_again(store, state.round.round_id)
    return _add(store, state, group, text)


def add_unnamed(  # noqa: PLR0913 -- whose round, whom, and when
    store: Store, actor: Person, round_id: UUID, group: RaterGroup, count: int, *, today: date
) -> None:
    """Put so many people without a name on the list."""
    state = _changeable(store, actor, round_id, today=today)
    if count < 1:
        raise InputError("Kies minstens één.")
    asking.ask_again(store, state.round.round_id)
    _keep(store, state, group, [("", "")] * count)


def remove(store: Store, actor: Person, round_id: UUID, invitee_id: UUID, *, today: date) -> None:
    """Take somebody off the list; what they handed in stays, and nobody learns whether they did."""
    state = _changeable(store, actor, round_id, today=today)
    invitees.remove(store, state.round.round_id, invitee_id)


def hand_out(store: Store, actor: Person, round_id: UUID, *, today: date) -> tuple[HandedOut, ...]:
    """New links for everybody on the list who has none yet and gets none by mail.

    In random order. NotAllowedError when somebody else hands them out, or it is not time yet.
    """
    state = of_round(store, actor, round_id, today=today)
    policy.require(policy.may_hand_out(actor, state.round, state.stage, is_agreed=state.is_agreed))
    by = state.rules.handed_out_by if state.rules else None
    if by is HandedOutBy.SECOND:
        raise NotAllowedError("De links deelt iemand anders uit; jij ziet ze niet.")
    whom = [each for each in waiting(state) if by is HandedOutBy.SELF or not each.address]
    return make_links(store, state.round, whom)


def ask_along(  # noqa: PLR0913 -- whose round, who, and when
    store: Store, actor: Person, round_id: UUID, name: str, task: Task, *, today: date
) -> str:
    """The secret part of a link for somebody who looks along; an earlier one stops working."""
    state = _changeable(store, actor, round_id, today=today)
    token = links.new_token()
    asking.keep_second(
        store,
        state.round.round_id,
        entering.name(name, "de naam van wie meekijkt"),
        task,
        links.second_digest(token),
    )
    return token


def ask_nobody_along(store: Store, actor: Person, round_id: UUID, *, today: date) -> None:
    """Let nobody look along any more; not once somebody else hands out the links."""
    state = _changeable(store, actor, round_id, today=today)
    if state.rules and state.rules.handed_out_by is HandedOutBy.SECOND:
        raise NotAllowedError("Deze persoon deelt de links uit. Dat ligt vast voor deze meetronde.")
    asking.drop_second(store, state.round.round_id)


def look(store: Store, token: str, *, today: date) -> Look:
    """What the link of somebody who looks along shows; NotAllowedError for any other link."""
    round_id = asking.round_of_second(store, links.second_digest(token))
    subject = rounds.of_id(store, round_id) if round_id else None
    owner = people.person(store, subject.person_id) if subject else None
    state = seen(store, subject, today=today) if subject else None
    if owner is None or state is None or state.second is None or state.stage is Stage.CLOSED:
        raise NotAllowedError("Deze link werkt niet. Vraag een nieuwe aan wie je vroeg.")
    return Look(owner.name, state, state.second)


def add_along(store: Store, token: str, group: RaterGroup, text: str, *, today: date) -> int:
    """As `add`, by somebody who looks along."""
    return _add(store, look(store, token, today=today).asking, group, text)


def agree(store: Store, token: str, *, today: date) -> None:
    """Somebody who looks along agrees with the list as it is."""
    look(store, token, today=today)
    asking.agree(store, links.second_digest(token))


def hand_out_along(store: Store, token: str, *, today: date) -> tuple[HandedOut, ...]:
    """As `hand_out`, by somebody who was asked to do so; the ib'er does not see the links."""
    state = look(store, token, today=today).asking
    if state.rules is None or state.rules.handed_out_by is not HandedOutBy.SECOND:
        raise NotAllowedError("De links worden op een andere manier uitgedeeld.")
    return make_links(store, state.round, waiting(state))


def waiting(state: Asking) -> list[Invitee]:
    """Who has no link yet, in the order of their random ids: not the order of the list."""
    without = [each for each in state.invitees if not each.has_link]
    return sorted(without, key=lambda each: each.invitee_id)


def make_links(store: Store, subject: Round, whom: Sequence[Invitee]) -> tuple[HandedOut, ...]:
    """New links for these people, for a use case that has asked whether that may be."""
    made = tuple(HandedOut(each, links.new_token()) for each in whom)
    if made:
        _give(store, subject, made)
    return made


def kept_of(token: str, *, message_id: str = "") -> NewLink:
    """What is kept of a link."""
    return NewLink(links.link(token).digest, links.new_token(), message_id)


def _give(store: Store, subject: Round, made: Iterable[HandedOut]) -> None:
    given = {each.invitee.invitee_id: kept_of(each.token) for each in made}
    if not invitees.give_links(store, subject.round_id, given):
        raise NotAllowedError(_CHANGED)


def _changeable(store: Store, actor: Person, round_id: UUID, *, today: date) -> Asking:
    state = of_round(store, actor, round_id, today=today)
    policy.require(policy.may_invite(actor, state.round, has_ended=state.stage is Stage.CLOSED))
    return state


def _add(store: Store, state: Asking, group: RaterGroup, text: str) -> int:
    taken = {each.address for each in state.invitees} - {""}
    own = {state.rules.reply_address} - {""} if state.rules else set()
    found = pasted.people(text, taken | own)
    if not found:
        raise InputError("Er staat nog niemand. Zet op elke regel een naam of een mailadres.")
    _keep(store, state, group, found)
    return len(found)


def _keep(store: Store, state: Asking, group: RaterGroup, found: Sequence[tuple[str, str]]) -> None:
    if not state.asks(group):
        raise InputError("Aan deze groep valt in deze meetronde niets te vragen.")
    if group is LEADER:
        _require_one_leader(state, len(found))
    if not invitees.add(store, state.round.round_id, group, found, most=MOST_INVITED):
        raise NotAllowedError(_CHANGED)


def _require_one_leader(state: Asking, count: int) -> None:
    if state.leader_handed_in:
        raise NotAllowedError("De schoolleider heeft al ingeleverd; dat kan één keer.")
    if count + state.numbers.get(LEADER, 0) > 1:
        raise InputError(
            "Er kan één schoolleider antwoorden, op naam. Haal de eerste van de lijst, of vraag "
            "de ander als collega."
        )
