"""The chapters of the cast, told by the same use cases that a visitor works with."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import product
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.round import Round
from ibreflect.model.time import SPLITS, Moment, Slot
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    direction,
    fill_in,
    mandate_agreement,
    mandate_rounds,
    rounds,
    time,
)
from ibreflect.usecases.demo import signs, telling_others
from ibreflect.usecases.demo.chapter import Chapter, Deal, Recorded, TimeShares
from ibreflect.usecases.demo.tables import first_day, term_back
from ibreflect.usecases.demo.telling_others import Now
from ibreflect.usecases.demo.viewpoints import CAST


def tell(store: Store, person_ids: Sequence[UUID], now: Now) -> None:
    """Go on with the rounds of the cast that have a chapter, oldest first.

    `person_ids` are those of the cast, in order. A chapter is told as far as its round asks the
    modules it is about; what the cast answered to those is kept already.
    """
    for person_id, part in zip(person_ids, CAST, strict=True):
        actor = Person(person_id, part.name)
        mine = {each.term: each for each in rounds.mine(store, actor)}
        for back in sorted(part.chapters, reverse=True):
            _go_on(store, actor, mine[term_back(now.term, back)], part.chapters[back], now)


def _go_on(store: Store, actor: Person, subject: Round, chapter: Chapter, now: Now) -> None:
    if chapter.time:
        time.save(store, actor, subject.round_id, numbers=_numbers(chapter.time))
    if chapter.direction:
        _record(store, actor, subject, chapter.direction)
    telling_others.ask(store, actor, subject, chapter.others, now)
    _round_off(store, actor, subject, chapter)


def _round_off(store: Store, actor: Person, subject: Round, chapter: Chapter) -> None:
    if chapter.hands_in:
        fill_in.hand_in(store, actor, subject.round_id)
    if mandate_rounds.asks_map(store, subject):
        for deal in chapter.deals:
            mandate_agreement.agree(store, actor, subject.round_id, _entry(store, subject, deal))
    if chapter.closes:
        rounds.close(store, actor, subject.round_id)


def _record(store: Store, actor: Person, subject: Round, recorded: Recorded) -> None:
    chosen = direction.Chosen(recorded.position, recorded.body)
    day = _day(subject, recorded.days)
    direction.record(store, actor, subject.school_id, chosen, today=day)


def _entry(store: Store, subject: Round, deal: Deal) -> mandate_agreement.Entry:
    asked = signs.of_items(mandate_rounds.map_of(store, subject), deal.levels)
    levels = {item_id: int(sign) for item_id, sign in asked if sign != signs.NOTHING}
    day = _day(subject, deal.days)
    return mandate_agreement.Entry(
        levels=levels,
        notes={item_id: note for item_id, note in deal.notes.items() if item_id in levels},
        agreed_on=day,
        review_on=mandate_agreement.half_a_year_after(day),
    )


def _numbers(shares: TimeShares) -> dict[Slot, int]:
    return {
        Slot(split.split_id, part.part_id, moment): share
        for (split, moment), row in zip(product(SPLITS, Moment), shares, strict=True)
        for part, share in zip(split.parts, row, strict=True)
    }


def _day(subject: Round, days: int) -> date:
    return first_day(subject.term) + timedelta(days=days)
