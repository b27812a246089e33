"""Guides for conversations: their files, in a folder of their own beside the questionnaires."""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from ibreflect.model.guide import ExactGuide, Guide
from ibreflect.questionnaires import cards
from ibreflect.questionnaires.examining import Examined, examine, read_file, refusal
from ibreflect.questionnaires.guide_checks import NOTHING_BESIDE, Beside, Map, broken_guide_rules
from ibreflect.questionnaires.load import load
from ibreflect.questionnaires.problem import Problem, shown

FOLDER = "gesprek"
"""The subfolder of the folder of questionnaires."""
_MAP = "mandaatkaart.yaml"


class _Opened(NamedTuple):
    exact: ExactGuide | None
    problems: tuple[Problem, ...]


def holds_guide(path: Path) -> bool:
    """Whether a file stands where guides stand, and so is read as a guide."""
    return path.resolve().parent.name == FOLDER


def parse_guide(text: str) -> Guide:
    """The guide in the exact text of a file, which was kept.

    Cards and topics it names may be gone by now. QuestionnaireError lists what else is wrong.
    """
    guide, problems = _examined(text, "leidraad", NOTHING_BESIDE)
    if guide is None:
        raise refusal(problems)
    return guide


def load_guide(path: Path) -> ExactGuide:
    """The guide in a YAML file of at most 256 kB.

    Raises QuestionnaireError: every problem on its own line, with file, line and remedy; also when
    the cards or the mandate map beside it cannot be read.
    """
    exact, problems = _opened(path, _beside(path.resolve().parent))
    if exact is None:
        raise refusal(problems)
    return exact


def load_guides(folder: Path) -> tuple[ExactGuide, ...]:
    """All guides (`*.yaml`) in a folder, in order of file name; none without a folder.

    Raises QuestionnaireError with the problems of all files together; also when two files hold a
    guide with the same id, or the cards or the mandate map beside them cannot be read.
    """
    paths = sorted(folder.glob("*.yaml"))
    beside = _beside(folder.resolve()) if paths else NOTHING_BESIDE
    opened = {path.name: _opened(path, beside) for path in paths}
    problems = [problem for each in opened.values() for problem in each.problems]
    guides = {name: each.exact for name, each in opened.items() if each.exact}
    problems.extend(_ids_given_twice(guides))
    if problems:
        raise refusal(problems)
    return tuple(guides.values())


def _beside(folder: Path) -> Beside:
    questionnaires = folder.parent
    card_folder, mandate_map = questionnaires / cards.FOLDER, questionnaires / _MAP
    return Beside(
        cards.ids(card_folder) if card_folder.is_dir() else None,
        _map(mandate_map) if mandate_map.is_file() else None,
    )


def _map(path: Path) -> Map:
    """The topics of the first scale of the mandate map, which is about the ib'er."""
    found = load(path)
    topics = frozenset(item.id for item in found.scales[0].items)
    return Map(topics, tuple(option.word for option in found.answer_options))


def _opened(path: Path, beside: Beside) -> _Opened:
    text, problems = read_file(path)
    if text is None:
        return _Opened(None, problems)
    guide, problems = _examined(text, path.name, beside)
    return _Opened(ExactGuide(guide, text) if guide else None, problems)


# As with questionnaires: a text always gives the same, and reading it costs more than comparing.
@lru_cache(maxsize=64)
def _examined(text: str, name: str, beside: Beside) -> Examined[Guide]:
    return examine(text, name, Guide, partial(broken_guide_rules, beside=beside))


def _ids_given_twice(guides: Mapping[str, ExactGuide]) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for name, (guide, _) in guides.items():
        other = first.setdefault(guide.id, name)
        if other != name:
            what = f"{shown(other)} heeft ook een leidraad met het id '{guide.id}'"
            yield Problem(shown(name), 1, "'id'", what, "Geef een van de twee een ander id.")
