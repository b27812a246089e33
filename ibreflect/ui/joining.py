"""Answering by a link: what one reads first, where one answers, and the thanks afterwards."""

from typing import NoReturn

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure.disclosure import FLOOR
from ibreflect.model.questionnaire import Given, RaterGroup, Scale
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.ui import about, mandate_part, screens, session
from ibreflect.ui.item_form import Save
from ibreflect.ui.sheet_parts import Way, chosen_part
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases import answering
from ibreflect.usecases.answering import State, Visit
from ibreflect.usecases.asking import LEADER

_WHY = {
    State.UNKNOWN: "Misschien is er een stukje van de link weggevallen, of is zij ingetrokken. "
    "Vraag een nieuwe aan wie je uitnodigde.",
    State.CLOSED: "De meetronde is afgesloten, dus antwoorden kan niet meer. Dank dat je wilde "
    "meedoen.",
    State.HANDED_IN: "Je antwoorden zijn ingeleverd. Je kunt dit venster sluiten. Bespreek met "
    "elkaar wat jullie zien; daar is dit voor.",
}
_TITLES = {
    State.UNKNOWN: "Deze link werkt niet",
    State.CLOSED: "De vragen zijn gesloten",
    State.HANDED_IN: "Dank je wel",
}


def no_entry(store: Store, state: State) -> NoReturn:
    """Why a link does not lead to questions, and the end of the page."""
    st.title(_TITLES[state], anchor=False)
    st.markdown(_WHY[state])
    if state is State.HANDED_IN:
        _map_of_both(store)
    st.stop()


def _map_of_both(store: Store) -> None:
    """What the schoolleider gets back: the mandate map, once both have filled it in."""
    seen = answering.map_of_both(store, session.code())
    if seen is None:
        return
    st.header("Jullie mandaatkaart", anchor=False)
    mandate_part.voices(seen)
    for holder in seen.holders:
        mandate_part.holder(seen, holder)
    mandate_part.whose_is_it(seen)
    mandate_part.finally_responsible()


def way() -> Way:
    """The pages on which somebody with a link answers, with the link in their addresses."""
    return Way(screens.JOIN, screens.JOIN_HAND_IN, {session.CODE: session.code()})


def part(visit: Visit) -> Scale:
    """The part to answer now; before the first one comes the explanation, and the page ends there.

    Nothing is kept by merely opening a link: programs that check mail open links too.
    """
    if not visit.has_begun and session.part() is None:
        _introduce(visit)
    return chosen_part(visit.sheet)


def saver(store: Store, visit: Visit) -> Save:
    """How the item form keeps one answer given by this link."""

    def save(item_id: str, given: Given) -> KeptAnswer:
        return answering.save(store, visit, item_id=item_id, given=given)

    return save


def hand_in(store: Store, visit: Visit) -> None:
    """The button that hands in, once."""
    st.caption("Inleveren kan één keer. Daarna kun je niets meer veranderen.")
    if st.button(
        "Antwoorden inleveren", type="primary", disabled=not visit.has_begun, key="inleveren"
    ):
        try:
            answering.hand_in(store, session.code())
        except IbreflectError as error:
            st.error(str(error))
            return
        st.rerun()


def _introduce(visit: Visit) -> NoReturn:
    name = literal(visit.asked_by)
    if visit.group is LEADER:
        st.title("Voor de schoolleider", anchor=False)
        st.markdown(said(about.LEADER))
        st.header(f"{name} vraagt je mee te kijken", anchor=False)
    else:
        st.title(f"{name} vraagt je mee te kijken", anchor=False)
    st.markdown(_who_reads(visit.group, name))
    items = count_of(len(visit.sheet.items), "vraag", "vragen")
    titles = "\n".join(f"- {literal(each.title)}" for each in visit.sheet.questionnaires)
    st.markdown(f"Het gaat om {items}, ongeveer {visit.minutes} minuten:\n\n{titles}")
    st.caption(
        "Je antwoorden worden bewaard zodra je ze geeft; met dezelfde link ga je later verder. "
        "Noem geen namen van leerlingen of collega's."
    )
    if st.button("Beginnen", type="primary", key="beginnen"):
        st.switch_page(screens.JOIN.path, query_params=way().to(visit.sheet.place))
    st.stop()


def _who_reads(group: RaterGroup, name: str) -> str:
    if group is LEADER:
        return (
            f"- **Wie leest dit?** {name}. Jij bent de enige schoolleider, dus je antwoorden staan "
            "op jouw naam.\n"
            f"- **Wanneer?** {name} en jij zien elkaars antwoorden zodra jullie allebei hebben "
            "ingeleverd. Tot die tijd ziet niemand ze.\n"
            "- **Waarvoor?** Om van te leren en om samen te bespreken. Het is geen beoordeling, "
            "van niemand."
        )
    return (
        f"- **Wie leest dit?** {name} ziet alleen wat het team samen antwoordt, en alleen als "
        f"minstens {FLOOR} mensen antwoordden. Niemand ziet wat jij antwoordde.\n"
        "- **Wanneer?** Pas nadat de meetronde is afgesloten.\n"
        "- **Waarvoor?** Om van te leren en om samen te bespreken. Het is geen beoordeling, van "
        "niemand."
    )
