"""Planning a conversation: with whom, along which guide, about which round, when."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import conversing as verdicts
from ibreflect.access import policy
from ibreflect.errors import InputError
from ibreflect.model.conversation import Conversation, ConversationId
from ibreflect.model.guide import Company, ExactGuide, Seat
from ibreflect.model.membership import Position
from ibreflect.model.person import Person, School
from ibreflect.model.round import Round, RoundId
from ibreflect.questionnaires.guides import FOLDER, load_guides
from ibreflect.store import conversations, erasure, memberships, preparations, rounds
from ibreflect.store.connection import Store
from ibreflect.store.conversations import NewConversation
from ibreflect.usecases import conversing, entering, people, signing_in, tidying
from ibreflect.usecases.conversing import LONGEST, At

USUAL = timedelta(weeks=6)
_COMPANY = {
    Position.SCHOOL_LEADER: Company.SCHOOL_LEADER,
    Position.COACH: Company.COACH,
}
_NO_GUIDE = "Dit soort gesprek is er niet (meer). Laad de pagina opnieuw en kies er een."
_NO_PARTNER = (
    "Met deze persoon kun je dit gesprek niet plannen. Kies de schoolleider van de school of een "
    "coach van het samenwerkingsverband."
)
_NO_ROUND = "Deze meetronde hoort niet bij deze school. Kies een andere, of geen."
_WHEN = "Kies een dag vanaf vandaag, en hoogstens een jaar verder."
_UNTIL = "Kies een laatste dag op of na de dag van het gesprek, en hoogstens een jaar erna."


class Partner(NamedTuple):
    """Somebody a conversation can be with, as what."""

    person: Person
    company: Company
    place_name: str


class Options(NamedTuple):
    """What a conversation at a school can be: guides, with whom, and about which rounds.

    `by_name` is whether the other has no account, so that a name is enough.
    """

    guides: tuple[ExactGuide, ...]
    partners: tuple[Partner, ...]
    rounds: tuple[Round, ...]
    by_name: bool


class Plan(NamedTuple):
    """What the ib'er wants to plan.

    `partner` is somebody's id, a name where somebody works alone, None for a group. `open_until` is
    the last day on which the other sees what lies on the table; None for six weeks after.
    """

    guide_id: str
    school_id: UUID
    partner: UUID | str | None
    round_id: UUID | None
    planned_on: date
    planned_at: time | None = None
    open_until: date | None = None


class Days(NamedTuple):
    """When a conversation is, and until when the other sees what lies on the table."""

    on: date
    at: time | None
    open_until: date


def schools(store: Store, actor: Person, *, today: date) -> tuple[School, ...]:
    """Where the actor is ib'er now, and so can plan a conversation."""
    held = memberships.of_person(store, actor.person_id)
    return tuple(
        each
        for each in people.my_schools(store, actor)
        if policy.may_change_for_school(held, each.school_id, today).allowed
    )


def options(store: Store, actor: Person, school_id: UUID, folder: Path, *, today: date) -> Options:
    """What can be planned at one of the actor's schools; NotAllowedError for another school."""
    school = _school(store, actor, school_id, today)
    partners = _partners(store, actor, school, today)
    by_name = not signing_in.is_together(store) and not partners
    known = {each.company for each in partners}
    return Options(
        guides=tuple(
            each
            for each in load_guides(folder / FOLDER)
            if by_name or each.guide.company in {*known, Company.GROUP}
        ),
        partners=partners,
        rounds=rounds_at(store, actor, school.school_id),
        by_name=by_name,
    )


def plan(store: Store, actor: Person, wanted: Plan, folder: Path, *, today: date) -> ConversationId:
    """Plan a conversation and return its id; a second click returns the same.

    InputError for a guide, partner or round that is not on offer, or a day before today or more
    than a year ahead; NotAllowedError for a school where the actor is not ib'er now.
    """
    offered = options(store, actor, wanted.school_id, folder, today=today)
    exact = next((each for each in offered.guides if each.guide.id == wanted.guide_id), None)
    if exact is None:
        raise InputError(_NO_GUIDE)
    until = wanted.open_until or wanted.planned_on + USUAL
    _require_days(wanted.planned_on, until, first=today, today=today)
    partner_id, name = _partner(offered, exact.guide.company, wanted)
    new = NewConversation(
        owner_id=actor.person_id,
        school_id=wanted.school_id,
        partner_id=partner_id,
        partner_name=store.vault.seal(actor.person_id, name),
        round_id=_round(offered.rounds, wanted.round_id, exact.guide.company),
        guide=exact,
        planned_on=wanted.planned_on,
        planned_at=wanted.planned_at,
        open_until=until,
    )
    return store.write(lambda transaction: conversations.add(transaction, store.vault, new))


