"""Several rounds of one ib'er beside each other, as far as they are shared now."""

from uuid import UUID

import streamlit as st

from ibreflect.errors import NotAllowedError
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens, shared_part
from ibreflect.ui.words import literal, said
from ibreflect.usecases import shared_in_time
from ibreflect.usecases.shared_in_time import InTime

PERSON = "van"


def asked_for(store: Store, actor: Person) -> InTime | None:
    """What the address asks for; None when it asks for nothing, or for what is not shared."""
    asked = st.query_params.get(PERSON)
    if not asked:
        return None
    try:
        return shared_in_time.in_time(store, actor, _id(asked), now=resources.moment())
    except NotAllowedError as error:
        st.info(str(error))
        return None


def show(seen: InTime) -> None:
    """The context card of each round first, and then the roles and where they meet."""
    owner = literal(seen.owner)
    st.page_link(screens.DESK.path, label="Al mijn ib'ers", icon=":material/arrow_back:")
    st.header(f"De meetrondes van {owner}", anchor=False)
    st.markdown(
        f"Je ziet alleen wat {owner} nu met je deelt, zoals het is vastgelegd. {owner} ziet dat je "
        "hebt gekeken. Lees eerst over de school. Een klein verschil tussen meetrondes kan toeval "
        f"zijn. Vraag {owner} wat er veranderde, en trek zelf geen conclusie. "
        f"Waar *jij* of *je* bij een meetronde staat, is dat {owner}."
    )
    for each in seen.rounds:
        if each.markers:
            st.markdown(literal(said(f"Anders dan de vorige keer: {', '.join(each.markers)}.")))
        shared_part.card(each.frozen)
    for part in seen.parts:
        shared_part.part(part)
    if not seen.parts:
        st.info(said(f"{owner} deelt nu van geen meetronde de rollen of waar ze samenkomen."))


def _id(asked: str) -> UUID:
    """The id in the address; of what is no id at all, the one that nobody has."""
    try:
        return UUID(asked)
    except ValueError:
        return UUID(int=0)
