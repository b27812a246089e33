"""A second lens on the work, such as the five kernactiviteiten, beside the three roles."""

from pathlib import Path
from typing import NamedTuple

import pandas as pd

from ibreflect.measure.dutch import listed, number_word, starting
from ibreflect.model.crosswalk import COLUMN_NAMES, Column, Crosswalk
from ibreflect.model.numbers import DASH
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.questionnaires.orderings import load_orderings
from ibreflect.usecases.frames import Figure


class Ordering(NamedTuple):
    """One crosswalk as a figure, and on what it rests."""

    figure: Figure
    basis: str


def beside_roles(folder: Path, questionnaire: Questionnaire) -> tuple[Ordering, ...]:
    """The crosswalks, from the folder of questionnaires, that are about this questionnaire.

    QuestionnaireError lists every problem in their files.
    """
    return tuple(
        Ordering(_figure(crosswalk, questionnaire), crosswalk.basis)
        for crosswalk in load_orderings(folder)
        if crosswalk.is_about(questionnaire)
    )


def _figure(crosswalk: Crosswalk, questionnaire: Questionnaire) -> Figure:
    titles = {scale.id: scale.title for scale in questionnaire.scales}
    cells = [
        (titles[row.id], column, row.strength(column) or "")
        for row in crosswalk.rows
        for column in Column
    ]
    read = [
        {
            crosswalk.row_name: titles[row.id],
            **{COLUMN_NAMES[column]: row.strength(column) or DASH for column in Column},
        }
        for row in crosswalk.rows
    ]
    return Figure(
        drawn=pd.DataFrame(cells, columns=["row", "column", "strength"]),
        read=pd.DataFrame(read),
        says=_says(crosswalk),
    )


def _says(crosswalk: Crosswalk) -> str:
    title = f"{starting(crosswalk.label)}: {crosswalk.title}."
    alone = [COLUMN_NAMES[column] for column in crosswalk.without_counterpart]
    if not alone:
        return title
    none = f"geen van de {number_word(len(crosswalk.rows))}"
    return f"{title} Bij {listed(alone)} hoort {none}."
