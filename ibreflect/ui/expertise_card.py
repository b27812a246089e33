"""The expertisekaart as ib'er and schoolleider read it: who can help with a question."""

import streamlit as st

from ibreflect.model.days import in_dutch
from ibreflect.model.expertise import Entry, Topic, matching, topics
from ibreflect.model.person import Person, School
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, resources, screens, steps
from ibreflect.ui.words import literal
from ibreflect.usecases import expertise
from ibreflect.usecases.expertise import Card

_BY_NAME, _BY_TOPIC = "Op naam", "Op onderwerp"
_EMPTY = (
    "Er staat nog niemand op de kaart. Maak de link voor het team en deel die: ieder vult zelf in "
    "wat die wil, en dat verschijnt hier."
)
_NOT_FOUND = (
    "Met deze woorden is niemand gevonden. Probeer één ander of korter woord. Het zegt niets over "
    "wat het team kan: op de kaart staat alleen wat mensen er zelf op zetten."
)
_ABOUT = (
    "Ieder vulde dit zelf in, vrijwillig en in eigen woorden. Niet elke collega staat erop. Het is "
    "er om elkaar te vinden, nooit om iemand te beoordelen."
)


def one_school(store: Store, actor: Person) -> School:
    """The school whose card to look at; for who works at none now the page ends here."""
    offered = expertise.schools(store, actor, today=resources.today())
    if not offered:
        steps.nothing_yet(
            "De expertisekaart is van een school waar je nu werkt. Dat is nu geen school.",
            screens.START,
            "Naar de startpagina",
        )
    if len(offered) == 1:
        st.caption(literal(offered[0].name))
        return offered[0]
    return st.selectbox(
        "Welke school?", offered, format_func=lambda each: each.name, key="kaart_school"
    )


def read(card: Card) -> None:
    """The search field and what it finds, by name or by topic; everything without a question."""
    if not card.entries:
        st.info(_EMPTY)
        return
    with st.container(key="niet_op_papier_zoek"):
        question = st.text_input(
            "Waarover heb je een vraag?",
            key="zoek_expertise",
            max_chars=80,
            placeholder="Bijvoorbeeld: dyslexie",
        )
        order = st.segmented_control(
            "Hoe wil je het zien?",
            [_BY_NAME, _BY_TOPIC],
            default=_BY_NAME,
            required=True,
            key="kaart_volgorde",
        )
    found = matching(card.entries, question or "")
    if not found:
        st.info(_NOT_FOUND)
        return
    st.caption(_ABOUT)
    if order == _BY_NAME:
        for each in found:
            _person(each)
    else:
        st.markdown("\n".join(f"- {_topic(each)}" for each in topics(found, question or "")))


def take_off(store: Store, actor: Person, card: Card) -> None:
    """The way to take somebody off who left, or who was put on it by mistake."""
    if not card.entries:
        return
    with st.container(key="niet_op_papier_weg"), st.expander("Iemand van de kaart halen"):
        st.markdown(
            "Voor wie niet meer op deze school werkt, of er per vergissing op staat. Veranderen "
            "kan alleen met de eigen link: de woorden zijn van wie ze schreef."
        )
        named = dict.fromkeys(card.entries)
        chosen = st.selectbox(
            "Wie?", named, index=None, format_func=_named, key="weg_wie", placeholder="Kies iemand"
        )
        if chosen is not None:
            _confirm(store, actor, chosen)


def _named(entry: Entry) -> str:
    return f"{entry.content.name} (van {in_dutch(entry.changed_on)})"


def _person(entry: Entry) -> None:
    written = entry.content
    facts = {
        "Weet veel van": written.knows,
        "Interesse in": written.interests,
        "Cursussen": written.courses,
        "Te bereiken": written.reach,
    }
    with st.container(border=True, gap="xsmall", key=f"expertise_{entry.entry_id.hex}"):
        st.subheader(literal(written.name), anchor=False)
        st.markdown(
            "  \n".join(f"**{what}:** {_in_lines(text)}" for what, text in facts.items() if text)
        )
        st.caption(_since(entry))


def _since(entry: Entry) -> str:
    since = f"Ingevuld op {in_dutch(entry.changed_on)}."
    if not entry.is_old(resources.today()):
        return since
    return (
        f"{since} Dat is meer dan een jaar geleden: vraag of het nog klopt. Na "
        f"{in_dutch(entry.last_day)} gaat het vanzelf weg."
    )


def _topic(topic: Topic) -> str:
    whose = {
        "weet er veel van": topic.knows,
        "interesse": topic.interests,
        "cursus": topic.courses,
    }
    told = "; ".join(
        f"{literal(', '.join(names))} ({what})" for what, names in whose.items() if names
    )
    return f"**{literal(topic.title)}**: {told}"


def _in_lines(text: str) -> str:
    """A text as it was typed, line under line."""
    return literal(text).replace("\n", "  \n")


def _confirm(store: Store, actor: Person, entry: Entry) -> None:
    name = literal(entry.content.name)
    st.markdown(
        f"Alles wat **{name}** schreef verdwijnt voorgoed, en de eigen link werkt dan niet meer."
    )
    if st.button(f"Ja, haal {name} van de kaart", key=f"weg:{entry.entry_id.hex}"):
        long_list.change(
            lambda: _remove(store, actor, entry),
            f"{name} staat niet meer op de kaart.",
        )


def _remove(store: Store, actor: Person, entry: Entry) -> None:
    today, now = resources.today(), resources.moment()
    expertise.remove(store, actor, entry.entry_id, today=today, now=now)
