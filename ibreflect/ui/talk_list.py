"""The conversations of somebody: what comes, with its next step, and what was."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import streamlit as st

from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.days import in_dutch, with_weekday
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.model.report import ReportVersion
from ibreflect.store.connection import Store
from ibreflect.ui import report_part, resources, screens, seat, talk_change
from ibreflect.ui.long_list import part
from ibreflect.ui.screens import Screen
from ibreflect.ui.words import literal, said
from ibreflect.usecases import agreeing, conversing
from ibreflect.usecases.conversing import At

_WHAT_IT_IS = (
    "Een reflectiegesprek gaat over het werk van de ib'er, met de schoolleider of een coach. Ieder "
    "bereidt zich apart voor. Daarna leggen jullie de voorbereidingen naast elkaar: wat gaat goed, "
    "wat mag de ib'er beslissen en wat hebben jullie van elkaar nodig?"
)
_WHY = (
    "Dat helpt, want je ziet waar jullie anders kijken voordat je iets afspreekt. En van feedback "
    "komt meer terecht als je er samen over praat, een doel kiest en daar later op terugkijkt."
)
_PARTNER_WAITS = (
    "De ib'er plant een gesprek. Is dat gebeurd, dan staat het hier en kun jij je voorbereiden."
)
_RECENT = timedelta(days=90)
"""How long after its day an unconfirmed report stays among what is still to be done."""


class Listed(NamedTuple):
    """A conversation in the list, the actor's seat in it, and the newest version of its report."""

    conversation: Conversation
    at_seat: Seat
    newest: ReportVersion | None

    @property
    def other(self) -> str:
        """The name of who sits across the table, to be read as markup."""
        return literal(self.conversation.name_of(self.at_seat.other))


def conversations(store: Store, actor: Person, *, plans: bool) -> bool:
    """All conversations of the actor; returns whether there is any that is still to come.

    `plans` is whether the actor plans them.
    """
    mine = conversing.mine(store, actor, today=resources.today())
    done = [each for each, _ in mine if _is_over(store, each, resources.today())]
    ahead = [(each, at_seat) for each, at_seat in reversed(mine) if each not in done]
    if not mine:
        st.markdown(f"{said(_WHAT_IT_IS)}\n\n{said(_WHY)}")
    if not plans:
        st.markdown(said(_PARTNER_WAITS))
    for each, at_seat in ahead:
        _card(store, actor, _listed(store, each, at_seat))
    if done:
        st.header("Eerdere gesprekken", anchor=False)
        _earlier(store, actor, [pair for pair in mine if pair[0] in done])
    return bool(ahead)


def _is_over(store: Store, each: Conversation, today: date) -> bool:
    """Whether nothing is left to do: agreed on, or so long ago that it will not be."""
    if each.stage is not Stage.ENDED:
        return False
    if each.planned_on < today - _RECENT:
        return True
    newest = agreeing.versions_of(store, each)[-1:]
    return any(version.is_agreed for version in newest)


def _earlier(store: Store, actor: Person, done: Sequence[tuple[Conversation, Seat]]) -> None:
    for each, at_seat in part(
        done, lambda pair: in_dutch(pair[0].planned_on), "eerdere_gesprekken"
    ):
        _card(store, actor, _listed(store, each, at_seat))


def _listed(store: Store, each: Conversation, at_seat: Seat) -> Listed:
    versions = agreeing.versions_of(store, each) if each.stage is Stage.ENDED else ()
    return Listed(each, at_seat, versions[-1] if versions else None)


def _card(store: Store, actor: Person, listed: Listed) -> None:
    each = listed.conversation
    key, at = each.conversation_id.hex, At(each.conversation_id, resources.today())
    with st.container(border=True, key=f"gesprek_{key}"):
        st.subheader(_title(store, listed), anchor=False)
        hour = f", {each.planned_at:%H.%M} uur" if each.planned_at else ""
        st.markdown(f"{with_weekday(each.planned_on)}{hour}, {literal(each.school_name)}")
        st.markdown(_next(listed, resources.today()))
        with st.container(horizontal=True):
            for screen, label in _links(listed):
                _link(each, screen, label)
        if each.stage is Stage.PREPARING:
            report_part.in_calendar(store, actor, at, key)
        if each.owner_id == actor.person_id:
            talk_change.change_it(store, actor, at, each)


def _link(each: Conversation, screen: Screen, label: str) -> None:
    st.page_link(
        screen.path,
        label=label,
        icon=":material/arrow_forward:",
        query_params=seat.address(each),
    )


def _title(store: Store, listed: Listed) -> str:
    each = listed.conversation
    title = literal(said(conversing.exact_guide(store, each).guide.title))
    return f"{title}, met {listed.other}" if each.has_partner else title


def _next(listed: Listed, today: date) -> str:
    """How far it is and what the next step is, in words."""
    match listed.conversation.stage:
        case Stage.PREPARING:
            is_past = listed.conversation.planned_on < today
            late = (
                "Deze dag is voorbij: verplaats het gesprek, of begin alsnog. " if is_past else ""
            )
            return f"{late}{_before(listed)}"
        case Stage.TALKING:
            return "Jullie zijn in gesprek."
        case Stage.ENDED:
            return _after(listed)


def _before(listed: Listed) -> str:
    each = listed.conversation
    if not each.has_partner:
        return "Voorbereiden hoeft niet. Begin het gesprek als jullie bij elkaar zitten."
    if each.ready == frozenset(Seat):
        return "Jullie zijn allebei klaar: begin het gesprek."
    if listed.at_seat in each.ready:
        where = " op deze computer" if each.partner_id is None else ""
        return f"Jij bent klaar. {listed.other} bereidt zich nog voor{where}."
    if listed.at_seat.other in each.ready:
        return f"{listed.other} is klaar. Bereid jij je ook voor."
    return "Bereid je voor, in hoogstens een kwartier. Jullie zien van elkaar nog niets."


def _after(listed: Listed) -> str:
    confirmed = listed.newest.confirmed if listed.newest else frozenset()
    if confirmed == frozenset(Seat):
        return "Jullie hebben het verslag allebei bevestigd."
    if not listed.conversation.has_partner:
        return "Lees en bevestig het verslag."
    if listed.at_seat in confirmed:
        return f"Jij bevestigde het verslag. Nu {listed.other} nog."
    if confirmed:
        return f"{listed.other} bevestigde het verslag. Lees en bevestig het ook."
    return "Lees en bevestig het verslag, allebei."


def _links(listed: Listed) -> tuple[tuple[Screen, str], ...]:
    each = listed.conversation
    if each.stage is Stage.ENDED:
        return ((screens.REPORT, "Naar het verslag"),)
    talk = (screens.TALK, "Naar het gesprek")
    if each.stage is Stage.TALKING or not each.has_partner:
        return (talk,)
    if listed.at_seat not in each.ready:
        return ((screens.PREPARE, "Voorbereiden"), talk)
    return ((screens.PREPARE, "Naar de voorbereiding"), talk)
