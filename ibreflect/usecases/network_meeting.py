"""A meeting of a network: themes with what a snapshot tells of each, also as files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.charts.network_dots import A_GROUP, network_dots
from ibreflect.errors import InputError
from ibreflect.measure import network_sentences, network_themes
from ibreflect.measure.network_themes import Reason
from ibreflect.model import meeting as meeting_keys
from ibreflect.model.card import Card
from ibreflect.model.meeting import MOST_THEMES, MeetingTheme, Sheet, ThemeSheet, Told
from ibreflect.model.network import key_of
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.role import REGIONS, region_name
from ibreflect.questionnaires.meetings import load_meetings
from ibreflect.reports import drawing
from ibreflect.reports.network_sheet import Said, sheet_pdf, sheet_word
from ibreflect.store.connection import Store
from ibreflect.usecases import cards, downloads, networks, view_network, wording
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.networks import Snapshot
from ibreflect.usecases.view_network import Named, Part, View

HIDDEN = "Van minder dan vijf scholen is dit bekend. Daarom staat hier niets."
_NOTHING = "Niets dat bij een kwart van de scholen of meer speelt."
_NO_GAPS = "Ib'ers en leraren zien nergens duidelijk iets anders."
_TITLES = {
    meeting_keys.UNSURE: "Waarover is het mandaat onzeker?",
    meeting_keys.UNSEEN: "Welk werk zien anderen niet?",
    meeting_keys.GAPS: "Waar zien ib'ers en leraren het anders?",
    meeting_keys.TIME: "Waar de tijd heen gaat",
}
_ELSEWHERE = "Een onderdeel uit een vragenlijst"
_WHICH = f"Kies een tot {MOST_THEMES} thema's. Er is niets gemaakt."
_GONE = "Dit beeld is er niet (meer). Laad de pagina opnieuw."


class Texts(NamedTuple):
    """What a meeting is told with: the folder of themes and cards, and the questionnaires."""

    folder: Path
    questionnaires: Sequence[Questionnaire]


class Wanted(NamedTuple):
    """Which sheet: of which snapshot of a network, and which themes in this order."""

    alliance_id: UUID
    number: int
    themes: Sequence[str]


class When(NamedTuple):
    """Today, and seconds on a clock that only goes up."""

    today: date
    seconds: float


class Shown(NamedTuple):
    """A theme on the screen: `parts` has the picture of each figure that is one, in its place."""

    sheet: ThemeSheet
    parts: tuple[Part | None, ...]
    reasons: tuple[Reason, ...]

    @property
    def is_hidden(self) -> bool:
        """Whether it has figures and too few schools know anything of any of them."""
        told = self.sheet.told
        return bool(told) and all(each.says == (HIDDEN,) for each in told)


class Meeting(NamedTuple):
    """All themes by id in the order of their files, and those that are suggested."""

    themes: dict[str, Shown]
    suggested: tuple[str, ...]


def meeting(snapshot: Snapshot, texts: Texts) -> Meeting:
    """Every theme with what a published snapshot tells of it.

    QuestionnaireError lists what is wrong in the files with themes or cards.
    """
    themes = [theme for file in load_meetings(texts.folder) for theme in file.themes]
    by_id = {each.card.id: each.card for each in cards.cards(texts.folder)}
    view = view_network.view(snapshot.figures, texts.questionnaires)
    told = _Teller(view, texts.questionnaires, is_first=snapshot.number == 1)
    shown = {
        each.id: Shown(
            ThemeSheet(each, tuple(map(told.of, each.figures)), _cards(each, by_id)),
            tuple(map(told.part, each.figures)),
            network_themes.reasons(snapshot.figures, each.figures),
        )
        for each in themes
    }
    figures = {each.id: each.figures for each in themes}
    return Meeting(shown, network_themes.suggested(snapshot.figures, figures))


def sheet(place_name: str, snapshot: Snapshot, themes: Sequence[Shown]) -> Sheet:
    """The sheet with these themes, for a network with this name."""
    figures = snapshot.figures
    chosen = tuple(each.sheet for each in themes)
    parts = network_sentences.parts(figures.subgroup)
    return Sheet(place_name, snapshot.made_on, figures.scans, figures.schools, parts, chosen)


def offer_pdf(store: Store, actor: Person, wanted: Wanted, texts: Texts, *, when: When) -> str:
    """The ticket of a sheet as PDF.

    NotAllowedError for who does not read the network; InputError without that snapshot, or with
    other than one to three themes that exist.
    """
    content = sheet_pdf(_wanted(store, actor, wanted, texts, when.today), _said(store))
    return downloads.offer("netwerkbijeenkomst.pdf", content, now=when.seconds)


def offer_word(store: Store, actor: Person, wanted: Wanted, texts: Texts, *, when: When) -> str:
    """As `offer_pdf`, as a document for a word processor."""
    content = sheet_word(_wanted(store, actor, wanted, texts, when.today), _said(store))
    return downloads.offer("netwerkbijeenkomst.docx", content, now=when.seconds)


def _wanted(store: Store, actor: Person, wanted: Wanted, texts: Texts, today: date) -> Sheet:
    found = networks.published(store, actor, wanted.alliance_id, today=today)
    snapshot = next((each for each in found if each.number == wanted.number), None)
    if snapshot is None:
        raise InputError(_GONE)
    themes = meeting(snapshot, texts).themes
    chosen = [themes[each] for each in dict.fromkeys(wanted.themes) if each in themes]
    if not chosen or len(chosen) != len(wanted.themes) or len(chosen) > MOST_THEMES:
        raise InputError(_WHICH)
    mine = networks.mine(store, actor, today=today)
    (name,) = (each.name for each in mine if each.place_id == wanted.alliance_id)
    return sheet(name, snapshot, [_with_pictures(each) for each in chosen])


def _with_pictures(shown: Shown) -> Shown:
    told = tuple(
        each._replace(png=_picture(part)) if part else each
        for each, part in zip(shown.sheet.told, shown.parts, strict=True)
    )
    return shown._replace(sheet=shown.sheet._replace(told=told))


def _picture(part: Part) -> bytes:
    return drawing.png(network_dots(part.figure.drawn, words=part.words, width=drawing.WIDTH))


def _said(store: Store) -> Said:
    return wording.vocabulary(store).said


def _cards(theme: MeetingTheme, by_id: Mapping[str, Card]) -> tuple[Card, ...]:
    return tuple(by_id[each] for each in theme.cards if each in by_id)


class _Teller:
    """Tells of a figure of a snapshot by its key; of the first one nothing about change."""

    def __init__(
        self, seen: View, questionnaires: Sequence[Questionnaire], *, is_first: bool
    ) -> None:
        self._seen, self._is_first = seen, is_first
        self._titles = _titles(questionnaires)
        self._parts = {part.key: part for chapter in seen.chapters for part in chapter.parts}

    def part(self, key: str) -> Part | None:
        """The picture, where the figure is one."""
        return self._parts.get(key)

    def of(self, key: str) -> Told:
        """What the figure tells, or that too few schools know."""
        seen, part = self._seen, self._parts.get(key)
        match key:
            case meeting_keys.UNSURE:
                return _named(key, seen.unsure, _NOTHING)
            case meeting_keys.UNSEEN:
                return _named(key, seen.unseen, _NOTHING)
            case meeting_keys.GAPS:
                return _named(key, seen.gaps, _NO_GAPS)
            case meeting_keys.TIME:
                return _time(seen.time)
        if part is None:
            return Told(_capital(self._titles.get(key, _ELSEWHERE)), (HIDDEN,))
        return Told(
            _capital(part.title),
            (part.figure.says,) if self._is_first else (part.figure.says, part.change),
            headings=("Scholen", "Groepen van minstens vijf scholen"),
            rows=_groups(part.figure),
        )


def _named(key: str, named: Named, nothing: str) -> Told:
    if not named.known:
        return Told(_TITLES[key], (HIDDEN,))
    return Told(_TITLES[key], () if named.lines else (nothing,), named.lines)


def _time(figure: Figure | None) -> Told:
    if figure is None:
        return Told(_TITLES[meeting_keys.TIME], (HIDDEN,))
    where, share = figure.read.columns
    rows = tuple(zip(figure.read[where], figure.read[share], strict=True))
    return Told(_TITLES[meeting_keys.TIME], (figure.says,), headings=(where, share), rows=rows)


def _groups(figure: Figure) -> tuple[tuple[str, str], ...]:
    """For each line of the picture its dots in words, from left to right."""
    groups = figure.drawn[figure.drawn["kind"] == A_GROUP]
    return tuple(
        (str(text), " · ".join(dots)) for text, dots in groups.groupby("text", sort=False)["dot"]
    )


def _titles(questionnaires: Sequence[Questionnaire]) -> dict[str, str]:
    scales = {
        key_of(each.id, scale.id): scale.title for each in questionnaires for scale in each.scales
    }
    regions = {
        key_of(each.id, "+".join(sorted(region))): region_name(region)
        for each in questionnaires
        for region in REGIONS
    }
    return {**scales, **regions}


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]
