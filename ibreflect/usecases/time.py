"""Mijn tijd: how an ib'er divides the time of a round, number by number, and over rounds."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.measure.time_sentences import about_total
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.time import (
    SPLITS,
    WHOLE,
    Moment,
    Shares,
    Slot,
    division,
    entered,
    left,
)
from ibreflect.store import time
from ibreflect.store.connection import Store
from ibreflect.usecases import rounds

_SLOTS = frozenset(
    Slot(split.split_id, part.part_id, moment)
    for split in SPLITS
    for part in split.parts
    for moment in Moment
)


class Time(NamedTuple):
    """What was entered in a round, in percent by slot, and the same of the round before."""

    round: Round
    numbers: dict[Slot, int]
    earlier: Round | None
    earlier_numbers: dict[Slot, int]


class Divided(NamedTuple):
    """One round in which a split adds up to 100 now; its wish may still be open (None)."""

    round: Round
    now: Shares
    wished: Shares | None


def of_round(store: Store, actor: Person, round_id: UUID) -> Time:
    """The time of one of the actor's rounds, complete or not."""
    subject = rounds.one(store, actor, round_id)
    before = [each for each in rounds.mine(store, actor) if each.term < subject.term]
    earlier = before[-1] if before else None
    return Time(
        round=subject,
        numbers=time.of_round(store, subject.round_id),
        earlier=earlier,
        earlier_numbers=time.of_round(store, earlier.round_id) if earlier else {},
    )


def keep(store: Store, actor: Person, round_id: UUID, *, slot: Slot, percent: int | None) -> None:
    """Keep one number as it was entered (0-100), whatever the sum is by now; None drops it.

    A split counts only once it adds up to 100, so nothing has to be entered in one go.
    InputError for another number or an unknown slot; NotAllowedError when the round is closed or
    somebody else's.
    """
    _keep(store, actor, round_id, {slot: percent})


def save(store: Store, actor: Person, round_id: UUID, *, numbers: Mapping[Slot, int]) -> None:
    """Keep whole splits at once, each 100 together at its moment; parts left out are 0.

    InputError says how much is left to divide or too much; then nothing is kept. Other errors as
    for `keep`.
    """
    every: dict[Slot, int | None] = dict(numbers)
    for split in SPLITS:
        for moment in Moment:
            shares = entered(split, moment, numbers)
            if shares and left(shares) != 0:
                raise InputError(about_total(moment, shares))
            rest = [part.part_id for part in split.parts if shares and part.part_id not in shares]
            every |= {Slot(split.split_id, part_id, moment): 0 for part_id in rest}
    _keep(store, actor, round_id, every)


def over_rounds(store: Store, actor: Person) -> dict[str, tuple[Divided, ...]]:
    """By split id, the actor's rounds in which the split adds up to 100 now, oldest first."""
    kept = time.of_person(store, actor.person_id)
    mine = rounds.mine(store, actor)
    return {
        split.split_id: tuple(
            Divided(each, now, wished)
            for each in mine
            for now, wished in [division(split, kept.get(each.round_id, {}))]
            if now
        )
        for split in SPLITS
    }


def _keep(store: Store, actor: Person, round_id: UUID, numbers: Mapping[Slot, int | None]) -> None:
    subject = rounds.one(store, actor, round_id)
    policy.require(policy.may_change(actor, subject))
    if not _SLOTS.issuperset(numbers):
        raise InputError("Dit onderdeel hoort niet bij je tijd. Laad de pagina opnieuw.")
    for percent in numbers.values():
        _require_possible(percent)
    if not time.keep(store, subject.round_id, numbers):
        raise NotAllowedError("De ronde is intussen afgesloten; je getal is niet opgeslagen.")


def _require_possible(percent: int | None) -> None:
    if percent is None:
        return
    if type(percent) is not int or not 0 <= percent <= WHOLE:
        raise InputError(
            "Dit getal is niet opgeslagen. Vul een heel getal in van 0 tot en met 100."
        )
