"""The topics of the mandate map as a school words them: each change is a new version for it."""

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import InputError
from ibreflect.measure import mandate
from ibreflect.model.part import SourceDocument
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Item, Questionnaire, Scale
from ibreflect.questionnaires import examining
from ibreflect.questionnaires.crosswalk import version_number
from ibreflect.questionnaires.problem import Finding
from ibreflect.questionnaires.writing import tree_of, writing
from ibreflect.store.connection import Store
from ibreflect.usecases import entering, instruments, own_questionnaires, people
from ibreflect.usecases.own_questionnaires import Versions

MOST_TOPICS = 20
_OWN_SOURCE = "eigen"
_OWN_LINE = "eigen r.1"
_OWN_TITLE = "Onderwerp dat de school zelf heeft toegevoegd"


class WantedTopic(NamedTuple):
    """A row of the map: its text now, and what it is called on the map so far, None when new."""

    text: str
    was: str | None = None


class Wanted(NamedTuple):
    """The rows in order, and the ids of the scales that are asked besides the first.

    `version` is that of the map as it was when this was filled in.
    """

    version: str
    topics: tuple[WantedTopic, ...]
    columns: frozenset[str]


class Maps(NamedTuple):
    """The mandate map of one school, with every version there ever was."""

    versions: Versions

    @property
    def now(self) -> Questionnaire:
        """The map that is on offer at this school."""
        return self.versions.seen[-1]

    @property
    def columns(self) -> tuple[Scale, ...]:
        """Every column that the school saw, as it was last asked there; the ib'er's first."""
        found = {scale.id: scale for each in self.versions.seen for scale in each.scales}
        return tuple(found.values())

    @property
    def topics(self) -> tuple[str, ...]:
        """The rows of the map that is on offer now."""
        return tuple(mandate.rows(self.now))


class _Row(NamedTuple):
    """A row to be: its text, and its item in every column."""

    text: str
    items: Mapping[str, Item]


def maps(store: Store, actor: Person, folder: Path, school_id: UUID) -> Maps:
    """The mandate map of one of the actor's schools; InputError when there is none.

    NotAllowedError, the same for a foreign school as for an unknown one.
    """
    people.my_school(store, actor, school_id)
    offered = (each.questionnaire for each in instruments.on_offer(store, folder, school_id))
    now = next((each for each in offered if each.form is Form.MANDATE_MAP), None)
    if now is None:
        raise InputError("Bij de vragenlijsten van deze installatie is geen mandaatkaart.")
    return Maps(own_questionnaires.versions(store, folder, now.id, school_id))


def save(  # noqa: PLR0913 -- who, for which school, what, and when
    store: Store, actor: Person, folder: Path, school_id: UUID, wanted: Wanted, *, today: date
) -> str:
    """Offer a map with these topics for the school's rounds from now on; returns its version.

    InputError as for `reworded`, and when the map was changed elsewhere in the meantime.
    NotAllowedError as for `maps`, and when the actor is not ib'er at the school now.
    """
    current = maps(store, actor, folder, school_id)
    if wanted.version != current.now.version:
        raise InputError(
            "De onderwerpen zijn intussen in een ander venster veranderd. Laad de pagina opnieuw; "
            "dan zie je hoe ze nu zijn."
        )
    asked = reworded(current, wanted)
    content = writing(asked).encode()
    proposal = own_questionnaires.propose(store, folder, content, f"{asked.id}.yaml", school_id)
    own_questionnaires.adopt(store, actor, folder, proposal, today=today)
    return asked.version


