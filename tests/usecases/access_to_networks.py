"""Who may do what with a network: a coach publishes, its ib'ers choose whether they count."""

import functools
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.access import network_codes
from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.usecases import (
    counting,
    network_file,
    network_inviting,
    network_meeting,
    network_own,
    networks,
)
from ibreflect.usecases.network_file import Wish
from ibreflect.usecases.network_meeting import Texts, Wanted, When
from tests.usecases.access_rules import ROUND, Rule, anybody, coordinator, line, owner
from tests.usecases.access_scene import NOW, TODAY, Scene, State, Thing
from tests.usecases.organisation import ALLIANCE, WILG

NEW, ASKING, ENDED = State
UNTIL = TODAY + timedelta(days=30)
MEETING = (Wanted(ALLIANCE, 1, ["zorg"]), Texts(Path(), ()))
CODE = network_codes.new_code().text


def _coach(scene: Scene, actor: Person, _: Thing) -> bool:
    """Who is coach of the samenwerkingsverband now."""
    return actor == scene.folk.coach


def _refused(function: Callable[..., object], says: str) -> Callable[..., object]:
    """The same use case, for whom it may do no more than say what is not there."""

    @functools.wraps(function)
    def act(*arguments: object, **named: object) -> None:
        with pytest.raises(InputError, match=says):
            function(*arguments, **named)

    return act


_publish = _refused(networks.publish, "niet genoeg")
_file = _refused(network_file.scan, "hoort hier al bij een netwerk")
_code_of = _refused(network_inviting.code_of, "er niet")
_pdf = _refused(network_meeting.offer_pdf, "Dit beeld is er niet")
_word = _refused(network_meeting.offer_word, "Dit beeld is er niet")
_take_back = _refused(network_inviting.take_back, "er niet")


def _in_it(scene: Scene, actor: Person, thing: Thing) -> bool:
    """Its coach, who is ib'er at one of its schools now, and the board of a school of it."""
    for_a_board = actor == scene.folk.board_member
    return for_a_board or _coach(scene, actor, thing) or coordinator(scene, actor, thing)


TABLE: tuple[Rule, ...] = (
    line(counting.count, ENDED, owner, ROUND, UNTIL, now=NOW),
    line(counting.mine, ENDED, anybody),
    line(counting.withdraw, ENDED, owner, ROUND, now=NOW),
    line(network_file.possible, ENDED, anybody),
    line(_file, ENDED, owner, ROUND, Wish(CODE, UNTIL), now=NOW),
    line(network_file.stop, ENDED, anybody, CODE, now=NOW),
    line(_code_of, ENDED, _coach, ALLIANCE, UUID(int=1), today=TODAY),
    line(network_inviting.invite, ENDED, _coach, ALLIANCE, WILG, now=NOW),
    line(network_inviting.invites, ENDED, _coach, ALLIANCE, today=TODAY),
    line(network_inviting.may_invite, ENDED, anybody, ALLIANCE, today=TODAY),
    line(network_inviting.read_in, ENDED, _coach, ALLIANCE, (), now=NOW),
    line(network_inviting.schools, ENDED, _coach, ALLIANCE, today=TODAY),
    line(_take_back, ENDED, _coach, ALLIANCE, UUID(int=1), now=NOW),
    line(_pdf, ENDED, _in_it, *MEETING, when=When(TODAY, 0.0)),
    line(_word, ENDED, _in_it, *MEETING, when=When(TODAY, 0.0)),
    line(network_own.has_place, ENDED, anybody, ALLIANCE),
    line(network_own.place, ENDED, anybody, ALLIANCE),
    line(networks.is_for_a_board, ENDED, anybody, today=TODAY),
    line(networks.is_enough, ENDED, _coach, ALLIANCE, today=TODAY),
    line(networks.may_publish, ENDED, anybody, ALLIANCE, today=TODAY),
    line(networks.mine, ENDED, anybody, today=TODAY),
    line(_publish, ENDED, _coach, ALLIANCE, "", now=NOW),
    line(networks.published, ENDED, _in_it, ALLIANCE, today=TODAY),
)
