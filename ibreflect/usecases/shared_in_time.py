"""What one ib'er shares of several rounds beside each other in time, from the frozen parts alone.

Only rounds and parts that can be read now: nothing here is computed from answers.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

import pandas as pd

from ibreflect.access.sharing import NOT_FOR_YOU
from ibreflect.errors import NotAllowedError
from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.frozen import Drawing, Frozen, FrozenFigure, FrozenPart, Picture, Table
from ibreflect.model.person import Person
from ibreflect.model.sharing import Part, Share
from ibreflect.store.connection import Store
from ibreflect.usecases import coach_desk, shared
from ibreflect.usecases.frozen_tables import frame, kept
from ibreflect.usecases.shared import Offered

PARTS = (Part.ROLES, Part.OVERLAP)
_ROUND = "Meetronde"
_SAYS = {
    Part.ROLES: "Per rol alle meetrondes onder elkaar, de oudste eerst.",
    Part.OVERLAP: "Per meetronde de drie rollen en waar ze samenkomen, de oudste eerst.",
}


class RoundSeen(NamedTuple):
    """A round of which something can be read now, with its context card.

    `markers` say what was different from the round before it, as far as that is shared.
    """

    label: str
    frozen: Frozen
    markers: tuple[str, ...]


class InTime(NamedTuple):
    """The rounds of one ib'er, oldest first, and roles and overlap with all rounds in each."""

    owner: str
    rounds: tuple[RoundSeen, ...]
    parts: tuple[FrozenPart, ...]


class _Read(NamedTuple):
    """The newest share of one round, and the newest frozen version of each part of it."""

    label: str
    share: Share
    frozen: Frozen
    parts: dict[Part, FrozenPart]


def in_time(store: Store, actor: Person, person_id: UUID, *, now: datetime) -> InTime:
    """What an ib'er shares with the actor as coach now, in order of time.

    The ib'er gets to know that it was looked at. NotAllowedError when nothing is shared (any more).
    """
    offered = coach_desk.offered(store, actor, person_id, now=now)
    if not offered:
        raise NotAllowedError(NOT_FOR_YOU)
    read = _all_read(store, actor, offered, now)
    markers = ((), *(_markers(before, after) for before, after in pairwise(read)))
    return InTime(
        owner=read[-1].frozen.owner,
        rounds=tuple(
            RoundSeen(each.label, each.frozen, notes)
            for each, notes in zip(read, markers, strict=True)
        ),
        parts=tuple(found for part in PARTS if (found := _together(read, part)).figures),
    )


def _all_read(
    store: Store, actor: Person, offered: Sequence[Offered], now: datetime
) -> list[_Read]:
    """Each round once, oldest first; only the shares that are needed are looked at."""
    by_round: dict[UUID, list[Offered]] = {}
    for each in sorted(offered, key=_in_time):
        by_round.setdefault(each.share.round_id, []).append(each)
    terms = [own[0].subject.term.label for own in by_round.values()]
    found = []
    for own in by_round.values():
        newest, term = own[0], own[0].subject.term.label
        wanted = {part: _with(own, part) for part in PARTS}
        shares = {newest.share.share_id, *(each.share_id for each in wanted.values() if each)}
        frozen = {each: shared.read(store, actor, each, now=now).frozen for each in shares}
        parts = {
            part: next(each for each in frozen[share.share_id].parts if each.part is part)
            for part, share in wanted.items()
            if share
        }
        label = f"{term}, {newest.subject.school_name}" if terms.count(term) > 1 else term
        found.append(_Read(label, newest.share, frozen[newest.share.share_id], parts))
    return found


def _in_time(each: Offered) -> tuple[object, ...]:
    """Rounds in order of time, and of one round what was shared last first."""
    return each.subject.term, str(each.share.round_id), -each.share.shared_at.timestamp()


def _with(own: Sequence[Offered], part: Part) -> Share | None:
    return next((each.share for each in own if part in each.share.parts), None)


def _markers(before: _Read, after: _Read) -> tuple[str, ...]:
    """What the two shares themselves say was different; as in Groei, but for the statements."""
    other_school = before.share.school_id != after.share.school_id
    versions = dict(before.frozen.asked)
    other_version = any(
        versions.get(each, version) != version for each, version in after.frozen.asked
    )
    return tuple(
        text
        for text, changed in (
            ("andere school", other_school),
            ("nieuwe schoolleider", _new_leader() in after.frozen.card and not other_school),
            ("andere versie van de vragenlijst", other_version),
        )
        if changed
    )


def _new_leader() -> tuple[str, str]:
    """The line of a context card that tells of a new schoolleider."""
    (field,) = [each for each in CONTEXT_FIELDS if each.field == "nieuwe_schoolleider"]
    return field.question, field.options["ja"]


def _together(read: Sequence[_Read], part: Part) -> FrozenPart:
    """One part of all rounds, in a figure for each scale of words."""
    pairs = [
        (each.label, figure)
        for each in read
        if part in each.parts
        for figure in each.parts[part].figures
    ]
    words = dict.fromkeys(figure.words for _, figure in pairs)
    figures = tuple(
        _one_figure([pair for pair in pairs if pair[1].words == each], _SAYS[part])
        for each in words
    )
    return FrozenPart(part, (), figures, ())


def _one_figure(pairs: Sequence[tuple[str, FrozenFigure]], says: str) -> FrozenFigure:
    first = pairs[0][1]
    return first._replace(
        says=says,
        pictures=_rows(pairs) if first.drawing is Drawing.SCALES else _side_by_side(pairs),
        read=_read_together(pairs),
        also=tuple(f"{label}: {figure.says}" for label, figure in pairs),
    )


def _side_by_side(pairs: Sequence[tuple[str, FrozenFigure]]) -> tuple[Picture, ...]:
    return tuple(
        Picture(label, picture.drawn) for label, figure in pairs for picture in figure.pictures
    )


def _rows(pairs: Sequence[tuple[str, FrozenFigure]]) -> tuple[Picture, ...]:
    """One drawing with a row for each role and round, the rounds of a role together."""
    rows = []
    for number, (label, figure) in enumerate(pairs):
        drawn = frame(figure.pictures[0].drawn)
        drawn["role"] = drawn["item"]
        drawn["item"] = drawn["item"] + f"@{number}"
        drawn["text"] = drawn["text"] + f", {label}"
        rows.append(drawn)
    drawn = pd.concat(rows, ignore_index=True)
    roles = list(dict.fromkeys(drawn["role"]))
    drawn["role"] = drawn["role"].map(roles.index)
    drawn = drawn.sort_values("role", kind="stable").drop(columns="role")
    return (Picture("", kept(drawn)),)


def _read_together(pairs: Sequence[tuple[str, FrozenFigure]]) -> Table:
    read = []
    for label, figure in pairs:
        table = frame(figure.read)
        table.insert(0, _ROUND, label)
        read.append(table)
    return kept(pd.concat(read, ignore_index=True).fillna(""))
