"""What is brought in, part by part, as it is kept here: schools, rounds, what lies around them."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from pydantic import TypeAdapter

from ibreflect.model.asking import Rules
from ibreflect.model.direction import Direction
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import Asked, SchoolTerm
from ibreflect.model.takeaway import (
    TakeAway,
    TakenAgreement,
    TakenDirection,
    TakenOthers,
    TakenRound,
    TakenVoice,
)
from ibreflect.model.time import Slot
from ibreflect.model.voice import Heard, Snapshot, Voice
from ibreflect.store import (
    asking,
    bringing_in,
    framing,
    memberships,
    people,
    snapshots,
    time,
)
from ibreflect.store.bringing_in import Begun
from ibreflect.store.mandate import AgreedLevel, Terms
from ibreflect.store.rounds import ExactText, NewRound
from ibreflect.store.whole import Whole
from ibreflect.usecases import signing_in
from ibreflect.usecases.import_rules import Checked

_FORM = TypeAdapter(Snapshot)


def schools(taken: TakeAway) -> tuple[str, ...]:
    """Every school that something is about, once."""
    names = [each.school for each in taken.rounds]
    names += [each.school for each in taken.directions]
    names += [each.school for each in taken.agreements]
    names += [each.school for each in taken.goals]
    names += [each.school for each in taken.log]
    return tuple(dict.fromkeys(names))


def places(whole: Whole, actor: Person, taken: TakeAway, today: date) -> dict[str, UUID]:
    """Every school in the file, by name, as a school of the actor."""
    return {each: _place(whole, actor, taken, each, today) for each in schools(taken)}


def _place(whole: Whole, actor: Person, taken: TakeAway, name: str, today: date) -> UUID:
    """The school of that name among the actor's own; else a new one that is history.

    Where people sign in, who works where is the beheerder's: the position there has ended.
    """
    mine = {each.name: each.school_id for each in people.schools_of(whole, actor.person_id)}
    if name in mine:
        return mine[name]
    since, until = _worked(taken, name, today)
    if signing_in.is_together(whole):
        yesterday = today - timedelta(days=1)
        until = min(until or yesterday, yesterday)
        since = min(since, until)
    made = people.add_school(whole, actor.person_id, name, since)
    if until is not None:
        held = Membership(actor.person_id, Position.IB_COORDINATOR, made.school_id, since, None)
        memberships.end(whole.transaction, held, until)
    return made.school_id


def _worked(taken: TakeAway, name: str, today: date) -> tuple[date, date | None]:
    """From when until when the file says that somebody was ib'er at a school."""
    held = [
        each
        for each in taken.person.positions
        if each.position is Position.IB_COORDINATOR and each.place == name
    ]
    since = min([today, *(each.since for each in held)])
    ends = [each.until for each in held if each.until is not None]
    if not held or len(ends) < len(held):
        return since, None
    return since, max(since, min(today, max(ends)))


def keep_round(
    whole: Whole, actor: Person, school_id: UUID, each: TakenRound, checked: Checked
) -> None:
    """Keep a round with everything in it, as far as it was."""
    texts = tuple(
        ExactText(Asked(asked.id, asked.version), found.sha256, found.text)
        for asked in each.asked
        for found in [checked.instruments[asked.id, asked.version]]
    )
    term = SchoolTerm(each.school_year, each.period)
    new = NewRound(actor.person_id, school_id, term, texts)
    made = bringing_in.begin(whole, new, each.answers)
    for field, choice in each.context.items():
        framing.keep_choice(whole, made.round_id, field, choice)
    for topic, body in each.texts.items():
        framing.keep_text(whole, made.round_id, topic, body)
    slots = {Slot(one.split, one.part, one.moment): one.percent for one in each.time}
    time.keep(whole, made.round_id, slots)
    if each.others:
        _keep_others(whole, made, each.others)
    bringing_in.finish(whole, made, is_open=each.is_open, handed_in=each.handed_in)


def _keep_others(whole: Whole, made: Begun, others: TakenOthers) -> None:
    """What was shown, with the rules it was asked under; who received answers is not told."""
    rules = Rules(
        opens_on=others.opens_on,
        closes_on=others.closes_on,
        floors=others.floors,
        asked=others.asked,
        region=others.region,
        reply_name="",
        reply_address="",
        handed_out_by=others.handed_out_by,
    )
    shown = Snapshot(
        voices={each: _voices(voices) for each, voices in others.voices.items()},
        remarks=others.remarks,
        leader_remarks=others.leader_remarks,
    )
    asking.begin(whole, made.round_id, rules)
    snapshots.freeze(whole, made.round_id, lambda _: _FORM.dump_json(shown).decode())


def _voices(voices: Iterable[TakenVoice]) -> tuple[Voice, ...]:
    return tuple(
        Voice(
            mark=each.mark,
            groups=each.groups,
            n=each.n,
            floor=each.floor,
            heard={item: Heard(**dict(heard)) for item, heard in each.heard.items()},
            reason=each.reason,
            at_least=each.at_least,
        )
        for each in voices
    )


def as_direction(each: TakenDirection) -> Direction:
    """A direction as it is kept."""
    return Direction(each.recorded_on, each.point, each.reason)


def as_terms(each: TakenAgreement) -> Terms:
    """An agreement as it is kept."""
    return Terms(
        agreed_on=each.agreed_on,
        review_on=each.review_on,
        asked=Asked(each.asked.id, each.asked.version),
        agreed={item_id: AgreedLevel(one.level, one.note) for item_id, one in each.agreed.items()},
    )
