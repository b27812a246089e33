"""Answering by a link: what is asked, answer by answer, and handing in once.

Who answers has no account: the link itself is what gives access, to this and to nothing else.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple

from ibreflect.access import links
from ibreflect.access.links import Link
from ibreflect.errors import InputError, NotAllowedError, StoreError
from ibreflect.model.questionnaire import Given, NonAnswer, Questionnaire, RaterGroup
from ibreflect.model.round import Round
from ibreflect.store import people, rounds, voices
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.store.voices import Invitation
from ibreflect.usecases import asking, instruments, mandate, mandate_rounds
from ibreflect.usecases.asking import LEADER
from ibreflect.usecases.mandate import MandateMap
from ibreflect.usecases.sheet import Sheet

_NOT_SAVED = (
    "Je antwoord is niet opgeslagen: deze link neemt geen antwoorden meer aan. Vraag wie je "
    "uitnodigde of de vragen nog openstaan."
)


class State(StrEnum):
    """What can be done with a link; an unknown and a withdrawn one look the same."""

    OPEN = "open"
    HANDED_IN = "handed_in"
    CLOSED = "closed"
    UNKNOWN = "unknown"


class Visit(NamedTuple):
    """What somebody with an open link is asked, by whom and about which round."""

    opened: Link
    round: Round
    asked_by: str
    group: RaterGroup
    sheet: Sheet

    @property
    def has_begun(self) -> bool:
        """Whether an answer is kept already."""
        return bool(self.sheet.kept)

    @property
    def minutes(self) -> int:
        """About how long it takes: the minutes of the questionnaires, by what this group sees."""
        return sum(each.minutes for each in self.sheet.questionnaires)


def state(store: Store, token: str) -> State:
    """What can be done with a link now."""
    invitation = voices.invitation(store, links.link(token).digest)
    return _state(invitation, rounds.find(store, invitation.round_id) if invitation else None)


def visit(store: Store, token: str) -> Visit:
    """What an open link asks, with what is filled in so far; NotAllowedError for another link."""
    opened = links.link(token)
    invitation = voices.invitation(store, opened.digest)
    subject = rounds.find(store, invitation.round_id) if invitation else None
    if invitation is None or subject is None or _state(invitation, subject) is not State.OPEN:
        raise NotAllowedError(_NOT_SAVED)
    owner = people.person(store, subject.person_id)
    return Visit(
        opened=opened,
        round=subject,
        asked_by=owner.name if owner else "",
        group=invitation.group,
        sheet=Sheet(
            key=opened.draft_id[:16],
            questionnaires=_asked_of(store, subject, invitation.group),
            kept=_kept(store, opened),
        ),
    )


def save(store: Store, here: Visit, *, item_id: str, given: Given) -> KeptAnswer:
    """Keep one answer in the sealed draft and return it once it is on disk.

    InputError when the answer does not fit; NotAllowedError when the link takes no answers now.
    """
    if not any(each.accepts(item_id, given) for each in here.sheet.questionnaires):
        raise InputError(
            "Dit antwoord past niet bij de vraag en is niet opgeslagen. Laad de pagina opnieuw."
        )
    newest: list[KeptAnswer] = []

    def with_answer(content: bytes | None) -> bytes:
        kept = _opened(here.opened, content)
        number = 1 + max((each.answer_id for each in kept.values()), default=0)
        newest.append(KeptAnswer(number, given))
        return links.sealed(here.opened, _written({**kept, item_id: newest[-1]}))

    if not voices.change_draft(
        store,
        here.opened.digest,
        draft_id=here.opened.draft_id,
        round_id=here.round.round_id,
        change=with_answer,
    ):
        raise NotAllowedError(_NOT_SAVED)
    return newest[-1]


def hand_in(store: Store, token: str) -> None:
    """Hand in, once, for good; the answers are kept apart from the link from then on.

    InputError when there is no answer at all; NotAllowedError when the link takes no answers now.
    """
    opened = links.link(token)

    def unseal(content: bytes | None) -> dict[str, Given]:
        given = {item_id: each.given for item_id, each in _opened(opened, content).items()}
        if not given:
            raise InputError("Je hebt nog niets ingevuld. Beantwoord eerst een vraag.")
        return given

    if not voices.hand_in_draft(store, opened.digest, draft_id=opened.draft_id, unseal=unseal):
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
    subject = rounds.find(store, invitation.round_id)
    owner = people.person(store, subject.person_id) if subject and subject.handed_in else None
    if subject is None or owner is None or not mandate_rounds.asks_map(store, subject):
        return None
    return mandate.map_of_two(store, owner, subject.round_id)


def _state(invitation: Invitation | None, subject: Round | None) -> State:
    if invitation is None or invitation.state == voices.WITHDRAWN:
        return State.UNKNOWN
    if invitation.state == voices.HANDED_IN:
        return State.HANDED_IN
    if subject is None:  # erased since the link was read
        return State.UNKNOWN
    return State.OPEN if subject.is_open else State.CLOSED


def _asked_of(store: Store, subject: Round, group: RaterGroup) -> tuple[Questionnaire, ...]:
    asked = asking.of_others(instruments.of_round(store, subject))
    return tuple(seen for seen in (each.as_asked_of(group) for each in asked) if seen.scales)


def _kept(store: Store, opened: Link) -> dict[str, KeptAnswer]:
    return _opened(opened, voices.draft(store, opened.draft_id))


def _opened(opened: Link, content: bytes | None) -> dict[str, KeptAnswer]:
    text = links.unsealed(opened, content) if content is not None else None
    if text is None:
        return {}
    return {
        item_id: KeptAnswer(number, NonAnswer(given) if isinstance(given, str) else given)
        for item_id, (number, given) in json.loads(text).items()
    }


def _written(kept: Mapping[str, KeptAnswer]) -> str:
    return json.dumps({item_id: [each.answer_id, each.given] for item_id, each in kept.items()})
