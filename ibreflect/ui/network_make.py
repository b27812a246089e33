"""Making a picture of a network; for its coach."""

import streamlit as st

from ibreflect.measure.network import FLOOR, LEAST_SCANS
from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.network import SUBGROUPS
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.long_list import change
from ibreflect.usecases import networks

_FEW = (
    f"Er zijn nog niet genoeg nieuwe meetrondes: minstens {LEAST_SCANS}, van minstens {FLOOR} "
    "scholen. Hoeveel het er zijn, staat er niet: dan zou te zien zijn wie er net bij kwam."
)
_MAKING = (
    "Een beeld ligt vast zodra het gemaakt is, en elke meetronde telt maar in één beeld mee. Maak "
    "het dus niet vaker dan je het bespreekt: één of twee keer per jaar."
)


def make(store: Store, actor: Person, place: Place) -> None:
    """A new snapshot, when there is enough for it; nothing for who is no coach of the network."""
    today = resources.today()
    if not networks.may_publish(store, actor, place.place_id, today=today):
        return
    with st.expander("Maak een nieuw beeld van het netwerk"):
        if not networks.is_enough(store, actor, place.place_id, today=today):
            st.info(_FEW)
            return
        st.markdown(_MAKING)
        questions = {each.field: each.question for each in CONTEXT_FIELDS}
        subgroup = st.selectbox(
            "In welke delen wil je het netwerk zien?",
            ["", *SUBGROUPS],
            format_func=lambda each: questions.get(each, "Niet in delen: alle scholen samen"),
            key="netwerk_delen",
        )
        if st.button("Maak het beeld", type="primary", key="netwerk_maken"):
            now = resources.moment()
            change(
                lambda: networks.publish(store, actor, place.place_id, subgroup, now=now),
                "Het beeld is gemaakt. Ieder in het netwerk kan het nu zien.",
            )
