"""Second lenses beside the roles: their files, in a folder beside the questionnaires."""

from pathlib import Path

from ibreflect.model.crosswalk import Crosswalk
from ibreflect.questionnaires.examining import examine_file, refusal

FOLDER = "ordening"
"""The subfolder of the folder of questionnaires."""


def load_orderings(questionnaires: Path) -> tuple[Crosswalk, ...]:
    """All files in the subfolder, in order of file name; none without a subfolder.

    `questionnaires` is the folder of questionnaires. Raises QuestionnaireError with the problems of
    all files together, each with file, line and remedy.
    """
    paths = sorted((questionnaires / FOLDER).glob("*.yaml"))
    opened = [examine_file(path, Crosswalk) for path in paths]
    problems = [problem for _, found in opened for problem in found]
    if problems:
        raise refusal(problems)
    return tuple(content for content, _ in opened if content)
