"""Conversations as they are taken along: the own side of them, and what the two agreed on.

Of the other only what stands in a report that both confirmed: never a preparation or a note.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from ibreflect.access import conversing as verdicts
from ibreflect.model import topics
from ibreflect.model.conversation import Conversation, Seated
from ibreflect.model.days import in_dutch
from ibreflect.model.guide import Guide, Seat
from ibreflect.model.log import KIND_WORDS
from ibreflect.model.person import Person
from ibreflect.model.report import ReportVersion
from ibreflect.model.sharing import PART_WORDS
from ibreflect.model.taken_talks import (
    TakenConversation,
    TakenDecided,
    TakenPrepared,
    TakenReport,
    TakenSaid,
    TakenTabled,
)
from ibreflect.model.taken_work import TakenGoalEntry
from ibreflect.model.time import WORK, Moment
from ibreflect.store import conversations, preparations
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    agreeing,
    conversing,
    log_entries,
    preparing,
    reflection,
    tabling,
)

Asked = tuple[str, str]
"""A question in words, and the answer."""


def taken(store: Store, actor: Person, *, today: date) -> tuple[TakenConversation, ...]:
    """Every conversation that the actor has, or had, a seat in, the first planned first.

    Who no longer works where a conversation was held takes along what they wrote themselves.
    """
    seated = {each.conversation_id for each, _ in conversing.mine(store, actor, today=today)}
    found = conversations.of_person(store, actor.person_id)
    made = [
        _taken(store, actor, each, is_seated=each[0].conversation_id in seated)
        for each in verdicts.all_written_in(actor, found)
    ]
    return tuple(sorted(made, key=_in_order))


def _taken(
    store: Store, actor: Person, written: tuple[Conversation, Seat], *, is_seated: bool
) -> TakenConversation:
    conversation, seat = written
    here = Seated(conversation, seat, conversing.exact_guide(store, conversation).guide)
    versions = agreeing.versions_of(store, conversation) if is_seated else ()
    return TakenConversation(
        school=conversation.school_name,
        guide=here.guide.title,
        company=conversation.company,
        seat=seat,
        planned_on=conversation.planned_on,
        planned_at=conversation.planned_at,
        preparation=tuple(
            TakenPrepared(question=question, answer=answer)
            for question, answer in _prepared(store, here)
        ),
        tabled=_tabled(store, here, conversation.planned_on),
        reports=tuple(_report(each) for each in versions if each.is_agreed),
        private_note=preparations.note(store, conversation.conversation_id, actor.person_id),
    )


def _in_order(each: TakenConversation) -> tuple[object, ...]:
    return each.planned_on, each.school, each.guide, each.model_dump_json()


def _prepared(store: Store, here: Seated) -> Iterator[Asked]:
    """What was filled in at the own seat, in order, without choices about what is gone since."""
    filled = preparing.entries(store, here, here.seat)
    yield from _open(here, filled)
    yield from _points(here, filled)
    yield from _week(filled)
    if here.seat is Seat.OWNER:
        chosen = _on_the_table(store, here)
        yield from ((chosen[topic], filled[topic]) for topic in chosen if topic in filled)


def _open(here: Seated, filled: Mapping[str, str]) -> Iterator[Asked]:
    for question in here.guide.questions(here.seat):
        if question.id in filled:
            yield question.text, filled[question.id]
        if topics.brought(question.id) in filled:
            yield f"Neem ik dit mee: {question.text}", filled[topics.brought(question.id)]


def _points(here: Seated, filled: Mapping[str, str]) -> Iterator[Asked]:
    for point in (point for theme in here.guide.themes for point in theme.points):
        step = filled.get(topics.point(point.id))
        if step:
            yield point.text_for(here.seat), here.guide.scales[point.scale].words[int(step) - 1]


def _week(filled: Mapping[str, str]) -> Iterator[Asked]:
    for part in WORK.parts:
        for moment in Moment:
            percent = filled.get(topics.time(part.part_id, moment))
            if percent:
                yield f"Tijd voor {part.phrase}, {moment.value}", f"{percent} procent"


def _on_the_table(store: Store, here: Seated) -> dict[str, str]:
    """By topic what the ib'er says yes or no to laying on the table, in words."""
    owner = Person(here.conversation.owner_id, here.conversation.owner_name)
    school_id = here.conversation.school_id
    words = _themes(here.guide)
    words |= {topics.part(part): each.mine for part, each in PART_WORDS.items()}
    words |= {
        topics.reflection(each.answer_id): f"{each.question} ({each.school_year})"
        for each in reflection.answers(store, owner)
    }
    words |= {
        topics.entry(str(each.entry_id)): (
            f"logboek, {in_dutch(each.content.day)}: {KIND_WORDS[each.content.kind]}"
        )
        for each in log_entries.mine(store, owner, school_id=school_id)
    }
    return {topic: f"Op tafel: {each}" for topic, each in words.items()}


def _themes(guide: Guide) -> dict[str, str]:
    return {topics.theme(theme.id): f"thema {theme.title}" for theme in guide.themes}


def _tabled(store: Store, here: Seated, day: date) -> tuple[TakenTabled, ...]:
    """The ib'er's own texts; what was on the table for the partner is not the partner's."""
    if here.seat is Seat.PARTNER:
        return ()
    lying = tabling.tabled(store, here, day)
    return tuple(TakenTabled(heading=each.heading, body=each.body) for each in lying.texts)


def _report(version: ReportVersion) -> TakenReport:
    report, closing = version.report, version.report.closing
    return TakenReport(
        number=version.number,
        title=report.title,
        school=report.school,
        owner=report.owner,
        partner=report.partner,
        held_on=report.held_on,
        said=tuple(TakenSaid(theme=each.title, body=each.body) for each in report.said),
        decisions=tuple(
            TakenDecided(subject=each.topic, decided=each.level, note=each.note)
            for each in report.decided
        ),
        goals=tuple(TakenGoalEntry(**each._asdict()) for each in closing.goals),
        review_on=closing.review_on,
        next_on=closing.next_on,
        next_at=closing.next_at,
    )
