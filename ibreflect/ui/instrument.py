"""A questionnaire as its respondents see it: words, statements, and where each comes from."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from ibreflect.model.questionnaire import (
    NON_ANSWER_WORDS,
    Item,
    Kind,
    Panel,
    Questionnaire,
    RaterGroup,
    Scale,
)
from ibreflect.model.source import citations
from ibreflect.questionnaires.load import Instrument
from ibreflect.ui import address, session, sources
from ibreflect.ui.words import count_of, literal, said

_SELF = "iber"
_WHO = {
    RaterGroup.SCHOOL_LEADER: "de schoolleider",
    RaterGroup.TEACHER: "een leraar",
    RaterGroup.COLLEAGUE: "een collega",
    RaterGroup.PARENT: "een ouder",
    RaterGroup.BOARD: "bestuur of samenwerkingsverband",
}
_ABOUT = {
    Panel.COORDINATOR: "Gaat over het werk van de ib'er.",
    Panel.TOGETHER: "Gaat over ib'er en schoolleider samen.",
    Panel.SCHOOL: "Gaat over de school.",
}


def one_instrument(offered: Sequence[Instrument]) -> Questionnaire:
    """The questionnaire that is chosen, or that the address asks for; a core scan comes first."""
    asked = sorted(
        (each.questionnaire for each in offered), key=lambda each: each.kind is not Kind.CORE
    )
    versions = Counter(each.id for each in asked)
    found = {
        each.id if versions[each.id] == 1 else f"{each.id}-{each.version}": each for each in asked
    }
    titles = {name: f"{each.title} ({each.version})" for name, each in found.items()}
    return found[address.choice("Welke vragenlijst?", session.INSTRUMENT, titles)]


def one_perspective(questionnaire: Questionnaire) -> RaterGroup | None:
    """Through whose eyes to look; None stands for the ib'er."""
    others = {str(group): _WHO[group] for group in questionnaire.groups}
    offered = {_SELF: "de ib'er", **others}
    chosen = address.choice("Voor wie?", session.AUDIENCE, offered)
    return None if chosen == _SELF else RaterGroup(chosen)


def show(questionnaire: Questionnaire, group: RaterGroup | None) -> None:
    """All that a group gets to see, in its words; None stands for the ib'er."""
    asked = questionnaire if group is None else questionnaire.as_asked_of(group)
    st.header(literal(questionnaire.title), anchor=False)
    _introduce(questionnaire, asked, said("de ib'er") if group is None else _WHO[group])
    _answers(asked)
    for number, scale in enumerate(asked.scales):
        with st.container(key=f"schaal_{number}"):
            _scale(asked, scale)


def _introduce(whole: Questionnaire, asked: Questionnaire, who: str) -> None:
    every, here = len(whole.items), len(asked.items)
    length = count_of(here, "stelling", "stellingen")
    if here < every:
        length = f"{here} van de {every} stellingen"
    st.markdown(
        f"**Voor {who}:** {length}, ongeveer {asked.minutes} minuten. {said(_ABOUT[whole.panel])} "
        f"Editie {literal(whole.edition)} van de beroepsstandaard, versie {literal(whole.version)}."
    )
    st.markdown(literal(whole.purpose))
    st.markdown(literal(whole.basis))


def _answers(asked: Questionnaire) -> None:
    words = [f"{option.value} = {literal(option.word)}" for option in asked.answer_options]
    others = [NON_ANSWER_WORDS[reason] for reason in asked.non_answers]
    lines = [f"- **Antwoorden:** {', '.join(words)}.", f"- **Of:** {', '.join(others)}."]
    if asked.wish:
        wishes = ", ".join(literal(word) for word in asked.wish_words)
        lines.append(f"- **Bij elke stelling met een antwoord ook:** wat wil je? {wishes}.")
    st.markdown("\n".join(lines))


def _scale(asked: Questionnaire, scale: Scale) -> None:
    st.subheader(literal(scale.title), anchor=False)
    st.markdown(literal(scale.explanation))
    statements = (_statement(asked, item) for item in scale.items)
    st.markdown("\n".join(f"1. {each}" for each in statements))


def _statement(asked: Questionnaire, item: Item) -> str:
    origin = sources.told(citations(item.sources, asked.sources))
    how = "Afgeleid uit" if item.inferred else "Bron"
    return f"{literal(item.self_text)}  \n   :small[{how}: {origin}]"
