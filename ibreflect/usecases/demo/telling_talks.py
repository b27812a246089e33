"""Holding the conversations of the example: planned, prepared, talked and agreed as visitors do."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.conversation import ConversationId
from ibreflect.model.person import Person
from ibreflect.model.report import Closing
from ibreflect.questionnaires.guides import FOLDER, load_guides
from ibreflect.settings import read_settings
from ibreflect.store import preparations
from ibreflect.store.connection import Store
from ibreflect.usecases import agreeing, conversing, planning, preparing, talking
from ibreflect.usecases.conversing import At
from ibreflect.usecases.demo.talk import Prepared, Talk, filled
from ibreflect.usecases.planning import Plan

_AT = time(15, 15)


class Setting(NamedTuple):
    """Who talk, at which school, about which round and on which day; no partner for a group."""

    owner: Person
    partner: Person | None
    school_id: UUID
    round_id: UUID | None
    day: date


def plan(store: Store, guide_id: str, where: Setting, *, today: date) -> ConversationId | None:
    """Plan a talk and return its id; None where no such guide is offered."""
    folder = read_settings().questionnaires
    if guide_id not in {each.guide.id for each in load_guides(folder / FOLDER)}:
        return None
    partner_id = where.partner and where.partner.person_id
    wanted = Plan(guide_id, where.school_id, partner_id, where.round_id, where.day, _AT)
    return planning.plan(store, where.owner, wanted, folder, today=today)


def prepare(store: Store, actor: Person, at: At, prepared: Prepared) -> None:
    """Fill in what somebody brings, and say to be ready if they are.

    What is filled in is kept at once, as one by one would cost seconds.
    """
    here = conversing.seated(store, actor, at)
    key = preparing.writer(here.conversation, here.seat)
    sealed = {topic: store.vault.seal(key, text) for topic, text in filled(here, prepared)}
    place = here.conversation.conversation_id, here.seat
    store.write(lambda transaction: preparations.keep_new(transaction, *place, sealed))
    if prepared.is_ready:
        preparing.set_ready(store, actor, at, is_ready=True, now=_moment(at.today))


def hold(store: Store, talk: Talk, where: Setting) -> ConversationId | None:
    """Hold a talk on its day, with a report that is agreed; None as `plan`."""
    conversation_id = plan(store, talk.guide_id, where, today=where.day)
    if conversation_id is None:
        return None
    at = At(conversation_id, where.day)
    if where.partner:
        prepare(store, where.owner, at, talk.owner)
        prepare(store, where.partner, at, talk.partner)
    _talk(store, where.owner, at, talk)
    agreeing.keep(store, where.owner, at, _closing(talk, where.day))
    talking.end(store, where.owner, at)
    for actor in filter(None, (where.owner, where.partner)):
        mark = agreeing.page(store, actor, at).mark
        agreeing.confirm(store, actor, at, mark, now=_moment(where.day))
    return conversation_id


def _moment(day: date) -> datetime:
    """When on a day something is written down: when it begins, so that it is never ahead."""
    return datetime.combine(day, time())


def _talk(store: Store, owner: Person, at: At, talk: Talk) -> None:
    """From theme to theme; what the guide does not ask is not talked about."""
    talking.begin(store, owner, at)
    guide = conversing.seated(store, owner, at).guide
    for theme in guide.themes:
        if theme.id in talk.said:
            talking.write(store, owner, at, theme.id, talk.said[theme.id])
    known = {point.topic for theme in guide.themes for point in theme.points}
    for each in talk.decided:
        if each.topic in known:
            talking.decide(store, owner, at, each)


def _closing(talk: Talk, day: date) -> Closing:
    goals = tuple(aim.entry(day) for aim in talk.aims)
    next_on = None if talk.next_in is None else day + timedelta(days=talk.next_in)
    return Closing(goals=goals, next_on=next_on)
