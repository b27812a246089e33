"""What themes for a network must hold beyond their form, also next to what stands beside them."""

from collections.abc import Iterator
from typing import NamedTuple

from ibreflect.model.meeting import NAMED_FIGURES
from ibreflect.questionnaires.checks import broken_rules, repeated
from ibreflect.questionnaires.guide_checks import cards_exist
from ibreflect.questionnaires.layout import Tree, listed, themes
from ibreflect.questionnaires.problem import Finding, quoted


class Shelf(NamedTuple):
    """What stands beside themes: ids of cards, and keys of scales; None when there are none."""

    cards: frozenset[str] | None = None
    scales: frozenset[str] | None = None


def broken_meeting_rules(tree: Tree, shelf: Shelf) -> Iterator[Finding]:
    """Every finding of every rule, those for all files first."""
    yield from broken_rules(tree)
    found = ((path, theme.get("id")) for path, theme in themes(tree))
    yield from repeated(found, "id", "Kies een ander id voor dit thema.")
    if shelf.cards is not None:
        yield from cards_exist(tree, shelf.cards)
    if shelf.scales is not None:
        yield from _figures_exist(tree, shelf.scales)


def _figures_exist(tree: Tree, known: frozenset[str]) -> Iterator[Finding]:
    for path, theme in themes(tree):
        for position, key in enumerate(listed(theme.get("figuren"))):
            if isinstance(key, str) and key not in known and key not in NAMED_FIGURES:
                what = f"schaal {quoted(key)} is er niet in de figuren van een netwerk"
                yield Finding((*path, "figuren", position), what, _remedy(key, known))


def _remedy(key: str, known: frozenset[str]) -> str:
    questionnaire, _, _ = key.partition("/")
    near = sorted(each for each in known if each.startswith(f"{questionnaire}/"))
    if near:
        return f"Kies uit: {', '.join(near)}."
    return (
        "Schrijf het id van een vragenlijst, een schuine streep en het id van een schaal, of kies "
        f"uit: {', '.join(NAMED_FIGURES)}."
    )
