"""How preparing begins and ends: what it is for, being ready, and why it can be over."""

import streamlit as st

from ibreflect.model.conversation import Conversation, Seated, Stage
from ibreflect.model.days import with_weekday
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import follow, prepare_form, resources, screens, seat, steps, talk_opening
from ibreflect.ui.long_list import change
from ibreflect.ui.prepare_form import Form
from ibreflect.ui.words import literal, said
from ibreflect.usecases import preparing, view_talk
from ibreflect.usecases.conversing import At
from ibreflect.usecases.preparing import Sheet

_GROUP = (
    "Met een groep bereiden jullie niet apart voor. Begin het gesprek als jullie bij elkaar zitten."
)
_APART = (
    "Jij en {name} bereiden je ieder apart voor, in hoogstens een kwartier. Zolang jullie bezig "
    "zijn, ziet {name} niets van jou en jij niets van {name}. Overslaan mag."
)
_TURNS = (
    "Jullie werken op één computer. Ben je klaar, kies dan onderaan *Ik ben klaar*. Daarna kiest "
    "{name} hierboven de eigen naam; wat jij invulde, staat dan niet meer op het scherm."
)
_IS_READY = "Je voorbereiding is klaar. {name} is nog bezig en ziet er nog niets van."
_NEXT_SEAT = "Je voorbereiding is klaar. Laat nu {name} hierboven de eigen naam kiezen."
_ON_TABLE = (
    "Jullie zijn allebei klaar: beide voorbereidingen liggen op tafel. Daarom verandert hier niets "
    "meer. Wat je nog wilt zeggen, zeg je in het gesprek."
)
_BEGUN = (
    "Het gesprek is begonnen. Wat jij voorbereidde, ligt op tafel en blijft daarom zoals het is."
)
_BEGUN_UNREADY = (
    "Het gesprek is begonnen voordat jij klaar was. Wat je invulde, blijft daarom van jou alleen "
    "en kun je hier niet meer veranderen."
)
_UNKEPT = (
    "Nog niet alles is opgeslagen. Kijk hierboven bij de melding en kies Nog eens opslaan; daarna "
    "kun je klaar zijn."
)


def beginning(found: Seated, *, takes_turns: bool) -> None:
    """Which conversation it is, and how preparing goes; for a group the page ends here."""
    conversation = found.conversation
    title = literal(said(found.guide.title))
    day = with_weekday(conversation.planned_on)
    if not conversation.has_partner:
        st.markdown(f"**{title}**, {day}")
        steps.nothing_yet(_GROUP, screens.TALKS, "Naar Gesprekken")
    name = literal(conversation.name_of(found.seat.other))
    st.markdown(f"**{title}**, met {name}, {day}")
    st.markdown(_APART.format(name=name))
    if takes_turns and conversation.stage is Stage.PREPARING:
        st.info(_TURNS.format(name=name))


def stop_when_done(form: Form, *, takes_turns: bool) -> None:
    """Once nothing changes any more, or who looks is ready, the page ends here and says why."""
    sheet = form.sheet
    if sheet.may_change and not sheet.is_ready:
        return
    conversation = sheet.seated.conversation
    _school(form.store, form.actor, form.at)
    st.info(_why(sheet, takes_turns=takes_turns))
    if sheet.may_change:
        _not_after_all(form)
    else:
        _to_talk(conversation)
    prepare_form.unsaved(form)
    if not (takes_turns and sheet.is_ready):
        _own_words(form)
    follow.follow(form.store, form.actor, form.at, conversation._replace(clock_ends=None))
    st.stop()


def ready(form: Form) -> None:
    """The button that says that it is done, below what the other will see."""
    if not st.button("Ik ben klaar", type="primary", key="klaar"):
        return
    if form.unkept:
        st.error(_UNKEPT)
        return
    change(
        lambda: _set_ready(form, is_ready=True),
        "Je voorbereiding is klaar.",
    )


def _school(store: Store, actor: Person, at: At) -> None:
    """What kind of school it is, which a coach reads before anything else once it may be seen."""
    talk_opening.school(view_talk.talk(store, actor, at))


def _why(sheet: Sheet, *, takes_turns: bool) -> str:
    conversation = sheet.seated.conversation
    if conversation.stage is not Stage.PREPARING:
        return _BEGUN if sheet.is_ready else _BEGUN_UNREADY
    if not sheet.may_change:
        return _ON_TABLE
    says = _NEXT_SEAT if takes_turns else _IS_READY
    return says.format(name=literal(conversation.name_of(sheet.seated.seat.other)))


def _not_after_all(form: Form) -> None:
    if st.button("Toch nog iets aanpassen", key="toch_niet_klaar"):
        change(
            lambda: _set_ready(form, is_ready=False),
            "Je kunt weer aanpassen. Kies daarna opnieuw *Ik ben klaar*.",
        )


def _set_ready(form: Form, *, is_ready: bool) -> None:
    now = resources.moment()
    preparing.set_ready(form.store, form.actor, form.at, is_ready=is_ready, now=now)


def _to_talk(conversation: Conversation) -> None:
    is_over = conversation.stage is Stage.ENDED
    st.page_link(
        screens.REPORT.path if is_over else screens.TALK.path,
        label="Naar het verslag" if is_over else "Naar het gesprek",
        icon=":material/arrow_forward:",
        query_params=seat.address(conversation),
    )


def _own_words(form: Form) -> None:
    """What was written here, to read again; not where the other sits down at this computer next."""
    written = [each for each in form.guide.questions(form.seat) if form.entries.get(each.id)]
    if not written:
        return
    with st.expander("Wat je schreef (alleen jij ziet dit hier)"):
        for each in written:
            st.markdown(f"**{literal(said(each.text))}**")
            st.text(form.entries[each.id])
