"""What is shown of how many answers, as a table to read beforehand."""

import pandas as pd
import streamlit as st

from ibreflect.measure import display
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.ui.words import literal, said

_ABOUT = (
    "Leraren en collega's zijn hier allebei gevraagd; de aantallen zijn wie antwoordde. Voor "
    "bestuur en samenwerkingsverband geldt hetzelfde als voor collega's. Ouders staan apart, en "
    "zijn pas vanaf vijf te zien. Van de schoolleider, die op naam antwoordt, zie je het antwoord "
    "zelf."
)


def what_numbers_show() -> None:
    """Every combination of up to six leraren and collega's with what it shows, folded away."""
    rows = [
        {
            "Leraren": str(row.counts[RaterGroup.TEACHER]),
            "Collega's": str(row.counts[RaterGroup.COLLEAGUE]),
            "Wat je ziet": literal(said(display.in_words(row))),
        }
        for row in display.matrix()
    ]
    with st.expander("Wat zie je bij hoeveel antwoorden?"):
        st.markdown(said(_ABOUT))
        st.table(
            pd.DataFrame(rows),
            hide_index=True,
            border="horizontal",
            alt="Per aantal leraren en collega's wat er van hun antwoorden te zien is.",
        )
        st.markdown(said(display.TEXTS))
