"""The overview before handing in."""

import streamlit as st

from ibreflect.model.questionnaire import Scale
from ibreflect.ui import screens, session
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases.fill_in import Scan


def what_is_open(scan: Scan) -> None:
    """Per part the statements without an answer, with a link to the part."""
    if scan.open_count == 0:
        st.success("Alle stellingen hebben een antwoord.")
        return
    total = len(scan.items)
    st.progress(
        (total - scan.open_count) / total,
        text=f"{total - scan.open_count} van de {total} stellingen ingevuld",
    )
    st.markdown(
        "Je mag zo inleveren. Een gebied met te weinig antwoorden krijgt dan nog geen waarde."
    )
    for scale in scan.scales:
        _open_in(scan, scale)


def _open_in(scan: Scan, scale: Scale) -> None:
    left = scan.open_items(scale)
    if not left:
        return
    st.subheader(
        f"{scale.title}: nog {count_of(len(left), 'stelling', 'stellingen')} open", anchor=False
    )
    st.markdown("\n".join(f"- {literal(item.self_text)}" for item in left))
    st.page_link(
        screens.SCAN.path,
        label=f"Ga naar {scale.title}",
        icon=":material/arrow_forward:",
        query_params={session.PART: scale.id},
    )
