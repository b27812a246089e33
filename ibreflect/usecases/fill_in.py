"""Filling in the self-scan: answer by answer, each on disk before it is called saved."""

from typing import NamedTuple
from uuid import UUID

from ibreflect.access import policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, Item, Questionnaire, Scale
from ibreflect.model.round import Round
from ibreflect.store import answers
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.usecases import instruments, rounds


class Scan(NamedTuple):
    """A scan as it is on disk now."""

    round: Round
    questionnaire: Questionnaire
    kept: dict[str, KeptAnswer]

    def open_items(self, scale: Scale) -> tuple[Item, ...]:
        """The items of a scale that have no answer yet."""
        return tuple(item for item in scale.items if item.id not in self.kept)

    @property
    def open_count(self) -> int:
        """How many items of the whole scan have no answer yet."""
        return sum(len(self.open_items(scale)) for scale in self.questionnaire.scales)

    @property
    def place(self) -> Scale:
        """Where she was: the scale of the newest answer, or the first one."""
        if not self.kept:
            return self.questionnaire.scales[0]
        newest = max(self.kept, key=lambda item_id: self.kept[item_id].answer_id)
        return self.questionnaire.scale_of(newest)


def scan(store: Store, actor: Person, round_id: UUID) -> Scan:
    """The actor's own scan; NotAllowedError when it is not theirs."""
    subject = rounds.one(store, actor, round_id)
    return Scan(
        round=subject,
        questionnaire=instruments.of_round(store, subject),
        kept=answers.newest(store, subject.response_id),
    )


def save(store: Store, actor: Person, round_id: UUID, *, item_id: str, given: Given) -> KeptAnswer:
    """Keep one answer and return it once it is on disk.

    InputError when the item is not in this round's questionnaire or the answer is not on its scale;
    NotAllowedError when the scan is handed in, the round closed or somebody else's.
    """
    subject = rounds.one(store, actor, round_id)
    policy.require(policy.may_answer(actor, subject))
    if not instruments.of_round(store, subject).accepts(item_id, given):
        raise InputError(
            "Dit antwoord past niet bij de stelling en is niet opgeslagen. Laad de pagina opnieuw "
            "en kies een van de antwoorden."
        )
    answer_id = answers.add(store, subject.response_id, item_id, given)
    if answer_id is None:  # handed in or closed, in another tab, since the policy was asked
        policy.require(policy.may_answer(actor, rounds.one(store, actor, round_id)))
        raise NotAllowedError("Je antwoord is niet opgeslagen. Laad de pagina opnieuw.")
    return KeptAnswer(answer_id, given)


def hand_in(store: Store, actor: Person, round_id: UUID) -> None:
    """Hand the scan in, once; again does nothing. InputError when there is no answer at all."""
    subject = rounds.one(store, actor, round_id)
    policy.require(policy.may_change(actor, subject))
    if not answers.newest(store, subject.response_id):
        raise InputError("Je hebt nog niets ingevuld. Beantwoord eerst een stelling.")
    answers.hand_in(store, subject.response_id)


def reopen(store: Store, actor: Person, round_id: UUID) -> None:
    """Open a handed-in scan again, as long as its round is open; again does nothing."""
    subject = rounds.one(store, actor, round_id)
    policy.require(policy.may_change(actor, subject))
    answers.reopen(store, subject.response_id)
