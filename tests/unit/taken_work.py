"""Goals, the log, reflection questions and a conversation, with the same text in every place."""

from datetime import date, time

from ibreflect.model.goal import Outcome
from ibreflect.model.guide import Company, Seat
from ibreflect.model.log import Kind
from ibreflect.model.role import Role
from ibreflect.model.taken_talks import (
    TakenConversation,
    TakenDecided,
    TakenPrepared,
    TakenReport,
    TakenSaid,
    TakenTabled,
)
from ibreflect.model.taken_work import (
    TakenGoal,
    TakenGoalEntry,
    TakenGoalNote,
    TakenLogEntry,
    TakenReflection,
)

DAY = date(2026, 12, 1)


def goal(text: str) -> TakenGoal:
    """A goal that was closed."""
    return TakenGoal(
        **_entry(text).model_dump(),
        school="De Wilg",
        agreed_on=DAY,
        outcome=Outcome.REACHED,
        effect=text,
        closed_on=DAY,
        notes=(TakenGoalNote(written_on=DAY, body=text),),
    )


def log_entry(text: str) -> TakenLogEntry:
    """An activity of an hour."""
    return TakenLogEntry(
        school="De Wilg",
        kind=Kind.ACTIVITY,
        day=DAY,
        what=text,
        theme="gedrag",
        explored=text,
        follow_up=text,
        roles=(Role.CARE_DIRECTOR, Role.TREND_ANALYST),
        minutes=60,
        is_planned=True,
        step=None,
        place=None,
    )


def answer(text: str) -> TakenReflection:
    """An answer to the first question."""
    return TakenReflection(school_year="2026/2027", topic="reflectie:waarom", body=text)


def conversation(text: str) -> TakenConversation:
    """A conversation of an ib'er, with a report."""
    return TakenConversation(
        school="De Wilg",
        guide="Reflectiegesprek",
        company=Company.SCHOOL_LEADER,
        seat=Seat.OWNER,
        planned_on=DAY,
        planned_at=time(9, 30),
        preparation=(TakenPrepared(question="Waarheen?", answer=text),),
        tabled=(TakenTabled(heading="Uit het logboek", body=text),),
        reports=(_report(text),),
        private_note=text,
    )


def _report(text: str) -> TakenReport:
    return TakenReport(
        number=1,
        title="Reflectiegesprek",
        school="De Wilg",
        owner="Noor",
        partner="Sam",
        held_on=DAY,
        said=(TakenSaid(theme="Rollen", body=text),),
        decisions=(TakenDecided(subject="Toetsen", decided="beslissen", note=text[:200]),),
        goals=(_entry(text),),
        review_on=DAY,
        next_on=DAY,
        next_at=time(15),
    )


def _entry(text: str) -> TakenGoalEntry:
    return TakenGoalEntry(
        behaviour=text[:300],
        first_step=text[:300],
        evidence="",
        helper=text[:300],
        partner_part="",
        check_on=DAY,
    )
