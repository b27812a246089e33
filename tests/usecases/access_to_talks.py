"""Who may do what with conversations: the ib'er, who sits across the table, and nobody else."""

import functools
from collections.abc import Callable
from contextlib import suppress
from datetime import time, timedelta

import pytest

from ibreflect.access.conversing import NOT_THERE
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.conversation import Decision
from ibreflect.model.person import Person
from ibreflect.model.report import Closing
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    agreeing,
    conversing,
    planning,
    preparing,
    private_notes,
    talk_files,
    talk_reminders,
    talking,
    view_talk,
)
from ibreflect.usecases.conversing import At
from ibreflect.usecases.planning import Days, Plan
from tests.usecases import access_talks
from tests.usecases.access_rules import SCHOOL, Of, anybody, coordinator_there, line, owner
from tests.usecases.access_scene import FOLDER, NOW, TODAY, Scene, State, Thing
from tests.usecases.access_talks import GUIDE, THEME, TOPIC

PREPARING, TALKING, ENDED = State
LATER = TODAY + timedelta(days=14)
Act = Callable[..., object]


def seated(_: Scene, actor: Person, thing: Thing) -> bool:
    """The ib'er whose conversation it is, and the schoolleider across the table."""
    return actor in {thing.owner, thing.reader}


def _only_the_owner(function: Act) -> Act:
    """The same use case; who sits across the table knows that it is there, and hears why not."""

    @functools.wraps(function)
    def act(store: Store, actor: Person, at: At, *rest: object, **named: object) -> object:
        try:
            return function(store, actor, at, *rest, **named)
        except NotAllowedError as error:
            told = str(error).replace("Dat kan alleen de ib'er. Vraag het aan tafel.", NOT_THERE)
            raise NotAllowedError(told) from error

    return act


def _with_the_pen(function: Act) -> Act:
    """The same use case, by who takes the pen first."""

    @functools.wraps(function)
    def act(store: Store, actor: Person, at: At, *rest: object) -> object:
        talking.take_pen(store, actor, at)
        return function(store, actor, at, *rest)

    return act


@functools.wraps(preparing.set_ready)
def _set_ready(store: Store, actor: Person, at: At) -> None:
    for is_ready in (True, False):
        preparing.set_ready(store, actor, at, is_ready=is_ready, now=NOW)


@functools.wraps(talking.begin)
def _begin(store: Store, actor: Person, at: At) -> None:
    with suppress(NotAllowedError):  # the other began it a moment ago
        preparing.set_ready(store, actor, at, is_ready=True, now=NOW)
    talking.begin(store, actor, at)


@functools.wraps(agreeing.confirm)
def _confirm(store: Store, actor: Person, at: At) -> None:
    agreeing.confirm(store, actor, at, agreeing.page(store, actor, at).mark, now=NOW)


@functools.wraps(agreeing.go_back)
def _go_back(store: Store, actor: Person, at: At) -> None:
    """Back, and to the end again, so that the other can go back too."""
    agreeing.go_back(store, actor, at)
    talking.end(store, actor, at)


@functools.wraps(preparing.save)
def _save(store: Store, actor: Person, at: At) -> None:
    """Something that either seat answers."""
    preparing.save(store, actor, at, "punt:leercoordinator", "3")


def _no_report_yet(function: Act) -> Act:
    """The same use case, which goes no further than saying that nothing is agreed yet."""

    @functools.wraps(function)
    def act(store: Store, actor: Person, at: At) -> None:
        with pytest.raises(InputError):
            function(store, actor, at, seconds=0.0)

    return act


def _wanted(_: Scene, __: Person, thing: Thing) -> Plan:
    return Plan(GUIDE, thing.school_id, thing.reader.person_id, None, LATER)


def _here(scene: Scene, _: Person, thing: Thing) -> object:
    mine = conversing.mine(scene.store, thing.owner, today=TODAY)
    if not mine:
        raise NotAllowedError("before what was erased there is nothing")
    return mine[-1][0]


AT = Of(lambda scene, _, thing: access_talks.at_of(scene.store, thing.owner))
DAYS = Days(LATER, time(9), LATER)
DECIDED = Decision(TOPIC, 3, "")
NEXT = Closing(next_on=LATER)

TABLE = (
    line(agreeing.page, ENDED, seated, AT),
    line(_with_the_pen(agreeing.keep), ENDED, seated, AT, NEXT),
    line(_confirm, ENDED, seated, AT),
    line(_go_back, ENDED, seated, AT),
    line(conversing.before, ENDED, anybody, Of(_here), today=TODAY),
    line(conversing.mine, ENDED, anybody, today=TODAY),
    line(conversing.seated, ENDED, seated, AT),
    line(conversing.step, TALKING, seated, AT),
    line(planning.options, PREPARING, coordinator_there, SCHOOL, FOLDER, today=TODAY),
    line(planning.plan, PREPARING, coordinator_there, Of(_wanted), FOLDER, today=TODAY),
    line(_only_the_owner(planning.move), PREPARING, owner, AT, DAYS),
    line(_only_the_owner(planning.be_about), PREPARING, owner, AT, None),
    line(planning.schools, PREPARING, anybody, today=TODAY),
    line(planning.rounds_at, PREPARING, anybody, SCHOOL),
    line(_only_the_owner(planning.erase), ENDED, owner, AT),
    line(_only_the_owner(preparing.preview), PREPARING, owner, AT),
    line(preparing.sheet, PREPARING, seated, AT),
    line(_save, PREPARING, seated, AT),
    line(_set_ready, PREPARING, seated, AT),
    line(private_notes.has_place, PREPARING, seated, AT),
    line(private_notes.read, ENDED, seated, AT),
    line(private_notes.keep, TALKING, seated, AT, "Voor mezelf"),
    line(_begin, PREPARING, seated, AT),
    line(talking.show, TALKING, seated, AT, THEME),
    line(talking.take_pen, TALKING, seated, AT),
    line(talking.set_clock, TALKING, seated, AT, 5, now=NOW),
    line(_with_the_pen(talking.write), TALKING, seated, AT, THEME, "Samen"),
    line(_with_the_pen(talking.decide), TALKING, seated, AT, DECIDED),
    line(talking.end, TALKING, seated, AT),
    line(_no_report_yet(talk_files.offer_pdf), ENDED, seated, AT),
    line(_no_report_yet(talk_files.offer_word), ENDED, seated, AT),
    line(talk_files.offer_day, PREPARING, seated, AT, now=NOW, seconds=0.0),
    line(talk_reminders.reminders, PREPARING, anybody, today=TODAY),
    line(view_talk.talk, ENDED, seated, AT),
)
