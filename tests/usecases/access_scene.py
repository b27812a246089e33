"""An installation under attack: two ib'ers with a round each, and people of every position.

Made in three states, each a copy of the one before: a scan that is being filled in; handed in, with
others being asked and something shared; and with asking ended.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.model.goal import GoalEntry
from ibreflect.model.log import Content, Entry, Kind
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.model.passkey import Passkey
from ibreflect.model.person import Person, School
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.reflection import REFLECTION_QUESTIONS
from ibreflect.model.round import Round, RoundId, term_of
from ibreflect.settings import PROJECT
from ibreflect.store import memberships, passkeys, people
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import asking as asking_others
from ibreflect.usecases import (
    fill_in,
    framing,
    goals,
    inviting,
    log_entries,
    own_questionnaires,
    reflection,
    rounds,
    sharing,
)
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import access_talks, shared_rounds
from tests.usecases.organisation import ESDOORN, WILG, Organisation, organisation, sign_in
from tests.usecases.team_member import put_two_on_card

TODAY = scans.AUTUMN
NOW = datetime.combine(TODAY, datetime.min.time()).replace(hour=9)
FOLDER = PROJECT / "questionnaires"
MAP, PLANE, CLARITY = "mandaatkaart", "preventief-curatief", "rolhelderheid"
SOON_AFTER = TODAY + timedelta(days=60)
NEXT_YEAR, LAST_YEAR = date(2027, 8, 1), date(2026, 7, 31)

STRANGER = Person(UUID(int=50), "Joep")
"""Somebody without any position."""

WAS = Person(UUID(int=51), "Wim")
"""Held every position but that of ib'er, until the summer."""

SOON = Person(UUID(int=52), "Siem")
"""Gets every position, next year."""

OFFICES = (
    (Position.ADMINISTRATOR, INSTALLATION),
    (Position.SCHOOL_LEADER, WILG),
    (Position.COACH, UUID(int=100)),
    (Position.BOARD_MEMBER, UUID(int=101)),
)


class State(IntEnum):
    """How far the rounds are."""

    FILLING_IN = 0
    ASKING = 1
    ENDED = 2


class Thing(NamedTuple):
    """A round with all that goes with it; `name` is whose, and `text` what only its owner wrote."""

    name: str
    owner: Person
    reader: Person
    round_id: UUID
    school_id: UUID
    share_id: UUID
    invitee_id: UUID
    credential_id: str
    version: str
    text: str


class Scene(NamedTuple):
    """An open installation, its people, and the secrets of their sessions."""

    store: Store
    folk: Organisation
    things: tuple[Thing, ...]
    sessions: dict[UUID, str]

    @property
    def actors(self) -> tuple[Person, ...]:
        """Everybody who may try something."""
        return (*self.folk, STRANGER, WAS, SOON)


def round_of(store: Store, thing: Thing) -> Round:
    """The round as a page may still hold it; of nobody's, one that was never kept."""
    for each in rounds.mine(store, thing.owner):
        return each
    any_round = rounds.mine(store, Person(UUID(int=1), "An"))[0]
    made_up = any_round._replace(person_id=thing.owner.person_id, school_id=thing.school_id)
    return made_up._replace(round_id=RoundId(thing.round_id))


@contextmanager
def opened(folder: Path, template: Path, state: State) -> Iterator[Scene]:
    """A copy of its own of the installation in one of its states."""
    shutil.copytree(template / state.name, folder, dirs_exist_ok=True)
    store = Store(folder / "ibreflect.duckdb")
    try:
        yield _scene(store, Organisation(*FOLK), state)
    finally:
        store.close()


FOLK = tuple(
    Person(UUID(int=number), name)
    for number, name in enumerate(("An", "Bo", "Cas", "Dilan", "Els", "Fay", "Gijs"), 1)
)


def make(template: Path) -> None:
    """Make the installation in all its states, each in a folder of its own."""
    for state, begin in ((State.FILLING_IN, _fill_in), (State.ASKING, _ask), (State.ENDED, _end)):
        folder = template / state.name
        if state is State.FILLING_IN:
            folder.mkdir(parents=True)
        else:
            shutil.copytree(template / State(state - 1).name, folder)
        store = Store(folder / "ibreflect.duckdb")
        begin(store)
        access_talks.go_on(store, Organisation(*FOLK), state)
        store.close()


