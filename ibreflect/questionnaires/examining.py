"""From a file that people edit to a model, or to everything that is wrong with it at once."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from ibreflect.errors import QuestionnaireError
from ibreflect.questionnaires.checks import broken_rules
from ibreflect.questionnaires.layout import Tree, place_of
from ibreflect.questionnaires.model_errors import translate
from ibreflect.questionnaires.problem import Finding, KeyPath, Problem, shown
from ibreflect.questionnaires.yaml_reading import MAX_BYTES, Reading, read_tree, too_large

MAX_PROBLEMS = 100
_MAX_TRANSLATED = 1000
_NOTHING_READ = Reading(None, {}, ())

Model = TypeVar("Model", bound=BaseModel)
Rules = Callable[[Tree], Iterable[Finding]]
"""What a file must hold beyond its form: from its values to what is wrong with them."""


class Examined(NamedTuple, Generic[Model]):
    """What a text holds; None when there are problems."""

    content: Model | None
    problems: tuple[Problem, ...]


class Decoded(NamedTuple):
    """The text in the bytes of a file; None when there are problems."""

    text: str | None
    problems: tuple[Problem, ...]


class Judged(NamedTuple, Generic[Model]):
    """What the values of a file make; None when there are findings."""

    content: Model | None
    findings: tuple[Finding, ...]


def examine(
    text: str, name: str, model: type[Model], rules: Rules = broken_rules
) -> Examined[Model]:
    """The model in a YAML text, or its problems in order of line; `name` is used in messages.

    `rules` are those of every file, or more for one kind of file. At most 100 problems, and then
    one that says there are more. Never raises.
    """
    reading = read_tree(text)
    if reading.tree is None:
        return Examined(None, _in_order(reading.findings, reading, name))
    content, findings = judge(reading.tree, model, rules)
    if content is None or reading.findings:
        return Examined(None, _in_order((*reading.findings, *findings), reading, name))
    return Examined(content, ())


def examine_file(path: Path, model: type[Model]) -> Examined[Model]:
    """The model in a YAML file of at most 256 kB, or its problems; never raises."""
    text, problems = read_file(path)
    return Examined(None, problems) if text is None else examine(text, path.name, model)


def judge(
    tree: dict[str, object], model: type[Model], rules: Rules = broken_rules
) -> Judged[Model]:
    """The model in the keys and values of a file, or every finding: of its form and of the rules.

    `tree` holds text, whole numbers, true, false, nothing, lists and groups of keys.
    """
    content, findings = _validate(tree, model)
    findings = [*findings, *rules(tree)]
    return Judged(None if findings else content, tuple(findings))


def read_file(path: Path) -> Decoded:
    """The text in a file of at most 256 kB of UTF-8, or the one problem that it has."""
    return decode(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a file, at most one more than a file may have; None when it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return None


def decode(content: bytes | None, name: str) -> Decoded:
    """The text in the bytes of a file of at most 256 kB of UTF-8, or the one problem that it has.

    None stands for a file that cannot be read.
    """
    if content is None:
        what = "het bestand kan niet worden gelezen"
        return _unread(name, Finding((), what, "Kijk of het bestaat en of je het mag openen.", 1))
    if len(content) > MAX_BYTES:
        return _unread(name, too_large())
    try:
        return Decoded(content.decode("utf-8"), ())
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        what = "deze regel bevat tekens die geen UTF-8 zijn"
        remedy = "Bewaar het bestand opnieuw, met codering UTF-8."
        return _unread(name, Finding((), what, remedy, line))


def refusal(found: Iterable[Problem]) -> QuestionnaireError:
    """The error that tells every problem on its own line."""
    return QuestionnaireError("\n".join(str(problem) for problem in found))


def _unread(name: str, finding: Finding) -> Decoded:
    return Decoded(None, (_as_problem(finding, name),))


def _validate(tree: dict[str, object], model: type[Model]) -> tuple[Model | None, list[Finding]]:
    # As JSON, because strict JSON takes a list for a tuple and a word for a choice, but never the
    # text "5" for the number 5.
    content = json.dumps(tree)
    try:
        return model.model_validate_json(content, strict=True, by_alias=True, by_name=False), []
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    findings = (translate(detail, tree, model) for detail in errors[:_MAX_TRANSLATED])
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
