"""Which part of a file stands at a path, and what an editor calls that place."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from pydantic import BaseModel

from ibreflect.model.card import Card
from ibreflect.model.guide import Guide, OpenQuestion, Point, PointScale, Theme
from ibreflect.model.meeting import MeetingFile, MeetingTheme
from ibreflect.model.part import SourceDocument
from ibreflect.model.questionnaire import (
    AnswerOption,
    Item,
    Scale,
)
from ibreflect.questionnaires.problem import KeyPath, shown

Tree = Mapping[str, object]
"""The values of a file as they were read: any key may be absent, any value of the wrong kind."""


_MODELS: dict[KeyPath, type[BaseModel]] = {
    ("antwoorden", "*"): AnswerOption,
    ("bronnen", "*"): SourceDocument,
    ("schalen", "*"): Scale,
    ("schalen", "*", "stellingen", "*"): Item,
    ("kaarten", "*"): Card,
}
_IN_GUIDE: dict[KeyPath, type[BaseModel]] = {
    ("bronnen", "*"): SourceDocument,
    ("schalen", "*"): PointScale,
    ("voorbereiding_iber", "*"): OpenQuestion,
    ("voorbereiding_ander", "*"): OpenQuestion,
    ("themas", "*"): Theme,
    ("themas", "*", "kijkpunten", "*"): Point,
}
_IN_MEETING: dict[KeyPath, type[BaseModel]] = {
    ("bronnen", "*"): SourceDocument,
    ("themas", "*"): MeetingTheme,
}
_BY_FILE: dict[type[BaseModel], dict[KeyPath, type[BaseModel]]] = {
    Guide: _IN_GUIDE,
    MeetingFile: _IN_MEETING,
}
_ONE_OF: Mapping[str | int, str] = {
    "schalen": "schaal",
    "stellingen": "stelling",
    "kaarten": "kaart",
    "voorbereiding_iber": "vraag",
    "voorbereiding_ander": "vraag",
    "themas": "thema",
    "kijkpunten": "kijkpunt",
}


class Statement(NamedTuple):
    """An item as it stands in the file, with the scale around it."""

    path: KeyPath
    scale: Tree
    item: Tree


def model_at(root: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model that the keys at this path belong to; None where no keys are expected.

    `root` is the model of the whole file.
    """
    # Every other step is a position in a list or a name somebody chose.
    shape = tuple("*" if number % 2 else step for number, step in enumerate(path))
    return _BY_FILE.get(root, _MODELS).get(shape) if path else root


def keys_of(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys that the file uses for the fields of a model."""
    return tuple(field.alias or name for name, field in model.model_fields.items())


def value_at(tree: object, path: KeyPath) -> object:
    """The value at a path; None where the path leads nowhere."""
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def place_of(tree: object, path: KeyPath) -> str:
    """Where an editor finds a path, such as "schaal trend_analyst, stelling TA3, 'ik'"."""
    parts = []
    seen = 0
    while seen + 1 < len(path) and path[seen] in _ONE_OF:
        parts.append(f"{_ONE_OF[path[seen]]} {_name(tree, path[: seen + 2])}")
        seen += 2
    keys = [shown(step) for step in path[seen:] if isinstance(step, str)]
    if keys:
        parts.append(f"'{' > '.join(keys)}'")
    return ", ".join(parts)


def _name(tree: object, path: KeyPath) -> str:
    part_id = value_at(tree, (*path, "id"))
    if isinstance(part_id, str) and part_id:
        return shown(part_id)
    position = path[-1]
    return f"nummer {position + 1}" if isinstance(position, int) else shown(position)


def scales(tree: Tree) -> Iterator[tuple[KeyPath, Tree]]:
    """Every scale in the file that has keys, with its path."""
    yield from _parts(("schalen",), tree)


def statements(tree: Tree) -> Iterator[Statement]:
    """Every item in the file that has keys, in order."""
    for path, scale in scales(tree):
        for place, item in _parts((*path, "stellingen"), scale):
            yield Statement(place, scale, item)


def cards(tree: Tree) -> Iterator[tuple[KeyPath, Tree]]:
    """Every card in the file that has keys, with its path."""
    yield from _parts(("kaarten",), tree)


def themes(tree: Tree) -> Iterator[tuple[KeyPath, Tree]]:
    """Every theme in the file that has keys, with its path."""
    yield from _parts(("themas",), tree)


def points(tree: Tree) -> Iterator[tuple[KeyPath, Tree]]:
    """Every point to look at in the file that has keys, with its path."""
    for path, theme in themes(tree):
        yield from _parts((*path, "kijkpunten"), theme)


def open_questions(tree: Tree) -> Iterator[tuple[KeyPath, Tree]]:
    """Every question of a preparation that has keys, with its path."""
    yield from _parts(("voorbereiding_iber",), tree)
    yield from _parts(("voorbereiding_ander",), tree)


def citing(tree: Tree) -> Iterator[tuple[KeyPath, Tree]]:
    """Everything that names its sources, with its path."""
    yield from ((statement.path, statement.item) for statement in statements(tree))
    for parts in (cards, open_questions, themes, points):
        yield from parts(tree)


def _parts(path: KeyPath, around: Tree) -> Iterator[tuple[KeyPath, Tree]]:
    """The parts with keys in the list at the last key of the path, each with its own path."""
    for position, part in enumerate(listed(around.get(str(path[-1])))):
        if isinstance(part, dict):
            yield (*path, position), part


def listed(value: object) -> list[object]:
    """The value when it is a list, else an empty list."""
    return value if isinstance(value, list) else []
