"""How the time of a round is divided: one number per part, split and moment."""

from collections.abc import Mapping
from uuid import UUID

from ibreflect.model.round import RoundId
from ibreflect.model.time import Moment, Slot
from ibreflect.store.connection import Store, Transaction

_IS_OPEN = "select 1 from round where round_id = $1 and is_open"
_OF_ROUND = "select split, part, moment, percent from time_share where round_id = $1"
_OF_PERSON = """
    select t.round_id, t.split, t.part, t.moment, t.percent
    from time_share t join round r on r.round_id = t.round_id
    where r.person_id = $1
"""
_KEEP = """
    insert into time_share (round_id, split, part, moment, percent) values ($1, $2, $3, $4, $5)
    on conflict (round_id, split, part, moment) do update set percent = excluded.percent
"""
_DROP = """
    delete from time_share where round_id = $1 and split = $2 and part = $3 and moment = $4
"""


def of_round(store: Store, round_id: RoundId) -> dict[Slot, int]:
    """What was entered in a round, in percent; empty parts are absent."""
    return {
        Slot(split, part, Moment(moment)): percent
        for split, part, moment, percent in store.read(_OF_ROUND, round_id)
    }


def of_person(store: Store, person_id: UUID) -> dict[RoundId, dict[Slot, int]]:
    """What was entered in all rounds of a person, by round id; as `of_round`."""
    rounds: dict[RoundId, dict[Slot, int]] = {}
    for round_id, split, part, moment, percent in store.read(_OF_PERSON, person_id):
        rounds.setdefault(round_id, {})[Slot(split, part, Moment(moment))] = percent
    return rounds


def keep(store: Store, round_id: RoundId, numbers: Mapping[Slot, int | None]) -> bool:
    """Keep these numbers together and drop those that are None; False when the round is closed."""

    def work(transaction: Transaction) -> bool:
        if not transaction.run(_IS_OPEN, round_id):
            return False
        for slot, percent in numbers.items():
            if percent is None:
                transaction.run(_DROP, round_id, *slot)
            else:
                transaction.run(_KEEP, round_id, *slot, percent)
        return True

    return store.write(work)
