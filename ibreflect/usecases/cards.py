"""Conversation cards: which there are, for whom, and where each comes from.

They are the same for everybody, so nobody's permission is asked.
"""

from pathlib import Path
from typing import NamedTuple

from ibreflect.model.card import Audience, Card
from ibreflect.model.source import Citation, citations
from ibreflect.questionnaires.cards import FOLDER, load_card_files


class OfferedCard(NamedTuple):
    """A card, and the documents with lines that it comes from."""

    card: Card
    origin: tuple[Citation, ...]


def cards(folder: Path, audience: Audience | None = None) -> tuple[OfferedCard, ...]:
    """The cards beside the questionnaires in `folder`, in order of file; all, or those for one.

    Empty when there are none. QuestionnaireError lists every problem in the files.
    """
    return tuple(
        OfferedCard(card, citations(card.sources, file.sources))
        for file in load_card_files(folder / FOLDER)
        for card in file.cards
        if audience is None or audience in card.audience
    )


def one(folder: Path, card_id: str) -> OfferedCard | None:
    """The card with this id, or None when there is none (any more)."""
    return next((each for each in cards(folder) if each.card.id == card_id), None)
