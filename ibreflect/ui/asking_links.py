"""The links: mailed, or shown once to who hands them out, as texts, on paper and in a file."""

import html
from collections.abc import Callable, Sequence

import streamlit as st

from ibreflect.errors import IbreflectError
from ibreflect.measure.dutch import starting
from ibreflect.model.asking import GROUP_WORDS, HandedOutBy, Invitee, Stage
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import asking_list, resources, session
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases import downloads, inviting, posting, requesting
from ibreflect.usecases.asking import Asking
from ibreflect.usecases.inviting import HandedOut
from ibreflect.usecases.requesting import Request, Writing

_ONCE = (
    "**Dit zie je één keer.** Ook ibreflect bewaart de links niet. Kopieer, print of bewaar ze nu, "
    "en klik pas daarna verder. Kwijt? Haal de persoon van de lijst en zet die er opnieuw op."
)
_ON_THIS_COMPUTER = (
    "Deze installatie is alleen op deze computer te bereiken. Een link werkt dan alleen hier: open "
    "die in een nieuw venster en geef de computer even uit handen."
)
_FILE = "uitnodigingen.xlsx"


def hand_out(store: Store, actor: Person, state: Asking) -> None:
    """The links for who has none yet, in the way that was fixed."""
    whom = inviting.waiting(state)
    if state.rules is None or not state.invitees:
        return
    if not whom:
        st.markdown("Iedereen op de lijst heeft een link. Je hoeft nu niets te doen.")
        return
    st.header("De links", anchor=False)
    if state.rules.handed_out_by is HandedOutBy.SECOND:
        name = literal(state.second.name) if state.second else "Iemand anders"
        st.info(f"{name} deelt de links uit, met de eigen link. Jij ziet ze niet.")
    elif not state.is_agreed:
        st.info("De lijst wacht op akkoord van wie meekijkt. Daarna gaan de links weg.")
    elif state.rules.handed_out_by is HandedOutBy.MAIL:
        _mail(store, actor, state, whom)
    else:
        _by_oneself(store, actor, state, whom)


def offer(
    state: Asking, asked_by: str, whom: Sequence[Invitee], make: Callable[[], Sequence[HandedOut]]
) -> None:
    """A button that makes the links of these people; then the page is the links, in this run only.

    Whatever is pressed after that shows the page again without them.
    """
    place = st.empty()
    people = count_of(len(whom), "persoon", "mensen")
    if not place.button(f"Maak de links voor {people}", type="primary", key="maak_links"):
        return
    try:
        made = make()
    except IbreflectError as error:
        st.error(str(error))
        return
    place.empty()
    desk = resources.desk()._replace(address=session.base_address(resources.desk().address))
    writing = Writing(state, asked_by, desk, session.vocabulary().calling)
    _show(requesting.requests(writing, made))
    if session.is_on_this_computer(desk.address):
        st.caption(_ON_THIS_COMPUTER)
    st.button("Ik heb ze: terug naar de lijst", key="links_klaar")
    st.stop()


def _by_oneself(store: Store, actor: Person, state: Asking, whom: Sequence[Invitee]) -> None:
    st.markdown(
        "Ieder krijgt een eigen link. Wie een link heeft, kan de antwoorden lezen tot er is "
        "ingeleverd; bewaar de links dus niet."
    )
    round_id, today = state.round.round_id, resources.today()
    offer(state, actor.name, whom, lambda: inviting.hand_out(store, actor, round_id, today=today))


def _mail(store: Store, actor: Person, state: Asking, whom: Sequence[Invitee]) -> None:
    with_address = [each for each in whom if each.address]
    without = [each for each in whom if not each.address]
    if with_address:
        _by_mail(store, actor, state, count_of(len(with_address), "persoon", "mensen"))
    if without:
        st.markdown("Wie geen mailadres heeft, geef je zelf een link.")
        _by_oneself(store, actor, state, without)


def _by_mail(store: Store, actor: Person, state: Asking, people: str) -> None:
    if state.stage is Stage.NOT_YET:
        st.info(f"Op de eerste dag gaat de mail aan {people} vanzelf weg, 's ochtends.")
        return
    st.markdown(
        f"Nog te mailen: {people}. Dat gebeurt overdag vanzelf, binnen tien minuten, of nu als je "
        "wilt. Blijft iemand hier staan? Controleer dan het adres."
    )
    if st.button(f"Verstuur de mail nu aan {people}", type="primary", key="verstuur"):
        _send(store, actor, state)


def _send(store: Store, actor: Person, state: Asking) -> None:
    try:
        with st.spinner("De mail gaat weg …"):
            sent = posting.send_requests(
                store, actor, state.round.round_id, resources.desk(), now=resources.now()
            )
    except IbreflectError as error:
        st.error(str(error))
        return
    session.tell(f"De mail is verstuurd aan {count_of(sent, 'persoon', 'mensen')}.")
    st.rerun()


def _show(made: Sequence[Request]) -> None:
    if not made:
        st.info("Iedereen op de lijst kreeg intussen een link.")
        return
    st.success(_ONCE)
    texts, paper, file = st.tabs(["Teksten om te kopiëren", "Bladen om te printen", "Bestand"])
    with texts:
        for number, each in enumerate(made, start=1):
            st.caption(f"{number} van {len(made)}: {literal(_for_whom(each))}")
            st.code(each.text, language=None, wrap_lines=True)
    with paper:
        st.caption(
            "Print deze pagina (Ctrl+P): elk blad op een eigen vel. Leg ze op een stapel en laat "
            "ieder er blind één trekken; dan weet niemand welke link van wie is."
        )
        st.html(f'<div class="bladen">{"".join(map(_sheet, made))}</div>')
    with file:
        ticket = downloads.offer(_FILE, requesting.merged(made), now=resources.seconds())
        st.markdown("Voor samenvoegen in Word of Outlook. Ophalen kan één keer, nu.")
        st.link_button("Haal het bestand op (.xlsx)", f"/ophalen/{ticket}")


def _for_whom(request: Request) -> str:
    invitee = request.handed_out.invitee
    return f"{asking_list.who(invitee)} ({GROUP_WORDS[invitee.group]})"


def _sheet(request: Request) -> str:
    """A sheet of paper without a name: which link is whose is for nobody to know."""
    _greeting, *said, _link = request.text.strip().split("\n\n")
    paragraphs = [html.escape(part).replace("\n", "<br>") for part in said]
    group = html.escape(starting(GROUP_WORDS[request.handed_out.invitee.group]))
    link = html.escape(request.link)
    return (
        f'<section class="blad"><p class="groep">{group}</p>'
        f"<p>{'</p><p>'.join(paragraphs)}</p>"
        "<p>Richt de camera van je telefoon op dit vierkant, of typ het adres eronder over.</p>"
        f'<img src="{html.escape(request.picture)}" alt="QR-code van de link hieronder">'
        f'<p class="link">{link}</p></section>'
    )
