"""Below the answers of a second lens: how it lies beside the three roles."""

import streamlit as st

from ibreflect.charts.crosswalk import crosswalk
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.ui import resources
from ibreflect.ui.figure import figure
from ibreflect.ui.words import literal, said
from ibreflect.usecases import crosswalks


def beside_roles(questionnaire: Questionnaire) -> None:
    """The crosswalks that are about this questionnaire; nothing for any other."""
    for ordering in crosswalks.beside_roles(resources.folder(), questionnaire):
        st.header("Naast de drie rollen", anchor=False)
        figure(
            crosswalk(ordering.figure.drawn),
            says=ordering.figure.says,
            shows="Per onderdeel een teken onder elke verwante rol: vol is sterk, open is licht.",
            table=ordering.figure.read,
        )
        st.caption(literal(said(ordering.basis)))
