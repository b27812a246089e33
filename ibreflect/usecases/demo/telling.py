"""The chapters of the cast, told by the same use cases that a visitor works with."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import cycle, product
from typing import NamedTuple
from uuid import UUID

from ibreflect.measure.disclosure import FLOORS
from ibreflect.model.asking import CONTACT, HandedOutBy, Rules
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire, RaterGroup
from ibreflect.model.round import Round, SchoolTerm
from ibreflect.model.time import SPLITS, Moment, Slot
from ibreflect.store import voices
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    answering,
    asking,
    direction,
    fill_in,
    instruments,
    inviting,
    mandate_agreement,
    mandate_rounds,
    rounds,
    time,
)
from ibreflect.usecases.demo.chapter import Chapter, Deal, Recorded, Said, Signs, TimeShares
from ibreflect.usecases.demo.tables import first_day, term_back
from ibreflect.usecases.demo.viewpoints import CAST

_SIGNS = {
    "n": NonAnswer.NOT_APPLICABLE,
    "?": NonAnswer.CANNOT_JUDGE,
    "a": NonAnswer.ELSEWHERE,
}
_NOTHING = "."


class Now(NamedTuple):
    """The day on which the example data is made, and its term."""

    today: date
    term: SchoolTerm


def tell(store: Store, person_ids: Sequence[UUID], now: Now) -> None:
    """Go on with the rounds of the cast that have a chapter, oldest first.

    `person_ids` are those of the cast, in order. A chapter is told as far as its round asks the
    modules it is about.
    """
    for person_id, part in zip(person_ids, CAST, strict=True):
        actor = Person(person_id, part.name)
        mine = {each.term: each for each in rounds.mine(store, actor)}
        for back in sorted(part.chapters, reverse=True):
            _go_on(store, actor, mine[term_back(now.term, back)], part.chapters[back], now)


def _go_on(store: Store, actor: Person, subject: Round, chapter: Chapter, now: Now) -> None:
    for item_id, given in _given(instruments.of_round(store, subject), chapter.own):
        fill_in.save_in(store, actor, subject, item_id=item_id, given=given)
    if chapter.time:
        time.save(store, actor, subject.round_id, numbers=_numbers(chapter.time))
    if chapter.direction:
        _record(store, actor, subject, chapter.direction)
    _ask_others(store, actor, subject, chapter, now)
    _round_off(store, actor, subject, chapter)


def _round_off(store: Store, actor: Person, subject: Round, chapter: Chapter) -> None:
    if chapter.hands_in:
        fill_in.hand_in(store, actor, subject.round_id)
    if mandate_rounds.asks_map(store, subject):
        for deal in chapter.deals:
            mandate_agreement.agree(store, actor, subject.round_id, _entry(store, subject, deal))
    if chapter.closes:
        rounds.close(store, actor, subject.round_id)


def _ask_others(store: Store, actor: Person, subject: Round, chapter: Chapter, now: Now) -> None:
    wanted = {
        asking.LEADER: 1 if chapter.leader else 0,
        RaterGroup.TEACHER: chapter.links,
        RaterGroup.COLLEAGUE: len(chapter.colleagues),
    }
    state = asking.of_round(store, actor, subject.round_id, today=now.today)
    invited = {group: count for group, count in wanted.items() if count and state.asks(group)}
    if not invited:
        return
    rules = _rules(state, subject, now, actor)
    day = rules.opens_on
    asking.begin(store, actor, subject.round_id, rules, today=day)
    for group, count in invited.items():
        inviting.add_unnamed(store, actor, subject.round_id, group, count, today=day)
    made = inviting.hand_out(store, actor, subject.round_id, today=day)
    said = {
        asking.LEADER: [chapter.leader] if chapter.leader else [],
        RaterGroup.TEACHER: chapter.team,
        RaterGroup.COLLEAGUE: chapter.colleagues,
    }
    for group, answers in said.items():
        tokens = [each.token for each in made if each.invitee.group is group]
        for token, answer in zip(tokens, answers, strict=False):
            _answer(store, token, answer, today=day)


def _rules(state: asking.Asking, subject: Round, now: Now, actor: Person) -> Rules:
    """Two weeks in which today is one of the days, or in the middle of a term that is over."""
    opens_on = now.today - timedelta(days=3)
    if subject.term != now.term:
        opens_on = _day(subject, 60)
    return Rules(
        opens_on=opens_on,
        closes_on=opens_on + timedelta(days=14),
        floors=FLOORS,
        asked=asking.advised(state.questionnaires),
        region="midden",
        reply_name=actor.name,
        reply_address="",
        handed_out_by=HandedOutBy.SELF,
    )


def _answer(store: Store, token: str, said: Said, *, today: date) -> None:
    """Hand in at once: a draft that grows answer by answer would cost seconds and not be seen."""
    here = answering.visit(store, token, today=today)
    given = dict(_given(here.sheet.questionnaires, said))
    if said.contact:
        given[CONTACT] = said.contact
    voices.hand_in(store, here.opened, voices.Filled(given, said.remarks), today=today)


def _record(store: Store, actor: Person, subject: Round, recorded: Recorded) -> None:
    chosen = direction.Chosen(recorded.position, recorded.body)
    day = _day(subject, recorded.days)
    direction.record(store, actor, subject.school_id, chosen, today=day)


def _entry(store: Store, subject: Round, deal: Deal) -> mandate_agreement.Entry:
    asked = mandate_rounds.map_of(store, subject)
    signs = _signs(asked, deal.levels)
    levels = {item_id: int(sign) for item_id, sign in signs if sign != _NOTHING}
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


def _given(questionnaires: Sequence[Questionnaire], said: Said) -> Iterator[tuple[str, Given]]:
    """What is said, with the wish right after each statement, as far as the words fit."""
    for each in questionnaires:
        wishes = dict(_signs(each, said.wished))
        wish_ids = {item.id: item.wish_id for item in each.items}
        for item_id, sign in _signs(each, said.now):
            wish = wishes.get(item_id, _NOTHING) if sign.isdigit() else _NOTHING
            given = {item_id: sign, wish_ids[item_id]: wish}
            yield from ((at, _read(of)) for at, of in given.items() if of != _NOTHING)


def _signs(questionnaire: Questionnaire, signs: Signs) -> Iterator[tuple[str, str]]:
    """The sign at each statement; they start again where a scale has more statements."""
    for scale in questionnaire.scales:
        for item, sign in zip(scale.items, cycle(signs.get(scale.id, "")), strict=False):
            yield item.id, sign


def _read(sign: str) -> Given:
    return int(sign) if sign.isdigit() else _SIGNS[sign]


def _day(subject: Round, days: int) -> date:
    return first_day(subject.term) + timedelta(days=days)
