"""Somebody with something of every kind to take along, and files made of that by hand."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from typing import Any
from uuid import UUID, uuid4

from ibreflect.model.goal import GoalEntry, Look, Outcome
from ibreflect.model.guide import Seat
from ibreflect.model.log import Content, Entry, Kind, Place, Step
from ibreflect.model.person import Person, School
from ibreflect.model.report import Closing
from ibreflect.model.role import Role
from ibreflect.model.round import term_of
from ibreflect.model.takeaway import json_bytes
from ibreflect.model.time import Moment, Slot
from ibreflect.settings import PROJECT
from ibreflect.store import conversations
from ibreflect.store.connection import Store
from ibreflect.store.conversations import NewConversation
from ibreflect.usecases import (
    answering,
    direction,
    exporting,
    framing,
    goal_progress,
    goals,
    importing,
    log_entries,
    mandate_agreement,
    people,
    private_notes,
    reflection,
    rounds,
    talking,
    time,
)
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import talks

TODAY = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 9, 30)  # noqa: DTZ001 -- moments are kept in UTC without a zone
FOLDER = PROJECT / "questionnaires"
ODD = "=1+1 \u202e*é* <script>😀"
"""Text that some program would read as something else; kept without its invisible mark."""
KEPT_ODD = ODD.replace("\u202e", "")
OTHERS_TEXT = "Wat de ander vooraf schreef"
CHECK = date(2027, 2, 1)
_ACTIVITY = Content(Kind.ACTIVITY, talks.TODAY, "Meegekeken", minutes=15, is_planned=False)
_TWICE = _ACTIVITY._replace(roles=(Role.CARE_DIRECTOR, Role.TREND_ANALYST))
_MOMENT = Content(
    Kind.BUMPY_MOMENT, date(2026, 10, 5), ODD, "gedrag", "Samen gekeken", "Volgende week"
)
ENTRIES = (
    _TWICE,
    _TWICE,
    _MOMENT,
    Content(Kind.QUESTION, talks.TODAY, "Hoe verder?", step=Step.NOTHING),
    Content(Kind.EFFECT, talks.TODAY, "Rustiger.", place=Place.TEAM),
)
REMARK = "Uitleg van iemand, nummer"


def full_person(store: Store, actor: Person) -> UUID:
    """The id of a round of which asking has ended, with everything in and around it."""
    round_id = others.begin(store, actor, "rolhelderheid", "mandaatkaart")
    framing.save_text(store, actor, round_id, topic="opdracht:school", body=ODD)
    framing.save_choice(store, actor, round_id, field="fase", choice="bouwen")
    slot = Slot("werk", "preventief", Moment.NOW)
    time.keep(store, actor, round_id, slot=slot, percent=40)
    others.finish_scan(store, actor, round_id, given())
    others.leader_answers(store, actor, round_id, {"LC1": 5, "MR1": 4})
    for number, token in enumerate(others.ask_team(store, actor, round_id, 5), start=1):
        here = others.visit(store, token)
        text = f"{REMARK} {number}"
        answering.write(store, here, topic="meer", body=text, today=others.TODAY)
        others.answers(store, token, {"LC1": 1 + number % 3, "MR1": number, "LC2": 2})
    others.end_asking(store, actor, round_id)
    school = rounds.one(store, actor, round_id).school_id
    chosen = direction.Chosen(2, "Het team wil dat graag zelf doen.")
    direction.record(store, actor, school, chosen, today=scans.AUTUMN)
    mandate_agreement.agree(store, actor, round_id, agreed())
    work(store, actor, people.my_schools(store, actor)[0])
    return round_id


def work(store: Store, actor: Person, school: School) -> None:
    """An open goal with notes and a closed one, every kind of entry, one twice, and two answers."""
    entry = GoalEntry(ODD, "Eén les", "Leraren vragen zelf", "Sam", "Maakt tijd", CHECK)
    is_open = goals.make(store, actor, school.school_id, entry, today=talks.TODAY)
    for body in ("Het begin is er.", ODD):
        goal_progress.note(store, actor, is_open, body, today=talks.TODAY)
    over = goals.make(
        store, actor, school.school_id, talks.goal("Vragen", CHECK), today=talks.TODAY
    )
    look = Look(Outcome.PARTLY, "De leraar begint zelf.")
    goal_progress.close(store, actor, over, look, today=talks.TODAY)
    for content in ENTRIES:
        log_entries.add(store, actor, Entry(uuid4(), school, content), today=talks.TODAY)
    for topic in ("reflectie:waarom", "reflectie:kennis"):
        reflection.save(store, actor, topic, ODD, today=talks.TODAY)


def talk(store: Store, actor: Person) -> UUID:
    """A conversation that somebody who works alone held with Robin, with a report of both."""
    new = NewConversation(
        owner_id=actor.person_id,
        school_id=people.my_schools(store, actor)[0].school_id,
        partner_id=None,
        partner_name=store.vault.seal(actor.person_id, "Robin"),
        round_id=None,
        guide=talks.guide(),
        planned_on=talks.TODAY,
        planned_at=clock(9, 30),
        open_until=CHECK,
    )
    made = store.write(lambda transaction: conversations.add(transaction, store.vault, new))
    table = talks.Table(store, actor, actor, made)
    table.fill(Seat.OWNER, {"koers": ODD, "punt:r1": "4", "tijd:preventief:nu": "30"})
    table.fill(Seat.PARTNER, {"zicht": OTHERS_TEXT, "punt:r1": "1"})
    table.begin()
    talking.write(store, actor, table.at(), "rollen", "Samen gezegd")
    talking.end(store, actor, table.at())
    table.keep(Closing((talks.goal("Samen kijken"),)))
    table.confirm()
    private_notes.keep(store, actor, table.at(), "Voor mezelf")
    return made


def given() -> dict[str, Any]:
    """What the ib'er answers: numbers, and one thing that lies with somebody else."""
    core = scans.instrument().questionnaire
    answers: dict[str, Any] = {item.id: 1 + n % 5 for n, item in enumerate(core.items)}
    return answers | {"LC3": core.non_answers[-1], "MR1": 3}


def agreed() -> mandate_agreement.Entry:
    """An agreement on the first topic of the map."""
    first = others.module("mandaatkaart").questionnaire.items[0].id
    days = (date(2026, 10, 1), date(2027, 3, 1))
    return mandate_agreement.Entry({first: 4}, {first: "Samen, elk half jaar."}, *days)


def second_round(store: Store, actor: Person) -> UUID:
    """The id of another round, still being filled in, at another school."""
    wish = rounds.Wish("Het Anker", term_of(scans.SPRING), scans.instrument())
    return rounds.start(store, actor, wish, today=scans.SPRING)


def file_of(store: Store, actor: Person) -> bytes:
    """The JSON that the actor takes along."""
    return json_bytes(exporting.take_along(store, actor, today=TODAY))


def edited(content: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    """The JSON after somebody changed it by hand."""
    tree = json.loads(content)
    change(tree)
    return json.dumps(tree).encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file with these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def propose(store: Store, actor: Person, content: bytes) -> importing.Proposal:
    """What a file would bring."""
    return importing.propose(store, FOLDER, actor, content, today=TODAY)


def bring_in(store: Store, actor: Person, content: bytes) -> int:
    """Bring a file in; how many rounds that were."""
    found = propose(store, actor, content)
    return importing.bring_in(store, actor, found, now=NOW, today=TODAY)
