"""Two conversations that everybody tries to get into; all that is private has its own word.

What each may see is kept here apart from the verdicts: by hand, from what succeeded so far.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

from ibreflect.errors import IbreflectError
from ibreflect.model import topics
from ibreflect.model.conversation import Decision
from ibreflect.model.guide import Seat
from ibreflect.model.log import Content, Entry, Kind
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person, School
from ibreflect.model.report import Closing
from ibreflect.store import memberships, people
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    agreeing,
    conversing,
    goals,
    log_entries,
    planning,
    preparing,
    private_notes,
    reflection,
    talk_reminders,
    talking,
    view_talk,
)
from tests.usecases import organisation, talks
from tests.usecases.organisation import LONG_AGO, NOW, WILG
from tests.usecases.talks import TODAY, Table

OWNER, PARTNER = Seat
# Coach of another samenwerkingsverband.
FAR_COACH = Person(UUID(int=60), "Ferre")
# A day on which no partner sees any more what the ib'er brought.
OVER = TODAY + timedelta(days=300)

FOLK = tuple(
    Person(UUID(int=number), name)
    for number, name in enumerate(("An", "Bo", "Cas", "Dilan", "Els", "Fay", "Gijs"), 1)
)
ACTORS = (*FOLK, FAR_COACH)
AN, CAS, ELS = FOLK[0], FOLK[2], FOLK[4]
OF_SEAT = {OWNER: ("koers", "twijfel"), PARTNER: ("zicht", "overweging")}
PRIVATE = {"twijfel", "overweging"}


def make(folder: Path) -> None:
    """An installation with the two conversations, in which An wrote a log and a journal."""
    store = Store(folder / "ibreflect.duckdb")
    organisation.organisation(store)
    far = Membership(FAR_COACH.person_id, Position.COACH, UUID(int=200), LONG_AGO, None)
    store.write(lambda work: people.add(work, *FAR_COACH))
    store.write(lambda work: memberships.add(work, far))
    for number in range(2):
        written = Content(Kind.BUMPY_MOMENT, TODAY, f"kanarie-logboek-{number}")
        entry = Entry(UUID(int=70 + number), School(WILG, ""), written)
        log_entries.add(store, AN, entry, today=TODAY)
    for topic in ("waarom", "kennis"):
        reflection.save(store, AN, f"reflectie:{topic}", f"kanarie-{topic}", today=TODAY)
    talks.plan(store, AN, CAS, folder)
    talks.plan(store, AN, ELS, folder, guide_id=talks.COACH)
    store.close()


@dataclass
class Told:
    """What of a conversation is where, by what succeeded: nothing of it comes from a verdict."""

    table: Table
    filled: dict[Seat, dict[str, str]] = field(default_factory=lambda: {each: {} for each in Seat})
    ready: set[Seat] = field(default_factory=set)
    has_begun: bool = False
    laid: set[str] = field(default_factory=set)
    notes: dict[Seat, str] = field(default_factory=dict)
    at_the_table: set[str] = field(default_factory=set)

    def seat_of(self, actor: Person) -> Seat | None:
        """On which side somebody sits, if anywhere."""
        return next((seat for seat in Seat if self.table.who(seat) == actor), None)

    def may_read(self, actor: Person, day: date) -> set[str]:
        """The words of this conversation that somebody may read on a day."""
        seat = self.seat_of(actor)
        if seat is None:
            return set()
        own = {word for word in self.filled[seat].values() if word.startswith("kanarie")}
        mine = own | self.at_the_table | {self.notes.get(seat, "")}
        return mine | self._from_across(seat, day)

    def is_shown(self, seat: Seat, day: date) -> bool:
        """Whether who sits there may see what the other brought."""
        if seat is PARTNER and day == OVER:
            return False
        return seat.other in self.ready and (self.has_begun or seat in self.ready)

    def _from_across(self, seat: Seat, day: date) -> set[str]:
        if not self.is_shown(seat, day):
            return set()
        filled = self.filled[seat.other]
        words = {
            filled[topic]
            for topic in OF_SEAT[seat.other]
            if topic in filled and (topic not in PRIVATE or filled.get(f"mee:{topic}") == "ja")
        }
        return words | (self.laid if seat is PARTNER else set())


class World(NamedTuple):
    """An open installation with what is known of its two conversations."""

    store: Store
    told: tuple[Told, ...]
    words: Iterator[str]


@contextmanager
def opened(template: Path, folder: Path) -> Iterator[World]:
    """A copy of its own of the installation."""
    shutil.copytree(template, folder, dirs_exist_ok=True)
    store = Store(folder / "ibreflect.duckdb")
    try:
        mine = {here.partner_id: here for here, _ in conversing.mine(store, AN, today=TODAY)}
        both = [Table(store, AN, who, mine[who.person_id].conversation_id) for who in (CAS, ELS)]
        yield World(store, tuple(map(Told, both)), (f"kanarie-{uuid4()}" for _ in iter(int, 1)))
    finally:
        store.close()


def _fill(world: World, told: Told, actor: Person, seat: Seat) -> None:
    for topic, word in zip(OF_SEAT[seat], world.words, strict=False):
        preparing.save(world.store, actor, told.table.at(), topic, word)
        told.filled[seat][topic] = word
    preparing.save(world.store, actor, told.table.at(), topics.point("r1"), "5")


def _bring(world: World, told: Told, actor: Person, seat: Seat) -> None:
    topic = topics.brought(OF_SEAT[seat][1])
    preparing.save(world.store, actor, told.table.at(), topic, "ja")
    told.filled[seat][topic] = "ja"


def _choose(world: World, told: Told, actor: Person, seat: Seat) -> None:
    chosen = (topics.entry(str(UUID(int=70))), topics.reflection("reflectie:waarom@2026/2027"))
    for topic in chosen:
        preparing.save(world.store, actor, told.table.at(), topic, "ja")
        told.filled[seat][topic] = "ja"


def _ready(world: World, told: Told, actor: Person, seat: Seat) -> None:
    preparing.set_ready(world.store, actor, told.table.at(), is_ready=True, now=NOW)
    told.ready.add(seat)
    if seat is OWNER:
        chosen = any(topic.startswith("logboek:") for topic in told.filled[OWNER])
        told.laid = {"kanarie-logboek-0", "kanarie-waarom"} if chosen else set()


def _unready(world: World, told: Told, actor: Person, seat: Seat) -> None:
    preparing.set_ready(world.store, actor, told.table.at(), is_ready=False, now=NOW)
    told.ready.discard(seat)


def _begin(world: World, told: Told, actor: Person, _: Seat) -> None:
    talking.begin(world.store, actor, told.table.at())
    told.has_begun = True


def _write(world: World, told: Told, actor: Person, _: Seat) -> None:
    talking.take_pen(world.store, actor, told.table.at())
    word = next(world.words)
    talking.write(world.store, actor, told.table.at(), "rollen", word)
    told.at_the_table.add(word)
    talking.decide(world.store, actor, told.table.at(), Decision("MI1", 3, word))


def _end(world: World, told: Told, actor: Person, _: Seat) -> None:
    talking.end(world.store, actor, told.table.at())


def _close(world: World, told: Told, actor: Person, _: Seat) -> None:
    word = next(world.words)
    agreeing.keep(world.store, actor, told.table.at(), Closing((talks.goal(word),)))
    told.at_the_table.add(word)


def _confirm(world: World, told: Told, actor: Person, _: Seat) -> None:
    at = told.table.at()
    agreeing.confirm(world.store, actor, at, agreeing.page(world.store, actor, at).mark, now=NOW)


def _note(world: World, told: Told, actor: Person, seat: Seat) -> None:
    word = next(world.words)
    private_notes.keep(world.store, actor, told.table.at(), word)
    told.notes[seat] = word


Act = Callable[[World, Told, Person, Seat], None]
ACTS: tuple[Act, ...] = (
    *(_fill, _bring, _choose, _ready, _unready, _begin),
    *(_write, _end, _close, _confirm, _note),
)
STORY: tuple[tuple[Person, Act], ...] = (
    *((AN, _fill), (CAS, _fill), (AN, _choose), (AN, _note), (AN, _ready)),
    *((CAS, _ready), (CAS, _begin)),
)
STORIES = (*(STORY[:far] for far in range(len(STORY) + 1)), (*STORY[:5], (AN, _begin)))
"""How far both came; in the last the ib'er begins while the other is not ready."""


