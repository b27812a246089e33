"""The ib'ers of a coach: what each shares, the next talk, and the coach's own note."""

from functools import partial
from uuid import UUID

import streamlit as st

from ibreflect.measure.dutch import listed
from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.days import in_dutch, with_weekday
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import (
    resources,
    screens,
    seat,
    session,
    shared_in_time_part,
    shared_list,
    sources,
    text_form,
)
from ibreflect.ui.screens import Screen
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import coach_desk
from ibreflect.usecases.coach_desk import AtDesk, Questions, Talk
from ibreflect.usecases.shared import Offered

_NOBODY = (
    "Er deelt nu niemand iets met je en er is geen gesprek met je gepland. Een ib'er kiest zelf "
    "wie wat ziet. Zodra dat zo is, staat die ib'er hier."
)
_GONE = (
    "Trekt een ib'er iets in, of is de afgesproken tijd om, dan is het hier meteen weg. Welk van "
    "de twee het was, lees je hier niet; vraag er gerust naar."
)
_NOTE = (
    "Alleen jij leest dit: de ib'er, de schoolleider en de beheerder niet. Afspraken horen in het "
    "verslag van een gesprek. De ib'er mag volgens de wet vragen wat je opschrijft. Schrijf wat je "
    "ook hardop zou zeggen. Wist de ib'er of wis jij alles, dan is ook dit weg."
)


def everybody(store: Store, actor: Person) -> None:
    """Everybody on the desk, by name; without anybody, why it is empty."""
    found = coach_desk.desk(store, actor, now=resources.moment())
    session.show_told()
    if found:
        st.caption(said(_GONE))
    else:
        st.info(said(_NOBODY))
    for each in found:
        _card(store, actor, each)
    _closed_notes(store, actor)


def question_bank() -> None:
    """The questions for a talk with an ib'er, by theme, folded away; nothing without any."""
    bank = coach_desk.question_bank(resources.folder())
    if not bank:
        return
    with st.expander(said("Vragen om te stellen, per thema")):
        for each in bank:
            _theme(each)


def _theme(asked: Questions) -> None:
    st.subheader(literal(said(asked.title)), anchor=False)
    for offered in asked.cards:
        st.markdown(f"**{literal(said(offered.card.title))}**")
        st.markdown("\n".join(f"- {literal(said(each))}" for each in offered.card.questions))
        st.caption(f"Bron: {sources.told(offered.origin)}")


def _card(store: Store, actor: Person, each: AtDesk) -> None:
    key = each.person.person_id.hex
    with st.container(border=True, key=f"iber_{key}"):
        st.subheader(literal(each.person.name), anchor=False)
        st.markdown(literal(listed(each.schools)))
        for offered in each.shared:
            _shared(offered)
        if not each.shared:
            st.markdown("Deelt nu niets met je.")
        if each.rounds > 1:
            st.page_link(
                screens.DESK.path,
                label=f"Leg {count_of(each.rounds, 'meetronde', 'meetrondes')} naast elkaar",
                icon=":material/timeline:",
                query_params={shared_in_time_part.PERSON: key},
            )
        if each.talk:
            _talk(each.talk)
        else:
            st.markdown("Er is geen gesprek met jou gepland.")
        _note(store, actor, each.person.person_id)


def _shared(offered: Offered) -> None:
    term, until = offered.subject.term.label, in_dutch(offered.share.until)
    what = shared_list.parts_of(offered.share)
    st.markdown(literal(f"Deelt van {term}: {what}. Te lezen tot en met {until}."))
    st.page_link(
        screens.SHARED.path,
        label=f"Bekijk {literal(term)}",
        icon=":material/arrow_forward:",
        query_params={shared_list.SHARE: offered.share.share_id.hex},
    )


def _talk(talk: Talk) -> None:
    each = talk.conversation
    when = "Laatste gesprek" if each.stage is Stage.ENDED else "Gesprek"
    st.markdown(f"**{when}**: {with_weekday(each.planned_on)}")
    if talk.themes:
        titles = [literal(said(title)) for title in talk.themes]
        st.markdown("Op tafel:\n" + "\n".join(f"- {title}" for title in titles))
    else:
        st.caption(said(talk.why))
    with st.container(horizontal=True):
        for screen, label in _ways(each):
            st.page_link(
                screen.path,
                label=label,
                icon=":material/arrow_forward:",
                query_params=seat.address(each),
            )


def _ways(each: Conversation) -> tuple[tuple[Screen, str], ...]:
    match each.stage:
        case Stage.ENDED:
            return ((screens.REPORT, "Naar het verslag"),)
        case Stage.TALKING:
            return ((screens.TALK, "Naar het gesprek"),)
    label = "Naar de voorbereiding" if Seat.PARTNER in each.ready else "Voorbereiden"
    return ((screens.PREPARE, label), (screens.TALK, "Naar het gesprek"))


def _note(store: Store, actor: Person, person_id: UUID) -> None:
    with st.expander("Mijn aantekeningen (alleen jij ziet dit)"):
        st.caption(said(_NOTE))
        text_form.shared_field(
            "Voor jezelf, over de gesprekken heen",
            key=f"begeleiding:{actor.person_id.hex}:{person_id.hex}",
            kept=coach_desk.note(store, actor, person_id, now=resources.moment()),
            save=partial(_keep, store, actor, person_id),
            hint="Wat wil je zelf onthouden? Schrijf over het werk, zonder namen van anderen.",
        )


def _keep(store: Store, actor: Person, person_id: UUID, body: str) -> None:
    coach_desk.keep_note(store, actor, person_id, body, now=resources.moment())


def _closed_notes(store: Store, actor: Person) -> None:
    """Notes about who is not there any more stay shut, and can be erased."""
    number = coach_desk.closed_notes(store, actor, now=resources.moment())
    if not number:
        return
    st.markdown(
        f"Je hebt nog {count_of(number, 'aantekening', 'aantekeningen')} over iemand die nu niets "
        "met je deelt en geen gesprek met je heeft. Je leest ze pas weer als dat verandert."
    )
    st.button(
        "Wis die aantekeningen",
        key="wis_gesloten_aantekeningen",
        on_click=partial(_drop, store, actor),
    )


def _drop(store: Store, actor: Person) -> None:
    coach_desk.drop_closed_notes(store, actor, now=resources.moment())
    session.tell("De aantekeningen zijn gewist.")
