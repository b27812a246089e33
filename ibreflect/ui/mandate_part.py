"""The mandate map on the screen: who is heard, the matrix per role, and what to talk about."""

import streamlit as st

from ibreflect.charts.mandate_matrix import mandate_matrix
from ibreflect.measure import mandate as agreement
from ibreflect.measure.dutch import listed
from ibreflect.ui import screens
from ibreflect.ui.figure import figure
from ibreflect.ui.listing import in_voices, who_is_heard
from ibreflect.ui.words import literal, said
from ibreflect.usecases.mandate import Clarity, Holder, MandateMap

_MOST_TALK = 3
_WHAT_IT_IS = (
    "Op de mandaatkaart staat per onderwerp wat iemand mag: **uitvoeren**, **adviseren**, "
    "**meebeslissen**, **beslissen**, of dat het niet bij die rol hoort. Jij, de schoolleider en "
    "het team vullen haar los van elkaar in, voor de ib'er, de bouwcoördinator en de "
    "expert-leraar. Waar jullie verschillen, zit het gesprek. Wat jullie daarna afspreken, leg je "
    "hier vast."
)
_HOW_TO_READ = (
    "Elk teken is een stem. Staan ze in hetzelfde vak, dan zijn jullie het eens. Een balk verbindt "
    "stemmen die verschillen: dun bij één niveau, dik bij meer. Het team telt als één stem als "
    "meer dan de helft hetzelfde koos; anders is het verdeeld."
)
_WHOSE_IS_IT = (
    "**Van wie is dit?** Neem een voorbeeld dat echt kan gebeuren, zonder namen. Wie zet de eerste "
    "stap? Wie hakt de knoop door? En wanneer gaat het naar de schoolleider? Een collega aan een "
    "afspraak herinneren kan iedereen. Gaat het over functioneren, dan is het van de schoolleider."
)
_FINALLY_RESPONSIBLE = (
    "Wie ook beslist, de schoolleider blijft altijd eindverantwoordelijk. Een mandaat is de ruimte "
    "die de schoolleider daarbinnen geeft."
)


def how_to_start() -> None:
    """What the map is and how to begin, for who has no round with it."""
    st.markdown(said(_WHAT_IT_IS))
    st.info(
        "Je hebt nog geen meetronde met de mandaatkaart. Kies bij een nieuwe meetronde de module "
        "Mandaatkaart. Vraag daarna ook de schoolleider en het team."
    )
    _link(screens.ROUNDS, "Naar Meetrondes")


def voices(seen: MandateMap) -> None:
    """Whose answers can be laid side by side, or who still has to answer."""
    if seen.can_compare:
        who_is_heard(seen.voices)
        st.caption(_HOW_TO_READ)
        return
    st.info(
        "Jullie vullen de kaart nog blind in: niemand ziet wat een ander koos. Je ziet de "
        "antwoorden naast elkaar zodra er twee stemmen te horen zijn."
    )
    waiting = [f"- **{each.label}**: {literal(each.reason)}" for each in seen.voices if each.reason]
    handed_in = [f"- **{each.label}**: ingeleverd." for each in seen.voices if not each.reason]
    st.markdown(said("\n".join([*handed_in, *waiting])))
    if not seen.round.handed_in:
        _link(screens.SCAN, "Naar de zelfscan")
    if seen.round.is_open:
        _link(screens.OTHERS, "Anderen vragen")


def holder(seen: MandateMap, each: Holder) -> None:
    """The matrix of one role, its sentence, and the topics to talk about first."""
    if not seen.can_compare:
        return
    words = seen.questionnaire.words
    st.header(literal(each.scale.title), anchor=False)
    if each.figure is None:
        st.markdown("Niemand noemde hier een niveau. Misschien is deze rol er bij jullie niet.")
        return
    figure(
        mandate_matrix(each.figure.drawn, words=words),
        says=each.figure.says,
        shows=f"Per onderwerp vijf vakken, van {words[0]} tot {words[-1]}, en een teken per stem.",
        table=each.figure.read,
    )
    if each.silent:
        st.caption(f"Hier noemde geen niveau: {literal(listed(each.silent))}.")
    talk = agreement.to_discuss(each.topics)[:_MOST_TALK]
    if talk:
        st.subheader("Praat hier het eerst over", anchor=False)
        lines = [
            f"- **{literal(topic.text)}** ({topic.agreement}): "
            f"{literal(said(agreement.spoken(topic, words)))}"
            for topic in talk
        ]
        st.markdown("\n".join(lines))


def whose_is_it(seen: MandateMap) -> None:
    """The question to talk about differences with."""
    if seen.can_compare:
        st.markdown(_WHOSE_IS_IT)


def clarity(seen: Clarity | None) -> None:
    """How clear the roles are to each voice, beside who may decide what."""
    if seen is None:
        return
    st.header("Hoe duidelijk is het voor iedereen?", anchor=False)
    st.caption(
        said(
            "Iedereen antwoordde over wat voor de eigen persoon duidelijk is. De stellingen staan "
            "hier in de woorden van de ib'er; in de tabel lees je die van de anderen."
        )
    )
    for each in seen.figures:
        in_voices(each, seen.questionnaire.words)


def finally_responsible() -> None:
    """What stays true whatever the map says."""
    st.markdown(_FINALLY_RESPONSIBLE)


def _link(screen: screens.Screen, label: str) -> None:
    st.page_link(screen.path, label=label, icon=":material/arrow_forward:")
