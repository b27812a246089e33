"""Conversation cards: their files, in a folder of their own beside the questionnaires."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from ibreflect.model.card import CardFile
from ibreflect.questionnaires.examining import Examined, examine, read_file, refusal
from ibreflect.questionnaires.problem import Problem, shown

FOLDER = "kaarten"
"""The subfolder of the folder of questionnaires."""


def holds_cards(path: Path) -> bool:
    """Whether a file stands where cards stand, and so is read as cards."""
    return path.resolve().parent.name == FOLDER


def load_cards(path: Path) -> CardFile:
    """The cards in a YAML file of at most 256 kB.

    Raises QuestionnaireError: every problem on its own line, with file, line and remedy.
    """
    found, problems = _opened(path)
    if found is None:
        raise refusal(problems)
    return found


def load_card_files(folder: Path) -> tuple[CardFile, ...]:
    """All files with cards (`*.yaml`) in a folder, in order of file name; none without a folder.

    Raises QuestionnaireError with the problems of all files together; also when two files hold a
    card with the same id.
    """
    opened = {path.name: _opened(path) for path in sorted(folder.glob("*.yaml"))}
    problems = [problem for _, found in opened.values() for problem in found]
    files = {name: content for name, (content, _) in opened.items() if content}
    problems.extend(_ids_given_twice(files))
    if problems:
        raise refusal(problems)
    return tuple(files.values())


def ids(folder: Path) -> frozenset[str]:
    """The ids of all cards in a folder; QuestionnaireError as for `load_card_files`."""
    return frozenset(card.id for file in load_card_files(folder) for card in file.cards)


def _opened(path: Path) -> Examined[CardFile]:
    text, problems = read_file(path)
    return Examined(None, problems) if text is None else _examined(text, path.name)


# As with questionnaires: a text always gives the same, and reading it costs more than comparing.
@lru_cache(maxsize=32)
def _examined(text: str, name: str) -> Examined[CardFile]:
    return examine(text, name, CardFile)


def _ids_given_twice(files: Mapping[str, CardFile]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, file in files.items():
        for card in file.cards:
            other = first.setdefault(card.id, name)
            if other != name:
                what = f"{shown(other)} heeft ook een kaart met het id '{card.id}'"
                remedy = "Geef een van de twee een ander id."
                yield Problem(shown(name), 1, f"kaart {card.id}", what, remedy)
