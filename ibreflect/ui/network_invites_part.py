"""For a coach: codes for ib'ers with a computer of their own, and reading in their files."""

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.model.days import in_dutch
from ibreflect.model.network_file import MAX_BYTES
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, resources
from ibreflect.ui.words import literal, said
from ibreflect.usecases import network_inviting
from ibreflect.usecases.network_inviting import MOST_FILES, Invited, Outcome, State, Upload

_HOW = (
    "Werkt een ib'er met ibreflect op een eigen computer? Geef dan een deelnamecode: één code voor "
    "één ib'er van één school, ook voor volgende keren. De ib'er maakt er een bestand mee en "
    "geeft dat aan jou; jij leest het hier in. Geef de code alleen aan die ene ib'er: wie code "
    "en bestand heeft, kan de waarden lezen. Voor wie een code is, staat hier niet."
)
_TAKING_BACK = (
    "Intrekken kan niet ongedaan worden gemaakt: wat met deze code is ingelezen en nog niet "
    "meetelde, is dan weg, en de code werkt niet meer."
)
_NONE = "Er zijn nog geen deelnamecodes."
_WORDS = {
    State.NOTHING: "nog geen bestand",
    State.WAITING: "bestand ingelezen, telt mee tot en met {until}",
    State.EXPIRED: "verlopen: mocht meetellen tot en met {until}",
    State.COUNTED: "telde mee in een beeld",
    State.STOPPED: "de ib'er is gestopt",
    State.TAKEN_BACK: "ingetrokken",
}


def own_computers(store: Store, actor: Person, place: Place) -> None:
    """Giving codes, reading in files, and how it stands with each code; nothing for no coach."""
    today = resources.today()
    if not network_inviting.may_invite(store, actor, place.place_id, today=today):
        return
    with st.expander("Ib'ers met een eigen computer", key="eigen_computers"):
        st.markdown(said(_HOW))
        _invite(store, actor, place)
        _read_in(store, actor, place)
        _codes(store, actor, place)


def _invite(store: Store, actor: Person, place: Place) -> None:
    there = network_inviting.schools(store, actor, place.place_id, today=resources.today())
    school = st.selectbox(
        "Voor een ib'er van welke school?",
        there,
        index=None,
        placeholder="Kies een school",
        format_func=lambda each: each.name,
        key="deelname_school",
    )
    if not st.button("Maak een deelnamecode", key="deelname_maken", disabled=school is None):
        return
    if school is None:
        return
    try:
        code = network_inviting.invite(
            store, actor, place.place_id, school.place_id, now=resources.moment()
        )
    except IbreflectError as error:
        long_list.say_problems(error)
        return
    st.markdown(f"De deelnamecode voor één ib'er van {literal(school.name)}:")
    st.code(code, language=None)


def _read_in(store: Store, actor: Person, place: Place) -> None:
    chosen = st.file_uploader(
        f"Bestanden van ib'ers (.json, hoogstens {MAX_BYTES // 1000} kB per bestand)",
        type=["json"],
        accept_multiple_files=True,
        key="netwerkbestanden",
        max_upload_size=1,
    )
    if not st.button("Lees de bestanden in", key="netwerk_inlezen", disabled=not chosen):
        return
    try:
        files = [Upload(each.name, each.getvalue()) for each in chosen[: MOST_FILES + 1]]
        found = network_inviting.read_in(
            store, actor, place.place_id, files, now=resources.moment()
        )
    except IbreflectError as error:
        long_list.say_problems(error)
        return
    for each in found:
        _tell(each)


def _tell(outcome: Outcome) -> None:
    says = f"{literal(outcome.name)}: {literal(said(outcome.says))}"
    if outcome.is_read:
        st.success(says)
    else:
        st.warning(says)


def _codes(store: Store, actor: Person, place: Place) -> None:
    every = network_inviting.invites(store, actor, place.place_id, today=resources.today())
    st.markdown("**Deelnamecodes**")
    if not every:
        st.markdown(_NONE)
    for each in long_list.part(every, lambda one: one.school, "deelname_deel"):
        with st.container(border=True, key=f"deelname:{each.invite_id.hex}"):
            _one(store, actor, place, each)


def _one(store: Store, actor: Person, place: Place, invited: Invited) -> None:
    until = in_dutch(invited.until) if invited.until else ""
    state = said(_WORDS[invited.state].format(until=until))
    st.markdown(
        f"**{literal(invited.school)}**, code … {literal(invited.ending)}: {literal(state)}."
    )
    if invited.state is State.TAKEN_BACK:
        return
    with st.container(horizontal=True):
        shows = st.button("Toon de code", key=f"deelname_toon:{invited.invite_id.hex}")
        with st.popover("Trek de code in"):
            st.markdown(_TAKING_BACK)
            _take_back(store, actor, place, invited)
    if shows:
        _show(store, actor, place, invited)


def _take_back(store: Store, actor: Person, place: Place, invited: Invited) -> None:
    if st.button("Ja, trek in", key=f"deelname_weg:{invited.invite_id.hex}"):
        now = resources.moment()
        long_list.change(
            lambda: network_inviting.take_back(
                store, actor, place.place_id, invited.invite_id, now=now
            ),
            "De deelnamecode is ingetrokken.",
        )


def _show(store: Store, actor: Person, place: Place, invited: Invited) -> None:
    try:
        code = network_inviting.code_of(
            store, actor, place.place_id, invited.invite_id, today=resources.today()
        )
    except IbreflectError as error:
        long_list.say_problems(error)
        return
    st.code(code, language=None)
