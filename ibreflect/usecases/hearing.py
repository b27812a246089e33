"""What ib'er, schoolleider and team answered, as far as it may be seen.

The only way by which answers of others leave the store.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.access.policy import Verdict
from ibreflect.measure.disclosure import FLOOR, Heard, of_group, of_one
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, Item, Questionnaire, RaterGroup
from ibreflect.store import answers
from ibreflect.store.connection import Store
from ibreflect.store.voices import handed_in
from ibreflect.usecases import rounds
from ibreflect.usecases.asking import LEADER, TEAM

NOT_ASKED = "Aan deze groep is hier niets gevraagd."


class Voice(NamedTuple):
    """One voice on a questionnaire; `group` None is the ib'er.

    `heard` holds, by item id and wish id, only what this voice is asked and may be shown; it is
    empty when `reason` says in Dutch why nothing is. `n` is the number of people heard, else 0.
    """

    group: RaterGroup | None
    label: str
    n: int
    heard: Mapping[str, Heard]
    reason: str

    @property
    def mark(self) -> str:
        """What figures call this voice: iber, schoolleider or team."""
        return "iber" if self.group is None else self.label


def voices(
    store: Store, actor: Person, round_id: UUID, questionnaire: Questionnaire
) -> tuple[Voice, ...]:
    """Ib'er, schoolleider and team, in that order, on a questionnaire of the actor's own round."""
    subject = rounds.one(store, actor, round_id)
    own = {item: kept.given for item, kept in answers.newest(store, subject.response_id).items()}
    others = handed_in(store, subject.round_id)
    leader, team = others.get(LEADER, []), others.get(TEAM, [])
    return (
        _one(None, "ib'er", policy.may_hear_self(subject), questionnaire, own),
        _one(
            LEADER,
            "schoolleider",
            policy.may_hear_leader(subject, answered=bool(leader)),
            questionnaire,
            leader[0] if leader else {},
        ),
        _team(policy.may_hear_team(subject, enough=len(team) >= FLOOR), questionnaire, team),
    )


def _one(
    group: RaterGroup | None,
    label: str,
    verdict: Verdict,
    questionnaire: Questionnaire,
    given: Mapping[str, Given],
) -> Voice:
    asked = _asked(questionnaire, group)
    if not asked:
        return Voice(group, label, 0, {}, NOT_ASKED)
    if not verdict.allowed:
        return Voice(group, label, 0, {}, verdict.reason)
    return Voice(group, label, 1, {each: of_one(given.get(each)) for each in asked}, "")


def _team(
    verdict: Verdict, questionnaire: Questionnaire, given: Sequence[Mapping[str, Given]]
) -> Voice:
    if TEAM not in questionnaire.groups:
        return Voice(TEAM, "team", 0, {}, NOT_ASKED)
    if not verdict.allowed:
        return Voice(TEAM, "team", 0, {}, verdict.reason)
    heard = {
        each: of_group([person.get(each) for person in given])
        for each in _asked(questionnaire, TEAM)
    }
    return Voice(TEAM, "team", len(given), heard, "")


def _asked(questionnaire: Questionnaire, group: RaterGroup | None) -> list[str]:
    """The ids of the items that a group is asked, and of the wishes beside them."""
    items: list[Item] = [
        item for item in questionnaire.items if group is None or group in item.visible_to
    ]
    wishes = [item.wish_id for item in items] if questionnaire.wish else []
    return [*(item.id for item in items), *wishes]
