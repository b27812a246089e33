"""What a published snapshot of a network shows: figures in the order of the questionnaires."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd

from ibreflect.charts.network_dots import A_GROUP, MINE
from ibreflect.measure import network_sentences as sentences
from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.days import in_dutch
from ibreflect.model.network import Dot, Figures, ScaleFigure, Strip, key_of
from ibreflect.model.numbers import one_decimal as decimal
from ibreflect.model.questionnaire import Form, Item, Kind, Questionnaire
from ibreflect.model.role import REGIONS, region_name
from ibreflect.model.time import WORK
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.networks import Snapshot

WHOLE = "Alle scholen die meetellen"
_MOST = 5


class Part(NamedTuple):
    """One scale that may be shown: its figure, what changed and what to ask about it."""

    key: str
    title: str
    words: tuple[str, ...]
    figure: Figure
    change: str
    question: str


class Chapter(NamedTuple):
    """One questionnaire; `hidden` are the titles of what too few schools have a value of."""

    title: str
    parts: tuple[Part, ...]
    hidden: tuple[str, ...]


class Named(NamedTuple):
    """Sentences, most schools first; not `known` when too few schools could tell."""

    lines: tuple[str, ...]
    known: bool


class View(NamedTuple):
    """All of a snapshot."""

    chapters: tuple[Chapter, ...]
    unsure: Named
    unseen: Named
    gaps: Named
    time: Figure | None


class Own(NamedTuple):
    """The reader's own place: values (1-5) by key, and what they chose on the context card."""

    by_key: Mapping[str, float]
    choices: Mapping[str, str]


def view(figures: Figures, questionnaires: Sequence[Questionnaire], own: Own | None = None) -> View:
    """The snapshot for the screen; what is of a questionnaire that is gone is left out."""
    items = {item.id: item for each in questionnaires for item in each.items}
    titles = {key: title for each in questionnaires for key, title in _titles(each).items()}
    lines = _lines(figures.scales, figures.subgroup, own)
    return View(
        chapters=_chapters(figures.scales, lines, questionnaires),
        unsure=Named(_named(figures.unsure, items), bool(figures.unsure)),
        unseen=Named(_named(figures.unseen, items), bool(figures.unseen)),
        gaps=Named(_gaps(figures.gaps, titles), bool(figures.gaps)),
        time=_time(figures.time),
    )


def over_the_years(
    snapshots: Sequence[Snapshot], questionnaires: Sequence[Questionnaire]
) -> tuple[Chapter, ...]:
    """Each scale of the newest snapshot with a line for every snapshot, oldest first.

    `snapshots` are newest first. The groups of one line are other schools than those of another.
    """
    lines: dict[str, pd.DataFrame] = {}
    for snapshot in reversed(snapshots):
        for scale in snapshot.figures.scales:
            drawn = _drawn([(in_dutch(snapshot.made_on), _dots(scale.strips))])
            lines[scale.key] = pd.concat([lines[scale.key], drawn]) if scale.key in lines else drawn
    newest = snapshots[0].figures.scales
    return _chapters(newest, lines, questionnaires)


def _chapters(
    scales: Sequence[ScaleFigure],
    lines: Mapping[str, pd.DataFrame],
    questionnaires: Sequence[Questionnaire],
) -> tuple[Chapter, ...]:
    by_key = {each.key: each for each in scales}
    found = []
    for each in sorted(questionnaires, key=lambda each: each.kind is not Kind.CORE):
        if each.form is not Form.SCALES:
            continue
        titles = {key: title for key, title in _titles(each).items() if key in by_key}
        shown = [
            _part(by_key[key], title, each, lines[key])
            for key, title in titles.items()
            if by_key[key].strips
        ]
        hidden = tuple(title for key, title in titles.items() if not by_key[key].strips)
        if shown or hidden:
            found.append(Chapter(each.title, tuple(shown), hidden))
    return tuple(found)


