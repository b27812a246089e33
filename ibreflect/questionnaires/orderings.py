"""Second lenses beside the roles: their files, in a folder beside the questionnaires."""

from pathlib import Path

from ibreflect.model.crosswalk import Crosswalk
from ibreflect.questionnaires.examining import decode, examine, read_bytes, refusal
from ibreflect.questionnaires.problem import Problem

FOLDER = "ordening"
"""The subfolder of the folder of questionnaires."""


def load_orderings(questionnaires: Path) -> tuple[Crosswalk, ...]:
    """All files in the subfolder, in order of file name; none without a subfolder.

    `questionnaires` is the folder of questionnaires. Raises QuestionnaireError with the problems of
    all files together, each with file, line and remedy.
    """
    opened = [_open(path) for path in sorted((questionnaires / FOLDER).glob("*.yaml"))]
    problems = [problem for _, found in opened for problem in found]
    if problems:
        raise refusal(problems)
    return tuple(content for content, _ in opened if content)


def _open(path: Path) -> tuple[Crosswalk | None, tuple[Problem, ...]]:
    text, problems = decode(read_bytes(path), path.name)
    if text is None:
        return None, problems
    return examine(text, path.name, Crosswalk)
