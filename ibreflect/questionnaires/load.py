"""Questionnaire files in, questionnaires out, or everything that is wrong with them at once."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from ibreflect.model.questionnaire import Questionnaire
from ibreflect.questionnaires import examining
from ibreflect.questionnaires.examining import (
    Examined,
    Judged,
    decode,
    examine,
    read_bytes,
    refusal,
)
from ibreflect.questionnaires.problem import Problem, shown


class Instrument(NamedTuple):
    """A questionnaire with the exact text it was read from and the SHA-256 (hex) of its bytes."""

    questionnaire: Questionnaire
    text: str
    sha256: str


class _Opened(NamedTuple):
    instrument: Instrument | None
    problems: tuple[Problem, ...]


def load(path: Path) -> Questionnaire:
    """The questionnaire in a YAML file of at most 256 kB.

    Raises QuestionnaireError: every problem on its own line, with file, line and remedy.
    """
    return read(path).questionnaire


def read(path: Path) -> Instrument:
    """The questionnaire in a file, with its exact text and the SHA-256 of the file's bytes.

    Raises QuestionnaireError: every problem on its own line, with file, line and remedy.
    """
    instrument, found = _open(path)
    if instrument is None:
        raise refusal(found)
    return instrument


def parse(text: str, name: str) -> Questionnaire:
    """The questionnaire in a YAML text; `name` is what the text is called in messages.

    Raises QuestionnaireError: every problem on its own line, with name, line and remedy.
    """
    questionnaire, found = _examined(text, name)
    if questionnaire is None:
        raise refusal(found)
    return questionnaire


def problems(text: str, name: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a YAML text, in order of line; empty when it can be used.

    At most 100 problems, and then one that says there are more. Never raises.
    """
    return _examined(text, name).problems


def from_bytes(content: bytes, name: str) -> Instrument:
    """The questionnaire in the bytes of a YAML file of at most 256 kB, called `name` in messages.

    Raises QuestionnaireError: every problem on its own line, with name, line and remedy.
    """
    instrument, found = _opened(content, name)
    if instrument is None:
        raise refusal(found)
    return instrument


def judge(tree: dict[str, object]) -> Judged[Questionnaire]:
    """What the values of a file make: a questionnaire that keeps every rule, or the findings.

    `tree` has the keys and values of a YAML file (text, whole numbers, true, lists, groups).
    """
    return examining.judge(tree, Questionnaire)


def load_folder(folder: Path) -> tuple[Instrument, ...]:
    """All questionnaires (`*.yaml`) in a folder, in order of file name.

    Raises QuestionnaireError with the problems of all files together; also when two files hold the
    same id and version, or when there is no questionnaire at all.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        what = "in deze map staat geen vragenlijst (*.yaml)"
        raise refusal([Problem(shown(str(folder)), 0, "", what, "Kijk of het de juiste map is.")])
    opened = {path.name: _open(path) for path in paths}
    found = [problem for file in opened.values() for problem in file.problems]
    instruments = {name: file.instrument for name, file in opened.items() if file.instrument}
    found.extend(_versions_given_twice(instruments))
    if found:
        raise refusal(found)
    return tuple(instruments.values())


def _versions_given_twice(instruments: Mapping[str, Instrument]) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for name, (questionnaire, _, _) in instruments.items():
        other = first.setdefault((questionnaire.id, questionnaire.version), name)
        if other != name:
            what = f"{shown(other)} heeft hetzelfde id en dezelfde versie ({questionnaire.version})"
            yield Problem(
                shown(name), 1, "'versie'", what, "Geef een van de twee een nieuwe versie."
            )


def _open(path: Path) -> _Opened:
    return _opened(read_bytes(path), path.name)


def _opened(content: bytes | None, name: str) -> _Opened:
    text, found = decode(content, name)
    if content is None or text is None:
        return _Opened(None, found)
    questionnaire, found = _examined(text, name)
    if questionnaire is None:
        return _Opened(None, found)
    return _Opened(Instrument(questionnaire, text, hashlib.sha256(content).hexdigest()), ())


# Reading a text costs far more than comparing it with one that was read before, and several pages
# read every questionnaire. A text always gives the same, so no entry is ever stale.
@lru_cache(maxsize=128)
def _examined(text: str, name: str) -> Examined[Questionnaire]:
    return examine(text, name, Questionnaire)
