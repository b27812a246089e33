from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from uuid import UUID, uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError, QuestionnaireError
from ibreflect.model.person import Person
from ibreflect.model.round import term_of
from ibreflect.questionnaires.load import Instrument, parse
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, instruments, people, rounds
from tests.store import scans

Action = Callable[[Store, Person, UUID], object]


def _finish(store: Store, actor: Person, round_id: UUID) -> None:
    fill_in.save(store, actor, round_id, item_id="LC1", given=3)
    fill_in.hand_in(store, actor, round_id)


def _edited(version: str) -> Instrument:
    """The shipped questionnaire with one other sentence in it, as this version."""
    shipped = scans.instrument()
    first = shipped.questionnaire.items[0].self_text
    number = f"versie: {shipped.questionnaire.version}"
    text = shipped.text.replace(first, "Ik doe iets anders.").replace(number, f"versie: {version}")
    return Instrument(parse(text, "veranderd.yaml"), text, f"checksum van {version}")


def test_a_round_belongs_to_a_person_at_a_school_in_a_term(store: Store, actor: Person) -> None:
    round_id = scans.begin(store, actor)
    begun = rounds.one(store, actor, round_id)
    assert (begun.person_id, begun.school_name) == (actor.person_id, "De Wilg")
    assert begun.term == ("2026/2027", "najaar")
    assert begun.is_open
    assert not begun.handed_in
    assert [school.name for school in people.my_schools(store, actor)] == ["De Wilg"]
    assert rounds.current(store, actor) == begun


def test_twenty_clicks_make_one_round(store: Store, actor: Person) -> None:
    with ThreadPoolExecutor(20) as threads:
        made = set(threads.map(lambda _: scans.begin(store, actor), range(20)))
    assert [each.round_id for each in rounds.mine(store, actor)] == list(made)
    assert len(people.my_schools(store, actor)) == 1
    assert store.read("select count(*) from response") == [(1,)]


def test_a_school_is_the_same_school_however_it_is_spaced(store: Store, actor: Person) -> None:
    round_id = scans.begin(store, actor)
    assert scans.begin(store, actor, school="  De   Wilg\n") == round_id


@pytest.mark.parametrize("school", ["", " \n\t", "\x00", "w" * 81])
def test_a_school_needs_a_name(store: Store, actor: Person, school: str) -> None:
    with pytest.raises(InputError, match="de naam van je school"):
        scans.begin(store, actor, school=school)
    assert rounds.mine(store, actor) == ()
    assert people.my_schools(store, actor) == ()


def test_an_unfinished_scan_goes_before_a_new_one(store: Store, actor: Person) -> None:
    first = scans.begin(store, actor)
    with pytest.raises(NotAllowedError, match="scan van najaar 2026 is nog niet ingeleverd"):
        scans.begin(store, actor, scans.SPRING)
    _finish(store, actor, first)
    second = scans.begin(store, actor, scans.SPRING)
    assert not rounds.one(store, actor, first).is_open
    assert rounds.current(store, actor) == rounds.one(store, actor, second)


def test_another_school_has_rounds_of_its_own(store: Store, actor: Person) -> None:
    first = scans.begin(store, actor)
    second = scans.begin(store, actor, scans.SPRING, "Het Anker")
    assert rounds.one(store, actor, first).is_open
    assert [each.round_id for each in rounds.mine(store, actor)] == [first, second]
    _finish(store, actor, second)
    current = rounds.current(store, actor)
    assert current
    assert current.round_id == first


def test_two_people_at_one_school_have_a_round_each(
    store: Store, actor: Person, somebody_else: Person
) -> None:
    assert scans.begin(store, actor) != scans.begin(store, somebody_else)
    assert len(rounds.mine(store, actor)) == 1


def test_a_round_closes_when_its_scan_is_handed_in(
    store: Store, actor: Person, round_id: UUID
) -> None:
    with pytest.raises(NotAllowedError, match="nog niet ingeleverd"):
        rounds.close(store, actor, round_id)
    _finish(store, actor, round_id)
    rounds.close(store, actor, round_id)
    assert not rounds.one(store, actor, round_id).is_open
    assert rounds.current(store, actor) is None
    with pytest.raises(NotAllowedError, match="afgesloten"):
        rounds.close(store, actor, round_id)


def _leave_open(store: Store, actor: Person, round_id: UUID) -> None:
    """Nothing happens to the round."""


@pytest.mark.parametrize("before", [_leave_open, rounds.close])
def test_the_owner_erases_a_round_open_or_closed(
    store: Store, actor: Person, round_id: UUID, before: Action
) -> None:
    _finish(store, actor, round_id)
    before(store, actor, round_id)
    rounds.erase(store, actor, round_id)
    assert rounds.mine(store, actor) == ()
    with pytest.raises(NotAllowedError, match="er niet"):
        rounds.erase(store, actor, round_id)


@pytest.mark.parametrize("action", [rounds.one, rounds.close, rounds.erase])
def test_somebody_elses_round_reads_as_no_round(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID, action: Action
) -> None:
    _finish(store, actor, round_id)
    before = scans.contents(store)
    with pytest.raises(NotAllowedError) as others:
        action(store, somebody_else, round_id)
    with pytest.raises(NotAllowedError) as none:
        action(store, somebody_else, uuid4())
    assert str(others.value) == str(none.value)
    assert scans.contents(store) == before


def test_nobody_lists_somebody_elses_rounds(
    store: Store, somebody_else: Person, round_id: UUID
) -> None:
    assert rounds.mine(store, somebody_else) == ()
    assert rounds.current(store, somebody_else) is None


def test_a_changed_questionnaire_needs_a_new_version(store: Store, actor: Person) -> None:
    shipped = scans.instrument()
    _finish(store, actor, scans.begin(store, actor))
    same = _edited(shipped.questionnaire.version)
    with pytest.raises(QuestionnaireError, match=r"veranderd, maar heet nog steeds versie 1\.0\.0"):
        _start_with(store, actor, same, scans.SPRING)
    assert len(rounds.mine(store, actor)) == 1


def test_an_old_round_keeps_the_text_it_was_filled_in_with(store: Store, actor: Person) -> None:
    shipped = scans.instrument()
    first = scans.begin(store, actor)
    _finish(store, actor, first)
    second = _start_with(store, actor, _edited("99.0.0"), scans.SPRING)
    (old,), (new,) = (
        instruments.of_round(store, rounds.one(store, actor, round_id))
        for round_id in (first, second)
    )
    assert old == shipped.questionnaire
    assert new.items[0].self_text == "Ik doe iets anders."
    assert fill_in.scan(store, actor, first).kept["LC1"].given == 3


def _start_with(store: Store, actor: Person, instrument: Instrument, day: date) -> UUID:
    return rounds.start(
        store, actor, rounds.Wish(scans.SCHOOL, term_of(day), instrument), today=day
    )
