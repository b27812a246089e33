"""A screen that stays in step with another: it looks each second whether there is news."""

import streamlit as st

from ibreflect.errors import NotAllowedError
from ibreflect.model.conversation import Conversation
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session, talk_clock
from ibreflect.usecases import conversing, following
from ibreflect.usecases.conversing import At


@st.fragment(run_every=1)
def follow(store: Store, actor: Person, at: At, drawn: Conversation) -> None:
    """Draw the clock, and the whole page anew once there is something that it does not show yet.

    Such a page never goes to another page by itself, only by a link: a browser that still looks for
    the page before would wipe the new one, and stays white. `drawn` is the conversation as the page
    shows it. A page that ends before it comes here, because
    there is nothing to follow any more, stops looking.
    """
    talk_clock.show(drawn.clock_ends)
    if _is_news(store, actor, at, drawn.step):
        session.follow_on()
        st.rerun()


def _is_news(store: Store, actor: Person, at: At, drawn: int) -> bool:
    """Whether the page would look otherwise; also when it would say why it shows nothing."""
    digest = session.signed_in_as()
    if digest and following.is_over(store, digest, now=resources.moment()):
        return True
    try:
        return conversing.step(store, actor, at) != drawn
    except NotAllowedError:
        return True
