"""What was agreed last time: what a conversation begins with."""

import streamlit as st

from ibreflect.model.conversation import Conversation, Seated
from ibreflect.model.days import in_dutch
from ibreflect.model.goal import OUTCOME_WORDS, Goal
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.model.report import Report
from ibreflect.reports import talk_report
from ibreflect.store.connection import Store
from ibreflect.ui.words import literal, said
from ibreflect.usecases import agreeing, conversing, goals
from ibreflect.usecases.conversing import At


def last_time(store: Store, actor: Person, at: At, here: Seated) -> None:
    """The goals, decisions and days of the report that both confirmed last.

    For the ib'er also how each goal goes, folded away, because the other may look along.
    """
    before = conversing.before(store, actor, here.conversation, today=at.today)
    if before is None:
        return
    st.header("Wat we de vorige keer afspraken", anchor=False)
    report = agreeing.agreed(agreeing.versions_of(store, before))
    if report is None:
        st.markdown(
            f"Het verslag van {in_dutch(before.planned_on)} hebben jullie nog niet allebei "
            "bevestigd. Er staat dus nog niets vast."
        )
        return
    _agreed(report)
    if here.seat is Seat.OWNER:
        _how_it_goes(_goals_of(store, actor, before))


def _agreed(report: Report) -> None:
    st.markdown(f"Op {in_dutch(report.held_on)}, hoe staat het er nu mee?")
    for goal in report.closing.goals:
        with st.container(border=True):
            st.markdown(f"**{literal(goal.behaviour)}**")
            st.text("\n".join(talk_report.lines_of(goal)))
    for each in report.decided:
        note = f" ({each.note})" if each.note else ""
        st.markdown(f"- {literal(said(each.topic))}: **{literal(each.level)}**{literal(note)}")
    for line in talk_report.what_comes(report.closing):
        st.markdown(literal(line))
    if not (report.closing.goals or report.decided):
        st.markdown("Doelen of besluiten hebben jullie toen niet vastgelegd.")


def _goals_of(store: Store, actor: Person, before: Conversation) -> tuple[Goal, ...]:
    mine = goals.mine(store, actor, school_id=before.school_id)
    return tuple(each for each in mine if each.conversation_id == before.conversation_id)


def _how_it_goes(mine: tuple[Goal, ...]) -> None:
    """The ib'er's own notes on those goals."""
    if not mine:
        return
    with st.expander("Hoe het met je doelen ging (alleen jij ziet dit)"):
        for each in mine:
            st.markdown(f"**{literal(each.entry.behaviour)}**: {_outcome(each)}")
            written = [f"{in_dutch(note.written_on)}: {note.body}" for note in each.notes]
            st.text("\n".join([*written, each.effect]).strip() or "Nog geen notities.")


def _outcome(goal: Goal) -> str:
    return OUTCOME_WORDS[goal.outcome] if goal.outcome else "loopt nog"
