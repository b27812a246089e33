"""The lines of a network that is shown in parts say what they are."""

import pytest

from ibreflect.measure import network_sentences
from ibreflect.model.network import SUBGROUPS


def test_the_question_of_the_context_card_is_told() -> None:
    assert network_sentences.parts("schoolweging") == (
        "Elke lijn is een deel van de scholen, naar het antwoord op: “Wat is de schoolweging?”"
    )


@pytest.mark.parametrize("subgroup", SUBGROUPS)
def test_every_way_to_show_parts_has_its_question(subgroup: str) -> None:
    assert network_sentences.parts(subgroup)


def test_without_parts_nothing_is_said() -> None:
    assert network_sentences.parts("") == ""
