"""The desk of a coach: the ib'ers who share something or talk with them, and own notes about them.

Who does neither is not there in any way. What was withdrawn and what is over read alike.
"""

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import conversing as verdicts
from ibreflect.access import desk as at_desk
from ibreflect.access import policy
from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.guide import Company, Seat
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.questionnaires.guides import FOLDER, load_guides
from ibreflect.store import coach_notes, memberships
from ibreflect.store.connection import Store
from ibreflect.usecases import cards, conversing, entering, shared, tabling, tidying
from ibreflect.usecases.cards import OfferedCard
from ibreflect.usecases.conversing import At
from ibreflect.usecases.shared import Offered


class Talk(NamedTuple):
    """A conversation with an ib'er, and the titles of the themes that the ib'er put on the table.

    Without titles `why` says in Dutch why they are not to be seen (yet, or any more).
    """

    conversation: Conversation
    themes: tuple[str, ...]
    why: str


class AtDesk(NamedTuple):
    """An ib'er on the desk: what can be read now, newest first, and the next or else last talk."""

    person: Person
    schools: tuple[str, ...]
    shared: tuple[Offered, ...]
    talk: Talk | None

    @property
    def rounds(self) -> int:
        """Of how many rounds something can be read now."""
        return len({each.share.round_id for each in self.shared})


class Questions(NamedTuple):
    """A theme of the guide of a coach with its cards."""

    title: str
    cards: tuple[OfferedCard, ...]


class _Ties(NamedTuple):
    """What ties the coach to ib'ers now: shares, newest first, and talks, last planned first."""

    shared: tuple[Offered, ...]
    talks: tuple[Conversation, ...]

    @property
    def people(self) -> frozenset[UUID]:
        return frozenset(
            [each.share.owner_id for each in self.shared] + [each.owner_id for each in self.talks]
        )


def desk(store: Store, actor: Person, *, now: datetime) -> tuple[AtDesk, ...]:
    """Everybody who shares something with the actor as coach now, or talks with them, by name.

    `now` is a moment in UTC. Empty for who is coach nowhere now.
    """
    ties = _ties(store, actor, now)
    found = [_of_one(store, actor, ties, person_id, day_at(now)) for person_id in ties.people]
    return tuple(sorted(found, key=_by_name))


def offered(store: Store, actor: Person, person_id: UUID, *, now: datetime) -> tuple[Offered, ...]:
    """What one ib'er lets the actor read as coach now, newest first; empty when nothing."""
    ties = _ties(store, actor, now)
    return tuple(each for each in ties.shared if each.share.owner_id == person_id)


def note(store: Store, actor: Person, person_id: UUID, *, now: datetime) -> str:
    """The actor's own note about an ib'er; empty without.

    NotAllowedError, the same for who is not on the desk any more as for who never was.
    """
    _require(store, actor, person_id, now)
    return coach_notes.read(store, actor.person_id, person_id)


def keep_note(store: Store, actor: Person, person_id: UUID, body: str, *, now: datetime) -> None:
    """Keep the actor's own note about an ib'er; empty drops it.

    InputError for more than 4,000 characters, NotAllowedError as `note`.
    """
    _require(store, actor, person_id, now)
    coach_notes.keep(store, actor.person_id, person_id, entering.free_text(body))


def closed_notes(store: Store, actor: Person, *, now: datetime) -> int:
    """How many notes of the actor are about somebody who is not on the desk (any more)."""
    return len(_closed(store, actor, now))


def drop_closed_notes(store: Store, actor: Person, *, now: datetime) -> None:
    """Erase the actor's notes about who is not on the desk (any more)."""
    coach_notes.drop(store, actor.person_id, _closed(store, actor, now))
    tidying.forget_deleted(store)


def question_bank(folder: Path) -> tuple[Questions, ...]:
    """The cards that go with the conversation with a coach, by theme, in the order of its guide."""
    guides = [each.guide for each in load_guides(folder / FOLDER)]
    by_id = {each.card.id: each for each in cards.cards(folder)}
    return tuple(
        Questions(theme.title, found)
        for guide in guides
        if guide.company is Company.COACH
        for theme in guide.themes
        if (found := tuple(by_id[each] for each in theme.cards if each in by_id))
    )


def _ties(store: Store, actor: Person, now: datetime) -> _Ties:
    day = day_at(now)
    places = at_desk.coached(memberships.of_person(store, actor.person_id), day)
    return _Ties(
        tuple(
            each
            for each in shared.with_me(store, actor, now=now)
            if each.share.alliance_id in places
        ),
        tuple(
            each
            for each, seat in conversing.mine(store, actor, today=day)
            if seat is Seat.PARTNER and each.company is Company.COACH
        ),
    )


def _require(store: Store, actor: Person, person_id: UUID, now: datetime) -> None:
    policy.require(at_desk.may_keep_note(_ties(store, actor, now).people, person_id))


def _closed(store: Store, actor: Person, now: datetime) -> frozenset[UUID]:
    return coach_notes.about(store, actor.person_id) - _ties(store, actor, now).people


def _of_one(store: Store, actor: Person, ties: _Ties, person_id: UUID, day: date) -> AtDesk:
    shown = tuple(each for each in ties.shared if each.share.owner_id == person_id)
    talks = [each for each in ties.talks if each.owner_id == person_id]
    name = shown[0].owner if shown else talks[0].owner_name
    schools = {each.subject.school_name for each in shown} | {each.school_name for each in talks}
    return AtDesk(
        person=Person(person_id, name),
        schools=tuple(sorted(schools)),
        shared=shown,
        talk=_talk(store, actor, _nearest(talks, day), day) if talks else None,
    )


def _nearest(talks: list[Conversation], day: date) -> Conversation:
    """The first one still to come, or going on; else the last. `talks` are last planned first."""
    ahead = [
        each
        for each in talks
        if each.stage is Stage.TALKING or (each.stage is Stage.PREPARING and each.planned_on >= day)
    ]
    return ahead[-1] if ahead else talks[0]


def _talk(store: Store, actor: Person, each: Conversation, day: date) -> Talk:
    here = conversing.seated(store, actor, At(each.conversation_id, day))
    shown = verdicts.may_see_preparation(here.conversation, here.seat, day)
    if not shown.allowed:
        return Talk(here.conversation, (), shown.reason)
    titles = tuple(here.guide.theme(theme).title for theme in tabling.themes(store, here))
    return Talk(here.conversation, titles, "")


def _by_name(each: AtDesk) -> tuple[str, str]:
    return each.person.name.casefold(), str(each.person.person_id)
