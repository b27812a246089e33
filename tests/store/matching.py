"""Somebody with the file, every link and the list, who joins what lies in order to who is known.

They know of everybody the name, the row on the list and the link, and saw in which order people
began and handed in. They try every order of people against every order of what was handed in: the
first to the first, the second to the second, and the same from the back.
"""

import random
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import links
from ibreflect.access.links import Link, link
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.store import voices
from ibreflect.store.connection import Row, Store, Transaction
from ibreflect.store.opening import open_alone
from ibreflect.store.vault import Vault
from ibreflect.store.voices import Filled
from ibreflect.usecases import inviting
from tests.store import rounds_with_others as others
from tests.store.rounds_with_others import TODAY

PEOPLE = 5
Order = Sequence[int]
"""People, as the place on the list from 0 up."""


class Taken(NamedTuple):
    """One round as whoever attacks knows it: the links by place on the list, and what was seen.

    They have the keys too, and so read what people wrote.
    """

    round_id: RoundId
    tokens: Mapping[int, str]
    began: Order
    handed_in: Order
    vault: Vault


def take(store: Store, seed: int) -> Taken:
    """The people of a new round begin, write something and hand in, each in an order of chance.

    What they answer tells who they are, so that a join can be checked; the attack does not use it.
    """
    chance = random.Random(seed)  # noqa: S311 -- the order of a test
    who = Person(UUID(int=seed + 1), "Noor")
    round_id = others.begin(store, who, "rolhelderheid")
    others.begin_asking(store, who, round_id, asked=("rolhelderheid",))
    names = "\n".join(map(str, range(PEOPLE)))
    inviting.add(store, who, round_id, others.TEAM, names, today=TODAY)
    made = inviting.hand_out(store, who, round_id, today=TODAY)
    tokens = {int(each.invitee.name): each.token for each in made}
    began, handed_in = (chance.sample(range(PEOPLE), PEOPLE) for _ in range(2))
    for place in began:
        _begin(store, round_id, links.link(tokens[place]))
    for place in handed_in:
        filled = Filled({"MR1": place + 1, "MR2": 3}, {"meer": str(place)})
        assert voices.hand_in(store, links.link(tokens[place]), filled, today=TODAY)
    return Taken(round_id, tokens, began, handed_in, store.vault)


def _begin(store: Store, round_id: RoundId, opened: Link) -> None:
    voices.change_draft(
        store, opened, round_id, today=TODAY, change=lambda _: links.sealed(opened, "begonnen")
    )


def best_join(path: Path, before: Path, seen: Sequence[Taken]) -> tuple[int, str]:
    """The most responses and remarks that one way of joining ties to the right people, and how.

    `before` is a copy of the file of when the list was still there.
    """
    with open_alone(before, read_only=True) as database:
        people = [_orders_of_people(database, each) for each in seen]
    with open_alone(path, read_only=True) as database:
        records = [_orders_of_records(database, each) for each in seen]
    found = {
        f"{known} × {lying}{' from the back' if step < 0 else ''}": sum(
            _matches(one[known], other[lying][::step])
            for one, other in zip(people, records, strict=True)
        )
        for known, lying, step in product(people[0], records[0], (1, -1))
    }
    between = {
        f"{one} × {other}": sum(_matches(each[one], each[other]) for each in records)
        for one, other in product(records[0], records[0])
        if one.startswith("response") and other.startswith("remark")
    }
    return max((number, how) for how, number in (found | between).items())


def _matches(one: Order, other: Order) -> int:
    return sum(a == b for a, b in zip(one, other, strict=True))


def _orders_of_people(database: Transaction, seen: Taken) -> dict[str, Order]:
    of_digest = {link(token).digest: place for place, token in seen.tokens.items()}
    invited = database.run(
        "select token_hash from invitation where round_id = $1 order by rowid", seen.round_id
    )
    listed = _opened(
        seen,
        database.run(
            "select name, invitee_id from invitee where round_id = $1 order by rowid", seen.round_id
        ),
    )
    places = sorted(seen.tokens)
    return {
        "list": places,
        "rows of the list": [place for place, _ in listed],
        "ids on the list": [place for place, _ in sorted(listed, key=lambda row: row[1])],
        "rows of links": [of_digest[digest] for (digest,) in invited],
        "digests": [of_digest[digest] for digest in sorted(of_digest)],
        "tokens": sorted(places, key=lambda place: seen.tokens[place]),
        "drafts": sorted(places, key=lambda place: link(seen.tokens[place]).draft_id),
        "began": seen.began,
        "handed in": seen.handed_in,
    }


def _orders_of_records(database: Transaction, seen: Taken) -> dict[str, Order]:
    responses = [
        row[0]
        for row in database.run(
            "select response_id from response where round_id = $1 and perspective = 'leraar' "
            "order by rowid",
            seen.round_id,
        )
    ]
    answers = database.run(
        "select response_id, value - 1, answer_id from answer "
        "where item_id = 'MR1' and response_id in "
        "(select response_id from response where round_id = $1 and perspective = 'leraar') "
        "order by rowid",
        seen.round_id,
    )
    remarks = _opened(
        seen,
        database.run(
            "select body, remark_id from remark where round_id = $1 order by rowid", seen.round_id
        ),
    )
    whose = {response_id: place for response_id, place, _ in answers}
    return {
        "response rows": [whose[response_id] for response_id in responses],
        "response ids": [whose[response_id] for response_id in sorted(responses)],
        "response answers": [place for _, place, _ in answers],
        "response answer ids": [place for _, place, _ in sorted(answers, key=lambda row: row[2])],
        "remark rows": [place for place, _ in remarks],
        "remark ids": [place for place, _ in sorted(remarks, key=lambda row: row[1])],
    }


def _opened(seen: Taken, rows: Sequence[Row]) -> list[tuple[int, UUID]]:
    return [(int(seen.vault.opened(seen.round_id, sealed)), row_id) for sealed, row_id in rows]
