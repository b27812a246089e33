"""Conversations along guides of their own, for tests: planned, prepared, held and agreed on."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.model.conversation import ConversationId
from ibreflect.model.goal import GoalEntry
from ibreflect.model.guide import ExactGuide, Seat
from ibreflect.model.person import Person
from ibreflect.model.report import Closing
from ibreflect.model.round import RoundId
from ibreflect.model.time import WORK, Moment, Slot
from ibreflect.questionnaires.guides import parse_guide
from ibreflect.store.connection import Store
from ibreflect.usecases import agreeing, framing, planning, preparing, talking, time
from ibreflect.usecases.conversing import At
from ibreflect.usecases.planning import Plan
from tests.store import rounds_with_others as others
from tests.usecases import shared_rounds
from tests.usecases.organisation import NOW, WILG

TODAY = date(2026, 11, 2)
TOMORROW = TODAY + timedelta(days=1)
LATER = TODAY + timedelta(days=30)
CHECK = TODAY + timedelta(days=60)

_HEAD = """
id: {id}
versie: 1.0.0
titel: {title}
met: {company}
toelichting: Om van te leren.
bronnen:
  "000": {{bestand: 000.txt, titel: Een artikel}}
schalen:
  klopt: {{woorden: [niet, een beetje, deels, grotendeels, helemaal], verschil_vanaf: 2}}
  mandaat: {{woorden: [niets, uitvoeren, adviseren, meebeslissen, beslissen], verschil_vanaf: 1}}
"""
_APART = """
voorbereiding_iber:
  - {id: koers, vraag: Waarheen, bron: [000 r.1-2]}
  - {id: twijfel, vraag: Waarover twijfel je, prive: true, bron: [000 r.1-2]}
voorbereiding_ander:
  - {id: zicht, vraag: Wat zie je, bron: [000 r.1-2]}
  - {id: overweging, vraag: Wat overweeg je, prive: true, bron: [000 r.1-2]}
