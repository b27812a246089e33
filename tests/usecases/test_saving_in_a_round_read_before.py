"""A page saves into the round it was drawn with; what happened to that since still counts."""

from uuid import UUID

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import fill_in, rounds
from tests.store import scans


def test_an_answer_is_kept(store: Store, actor: Person, round_id: UUID) -> None:
    drawn = rounds.one(store, actor, round_id)
    kept = fill_in.save_in(store, actor, drawn, item_id="LC1", given=4)
    assert fill_in.scan(store, actor, round_id).kept == {"LC1": kept}


def test_nothing_is_kept_once_the_scan_was_handed_in(
    store: Store, actor: Person, round_id: UUID
) -> None:
    fill_in.save(store, actor, round_id, item_id="LC1", given=2)
    drawn = rounds.one(store, actor, round_id)
    fill_in.hand_in(store, actor, round_id)
    with pytest.raises(NotAllowedError, match="al ingeleverd"):
        fill_in.save_in(store, actor, drawn, item_id="LC1", given=5)
    rounds.close(store, actor, round_id)
    with pytest.raises(NotAllowedError, match="afgesloten"):
        fill_in.save_in(store, actor, drawn, item_id="LC1", given=5)
    assert fill_in.scan(store, actor, round_id).kept["LC1"].given == 2


def test_nothing_is_kept_of_an_erased_round(store: Store, actor: Person, round_id: UUID) -> None:
    drawn = rounds.one(store, actor, round_id)
    rounds.erase(store, actor, round_id)
    with pytest.raises(NotAllowedError, match="er niet"):
        fill_in.save_in(store, actor, drawn, item_id="LC1", given=5)
    assert scans.contents(store)["answer"] == []


def test_somebody_elses_round_and_a_forged_value_are_refused(
    store: Store, actor: Person, round_id: UUID
) -> None:
    drawn = rounds.one(store, actor, round_id)
    stranger = Person(UUID(int=7), "Vreemde")
    with pytest.raises(NotAllowedError):
        fill_in.save_in(store, stranger, drawn, item_id="LC1", given=5)
    with pytest.raises(InputError):
        fill_in.save_in(store, actor, drawn, item_id="LC1", given=9)
    assert fill_in.scan(store, actor, round_id).kept == {}
