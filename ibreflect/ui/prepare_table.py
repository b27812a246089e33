"""What the ib'er puts on the table: themes, parts of the picture, own texts; and seeing it so."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from ibreflect.measure.dutch import listed
from ibreflect.model import topics
from ibreflect.model.days import in_dutch
from ibreflect.model.log import KIND_WORDS
from ibreflect.model.sharing import PART_WORDS, Part
from ibreflect.ui import shared_part
from ibreflect.ui.long_list import change, part
from ibreflect.ui.prepare_form import Form, tick
from ibreflect.ui.words import literal, said
from ibreflect.usecases import planning, preparing
from ibreflect.usecases.tabling import Offer

_LATEST = 20
_NO_PICTURE = (
    "Van je beeld ligt niets op tafel: bij dit gesprek hoort geen meetronde met een ingeleverde "
    "scan. Jullie praten dan over de punten hieronder."
)
_SCHOOL_TOO = (
    "Kies je iets, dan gaat ook mee wat je bij Mijn opdracht over de school koos. Hieronder kun je "
    "precies zien wat {name} te zien krijgt."
)


class _Own(NamedTuple):
    """A text of the ib'er's own that can be put on the table."""

    topic: str
    label: str
    body: str


def table(form: Form) -> None:
    """Everything the ib'er can put on the table; nothing for the partner."""
    offer = form.sheet.offer
    if offer is None:
        return
    st.header("Wat leg je op tafel?", anchor=False)
    st.markdown("Jij kiest. Wat je niet kiest, blijft van jou alleen.")
    st.subheader("Waarover praten jullie?", anchor=False)
    for theme in form.guide.themes:
        tick(form, topics.theme(theme.id), literal(said(theme.title)), usually=True)
    _picture(form, offer)
    _texts(form, "Uit je reflectievragen", _reflections(offer))
    _texts(form, "Uit je logboek", _log(offer))
    _preview(form)


def _picture(form: Form, offer: Offer) -> None:
    """The parts of the picture that belong to a theme of this guide."""
    st.subheader("Uit je eigen beeld", anchor=False)
    _which_round(form)
    shown = [each for each in offer.parts if _titles(form, each)]
    if not shown:
        st.markdown(said(_NO_PICTURE))
        return
    name = literal(form.sheet.seated.conversation.name_of(form.seat.other))
    st.caption(said(_SCHOOL_TOO.format(name=name)))
    for each in shown:
        with st.container(gap="xxsmall"):
            tick(form, topics.part(each), said(PART_WORDS[each].mine))
            st.caption(f"{said(PART_WORDS[each].meaning)} {_where(form, each)}")


def _which_round(form: Form) -> None:
    """From which round the picture is; a talk that was planned long ago can take a newer one."""
    here = form.sheet.seated.conversation
    offered = planning.rounds_at(form.store, form.actor, here.school_id)
    if not offered:
        return
    labels = {each.round_id: each.term.label for each in offered}
    chosen = st.selectbox(
        "Uit welke meetronde?",
        [*labels, None],
        index=[*labels, None].index(here.round_id if here.round_id in labels else None),
        format_func=lambda each: labels[each] if each else "geen meetronde",
        key=f"ronde:{form.at.conversation_id.hex}:{here.round_id}",
    )
    if chosen != here.round_id:
        change(
            lambda: planning.be_about(form.store, form.actor, form.at, chosen),
            "Je beeld komt nu uit die meetronde.",
        )


def _titles(form: Form, each: Part) -> list[str]:
    """The themes in which a part of the picture is looked at."""
    return [theme.title for theme in form.guide.themes if each in theme.parts]


def _where(form: Form, each: Part) -> str:
    on_table = [theme.title for theme in form.themes if each in theme.parts]
    if on_table:
        return literal(said(f"Te zien bij {listed([f'“{title}”' for title in on_table])}."))
    titles = listed([f"“{title}”" for title in _titles(form, each)])
    return literal(said(f"Nu nergens te zien: het hoort bij {titles}."))


def _reflections(offer: Offer) -> list[_Own]:
    return [
        _Own(
            topics.reflection(each.answer_id),
            f"{said(each.question)} ({each.school_year})",
            each.body,
        )
        for each in offer.reflections
    ]


def _log(offer: Offer) -> list[_Own]:
    return [
        _Own(
            topics.entry(str(each.entry_id)),
            f"{in_dutch(each.content.day)}, {said(KIND_WORDS[each.content.kind])}",
            "\n".join(text for text in each.content.texts if text),
        )
        for each in offer.entries
    ]


def _texts(form: Form, title: str, offered: Sequence[_Own]) -> None:
    """The latest of them and what is chosen; all of them, a part at a time, when asked for."""
    if not offered:
        return
    with st.expander(title):
        shown: Sequence[_Own] = [
            each
            for at, each in enumerate(offered)
            if at < _LATEST or form.entries.get(each.topic) == topics.YES
        ]
        key = form.key(title)
        if len(shown) < len(offered) and st.toggle("Toon ook wat ouder is", key=key):
            shown = part(offered, lambda each: each.label, f"deel:{key}")
        for each in shown:
            with st.container(gap="xxsmall"):
                tick(form, each.topic, literal(each.label))
                st.text(each.body)


def _preview(form: Form) -> None:
    """What the other would see now of the picture and the texts, when it is asked for."""
    if not st.toggle("Kijk zoals de ander het ziet", key=form.key("voorvertoning")):
        return
    tabled = preparing.preview(form.store, form.actor, form.at)
    with st.container(border=True, key="vooraf"):
        if not (tabled.texts or tabled.picture):
            st.markdown("Van je beeld en je eigen teksten ligt nu niets op tafel.")
        for text in tabled.texts:
            st.markdown(f"**{literal(said(text.heading))}**")
            st.text(text.body)
        if tabled.picture:
            shared_part.show(tabled.picture)
