"""The people who are asked, and the links they get. What they answer is elsewhere, untied."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.model.asking import Invitee
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store, Transaction

_ROUND_IS_OPEN = """
    select 1 from round
    where round_id = $1 and is_open and round_id not in (select round_id from snapshot)
"""
_COUNT = "select count(*) from invitee where round_id = $1"
_LEADER = """
    select 1 from invitee where round_id = $1 and rater_group = 'schoolleider'
    union all
    select 1 from invitation
    where round_id = $1 and rater_group = 'schoolleider' and state = 'handed_in'
"""
_ADD = """
    insert into invitee (invitee_id, round_id, rater_group, name, address, wants_mail)
    values ($1, $2, $3, $4, $5, true)
"""
_OF_ROUND = """
    select invitee_id, rater_group, name, address, token_hash is not null
    from invitee where round_id = $1
"""
_DIGEST = "select token_hash from invitee where round_id = $1 and invitee_id = $2"
_REMOVE = "delete from invitee where round_id = $1 and invitee_id = $2"
_WITHDRAW = """
    update invitation set state = 'withdrawn'
    where token_hash = $1 and state in ('open', 'started')
"""
_GROUP = "select rater_group from invitee where round_id = $1 and invitee_id = $2"
_INVITE = """
    insert into invitation (token_hash, round_id, rater_group, state) values ($1, $2, $3, 'open')
"""
_TIE = """
    update invitee set token_hash = $3, unsubscribe_code = $4, message_id = $5
    where round_id = $1 and invitee_id = $2
"""
_UNTIE = """
    update invitee set token_hash = null, unsubscribe_code = null, message_id = null
    where round_id = $1 and invitee_id = $2
"""
_TO_REMIND = """
    select
        v.invitee_id, v.rater_group, v.name, v.address, v.message_id, v.unsubscribe_code, i.state
    from invitee v join invitation i on i.token_hash = v.token_hash
    where v.round_id = $1 and v.wants_mail and v.address <> '' and i.state in ('open', 'started')
    order by v.invitee_id
"""
_HAS_BEGUN = """
    select 1 from invitee v join invitation i on i.token_hash = v.token_hash
    where v.round_id = $1 and v.invitee_id = $2 and i.state in ('started', 'handed_in')
"""
_UNSUBSCRIBE = "update invitee set wants_mail = false where unsubscribe_code = $1"


class NewLink(NamedTuple):
    """What is kept of a link that somebody gets; `message_id` is that of the mail, or empty."""

    digest: str
    unsubscribe_code: str
    message_id: str


class ToRemind(NamedTuple):
    """Somebody with a mail address whose answers are not in yet."""

    invitee: Invitee
    message_id: str
    unsubscribe_code: str
    has_begun: bool


def add(
    store: Store,
    round_id: RoundId,
    group: RaterGroup,
    people: Sequence[tuple[str, str]],
    *,
    most: int,
) -> bool:
    """Put people (name and address, each perhaps empty) on the list.

    False when the round is closed, asking has ended, the list would get longer than `most`, or a
    schoolleider is on it or has handed in already: there is one.
    """
    sealed = [tuple(store.vault.seal(round_id, each) for each in person) for person in people]

    def work(transaction: Transaction) -> bool:
        ((listed,),) = transaction.run(_COUNT, round_id)
        if listed + len(people) > most or not transaction.run(_ROUND_IS_OPEN, round_id):
            return False
        if group is RaterGroup.SCHOOL_LEADER and transaction.run(_LEADER, round_id):
            return False
        for name_and_address in sealed:
            transaction.run(_ADD, uuid4(), round_id, group.value, *name_and_address)
        return True

    return store.write(work)


def of_round(store: Store, round_id: RoundId) -> tuple[Invitee, ...]:
    """Everybody on the list of a round, by group and name; StoreError without the round's key."""
    opened = partial(store.vault.opened, round_id)
    listed = (
        Invitee(invitee_id, RaterGroup(group), opened(name), opened(address), has_link)
        for invitee_id, group, name, address, has_link in store.read(_OF_ROUND, round_id)
    )
    return tuple(
        sorted(
            listed,
            key=lambda each: (each.group, each.name.lower(), each.address.lower(), each.invitee_id),
        )
    )


def remove(store: Store, round_id: RoundId, invitee_id: UUID) -> None:
    """Take somebody off the list; a link that was not handed in with leads nowhere from then on.

    Nothing tells whether it had been.
    """

    def work(transaction: Transaction) -> None:
        for (digest,) in transaction.run(_DIGEST, round_id, invitee_id):
            transaction.run(_WITHDRAW, digest)
        transaction.run(_REMOVE, round_id, invitee_id)

    store.write(work)


def give_links(store: Store, round_id: RoundId, links: Mapping[UUID, NewLink]) -> bool:
    """Give these people a link; one they had leads nowhere from then on.

    False when the round is closed, asking has ended, somebody is no longer on the list, or has
    begun with the link they had; then nobody has got one.
    """

    def work(transaction: Transaction) -> bool:
        groups = {each: transaction.run(_GROUP, round_id, each) for each in links}
        if not all(groups.values()) or not transaction.run(_ROUND_IS_OPEN, round_id):
            return False
        if any(transaction.run(_HAS_BEGUN, round_id, each) for each in links):
            return False
        for invitee_id, link in links.items():
            for (digest,) in transaction.run(_DIGEST, round_id, invitee_id):
                transaction.run(_WITHDRAW, digest)
            transaction.run(_INVITE, link.digest, round_id, groups[invitee_id][0][0])
            transaction.run(_TIE, round_id, invitee_id, *link)
        return True

    return store.write(work)


def take_back(store: Store, round_id: RoundId, invitee_ids: Sequence[UUID]) -> None:
    """Make the links of these people lead nowhere, as if they had not got one."""

    def work(transaction: Transaction) -> None:
        for invitee_id in invitee_ids:
            for (digest,) in transaction.run(_DIGEST, round_id, invitee_id):
                transaction.run(_WITHDRAW, digest)
            transaction.run(_UNTIE, round_id, invitee_id)

    store.write(work)


def to_remind(store: Store, round_id: RoundId) -> tuple[ToRemind, ...]:
    """Who still has to answer and takes mail about it; never for a screen."""
    opened = partial(store.vault.opened, round_id)
    return tuple(
        ToRemind(
            Invitee(invitee_id, RaterGroup(group), opened(name), opened(address), has_link=True),
            message_id or "",
            code or "",
            state == "started",
        )
        for invitee_id, group, name, address, message_id, code, state in store.read(
            _TO_REMIND, round_id
        )
    )


def unsubscribe(store: Store, code: str) -> None:
    """Send somebody no more mail about a round; an unknown code changes nothing."""
    store.write(lambda transaction: transaction.run(_UNSUBSCRIBE, code))
