"""The expertisekaart on disk: sealed, one link per school, and erased for good."""

import shutil
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.access import links, sealing
from ibreflect.errors import StoreError
from ibreflect.model.expertise import Content, Entry
from ibreflect.store import erasing, expertise
from ibreflect.store.connection import Store, Transaction
from tests.store.canaries import files_with, marked, word
from tests.usecases.organisation import ESDOORN, WILG, Organisation, organisation

DAY = date(2026, 11, 23)
TEXTS = Content(*(word(each) for each in ("naam", "weet", "interesse", "cursus", "bereik")))


@pytest.fixture
def people(store: Store) -> Organisation:
    made = organisation(store)
    for school_id in (WILG, ESDOORN):
        expertise.set_link(store, school_id, _digest(school_id))
    return made


def _digest(school_id: UUID) -> str:
    return links.team_digest(str(school_id))


def put(store: Store, number: int = 1, school_id: UUID = WILG, day: date = DAY) -> Entry:
    """An entry with a word of its own in every text."""
    entry = Entry(UUID(int=1000 + number), school_id, TEXTS, day)
    assert expertise.put(store, entry, _digest(school_id), most=9)
    return entry


def test_what_is_written_is_read_at_its_own_school(store: Store, people: Organisation) -> None:
    entry, other = put(store), put(store, 2, ESDOORN)
    assert expertise.of_school(store, WILG) == (entry,)
    assert expertise.of_school(store, ESDOORN) == (other,)
    assert expertise.one(store, entry.entry_id) == entry
    assert expertise.one(store, UUID(int=99)) is None
    assert expertise.school_id_of(store, other.entry_id) == ESDOORN


def test_the_same_id_again_replaces_and_counts(store: Store, people: Organisation) -> None:
    put(store)
    put(store)
    (entry,) = expertise.of_school(store, WILG)
    assert entry.edition == 1


def test_a_full_card_or_another_link_takes_nothing(store: Store, people: Organisation) -> None:
    first = put(store)
    new = Entry(UUID(int=2), WILG, TEXTS, DAY)
    assert not expertise.put(store, new, _digest(WILG), most=1)
    assert expertise.put(store, first, _digest(WILG), most=1)
    assert not expertise.put(store, new, _digest(ESDOORN), most=9)
    expertise.drop_link(store, WILG)
    assert not expertise.put(store, new, _digest(WILG), most=9)
    assert [each.entry_id for each in expertise.of_school(store, WILG)] == [first.entry_id]


def test_a_change_counts_only_on_what_was_read(store: Store, people: Organisation) -> None:
    entry = put(store)
    first, second = (entry._replace(content=Content(each, "lezen")) for each in ("Een", "Twee"))
    assert expertise.change(store, first)
    assert not expertise.change(store, second)
    (kept,) = expertise.of_school(store, WILG)
    assert (kept.content.name, kept.edition) == ("Een", 1)
    assert not expertise.change(store, entry._replace(entry_id=UUID(int=99)))
    assert not (store.vault.folder / f"{UUID(int=99)}.key").exists()


def test_a_new_link_takes_the_place_of_the_old(store: Store, people: Organisation) -> None:
    expertise.set_link(store, WILG, "nieuw")
    assert expertise.school_of_link(store, _digest(WILG)) is None
    found = expertise.school_of_link(store, "nieuw")
    assert found
    assert found.school_id == WILG
    other = expertise.school_of_link(store, _digest(ESDOORN))
    assert other
    assert other.school_id == ESDOORN


def test_no_byte_tells_a_word_and_erased_is_erased_from_copies_too(
    store: Store, people: Organisation, tmp_path: Path
) -> None:
    gone, kept = put(store), put(store, 2)
    assert marked(tmp_path) == []
    store.write(lambda transaction: transaction.run("checkpoint"))
    copy = shutil.copyfile(store.path, tmp_path / "oud.duckdb")
    assert files_with("de wilg", copy) == [copy.name]
    erasing.erase_expertise(store, gone.entry_id)
    assert expertise.of_school(store, WILG) == (kept,)
    assert store.vault.is_destroyed(gone.entry_id)
    assert not store.read("select 1 from installation where content = 'destroy'")
    old = Store(copy, tmp_path / "leeg.keys")
    rows = old.read("select name, knows from expertise where entry_id = $1", gone.entry_id)
    old.close()
    keys = [each.read_bytes() for each in store.vault.folder.glob("*.key")]
    assert rows
    assert keys
    assert not any(
        sealing.opened(key, gone.entry_id, text) for key in keys for row in rows for text in row
    )


def test_a_copy_that_is_put_back_brings_nobody_back(
    store: Store, people: Organisation, tmp_path: Path
) -> None:
    gone, kept = put(store), put(store, 2)
    store.write(lambda transaction: transaction.run("checkpoint"))
    copy = shutil.copyfile(store.path, tmp_path / "oud.duckdb")
    erasing.erase_expertise(store, gone.entry_id)
    store.close()
    restored = Store(copy, store.vault.folder)
    assert expertise.of_school(restored, WILG) == (kept,)
    restored.close()


def test_who_was_erased_cannot_be_written_again(store: Store, people: Organisation) -> None:
    gone = put(store)
    erasing.erase_expertise(store, gone.entry_id)
    with pytest.raises(StoreError, match="gewist"):
        expertise.put(store, gone, _digest(WILG), most=9)


def test_what_is_too_old_goes_and_nothing_else(store: Store, people: Organisation) -> None:
    old, kept = put(store, 1, day=DAY), put(store, 2, day=date(2026, 11, 24))
    assert store.write(lambda work: expertise.drop_before(work, date(2026, 11, 24))) == 1
    assert expertise.of_school(store, WILG) == (kept,)
    erasing.destroy_keys(store)
    assert store.vault.is_destroyed(old.entry_id)


def test_the_card_outlives_an_iber_when_somebody_else_reads_it(
    store: Store, people: Organisation
) -> None:
    here, there = put(store), put(store, 2, ESDOORN)
    erasing.erase_person(store, people.an.person_id)
    assert expertise.of_school(store, WILG) == (here,)
    assert expertise.has_link(store, WILG)
    erasing.erase_person(store, people.leader.person_id)
    assert expertise.of_school(store, WILG) == ()
    assert not expertise.has_link(store, WILG)
    assert store.vault.is_destroyed(here.entry_id)
    assert expertise.of_school(store, ESDOORN) == (there,)
    assert expertise.has_link(store, ESDOORN)


def test_a_colleague_who_left_does_not_keep_the_card(store: Store, people: Organisation) -> None:
    put(store)

    def leave(transaction: Transaction) -> None:
        sql = "update membership set until = date '2021-07-31' where person_id = $1"
        transaction.run(sql, people.leader.person_id)

    store.write(leave)
    erasing.erase_person(store, people.an.person_id)
    assert expertise.of_school(store, WILG) == ()


def test_erasing_a_coach_leaves_every_card(store: Store, people: Organisation) -> None:
    entry = put(store)
    erasing.erase_person(store, people.coach.person_id)
    assert expertise.of_school(store, WILG) == (entry,)
