"""Several voices on one questionnaire as figures and tables: only what each voice may show."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from ibreflect.measure.agreement import about_voices, apart, apart_word
from ibreflect.measure.dutch import listed, starting
from ibreflect.measure.perspectives import NOT_ASKED
from ibreflect.model.numbers import DASH, one_decimal
from ibreflect.model.questionnaire import Item, Questionnaire, Scale, WishKind
from ibreflect.model.voice import Heard, Voice
from ibreflect.usecases.frames import Figure

DIVIDED = "verdeeld"
UNSEEN = "meer dan de helft kan dit niet beoordelen"
_COLUMNS = ["item", "text", "voice", "label", "value", "wished", "low", "high", "bound"]


def voices_figure(questionnaire: Questionnaire, scale: Scale, voices: Sequence[Voice]) -> Figure:
    """One scale in the voices that may be heard, with the sentence above it."""
    values = {item.self_text: _values(item, visible(voices)) for item in scale.items}
    return Figure(
        drawn=voices_drawn(questionnaire, scale, voices),
        read=voices_read(questionnaire, scale, voices),
        says=about_voices(scale.title, values, questionnaire.words),
    )


def voices_drawn(
    questionnaire: Questionnaire, scale: Scale, voices: Sequence[Voice]
) -> pd.DataFrame:
    """One row per item and voice that may be heard.

    The columns are item, text (in the words of the ib'er), voice, label, value and wished (1-5 or
    NaN), low and high (the lowest and the highest answer where that may be told, else NaN) and
    bound ("", "minstens" or "hoogstens"). A wish that is a direction has no place on the scale and
    is in the table only; so are low and high beside a wish, for two lines would read as one.
    """
    on_scale = questionnaire.wish is WishKind.SAME_SCALE
    rows = [
        (
            item.id,
            item.self_text,
            voice.mark,
            label(voice),
            _value(voice.heard.get(item.id)),
            _value(voice.heard.get(item.wish_id)) if on_scale else math.nan,
            *_ends(voice.heard.get(item.id), beside_wish=on_scale),
        )
        for item in scale.items
        for voice in visible(voices)
    ]
    return pd.DataFrame(rows, columns=_COLUMNS)


def voices_read(
    questionnaire: Questionnaire, scale: Scale, voices: Sequence[Voice]
) -> pd.DataFrame:
    """The statements, with what other voices were asked instead, and each answer in words.

    Of a group: the word that the mean lies nearest to, the mean with one decimal and, where it may
    be told, how the answers lie. The last column says in words how far the voices lie apart.
    """
    heard = visible(voices)
    return pd.DataFrame(
        [
            {
                "Stelling": _statement(item, heard),
                **{starting(label(voice)): _cell(questionnaire, item, voice) for voice in heard},
                "Verschil": _difference(_values(item, heard)),
            }
            for item in scale.items
        ]
    )


def visible(voices: Sequence[Voice]) -> list[Voice]:
    """The voices that may be heard."""
    return [voice for voice in voices if not voice.reason]


def label(voice: Voice) -> str:
    """What a voice is called in a figure: 'schoolleider', 'leraren (6)'."""
    return f"{voice.label} ({voice.people})" if voice.is_group else voice.label


def _value(heard: Heard | None) -> float:
    return _number(None if heard is None else heard.value)


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _ends(heard: Heard | None, *, beside_wish: bool) -> tuple[float, float, str]:
    """The lowest and the highest answer as they are drawn, and the bound."""
    if heard is None:
        return math.nan, math.nan, ""
    if beside_wish:
        return math.nan, math.nan, heard.bound
    return _number(heard.low), _number(heard.high), heard.bound


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
    words = questionnaire.words
    answer = ", ".join([_in_words(heard, words, voice), *_detail(heard, words, voice)])
    if wish is None or wish.reason is not None:
        return answer
    if questionnaire.wish is WishKind.DIRECTION:
        return f"{answer}, wens: {_direction(wish, questionnaire.wish_words)}"
    return f"{answer}, gewenst: {_in_words(wish, words, voice)}"


def _in_words(heard: Heard, words: Sequence[str], voice: Voice) -> str:
    if heard.value is None:
        return heard.reason or ""
    nearest = words[math.floor(heard.value + 0.5) - 1]
    if not voice.is_group:
        return nearest
    return f"{nearest} ({f'{heard.bound} {one_decimal(heard.value)}'.strip()})"


def _detail(heard: Heard, words: Sequence[str], voice: Voice) -> list[str]:
    """How the answers of a group lie: how many gave one if not all did, and what is published."""
    said = (
        [f"{heard.n} van de {voice.n} mensen"]
        if 0 < heard.n < voice.n and not voice.at_least
        else []
    )
    if heard.unity:
        said.append(heard.unity)
    if heard.low is not None and heard.high is not None:
        said.append(f"van {words[heard.low - 1]} tot {words[heard.high - 1]}")
    if heard.counts:
        said.append(f"verdeling {', '.join(map(str, heard.counts))} keer")
    return [*said, UNSEEN] if heard.unseen else said


def _direction(wish: Heard, words: Sequence[str]) -> str:
    """What more than half want: the mean of 'minder' and 'meer' would say 'zo houden'."""
    return DIVIDED if wish.common is None else words[wish.common - 1]