def _titles(questionnaire: Questionnaire) -> dict[str, str]:
    """The keys of a questionnaire: its scales, then the regions of the role picture."""
    scales = {key_of(questionnaire.id, each.id): each.title for each in questionnaire.scales}
    regions = {
        key_of(questionnaire.id, "+".join(sorted(region))): region_name(region)
        for region in REGIONS
    }
    return {**scales, **regions}


def _part(
    scale: ScaleFigure, title: str, questionnaire: Questionnaire, drawn: pd.DataFrame
) -> Part:
    read = drawn.rename(columns={"text": "Scholen", "kind": "Wat", "dot": "Waarde"})
    says = sentences.spread(_dots(scale.strips), scale.unity)
    return Part(
        scale.key,
        title,
        tuple(questionnaire.words),
        Figure(drawn, read[["Scholen", "Wat", "Waarde"]], says),
        sentences.change(scale.shift),
        sentences.question(scale),
    )


def _lines(
    scales: Sequence[ScaleFigure], subgroup: str, own: Own | None
) -> dict[str, pd.DataFrame]:
    """By key a line for each part of the network; the own place stands on that of its band."""
    found = {}
    for scale in scales:
        drawn = _drawn([(_band(each.bands, subgroup), each.dots) for each in scale.strips])
        value = own.by_key.get(scale.key) if own else None
        if own and value is not None and scale.strips:
            mine = _mine(scale.strips, own.choices.get(subgroup, ""))
            own_row = (_band(mine.bands, subgroup), value, decimal(value), MINE)
            drawn = pd.concat([drawn, pd.DataFrame([own_row], columns=drawn.columns)])
        found[scale.key] = drawn
    return found


def _mine(strips: Sequence[Strip], choice: str) -> Strip:
    """The strip with the band that the reader chose, else the first."""
    return next((each for each in strips if choice in each.bands), strips[0])


def _dots(strips: Sequence[Strip]) -> list[Dot]:
    return [dot for strip in strips for dot in strip.dots]


def _drawn(lines: Sequence[tuple[str, Sequence[Dot]]]) -> pd.DataFrame:
    rows = [(text, dot.value, _said(dot), A_GROUP) for text, dots in lines for dot in dots]
    return pd.DataFrame(rows, columns=["text", "value", "dot", "kind"])


def _band(bands: Sequence[str], subgroup: str) -> str:
    if not bands:
        return WHOLE
    options = next((each.options for each in CONTEXT_FIELDS if each.field == subgroup), {})
    return " of ".join(options.get(each, "niet ingevuld") for each in bands)


def _said(dot: Dot) -> str:
    return f"{dot.bound} {decimal(dot.value)}".strip()


def _named(shares: Mapping[str, str], items: Mapping[str, Item]) -> tuple[str, ...]:
    """The statements for which it is so at a quarter of the schools or more."""
    found = [
        (sentences.ORDER.index(words), items[item_id].self_text, words)
        for item_id, words in shares.items()
        if item_id in items and words in sentences.ORDER
    ]
    return tuple(f"{text} ({words})" for _, text, words in sorted(found)[:_MOST])


def _gaps(gaps: Mapping[str, Dot], titles: Mapping[str, str]) -> tuple[str, ...]:
    """The widest differences first, whichever way they go."""
    known = [(abs(dot.value), titles[key], dot) for key, dot in gaps.items() if key in titles]
    widest = sorted(known, key=lambda each: (-each[0], each[1]))[:_MOST]
    return tuple(sentences.gap(title, dot) for _, title, dot in widest)


def _time(percents: Mapping[str, int]) -> Figure | None:
    if not percents:
        return None
    named = {each.part_id: each.name for each in WORK.parts}
    read = pd.DataFrame(
        [
            {"Waar de tijd heen gaat": named[part], "Gemiddeld": sentences.percent(percent)}
            for part, percent in percents.items()
            if part in named
        ]
    )
    return Figure(read, read, sentences.TIME)
