"""Themes for the meeting of a network: their file, in a folder beside the questionnaires."""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path

from ibreflect.model.meeting import MeetingFile
from ibreflect.model.network import key_of
from ibreflect.model.questionnaire import Form, Panel, Questionnaire
from ibreflect.questionnaires import cards
from ibreflect.questionnaires.examining import Examined, examine, read_file, refusal
from ibreflect.questionnaires.load import load_folder
from ibreflect.questionnaires.meeting_checks import Shelf, broken_meeting_rules
from ibreflect.questionnaires.problem import Problem, shown

FOLDER = "netwerk"
"""The subfolder of the folder of questionnaires."""


def holds_meeting(path: Path) -> bool:
    """Whether a file stands where themes for a network stand, and so is read as themes."""
    return path.resolve().parent.name == FOLDER


def load_meeting(path: Path) -> MeetingFile:
    """The themes in a YAML file of at most 256 kB.

    Raises QuestionnaireError: every problem on its own line, with file, line and remedy; also when
    the cards or the questionnaires beside it cannot be read.
    """
    found, problems = _opened(path, _shelf(path.resolve().parent.parent))
    if found is None:
        raise refusal(problems)
    return found


def load_meetings(questionnaires: Path) -> tuple[MeetingFile, ...]:
    """All files with themes in the subfolder, in order of file name; none without a subfolder.

    `questionnaires` is the folder of questionnaires. Raises QuestionnaireError with the problems of
    all files together; also when two files hold a theme with the same id.
    """
    paths = sorted((questionnaires / FOLDER).glob("*.yaml"))
    if not paths:
        return ()
    shelf = _shelf(questionnaires)
    opened = {path.name: _opened(path, shelf) for path in paths}
    problems = [problem for _, found in opened.values() for problem in found]
    files = {name: content for name, (content, _) in opened.items() if content}
    problems.extend(_ids_given_twice(files))
    if problems:
        raise refusal(problems)
    return tuple(files.values())


def _shelf(questionnaires: Path) -> Shelf:
    card_folder = questionnaires / cards.FOLDER
    holds_questionnaires = any(questionnaires.glob("*.yaml"))
    return Shelf(
        cards.ids(card_folder) if card_folder.is_dir() else None,
        _scales(questionnaires) if holds_questionnaires else None,
    )


def _scales(questionnaires: Path) -> frozenset[str]:
    asked = (each.questionnaire for each in load_folder(questionnaires))
    return frozenset(key for each in asked if _is_in_a_network(each) for key in _keys(each))


def _is_in_a_network(questionnaire: Questionnaire) -> bool:
    """What the ib'er fills in alone; as in usecases.network_scan."""
    return questionnaire.panel is Panel.COORDINATOR and questionnaire.form is Form.SCALES


def _keys(questionnaire: Questionnaire) -> Iterator[str]:
    """The keys of the regions of the role picture, and of scales without roles."""
    for scale in questionnaire.scales:
        if not any(item.roles for item in scale.items):
            yield key_of(questionnaire.id, scale.id)
    for item in questionnaire.items:
        if item.roles:
            yield key_of(questionnaire.id, "+".join(sorted(item.roles)))


def _opened(path: Path, shelf: Shelf) -> Examined[MeetingFile]:
    text, problems = read_file(path)
    return Examined(None, problems) if text is None else _examined(text, path.name, shelf)


# As with questionnaires: a text always gives the same, and reading it costs more than comparing.
@lru_cache(maxsize=32)
def _examined(text: str, name: str, shelf: Shelf) -> Examined[MeetingFile]:
    return examine(text, name, MeetingFile, partial(broken_meeting_rules, shelf=shelf))


def _ids_given_twice(files: Mapping[str, MeetingFile]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, file in files.items():
        for theme in file.themes:
            other = first.setdefault(theme.id, name)
            if other != name:
                what = f"{shown(other)} heeft ook een thema met het id '{theme.id}'"
                remedy = "Geef een van de twee een ander id."
                yield Problem(shown(name), 1, f"thema {theme.id}", what, remedy)
