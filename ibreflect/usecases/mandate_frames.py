"""The mandate map as tables: the frames that charts draw, and the same in Dutch words."""

from collections.abc import Mapping, Sequence

import pandas as pd

from ibreflect.measure import mandate
from ibreflect.measure.dutch import starting
from ibreflect.measure.mandate import DIFFERING, Topic
from ibreflect.model.numbers import DASH
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.voice import Heard, Voice
from ibreflect.store.mandate import AgreedLevel

DIVIDED = "verdeeld"


def matrix_drawn(
    topics: Sequence[Topic],
    voices: Sequence[Voice],
    agreed: Mapping[str, int],
    words: Sequence[str],
) -> pd.DataFrame:
    """One row per topic and voice: topic, voice, label, level, answer, agreed, differs.

    `level` and `agreed` are 1-5 or NaN; `answer` is what the voice says in words: a level, that it
    is divided, or why there is none; `differs` whether there is something to talk about.
    """
    rows = [
        (
            topic.text,
            voice.mark,
            voice.label,
            topic.levels.get(voice.label),
            _said(voice.heard.get(topic.item_id), words),
            agreed.get(topic.item_id),
            topic.agreement in DIFFERING,
        )
        for topic in topics
        for voice in voices
    ]
    columns = ["topic", "voice", "label", "level", "answer", "agreed", "differs"]
    return pd.DataFrame(rows, columns=columns).astype({"level": "float64", "agreed": "float64"})


def matrix_read(
    topics: Sequence[Topic],
    voices: Sequence[Voice],
    agreed: Mapping[str, int],
    words: Sequence[str],
) -> pd.DataFrame:
    """The topics of one holder as people read them."""
    return pd.DataFrame(
        [
            {
                "Onderwerp": topic.text,
                **{
                    starting(voice.label): _said(voice.heard.get(topic.item_id), words)
                    for voice in voices
                },
                "Verschil": topic.agreement.value,
                "Afgesproken": _word(agreed.get(topic.item_id), words),
            }
            for topic in topics
        ]
    )


def agreed_read(questionnaire: Questionnaire, agreed: Mapping[str, AgreedLevel]) -> pd.DataFrame:
    """An agreement as a table: topics down, holders across, with the note after the level.

    Holders and topics about which nothing was agreed are left out.
    """
    words = questionnaire.words
    columns = {
        scale.title: {item.self_text: agreed[item.id] for item in scale.items if item.id in agreed}
        for scale in questionnaire.scales
    }
    used = {title: levels for title, levels in columns.items() if levels}
    return pd.DataFrame(
        [
            {
                "Onderwerp": text,
                **{title: _with_note(levels.get(text), words) for title, levels in used.items()},
            }
            for text in mandate.rows(questionnaire)
            if any(text in levels for levels in used.values())
        ]
    )


def _said(heard: Heard | None, words: Sequence[str]) -> str:
    if heard is None or heard.reason is not None:
        return _why_not(heard)
    return DIVIDED if heard.common is None else words[heard.common - 1]


def _why_not(heard: Heard | None) -> str:
    """The reason without its explanation, which the page gives once."""
    return DASH if heard is None else (heard.reason or DASH).partition(";")[0]


def _word(level: int | None, words: Sequence[str]) -> str:
    return DASH if level is None else words[level - 1]


def _with_note(agreed: AgreedLevel | None, words: Sequence[str]) -> str:
    if agreed is None:
        return DASH
    word = words[agreed.level - 1]
    return f"{word} ({agreed.note})" if agreed.note else word
