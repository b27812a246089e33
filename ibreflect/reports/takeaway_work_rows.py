"""Goals, the log, reflection questions and conversations, row by row, in words of the screens."""

from collections.abc import Iterator
from datetime import time

from ibreflect.model.days import in_dutch
from ibreflect.model.goal import OUTCOME_WORDS
from ibreflect.model.guide import Company, Seat
from ibreflect.model.log import KIND_WORDS, PLACE_WORDS, STEP_WORDS, THEMES
from ibreflect.model.reflection import REFLECTION_QUESTIONS
from ibreflect.model.report import Closing, Decided, Report, Said
from ibreflect.model.role import region_name
from ibreflect.model.takeaway import Readable
from ibreflect.model.taken_talks import TakenConversation, TakenReport
from ibreflect.reports.blocks import Row
from ibreflect.reports.talk_report import lines_of, what_comes

COMPANY_WORDS = {
    Company.SCHOOL_LEADER: "schoolleider",
    Company.COACH: "coach",
    Company.GROUP: "groep",
}
"""What the partner in a conversation works as."""

SEAT_WORDS = {Seat.OWNER: "ib'er", Seat.PARTNER: "gesprekspartner"}
_QUESTIONS = {each.topic: each.text for each in REFLECTION_QUESTIONS}


def goals(found: Readable) -> Iterator[Row]:
    """Every goal; outcome and last day are empty while it is open."""
    for each in found.taken.goals:
        *texts, check_on = each.entry
        outcome = OUTCOME_WORDS[each.outcome] if each.outcome else None
        looked_back = (outcome, each.effect, each.closed_on)
        yield each.school, each.agreed_on, *texts, check_on, *looked_back


def goal_notes(found: Readable) -> Iterator[Row]:
    """Every note of every goal."""
    for each in found.taken.goals:
        for note in each.notes:
            yield each.school, each.behaviour, note.written_on, note.body


def log(found: Readable) -> Iterator[Row]:
    """Every entry; what its kind does not have is empty."""
    for each in found.taken.log:
        yield (
            *(each.school, each.day, KIND_WORDS[each.kind], each.what),
            *(THEMES.get(each.theme, each.theme), each.explored, each.follow_up),
            *(region_name(each.roles), each.minutes, each.is_planned),
            None if each.step is None else STEP_WORDS[each.step],
            None if each.place is None else PLACE_WORDS[each.place],
        )


def reflections(found: Readable) -> Iterator[Row]:
    """School year, question and answer."""
    for each in found.taken.reflections:
        yield each.school_year, _QUESTIONS.get(each.topic, each.topic), each.body


def conversations(found: Readable) -> Iterator[Row]:
    """When, along which guide, where, with what kind of partner, at which seat, and the note."""
    for each in found.taken.conversations:
        when = (each.planned_on, at(each.planned_at), each.guide, each.school)
        yield *when, COMPANY_WORDS[each.company], SEAT_WORDS[each.seat], each.private_note


def prepared(found: Readable) -> Iterator[Row]:
    """What was asked and answered before every conversation."""
    for each in found.taken.conversations:
        for one in each.preparation:
            yield each.planned_on, each.guide, one.question, one.answer


def tabled(found: Readable) -> Iterator[Row]:
    """The own texts that lay on the table of every conversation."""
    for each in found.taken.conversations:
        for one in each.tabled:
            yield each.planned_on, each.guide, one.heading, one.body


def reports(found: Readable) -> Iterator[Row]:
    """What every agreed version of every report says."""
    for conversation in found.taken.conversations:
        for version in conversation.reports:
            head = (conversation.planned_on, conversation.guide, version.number)
            for kind, about, body in _report(as_report(version)):
                yield *head, kind, about, body


def _report(report: Report) -> Iterator[tuple[str, str, str]]:
    yield from (("besproken", said.title, said.body) for said in report.said)
    for decided in report.decided:
        yield "besloten", decided.topic, ". ".join(filter(None, (decided.level, decided.note)))
    for goal in report.closing.goals:
        yield "doel", goal.behaviour, "\n".join(lines_of(goal))
    yield from (("vooruit", "", line) for line in what_comes(report.closing))


def as_report(version: TakenReport) -> Report:
    """A version of a report as reports are written."""
    goals_agreed = tuple(each.entry for each in version.goals)
    return Report(
        title=version.title,
        school=version.school,
        owner=version.owner,
        partner=version.partner,
        held_on=version.held_on,
        said=tuple(Said(each.theme, each.body) for each in version.said),
        decided=tuple(Decided(each.subject, each.decided, each.note) for each in version.decisions),
        closing=Closing(goals_agreed, version.review_on, version.next_on, version.next_at),
    )


def called(conversation: TakenConversation) -> str:
    """'Reflectiegesprek, 3 maart 2027, De Wilg'."""
    return f"{conversation.guide}, {in_dutch(conversation.planned_on)}, {conversation.school}"


def at(hour: time | None) -> str | None:
    """'9.30 uur'; None without an hour."""
    return f"{hour.hour}.{hour:%M} uur" if hour else None
