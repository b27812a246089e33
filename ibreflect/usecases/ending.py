"""The end of asking: what others said is fixed in a snapshot, once, and shown from that alone."""

import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from pydantic import TypeAdapter

from ibreflect.errors import QuestionnaireError
from ibreflect.measure import disclosure
from ibreflect.measure.disclosure import TEXT_FLOOR, Cell
from ibreflect.model.asking import ANONYMOUS, CONTACT, REMARK_TOPICS, Rules
from ibreflect.model.questionnaire import Form, Given, Questionnaire, RaterGroup, WishKind
from ibreflect.model.round import RoundId
from ibreflect.model.voice import Heard, Mark, Snapshot, Voice
from ibreflect.store import asking, rounds, snapshots
from ibreflect.store.connection import Store
from ibreflect.store.snapshots import HandedIn
from ibreflect.store.voices import OTHERS
from ibreflect.usecases import instruments, tidying

COOPERATION = "samenwerking"
"""Where a snapshot keeps how often people work together with the ib'er."""

_FORM = TypeAdapter(Snapshot)
_LEADER = RaterGroup.SCHOOL_LEADER
_TOO_FEW = "Te weinig mensen antwoordden. Dan is te zien wie wat zei, en daarom staat er niets."


def snapshot(store: Store, round_id: RoundId) -> Snapshot | None:
    """What others said in a round, once asking has ended; else None.

    For use cases that have asked whether it may be seen.
    """
    kept = snapshots.find(store, round_id)
    return _FORM.validate_json(kept) if kept is not None else None


def end_due(store: Store, today: date) -> None:
    """Make the snapshot of every round of which the last day is over, or that was closed.

    A round whose questionnaire is gone waits until a copy of the database is put back.
    """
    for round_id in asking.due(store, today):
        with suppress(QuestionnaireError):
            end(store, round_id)


def end(store: Store, round_id: RoundId) -> None:
    """Make the snapshot of a round now; again, or where nothing was asked, does nothing."""
    rules = asking.rules(store, round_id)
    subject = rounds.of_id(store, round_id)
    if rules is None or subject is None:  # erased meanwhile
        return
    asked = [each for each in instruments.of_round(store, subject) if each.id in rules.asked]
    if snapshots.freeze(store, round_id, lambda handed_in: _made(rules, asked, handed_in)):
        tidying.forget_deleted(store)


def _made(rules: Rules, asked: Sequence[Questionnaire], handed_in: HandedIn) -> str:
    return _FORM.dump_json(taken(rules, asked, handed_in)).decode()


def taken(rules: Rules, asked: Sequence[Questionnaire], handed_in: HandedIn) -> Snapshot:
    """What may be seen of everything that was handed in, under the rules asking began with."""
    invited = [group for group in ANONYMOUS if group in handed_in.invited]
    counts = {group: len(handed_in.given.get(group, ())) for group in invited}
    apart = disclosure.cells(counts, rules.floors)
    together = disclosure.as_one(counts, rules.floors)
    voices = {
        each.id: _voices(each, together if each.form is Form.MANDATE_MAP else apart, handed_in)
        for each in asked
    }
    return Snapshot(
        voices={**voices, COOPERATION: tuple(_cooperation(cell, handed_in) for cell in apart)},
        remarks=_remarks(handed_in.remarks),
        leader_remarks={
            topic: body for whose, topic, body in handed_in.remarks if whose == _LEADER.value
        },
    )


def _voices(
    questionnaire: Questionnaire, cells: Sequence[Cell], handed_in: HandedIn
) -> tuple[Voice, ...]:
    of_leader = handed_in.given.get(_LEADER)
    leader = () if not of_leader else (of_named(Mark.SCHOOL_LEADER, questionnaire, of_leader[0]),)
    groups = (
        _of_cell(cell, questionnaire, handed_in)
        for cell in cells
        if {*cell.groups} & {*questionnaire.groups}
    )
    return (*leader, *groups)


def of_named(mark: Mark, questionnaire: Questionnaire, given: Mapping[str, Given]) -> Voice:
    """What somebody who is named answered: the ib'er, or the schoolleider."""
    groups = () if mark is Mark.SELF else (_LEADER,)
    ids = asked_of(questionnaire, groups)
    return Voice(mark, groups, 1, 1, {each: disclosure.of_one(given.get(each)) for each in ids}, "")


def _of_cell(cell: Cell, questionnaire: Questionnaire, handed_in: HandedIn) -> Voice:
    """What a cell says; of more groups together the whole cell decides whether it is shown.

    That only some of its groups are asked a questionnaire must not tell how many of them answered.
    """
    groups = tuple(group for group in cell.groups if group in questionnaire.groups)
    if not cell.is_shown:
        return Voice(cell.mark, groups, 0, cell.floor, {}, _TOO_FEW)
    heard = {
        each: _heard(questionnaire, each, cell, handed_in)
        for each in asked_of(questionnaire, groups)
    }
    return _told(cell, groups, heard)


def _told(cell: Cell, groups: tuple[RaterGroup, ...], heard: Mapping[str, Heard]) -> Voice:
    if not cell.is_merged:
        return Voice(cell.mark, groups, cell.n, cell.floor, heard, "")
    least = {each: disclosure.with_least(what, cell.floor) for each, what in heard.items()}
    return Voice(cell.mark, groups, cell.floor, cell.floor, least, "", at_least=True)


def _given(
    questionnaire: Questionnaire, item_id: str, cell: Cell, handed_in: HandedIn
) -> list[Given | None]:
    """What each person of the cell gave who was asked this."""
    return [
        person.get(item_id)
        for group in cell.groups
        if item_id in asked_of(questionnaire, (group,))
        for person in handed_in.given.get(group, ())
    ]


def _heard(questionnaire: Questionnaire, item_id: str, cell: Cell, handed_in: HandedIn) -> Heard:
    given = _given(questionnaire, item_id, cell, handed_in)
    is_wish = all(item_id != item.id for item in questionnaire.items)
    chooses = questionnaire.form is Form.MANDATE_MAP or (
        is_wish and questionnaire.wish is WishKind.DIRECTION
    )
    return (disclosure.choice_of_group if chooses else disclosure.of_group)(given, floor=cell.floor)


def asked_of(questionnaire: Questionnaire, groups: Sequence[RaterGroup]) -> list[str]:
    """The ids of what groups are asked, with the wishes beside them; () stands for the ib'er."""
    items = [item for item in questionnaire.items if not groups or {*groups} & {*item.visible_to}]
    wishes = [item.wish_id for item in items] if questionnaire.wish else []
    return [*(item.id for item in items), *wishes]


def _cooperation(cell: Cell, handed_in: HandedIn) -> Voice:
    """How often people of a cell work together with the ib'er: what more than half say."""
    if not cell.is_shown:
        return Voice(cell.mark, cell.groups, 0, cell.floor, {}, _TOO_FEW)
    given = [
        person.get(CONTACT) for group in cell.groups for person in handed_in.given.get(group, ())
    ]
    return _told(cell, cell.groups, {CONTACT: disclosure.choice_of_group(given, floor=cell.floor)})


def _remarks(remarks: Sequence[tuple[str, str, str]]) -> dict[str, tuple[str, ...]]:
    """What people who are not named wrote, by topic, where enough of them did; in random order."""
    found = {}
    for each in REMARK_TOPICS:
        written = [body for whose, topic, body in remarks if (whose, topic) == (OTHERS, each.topic)]
        if len(written) >= TEXT_FLOOR:
            found[each.topic] = tuple(secrets.SystemRandom().sample(written, len(written)))
    return found
