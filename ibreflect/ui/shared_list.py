"""What is shared with somebody: the list, and the one that the address asks for."""

from uuid import UUID

import streamlit as st

from ibreflect.errors import NotAllowedError
from ibreflect.measure.dutch import listed
from ibreflect.model.days import in_dutch
from ibreflect.model.moment import day_at
from ibreflect.model.person import Person
from ibreflect.model.sharing import PART_WORDS, Share
from ibreflect.store.connection import Store
from ibreflect.ui import resources, screens, shared_part
from ibreflect.ui.words import literal, said
from ibreflect.usecases import shared
from ibreflect.usecases.shared import Offered, Reading

SHARE = "deling"


def asked_for(store: Store, actor: Person) -> Reading | None:
    """What the address asks for; None when it asks for nothing, or for what is not shared."""
    asked = st.query_params.get(SHARE)
    if not asked:
        return None
    try:
        return shared.read(store, actor, _id(asked), now=resources.moment())
    except NotAllowedError as error:
        st.info(str(error))
        return None


def opened(reading: Reading) -> None:
    """One share as a whole, with the way back to the others."""
    share, frozen = reading.share, reading.frozen
    st.page_link(
        screens.SHARED.path, label="Alles wat met je gedeeld is", icon=":material/arrow_back:"
    )
    st.header(literal(f"Gedeeld door {frozen.owner}"), anchor=False)
    seen = f"{frozen.owner} ziet dat je hebt gekeken."
    st.caption(literal(f"{frozen.term}, {frozen.school}. {_when(share)} {seen}"))
    shared_part.show(frozen)


def everything(store: Store, actor: Person) -> None:
    """All that can be read now, each with the way to it; without any, why the page is empty."""
    offered = shared.with_me(store, actor, now=resources.moment())
    if not offered:
        st.info(
            said(
                "Er wordt nu niets met je gedeeld. Een ib'er kiest zelf wat je ziet en tot "
                "wanneer. Zodra dat zo is, staat het hier."
            )
        )
    for each in offered:
        _card(each)


def parts_of(share: Share) -> str:
    """The parts of a share in words, as who reads it knows them."""
    return said(listed([PART_WORDS[part].theirs.lower() for part in share.parts]))


def _card(each: Offered) -> None:
    subject = each.subject
    with st.container(border=True):
        st.markdown(f"**{literal(each.owner)}**, {literal(subject.school_name)}")
        st.markdown(literal(f"Over {subject.term.label}: {parts_of(each.share)}."))
        st.caption(_when(each.share))
        st.page_link(
            screens.SHARED.path,
            label=f"Bekijk wat {literal(each.owner)} deelt",
            icon=":material/arrow_forward:",
            query_params={SHARE: each.share.share_id.hex},
        )


def _when(share: Share) -> str:
    fixed = in_dutch(day_at(share.shared_at))
    return f"Vastgelegd op {fixed}. Te lezen tot en met {in_dutch(share.until)}."


def _id(asked: str) -> UUID:
    """The id in the address; of what is no id at all, the one that nothing has."""
    try:
        return UUID(asked)
    except ValueError:
        return UUID(int=0)
