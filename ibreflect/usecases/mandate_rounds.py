"""Which rounds ask a mandate map, and the map in exactly the words of the round."""

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Questionnaire
from ibreflect.model.round import Asked, Round
from ibreflect.store.connection import Store
from ibreflect.usecases import instruments, rounds


def asked_in(store: Store, actor: Person) -> tuple[Round, ...]:
    """The actor's rounds that ask a mandate map, newest first."""
    mine = reversed(rounds.mine(store, actor))
    return tuple(each for each in mine if asks_map(store, each))


def asks_map(store: Store, subject: Round) -> bool:
    """Whether a round asks a mandate map."""
    return _map_of(store, subject) is not None


def map_of(store: Store, subject: Round) -> Questionnaire:
    """The mandate map that a round asks; InputError when it asks none."""
    asked = _map_of(store, subject)
    if asked is None:
        raise InputError("In deze meetronde zit geen mandaatkaart. Kies een andere meetronde.")
    return asked


def as_worded_then(store: Store, subject: Round, asked: Asked) -> Questionnaire:
    """A map in the version that an earlier round of the same school asked."""
    (questionnaire,) = instruments.of_round(store, subject._replace(asked=(asked,)))
    return questionnaire


def _map_of(store: Store, subject: Round) -> Questionnaire | None:
    asked = instruments.of_round(store, subject)
    return next((each for each in asked if each.form is Form.MANDATE_MAP), None)
