"""The screen of a talk: its fixed places, the row of themes, and the way through them."""

from contextlib import suppress
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ibreflect.errors import IbreflectError, InputError, NotAllowedError
from ibreflect.model.conversation import Conversation, Seated, Stage
from ibreflect.model.days import in_dutch
from ibreflect.ui import screens, seat, session, talk_before, talk_clock, talk_opening, talk_theme
from ibreflect.ui.long_list import say_problems
from ibreflect.ui.private_note import private_note
from ibreflect.ui.talk_writing import Table
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import talking
from ibreflect.usecases.conversing import At
from ibreflect.usecases.view_talk import ThemeSeen

_ENDED = (
    "Het gesprek is afgerond. In het verslag leggen jullie vast wat jullie afspreken, en "
    "bevestigen jullie het allebei."
)
_APART = (
    "Tussen haakjes staat op hoeveel punten jullie duidelijk anders kijken. Het is een verschil in "
    "beeld: wie gelijk heeft, zegt het niet."
)
_REALLY = (
    "Daarna maken jullie het verslag. Zolang dat niet is bevestigd, kunnen jullie nog terug naar "
    "het gesprek."
)


class Places(NamedTuple):
    """The parts of the screen from top to bottom.

    They stand still whatever is in them, so that a field in which somebody is typing does too.
    """

    head: DeltaGenerator
    clock: DeltaGenerator
    table: DeltaGenerator
    writing: DeltaGenerator
    foot: DeltaGenerator
    own: DeltaGenerator


def at_one_table(at: At, found: Seated, *, is_alone: bool) -> At:
    """Where one computer stands on the table, who sits there writes, whichever seat was taken."""
    here = found.conversation
    if is_alone and here.has_partner and here.stage is not Stage.PREPARING:
        return at._replace(wants=here.pen)
    return at


def places(here: Conversation) -> tuple[Places, bool]:
    """The parts of the screen, and whether they are in large type for a whole room."""
    is_large = here.stage is not Stage.PREPARING and st.toggle(
        "Groot (voor op een scherm)", key="grote_letters", persist_state="session"
    )
    with st.container(key="gesprek_groot" if is_large else "gesprek"):
        return Places(*(st.container() for _ in Places._fields)), is_large


def head(table: Table, *, is_alone: bool) -> None:
    """What kind of talk it is, with whom and when; before it begins also who sits here now."""
    conversation = table.here.conversation
    st.title(literal(said(table.here.guide.title)), anchor=False)
    who = f"{conversation.owner_name} en {conversation.partner_name}, "
    where = f"{conversation.school_name}, {in_dutch(conversation.planned_on)}"
    st.markdown(literal(f"{who if conversation.has_partner else ''}{where}"))
    session.show_told()
    if conversation.stage is Stage.PREPARING:
        seat.choose(table.here, is_alone=is_alone)


def show(table: Table, *, is_large: bool) -> None:
    """What lies on the table now, by how far the talk is."""
    match table.here.conversation.stage:
        case Stage.PREPARING:
            talk_before.before(table.store, table.actor, table.at, table.talk)
        case Stage.TALKING:
            _talking(table, is_large=is_large)
        case Stage.ENDED:
            st.markdown(_ENDED)
            _to_report(table.here.conversation)


def way_on(table: Table) -> None:
    """To the theme before and after this one, and to the end of the talk."""
    if table.here.conversation.stage is not Stage.TALKING:
        return
    order = ["", *(each.theme.id for each in table.talk.themes)]
    now = table.talk.now
    position = order.index(now.theme.id) if now else 0
    with st.container(horizontal=True, key="bladeren"):
        if position:
            _turn(table, "Vorig thema", order[position - 1], "left")
        if position + 1 < len(order):
            _turn(table, "Volgend thema", order[position + 1], "right")
    _end(table)


def own_note(table: Table, *, is_large: bool) -> None:
    """What somebody writes for themselves; never on a screen that a room looks at."""
    if not is_large:
        private_note(table.store, table.actor, table.at)


def _talking(table: Table, *, is_large: bool) -> None:
    talk, now = table.talk, table.talk.now
    talk_opening.school(talk)
    _row(table)
    if now is None:
        talk_opening.opening(table.store, table.actor, table.at, talk)
        return
    talk_clock.button(table.store, table.actor, table.at, table.here.conversation, now.theme)
    talk_opening.why_not(table.here, talk)
    talk_theme.theme(table.here, now, talk.tabled, is_large=is_large)


def _row(table: Table) -> None:
    """The themes with how many differences each has; the one that is talked about stands out."""
    now = table.here.conversation.theme
    with st.container(horizontal=True, gap="small", key="themas"):
        _choose(table, "", talk_opening.TITLE, is_now=not now)
        for each in table.talk.themes:
            _choose(table, each.theme.id, _titled(each), is_now=each.theme.id == now)
    if not now and any(map(_differing, table.talk.themes)):
        st.caption(said(_APART))


def _titled(each: ThemeSeen) -> str:
    """The title, with how many points and estimates are clearly apart, if any."""
    title, differing = said(each.theme.title), _differing(each)
    return f"{title} ({count_of(differing, 'verschil', 'verschillen')})" if differing else title


def _differing(each: ThemeSeen) -> int:
    return sum(one.differs for one in each.points) + sum(one.differs for one in each.time)


def _choose(table: Table, theme_id: str, label: str, *, is_now: bool) -> None:
    st.button(
        literal(label),
        key=f"thema_{theme_id or 'begin'}",
        type="primary" if is_now else "secondary",
        on_click=_go,
        args=(table, theme_id),
    )


def _turn(table: Table, label: str, theme_id: str, key: str) -> None:
    """A button to another theme; on a keyboard the arrow in this direction does the same."""
    st.button(label, key=f"blader_{key}", on_click=_go, args=(table, theme_id), shortcut=key)


def _go(table: Table, theme_id: str) -> None:
    """Before the page is drawn, so that it is drawn once."""
    with suppress(NotAllowedError, InputError):  # the page that follows shows how it is
        talking.show(table.store, table.actor, table.at, theme_id)


def _end(table: Table) -> None:
    """Asked again in a place that, unlike a dialog, stays open while the page follows the other."""
    with st.popover("Rond het gesprek af", icon=":material/task_alt:", key="afronden"):
        st.markdown(_REALLY)
        wanted = st.button("Ja, rond af", type="primary", key="ja_afronden")
    if not wanted:
        return
    try:
        talking.end(table.store, table.actor, table.at)
    except IbreflectError as error:
        say_problems(error)
        return
    st.rerun()


def _to_report(conversation: Conversation) -> None:
    st.page_link(
        screens.REPORT.path,
        label="Naar het verslag",
        icon=":material/arrow_forward:",
        query_params=seat.address(conversation),
    )