def move(store: Store, actor: Person, at: At, days: Days) -> None:
    """Plan it on another day, or let the partner look until another day; the ib'er's to do.

    InputError for days as in `plan`, NotAllowedError for the partner.
    """
    here = _mine(store, actor, at)
    _require_days(days.on, days.open_until, first=min(at.today, here.planned_on), today=at.today)
    store.write(
        lambda transaction: conversations.plan(
            transaction,
            here.conversation_id,
            on=days.on,
            at=days.at,
            open_until=days.open_until,
        )
    )


def be_about(store: Store, actor: Person, at: At, round_id: UUID | None) -> None:
    """Let a conversation be about another round of the school, or none; the ib'er's to do.

    InputError for another round, NotAllowedError for the partner, or while the ib'er is ready: what
    is laid down stays true.
    """
    here = _mine(store, actor, at)
    policy.require(verdicts.may_fill_in(here, Seat.OWNER))
    offered = rounds_at(store, actor, here.school_id)
    chosen = _round(offered, round_id, here.company)
    store.write(lambda work: preparations.be_about(work, here.conversation_id, chosen))


def erase(store: Store, actor: Person, at: At) -> None:
    """Erase a conversation with all that was prepared, said and agreed in it; the ib'er's to do.

    Goals and mandates that both agreed on stay where they landed.
    """
    here = _mine(store, actor, at)
    store.write(lambda transaction: erasure.erase_conversation(transaction, here.conversation_id))
    tidying.forget_deleted(store)


def rounds_at(store: Store, actor: Person, school_id: UUID) -> tuple[Round, ...]:
    """The actor's handed-in rounds at a school, newest first."""
    mine = rounds.of_person(store, actor.person_id)
    here = [each for each in mine if each.school_id == school_id and each.handed_in]
    return tuple(reversed(here))


def _mine(store: Store, actor: Person, at: At) -> Conversation:
    """The conversation, for the ib'er whose it is, whichever seat was taken on this computer."""
    here = conversing.seated(store, actor, at._replace(wants=None))
    policy.require(verdicts.may_own(here.seat))
    return here.conversation


def _school(store: Store, actor: Person, school_id: UUID, today: date) -> School:
    school = people.my_school(store, actor, school_id)
    people.require_change_for_school(store, actor, school_id, today=today)
    return school


def _partners(store: Store, actor: Person, school: School, today: date) -> tuple[Partner, ...]:
    near = memberships.near_school(store, school.school_id, today)
    return tuple(
        Partner(person, _COMPANY[position], place)
        for person, position, place in near
        if person.person_id != actor.person_id
    )


def _partner(offered: Options, company: Company, wanted: Plan) -> tuple[UUID | None, str]:
    """Who it is with: an id, or a name for who works alone; neither for a group."""
    if company is Company.GROUP:
        return None, ""
    if isinstance(wanted.partner, str) and offered.by_name:
        return None, entering.name(wanted.partner, "met wie je in gesprek gaat")
    for each in offered.partners:
        if each.person.person_id == wanted.partner and each.company is company:
            return each.person.person_id, ""
    raise InputError(_NO_PARTNER)


def _round(offered: Sequence[Round], wanted: UUID | None, company: Company) -> RoundId | None:
    """The round that it is about; with a group there are no figures of a person on the table."""
    if wanted is None or company is Company.GROUP:
        return None
    for each in offered:
        if each.round_id == wanted:
            return each.round_id
    raise InputError(_NO_ROUND)


def _require_days(planned_on: date, until: date, *, first: date, today: date) -> None:
    if not first <= planned_on <= today + LONGEST:
        raise InputError(_WHEN)
    if not planned_on <= until <= planned_on + LONGEST:
        raise InputError(_UNTIL)
