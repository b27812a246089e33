"""Choosing the words of the organisation, with an example of what that changes."""

import streamlit as st

from ibreflect.errors import NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.vocabulary import CALLINGS, ROLE_SETS, Calling, RoleNames, Vocabulary
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.usecases import wording

_EXAMPLE = (
    "De ib'er werkt als leercoördinator, trendanalist en zorgregisseur. Alle drie de rollen komen "
    "samen als je het hele team meeneemt."
)


def choose_words(store: Store, actor: Person) -> None:
    """Two choices that are kept at once; they change what is shown and nothing that is kept."""
    st.markdown(
        "Alleen de woorden op het scherm veranderen. De stellingen, je antwoorden en je beeld "
        "blijven hetzelfde, en je kunt altijd terug. Titels van artikelen blijven zoals ze zijn."
    )
    now = wording.vocabulary(store)
    calling = st.radio(
        "Hoe heet wie dit werk doet?",
        list(Calling),
        index=list(Calling).index(now.calling),
        format_func=CALLINGS.__getitem__,
        key="woord_persoon",
    )
    role_names = st.radio(
        "Hoe heten de rollen?",
        list(RoleNames),
        index=list(RoleNames).index(now.role_names),
        format_func=ROLE_SETS.__getitem__,
        key="woord_rollen",
    )
    chosen = Vocabulary(calling or now.calling, role_names or now.role_names)
    if chosen != now:
        _choose(store, actor, chosen)
    st.caption("Zo staat het er dan:")
    with st.container(border=True):
        st.markdown(chosen.said(_EXAMPLE))


def _choose(store: Store, actor: Person, chosen: Vocabulary) -> None:
    try:
        wording.choose(store, actor, chosen, today=resources.today())
    except NotAllowedError as error:
        st.error(str(error))
        return
    session.use_words(chosen)
    st.html('<p role="status" class="stand">Opgeslagen.</p>')
