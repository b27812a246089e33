from datetime import date
from uuid import uuid4

import pytest

from ibreflect.model.asking import Task
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store import erasing
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import answering, asking, fill_in, framing, inviting, rounds
from tests.store import rounds_with_others as others
from tests.store import scans

Contents = dict[str, list[dict[str, object]]]


def test_an_erased_round_is_gone_and_nothing_else(
    store: Store, actor: Person, somebody_else: Person
) -> None:
    gone, kept = _full_round(store, actor), _full_round(store, somebody_else)
    response_id = rounds.one(store, actor, gone).response_id
    before = scans.contents(store)
    rounds.erase(store, actor, gone)
    after = scans.contents(store)
    assert _lost(before, after) == {
        "answer": 3,
        "response": 1,
        "context": 1,
        "round_text": 1,
        "round": 1,
    }
    assert not _rows_with(after, {gone, response_id})
    assert rounds.one(store, somebody_else, kept)


def test_an_erased_person_is_gone_and_nobody_else(
    store: Store, actor: Person, somebody_else: Person
) -> None:
    for person in (actor, somebody_else):
        _add_person(store, person)
    ids: set[object] = {actor.person_id}
    for day in (scans.AUTUMN, scans.SPRING):
        round_id = _full_round(store, actor, day)
        ids |= {round_id, rounds.one(store, actor, round_id).response_id}
    _full_round(store, somebody_else)
    before = scans.contents(store)
    erasing.erase_person(store, actor.person_id)
    after = scans.contents(store)
    assert not _rows_with(after, ids)
    assert _lost(before, after) == {
        "answer": 6,
        "response": 2,
        "context": 2,
        "round_text": 2,
        "round": 2,
        "membership": 1,
        "person": 1,
        "demo_viewpoint": 1,
    }
    assert all(
        row in after[table]
        for table, rows in before.items()
        for row in rows
        if not ids & set(row.values())
    )


@pytest.mark.parametrize("ended", ["while others answer", "when asking has ended"])
def test_of_an_erased_round_nothing_is_left_of_others_either(
    store: Store, actor: Person, somebody_else: Person, ended: str
) -> None:
    of_others = {"invitation", "remark", "asking", "response", "answer"}
    kept, gone = (_round_with_others(store, person) for person in (somebody_else, actor))
    if ended == "when asking has ended":
        others.end_asking(store, actor, gone)
        of_others |= {"snapshot"}
    else:
        of_others |= {"invitee", "second_person", "progress", "draft"}
    before = scans.contents(store)
    rounds.erase(store, actor, gone)
    after = scans.contents(store)
    assert set(_lost(before, after)) == of_others | {"round"}
    assert not _rows_with(after, {gone})
    assert len(_rows_with(after, {kept})) == len(_rows_with(before, {kept}))


def test_erasing_again_or_what_never_was_changes_nothing(store: Store, actor: Person) -> None:
    round_id = _full_round(store, actor)
    erasing.erase_round(store, round_id)
    before = scans.contents(store)
    erasing.erase_round(store, round_id)
    erasing.erase_round(store, RoundId(uuid4()))
    erasing.erase_person(store, uuid4())
    assert scans.contents(store) == before


def _full_round(store: Store, actor: Person, day: date = scans.AUTUMN) -> RoundId:
    """A handed-in round with something in every table that a round can touch."""
    round_id = scans.begin(store, actor, day)
    for number in (1, 2, 3):
        fill_in.save(store, actor, round_id, item_id=f"LC{number}", given=number)
    framing.save_text(store, actor, round_id, topic="opdracht:school", body="Rust")
    framing.save_choice(store, actor, round_id, field="fase", choice="bouwen")
    fill_in.hand_in(store, actor, round_id)
    return round_id


def _round_with_others(store: Store, actor: Person) -> RoundId:
    """A round with something in every table that others can touch."""
    round_id = others.begin(store, actor, "rolhelderheid")
    inviting.ask_along(store, actor, round_id, "Marleen", Task.ADD, today=others.TODAY)
    handing_in, begun = others.ask_team(store, actor, round_id, 2)
    here = others.visit(store, handing_in)
    answering.write(store, here, topic="meer", body="Uitleg", today=others.TODAY)
    others.answers(store, handing_in, {"MR1": 4})
    others.answer(store, begun, {"MR1": 2})
    asking.refresh_progress(store, others.TODAY)
    return round_id


def _add_person(store: Store, person: Person) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run("insert into person (person_id, name) values ($1, $2)", *person)
        transaction.run(
            "insert into demo_viewpoint values ($1, $2, 'een ib''er')",
            person.person_id.int,
            person.person_id,
        )

    store.write(work)


def _rows_with(contents: Contents, ids: set[object]) -> list[tuple[str, dict[str, object]]]:
    return [
        (table, row) for table, rows in contents.items() for row in rows if ids & set(row.values())
    ]


def _lost(before: Contents, after: Contents) -> dict[str, int]:
    fewer = {table: len(rows) - len(after[table]) for table, rows in before.items()}
    return {table: number for table, number in fewer.items() if number > 0}