def reworded(current: Maps, wanted: Wanted) -> Questionnaire:
    """The next version of the map, with the wanted topics and columns.

    A topic that is kept keeps its ids; a new one gets ids that no version of any school ever used.
    InputError, in Dutch and for each topic, when a text is empty, double, over 80 characters, a
    negation or markup, when there are no topics or more than 20, or when nothing changes.
    """
    now = current.now
    first, *others = current.columns
    scales = (first, *(scale for scale in others if scale.id in wanted.columns))
    rows = _rows(current, wanted, scales)
    asked = tuple(
        scale.model_copy(update={"items": tuple(row.items[scale.id] for row in rows)})
        for scale in scales
    )
    if asked == now.scales:
        raise InputError("Er is niets veranderd aan de onderwerpen.")
    items = sum(len(scale.items) for scale in asked)
    changed = now.model_copy(
        update={
            "version": _next_version(current.versions.highest),
            "scales": asked,
            "minutes": max(1, math.ceil(now.minutes * items / len(now.items))),
            "sources": _sources(now, asked),
        }
    )
    _require_sound(changed, rows)
    return changed


def _rows(current: Maps, wanted: Wanted, scales: Sequence[Scale]) -> tuple[_Row, ...]:
    if not 1 <= len(wanted.topics) <= MOST_TOPICS:
        raise InputError(
            f"Een mandaatkaart heeft 1 tot en met {MOST_TOPICS} onderwerpen; nu zijn het er "
            f"{len(wanted.topics)}."
        )
    present = mandate.rows(current.now)
    used = (_number(item) for each in current.versions.everywhere for item in each.items)
    fresh = itertools.count(max(used) + 1)
    return tuple(
        _row(
            entering.name(topic.text, f"onderwerp {place}"),
            present.get(topic.was or "", {}),
            scales,
            fresh,
        )
        for place, topic in enumerate(wanted.topics, start=1)
    )


def _row(
    text: str, kept: Mapping[str, Item], scales: Sequence[Scale], fresh: Iterator[int]
) -> _Row:
    """The items of a row: kept, taken back from when the column was last asked, or new."""
    found = {scale.id: kept.get(scale.id) or _as_before(scale, text) for scale in scales}
    number = next(fresh) if None in found.values() else 0
    items = {scale.id: found[scale.id] or _new(scale, number) for scale in scales}
    return _Row(text, {scale_id: _saying(item, text) for scale_id, item in items.items()})


def _as_before(scale: Scale, text: str) -> Item | None:
    return next((item for item in scale.items if item.self_text == text), None)


def _new(scale: Scale, number: int) -> Item:
    """An item that still has the words of another; `_saying` gives it its own."""
    example = scale.items[0]
    prefix = re.sub(r"\d", "", example.id)
    return example.model_copy(
        update={"id": f"{prefix}{number}", "sources": (_OWN_LINE,), "inferred": True}
    )


def _saying(item: Item, text: str) -> Item:
    """Not validated here: what is wrong with a text is said together with that of the others."""
    if item.self_text == text:
        return item
    return item.model_copy(update={"self_text": text, "other_text": text, "voices": {}})


def _sources(now: Questionnaire, asked: Sequence[Scale]) -> dict[str, SourceDocument]:
    if not any(_OWN_LINE in item.sources for scale in asked for item in scale.items):
        return now.sources
    return {**now.sources, _OWN_SOURCE: SourceDocument(file=_OWN_SOURCE, title=_OWN_TITLE)}


def _require_sound(changed: Questionnaire, rows: Sequence[_Row]) -> None:
    """Refuse what the rules of a questionnaire refuse, said once for each topic."""
    findings = examining.judge(tree_of(changed), Questionnaire).findings
    told = dict.fromkeys(f"{_about(each, rows)}{each.what}. {each.remedy}" for each in findings)
    if told:
        raise InputError("\n\n".join(told))


def _about(finding: Finding, rows: Sequence[_Row]) -> str:
    match finding.path:
        case ("schalen", int(), "stellingen", int(place), *_) if place < len(rows):
            return f"Onderwerp {place + 1}, “{rows[place].text}”: "
    return ""


def _number(item: Item) -> int:
    return int(re.sub(r"\D", "", item.id))


def _next_version(highest: str) -> str:
    major, minor, _ = version_number(highest)
    return f"{major}.{minor + 1}.0"