def _fill_in(store: Store) -> None:
    folk = organisation(store)
    store.write(_add_others)
    for person, school_id, number in ((folk.an, WILG, 1), (folk.bo, ESDOORN, 2)):
        modules = tuple(others.module(each) for each in (MAP, PLANE, CLARITY))
        wish = rounds.Wish(school_id, term_of(TODAY), scans.instrument(), modules)
        round_id = rounds.start(store, person, wish, today=TODAY)
        fill_in.save(store, person, round_id, item_id="PV1", given=4)
        text = _written_by(person)
        framing.save_text(store, person, round_id, topic="opdracht:school", body=text)
        topic = REFLECTION_QUESTIONS[number].topic
        reflection.save(store, person, topic, text, today=TODAY)
        entry = Entry(uuid4(), School(school_id, ""), Content(Kind.BUMPY_MOMENT, TODAY, text))
        log_entries.add(store, person, entry, today=TODAY)
        goal = GoalEntry(text, "", "", "", "", SOON_AFTER)
        goals.make(store, person, school_id, goal, today=TODAY)
        for letter in "ab":
            new = Passkey(f"{person.name}-{letter}", person.person_id, b"", 0, "", TODAY)
            store.write(lambda work, new=new: passkeys.add(work, new))  # type: ignore[misc]
        put_two_on_card(store, person, school_id, TODAY)
        mine = proposal(store, school_id, number)
        own_questionnaires.adopt(store, person, FOLDER, mine, today=TODAY)


def _add_others(transaction: Transaction) -> None:
    for each in (STRANGER, WAS, SOON):
        people.add(transaction, *each)
    for position, place_id in OFFICES:
        was = Membership(WAS.person_id, position, place_id, date(2020, 8, 1), None)
        memberships.add(transaction, was)
        memberships.end(transaction, was, LAST_YEAR)
    for position, place_id in (*OFFICES, (Position.IB_COORDINATOR, WILG)):
        soon = Membership(SOON.person_id, position, place_id, NEXT_YEAR, None)
        memberships.add(transaction, soon)


def _ask(store: Store) -> None:
    folk = Organisation(*FOLK)
    for person, reader in ((folk.an, folk.leader), (folk.bo, folk.other_leader)):
        (mine,) = rounds.mine(store, person)
        others.finish_scan(store, person, mine.round_id, {**shared_rounds.own(), "MR1": 3})
        others.begin_asking(store, person, mine.round_id)
        inviting.add_unnamed(store, person, mine.round_id, RaterGroup.TEACHER, 1, today=TODAY)
        wish = shared_rounds.wish(reader)
        sharing.share(store, person, mine.round_id, wish, now=NOW)


def _end(store: Store) -> None:
    for person in FOLK[:2]:
        (mine,) = rounds.mine(store, person)
        others.leader_answers(store, person, mine.round_id, {"MR1": 2})
        others.end_asking(store, person, mine.round_id)


def proposal(store: Store, school_id: UUID | None, number: int) -> own_questionnaires.Proposal:
    """A version of the mandate map of its own, for a school or for all."""
    content = _map_text().replace("versie: 1.0.0", f"versie: 1.{number}.0").encode()
    return own_questionnaires.propose(store, FOLDER, content, "kaart.yaml", school_id)


@cache
def _map_text() -> str:
    return (FOLDER / f"{MAP}.yaml").read_text(encoding="utf-8")


def _written_by(person: Person) -> str:
    return f"wat alleen {person.name} schreef"


def _scene(store: Store, folk: Organisation, state: State) -> Scene:
    things = (
        _thing(store, folk.an, folk.leader, "1.1.0", state),
        _thing(store, folk.bo, folk.other_leader, "1.2.0", state),
        _nothing(),
    )
    everybody = (*folk, STRANGER, WAS, SOON)
    secrets = {each.person_id: sign_in(store, each, now=NOW) for each in everybody}
    return Scene(store, folk, things, secrets)


def _thing(store: Store, owner: Person, reader: Person, version: str, state: State) -> Thing:
    (mine,) = rounds.mine(store, owner)
    listed = asking_others.of_round(store, owner, mine.round_id, today=TODAY).invitees
    shares = sharing.mine(store, owner, now=NOW)
    none = UUID(int=900)
    return Thing(
        name=owner.name,
        owner=owner,
        reader=reader,
        round_id=mine.round_id,
        school_id=mine.school_id,
        share_id=shares[0].share.share_id if shares else none,
        invitee_id=listed[0].invitee_id if listed else none,
        credential_id=f"{owner.name}-a",
        version=version,
        text=_written_by(owner),
    )


def _nothing() -> Thing:
    nobody, no_id = Person(UUID(int=901), "Niemand"), UUID(int=902)
    return Thing(
        "niemand", nobody, nobody, no_id, no_id, no_id, no_id, "niets", "9.9.9", "niets geschreven"
    )
