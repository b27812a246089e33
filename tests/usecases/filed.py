"""A network with codes, and laptops of ib'ers on which files are made with them."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from ibreflect.access import network_codes
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId, term_of
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import fill_in, framing, network_file, network_inviting, people, rounds
from ibreflect.usecases.network_file import Made, Wish
from ibreflect.usecases.network_inviting import Invited, Outcome, Upload
from tests.store import scans
from tests.usecases.networked import DAY, LAST, at
from tests.usecases.organisation import ALLIANCE, Organisation


class Laptop(NamedTuple):
    """An installation of somebody's own."""

    store: Store
    owner: Person

    def scan(self, value: int, day: date = DAY, **choices: str) -> RoundId:
        """A handed-in round with the same answer everywhere."""
        wish = rounds.Wish("Ergens", term_of(day), scans.instrument())
        round_id = rounds.start(self.store, self.owner, wish, today=day)
        subject = rounds.one(self.store, self.owner, round_id)
        for field, choice in choices.items():
            framing.save_choice(self.store, self.owner, round_id, field=field, choice=choice)

        def work(transaction: Transaction) -> None:
            for item in scans.instrument().questionnaire.items:
                transaction.run(
                    "insert into answer (response_id, item_id, value) values ($1, $2, $3)",
                    subject.response_id,
                    item.id,
                    value,
                )

        self.store.write(work)
        fill_in.hand_in(self.store, self.owner, round_id)
        return round_id

    def file(self, round_id: UUID, code: str, day: date = DAY, until: date | None = None) -> Made:
        """The file of a round, made on a day."""
        wish = Wish(code, until or day + LAST)
        return network_file.scan(self.store, self.owner, round_id, wish, now=at(day))

    def stop(self, code: str, day: date = DAY) -> Made:
        """The file that stops it."""
        return network_file.stop(self.store, self.owner, code, now=at(day))


@contextmanager
def laptop(folder: Path) -> Iterator[Laptop]:
    """A new installation in a folder of its own."""
    folder.mkdir()
    store = Store(folder / "ibreflect.duckdb")
    people.introduce(store, name="Noor", school="Ergens", today=date(2020, 9, 14))
    owner = people.owner(store)
    assert owner is not None
    try:
        yield Laptop(store, owner)
    finally:
        store.close()


class Desk(NamedTuple):
    """Where the coach works."""

    store: Store
    folk: Organisation

    def code(self, school_id: UUID, day: date = DAY) -> str:
        """A new code for a school."""
        return network_inviting.invite(
            self.store, self.folk.coach, ALLIANCE, school_id, now=at(day)
        )

    def read(self, *contents: bytes, day: date = DAY) -> tuple[Outcome, ...]:
        """Read files in at once."""
        files = [Upload(f"{number}.json", each) for number, each in enumerate(contents)]
        return network_inviting.read_in(self.store, self.folk.coach, ALLIANCE, files, now=at(day))

    def refused(self, content: bytes, day: date = DAY) -> str:
        """What is said of a file that is not read in, and changes nothing."""
        before = scans.contents(self.store)
        (outcome,) = self.read(content, day=day)
        assert not outcome.is_read
        assert scans.contents(self.store) == before
        return outcome.says

    def invites(self, day: date = DAY) -> tuple[Invited, ...]:
        """The list of codes."""
        return network_inviting.invites(self.store, self.folk.coach, ALLIANCE, today=day)


def inside(code: str, content: bytes) -> dict[str, Any]:
    """What is sealed in a file."""
    opened = network_codes.opened(network_codes.typed(code), json.loads(content)["inhoud"])
    assert opened is not None
    read: dict[str, Any] = json.loads(opened)
    return read


def resealed(code: str, tree: Mapping[str, Any], **outside: object) -> bytes:
    """A file with this inside, as somebody with the code can make it by hand."""
    found = network_codes.typed(code)
    token = network_codes.sealed(found, json.dumps(tree).encode())
    envelope = {
        "soort": "ibreflect-netwerkscan",
        "versie": 1,
        "netwerk": str(found.invite_id),
        "inhoud": token,
    }
    return json.dumps(envelope | outside).encode()


YESTERDAY, TOMORROW = DAY - timedelta(days=1), DAY + timedelta(days=1)
