"""A round of An with something of every part in it, each with words that are nowhere else."""

from datetime import date, timedelta
from uuid import UUID

from ibreflect.model.assignment import note_topic
from ibreflect.model.membership import Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.model.sharing import Part, ShareId
from ibreflect.model.time import SPLITS, Moment, Slot
from ibreflect.store import memberships, voices
from ibreflect.store.connection import Store
from ibreflect.usecases import framing, sharing, time
from ibreflect.usecases.sharing import Wish
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases.organisation import LONG_AGO, NOW, WILG

UNTIL = date(2026, 12, 14)
MODULE = "preventief-curatief"
TEXT, NOTE, LEADERS = "ooievaar in de opdracht", "notitie over een uil", "reiger van de leider"
REMARKS = tuple(f"merel nummer {number}" for number in range(6))
SHARES = (37, 41, 22)
"""How the week is divided, in percent; numbers that no other part has."""


def begin(store: Store, actor: Person) -> RoundId:
    """Everything but the own scan: six leraren and the schoolleider answered; asking goes on."""
    round_id = others.begin(store, actor, MODULE)
    framing.save_text(store, actor, round_id, topic="opdracht:school", body=TEXT)
    framing.save_text(store, actor, round_id, topic=_note(), body=NOTE)
    framing.save_choice(store, actor, round_id, field="fase", choice="bouwen")
    time.save(store, actor, round_id, numbers=_week())
    for number, token in enumerate(others.ask_team(store, actor, round_id, len(REMARKS))):
        _answers(store, token, REMARKS[number], 4 - number % 2)
    _answers(store, others.ask_leader(store, actor, round_id), LEADERS, 2)
    return round_id


def full(store: Store, actor: Person) -> RoundId:
    """The same with the own scan handed in and asking ended."""
    round_id = begin(store, actor)
    others.finish_scan(store, actor, round_id, own())
    others.end_asking(store, actor, round_id)
    return round_id


def own() -> dict[str, int]:
    """An answer to every statement of the core scan, from 1 to 5 and again."""
    items = scans.instrument().questionnaire.items
    return {item.id: 1 + number % 5 for number, item in enumerate(items)}


def wish(reader: Person, *parts: Part, until: date = UNTIL) -> Wish:
    """To share these parts, or the roles and where they meet."""
    return Wish(frozenset(parts or (Part.ROLES, Part.OVERLAP)), reader.person_id, until)


def share(store: Store, owner: Person, round_id: UUID, reader: Person, *parts: Part) -> ShareId:
    """Share these parts until half December."""
    return sharing.share(store, owner, round_id, wish(reader, *parts), now=NOW)


def end_position(store: Store, leader: Person) -> None:
    """Somebody was schoolleider until yesterday."""
    held = Membership(leader.person_id, Position.SCHOOL_LEADER, WILG, LONG_AGO, None)
    store.write(lambda work: memberships.end(work, held, NOW.date() - timedelta(days=1)))


def _note() -> str:
    return note_topic(scans.instrument().questionnaire.scales[0].id)


def _week() -> dict[Slot, int]:
    split = SPLITS[0]
    shares = (*SHARES, *([0] * (len(split.parts) - len(SHARES))))
    return {
        Slot(split.split_id, part.part_id, moment): percent
        for moment in Moment
        for part, percent in zip(split.parts, shares, strict=True)
    }


def _answers(store: Store, token: str, remark: str, given: int) -> None:
    """Somebody with a link hands in the same answer everywhere, with a remark."""
    here = others.visit(store, token)
    filled = voices.Filled({item.id: given for item in here.sheet.items}, {"meer": remark})
    voices.hand_in(store, here.opened, filled, today=others.TODAY)
