"""Bringing in where several people work: whose schools these are is the beheerder's."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import people, rounds
from tests.usecases import taking_along
from tests.usecases.organisation import Organisation, organisation
from tests.usecases.taking_along import TODAY, bring_in, propose


@pytest.fixture
def together(tmp_path: Path) -> Iterator[Store]:
    """An installation in which people sign in."""
    opened = Store(tmp_path / "samen.duckdb")
    yield opened
    opened.close()


@pytest.fixture
def everybody(together: Store) -> Organisation:
    return organisation(together)


def test_a_foreign_school_is_history(
    store: Store, actor: Person, together: Store, everybody: Organisation
) -> None:
    taking_along.full_person(store, actor)
    taking_along.second_round(store, actor)

    assert bring_in(together, everybody.an, taking_along.file_of(store, actor)) == 2

    schools = {each.name for each in people.my_schools(together, everybody.an)}
    assert schools == {"De Wilg", "Het Anker"}
    # De Wilg is where An works here; at Het Anker nobody begins a round.
    where = [each.name for each in rounds.schools(together, everybody.an, today=TODAY)]
    assert where == ["De Wilg"]


def test_a_school_of_somebody_else_with_that_name_stays_theirs(
    store: Store, actor: Person, together: Store, everybody: Organisation
) -> None:
    taking_along.full_person(store, actor)
    assert bring_in(together, everybody.bo, taking_along.file_of(store, actor)) == 1
    (mine,) = rounds.mine(together, everybody.bo)
    (of_an,) = people.my_schools(together, everybody.an)
    assert mine.school_name == of_an.name == "De Wilg"
    assert mine.school_id != of_an.school_id
    assert rounds.mine(together, everybody.an) == ()


def test_who_is_no_iber_brings_nothing_in(together: Store, everybody: Organisation) -> None:
    for each in (everybody.leader, everybody.coach, everybody.administrator):
        with pytest.raises(NotAllowedError):
            propose(together, each, b"{}")


def test_nobody_takes_the_place_of_a_version_that_others_will_use(
    store: Store, actor: Person, together: Store, everybody: Organisation
) -> None:
    taking_along.full_person(store, actor)
    file = taking_along.file_of(store, actor)
    with pytest.raises(InputError, match=r"9\.0\.0 is hier nog niet"):
        propose(together, everybody.an, file.replace(b"1.0.0", b"9.0.0"))
    assert bring_in(together, everybody.an, file.replace(b"1.0.0", b"0.9.0")) == 1
