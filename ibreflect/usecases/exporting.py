"""Taking along everything of oneself: as a file to read in elsewhere, a workbook and a report.

Of others it holds what groups said together, as it was shown, what the schoolleider said by name to
this ib'er, and reports that both confirmed. It never holds one answer of somebody who is not named,
what another prepared or noted for a conversation, an address or a link; a name only in a report.
"""

import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime

from ibreflect.access import policy
from ibreflect.model.event import Event, EventKind
from ibreflect.model.membership import AT, Position
from ibreflect.model.person import Person
from ibreflect.model.round import Asked, Round
from ibreflect.model.sharing import Share
from ibreflect.model.takeaway import (
    FORMAT,
    VERSION,
    Readable,
    TakeAway,
    TakenAgreement,
    TakenAsked,
    TakenDirection,
    TakenEvent,
    TakenLevel,
    TakenPerson,
    TakenPosition,
    TakenQuestionnaire,
    TakenSharing,
    json_bytes,
)
from ibreflect.questionnaires.load import parse
from ibreflect.reports.takeaway_pdf import takeaway_pdf
from ibreflect.reports.takeaway_text import READ_ME
from ibreflect.reports.takeaway_xlsx import takeaway_xlsx
from ibreflect.store import direction, events, instruments, kept, mandate, memberships, people
from ibreflect.store import rounds as kept_rounds
from ibreflect.store import shares as kept_shares
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    downloads,
    exporting_rounds,
    exporting_talks,
    exporting_work,
    happened,
)

NAME = "ibreflect-gegevens"


def offer(store: Store, actor: Person, *, now: datetime, today: date, seconds: float) -> str:
    """The ticket with which the actor fetches everything of theirs, once, as one zip file.

    `now` is in UTC; `seconds` is on the clock of the downloads.
    """
    content = zipped(readable(take_along(store, actor, today=today)))
    exported = Event(now, EventKind.EXPORTED, actor.person_id, actor.person_id, {"format": "zip"})
    events.record(store, exported)
    return downloads.offer(f"{NAME}-{today}.zip", content, now=seconds)


def take_along(store: Store, actor: Person, *, today: date) -> TakeAway:
    """Everything of the actor."""
    mine = kept_rounds.of_person(store, actor.person_id)
    agreements = _agreements(store, actor)
    asked = [*(each for subject in mine for each in subject.asked)]
    asked += [Asked(each.asked.id, each.asked.version) for each in agreements]
    return TakeAway(
        format=FORMAT,
        version=VERSION,
        made_on=today,
        person=_person(store, actor),
        questionnaires=_questionnaires(store, asked),
        rounds=tuple(exporting_rounds.taken(store, each) for each in mine),
        directions=_directions(store, actor),
        agreements=agreements,
        goals=exporting_work.taken_goals(store, actor),
        log=exporting_work.taken_log(store, actor),
        reflections=exporting_work.taken_reflections(store, actor),
        conversations=exporting_talks.taken(store, actor, today=today),
        shares=_shares(store, actor, mine),
        events=tuple(
            TakenEvent(at=each.at, kind=each.kind, by=each.by, says=each.says)
            for each in happened.nameless(store, actor)
        ),
    )


def readable(taken: TakeAway) -> Readable:
    """What was taken along, with its questionnaires read."""
    return Readable(
        taken, {(each.id, each.version): parse(each.text, each.id) for each in taken.questionnaires}
    )


def zipped(found: Readable) -> bytes:
    """The zip file: JSON, workbook, report and what they are."""
    file = io.BytesIO()
    contents = {
        "LEESMIJ.txt": READ_ME.encode("utf-8-sig"),
        f"{NAME}.json": json_bytes(found.taken),
        f"{NAME}.xlsx": takeaway_xlsx(found),
        f"{NAME}.pdf": takeaway_pdf(found),
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()


def _person(store: Store, actor: Person) -> TakenPerson:
    held = memberships.of_person(store, actor.person_id)
    names = kept.place_names(store, {each.place_id for each in held})
    return TakenPerson(
        name=actor.name,
        address=people.address(store, actor.person_id),
        positions=tuple(
            TakenPosition(
                position=each.position,
                place_kind=AT[each.position],
                place=names.get(each.place_id, ""),
                since=each.since,
                until=each.until,
            )
            for each in held
        ),
    )


def _questionnaires(store: Store, asked: Iterable[Asked]) -> tuple[TakenQuestionnaire, ...]:
    texts = {each: instruments.text(store, *each) for each in sorted(set(asked))}
    return tuple(
        TakenQuestionnaire(id=each.questionnaire_id, version=each.version, text=text)
        for each, text in texts.items()
        if text is not None
    )


def _directions(store: Store, actor: Person) -> tuple[TakenDirection, ...]:
    """Oldest first, so that bringing them in keeps their order."""
    return tuple(
        TakenDirection(
            school=school.name,
            recorded_on=each.recorded_on,
            point=each.position,
            reason=each.body,
        )
        for school in people.schools_of(store, actor.person_id)
        for each in reversed(direction.history(store, actor.person_id, school.school_id))
    )


def _agreements(store: Store, actor: Person) -> tuple[TakenAgreement, ...]:
    """Oldest first, as they are numbered."""
    return tuple(
        TakenAgreement(
            school=school.name,
            number=each.number,
            agreed_on=each.terms.agreed_on,
            review_on=each.terms.review_on,
            asked=TakenAsked(
                id=each.terms.asked.questionnaire_id, version=each.terms.asked.version
            ),
            agreed={
                item_id: TakenLevel(level=agreed.level, note=agreed.note)
                for item_id, agreed in each.terms.agreed.items()
            },
        )
        for school in people.schools_of(store, actor.person_id)
        for each in reversed(mandate.agreements(store, actor.person_id, school.school_id))
    )


def _shares(store: Store, actor: Person, mine: Iterable[Round]) -> tuple[TakenSharing, ...]:
    """With what kind of reader, not with whom: who that was is about somebody else."""
    of_round = {each.round_id: each for each in mine}
    return tuple(
        TakenSharing(
            shared_at=each.shared_at,
            school=of_round[each.round_id].school_name,
            school_year=of_round[each.round_id].term.school_year,
            period=of_round[each.round_id].term.period,
            parts=tuple(part.value for part in each.parts),
            reader=_reader(store, each),
            until=each.until,
            withdrawn=each.withdrawn,
        )
        for each in kept_shares.of_owner(store, actor.person_id)
        if each.round_id in of_round
    )


def _reader(store: Store, share: Share) -> tuple[Position, ...]:
    """As what the reader could read it, on the day it was shared."""
    held = policy.held_on(memberships.of_person(store, share.reader_id), share.shared_at.date())
    return tuple(sorted(held & {Position.SCHOOL_LEADER, Position.COACH}))
