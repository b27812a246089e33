"""The overview before handing in."""

import streamlit as st

from ibreflect.model.questionnaire import Item, Scale
from ibreflect.ui.sheet_parts import Way
from ibreflect.ui.words import count_of, literal
from ibreflect.usecases.sheet import Sheet

_MOST_LISTED = 3


def what_is_open(sheet: Sheet, way: Way) -> None:
    """Per part the statements without an answer, with a link to the part."""
    if sheet.open_count == 0:
        st.success("Alle stellingen hebben een antwoord.")
        return
    st.header("Wat nog openstaat", anchor=False)
    total = len(sheet.items)
    st.progress(
        (total - sheet.open_count) / total,
        text=f"{total - sheet.open_count} van de {total} stellingen ingevuld",
    )
    st.markdown("Je mag zo inleveren. Wat open blijft, telt dan niet mee.")
    for scale in sheet.scales:
        _open_in(sheet, scale, way)


def _open_in(sheet: Sheet, scale: Scale, way: Way) -> None:
    left = sheet.open_items(scale)
    if not left:
        return
    st.subheader(
        f"{scale.title}: nog {count_of(len(left), 'stelling', 'stellingen')} open", anchor=False
    )
    if len(left) > _MOST_LISTED:
        with st.expander("Welke stellingen?"):
            _list(left)
    else:
        _list(left)
    st.page_link(
        way.fill_in.path,
        label=f"Ga naar {scale.title}",
        icon=":material/arrow_forward:",
        query_params=way.to(scale),
    )


def _list(left: tuple[Item, ...]) -> None:
    st.markdown("\n".join(f"- {literal(item.self_text)}" for item in left))
