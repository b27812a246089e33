"""Longer texts: the welcome, and what the page Uitleg says."""

from pathlib import Path

import streamlit as st

from ibreflect.model.questionnaire import Questionnaire
from ibreflect.ui.words import literal

_TEXTS = Path(__file__).with_name("texts")

WELCOME = (_TEXTS / "welkom.md").read_text(encoding="utf-8")
MEASURING = (_TEXTS / "meten.md").read_text(encoding="utf-8")
DATA = (_TEXTS / "gegevens.md").read_text(encoding="utf-8")


def questionnaire(asked: Questionnaire) -> None:
    """What a questionnaire asks, what it is based on, and where each statement comes from."""
    st.header(literal(asked.title), anchor=False)
    st.markdown(
        f"Editie {literal(asked.edition)}, versie {literal(asked.version)}. {literal(asked.basis)}"
    )
    st.markdown(literal(asked.purpose))
    for scale in asked.scales:
        with st.expander(f"{scale.title}: {len(scale.items)} stellingen en hun bron"):
            st.markdown(literal(scale.explanation))
            for item in scale.items:
                origin = "afgeleid uit " if item.inferred else ""
                sources = literal(", ".join(item.sources))
                st.markdown(f"- {literal(item.self_text)} :small[({origin}{sources})]")
    with st.expander("Welke artikelen zijn dat?"):
        for key, document in asked.sources.items():
            st.markdown(f"- {literal(key)}: {literal(document.title)}")
