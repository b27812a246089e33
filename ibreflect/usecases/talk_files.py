"""A conversation as files: its report to read or to go on with, and its day for a calendar."""

from datetime import datetime

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.model.report import Report
from ibreflect.reports.calendar_file import Appointment, calendar_file
from ibreflect.reports.talk_report import report_pdf, report_word
from ibreflect.store.connection import Store
from ibreflect.usecases import agreeing, conversing, downloads
from ibreflect.usecases.conversing import At

_NOT_YET = "Er is nog geen verslag dat jullie allebei hebben bevestigd."


def offer_pdf(store: Store, actor: Person, at: At, *, seconds: float) -> str:
    """The ticket of the last report that both confirmed, as PDF.

    `seconds` only goes up. NotAllowedError without a seat, InputError while there is none.
    """
    content = report_pdf(_agreed(store, actor, at))
    return downloads.offer("verslag.pdf", content, now=seconds)


def offer_word(store: Store, actor: Person, at: At, *, seconds: float) -> str:
    """As `offer_pdf`, as a document for a word processor."""
    content = report_word(_agreed(store, actor, at))
    return downloads.offer("verslag.docx", content, now=seconds)


def offer_day(store: Store, actor: Person, at: At, *, now: datetime, seconds: float) -> str:
    """The ticket of a calendar file with the day, and nothing of what is talked about.

    The same conversation keeps its place in a calendar when it is moved. `now` is a moment in UTC.
    """
    here = conversing.seated(store, actor, at)
    conversation = here.conversation
    appointment = Appointment(
        uid=f"{conversation.conversation_id}@ibreflect",
        title=here.guide.title,
        day=conversation.planned_on,
        start=conversation.planned_at,
        minutes=sum(theme.minutes for theme in here.guide.themes),
        sequence=conversation.sequence,
        made_at=now,
    )
    return downloads.offer("gesprek.ics", calendar_file(appointment), now=seconds)


def _agreed(store: Store, actor: Person, at: At) -> Report:
    found = agreeing.agreed(agreeing.page(store, actor, at).versions)
    if found is None:
        raise InputError(_NOT_YET)
    return found
