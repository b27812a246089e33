"""Answering by a link: what is asked, answer by answer, and handing in once.

Who answers has no account: the link itself is what gives access, to this and to nothing else.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ibreflect.access import links
from ibreflect.access.links import Link
from ibreflect.errors import InputError, NotAllowedError, StoreError
from ibreflect.model.asking import CONTACT, CONTACT_WORDS, Rules, Stage, remark_topics
from ibreflect.model.days import with_weekday
from ibreflect.model.questionnaire import Given, Questionnaire, RaterGroup
from ibreflect.model.round import Round
from ibreflect.store import asking as kept_asking
from ibreflect.store import people, rounds, voices
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.store.voices import Filled, Invitation
from ibreflect.usecases import asking, drafts, entering, instruments, mandate, mandate_rounds
from ibreflect.usecases.asking import LEADER
from ibreflect.usecases.drafts import Draft
from ibreflect.usecases.mandate import MandateMap
from ibreflect.usecases.sheet import Sheet

_NOT_SAVED = (
    "Je antwoord is niet opgeslagen: deze link neemt geen antwoorden meer aan. Vraag wie je "
    "uitnodigde of de vragen nog openstaan."
)


class State(StrEnum):
    """What can be done with a link; an unknown and a withdrawn one look the same."""

    NOT_YET = "not_yet"
    OPEN = "open"
    HANDED_IN = "handed_in"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class About(NamedTuple):
    """Who made a link, where, for which group, and the first and the last day, in words."""

    asked_by: str
    school_name: str
    group: RaterGroup
    first_day: str
    last_day: str


class Visit(NamedTuple):
    """What somebody with an open link is asked, by whom and about which round.

    `contact` is how often they work together, 1-5 or None; `remarks` what is written, by topic.
    """

    opened: Link
    round: Round
    rules: Rules
    asked_by: str
    group: RaterGroup
    sheet: Sheet
    contact: KeptAnswer | None
    remarks: dict[str, str]

    @property
    def has_begun(self) -> bool:
        """Whether something is kept already."""
        return bool(self.sheet.kept or self.contact or self.remarks)

    @property
    def minutes(self) -> int:
        """About how long it takes."""
        return asking.minutes(self.sheet.questionnaires, self.group)

    @property
    def last_day(self) -> str:
        """The last day on which answers are taken, in words."""
        return with_weekday(self.rules.closes_on)


def state(store: Store, token: str, *, today: date) -> State:
    """What can be done with a link on a day."""
    return _found(store, links.link(token), today=today)[0]


def about(store: Store, token: str, *, today: date) -> About | None:
    """What a link is about, open or not; None for an unknown or a withdrawn one."""
    _, invitation, subject = _found(store, links.link(token), today=today)
    owner = people.person(store, subject.person_id) if subject else None
    rules = kept_asking.rules(store, subject.round_id) if subject else None
    if invitation is None or subject is None or owner is None or rules is None:
        return None
    days = with_weekday(rules.opens_on), with_weekday(rules.closes_on)
    return About(owner.name, subject.school_name, invitation.group, *days)


def visit(store: Store, token: str, *, today: date) -> Visit:
    """What an open link asks, with what is filled in so far; NotAllowedError for another link."""
    opened = links.link(token)
    found, invitation, subject = _found(store, opened, today=today)
    rules = kept_asking.rules(store, subject.round_id) if subject else None
    if found is not State.OPEN or invitation is None or subject is None or rules is None:
        raise NotAllowedError(_NOT_SAVED)
    owner = people.person(store, subject.person_id)
    draft = drafts.opened(opened, voices.draft(store, opened.draft_id))
    contact = draft.kept.pop(CONTACT, None)
    return Visit(
        opened=opened,
        round=subject,
        rules=rules,
        asked_by=owner.name if owner else "",
        group=invitation.group,
        sheet=Sheet(
            key=drafts.key(opened),
            questionnaires=_asked_of(store, subject, rules, invitation.group),
            kept=draft.kept,
        ),
        contact=contact,
        remarks=draft.remarks,
    )


def save(store: Store, here: Visit, *, item_id: str, given: Given, today: date) -> KeptAnswer:
    """Keep one answer in the sealed draft and return it once it is on disk.

    InputError when the answer does not fit; NotAllowedError when the link takes no answers now.
    """
    if not _fits(here, item_id, given):
        raise InputError(
            "Dit antwoord past niet bij de vraag en is niet opgeslagen. Laad de pagina opnieuw."
        )
    newest: list[KeptAnswer] = []

    def with_answer(draft: Draft) -> Draft:
        number = 1 + max((each.answer_id for each in draft.kept.values()), default=0)
        newest.append(KeptAnswer(number, given))
        return draft._replace(kept={**draft.kept, item_id: newest[-1]})

    _change(store, here, with_answer, today=today)
    return newest[-1]


def write(store: Store, here: Visit, *, topic: str, body: str, today: date) -> None:
    """Keep what is written at an open question; nothing takes away what was written before.

    InputError when it is too long; NotAllowedError when the link takes no answers now.
    """
    if topic not in {each.topic for each in remark_topics(here.group)}:
        raise InputError("Deze vraag is er niet. Laad de pagina opnieuw.")
    text = entering.remark(body)

    def with_remark(draft: Draft) -> Draft:
        others = {each: kept for each, kept in draft.remarks.items() if each != topic}
        return draft._replace(remarks={**others, topic: text} if text else others)

    _change(store, here, with_remark, today=today)


def hand_in(store: Store, token: str, *, today: date) -> None:
    """Hand in, once, for good; the answers are kept apart from the link from then on.

    InputError when there is no answer at all; NotAllowedError when the link takes no answers now.
    """
    opened = links.link(token)

    def unseal(content: bytes | None) -> Filled:
        draft = drafts.opened(opened, content)
        given = {item_id: each.given for item_id, each in draft.kept.items()}
        if given.keys() <= {CONTACT}:
            raise InputError("Je hebt nog niets ingevuld. Beantwoord eerst een stelling.")
        return Filled(given, draft.remarks)

    if not voices.hand_in_draft(store, opened, today=today, unseal=unseal):
        raise NotAllowedError(_NOT_SAVED)
    with suppress(StoreError):  # the answers are on disk; the next one who hands in tries again
        voices.forget_the_way(store)


def map_of_both(store: Store, token: str) -> MandateMap | None:
    """The mandate map for a schoolleider who has handed in, once the ib'er has too; else None.

    The two agreed to fill it in together, so what she sees of it he may see as well.
    """
    invitation = voices.invitation(store, links.link(token).digest)
    if invitation is None or (invitation.group, invitation.state) != (LEADER, voices.HANDED_IN):
        return None
    subject = rounds.of_id(store, invitation.round_id)
    owner = people.person(store, subject.person_id) if subject and subject.handed_in else None
    if subject is None or owner is None or not mandate_rounds.asks_map(store, subject):
        return None
    return mandate.map_of_two(store, owner, subject.round_id)


def _found(
    store: Store, opened: Link, *, today: date
) -> tuple[State, Invitation | None, Round | None]:
    """What can be done with a link, what it is for and about which round."""
    invitation = voices.invitation(store, opened.digest)
    subject = rounds.of_id(store, invitation.round_id) if invitation else None
    if invitation is None or subject is None or invitation.state == voices.WITHDRAWN:
        return State.UNKNOWN, None, None
    if invitation.state == voices.HANDED_IN:
        return State.HANDED_IN, invitation, subject
    rules = kept_asking.rules(store, subject.round_id)
    return _STATES[asking.stage(store, subject, rules, today=today)], invitation, subject


def _fits(here: Visit, item_id: str, given: Given) -> bool:
    if item_id == CONTACT:
        return type(given) is int and 1 <= given <= len(CONTACT_WORDS)
    return any(each.accepts(item_id, given) for each in here.sheet.questionnaires)


def _change(store: Store, here: Visit, change: Callable[[Draft], Draft], *, today: date) -> None:
    def changed(content: bytes | None) -> bytes:
        return drafts.sealed(here.opened, change(drafts.opened(here.opened, content)))

    if not voices.change_draft(
        store, here.opened, here.round.round_id, today=today, change=changed
    ):
        raise NotAllowedError(_NOT_SAVED)


def _asked_of(
    store: Store, subject: Round, rules: Rules, group: RaterGroup
) -> tuple[Questionnaire, ...]:
    asked = [each for each in instruments.of_round(store, subject) if each.id in rules.asked]
    return tuple(part for part in (each.as_asked_of(group) for each in asked) if part.scales)


_STATES = {
    Stage.NOT_BEGUN: State.UNKNOWN,
    Stage.NOT_YET: State.NOT_YET,
    Stage.OPEN: State.OPEN,
    Stage.CLOSED: State.CLOSED,
}
