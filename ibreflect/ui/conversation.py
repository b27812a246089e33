"""Conversation cards on the screen: together, to choose from and print, or one in large type."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.model.card import AUDIENCE_WORDS, Audience, Card
from ibreflect.ui import address, screens, session, sources, steps
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases.cards import OfferedCard

_EVERYBODY = "iedereen"
_FOR = {_EVERYBODY: "alle kaarten"} | {str(each): word for each, word in AUDIENCE_WORDS.items()}


def audience() -> Audience | None:
    """Who the address asks for; None stands for everybody."""
    asked = session.asked_for(session.AUDIENCE, list(Audience))
    return Audience(asked) if asked else None


def large(offered: Sequence[OfferedCard]) -> OfferedCard | None:
    """The card that the address asks to be shown in large type, if it is among these."""
    by_id = {each.card.id: each for each in offered}
    wanted = session.asked_for(session.CARD, by_id)
    return by_id[wanted] if wanted else None


def side_by_side(offered: Sequence[OfferedCard]) -> None:
    """All these cards, each with the way to its large form; without any, why the page is empty."""
    with st.container(key="kiezers"):
        chosen = address.choice("Voor wie?", session.AUDIENCE, _FOR)
        st.caption(f"{count_of(len(offered), 'kaart', 'kaarten')}, op papier twee per A4.")
    if not offered:
        steps.nothing_yet(
            "Er zijn hier geen gesprekskaarten. Ze horen in de map kaarten, in de map met "
            "vragenlijsten.",
            screens.ABOUT,
            "Naar de uitleg",
        )
    with st.container(key="kaarten"):
        for each in offered:
            with st.container(border=True, key=f"kaart_{each.card.id}"):
                st.subheader(literal(said(each.card.title)), anchor=False)
                _content(each)
                _link("Toon deze kaart groot", chosen, each.card)


def on_the_wall(shown: OfferedCard, offered: Sequence[OfferedCard]) -> None:
    """One card in large type, for a room, with the way to the one before and after it."""
    with st.container(key="groot"):
        st.title(literal(said(shown.card.title)), anchor=False)
        _content(shown)
    position = offered.index(shown)
    with st.container(horizontal=True, gap="small", key="bladeren"):
        if position > 0:
            _turn("Vorige kaart", offered[position - 1].card, "left")
        if position + 1 < len(offered):
            _turn("Volgende kaart", offered[position + 1].card, "right")
        st.caption(f"Kaart {position + 1} van {len(offered)}")
    _link("Terug naar de kaarten", audience() or _EVERYBODY)


def _content(offered: OfferedCard) -> None:
    card = offered.card
    if card.explanation:
        st.markdown(literal(said(card.explanation)))
    st.markdown("\n".join(f"- {literal(said(question))}" for question in card.questions))
    whom = said(", ".join(AUDIENCE_WORDS[each] for each in card.audience))
    st.caption(f"Voor {whom}. Bron: {sources.told(offered.origin)}")


def _turn(label: str, card: Card, key: str) -> None:
    """A button to another card; on a keyboard the arrow in this direction does the same."""
    st.button(
        label,
        key=f"blader_{key}",
        on_click=session.ask_for,
        args=(session.CARD, card.id),
        shortcut=key,
    )


def _link(label: str, chosen: str, card: Card | None = None) -> None:
    address_of = {session.AUDIENCE: chosen}
    if card:
        address_of[session.CARD] = card.id
    st.page_link(screens.CARDS.path, label=label, query_params=address_of)
