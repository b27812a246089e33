"""Choosing what a round asks: a core scan and the modules that come along."""

from collections.abc import Sequence

import streamlit as st

from ibreflect.model.questionnaire import Kind, Panel
from ibreflect.questionnaires.load import Instrument
from ibreflect.ui.words import count_of, said

LONG = 25
"""Minutes beyond which attention, and so the answers, suffer; domain experience, not a law."""


_PANELS = {
    Panel.COORDINATOR: "Over jou als ib'er",
    Panel.TOGETHER: "Over jou en de schoolleider samen; je legt dit ook aan anderen voor",
    Panel.SCHOOL: "Over de school; je legt dit ook aan anderen voor",
}


def choose_questionnaires(
    offered: Sequence[Instrument],
) -> tuple[Instrument, tuple[Instrument, ...]]:
    """The core and the chosen modules, with the minutes of each and of all together."""
    cores = [each for each in offered if each.questionnaire.kind is Kind.CORE]
    modules = [each for each in offered if each.questionnaire.kind is Kind.MODULE]
    core = cores[0]
    if len(cores) > 1:
        core = st.selectbox(
            "Met welke kernscan?", cores, format_func=_with_minutes, key="ronde_kern"
        )
    chosen: tuple[Instrument, ...] = ()
    if modules:
        with st.expander("Modules erbij (hoeft niet)"):
            st.markdown(
                "Een module kijkt naar iets anders dan de drie rollen. Kies wat nu bij je vraag "
                "past; volgende keer kan het anders."
            )
            chosen = tuple(each for panel in Panel for each in _chosen_of(panel, modules))
    _tell_total([core, *chosen])
    return core, chosen


def _chosen_of(panel: Panel, modules: Sequence[Instrument]) -> list[Instrument]:
    here = [each for each in modules if each.questionnaire.panel is panel]
    if here:
        st.markdown(f"**{said(_PANELS[panel])}**")
    return [each for each in here if _is_chosen(each)]


def _is_chosen(module: Instrument) -> bool:
    asked = module.questionnaire
    return st.checkbox(
        f"{asked.title} (editie {asked.edition}): {_length(module)}", key=f"module:{asked.id}"
    )


def _tell_total(chosen: Sequence[Instrument]) -> None:
    items = sum(len(each.questionnaire.items) for each in chosen)
    minutes = sum(each.questionnaire.minutes for each in chosen)
    st.caption(f"Samen {count_of(items, 'stelling', 'stellingen')}, ongeveer {minutes} minuten.")
    if minutes > LONG:
        st.warning(
            f"Dat is langer dan {LONG} minuten. Verdeel het over twee keer (alles blijft bewaard), "
            "of kies nu wat je het meest wilt weten."
        )


def _with_minutes(instrument: Instrument) -> str:
    return f"{instrument.questionnaire.title}: {_length(instrument)}"


def _length(instrument: Instrument) -> str:
    asked = instrument.questionnaire
    return f"{count_of(len(asked.items), 'stelling', 'stellingen')}, {asked.minutes} min."
