"""The report as both read it: what it says, who confirmed it, and the files of it."""

import streamlit as st

from ibreflect.model.conversation import Conversation, Stage
from ibreflect.model.days import in_dutch
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.model.report import Report, ReportVersion
from ibreflect.reports import talk_report
from ibreflect.store.connection import Store
from ibreflect.ui import fetching, resources, screens, seat
from ibreflect.ui.long_list import change
from ibreflect.ui.words import literal, said
from ibreflect.usecases import agreeing, talk_files
from ibreflect.usecases.agreeing import Page
from ibreflect.usecases.conversing import At

_LANDED = (
    "Jullie hebben het verslag allebei bevestigd. De doelen staan bij Doelen, wat jullie over "
    "beslissen afspraken op de mandaatkaart, en een volgend gesprek bij Gesprekken."
)
_PARTNER_LANDED = (
    "Jullie hebben het verslag allebei bevestigd. Een volgend gesprek staat bij Gesprekken."
)
_NO_MAP = (
    "Er is nog geen meetronde met de mandaatkaart. Wat jullie over beslissen afspraken, staat "
    "daarom alleen in dit verslag."
)


def not_yet(conversation: Conversation) -> None:
    """Before the talk has ended there is no report; the page ends here with the way there."""
    if conversation.stage is Stage.ENDED:
        return
    st.markdown("Het verslag maken jullie aan het eind van het gesprek.")
    st.page_link(
        screens.TALK.path,
        label="Naar het gesprek",
        icon=":material/arrow_forward:",
        query_params=seat.address(conversation),
    )
    st.stop()


def show(report: Report) -> None:
    """The report, as it is in the files."""
    with st.container(border=True, key="verslag"):
        st.subheader(literal(talk_report.title(report)), anchor=False)
        st.markdown(literal(talk_report.who(report)))
        for each in report.said:
            _titled(each.title, each.body)
        for number, goal in enumerate(report.closing.goals, 1):
            _titled(f"Doel {number}. {goal.behaviour}", "\n".join(talk_report.lines_of(goal)))
        for decided in report.decided:
            note = f" ({decided.note})" if decided.note else ""
            _titled(decided.topic, f"{decided.level}{note}")
        for line in talk_report.what_comes(report.closing):
            st.markdown(f"**{literal(line)}**")


def confirm(store: Store, actor: Person, at: At, page: Page) -> None:
    """Who confirmed what stands there, and the own click for it."""
    conversation, own = page.seated.conversation, page.seated.seat
    if page.report.decided and not page.lands:
        st.info(said(_NO_MAP))
    if page.is_agreed:
        st.success(said(_LANDED if own is Seat.OWNER else _PARTNER_LANDED))
        return
    for each in sorted(page.confirmed):
        st.markdown(f"{literal(conversation.name_of(each))} heeft dit verslag bevestigd.")
    if own in page.confirmed:
        st.markdown(f"Nu {literal(conversation.name_of(own.other))} nog.")
        return
    st.markdown(_what_it_means(page))
    if st.button("Dit klopt: ik bevestig het verslag", type="primary", key="bevestig"):
        change(
            lambda: agreeing.confirm(store, actor, at, page.mark, now=resources.moment()),
            "Je hebt het bevestigd.",
        )


def _what_it_means(page: Page) -> str:
    if not page.seated.conversation.has_partner:
        return (
            "Klopt het verslag? Bevestig het dan. Verandert er later iets, dan bevestig je opnieuw."
        )
    return (
        "Jullie bevestigen het verslag allebei, ieder met een eigen klik. Verandert er daarna nog "
        "iets, dan is dat een nieuwe versie die jullie opnieuw bevestigen."
    )


def back(store: Store, actor: Person, at: At, page: Page) -> None:
    """Back to the table, as long as not both confirmed."""
    if any(each.is_agreed for each in page.versions):
        return
    if st.button("Terug naar het gesprek", key="terug", icon=":material/arrow_back:"):
        change(lambda: agreeing.go_back(store, actor, at), "Jullie zijn weer in gesprek.")


def files(store: Store, actor: Person, at: At, page: Page) -> None:
    """The last report that both confirmed, to fetch."""
    if agreeing.agreed(page.versions) is None:
        return
    seconds = resources.seconds()
    fetching.to_print(
        "verslag",
        pdf=lambda: talk_files.offer_pdf(store, actor, at, seconds=seconds),
        word=lambda: talk_files.offer_word(store, actor, at, seconds=seconds),
    )


def in_calendar(store: Store, actor: Person, at: At, key: str) -> None:
    """The day of a conversation as a file for a calendar."""
    if not st.button("Zet het in mijn agenda", key=f"agenda:{key}", icon=":material/event:"):
        return
    now, seconds = resources.moment(), resources.seconds()
    fetching.fetch(
        "gesprek.ics", lambda: talk_files.offer_day(store, actor, at, now=now, seconds=seconds)
    )
    st.caption(
        "In het bestand staan alleen de titel en de dag. Verzetten jullie het gesprek, haal dan "
        "een nieuw bestand; je agenda verplaatst dan de afspraak."
    )


def earlier(versions: tuple[ReportVersion, ...], page: Page) -> None:
    """Versions that were agreed before what stands there now, folded away."""
    agreed = [each for each in versions if each.is_agreed and each.report != page.report]
    if not agreed:
        return
    with st.expander(f"Eerdere versies ({len(agreed)})"):
        for each in reversed(agreed):
            st.markdown(f"**Versie {each.number}**, {in_dutch(each.report.held_on)}")
            show(each.report)


def _titled(title: str, body: str) -> None:
    with st.container(gap="xxsmall"):
        st.markdown(f"**{literal(said(title))}**")
        st.text(body)
