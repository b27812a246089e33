"""What Mijn tijd shows: nu beside gewenst, lines over rounds, and the signs of a zorgmagneet."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

import pandas as pd

from ibreflect.measure.care_magnet import MODULE_ID, CareMagnet, Module, care_magnet
from ibreflect.measure.growth import Noise
from ibreflect.measure.time_sentences import about_rounds, about_split, difference
from ibreflect.model.numbers import DASH
from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.time import (
    LINE,
    SPLITS,
    WORK,
    Division,
    Shares,
    TimePart,
    TimeSplit,
    division,
    percent,
)
from ibreflect.store import answers
from ibreflect.store.connection import Store
from ibreflect.usecases import instruments, time
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.time import Divided


class PartLine(NamedTuple):
    """One part over the rounds: see `charts.time_rounds`."""

    part: TimePart
    drawn: pd.DataFrame


class SplitLines(NamedTuple):
    """One split over two rounds or more."""

    split: TimeSplit
    parts: tuple[PartLine, ...]
    read: pd.DataFrame
    says: str


class TimePicture(NamedTuple):
    """What the time of a round shows; by split id, only what there is something to show of."""

    divisions: dict[str, Figure]
    lines: tuple[SplitLines, ...]
    care_magnet: CareMagnet


def picture(store: Store, actor: Person, round_id: UUID, noise: Noise) -> TimePicture:
    """The picture of one of the actor's rounds, with all their rounds behind it."""
    kept = time.of_round(store, actor, round_id)
    divisions = {split.split_id: division(split, kept.numbers) for split in SPLITS}
    over_rounds = time.over_rounds(store, actor)
    return TimePicture(
        divisions={
            split.split_id: _figure(split, divisions[split.split_id])
            for split in SPLITS
            if any(divisions[split.split_id])
        },
        lines=tuple(
            _lines(split, over_rounds[split.split_id])
            for split in SPLITS
            if len(over_rounds[split.split_id]) > 1
        ),
        care_magnet=care_magnet(
            work=divisions[WORK.split_id],
            line=divisions[LINE.split_id],
            module=_module(store, kept.round),
            noise=noise,
        ),
    )


def _module(store: Store, subject: Round) -> Module | None:
    if not subject.handed_in:
        return None
    given = answers.newest(store, subject.response_id)
    for questionnaire in instruments.of_round(store, subject):
        if questionnaire.id == MODULE_ID:
            return Module(questionnaire, {item: kept.given for item, kept in given.items()})
    return None


def _figure(split: TimeSplit, shown: Division) -> Figure:
    return Figure(
        drawn=pd.DataFrame(
            {
                "part": [part.name for part in split.parts],
                "now": _column(split, shown.now),
                "wished": _column(split, shown.wished),
            }
        ),
        read=pd.DataFrame([_row(part, shown) for part in split.parts]),
        says=about_split(split, shown),
    )


def _column(split: TimeSplit, shares: Shares | None) -> "pd.Series[float]":
    given = [shares[part.part_id] if shares else None for part in split.parts]
    return pd.Series(given, dtype="float64")


def _row(part: TimePart, shown: Division) -> dict[str, str]:
    return {
        "Onderdeel": part.name,
        "Nu": _written(shown.now, part),
        "Gewenst": _written(shown.wished, part),
        "Gewenst naast nu": _compared(shown, part),
    }


def _compared(shown: Division, part: TimePart) -> str:
    now, wished = shown
    return difference(now[part.part_id], wished[part.part_id]) if now and wished else DASH


def _written(shares: Shares | None, part: TimePart) -> str:
    return percent(shares[part.part_id]) if shares else DASH


def _lines(split: TimeSplit, rounds: Sequence[Divided]) -> SplitLines:
    labels = _labels(rounds)
    newest = rounds[-1].round.school_id
    here = [at for at, each in enumerate(rounds) if each.round.school_id == newest]
    return SplitLines(
        split=split,
        parts=tuple(PartLine(part, _drawn(part, labels, rounds)) for part in split.parts),
        read=_read(split, labels, rounds),
        says=about_rounds(split, [labels[at] for at in here], [rounds[at].now for at in here]),
    )


def _labels(rounds: Sequence[Divided]) -> list[str]:
    """The terms; with the school where there are rounds at more than one school."""
    alone = len({each.round.school_id for each in rounds}) == 1
    return [
        each.round.term.label if alone else f"{each.round.term.label}, {each.round.school_name}"
        for each in rounds
    ]


def _drawn(part: TimePart, labels: Sequence[str], rounds: Sequence[Divided]) -> pd.DataFrame:
    """One row per round: position, round, school, now (0-100), wished (last round only, or NaN)."""
    *_, last = rounds
    wishes = [each.wished if each is last else None for each in rounds]
    return pd.DataFrame(
        {
            "position": range(len(rounds)),
            "round": labels,
            "school": [str(each.round.school_id) for each in rounds],
            "now": pd.Series([each.now[part.part_id] for each in rounds], dtype="float64"),
            "wished": pd.Series(
                [each[part.part_id] if each else None for each in wishes], dtype="float64"
            ),
        }
    )


def _read(split: TimeSplit, labels: Sequence[str], rounds: Sequence[Divided]) -> pd.DataFrame:
    """The parts down; across the rounds as they were, and the last wish."""
    columns = {
        label: [_written(each.now, part) for part in split.parts]
        for label, each in zip(labels, rounds, strict=True)
    }
    wish = [_written(rounds[-1].wished, part) for part in split.parts]
    names = [part.name for part in split.parts]
    return pd.DataFrame({"Onderdeel": names, **columns, f"Gewenst in {labels[-1]}": wish})
