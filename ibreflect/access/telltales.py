"""What in a free text could tell who wrote it or whom it is about, said before it is handed in.

It only warns, and it rather misses something than calls an ordinary sentence a telltale: a warning
that is often wrong is no longer read. Nothing is kept of the text.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from ibreflect.access import telltale_words as words_of

STYLE_WARNING = (
    "Ook aan hoe je schrijft kan iemand je herkennen: een vaste uitdrukking, een grapje, een "
    "spelfout die je vaker maakt. Gewone, korte zinnen vallen het minst op."
)
TIP = (
    "Begin met wat goed gaat. Schrijf wat je de ib'er zag doen, wat dat opleverde en wat je vaker "
    "zou willen zien."
)

_NAME = (
    "Dit lijkt op een naam: {}. Dan is te zien om wie het gaat. Schrijf liever “een collega”, "
    "“een leerling” of “de ib'er”."
)
_IN_SCHOOL = (
    "Je noemt een groep of bouw: {}. Zo blijven er maar een paar mensen over die dit geschreven "
    "kunnen hebben. Kan het ook zonder?"
)
_MOMENT = (
    "Dit kan wijzen op één moment: {}. Wie erbij was, weet dan wie dit schrijft. Vertel liever wat "
    "je vaker ziet."
)
_WRITER = (
    "Hier vertel je iets over jezelf: {}. Daaraan kan iemand je herkennen. Kan het ook zonder?"
)
_CONTACT = (
    "Dit lijkt op een e-mailadres of telefoonnummer: {}. Dat hoort bij één persoon. Haal het "
    "liever weg."
)
_LOUD = (
    "Dit valt op: {}. Aan hoofdletters, uitroeptekens en emoji kan iemand je herkennen. Met gewone "
    "letters en een punt komt je boodschap net zo goed over."
)

_LONGEST_TEXT = 10_000
_MOST_NAMED = 5
_LONGEST_NAMED = 40
_MOST_MARKS = 2
_SHOUTED_WORD = 5
_SHOUTED_LETTERS = 12

_WORD = re.compile(r"\w+(?:['-]\w+)*")
_WITHIN_SENTENCE = re.compile(r",?[ \u00a0]+")
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys("\u2019\u2018\u00b4\u0060\u02bc", "'"))


def telltales(text: str, known_names: Collection[str] = ()) -> tuple[str, ...]:
    """What could tell who wrote this or whom it is about: a Dutch sentence per kind, or nothing.

    `known_names` (say, of the people in a school) are found in any case; other names by a capital
    inside a sentence or by a title ('juf Anna'). Kinds, in this order: names, a group in the
    school, an occasion, the writer's own role, an address or number, loud typing. A sentence names
    at most five of the words it found, about as they were typed: show it as literal text. Any text
    is taken; of a long one the first 10,000 characters are looked at.
    """
    typed = _clean(text[:_LONGEST_TEXT])
    flat = _flat(typed)
    found = {
        _NAME: _names(typed, flat, known_names),
        _IN_SCHOOL: _matches(words_of.GROUP, words_of.WHOLE_SCHOOL.sub("de school", flat)),
        _MOMENT: _matches(words_of.OCCASION, flat),
        _WRITER: _matches(words_of.OWN_ROLE, flat),
        _CONTACT: _matches(words_of.CONTACT, flat),
        _LOUD: list(_loud(flat)),
    }
    return tuple(sentence.format(_listed(words)) for sentence, words in found.items() if words)


def names_in(text: str, known_names: Collection[str] = ()) -> tuple[str, ...]:
    """The words that look like somebody's name, mail address or phone number, each once.

    Found as by `telltales`, and about as they were typed: show them as literal text.
    """
    typed = _clean(text[:_LONGEST_TEXT])
    flat = _flat(typed)
    found = (*_names(typed, flat, known_names), *_matches(words_of.CONTACT, flat))
    return tuple(dict.fromkeys(map(_short, found)))


def _names(typed: str, flat: str, known_names: Collection[str]) -> list[str]:
    whole = _matches(words_of.TITLED, flat)
    known = {_flat(_clean(name)) for name in known_names}
    wordings = sorted({form for name in known for form in _any_case(name)}, key=len, reverse=True)
    if wordings:
        pattern = words_of.phrases(*(f"{re.escape(form)}(?:'?s)?" for form in wordings))
        whole += _matches(pattern, flat)
    parts = {part for name in whole if " " in name for part in _WORD.findall(name)}
    return [name for name in (*whole, *_capitals(typed)) if name not in parts]


def _any_case(name: str) -> Iterator[str]:
    """The name and its first word; a surname alone is found by its capital ('Jong', not 'jong')."""
    for form in {name, name.partition(" ")[0]}:
        if not (words_of.ORDINARY | words_of.ALSO_WORDS).issuperset(form.casefold().split()):
            yield form


def _capitals(typed: str) -> Iterator[str]:
    for before, word in pairwise(_WORD.finditer(typed)):
        within = _WITHIN_SENTENCE.fullmatch(typed, before.end(), word.start())
        # After a number, a line of a list may begin.
        if within and not before[0].isdigit() and _looks_like_a_name(word[0]):
            yield word[0]


def _looks_like_a_name(word: str) -> bool:
    head = re.split("['-]", word, maxsplit=1)[0]
    # A second capital makes it an abbreviation or a product: OPP, ParnasSys.
    if not (head[0].isupper() and head[1:].islower()):
        return False
    plain = head.casefold()
    forms = {word.casefold(), plain, plain.removesuffix("e")}
    return words_of.ORDINARY.isdisjoint(forms) and not plain.startswith(words_of.COMPOUNDS)


def _loud(flat: str) -> Iterator[str]:
    words = _WORD.findall(flat)
    shouted = [word for word in words if word.isupper() and _is_no_abbreviation(word)]
    letters = sum(map(len, shouted))
    throughout = letters >= _SHOUTED_LETTERS and 2 * letters >= sum(map(len, words))
    if throughout or any(len(word) >= _SHOUTED_WORD for word in shouted):
        yield from shouted
    exclamations = flat.count("!")
    if exclamations > _MOST_MARKS or "!!" in flat:
        yield "!" * min(exclamations, _MOST_NAMED)
    marks = _matches(words_of.MARK, flat)
    if len(marks) > _MOST_MARKS:
        yield " ".join(marks[:_MOST_NAMED])


def _is_no_abbreviation(word: str) -> bool:
    return words_of.ABBREVIATIONS.isdisjoint(
        {word.casefold(), re.split("['-]", word)[0].casefold()}
    )


def _matches(pattern: re.Pattern[str], flat: str) -> list[str]:
    return [found[0] for found in pattern.finditer(flat)]


def _listed(words: Iterable[str]) -> str:
    """“a”, “b” en nog 3: each once, long ones shortened, for a narrow screen."""
    once = list(dict.fromkeys(words))
    named = ", ".join(f"“{_short(word)}”" for word in once[:_MOST_NAMED])
    more = len(once) - _MOST_NAMED
    return f"{named} en nog {more}" if more > 0 else named


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST_NAMED else f"{words[: _LONGEST_NAMED - 1]}…"


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_ONE_APOSTROPHE)


def _flat(text: str) -> str:
    return " ".join(text.split())
