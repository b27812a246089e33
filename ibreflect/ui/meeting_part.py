"""The meeting of a network on the screen: choosing themes, each theme, and the sheet as a file."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from ibreflect.charts.network_dots import network_dots
from ibreflect.measure.dutch import listed
from ibreflect.model.card import Card
from ibreflect.model.meeting import MOST_THEMES, Told
from ibreflect.model.person import Person
from ibreflect.model.place import Place
from ibreflect.reports import network_sheet
from ibreflect.store.connection import Store
from ibreflect.ui import fetching, network_part, resources, screens, session, steps
from ibreflect.ui.figure import figure
from ibreflect.ui.words import literal, said
from ibreflect.usecases import network_meeting, networks
from ibreflect.usecases.network_meeting import Meeting, Shown, Texts, Wanted, When
from ibreflect.usecases.networks import Snapshot
from ibreflect.usecases.view_network import Part

_THEME = "thema"
_NO_PICTURE = "Voor een bijeenkomst is eerst een beeld van het netwerk nodig."
_NO_NETWORK = "Je school hoort hier niet bij een samenwerkingsverband."
_NO_THEMES = (
    "Er zijn hier geen thema's. Ze horen in de map netwerk, in de map met vragenlijsten van "
    "ibreflect."
)
_RULE = (
    "ibreflect stelt hoogstens drie thema's voor: waar scholen verdeeld zijn, waar meer veranderde "
    "dan de onzekerheid, waar bij meer dan de helft van de scholen een mandaat onzeker is of werk "
    "niet gezien wordt, en waar ib'ers en leraren het anders zien. Of iets hoog of laag uitkomt, "
    "telt niet mee. Kies gerust anders."
)
_NONE_STANDS_OUT = "In dit beeld springt geen thema eruit. Kies zelf."
_TOO_FEW = "Hiervan is te weinig bekend om iets te laten zien. De vraag en de kaarten kunnen wel."


class _Here(NamedTuple):
    """What is looked at: a snapshot of a network, and the meeting made of it."""

    place: Place
    snapshot: Snapshot
    texts: Texts
    meeting: Meeting


def way_there(store: Store, actor: Person, place: Place) -> None:
    """A link to the meeting, for whom that page is and when there is a picture."""
    today = resources.today()
    if networks.is_for_a_board(store, actor, today=today):
        return
    if networks.published(store, actor, place.place_id, today=today):
        st.page_link(
            screens.MEETING.path,
            label="Naar de netwerkbijeenkomst",
            icon=":material/arrow_forward:",
        )


def of_one(store: Store, actor: Person, mine: tuple[Place, ...]) -> None:
    """The meeting of the network that is chosen; the page ends where there is none."""
    if not mine:
        steps.nothing_yet(_NO_NETWORK, screens.NETWORK, "Naar Netwerk")
    place = network_part.one_network(mine)
    found = networks.published(store, actor, place.place_id, today=resources.today())
    if not found:
        steps.nothing_yet(_NO_PICTURE, screens.NETWORK, "Naar Netwerk")
    texts = Texts(resources.folder(), [each.questionnaire for each in resources.questionnaires()])
    here = _Here(place, found[0], texts, network_meeting.meeting(found[0], texts))
    if not here.meeting.themes:
        steps.nothing_yet(_NO_THEMES, screens.NETWORK, "Naar Netwerk")
    is_large = st.toggle("Groot (voor op een scherm)", key="grote_letters", persist_state="session")
    chosen = _choose(here.meeting, is_large=is_large)
    if chosen:
        with st.container(key="gesprek_groot" if is_large else "gesprek"):
            _sheet(here, chosen)
        _files(store, actor, here, chosen)


def _choose(meeting: Meeting, *, is_large: bool) -> list[str]:
    """The ids of the themes to talk about, those that are suggested unless chosen otherwise."""
    with st.expander("Thema's voor de bijeenkomst", expanded=not is_large):
        chosen = st.multiselect(
            "Kies twee of drie thema's",
            list(meeting.themes),
            default=meeting.suggested,
            format_func=lambda each: said(meeting.themes[each].sheet.theme.title),
            max_selections=MOST_THEMES,
            key="bijeenkomst_themas",
            placeholder="Nog geen thema gekozen",
        )
        st.caption(said(_RULE))
        for each in meeting.suggested:
            shown = meeting.themes[each]
            why = listed([str(reason) for reason in shown.reasons])
            st.markdown(f"- **{literal(said(shown.sheet.theme.title))}**: {literal(said(why))}")
        if not meeting.suggested:
            st.markdown(_NONE_STANDS_OUT)
    return list(chosen)


def _sheet(here: _Here, chosen: Sequence[str]) -> None:
    """One theme at a time, with the way to the one before and after it."""
    now = session.asked_for(_THEME, chosen) or chosen[0]
    position = chosen.index(now)
    sheet = network_meeting.sheet(here.place.name, here.snapshot, ())
    st.markdown(f"{literal(here.place.name)}. {network_sheet.made(sheet)}")
    st.caption(said(network_sheet.purpose(sheet)))
    _theme(here.meeting.themes[now])
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bladeren"):
        if position:
            _turn("Vorig thema", chosen[position - 1], "left")
        if position + 1 < len(chosen):
            _turn("Volgend thema", chosen[position + 1], "right")
        st.caption(f"Thema {position + 1} van {len(chosen)}")


def _turn(label: str, theme_id: str, key: str) -> None:
    """A button to another theme; on a keyboard the arrow in this direction does the same."""
    st.button(
        label,
        key=f"blader_{key}",
        on_click=session.ask_for,
        args=(_THEME, theme_id),
        shortcut=key,
    )


def _theme(shown: Shown) -> None:
    theme = shown.sheet.theme
    st.header(literal(said(f"{theme.title} ({theme.minutes} minuten)")), anchor=False)
    st.markdown(literal(said(theme.explanation)))
    if shown.is_hidden:
        st.info(_TOO_FEW)
    for number, (told, part) in enumerate(zip(shown.sheet.told, shown.parts, strict=True)):
        st.subheader(literal(said(told.title)), anchor=False)
        if part:
            with st.container(key=f"beeldstuk_{number}"):  # its style draws it larger for a room
                _picture(told, part)
        else:
            _words(told)
    st.subheader("Om samen te bespreken", anchor=False)
    st.markdown(f"**{literal(said(theme.question))}**")
    for card in shown.sheet.cards:
        _card(card)


def _picture(told: Told, part: Part) -> None:
    about, *further = told.says
    figure(
        network_dots(part.figure.drawn, words=part.words),
        says=about,
        shows="Een lijn van bijna nooit tot bijna altijd, met een stip voor elke groep scholen.",
        table=part.figure.read,
    )
    for each in further:
        st.caption(literal(said(each)))


def _words(told: Told) -> None:
    for each in told.says:
        st.markdown(literal(said(each)))
    if told.lines:
        st.markdown("\n".join(f"- {literal(said(line))}" for line in told.lines))
    if told.rows:
        rows = [
            {said(h): literal(said(cell)) for h, cell in zip(told.headings, row, strict=True)}
            for row in told.rows
        ]
        st.table(rows, hide_index=True, border="horizontal", alt=said(told.title))


def _card(card: Card) -> None:
    with st.container(border=True, key=f"kaart_{card.id}"):
        st.markdown(f"**{literal(said(f'Gesprekskaart: {card.title}'))}**")
        if card.explanation:
            st.markdown(literal(said(card.explanation)))
        st.markdown("\n".join(f"- {literal(said(question))}" for question in card.questions))


def _files(store: Store, actor: Person, here: _Here, chosen: Sequence[str]) -> None:
    """The sheet with all chosen themes, to fetch."""
    wanted = Wanted(here.place.place_id, here.snapshot.number, chosen)
    when = When(resources.today(), resources.seconds())
    fetching.to_print(
        "netwerkbijeenkomst",
        pdf=lambda: network_meeting.offer_pdf(store, actor, wanted, here.texts, when=when),
        word=lambda: network_meeting.offer_word(store, actor, wanted, here.texts, when=when),
    )
