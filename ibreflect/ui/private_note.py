"""The own note about a conversation, folded away."""

from functools import partial

import streamlit as st

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import text_form
from ibreflect.usecases import private_notes
from ibreflect.usecases.conversing import At


def private_note(store: Store, actor: Person, at: At) -> None:
    """A field that only who writes in it can read; nothing for who borrows the computer."""
    if not private_notes.has_place(store, actor, at):
        return
    with st.expander("Mijn aantekeningen (alleen jij ziet dit)"):
        text_form.shared_field(
            "Voor jezelf, bij dit gesprek",
            key=f"aantekening:{at.conversation_id.hex}:{actor.person_id.hex}",
            kept=private_notes.read(store, actor, at),
            save=partial(private_notes.keep, store, actor, at),
            hint="Wat wil je zelf onthouden? Schrijf over het werk, zonder namen van anderen.",
        )
