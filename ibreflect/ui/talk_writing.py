"""What is written at the table: decisions and what was said, by who has the pen, read by the other.

What somebody is typing is never taken off the screen or written over, whatever the other does
meanwhile. So every theme has a place of its own here, in a fixed order, and its fields stay while
the page is drawn anew by itself: hidden, unless somebody is still typing in one.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from ibreflect.errors import NotAllowedError
from ibreflect.model.conversation import Seated, Stage
from ibreflect.model.guide import Theme
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import session, talk_decide, text_form
from ibreflect.ui.long_list import change
from ibreflect.ui.words import literal, said
from ibreflect.usecases import talking
from ibreflect.usecases.conversing import At
from ibreflect.usecases.view_talk import Talk, ThemeSeen


class Table(NamedTuple):
    """At which table, and all that lies there."""

    store: Store
    actor: Person
    at: At
    talk: Talk

    @property
    def here(self) -> Seated:
        """The conversation, and where who looks sits in it."""
        return self.talk.seated

    @property
    def has_pen(self) -> bool:
        """Whether who looks writes."""
        return self.here.conversation.pen is self.here.seat


def writing(table: Table) -> None:
    """The fields of the theme that is talked about, or what the other writes there."""
    is_followed, stood = session.was_followed(), session.written_in()
    now = _now(table)
    drawn = []
    with st.container():
        if now and not table.has_pen:
            _reading(table, now)
    for seen in _in_fixed_order(table):
        theme = seen.theme
        with st.container(key=f"schrijven_{theme.id}"):
            if seen == now and table.has_pen:
                _fields(table, seen, keep=lambda work: work())
            elif theme.id in stood and _is_unsaved(table, theme):
                _unsaved(table, seen)
            elif theme.id in stood and is_followed:
                _left(table, seen)
            else:
                continue
        drawn.append(theme.id)
    session.see_written_in(drawn)


def _now(table: Table) -> ThemeSeen | None:
    is_talking = table.here.conversation.stage is Stage.TALKING
    return table.talk.now if is_talking else None


def _in_fixed_order(table: Table) -> list[ThemeSeen]:
    """The themes on the table as the guide has them, whatever differs most."""
    by_id = {each.theme.id: each for each in table.talk.themes}
    return [by_id[theme.id] for theme in table.here.guide.themes if theme.id in by_id]


def _fields(table: Table, seen: ThemeSeen, *, keep: Callable[[Callable[[], None]], None]) -> None:
    """What can be decided and written about a theme, kept as soon as it is left."""
    key = _key(table, seen.theme)
    if table.has_pen:
        session.join(key, seen.said)
    write = partial(talking.write, table.store, table.actor, table.at, seen.theme.id)
    decide = partial(talking.decide, table.store, table.actor, table.at)
    for topic in talk_decide.topics(table.talk, seen.theme):
        talk_decide.field(topic, save=lambda each: keep(partial(decide, each)))
    text_form.shared_field(
        literal(said(f"Wat is besproken over “{seen.theme.title}”?")),
        key=key,
        kept=seen.said if table.has_pen else session.kept(key),
        save=lambda body: keep(partial(write, body)),
    )
    st.caption("Schrijf zonder namen van leerlingen en collega's.")


def _unsaved(table: Table, seen: ThemeSeen) -> None:
    """Fields with something in them that could not be kept, because the other writes."""
    st.markdown("**Dit is nog niet bewaard.**")
    _fields(table, seen, keep=lambda work: work())
    if not table.has_pen:
        st.markdown("Kies *Ik schrijf*; dan komt het onder wat er al staat.")
    if not table.has_pen and seen != _now(table):
        _pen(table, seen.theme)


def _left(table: Table, seen: ThemeSeen) -> None:
    """The fields of a moment ago, out of sight unless somebody is typing in them."""
    st.html(
        f"<style>.st-key-schrijven_{seen.theme.id}:not(:focus-within) {{display: none}}</style>"
    )
    _fields(table, seen, keep=_keep_or_show)


def _keep_or_show(work: Callable[[], None]) -> None:
    """Keep it; when the other has the pen by now, let the page say so where it can be seen."""
    try:
        work()
    except NotAllowedError:
        st.rerun()


def _is_unsaved(table: Table, theme: Theme) -> bool:
    return session.is_unsaved(_key(table, theme)) or any(
        session.is_unsaved(key)
        for topic in talk_decide.topics(table.talk, theme)
        for key in (topic.level_key, topic.note_key)
    )


def _reading(table: Table, now: ThemeSeen) -> None:
    """What the other writes, as it is kept, and the way to take over."""
    conversation, other = table.here.conversation, table.here.seat.other
    with st.container(border=True, key="meelezen"):
        st.markdown(f"**Wat is besproken** ({literal(conversation.name_of(other))} schrijft)")
        for topic in talk_decide.topics(table.talk, now.theme):
            talk_decide.told(topic)
        st.text(now.said or "Nog niets opgeschreven.")
        _pen(table, now.theme)


def _pen(table: Table, theme: Theme) -> None:
    if st.button("Ik schrijf", key=f"pen_{theme.id}", icon=":material/edit:"):
        change(lambda: talking.take_pen(table.store, table.actor, table.at), "Jij schrijft nu.")


def _key(table: Table, theme: Theme) -> str:
    return f"besproken:{table.here.conversation.conversation_id.hex}:{theme.id}"
