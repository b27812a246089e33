"""Several voices on one questionnaire as figures and tables: only what each voice may show."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from ibreflect.measure.agreement import about_voices, apart, apart_word
from ibreflect.measure.dutch import listed, starting
from ibreflect.model.numbers import DASH, one_decimal
from ibreflect.model.questionnaire import Item, Questionnaire, Scale, WishKind
from ibreflect.model.voice import Heard, Voice
from ibreflect.usecases.frames import Figure

NOT_ASKED = "niet gevraagd"
DIVIDED = "verdeeld"
_COLUMNS = ["item", "text", "voice", "label", "value", "wished"]


def voices_figure(questionnaire: Questionnaire, scale: Scale, voices: Sequence[Voice]) -> Figure:
    """One scale in the voices that may be heard, with the sentence above it."""
    values = {item.self_text: _values(item, _visible(voices)) for item in scale.items}
    return Figure(
        drawn=voices_drawn(questionnaire, scale, voices),
        read=voices_read(questionnaire, scale, voices),
        says=about_voices(scale.title, values, questionnaire.words),
    )


def voices_drawn(
    questionnaire: Questionnaire, scale: Scale, voices: Sequence[Voice]
) -> pd.DataFrame:
    """One row per item and voice that may be heard: item, text, voice, label, value and wished.

    `text` is in the words of the ib'er; `value` and `wished` are 1-5 or NaN. A wish that is a
    direction has no place on the scale and is in the table only.
    """
    on_scale = questionnaire.wish is WishKind.SAME_SCALE
    rows = [
        (
            item.id,
            item.self_text,
            voice.mark,
            _label(voice),
            _value(voice.heard.get(item.id)),
            _value(voice.heard.get(item.wish_id)) if on_scale else math.nan,
        )
        for item in scale.items
        for voice in _visible(voices)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS).astype({"value": float, "wished": float})


def voices_read(
    questionnaire: Questionnaire, scale: Scale, voices: Sequence[Voice]
) -> pd.DataFrame:
    """The statements, with what other voices were asked instead, and each answer in words.

    Of the team: the word that the mean lies nearest to, and the mean with one decimal. The last
    column says in words how far the voices lie apart.
    """
    visible = _visible(voices)
    return pd.DataFrame(
        [
            {
                "Stelling": _statement(item, visible),
                **{starting(_label(voice)): _cell(questionnaire, item, voice) for voice in visible},
                "Verschil": _difference(_values(item, visible)),
            }
            for item in scale.items
        ]
    )


def _visible(voices: Sequence[Voice]) -> list[Voice]:
    return [voice for voice in voices if not voice.reason]


def _label(voice: Voice) -> str:
    return f"{voice.label} ({voice.n})" if voice.is_group else voice.label


def _value(heard: Heard | None) -> float:
    return math.nan if heard is None or heard.value is None else heard.value


def _values(item: Item, voices: Sequence[Voice]) -> dict[str, float]:
    """What each voice with a value says, by its label."""
    return {
        voice.label: heard.value
        for voice in voices
        if (heard := voice.heard.get(item.id)) and heard.value is not None
    }


def _difference(values: Mapping[str, float]) -> str:
    return apart_word(apart(values.values())) if len(values) > 1 else DASH


def _statement(item: Item, voices: Sequence[Voice]) -> str:
    """The statement in the ib'er's words; of who read other words, those as well."""
    readers: dict[str, list[str]] = {}
    for voice in voices:
        text = item.text_for(voice.reads_as)
        if item.id in voice.heard and text != item.self_text:
            readers.setdefault(text, []).append(voice.label)
    others = [f"{starting(listed(labels))}: “{text}”" for text, labels in readers.items()]
    return " ".join([item.self_text, *others])


def _cell(questionnaire: Questionnaire, item: Item, voice: Voice) -> str:
    heard, wish = voice.heard.get(item.id), voice.heard.get(item.wish_id)
    if heard is None:
        return NOT_ASKED
    answer = _in_words(heard, questionnaire.words, voice)
    if wish is None or wish.value is None:
        return answer
    if questionnaire.wish is WishKind.DIRECTION:
        return f"{answer}, wens: {_direction(wish, questionnaire.wish_words)}"
    return f"{answer}, gewenst: {_in_words(wish, questionnaire.words, voice)}"


def _in_words(heard: Heard, words: Sequence[str], voice: Voice) -> str:
    if heard.value is None:
        return heard.reason or ""
    nearest = words[math.floor(heard.value + 0.5) - 1]
    return f"{nearest} ({one_decimal(heard.value)})" if voice.is_group else nearest


def _direction(wish: Heard, words: Sequence[str]) -> str:
    """What more than half want: the mean of 'minder' and 'meer' would say 'zo houden'."""
    return DIVIDED if wish.common is None else words[wish.common - 1]
