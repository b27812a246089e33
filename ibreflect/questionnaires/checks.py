"""What a file must hold beyond its form: one function per rule, on the values as read.

A rule about statements finds none in a file with cards, and the other way round. What only a guide
must hold is in guide_checks.

The rules look at what is there and pass over what has the wrong kind, so that an editor hears
everything at once, also when another part of the file is broken.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from ibreflect.model.questionnaire import NON_ANSWER_WORDS, Form
from ibreflect.model.role import Role
from ibreflect.questionnaires.layout import (
    Tree,
    cards,
    citing,
    listed,
    points,
    scales,
    statements,
)
from ibreflect.questionnaires.model_errors import OPTIONS
from ibreflect.questionnaires.problem import Finding, KeyPath, quoted

_NEGATION = re.compile(r"\b(niet|niets|geen|nooit|nergens|niemand|noch|evenmin)\b", re.IGNORECASE)
# The screen draws texts with Markdown, which can load pictures and hide a link behind a word.
_MARKDOWN = re.compile(
    r"\]\(|\]\[|!\[|\*\*|__|~~|`|\$|:[a-z_]+(\[|(/[a-z_]+)?:)|^[ ]*#", re.MULTILINE
)
_SOURCE_LINES = re.compile(r"(?P<key>\w+) r\.(?P<first>\d{1,6})(-(?P<last>\d{1,6}))?")
_ROLES = tuple(role.value for role in Role)
_SOURCE_KEY = re.compile(r"[0-9A-Za-z]{1,20}")
_NAMES = ("id", "bestand")


def broken_rules(tree: Tree) -> Iterator[Finding]:
    """Every finding of every rule; the tree may have any shape below its first keys."""
    for rule in _RULES:
        yield from rule(tree)


def _item_ids_are_unique(tree: Tree) -> Iterator[Finding]:
    found = ((s.path, s.item.get("id")) for s in statements(tree))
    yield from repeated(found, "id", "Kies een nieuw id; een id wordt maar één keer gebruikt.")


def _scale_ids_are_unique(tree: Tree) -> Iterator[Finding]:
    found = ((path, scale.get("id")) for path, scale in scales(tree))
    yield from repeated(found, "id", "Kies een ander id voor deze schaal.")


def _card_ids_are_unique(tree: Tree) -> Iterator[Finding]:
    found = ((path, card.get("id")) for path, card in cards(tree))
    yield from repeated(found, "id", "Kies een nieuw id; een id wordt maar één keer gebruikt.")


def _item_texts_are_unique(tree: Tree) -> Iterator[Finding]:
    remedy = "Maak er een andere stelling van, of haal haar weg."
    # A mandate map asks the same subjects of several people, so there each scale is on its own.
    within_scale = tree.get("vorm") == Form.MANDATE_MAP
    found: dict[tuple[str, KeyPath], list[tuple[KeyPath, object]]] = {}
    for path, text in _item_texts(tree):
        where = path[:2] if within_scale else ()
        found.setdefault((str(path[-1]), where), []).append((path[:-1], text))
    for (key, _), texts in found.items():
        yield from repeated(texts, key, remedy)


def _item_texts(tree: Tree) -> Iterator[tuple[KeyPath, object]]:
    """Every wording of every statement: for the ib'er, for others, and for single groups."""
    for statement in statements(tree):
        for key in ("ik", "ander"):
            yield (*statement.path, key), statement.item.get(key)
        voices = statement.item.get("stemmen")
        for group, text in voices.items() if isinstance(voices, dict) else ():
            yield (*statement.path, "stemmen", group), text


def _point_texts(tree: Tree) -> Iterator[tuple[KeyPath, object]]:
    for path, point in points(tree):
        for key in ("ib'er", "ander"):
            yield (*path, key), point.get(key)


def _voices_are_of_groups_that_see_it(tree: Tree) -> Iterator[Finding]:
    for statement in statements(tree):
        voices = statement.item.get("stemmen")
        for group in voices if isinstance(voices, dict) else ():
            if group not in listed(statement.item.get("ziet")):
                what = f"{quoted(group)} heeft eigen woorden, maar staat niet bij 'ziet'"
                remedy = "Zet de groep bij 'ziet', of haal de woorden weg."
                yield Finding((*statement.path, "stemmen", group), what, remedy)


def repeated(
    found: Iterable[tuple[KeyPath, object]], key: str, remedy: str, taken: Iterable[str] = ()
) -> Iterator[Finding]:
    """A finding for each text that was there before, whatever its capitals and spaces.

    `found` are the texts with the path of the part around each; `key` is the key they stand under.
    """
    seen = {_plain(word) for word in taken}
    for path, text in found:
        if not isinstance(text, str):
            continue
        if _plain(text) in seen:
            yield Finding((*path, key), f"{quoted(text)} staat er al", remedy)
        seen.add(_plain(text))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _lists_hold_a_thing_once(tree: Tree) -> Iterator[Finding]:
    yield from _once(("geen_antwoord",), tree.get("geen_antwoord"))
    for path, part in citing(tree):
        for key in ("rollen", "ziet", "voor", "bron", "vragen", "beeld", "kaarten", "figuren"):
            yield from _once((*path, key), part.get(key))


