"""What a picture tells besides its figures: notes, and statements without a number."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.charts.voice_dots import voice_dots
from ibreflect.measure.dutch import listed, starting
from ibreflect.model.questionnaire import Kind, Questionnaire
from ibreflect.model.voice import MARK_OF, MARK_WORDS, Mark, Voice
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
    """Whose answers stand below, which are taken together, and why others do not."""
    heard = listed([voice.label for voice in voices if not voice.reason] or ["nog niemand"])
    told = [(voice, voice.reason or taken_together(voice)) for voice in voices]
    lines = [f"- {starting(voice.label)}: {what}" for voice, what in told if what]
    st.markdown(said(f"Hieronder staat wat is geantwoord door: **{heard}**."))
    if lines:
        st.markdown(said("\n".join(lines)))


def taken_together(voice: Voice) -> str:
    """Which groups are heard as one, and why; empty when it is one group under its own name."""
    if voice.mark is not Mark.REST:
        return ""
    groups = listed([MARK_WORDS[MARK_OF[group]] for group in voice.groups])
    return (
        f"Dit zijn {groups}, samengevoegd omdat er van minstens één groep te weinig mensen "
        "antwoordden om die apart te tonen."
    )


def in_voices(seen: Figure, words: Sequence[str]) -> None:
    """The statements of one scale with a mark for each voice that may be shown."""
    figure(
        voice_dots(seen.drawn, words=words),
        says=seen.says,
        shows=marks_in(seen, "stelling"),
        table=seen.read,
    )


def marks_in(seen: Figure, row: str) -> str:
    """What kind of picture a figure of voices is; `row` is what has a line of its own."""
    labels = list(dict.fromkeys(seen.drawn["label"])) or ["wie te horen is"]
    return f"Per {row} een teken voor {listed(labels)}."


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
