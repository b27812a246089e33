"""An organisation's own words: everywhere the same, with their capitals, and nothing else."""

import pytest

from ibreflect.model.vocabulary import Calling, RoleNames, Vocabulary

KC = Vocabulary(calling=Calling.QUALITY_COORDINATOR)
VAN_ALEM = Vocabulary(role_names=RoleNames.VAN_ALEM)


@pytest.mark.parametrize(
    ("vocabulary", "text", "said"),
    [
        (KC, "De ib'er en twee ib'ers", "De kc'er en twee kc'ers"),
        (KC, "Ib'er: vaak", "Kc'er: vaak"),
        (KC, "leercoördinator", "leercoördinator"),
        (VAN_ALEM, "Leercoördinator én trendanalist", "Leercoach én data-analist"),
        (VAN_ALEM, "als zorgregisseur", "als zorgexpert"),
        (VAN_ALEM, "bij alle drie de rollen", "bij procesregisseur (alle drie de rollen)"),
        (VAN_ALEM, "Waar de rollen samenkomen", "Procesregisseur: waar de rollen samenkomen"),
        (VAN_ALEM, "LC, TA en ZR", "LC, DA en ZE"),
        (VAN_ALEM, "TA1 en ZR8", "TA1 en ZR8"),
        (VAN_ALEM, "de ib'er", "de ib'er"),
    ],
)
def test_words_are_replaced_where_they_are_words(
    vocabulary: Vocabulary, text: str, said: str
) -> None:
    assert vocabulary.said(text) == said


def test_the_standard_changes_nothing() -> None:
    assert Vocabulary().said("De ib'er als trendanalist (TA)") == "De ib'er als trendanalist (TA)"
