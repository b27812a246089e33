"""Conversation cards for a conversation: all, those for one kind of conversation, or one."""

from pathlib import Path

from ibreflect.model.card import Audience
from ibreflect.model.source import Citation
from ibreflect.settings import PROJECT
from ibreflect.usecases.cards import cards, one

FOLDER = PROJECT / "questionnaires"


def test_cards_are_those_that_name_the_audience() -> None:
    everything = cards(FOLDER)
    for audience in Audience:
        chosen = cards(FOLDER, audience)
        assert chosen == tuple(each for each in everything if audience in each.card.audience)
        assert 0 < len(chosen) < len(everything)


def test_one_card_comes_with_its_documents_and_lines() -> None:
    found = one(FOLDER, "drie-praktijkvragen")

    assert found is not None
    assert found.card.audience == (Audience.SCHOOL_LEADER,)
    (origin,) = found.origin
    assert origin == Citation(origin.title, ("23-27",))
    assert "Loes van Wessum en Rieneke Pruis" in origin.title


def test_a_card_that_is_gone_is_none() -> None:
    assert one(FOLDER, "bestaat-niet") is None


def test_a_folder_without_cards_offers_none(tmp_path: Path) -> None:
    assert cards(tmp_path) == ()
    assert one(tmp_path, "mandaat") is None
