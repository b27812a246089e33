"""What a guide must hold beyond its form, also next to the cards and the mandate map beside it.

The rules look at what is there and pass over what has the wrong kind, as in checks.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ibreflect.questionnaires.checks import broken_rules, repeated
from ibreflect.questionnaires.layout import Tree, listed, open_questions, points, themes
from ibreflect.questionnaires.problem import Finding, KeyPath, quoted


class Map(NamedTuple):
    """The mandate map: the ids of the topics for the ib'er, and the words of its levels from 1."""

    topics: frozenset[str]
    levels: tuple[str, ...]


class Beside(NamedTuple):
    """What stands beside guides: the ids of the cards, and the mandate map; None when absent."""

    cards: frozenset[str] | None = None
    mandate_map: Map | None = None


NOTHING_BESIDE = Beside()


def broken_guide_rules(tree: Tree, beside: Beside = NOTHING_BESIDE) -> Iterator[Finding]:
    """Every finding of every rule, those for all files first.

    What is absent in `beside` is not looked at, so that a text that was kept can always be read.
    """
    yield from broken_rules(tree)
    for rule in _RULES:
        yield from rule(tree)
    if beside.cards is not None:
        yield from cards_exist(tree, beside.cards)
    if beside.mandate_map:
        yield from _topics_are_on(tree, beside.mandate_map)


def _ids_are_unique(tree: Tree) -> Iterator[Finding]:
    parts = (*open_questions(tree), *themes(tree), *points(tree))
    remedy = "Kies een ander id: een vraag, een thema en een kijkpunt hebben elk hun eigen."
    yield from repeated(_under("id", parts), "id", remedy)


def _points_differ(tree: Tree) -> Iterator[Finding]:
    for key, remedy in (
        ("ib'er", "Maak er een andere zin van, of haal het kijkpunt weg."),
        ("ander", "Maak er een andere zin van, of haal het kijkpunt weg."),
        ("onderwerp", "Laat elk onderwerp maar één keer terugkomen."),
    ):
        yield from repeated(_under(key, points(tree)), key, remedy)


def _under(key: str, parts: Iterable[tuple[KeyPath, Tree]]) -> Iterator[tuple[KeyPath, object]]:
    yield from ((path, part.get(key)) for path, part in parts)


def _scales_of_points_exist(tree: Tree) -> Iterator[Finding]:
    known = _scales(tree)
    for path, point in points(tree):
        scale = point.get("schaal")
        if isinstance(scale, str) and scale not in known:
            what = f"schaal {quoted(scale)} staat niet in 'schalen'"
            yield Finding((*path, "schaal"), what, "Voeg haar daar toe, of kies een andere.")


def _scales_can_tell_apart(tree: Tree) -> Iterator[Finding]:
    for name, scale in _scales(tree).items():
        words, apart = _words(scale), scale.get("verschil_vanaf")
        if isinstance(apart, int) and 1 < len(words) <= apart:
            what = f"met {len(words)} woorden liggen antwoorden nooit {apart} stappen uit elkaar"
            path = ("schalen", name, "verschil_vanaf")
            yield Finding(path, what, f"Neem hoogstens {len(words) - 1}.")


def _words_of_a_scale_differ(tree: Tree) -> Iterator[Finding]:
    for name, scale in _scales(tree).items():
        seen: set[str] = set()
        for position, word in enumerate(_words(scale)):
            if word in seen:
                path = ("schalen", name, "woorden", position)
                what = f"{quoted(word)} staat twee keer in deze lijst"
                yield Finding(path, what, "Geef elke stap een eigen woord.")
            seen.add(word)


def cards_exist(tree: Tree, known: frozenset[str]) -> Iterator[Finding]:
    """A finding for each card that a theme names and that is not there."""
    for path, theme in themes(tree):
        for position, card in enumerate(listed(theme.get("kaarten"))):
            if isinstance(card, str) and card not in known:
                what = f"kaart {quoted(card)} bestaat niet"
                remedy = "Kies een id uit de bestanden in de map kaarten, of maak de kaart daar."
                yield Finding((*path, "kaarten", position), what, remedy)


def _topics_are_on(tree: Tree, mandate_map: Map) -> Iterator[Finding]:
    known = _scales(tree)
    topics = ((path, point) for path, point in points(tree) if "onderwerp" in point)
    for path, point in topics:
        topic, scale = point["onderwerp"], known.get(str(point.get("schaal")))
        if isinstance(topic, str) and topic not in mandate_map.topics:
            what = f"onderwerp {quoted(topic)} staat niet op de mandaatkaart van de ib'er"
            remedy = f"Kies uit: {', '.join(sorted(mandate_map.topics))}."
            yield Finding((*path, "onderwerp"), what, remedy)
        if scale is not None and _words(scale) != list(mandate_map.levels):
            what = "de woorden van deze schaal zijn anders dan die van de mandaatkaart"
            remedy = f"Gebruik, op deze volgorde: {', '.join(mandate_map.levels)}."
            yield Finding(("schalen", str(point["schaal"]), "woorden"), what, remedy)


def _scales(tree: Tree) -> dict[str, Tree]:
    """The scales for points by name; empty when they are written as a list."""
    found = tree.get("schalen")
    named = found if isinstance(found, dict) else {}
    return {name: scale for name, scale in named.items() if isinstance(scale, dict)}


def _words(scale: Tree) -> list[str]:
    return [word for word in listed(scale.get("woorden")) if isinstance(word, str)]


_RULES: tuple[Callable[[Tree], Iterator[Finding]], ...] = (
    _ids_are_unique,
    _points_differ,
    _scales_of_points_exist,
    _scales_can_tell_apart,
    _words_of_a_scale_differ,
)
