"""Which themes a network has most to talk about; never by how high or low anything is."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from ibreflect.measure.network import MORE_THAN_HALF, Unity
from ibreflect.model.meeting import GAPS, MOST_THEMES, UNSEEN, UNSURE
from ibreflect.model.network import Figures, ScaleFigure

WIDE = 0.5
"""From how many points on ib'ers and leraren together see something clearly differently."""


class Reason(StrEnum):
    """Why there is something to talk about; the value is what users read."""

    DIVIDED = "de scholen zijn verdeeld"
    CHANGED = "er veranderde meer dan de onzekerheid"
    UNSURE = "bij meer dan de helft van de scholen is een mandaat onzeker"
    UNSEEN = "bij meer dan de helft van de scholen zien anderen een deel van het werk niet"
    APART = "ib'ers en leraren zien een onderdeel minstens een half punt anders"


def reasons(figures: Figures, keys: Sequence[str]) -> tuple[Reason, ...]:
    """Why these figures of a theme give something to talk about, each reason once.

    Schools are divided, or changed by more than its error (whichever way); a mandate is unsure, or
    work unseen, at more than half of the schools; a mean gap is of WIDE points or more (whichever
    way). Where a scale lies counts for nothing.
    """
    scales = {each.key: each for each in figures.scales}
    return tuple(dict.fromkeys(why for key in keys for why in _of(figures, scales, key)))


def suggested(figures: Figures, themes: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """At most three themes, those with most reasons first, else in the order given.

    `themes` has the keys of the figures of each theme; one without a reason is never suggested.
    """
    found = {theme_id: len(reasons(figures, keys)) for theme_id, keys in themes.items()}
    talked = [theme_id for theme_id, count in found.items() if count]
    return tuple(sorted(talked, key=lambda theme_id: -found[theme_id])[:MOST_THEMES])


def _of(figures: Figures, scales: Mapping[str, ScaleFigure], key: str) -> Iterator[Reason]:
    if key == UNSURE and MORE_THAN_HALF in figures.unsure.values():
        yield Reason.UNSURE
    if key == UNSEEN and MORE_THAN_HALF in figures.unseen.values():
        yield Reason.UNSEEN
    if key == GAPS and any(abs(dot.value) >= WIDE for dot in figures.gaps.values()):
        yield Reason.APART
    if key in scales:
        yield from _of_scale(scales[key])


def _of_scale(scale: ScaleFigure) -> Iterator[Reason]:
    if not scale.strips:
        return
    if scale.unity == Unity.DIVIDED:
        yield Reason.DIVIDED
    if scale.shift and abs(scale.shift.change) > scale.shift.error:
        yield Reason.CHANGED