def attempt(world: World, told: Told, actor: Person, act: Act) -> None:
    """Try something; who has no seat tries it as the partner, and must never succeed."""
    seat = told.seat_of(actor)
    with suppress(IbreflectError):
        act(world, told, actor, seat or PARTNER)
        assert seat, f"{actor.name} {act.__name__}"


def obtained(world: World, told: Told, actor: Person, day: date) -> str:
    """Everything that somebody gets out of every use case that reads, as one text."""
    store, at = world.store, told.table._replace(today=day).at(PARTNER)
    dated = (conversing.mine, talk_reminders.reminders)
    found = [repr(read(store, actor, today=day)) for read in dated]
    found += [repr(each.mine(store, actor)) for each in (goals, log_entries)]
    found.append(repr(reflection.answers(store, actor)))
    for read in (
        conversing.seated,
        conversing.step,
        preparing.sheet,
        view_talk.talk,
        agreeing.page,
        private_notes.read,
        preparing.preview,
    ):
        with suppress(IbreflectError):
            found.append(repr(read(store, actor, at)))
    here = conversing.seated(store, told.table.owner, at).conversation
    found.append(repr(conversing.before(store, actor, here, today=day)))
    with suppress(IbreflectError):
        found.append(repr(planning.options(store, actor, WILG, store.path.parent, today=day)))
    return "\n".join(found)
