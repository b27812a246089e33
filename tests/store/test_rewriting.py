"""What was deleted is gone from the bytes of the file, and nobody notices it being written anew."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import UUID

import pytest

from ibreflect.errors import StoreError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.usecases import inviting
from tests.store import rounds_with_others as others

_ADD = "insert into school (school_id, name) values (uuid(), $1)"
_NAMES = "select name from school order by name"
_LYING = "select name from school"
_ANSWER = "insert into answer (response_id, item_id, value) values (uuid(), 'MR1', 3)"
_LAST = "select max(answer_id) from answer"
_CANARY = "Kanariestraat-7"


@pytest.fixture
def kept(store: Store) -> Store:
    """A store from whose file a name was deleted, but not from its bytes."""
    names = ("Els", _CANARY, "Ans", "Bep")
    store.write(lambda transaction: [transaction.run(_ADD, name) for name in names])
    store.write(lambda transaction: transaction.run("checkpoint"))
    store.write(lambda transaction: transaction.run("delete from school where name = $1", _CANARY))
    store.write(lambda transaction: transaction.run("checkpoint"))
    assert _CANARY.encode() in _bytes(store)
    return store


def test_what_was_deleted_is_in_no_byte_afterwards(kept: Store) -> None:
    kept.rewrite()
    assert _CANARY.encode() not in _bytes(kept)
    assert kept.read(_NAMES) == [("Ans",), ("Bep",), ("Els",)]
    assert sorted(path.name for path in kept.path.parent.iterdir()) == [kept.path.name]


def test_rows_keep_their_order_and_numbers_go_on(kept: Store) -> None:
    kept.write(lambda transaction: transaction.run(_ANSWER))
    ((before,),) = kept.read(_LAST)
    lying = kept.read(_LYING)
    kept.rewrite()
    kept.write(lambda transaction: transaction.run(_ANSWER))
    assert kept.read(_LYING) == lying
    assert kept.read(_LAST) == [(before + 1,)]


def test_what_is_read_and_written_meanwhile_is_neither_lost_nor_refused(kept: Store) -> None:
    def work(number: int) -> int:
        if number % 10 == 0:
            kept.rewrite()
        kept.write(lambda transaction: transaction.run(_ADD, f"School {number:03}"))
        return len(kept.read(_NAMES))

    with ThreadPoolExecutor(6) as threads:
        seen = list(threads.map(work, range(60)))
    assert min(seen) >= 4
    assert len(kept.read(_NAMES)) == 63


def test_a_store_that_is_closed_is_not_written_anew(kept: Store) -> None:
    kept.close()
    before = kept.path.read_bytes()
    with pytest.raises(StoreError):
        kept.rewrite()
    assert kept.path.read_bytes() == before


def test_after_asking_ended_no_byte_tells_who_was_asked(store: Store, actor: Person) -> None:
    round_id = others.begin(store, actor, "rolhelderheid")
    names = "Kanarie Jansen; kanarie@school.nl"
    inviting.add(store, actor, round_id, RaterGroup.TEACHER, names, today=others.TODAY)
    for token in others.ask_team(store, actor, round_id, 4):
        others.answers(store, token, {"MR1": 2})
    named = store.read("select name, address from invitee where name <> ''")[0]
    assert all(sealed.encode() in _bytes(store) for sealed in named)
    others.end_asking(store, actor, round_id)
    assert not any(sealed.encode() in _bytes(store) for sealed in named)
    assert _responses(store, round_id) == 5


def _responses(store: Store, round_id: UUID) -> int:
    ((count,),) = store.read(
        "select count(*) from response where round_id = $1 and perspective = 'leraar'", round_id
    )
    return int(count)


def _bytes(store: Store) -> bytes:
    """Everything on disk: the file and the log of changes beside it."""
    log = Path(f"{store.path}.wal")
    return store.path.read_bytes() + (log.read_bytes() if log.exists() else b"")
