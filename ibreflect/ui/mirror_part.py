"""Met anderen on the screen: who is heard, where pictures differ, and what people wrote."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.charts.plane_sheet import Axes
from ibreflect.charts.quadrants import quadrants
from ibreflect.charts.role_picture import role_picture
from ibreflect.charts.voice_dots import voice_dots
from ibreflect.measure.disclosure import TEXT_FLOOR
from ibreflect.measure.dutch import listed, number_word, starting
from ibreflect.measure.quadrants import EXPLANATIONS
from ibreflect.measure.raters import trust_assumption, trust_words
from ibreflect.model.asking import Stage
from ibreflect.model.days import with_weekday
from ibreflect.model.voice import Voice
from ibreflect.ui import address, asking_form, listing, screens, steps
from ibreflect.ui.figure import figure, multiples
from ibreflect.ui.words import literal, said
from ibreflect.usecases.asking import LEADER, Asking
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.mirror_frames import label
from ibreflect.usecases.view_mirror import Part, Written

BESIDE, SCALE = "naast", "domein"
_ROLE_PICTURE_SIZE = 340
_WRITERS = f"{number_word(TEXT_FLOOR)} of meer mensen iets"
_HOW_TO_READ = (
    "Elk teken is één perspectief, en dat van jou telt nergens mee bij een ander. De bleke balk is "
    "de onzekerheid: met minder mensen is zij breder. Een dikke lijn is een verschil in beeld dat "
    "groter is dan die onzekerheid. Wie gelijk heeft, zegt het niet."
)
_HOW_TO_READ_STATEMENTS = (
    "Anderen lazen elke stelling over de ib'er. Vanaf vijf mensen zie je ook het laagste en het "
    "hoogste antwoord. Antwoordde iedereen bijna hetzelfde aan een eind van de schaal, dan staat "
    "er minstens (≥) of hoogstens (≤). De verdeling in de tabel zegt hoeveel mensen elk woord "
    "kozen, van links naar rechts."
)
_HOW_TO_READ_ROLES = (
    "n is het aantal stellingen, niet het aantal mensen. Een gebied met een streep heeft te weinig "
    "antwoorden om te tonen, of ging over werk dat deze mensen niet zien."
)
_HOW_SURE = (
    "De band om een waarde van een groep zegt waar het gemiddelde waarschijnlijk had gelegen als "
    "andere mensen uit dezelfde groep hadden geantwoord. Om jouw eigen waarde en die van de "
    "schoolleider zegt de band wat dezelfde persoon op een andere dag had kunnen antwoorden. Een "
    "waarde over een domein is er vanaf twee derde van de stellingen. Verschillen gaan altijd over "
    "stellingen die jullie allebei beantwoordden."
)


def until_it_can_be_seen(state: Asking, texts: Sequence[Written]) -> None:
    """Why not all of it is there yet; without an own scan the page ends here."""
    if not state.round.handed_in:
        steps.nothing_yet(
            "Je ziet wat anderen antwoordden zodra je je eigen scan hebt ingeleverd.",
            screens.SCAN,
            "Naar de zelfscan",
        )
    if state.stage is Stage.CLOSED:
        if not texts:
            st.info("Het vragen is gesloten. Wat anderen zeiden, staat hier binnen een kwartier.")
        return
    if state.rules:
        leader = (
            " De schoolleider zie je zodra jullie allebei hebben ingeleverd."
            if LEADER in state.numbers
            else ""
        )
        closes = with_weekday(state.rules.closes_on)
        st.info(
            said(f"Antwoorden kan tot en met {closes}. Wat groepen zeggen, zie je daarna.{leader}")
        )


def who_is_heard(part: Part, texts: Sequence[Written]) -> None:
    """Whose answers stand below and how far they can be leaned on, and why others do not."""
    st.header("Wie antwoordde", anchor=False)
    lines = [f"- **{starting(_name(voice))}**: {_about(voice, part)}" for voice in part.voices[1:]]
    st.markdown(said("\n".join(lines)))
    if texts and part.groups and all(voice.reason for voice in part.groups):
        asking_form.talk_instead()
    if part.glance:
        with st.expander("Hoe zeker is dit?"):
            st.markdown(f"{said(_HOW_SURE)}\n\n{literal(said(trust_assumption()))}")


def at_a_glance(part: Part) -> None:
    """All scales in one figure."""
    if part.glance is None:
        return
    st.header("In één oogopslag", anchor=False)
    figure(
        voice_dots(part.glance.drawn, words=part.questionnaire.words),
        says=part.glance.says,
        shows=listing.marks_in(part.glance, "domein"),
        table=part.glance.read,
    )
    _without_a_mark(part, part.glance)
    st.caption(said(_HOW_TO_READ))


def in_quadrants(part: Part) -> None:
    """The scales beside one other voice, and what to talk about in each quadrant."""
    beside = {each.other.mark.value: each for each in part.quadrants}
    if not beside:
        return
    st.header("Zien jullie hetzelfde?", anchor=False)
    offered = {mark: label(each.other) for mark, each in beside.items()}
    chosen = beside[address.choice("Naast wie kijk je?", BESIDE, offered)]
    own, other = chosen.neutral
    figure(
        quadrants(
            chosen.figure.drawn,
            Axes("zelf", label(chosen.other), part.questionnaire.words),
            neutral_self=own,
            neutral_others=other,
        ),
        says=chosen.figure.says,
        shows="Een vlak met jouw beeld van links naar rechts en dat van de ander omhoog.",
        table=chosen.figure.read,
    )
    lines = [
        f"- **{starting(each.value)}** ({literal(listed(titles))}): {EXPLANATIONS[each]}"
        for each, titles in chosen.places.items()
    ]
    st.markdown(said("\n".join(lines)))


def by_statement(part: Part) -> None:
    """The statements of one scale, with what is to be said of them."""
    if not part.scales:
        return
    st.header("Stelling voor stelling", anchor=False)
    scales = {each.scale.id: each for each in part.scales}
    titles = {scale_id: each.scale.title for scale_id, each in scales.items()}
    chosen = scales[address.choice("Welk domein?", SCALE, titles)]
    figure(
        voice_dots(chosen.figure.drawn, words=part.questionnaire.words),
        says=chosen.figure.says,
        shows=listing.marks_in(chosen.figure, "stelling"),
        table=chosen.figure.read,
    )
    _without_a_mark(part, chosen.figure)
    if chosen.also:
        st.markdown("\n".join(f"- {literal(said(each))}" for each in chosen.also))
    st.caption(said(_HOW_TO_READ_STATEMENTS))


def in_roles(part: Part) -> None:
    """The role picture of each voice, side by side."""
    if part.roles is None:
        return
    st.header("Je rollen in elkaars ogen", anchor=False)
    multiples(
        [
            role_picture(
                drawn,
                words=part.questionnaire.words,
                size=_ROLE_PICTURE_SIZE,
                title=starting(name),
            )
            for name, drawn in part.roles.pictures.items()
        ],
        says=part.roles.says,
        shows="Drie overlappende cirkels, met in elk van de zeven gebieden een waarde.",
        table=part.roles.read,
    )
    st.caption(_HOW_TO_READ_ROLES)


def in_their_words(texts: Sequence[Written]) -> None:
    """What people wrote, the strengths first, exactly as they wrote it."""
    if not texts:
        return
    st.header("In hun woorden", anchor=False)
    if not any(each.others or each.leader for each in texts):
        st.markdown(f"Bij geen enkele open vraag schreven {_WRITERS}, en daarom staat hier niets.")
        return
    st.markdown(
        said(
            "Lees dit samen met je coach of schoolleider. De volgorde is willekeurig. Wat de "
            "schoolleider schreef, staat apart, op naam."
        )
    )
    for each in texts:
        _at_one_question(each)


def _at_one_question(written: Written) -> None:
    st.subheader(literal(said(written.question)), anchor=False)
    for remark in written.others:
        with st.container(border=True):
            st.text(remark)
    if not written.others:
        st.markdown(f"Hier schreven geen {_WRITERS}, en daarom staat er niets.")
    if written.leader:
        with st.container(border=True):
            st.caption(said("De schoolleider schreef"))
            st.text(written.leader)


def _trust(voice: Voice) -> str:
    """How far the mean of a group can be leaned on, by the people that it has at least."""
    words = trust_words(voice.n)
    return words.replace("van ", "van minstens ", 1) if voice.at_least else words


def _without_a_mark(part: Part, seen: Figure) -> None:
    """Who answered but has no mark in a figure: too few people gave a number."""
    drawn = {*seen.drawn["voice"]}
    absent = [voice for voice in part.voices if not voice.reason and voice.mark not in drawn]
    if absent:
        names = listed([label(voice) for voice in absent])
        st.caption(said(f"Zonder teken: {names}. De tabel zegt per regel waarom."))


def _name(voice: Voice) -> str:
    """What a voice is called; of one that is not shown also the number of people is not."""
    return voice.label if voice.reason else label(voice)


def _about(voice: Voice, part: Part) -> str:
    """What is to be known of one voice: why it is not there, or how to read it."""
    if voice.reason:
        return literal(voice.reason)
    if not voice.is_group:
        return "de eigen antwoorden, op naam."
    contact = part.contact.get(voice.mark)
    works = f"De meesten werken {contact} met je samen." if contact else ""
    return literal(" ".join(filter(None, [listing.taken_together(voice), _trust(voice), works])))
