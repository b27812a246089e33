"""Filling in the self-scan: answer by answer, each on disk before it is called saved."""

from uuid import UUID

from ibreflect.access import policy
from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, RaterGroup
from ibreflect.model.round import Round
from ibreflect.store import answers, snapshots, voices
from ibreflect.store.answers import KeptAnswer
from ibreflect.store.connection import Store
from ibreflect.usecases import instruments, rounds
from ibreflect.usecases.sheet import Sheet


def scan(store: Store, actor: Person, round_id: UUID) -> Sheet:
    """The actor's own scan; NotAllowedError when it is not theirs."""
    subject = rounds.one(store, actor, round_id)
    return Sheet(
        key=subject.round_id.hex,
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
    """Open a handed-in scan again; again does nothing.

    NotAllowedError when its round is closed, or when what others answered can be seen beside it.
    """
    subject = rounds.one(store, actor, round_id)
    policy.require(_may_reopen(store, actor, subject))
    if not answers.reopen(store, subject.response_id):  # it was open, or something changed since
        policy.require(_may_reopen(store, actor, rounds.one(store, actor, round_id)))


def _may_reopen(store: Store, actor: Person, subject: Round) -> policy.Verdict:
    made = voices.counts(store, subject.round_id)
    of_leader = (RaterGroup.SCHOOL_LEADER, voices.HANDED_IN) in made
    ended = snapshots.find(store, subject.round_id) is not None
    heard = subject.handed_in and (of_leader or ended)
    return policy.may_reopen(actor, subject, heard_others=heard)
