"""From YAML text to plain values with their line numbers, without trusting the text.

Only what our files need is read: keys, lists, text, whole numbers, true, false and nothing.
The text is followed event by event, so what is too deep or too much stops before it is built.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, NoReturn

import yaml

from ibreflect.questionnaires.problem import INVISIBLE, Finding, KeyPath, quoted
from ibreflect.questionnaires.yaml_errors import explain

MAX_BYTES = 256 * 1024
MAX_NODES = 20_000
MAX_DEPTH = 12
_MAX_INVISIBLE_REPORTED = 20

_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "": None, "~": None, "null": None}


class Reading(NamedTuple):
    """The values of a file; `tree` is None when the file could not be read to its end."""

    tree: dict[str, object] | None
    lines: dict[KeyPath, int]
    findings: tuple[Finding, ...]


class _RefusedError(Exception):
    """Reading stops here, with what was found so far."""


def read_tree(text: str) -> Reading:
    """The values in a YAML text with the line (from 1) of each; never raises.

    Whatever is wrong is a finding. Bounded: at most 256 kB, 20 000 values and 12 levels are read.
    """
    refused = _unreadable(text)
    if refused:
        return Reading(None, {}, refused)
    reader = _Reader(text)
    try:
        tree = reader.document()
    except _RefusedError:
        return Reading(None, reader.lines, tuple(reader.findings))
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # PyYAML lets ValueError and OverflowError through for escapes such as "\UFFFFFFFF".
        return Reading(None, reader.lines, (*reader.findings, explain(error)))
    return Reading(tree, reader.lines, tuple(reader.findings))


def too_large() -> Finding:
    """The finding for a file of more than 256 kB."""
    remedy = "Splits het bestand, of haal weg wat er niet in hoort."
    return Finding((), f"het bestand is groter dan {MAX_BYTES // 1024} kB", remedy, 1)


def _unreadable(text: str) -> tuple[Finding, ...]:
    if len(text.encode(errors="surrogatepass")) > MAX_BYTES:
        return (too_large(),)
    # A byte order mark at the start is what some editors on Windows write; it harms nobody.
    start = 1 if text.startswith("\ufeff") else 0
    found = []
    for match in INVISIBLE.finditer(text, start):
        found.append(_invisible(match.group(), line=_line_at(text, match.start())))
        if len(found) == _MAX_INVISIBLE_REPORTED:
            break
    return tuple(found)


def _line_at(text: str, position: int) -> int:
    return len(re.findall(r"\n|\r(?!\n)", text[:position])) + 1


def _invisible(character: str, *, line: int, path: KeyPath = ()) -> Finding:
    if character == "\0":
        what = "er staat een NUL-teken; zo'n teken hoort niet in een tekstbestand"
        return Finding(path, what, "Bewaar het bestand opnieuw als gewone tekst (UTF-8).", line)
    what = f"er staat een onzichtbaar teken (U+{ord(character):04X})"
    return Finding(path, what, "Haal het weg: typ de tekst op deze regel opnieuw.", line)


class _Reader:
    """Follows the events of one document and builds the values; keeps lines and findings."""

    def __init__(self, text: str) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.SafeLoader)
        self._nodes = 0
        self.lines: dict[KeyPath, int] = {}
        self.findings: list[Finding] = []

    def document(self) -> dict[str, object]:
        """The one mapping that the file must be."""
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._refuse_empty()
        first = self._next()
        tree = self._value(first, ())
        next(self._events)
        self._expect_end(next(self._events))
        if tree is None:
            self._refuse_empty()
        if not isinstance(tree, dict):
            found = "een lijst" if isinstance(tree, list) else "losse tekst"
            what = f"het bestand is {found}, zonder sleutels"
            self._refuse(first, what, "Begin met sleutels, zoals 'versie: …' en 'bronnen: …'.")
        if any(finding.path == () for finding in self.findings):
            raise _RefusedError
        return tree

    def _next(self) -> yaml.Event:
        event = next(self._events)
        if not isinstance(event, yaml.NodeEvent):
            return event
        self._nodes += 1
        if self._nodes > MAX_NODES:
            what = f"het bestand heeft meer dan {MAX_NODES} onderdelen"
            self._refuse(event, what, "Splits het bestand.")
        self._note_yaml_tricks(event)
        return event

    def _note_yaml_tricks(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            what = f"de verwijzing {quoted(f'*{event.anchor}')} is hier niet toegestaan"
            self._note(event, what, "Schrijf de tekst zelf op. Of zet de tekst tussen '…'.")
        elif event.anchor is not None:
            what = f"het anker {quoted(f'&{event.anchor}')} is hier niet toegestaan"
            self._note(event, what, "Haal het weg. Of zet de tekst tussen '…'.")
        if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
            what = f"het label {quoted(event.tag)} is hier niet toegestaan"
            self._note(event, what, "Haal het uitroepteken en het label weg.")

    def _value(self, event: yaml.Event, path: KeyPath) -> object:
        self.lines.setdefault(path, _line(event))
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if not isinstance(event, yaml.CollectionStartEvent):
            return None
        if len(path) >= MAX_DEPTH:
            what = f"dit staat dieper dan {MAX_DEPTH} niveaus genest"
            self._refuse(event, what, "Kijk of de inspringing klopt.")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        return self._mapping(path)

    def _scalar(self, event: yaml.ScalarEvent, path: KeyPath) -> str | int | None:
        text = self._visible(event, path)
        if event.style is not None:
            return text
        if text in _WORDS:
            return _WORDS[text]
        return int(text) if _WHOLE_NUMBER.fullmatch(text) else text

    def _visible(self, event: yaml.ScalarEvent, path: KeyPath) -> str:
        match = INVISIBLE.search(event.value)
        if match is None:
            return event.value
        self.findings.append(_invisible(match.group(), line=_line(event), path=path or ("",)))
        return INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", event.value)

    def _sequence(self, path: KeyPath) -> list[object]:
        values: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values))))
        return values

    def _mapping(self, path: KeyPath) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, path)
            place = (*path, key)
            if key in values:
                what = f"de sleutel {quoted(key)} staat er twee keer"
                remedy = f"Hij staat ook op regel {self.lines[place]}. Haal er één weg."
                self.findings.append(Finding(place, what, remedy, _line(event)))
                self._value(self._next(), place)
                continue
            self.lines[place] = _line(event)
            values[key] = self._value(self._next(), place)
        return values

    def _key(self, event: yaml.Event, path: KeyPath) -> str:
        if isinstance(event, yaml.ScalarEvent):
            return self._visible(event, (*path, ""))
        if not isinstance(event, yaml.AliasEvent):
            what = "een sleutel moet een woord zijn, geen lijst"
            self._refuse(event, what, "Zet er één woord met een dubbele punt.")
        return str(event.anchor)

    def _expect_end(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.StreamEndEvent):
            what = "er begint een tweede document"
            self._refuse(event, what, "Haal de regel '---' weg, en wat erna komt.")

    def _note(self, event: yaml.Event, what: str, remedy: str) -> None:
        self.findings.append(Finding((), what, remedy, _line(event)))

    def _refuse(self, event: yaml.Event, what: str, remedy: str) -> NoReturn:
        self._note(event, what, remedy)
        raise _RefusedError

    def _refuse_empty(self) -> NoReturn:
        remedy = "Begin met een kopie van een bestand dat klopt."
        self.findings.append(Finding((), "het bestand is leeg", remedy, 1))
        raise _RefusedError


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return 1 if mark is None else mark.line + 1
