"""What a picture tells besides its figures: notes, and statements without a number."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.charts.voice_dots import voice_dots
from ibreflect.measure.dutch import listed, starting
from ibreflect.model.questionnaire import Kind, Questionnaire
from ibreflect.model.voice import Voice
from ibreflect.ui.figure import figure
from ibreflect.ui.words import literal, said
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.view_growth import Growth
from ibreflect.usecases.view_picture import Picture

HOW_TO_READ_ROLES = (
    "Elk gebied heeft eigen stellingen: n zegt hoeveel, ± hoe ver je antwoorden uit elkaar liggen. "
    "Hoe donkerder, hoe vaker. De grootte van de cirkels zegt niets. Het is je eigen kijk, geen "
    "meting van hoe goed je iets doet."
)


def about_module(questionnaire: Questionnaire) -> None:
    """Where a module begins: its title, its edition, and that it stands on its own."""
    if questionnaire.kind is Kind.MODULE:
        st.header(f"Module: {literal(questionnaire.title)}", anchor=False, divider="gray")
        st.caption(
            f"Editie {literal(questionnaire.edition)}. Staat op zichzelf en wordt nergens bij "
            "opgeteld."
        )


def who_is_heard(voices: Sequence[Voice]) -> None:
    """Whose answers stand below, and why those of somebody else do not."""
    heard = listed([voice.label for voice in voices if not voice.reason] or ["nog niemand"])
    missing = [f"{starting(voice.label)}: {voice.reason}" for voice in voices if voice.reason]
    st.markdown(said(f"Hieronder staat wat is geantwoord door: **{heard}**."))
    if missing:
        st.markdown(said("\n".join(f"- {line}" for line in missing)))


def in_voices(seen: Figure, words: Sequence[str]) -> None:
    """The statements of one scale with a mark for each voice that may be shown."""
    figure(
        voice_dots(seen.drawn, words=words),
        says=seen.says,
        shows="Per stelling een teken voor de ib'er, de schoolleider en het team.",
        table=seen.read,
    )


def own_note(note: str) -> None:
    """What she wrote down herself, exactly as she wrote it."""
    if note:
        with st.container(border=True):
            st.caption("Jouw notitie")
            st.text(note)


def without_number(picture: Picture) -> None:
    """The statements that got a non-answer, by reason: each is an answer, not a gap."""
    reasons = (
        (
            "Dit ligt bij jullie bij een ander",
            "Dat is een keuze, geen tekort. Weet iedereen bij wie het ligt?",
            picture.elsewhere,
        ),
        (
            "Dit kun je zelf niet beoordelen",
            "Het is werk dat je zelf moeilijk ziet. Wie zou je erover iets kunnen vertellen?",
            picture.cannot_judge,
        ),
        (
            "Dit is bij jullie niet van toepassing",
            "Deze stellingen tellen niet mee.",
            picture.not_applicable,
        ),
    )
    for title, meaning, statements in reasons:
        if statements:
            st.header(title, anchor=False)
            st.markdown(meaning)
            st.markdown("\n".join(f"- {literal(statement)}" for statement in statements))


def left_out(growth: Growth) -> None:
    """The statements that lines leave out because not every round asked them the same way."""
    if growth.left_out:
        with st.expander("Deze stellingen tellen niet mee in de lijnen"):
            st.markdown(
                "Ze stonden niet in elke meetronde met dezelfde woorden. Wat veranderde, zou dan "
                "van de tekst kunnen komen en niet van jou."
            )
            st.markdown("\n".join(f"- {literal(statement)}" for statement in growth.left_out))