"""
_THEMES = """
themas:
  - id: rollen
    titel: De rollen
    minuten: 10
    bron: [000 r.1-2]
    beeld: [roles, items]
    kijkpunten:
      - {id: r1, "ib'er": Ik leer., ander: De ib'er leert., schaal: klopt, bron: [000 r.1-2]}
      - {id: r2, "ib'er": Ik vraag., ander: De ib'er vraagt., schaal: klopt, bron: [000 r.1-2]}
  - id: mandaat
    titel: Wie beslist
    minuten: 10
    bron: [000 r.1-2]
    kijkpunten:
      - {id: m1, "ib'er": Een, ander: Een, schaal: mandaat, onderwerp: MI1, bron: [000 r.1-2]}
      - {id: m2, "ib'er": Twee, ander: Twee, schaal: mandaat, onderwerp: MI2, bron: [000 r.1-2]}
      - {id: mx, "ib'er": Eigen, ander: Eigen, schaal: mandaat, onderwerp: X1, bron: [000 r.1-2]}
  - {id: tijd, titel: De tijd, minuten: 10, bron: [000 r.1-2], beeld: [time], tijd: true}
"""
LEADER, COACH, GROUP = "klein-leider", "klein-coach", "klein-groep"
_KINDS = {
    LEADER: ("Met de leider", "schoolleider", _APART),
    COACH: ("Met de coach", "coach", _APART),
    GROUP: ("Met het team", "groep", ""),
}


@cache
def guide(guide_id: str = LEADER) -> ExactGuide:
    """One of three small guides: two to prepare apart, and one for a group."""
    title, company, apart = _KINDS[guide_id]
    text = _HEAD.format(id=guide_id, title=title, company=company) + apart + _THEMES
    return ExactGuide(parse_guide(text), text)


def folder(place: Path) -> Path:
    """A folder of questionnaires with these guides in it."""
    guides = place / "gesprek"
    guides.mkdir(parents=True, exist_ok=True)
    for each in _KINDS:
        (guides / f"{each}.yaml").write_text(guide(each).text, encoding="utf-8")
    return place


def with_round(store: Store, owner: Person, levels: Mapping[str, int] | None = None) -> RoundId:
    """A handed-in round with a mandate map, the week divided, and the assignment written."""
    round_id = others.begin(store, owner, "mandaatkaart")
    framing.save_text(store, owner, round_id, topic="opdracht:school", body=shared_rounds.TEXT)
    week = dict(zip((part.part_id for part in WORK.parts), (10, 20, 30, 40), strict=True))
    slots = {Slot(WORK.split_id, part, Moment.NOW): percent for part, percent in week.items()}
    time.save(store, owner, round_id, numbers=slots)
    chosen = {"MI1": 4, "MI2": 2} if levels is None else levels
    others.finish_scan(store, owner, round_id, {**shared_rounds.own(), **chosen})
    return round_id


class Table(NamedTuple):
    """A conversation with the people at it, each with their own way in."""

    store: Store
    owner: Person
    partner: Person
    conversation_id: ConversationId
    today: date = TODAY

    def who(self, seat: Seat) -> Person:
        """Who sits there."""
        return self.owner if seat is Seat.OWNER else self.partner

    def at(self, seat: Seat | None = None) -> At:
        """Where somebody sits down; a seat is only wanted by who works alone."""
        return At(self.conversation_id, self.today, seat)

    def fill(self, seat: Seat, filled: Mapping[str, str]) -> None:
        """Fill in a preparation."""
        for topic, content in filled.items():
            preparing.save(self.store, self.who(seat), self.at(seat), topic, content)

    def fill_again(self, seat: Seat, filled: Mapping[str, str]) -> None:
        """Not ready after all: fill in, and be ready again."""
        preparing.set_ready(self.store, self.who(seat), self.at(seat), is_ready=False, now=NOW)
        self.fill(seat, filled)
        self.ready(seat)

    def ready(self, *seats: Seat) -> None:
        """Say to be ready."""
        for seat in seats:
            preparing.set_ready(self.store, self.who(seat), self.at(seat), is_ready=True, now=NOW)

    def begin(self) -> None:
        """Both are ready, and the talk begins."""
        self.ready(*Seat)
        talking.begin(self.store, self.owner, self.at(Seat.OWNER))

    def hold(self) -> None:
        """A whole talk in which nothing was written, up to the report."""
        self.begin()
        talking.end(self.store, self.owner, self.at(Seat.OWNER))

    def page(self, seat: Seat = Seat.OWNER) -> agreeing.Page:
        """The report as it stands."""
        return agreeing.page(self.store, self.who(seat), self.at(seat))

    def keep(self, closing: Closing, seat: Seat = Seat.OWNER) -> None:
        """Keep what comes next."""
        agreeing.keep(self.store, self.who(seat), self.at(seat), closing)

    def confirm(self, *seats: Seat) -> None:
        """Confirm the report as it stands from these seats, or from both."""
        for seat in seats or tuple(Seat):
            mark = self.page(seat).mark
            agreeing.confirm(self.store, self.who(seat), self.at(seat), mark, now=NOW)


def plan_for(partner: UUID | str | None, guide_id: str = LEADER, **changes: object) -> Plan:
    """To plan a conversation tomorrow at De Wilg."""
    usual = Plan(guide_id, WILG, partner, None, TOMORROW)
    return usual._replace(**changes)  # type: ignore[arg-type]


def plan(store: Store, owner: Person, partner: Person, place: Path, **changes: object) -> Table:
    """A conversation of the two, tomorrow."""
    wanted = plan_for(partner.person_id, **changes)  # type: ignore[arg-type]
    found = planning.plan(store, owner, wanted, folder(place), today=TODAY)
    return Table(store, owner, partner, found)


def goal(behaviour: str, check_on: date = CHECK) -> GoalEntry:
    """A goal with nothing but what somebody is going to do."""
    return GoalEntry(behaviour, "", "", "", "", check_on)
