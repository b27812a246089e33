"""Databases of browser tests: made beforehand, and read after the app has stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, RaterGroup
from ibreflect.model.round import Round, term_of
from ibreflect.questionnaires.load import read
from ibreflect.store.connection import Store, close_stores, open_store
from ibreflect.ui import resources
from ibreflect.usecases import fill_in, inviting, people, rounds
from tests.browser.server import ROOT
from tests.store import rounds_with_others as others

CORE = ROOT / "questionnaires" / "kwaliteitscoordinator-2022.yaml"


class Kept(NamedTuple):
    """The rounds of the owner, oldest first, and the answers of each by item."""

    rounds: tuple[Round, ...]
    answers: tuple[dict[str, Given], ...]

    @property
    def only_answers(self) -> dict[str, Given]:
        """The answers of the one round there is."""
        (answers,) = self.answers
        return answers


def kept(path: Path) -> Kept:
    """Everything of the owner in the database at `path`; no other process may have it open."""
    with _opened(path) as store:
        owner = _owner(store)
        mine = rounds.mine(store, owner)
        scans = (fill_in.scan(store, owner, each.round_id) for each in mine)
        return Kept(
            mine,
            tuple({item: answer.given for item, answer in scan.kept.items()} for scan in scans),
        )


def introduced(path: Path) -> Path:
    """A new database with an owner at a school."""
    with _opened(path) as store:
        people.introduce(
            store, name="Sanne de Vries", school="De Regenboog", today=date(2026, 9, 1)
        )
    return path


def started(path: Path, *, answered: int = 0, handed_in: bool = False) -> Path:
    """A new database with a round, of which the first items are answered with 4 (vaak)."""
    with _opened(introduced(path)) as store:
        owner, instrument, today = _owner(store), read(CORE), resources.today()
        wish = rounds.Wish("De Regenboog", term_of(today), instrument)
        round_id = rounds.start(store, owner, wish, today=today)
        for item in instrument.questionnaire.items[:answered]:
            fill_in.save(store, owner, round_id, item_id=item.id, given=4)
        if handed_in:
            fill_in.hand_in(store, owner, round_id)
    return path


def with_modules(path: Path, *module_ids: str) -> Path:
    """A new database with a round that asks the core scan and these modules; nothing answered."""
    with _opened(introduced(path)) as store:
        modules = tuple(read(CORE.with_name(f"{each}.yaml")) for each in module_ids)
        today = resources.today()
        wish = rounds.Wish("De Regenboog", term_of(today), read(CORE), modules)
        rounds.start(store, _owner(store), wish, today=today)
    return path


def links(path: Path, group: RaterGroup, count: int = 1, **changes: object) -> tuple[str, ...]:
    """The secret parts of links for so many people, good from today on for two weeks."""
    with _opened(path) as store:
        owner, today = _owner(store), resources.today()
        round_id = rounds.mine(store, owner)[0].round_id
        days = {"opens_on": today, "closes_on": today + timedelta(days=14)}
        others.begin_asking(store, owner, round_id, **(days | changes))
        inviting.add_unnamed(store, owner, round_id, group, count, today=today)
        made = inviting.hand_out(store, owner, round_id, today=today)
    return tuple(each.token for each in made)


def _owner(store: Store) -> Person:
    owner = people.owner(store)
    assert owner is not None, "nobody introduced themselves"
    return owner


@contextmanager
def _opened(path: Path) -> Iterator[Store]:
    try:
        yield open_store(path)
    finally:
        close_stores()