def _once(path: KeyPath, values: object) -> Iterator[Finding]:
    seen: set[str] = set()
    for position, value in enumerate(listed(values)):
        if not isinstance(value, str):
            continue
        if value in seen:
            what = f"{quoted(value)} staat twee keer in deze lijst"
            yield Finding((*path, position), what, "Haal er één weg.")
        seen.add(value)


def _answer_words_differ(tree: Tree) -> Iterator[Finding]:
    options = enumerate(listed(tree.get("antwoorden")))
    found = (
        (("antwoorden", position), option.get("woord"))
        for position, option in options
        if isinstance(option, dict)
    )
    remedy = "Geef elk antwoord een eigen woord, anders dan 'niet van toepassing' en de andere."
    yield from repeated(found, "woord", remedy, NON_ANSWER_WORDS.values())


def _answers_count_from_one_to_five(tree: Tree) -> Iterator[Finding]:
    options = listed(tree.get("antwoorden"))
    values = [option.get("waarde") for option in options if isinstance(option, dict)]
    if len(values) == 5 and values != [1, 2, 3, 4, 5]:  # noqa: PLR2004
        yield OPTIONS


def _source_keys_are_plain(tree: Tree) -> Iterator[Finding]:
    known = tree.get("bronnen")
    for key in known if isinstance(known, dict) else ():
        if not _SOURCE_KEY.fullmatch(key):
            what = f"{quoted(key)} kan geen sleutel van een bron zijn"
            yield Finding(("bronnen", key), what, "Gebruik hoogstens 20 letters en cijfers.")


def _sources_are_known(tree: Tree) -> Iterator[Finding]:
    known = tree.get("bronnen")
    keys = known if isinstance(known, dict) else {}
    for path, part in citing(tree):
        for position, source in enumerate(listed(part.get("bron"))):
            if isinstance(source, str):
                yield from _source((*path, "bron", position), source, keys)


def _source(path: KeyPath, source: str, keys: Iterable[str]) -> Iterator[Finding]:
    lines = _SOURCE_LINES.fullmatch(source)
    if lines is None:
        return
    if lines["key"] not in keys:
        what = f"bron {quoted(lines['key'])} staat niet in 'bronnen'"
        yield Finding(path, what, "Voeg de bron daar toe, of verbeter de verwijzing.")
    if lines["last"] and int(lines["last"]) < int(lines["first"]):
        what = f"in {quoted(source)} ligt de laatste regel vóór de eerste"
        yield Finding(path, what, "Zet het laagste regelnummer vooraan.")


def _items_say_what_somebody_does(tree: Tree) -> Iterator[Finding]:
    for path, text in (*_item_texts(tree), *_point_texts(tree)):
        negation = _NEGATION.search(text) if isinstance(text, str) else None
        if negation:
            what = f"de stelling bevat de ontkenning {quoted(negation.group())}"
            yield Finding(
                path, what, "Schrijf op wat iemand wél doet; een ontkenning leest lastig."
            )


def _role_scale_keeps_to_its_role(tree: Tree) -> Iterator[Finding]:
    for path, scale, item in statements(tree):
        role = scale.get("rol")
        if role in _ROLES and item.get("rollen", []) != [role]:
            what = f"de schaal hoort bij de rol '{role}', deze stelling niet of niet alleen"
            remedy = f"Schrijf 'rollen: [{role}]', of verplaats de stelling."
            yield Finding((*path, "rollen"), what, remedy)


def _texts_are_plain(tree: Tree) -> Iterator[Finding]:
    for path, text in _texts(tree, ()):
        markup = None if path[-1] in _NAMES else _MARKDOWN.search(text.strip())
        if markup:
            what = f"de tekst bevat opmaak: {quoted(markup.group().strip())}"
            yield Finding(path, what, "Gebruik gewone tekst, zonder opmaak.")


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*path, key))
    for position, part in enumerate(listed(value)):
        yield from _texts(part, (*path, position))


_RULES: tuple[Callable[[Tree], Iterator[Finding]], ...] = (
    _scale_ids_are_unique,
    _item_ids_are_unique,
    _card_ids_are_unique,
    _item_texts_are_unique,
    _voices_are_of_groups_that_see_it,
    _lists_hold_a_thing_once,
    _answer_words_differ,
    _answers_count_from_one_to_five,
    _source_keys_are_plain,
    _sources_are_known,
    _items_say_what_somebody_does,
    _role_scale_keeps_to_its_role,
    _texts_are_plain,
)
