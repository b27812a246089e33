"""The mandate map: how far voices agree about who may decide what. Never a mean over voices."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from ibreflect.measure.dutch import listed, number_word
from ibreflect.model.questionnaire import Item, Questionnaire, Scale
from ibreflect.model.voice import Heard

MOST_NAMED = 2
NO_COMPARISON = (
    "Er is nog geen onderwerp waarover twee stemmen te horen zijn. Vergelijken kan zodra dat zo is."
)


class Agreement(StrEnum):
    """How far apart the voices are about one topic, in words."""

    AGREED = "eens"
    ONE_STEP = "één niveau verschil"
    DIVIDED = "verdeeld team"
    APART = "verder uit elkaar"
    ONE_VOICE = "nog één stem"
    SILENT = "nog geen stem"


DIFFERING = (Agreement.APART, Agreement.DIVIDED, Agreement.ONE_STEP)
"""What there is to talk about, largest difference first."""


class Topic(NamedTuple):
    """One topic for one holder of a mandate.

    `levels` has the level 1-5 of every voice that named one, by the label of the voice; `divided`
    the labels of the groups in which no level was given by more than half.
    """

    item_id: str
    text: str
    levels: Mapping[str, int]
    divided: tuple[str, ...]

    @property
    def gap(self) -> int:
        """The levels between the lowest and the highest voice, 0-4; 0 with one voice or none."""
        return max(self.levels.values()) - min(self.levels.values()) if self.levels else 0

    @property
    def agreement(self) -> Agreement:
        """The verdict in words.

        Two voices two or more levels apart weigh heaviest, then a divided group, then one level.
        """
        if self.gap > 1:
            return Agreement.APART
        if self.divided:
            return Agreement.DIVIDED
        if len(self.levels) < 2:  # noqa: PLR2004 - one voice has nothing to agree with
            return Agreement.ONE_VOICE if self.levels else Agreement.SILENT
        return Agreement.ONE_STEP if self.gap else Agreement.AGREED

    @property
    def shared_level(self) -> int | None:
        """The level that at least two voices name and no voice contradicts, else None."""
        agreed = self.agreement is Agreement.AGREED
        return next(iter(self.levels.values())) if agreed else None


def topics(scale: Scale, heard: Mapping[str, Mapping[str, Heard]]) -> tuple[Topic, ...]:
    """The topics of one holder in the order of the map.

    `heard` has, by the label of each voice that may be seen, what is heard by item id.
    """
    return tuple(
        Topic(
            item_id=item.id,
            text=item.self_text,
            levels={
                label: each.common
                for label, each in _about(item, heard).items()
                if each.common is not None
            },
            divided=tuple(label for label, each in _about(item, heard).items() if each.is_divided),
        )
        for item in scale.items
    )


def to_discuss(found: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics on which voices differ, largest difference first, else in the map's order."""
    differing = [topic for topic in found if topic.agreement in DIFFERING]
    return tuple(sorted(differing, key=_nearness))


def about_topics(found: Sequence[Topic], words: Sequence[str]) -> str:
    """On how many of the comparable topics all agree, and which lie farthest apart.

    Comparable is a topic with at least two voices, or with a group that is divided. `words` are the
    five words of the levels.
    """
    compared = [
        topic for topic in found if topic.agreement not in {Agreement.ONE_VOICE, Agreement.SILENT}
    ]
    if not compared:
        return NO_COMPARISON
    agreed = sum(topic.agreement is Agreement.AGREED for topic in compared)
    return " ".join([_how_many(agreed, len(compared)), *_farthest(compared, words)])


def spoken(topic: Topic, words: Sequence[str]) -> str:
    """What each voice says of a topic: "ib'er: beslissen, schoolleider: adviseren"."""
    named = [f"{label}: {words[level - 1]}" for label, level in topic.levels.items()]
    return ", ".join([*named, *(f"{label}: verdeeld" for label in topic.divided)])


def rows(questionnaire: Questionnaire) -> dict[str, dict[str, Item]]:
    """The rows of the map: text of the topic -> id of the scale -> item, in order of appearance."""
    found: dict[str, dict[str, Item]] = {}
    for scale in questionnaire.scales:
        for item in scale.items:
            found.setdefault(item.self_text, {})[scale.id] = item
    return found


def _about(item: Item, heard: Mapping[str, Mapping[str, Heard]]) -> dict[str, Heard]:
    return {label: by_item[item.id] for label, by_item in heard.items() if item.id in by_item}


def _nearness(topic: Topic) -> tuple[int, int]:
    return DIFFERING.index(topic.agreement), -topic.gap


def _how_many(agreed: int, compared: int) -> str:
    if compared == 1:
        return f"Over het ene onderwerp zijn jullie het {'eens' if agreed else 'nog niet eens'}."
    if agreed == compared:
        return f"Over alle {number_word(compared)} onderwerpen zijn jullie het eens."
    if agreed == 0:
        return f"Over geen van de {number_word(compared)} onderwerpen zijn jullie het eens."
    return (
        f"Over {number_word(agreed)} van de {number_word(compared)} onderwerpen zijn jullie het "
        "eens."
    )


def _farthest(compared: Sequence[Topic], words: Sequence[str]) -> list[str]:
    ordered = to_discuss(compared)
    if not ordered:
        return []
    first = [topic for topic in ordered if _nearness(topic) == _nearness(ordered[0])]
    named = [f"“{topic.text}” ({spoken(topic, words)})" for topic in first[:MOST_NAMED]]
    more = len(first) - len(named)
    if more:
        named.append(f"{number_word(more)} {'ander' if more == 1 else 'andere'}")
    return [f"Het verst uit elkaar: {listed(named)}."]
