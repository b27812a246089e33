"""How much is kept of somebody, and what the places are called where they work."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from ibreflect.store.connection import Store

_COUNTS = """
    select
        (select count(*) from round where person_id = $1),
        (select count(distinct (a.response_id, a.item_id))
            from round r
            join response p on p.round_id = r.round_id and p.perspective = 'self'
            join answer a on a.response_id = p.response_id
            where r.person_id = $1),
        (select count(*) from round_text t join round r on r.round_id = t.round_id
            where r.person_id = $1),
        (select count(*) from context c join round r on r.round_id = c.round_id
            where r.person_id = $1),
        (select count(*) from time_share t join round r on r.round_id = t.round_id
            where r.person_id = $1),
        (select count(*) from snapshot s join round r on r.round_id = s.round_id
            where r.person_id = $1),
        (select count(*) from invitee i join round r on r.round_id = i.round_id
            where r.person_id = $1),
        (select count(*) from school_direction where person_id = $1),
        (select count(*) from mandate_agreement where person_id = $1),
        (select count(*) from goal where person_id = $1),
        (select count(*) from log_entry where person_id = $1),
        (select count(*) from reflection where person_id = $1),
        (select count(*) from conversation where person_id = $1),
        (select count(*) from conversation where partner_id = $1),
        (select count(*) from share where owner_id = $1),
        (select count(*) from network_scan where person_id = $1),
        (select count(*) from coach_note where coach_id = $1),
        (select count(*) from membership where person_id = $1),
        (select count(*) from passkey where person_id = $1)
            + (select count(*) from identity where person_id = $1),
        (select count(*) from session where person_id = $1),
        (select count(*) from event where subject_id = $1 or actor_id = $1)
"""
_PLACES = """
    select school_id, name from school
    union all
    select board_id, name from board
    union all
    select alliance_id, name from alliance
"""


class Counts(NamedTuple):
    """How many of everything there is of somebody.

    `answers` counts each statement of each round once; `invitees` are people on the lists of rounds
    in which asking has not ended; `conversations` are those as ib'er; `counted` are rounds that
    count, or counted, in a network; `coach_notes` are what they wrote as coach about ib'ers;
    `ways_in` are passkeys and accounts elsewhere.
    """

    rounds: int
    answers: int
    texts: int
    choices: int
    time: int
    heard: int
    invitees: int
    directions: int
    agreements: int
    goals: int
    log_entries: int
    reflections: int
    conversations: int
    conversations_as_partner: int
    shares: int
    counted: int
    coach_notes: int
    positions: int
    ways_in: int
    sessions: int
    events: int


def counts(store: Store, person_id: UUID) -> Counts:
    """How much is kept of somebody."""
    ((*numbers,),) = store.read(_COUNTS, person_id)
    return Counts(*(int(number) for number in numbers))


def place_names(store: Store, place_ids: Collection[UUID]) -> dict[UUID, str]:
    """What these schools, boards and samenwerkingsverbanden are called; unknown ones are absent."""
    return {place: name for place, name in store.read(_PLACES) if place in place_ids}
