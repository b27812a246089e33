"""Mijn expertise: what a team member writes, changes and takes away by a link, not signed in."""

import html
from typing import NoReturn

import streamlit as st

from ibreflect.access import links
from ibreflect.errors import IbreflectError
from ibreflect.measure.dutch import listed
from ibreflect.model.days import in_dutch
from ibreflect.model.expertise import LONGEST_REACH, LONGEST_TEXT, Content, Entry, last_day
from ibreflect.reports.qr import qr_picture
from ibreflect.store.connection import Store
from ibreflect.ui import long_list, resources, screens, session
from ibreflect.ui.words import literal, said
from ibreflect.usecases import expertise_entry, signing_in
from ibreflect.usecases.entering import LONGEST_NAME
from ibreflect.usecases.expertise_entry import Visit

_NEW, _OWN = "nieuw", "eigen_link"
_FIELDS = ("naam", "weet", "interesse", "cursus", "bereik")
_TIP = (
    "Schrijf kort, met een komma tussen onderwerpen; elke cursus op een eigen regel. Wat je niet "
    "wilt invullen, laat je leeg. Noem geen namen van leerlingen of collega's."
)
_SAVED = (
    "Je staat op de kaart. **Bewaar deze link: je ziet die één keer.** Met deze link verander of "
    "verwijder je wat je schreef, wanneer je wilt. Wie de link heeft, kan dat ook."
)


def new_entry(store: Store, visit: Visit) -> None:
    """By the team link: what it is for, and the form; then the own link, and the end of the page.

    Whatever is pressed after that begins anew, for the next who uses this window.
    """
    if visit.mine is not None:
        return
    place = st.empty()
    with place.container():
        _explain(store, visit)
        written, pressed = _form(_NEW, Content(""), "Zet mij op de kaart")
        if not pressed:
            return
        own = session.once(_OWN, links.new_token)
        try:
            expertise_entry.add(store, session.code(), own, written, today=resources.today())
        except IbreflectError as error:
            session.forget(_OWN)
            long_list.say_problems(error)
            return
    place.empty()
    _show_own_link(own, written)
    st.stop()


def own_entry(store: Store, visit: Visit) -> None:
    """By an own link: what is kept, to change, to confirm or to take away."""
    if visit.mine is None:
        return
    _explain(store, visit)
    _since(store, visit.mine)
    mine, entry = visit.mine, visit.mine.entry_id.hex
    edition = session.once(_seen(entry), lambda: str(mine.edition))
    written, pressed = _form(f"{entry}:{edition}", mine.content, "Bewaar")
    if pressed:
        _change(store, entry, written, int(edition))
    _take_away(store, entry)


def no_entry(why: str) -> NoReturn:
    """That a link leads nowhere, with what was typed in this window; and the end of the page."""
    st.title("Deze link werkt niet", anchor=False)
    session.show_told()
    st.markdown(why)
    entry = links.expertise_id(session.code()).hex
    forms = (_NEW, f"{entry}:{session.typed(_seen(entry))}")
    typed = [session.typed(f"{field}:{form}") for form in forms for field in _FIELDS]
    if any(typed):
        st.markdown("Dit is niet opgeslagen en staat alleen nog op dit scherm. Kopieer het nu:")
        st.text("\n".join(filter(None, typed)))
    st.stop()


def _explain(store: Store, visit: Visit) -> None:
    school = literal(visit.school.name)
    readers = "De ib'er leest"
    if signing_in.is_together(store):
        readers = "De ib'er en de schoolleider lezen"
    until = in_dutch(last_day(resources.today()))
    facts = {
        "Waarvoor?": f"Zo komt een vraag op {school} terecht bij een collega die er iets van weet.",
        "Wie ziet het?": f"{said(readers)} wat je schrijft, en het is nooit een beoordeling.",
        "Hoelang?": f"Wat je nu bewaart, blijft staan tot en met {until} en gaat dan vanzelf weg.",
        "Moet het?": "Nee, je kiest zelf of en wat je invult, en haalt het weg wanneer je wilt.",
    }
    st.markdown("\n".join(f"- **{what}** {told}" for what, told in facts.items()))


