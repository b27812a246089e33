"""What an ib'er shares: with whom, until when, who looked, and the way to withdraw it."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.model.days import in_dutch
from ibreflect.model.moment import day_at, moment_in_dutch
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources, session
from ibreflect.ui.asking_list import attempt
from ibreflect.ui.shared_list import parts_of
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import sharing
from ibreflect.usecases.sharing import Mine

_MOST_LOOKS = 5


def shared_by(store: Store, actor: Person) -> None:
    """What is shared now, each with a button to withdraw it, and what was shared before."""
    everything = sharing.mine(store, actor, now=resources.moment())
    lasting = [each for each in everything if each.lasts]
    if lasting:
        st.header("Wat je nu deelt", anchor=False)
    for each in lasting:
        _lasting(store, actor, each)
    _before([each for each in everything if not each.lasts])


def _lasting(store: Store, actor: Person, each: Mine) -> None:
    share = each.share
    with st.container(border=True):
        st.markdown(f"**{literal(each.reader)}** {literal(f'ziet {parts_of(share)}.')}")
        st.caption(
            literal(
                f"{each.subject.term.label}, {each.subject.school_name}. Vastgelegd op "
                f"{in_dutch(day_at(share.shared_at))}, te lezen tot en met {in_dutch(share.until)}."
            )
        )
        if not each.is_near:
            st.warning(
                f"{literal(each.reader)} werkt niet meer met deze school en kan dit niet lezen."
            )
        _looks(each)
        label = f"Trek in wat {literal(each.reader)} ziet"
        if st.button(label, key=f"intrekken:{share.share_id.hex}"):
            _withdraw(store, actor, each)


def _looks(each: Mine) -> None:
    """When the reader looked, newest first."""
    if not each.looks:
        st.markdown("Nog niet bekeken.")
        return
    newest = [f"- {moment_in_dutch(moment)}" for moment in each.looks[:_MOST_LOOKS]]
    earlier = len(each.looks) - len(newest)
    more = [f"- en {count_of(earlier, 'keer', 'keer')} eerder"] if earlier else []
    st.markdown("\n".join(["Bekeken op:", "", *newest, *more]))


def _before(gone: Sequence[Mine]) -> None:
    """What nobody can read any more."""
    if not gone:
        return
    with st.expander("Wat je eerder deelde"):
        lines = [
            f"{each.reader}, {each.subject.term.label}: {parts_of(each.share)} ({_why(each)})"
            for each in gone
        ]
        st.markdown("\n".join(f"- {literal(line)}" for line in lines))


def _why(each: Mine) -> str:
    looked = count_of(len(each.looks), "keer", "keer")
    ended = "ingetrokken" if each.share.withdrawn else f"tot en met {in_dutch(each.share.until)}"
    return f"{ended}; {looked} bekeken"


def _withdraw(store: Store, actor: Person, each: Mine) -> None:
    def change() -> None:
        sharing.withdraw(store, actor, each.share.share_id, now=resources.moment())
        session.tell(
            f"Ingetrokken. {each.reader} ziet dit niet meer, ook niet in een open venster."
        )

    attempt(change)
