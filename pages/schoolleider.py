"""Voor de schoolleider: three questions about the ib'er's place, and where each leads."""

import streamlit as st

from ibreflect.ui import about, guard, screens
from ibreflect.ui.figure import heading
from ibreflect.ui.words import said

guard.anybody()
heading("Voor de schoolleider", "Hoe geef je de ib'er de plek die het werk nodig heeft?")
st.markdown(said(about.LEADER))
st.header("Zo begin je", anchor=False)
st.markdown(said(about.LEADER_BEGINS))
st.page_link(screens.OTHERS.path, label="De schoolleider en het team vragen")
st.page_link(screens.TOGETHER.path, label="Bekijk wat jullie samen antwoordden")