def _since(store: Store, mine: Entry) -> None:
    today = resources.today()
    if not mine.is_old(today):
        st.caption(f"Voor het laatst bewaard op {in_dutch(mine.changed_on)}.")
        return
    st.info(
        f"Dit is van {in_dutch(mine.changed_on)}. Klopt het nog? Anders gaat het na "
        f"{in_dutch(mine.last_day)} vanzelf weg."
    )
    if st.button("Dit klopt nog", key="klopt_nog"):
        _change(store, mine.entry_id.hex, mine.content, mine.edition)


def _form(key: str, kept: Content, label: str) -> tuple[Content, bool]:
    """The fields, and whether what stands in them is to be kept."""
    for field, text in zip(_FIELDS, kept, strict=True):
        session.fill(f"{field}:{key}", text)
    with st.form(f"expertise:{key}", border=False, enter_to_submit=False):
        st.caption(_TIP)
        name = st.text_input(
            "Je naam, zoals collega's die kennen", max_chars=LONGEST_NAME, key=f"naam:{key}"
        )
        knows, interests, courses = (
            st.text_area(
                question, max_chars=LONGEST_TEXT, height=96, key=f"{field}:{key}", placeholder=hint
            )
            for field, question, hint in (
                (
                    "weet",
                    "Waar weet je veel van of ben je goed in?",
                    "Bijvoorbeeld: dyslexie, rekenen",
                ),
                ("interesse", "Waar ligt je interesse?", "Bijvoorbeeld: meertaligheid"),
                (
                    "cursus",
                    "Welke cursussen of opleidingen deed je?",
                    "Bijvoorbeeld: Rekenspecialist, 2024",
                ),
            )
        )
        reach = st.text_input(
            "Hoe kan een collega je iets vragen?",
            max_chars=LONGEST_REACH,
            key=f"bereik:{key}",
            placeholder="Bijvoorbeeld: in de pauze, of per mail",
        )
        pressed = st.form_submit_button(label, type="primary", key=f"bewaar:{key}")
    return Content(name, knows, interests, courses, reach), pressed


def _change(store: Store, entry: str, written: Content, edition: int) -> None:
    def work() -> None:
        expertise_entry.change(
            store, session.code(), written, edition=edition, today=resources.today()
        )
        session.forget(_seen(entry))

    long_list.change(work, f"Opgeslagen. {_names(written)}".strip())


def _take_away(store: Store, entry: str) -> None:
    def work() -> None:
        expertise_entry.remove(store, session.code())
        session.forget(_seen(entry))

    with st.expander("Haal mij van de kaart"):
        st.markdown(
            "Alles wat je schreef verdwijnt, ook uit reservekopieën kan niemand het meer lezen. "
            "Deze link werkt daarna niet meer."
        )
        if st.button("Ja, haal mij van de kaart", key="haal_mij_weg"):
            long_list.change(work, "Je staat niet meer op de kaart, en wat je schreef is gewist.")


def _show_own_link(token: str, written: Content) -> None:
    address = session.address_of(screens.EXPERTISE_FORM.name, token)
    st.success(_SAVED)
    st.code(address, language=None, wrap_lines=True)
    if not session.is_on_this_computer(address):
        picture = html.escape(qr_picture(address))
        st.html(f'<img class="qr" src="{picture}" alt="QR-code van je eigen link">')
        st.caption("Of richt de camera van je telefoon op dit vierkant en bewaar de link daar.")
    if _names(written):
        st.info(_names(written))
    st.button("Ik heb de link", key="link_bewaard", on_click=_begin_anew)


def _seen(entry: str) -> str:
    """Where this window remembers in which edition it read an entry."""
    return f"gezien:{entry}"


def _names(written: Content) -> str:
    """A friendly word when there seem to be names of others in it; else empty."""
    found = expertise_entry.names_of_others(written)
    if not found:
        return ""
    return (
        f"Dit lijkt op een naam of nummer van iemand: {literal(listed(found))}. Is dat zo? Haal "
        "het dan met je eigen link weg."
    )


def _begin_anew() -> None:
    """Let this window hold nothing of who just wrote something."""
    for field in _FIELDS:
        session.forget(f"{field}:{_NEW}")
    session.forget(_OWN)
    session.tell("Dank je wel. Je kunt dit venster sluiten, of een collega laten invullen.")
