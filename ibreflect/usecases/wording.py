"""The words that this organisation uses on the screen."""

from datetime import date
from weakref import WeakKeyDictionary

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.vocabulary import Calling, RoleNames, Vocabulary
from ibreflect.store import people
from ibreflect.store.connection import Store
from ibreflect.usecases.people import require_change_for_all

_SETTING = "vocabulary"


def vocabulary(store: Store) -> Vocabulary:
    """The words that were chosen, or those of the standard."""
    if store not in _CHOSEN:
        kept = people.setting(store, _SETTING)
        _CHOSEN[store] = _read(kept) if kept else Vocabulary()
    return _CHOSEN[store]


def choose(store: Store, actor: Person, chosen: Vocabulary, *, today: date) -> None:
    """Use these words from now on, for everybody who works with this installation.

    NotAllowedError when several people do and the actor is no beheerder.
    """
    require_change_for_all(store, actor, today=today)
    people.change_setting(store, _SETTING, " ".join(chosen))
    _CHOSEN[store] = chosen


def worded(store: Store, questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire as it is shown: everything in the chosen words but its sources."""
    words = vocabulary(store)
    if words == Vocabulary():
        return questionnaire
    return questionnaire.worded(words.said)


def _read(kept: str) -> Vocabulary:
    calling, role_names = kept.split(" ")
    return Vocabulary(Calling(calling), RoleNames(role_names))


# Asked with every answer; a store is open in one process only, so what is kept here is what is so.
_CHOSEN: WeakKeyDictionary[Store, Vocabulary] = WeakKeyDictionary()
