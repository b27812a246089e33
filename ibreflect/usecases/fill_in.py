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
    questionnaires: tuple[Questionnaire, ...]
    kept: dict[str, KeptAnswer]

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales of the core and then of the modules."""
        return tuple(scale for each in self.questionnaires for scale in each.scales)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything the round asks, in the order of the scales."""
        return tuple(item for scale in self.scales for item in scale.items)

    def questionnaire_of(self, scale: Scale) -> Questionnaire:
        """The questionnaire that a scale belongs to; its words are those of the answers."""
        return next(each for each in self.questionnaires if scale in each.scales)

    def open_items(self, scale: Scale) -> tuple[Item, ...]:
        """The items of a scale that have no answer yet."""
        return tuple(item for item in scale.items if item.id not in self.kept)

    @property
    def open_count(self) -> int:
        """How many items of the whole scan have no answer yet."""
        return sum(len(self.open_items(scale)) for scale in self.scales)

    @property
    def place(self) -> Scale:
        """Where she was: the scale of the newest answer, or the first one."""
        if not self.kept:
            return self.scales[0]
        newest = max(self.kept, key=lambda item_id: self.kept[item_id].answer_id)
        return next(
            scale for scale in self.scales if any(item.id == newest for item in scale.items)
        )


def scan(store: Store, actor: Person, round_id: UUID) -> Scan:
    """The actor's own scan; NotAllowedError when it is not theirs."""
    subject = rounds.one(store, actor, round_id)
    return Scan(
        round=subject,
        questionnaires=instruments.of_round(store, subject),
        kept=answers.newest(store, subject.response_id),
    )


def save(store: Store, actor: Person, round_id: UUID, *, item_id: str, given: Given) -> KeptAnswer:
    """Keep one answer and return it once it is on disk.

    InputError when no questionnaire of this round has the item or the answer is not on its scale;
    NotAllowedError when the scan is handed in, the round closed or somebody else's.
    """
    return save_in(store, actor, rounds.one(store, actor, round_id), item_id=item_id, given=given)


def save_in(
    store: Store, actor: Person, subject: Round, *, item_id: str, given: Given
) -> KeptAnswer:
    """As `save`, for a round that was read before: reading it anew costs as much as saving.

    What may have happened to the round since is part of the insert itself.
    """
    policy.require(policy.may_answer(actor, subject))
    if not any(each.accepts(item_id, given) for each in instruments.of_round(store, subject)):
        raise InputError(
            "Dit antwoord past niet bij de stelling en is niet opgeslagen. Laad de pagina opnieuw "
            "en kies een van de antwoorden."
        )
    answer_id = answers.add(store, subject.response_id, item_id, given)
    if answer_id is None:  # handed in, closed or erased in another tab since it was read
        policy.require(policy.may_answer(actor, rounds.one(store, actor, subject.round_id)))
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
