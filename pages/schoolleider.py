"""Voor de schoolleider: three questions about the ib'er's place, and where each leads."""

import streamlit as st

from ibreflect.ui import about, guard, screens
from ibreflect.ui.figure import heading

guard.anybody()
heading("Voor de schoolleider", "Hoe geef je de ib'er de plek die het werk nodig heeft?")
st.markdown(about.LEADER)
st.header("Zo begin je", anchor=False)
st.markdown(
    "De ib'er start een meetronde met de modules die jullie samen kiezen en stuurt je een link. "
    "Jullie vullen los van elkaar in en zien daarna elkaars antwoorden. Het is er om van te leren "
    "en om het gesprek te voeren, niet om iemand te beoordelen."
)
st.page_link(screens.OTHERS.path, label="De schoolleider en het team vragen")
st.page_link(screens.TOGETHER.path, label="Bekijk wat jullie samen antwoordden")
