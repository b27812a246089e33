"""The list of who is asked: who is on it, taken off it, and what its numbers allow."""

from collections.abc import Callable, Sequence

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure import display
from ibreflect.measure.disclosure import FLOORS
from ibreflect.measure.dutch import starting
from ibreflect.model.asking import GROUP_WORDS, Invitee
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.words import literal, said
from ibreflect.usecases import inviting
from ibreflect.usecases.asking import LEADER, Asking


def on_the_list(store: Store, actor: Person, state: Asking) -> None:
    """Everybody on the list by group, each with a button to take them off."""
    for group, invited in by_group(state):
        _group_title(group, len(invited))
        with st.container(key=f"lijst_{group.value}", gap="xxsmall"):
            for each in invited:
                if each.name or each.address:
                    _row(store, actor, state, each)
            _unnamed(store, actor, state, [e for e in invited if not (e.name or e.address)])


def names(state: Asking) -> None:
    """Everybody on the list by group, to read."""
    for group, invited in by_group(state):
        _group_title(group, len(invited))
        named = [each for each in invited if each.name or each.address]
        unnamed = len(invited) - len(named)
        lines = [*map(who, named), *([f"{unnamed} zonder naam"] if unnamed else [])]
        st.text("\n".join(lines))


def by_group(state: Asking) -> list[tuple[RaterGroup, list[Invitee]]]:
    """The groups that somebody on the list is of, each with its people."""
    found = [(group, [e for e in state.invitees if e.group is group]) for group in RaterGroup]
    return [(group, invited) for group, invited in found if invited]


def who(invitee: Invitee) -> str:
    """Name and address of somebody on the list, as they were typed."""
    return ", ".join(part for part in (invitee.name, invitee.address) if part) or "zonder naam"


def what_numbers_allow(state: Asking) -> None:
    """What would be shown if all answer."""
    if not state.numbers:
        return
    floors = state.rules.floors if state.rules else FLOORS
    groups = {group: count for group, count in state.numbers.items() if group is not LEADER}
    st.subheader("Wat laten deze aantallen zien?", anchor=False)
    lines = [*display.forecast(groups, floors)]
    if LEADER in state.numbers:
        lines.insert(0, "De schoolleider: antwoordt op naam.")
    st.markdown(said("\n".join(f"- {starting(line)}" for line in lines)))
    if groups:
        st.caption(f"{display.IF_ALL} {display.TEXTS}")


def attempt(change: Callable[[], object]) -> None:
    """Change something and draw the page anew; what is wrong is said, and what was typed stays."""
    try:
        change()
    except IbreflectError as error:
        st.error(literal(str(error)).replace("\n", "\n\n"))
        return
    st.rerun()


def _group_title(group: RaterGroup, count: int) -> None:
    st.markdown(f"**{starting(GROUP_WORDS[group])}** ({count})")


def _row(store: Store, actor: Person, state: Asking, invitee: Invitee) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(who(invitee), width="stretch")
        if _pressed(f"Haal {literal(invitee.name or invitee.address)} weg", invitee):
            _take_off(store, actor, state, invitee)


def _unnamed(store: Store, actor: Person, state: Asking, unnamed: Sequence[Invitee]) -> None:
    if not unnamed:
        return
    last = min(unnamed, key=lambda each: each.has_link)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"{len(unnamed)} zonder naam", width="stretch")
        if _pressed("Haal één zonder naam weg", last):
            _take_off(store, actor, state, last)


def _pressed(label: str, invitee: Invitee) -> bool:
    key = f"weg:{invitee.invitee_id.hex}"
    return st.button(label, key=key, type="tertiary", icon=":material/close:")


def _take_off(store: Store, actor: Person, state: Asking, invitee: Invitee) -> None:
    """Somebody who has a link loses something by it, so that is asked first."""
    if invitee.has_link:
        _confirm(store, actor, state, invitee)
        return
    _remove(store, actor, state, invitee)


@st.dialog("Van de lijst halen?")
def _confirm(store: Store, actor: Person, state: Asking, invitee: Invitee) -> None:
    whose = who(invitee) if invitee.name or invitee.address else "Deze persoon zonder naam"
    st.markdown(
        f"{literal(whose)} kreeg al een link. Die werkt daarna niet meer. Was er al ingeleverd, "
        "dan telt dat gewoon mee."
    )
    if st.button("Ja, haal van de lijst", type="primary", key="weg_zeker"):
        _remove(store, actor, state, invitee)
    if st.button("Nee, laat staan", key="weg_niet"):
        st.rerun()


def _remove(store: Store, actor: Person, state: Asking, invitee: Invitee) -> None:
    round_id, today = state.round.round_id, resources.today()
    attempt(lambda: inviting.remove(store, actor, round_id, invitee.invitee_id, today=today))
