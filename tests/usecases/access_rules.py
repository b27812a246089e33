"""Who may do what, written down apart from the policy: a line for every use case with an actor.

A line says what is called, in which state of the rounds, by whom it succeeds, and how it is called
so that it would succeed. It asks nothing of the policy, so that the two can be laid side by side.
"""

import functools
from collections.abc import Callable
from typing import NamedTuple

import pytest

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from tests.usecases.access_scene import SOON, Scene, State, Thing
from tests.usecases.organisation import ESDOORN, WILG

Who = Callable[[Scene, Person, Thing], bool]
Act = Callable[[Scene, Person, Thing], object]


class Rule(NamedTuple):
    """A line of the table; `name` is module and function of a use case."""

    name: str
    state: State
    who: Who
    act: Act


def owner(_: Scene, actor: Person, thing: Thing) -> bool:
    """The ib'er whose round it is, and nobody else: no schoolleider, bestuur or beheerder."""
    return actor == thing.owner


def reader(_: Scene, actor: Person, thing: Thing) -> bool:
    """The one it is shared with; not even the ib'er who shared it."""
    return actor == thing.reader


def coordinator_there(scene: Scene, actor: Person, thing: Thing) -> bool:
    """Who is ib'er at that school now."""
    return (actor, thing.school_id) in {(scene.folk.an, WILG), (scene.folk.bo, ESDOORN)}


def ever_there(scene: Scene, actor: Person, thing: Thing) -> bool:
    """Who is or was ib'er at that school, or is already known to become it."""
    return coordinator_there(scene, actor, thing) or (actor, thing.school_id) == (SOON, WILG)


def leads_there(scene: Scene, actor: Person, thing: Thing) -> bool:
    """Who is ib'er or schoolleider at that school now."""
    leaders = {(scene.folk.leader, WILG), (scene.folk.other_leader, ESDOORN)}
    return coordinator_there(scene, actor, thing) or (actor, thing.school_id) in leaders


def coordinator(scene: Scene, actor: Person, _: Thing) -> bool:
    """Who is ib'er anywhere now."""
    return actor in {scene.folk.an, scene.folk.bo}


def administrator(scene: Scene, actor: Person, _: Thing) -> bool:
    """The beheerder of today; not the one of last year or of next year."""
    return actor == scene.folk.administrator


def anybody(_: Scene, __: Person, ___: Thing) -> bool:
    """Everybody, since it is only about what is their own."""
    return True


class Of(NamedTuple):
    """An argument that depends on who tries it, and on what."""

    found: Callable[[Scene, Person, Thing], object]


STORE = Of(lambda scene, _, __: scene.store)
ACTOR = Of(lambda _, actor, __: actor)
ROUND = Of(lambda _, __, thing: thing.round_id)
SCHOOL = Of(lambda _, __, thing: thing.school_id)


def line(
    function: Callable[..., object], state: State, who: Who, *arguments: object, **named: object
) -> Rule:
    """A line for a use case that takes the store and the actor first, then these arguments."""
    return called(function, state, who, STORE, ACTOR, *arguments, **named)


def called(
    function: Callable[..., object], state: State, who: Who, *arguments: object, **named: object
) -> Rule:
    """As `line`, for a use case that takes just these arguments."""

    def act(scene: Scene, actor: Person, thing: Thing) -> object:
        def value(each: object) -> object:
            return each.found(scene, actor, thing) if isinstance(each, Of) else each

        given = {name: value(each) for name, each in named.items()}
        return function(*map(value, arguments), **given)

    module = function.__module__.rpartition(".")[2]
    return Rule(f"{module}.{function.__name__}", state, who, act)


def without_mail(function: Callable[..., object]) -> Callable[..., object]:
    """The same use case, which goes no further than saying that nothing here sends mail."""

    @functools.wraps(function)
    def act(*arguments: object, **named: object) -> None:
        with pytest.raises(InputError, match="verstuurt geen mail"):
            function(*arguments, **named)

    return act
