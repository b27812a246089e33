"""Questionnaire files in, questionnaires out, or everything that is wrong with them at once."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from ibreflect.errors import QuestionnaireError
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.questionnaires.checks import broken_rules
from ibreflect.questionnaires.layout import place_of
from ibreflect.questionnaires.model_errors import translate
from ibreflect.questionnaires.problem import Finding, KeyPath, Problem, shown
from ibreflect.questionnaires.yaml_reading import MAX_BYTES, Reading, read_tree, too_large

MAX_PROBLEMS = 100
_MAX_TRANSLATED = 1000
_NOTHING_READ = Reading(None, {}, ())


class Instrument(NamedTuple):
    """A questionnaire with the exact text it was read from and the SHA-256 (hex) of its bytes."""

    questionnaire: Questionnaire
    text: str
    sha256: str


class _Examined(NamedTuple):
    questionnaire: Questionnaire | None
    problems: tuple[Problem, ...]


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
        raise _error(found)
    return instrument


def parse(text: str, name: str) -> Questionnaire:
    """The questionnaire in a YAML text; `name` is what the text is called in messages.

    Raises QuestionnaireError: every problem on its own line, with name, line and remedy.
    """
    questionnaire, found = _examine(text, name)
    if questionnaire is None:
        raise _error(found)
    return questionnaire


def problems(text: str, name: str) -> tuple[Problem, ...]:
    """Everything that is wrong with a YAML text, in order of line; empty when it can be used.

    At most 100 problems, and then one that says there are more. Never raises.
    """
    return _examine(text, name).problems


def load_folder(folder: Path) -> tuple[Instrument, ...]:
    """All questionnaires (`*.yaml`) in a folder, in order of file name.

    Raises QuestionnaireError with the problems of all files together; also when two files hold the
    same id and version, or when there is no questionnaire at all.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        what = "in deze map staat geen vragenlijst (*.yaml)"
        raise _error([Problem(shown(str(folder)), 0, "", what, "Kijk of het de juiste map is.")])
    opened = {path.name: _open(path) for path in paths}
    found = [problem for file in opened.values() for problem in file.problems]
    instruments = {name: file.instrument for name, file in opened.items() if file.instrument}
    found.extend(_versions_given_twice(instruments))
    if found:
        raise _error(found)
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
    try:
        content = _content(path)
    except OSError:
        what = "het bestand kan niet worden gelezen"
        remedy = "Kijk of het bestaat en of je het mag openen."
        return _Opened(None, (_as_problem(Finding((), what, remedy, 1), path.name),))
    if len(content) > MAX_BYTES:
        return _Opened(None, (_as_problem(too_large(), path.name),))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        what = "deze regel bevat tekens die geen UTF-8 zijn"
        finding = Finding((), what, "Bewaar het bestand opnieuw, met codering UTF-8.", line)
        return _Opened(None, (_as_problem(finding, path.name),))
    questionnaire, found = _examine(text, path.name)
    if questionnaire is None:
        return _Opened(None, found)
    return _Opened(Instrument(questionnaire, text, hashlib.sha256(content).hexdigest()), ())


def _content(path: Path) -> bytes:
    """At most one byte more than a questionnaire may have."""
    if not path.is_file():
        raise FileNotFoundError(path)
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _examine(text: str, name: str) -> _Examined:
    reading = read_tree(text)
    if reading.tree is None:
        return _Examined(None, _in_order(reading.findings, reading, name))
    questionnaire, findings = _validate(reading.tree)
    findings = [*reading.findings, *findings, *broken_rules(reading.tree)]
    if findings:
        return _Examined(None, _in_order(findings, reading, name))
    return _Examined(questionnaire, ())


def _validate(tree: dict[str, object]) -> tuple[Questionnaire | None, list[Finding]]:
    # As JSON, because strict JSON takes a list for a tuple and a word for a choice, but never the
    # text "5" for the number 5.
    content = json.dumps(tree)
    try:
        return Questionnaire.model_validate_json(
            content, strict=True, by_alias=True, by_name=False
        ), []
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    findings = (translate(detail, tree) for detail in errors[:_MAX_TRANSLATED])
    return None, [finding for finding in findings if finding]


def _in_order(findings: Iterable[Finding], reading: Reading, name: str) -> tuple[Problem, ...]:
    found = sorted(
        {_as_problem(finding, name, reading) for finding in findings},
        key=lambda problem: (problem.line, problem.place, problem.what),
    )
    if len(found) <= MAX_PROBLEMS:
        return tuple(found)
    more = found[MAX_PROBLEMS]
    what = "er zijn nog meer problemen, vanaf deze regel"
    last = Problem(more.file, more.line, "", what, "Herstel eerst wat hierboven staat.")
    return (*found[:MAX_PROBLEMS], last)


def _as_problem(finding: Finding, name: str, reading: Reading = _NOTHING_READ) -> Problem:
    line = finding.line or _line_of(finding.path, reading.lines)
    place = place_of(reading.tree, finding.path)
    return Problem(shown(name), line, place, finding.what, finding.remedy)


def _line_of(path: KeyPath, lines: Mapping[KeyPath, int]) -> int:
    """The line of the path, or of the nearest part around it that has one."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _error(found: Iterable[Problem]) -> QuestionnaireError:
    return QuestionnaireError("\n".join(str(problem) for problem in found))
