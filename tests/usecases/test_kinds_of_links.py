"""Links to answer, to look along and to stop the mail: each opens its own, in its own round."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple
from uuid import UUID

import pytest

from ibreflect.errors import NotAllowedError
from ibreflect.model.asking import Task
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.usecases import answering, inviting, people, posting, rounds
from ibreflect.usecases.answering import State
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.store.rounds_with_others import TODAY

_CODE = "select unsubscribe_code from invitee where round_id = $1"
_MAILED = "select wants_mail from invitee where round_id = $1"


class Keys(NamedTuple):
    """A link of each kind to one round."""

    round_id: UUID
    answering: str
    second: str
    unsubscribing: str


@pytest.fixture
def noor(store: Store) -> Person:
    people.introduce(store, name="Noor", school=scans.SCHOOL, today=TODAY)
    owner = people.owner(store)
    assert owner is not None
    return owner


@pytest.fixture
def both(store: Store, noor: Person) -> tuple[Keys, Keys]:
    """Two rounds, at two schools."""
    first = _keys(store, noor, "De Wilg")
    others.finish_scan(store, noor, first.round_id, {"LC1": 3})
    return first, _keys(store, noor, "Het Anker")


def _keys(store: Store, noor: Person, school: str) -> Keys:
    round_id = scans.begin(store, noor, school=school)
    second = inviting.ask_along(store, noor, round_id, "Marleen", Task.ADD, today=TODAY)
    (token,) = others.ask_team(store, noor, round_id, 1)
    ((code,),) = store.read(_CODE, round_id)
    return Keys(round_id, token, second, str(code))


def test_a_link_opens_what_it_is_for_and_nothing_else(
    store: Store, both: tuple[Keys, Keys]
) -> None:
    for held in both:
        assert others.state(store, held.answering) is State.OPEN
        assert others.visit(store, held.answering).round.round_id == held.round_id
        assert _seen_along(store, held.second) == held.round_id
        for wrong in (held.second, held.unsubscribing):
            assert others.state(store, wrong) is State.UNKNOWN
        for wrong in (held.answering, held.unsubscribing):
            assert _seen_along(store, wrong) is None


def test_a_link_of_another_kind_does_nothing(store: Store, both: tuple[Keys, Keys]) -> None:
    before = scans.contents(store)
    for act in _wrong_uses(store, both):
        with pytest.raises(NotAllowedError):
            act()
    for held in both:
        assert answering.map_of_both(store, held.second) is None
        for wrong in (held.second, held.answering, str(held.round_id), "", "\0", "x" * 10_000):
            posting.unsubscribe(store, wrong)
    assert scans.contents(store) == before


def _wrong_uses(store: Store, both: tuple[Keys, Keys]) -> Iterator[Callable[[], object]]:
    for held in both:
        of_no_kind = (held.unsubscribing, str(held.round_id), "", "\0", "x" * 10_000)
        for act, wrong in product(
            (inviting.look, inviting.agree, inviting.hand_out_along),
            (held.answering, *of_no_kind),
        ):
            yield lambda act=act, wrong=wrong: act(store, wrong, today=TODAY)  # type: ignore[misc]
        for use, wrong in product((answering.visit, answering.hand_in), (held.second, *of_no_kind)):
            yield lambda use=use, wrong=wrong: use(store, wrong, today=TODAY)  # type: ignore[misc]
        for wrong in (held.answering, *of_no_kind):
            yield lambda wrong=wrong: inviting.add_along(  # type: ignore[misc]
                store, wrong, RaterGroup.TEACHER, "Bo", today=TODAY
            )


def test_a_code_stops_the_mail_of_one_person(store: Store, both: tuple[Keys, Keys]) -> None:
    first, other = both
    posting.unsubscribe(store, first.unsubscribing)
    assert store.read(_MAILED, first.round_id) == [(False,)]
    assert store.read(_MAILED, other.round_id) == [(True,)]
    assert others.state(store, first.answering) is State.OPEN


def test_who_looks_along_at_a_closed_round_sees_nothing(
    store: Store, noor: Person, both: tuple[Keys, Keys]
) -> None:
    closed, other = both
    rounds.close(store, noor, closed.round_id)
    assert _seen_along(store, closed.second) is None
    assert others.state(store, closed.answering) is State.CLOSED
    assert _seen_along(store, other.second) == other.round_id


def _seen_along(store: Store, key: str) -> UUID | None:
    try:
        return inviting.look(store, key, today=TODAY).asking.round.round_id
    except NotAllowedError:
        return None
