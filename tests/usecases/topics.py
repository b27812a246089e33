"""Somebody at one school who words the topics of the mandate map, for tests."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.person import Person, School
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import term_of
from ibreflect.questionnaires.load import Instrument
from ibreflect.settings import PROJECT
from ibreflect.store import people
from ibreflect.store.connection import Store
from ibreflect.usecases import instruments, mandate_topics, rounds
from ibreflect.usecases.mandate_topics import Maps, Wanted, WantedTopic
from tests.store import scans

FOLDER = PROJECT / "questionnaires"
MAP = "mandaatkaart"
OWNER = Person(UUID(int=1), "Noor")
"""The one who works with an installation that asks nobody to sign in."""
COLUMNS = frozenset({"mandate_phase_coordinator", "mandate_expert_teacher"})


class Desk(NamedTuple):
    """Somebody at work at one of their schools."""

    store: Store
    actor: Person
    school: School

    def maps(self) -> Maps:
        """The map of this school."""
        return mandate_topics.maps(self.store, self.actor, FOLDER, self.school.school_id)

    def save(self, wanted: Wanted) -> str:
        """Offer a map with these topics at this school; its version."""
        return mandate_topics.save(
            self.store, self.actor, FOLDER, self.school.school_id, wanted, today=scans.AUTUMN
        )

    def offered(self) -> Instrument:
        """The map that a new round at this school can ask."""
        return on_offer(self.store, self.school.school_id)

    def begin(self, day: date = scans.SPRING) -> UUID:
        """The id of a round here that asks the map on offer."""
        wish = rounds.Wish(
            self.school.name, term_of(day), scans.instrument(), modules=(self.offered(),)
        )
        return rounds.start(self.store, self.actor, wish, today=day)


def at(store: Store, actor: Person, school: str = scans.SCHOOL) -> Desk:
    """Somebody who works at this school."""
    return Desk(store, actor, people.add_school(store, actor.person_id, school, scans.AUTUMN))


def on_offer(store: Store, school_id: UUID | None = None) -> Instrument:
    """The map on offer at a school, or at one that has nothing of its own."""
    offered = instruments.on_offer(store, FOLDER, school_id)
    (found,) = [each for each in offered if each.questionnaire.id == MAP]
    return found


def wanted(
    now: Maps,
    *added: str,
    drop: Sequence[str] = (),
    rename: tuple[str, str] = ("", ""),
    columns: frozenset[str] = COLUMNS,
) -> Wanted:
    """What is on the map now, with changes."""
    kept = [
        WantedTopic(rename[1] if text == rename[0] else text, text)
        for text in now.topics
        if text not in drop
    ]
    new = [WantedTopic(text) for text in added]
    return Wanted(now.now.version, (*kept, *new), columns)


def ids(asked: Questionnaire, column: int = 0) -> dict[str, str]:
    """The id of each topic in one column."""
    return {item.self_text: item.id for item in asked.scales[column].items}
