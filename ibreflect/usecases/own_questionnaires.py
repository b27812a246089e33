"""Own questionnaires: proposing a version, adopting it and no longer offering it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from ibreflect.errors import QuestionnaireError
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.questionnaires.crosswalk import (
    ItemChange,
    ItemKind,
    crosswalk,
    next_version,
    reused,
    version_number,
)
from ibreflect.questionnaires.load import Instrument, load_folder, parse
from ibreflect.store import instruments as kept_texts
from ibreflect.store import own_questionnaires
from ibreflect.store.connection import Store
from ibreflect.store.own_questionnaires import OwnVersion
from ibreflect.usecases import instruments, people
from ibreflect.usecases.exchange import imported

_NOWHERE = UUID(int=0)
"""No school has this id."""


class Versions(NamedTuple):
    """Every version of a questionnaire there ever was, oldest first, the one on offer last.

    `seen` are those that one school can have seen: files, versions for every school and its own.
    `elsewhere` are those of other schools.
    """

    seen: tuple[Questionnaire, ...]
    elsewhere: tuple[Questionnaire, ...]

    @property
    def everywhere(self) -> tuple[Questionnaire, ...]:
        """All of them; what this school saw comes last."""
        return (*self.elsewhere, *self.seen)

    @property
    def highest(self) -> str:
        """The highest version number, whichever school it is for; "0.0.0" without versions."""
        numbers = (each.version for each in self.everywhere)
        return max(numbers, key=version_number, default="0.0.0")


class Proposal(NamedTuple):
    """A version that can be adopted, and what it does with the items of the version before it.

    `previous_version` is None for a questionnaire that is new; all its items are new then. It is
    for one school, or for every school when `school_id` is None.
    """

    questionnaire: Questionnaire
    text: str
    sha256: str
    crosswalk: tuple[ItemChange, ...]
    previous_version: str | None
    school_id: UUID | None

    @property
    def key(self) -> tuple[str, str]:
        """The id and the version."""
        return self.questionnaire.id, self.questionnaire.version


def propose(
    store: Store, folder: Path, content: bytes, filename: str, school_id: UUID | None = None
) -> Proposal:
    """What adopting a YAML or Excel file would mean, for every school or one; nothing is kept yet.

    QuestionnaireError lists every problem in the file, or every reason why this version cannot be
    adopted; InputError for another kind of file.
    """
    instrument = imported(content, filename)
    earlier = _earlier(store, folder, instrument.questionnaire, school_id)
    proposal = _proposal(instrument, earlier.seen, school_id)
    _require(list(_objections(store, folder, proposal, earlier)))
    return proposal


def adopt(store: Store, actor: Person, folder: Path, proposal: Proposal, *, today: date) -> None:
    """Offer the version from now on; doing so twice is the same as once.

    QuestionnaireError when something stands in the way by now; NotAllowedError when it is for every
    school and the actor is no beheerder, or for a school where the actor is not ib'er.
    """
    asked, school_id = proposal.questionnaire, proposal.school_id
    _require_change(store, actor, school_id, today)
    earlier = _earlier(store, folder, asked, school_id)
    _require(list(_objections(store, folder, proposal, earlier)))
    text, sha256 = proposal.text, proposal.sha256
    if not own_questionnaires.offer(store, proposal.key, sha256, text, school_id):
        _require([_taken(asked)])


def withdraw(
    store: Store, actor: Person, questionnaire_id: str, version: str, *, today: date
) -> None:
    """Offer a version no longer for new rounds; rounds that ask it keep it.

    NotAllowedError as for `adopt`; a version that is not there is like one of another school.
    """
    made_for = {each[:2]: each.school_id for each in own_questionnaires.all_versions(store)}
    key = questionnaire_id, version
    _require_change(store, actor, made_for.get(key, _NOWHERE), today)
    own_questionnaires.withdraw(store, *key)


def mine(store: Store, actor: Person) -> tuple[OwnVersion, ...]:
    """The own versions for every school and for those of the actor: by id, the newest first."""
    places = {None, *(school.school_id for school in people.my_schools(store, actor))}
    found = [each for each in own_questionnaires.all_versions(store) if each.school_id in places]
    found.sort(key=lambda each: version_number(each.version), reverse=True)
    return tuple(sorted(found, key=lambda each: each.questionnaire_id))


def versions(store: Store, folder: Path, questionnaire_id: str, school_id: UUID | None) -> Versions:
    """Every version of a questionnaire, as one school sees them, or one without own versions."""
    texts = kept_texts.versions(store, questionnaire_id)
    known = {version: parse(text, questionnaire_id) for version, text in texts.items()}
    for each in load_folder(folder):
        if each.questionnaire.id == questionnaire_id:
            known.setdefault(each.questionnaire.version, each.questionnaire)
    offered = [each.questionnaire for each in instruments.on_offer(store, folder, school_id)]
    ordered = sorted(
        known.values(), key=lambda each: (each in offered, version_number(each.version))
    )
    of_others = _of_other_schools(store, questionnaire_id, school_id)
    return Versions(
        tuple(each for each in ordered if each.version not in of_others),
        tuple(each for each in ordered if each.version in of_others),
    )


def _require_change(store: Store, actor: Person, school_id: UUID | None, today: date) -> None:
    if school_id is None:
        people.require_change_for_all(store, actor, today=today)
    else:
        people.require_change_for_school(store, actor, school_id, today=today)


def _of_other_schools(store: Store, questionnaire_id: str, school_id: UUID | None) -> set[str]:
    return {
        each.version
        for each in own_questionnaires.all_versions(store)
        if each.questionnaire_id == questionnaire_id and each.school_id not in {None, school_id}
    }


def _earlier(store: Store, folder: Path, new: Questionnaire, school_id: UUID | None) -> Versions:
    """Every version of this questionnaire, but not this one."""
    known = versions(store, folder, new.id, school_id)
    return Versions(
        *(tuple(each for each in part if each.version != new.version) for part in known)
    )


def _proposal(
    instrument: Instrument, earlier: tuple[Questionnaire, ...], school_id: UUID | None
) -> Proposal:
    asked, text, sha256 = instrument
    if not earlier:
        changes = tuple(ItemChange(i.id, ItemKind.NEW, "", i.self_text) for i in asked.items)
        return Proposal(asked, text, sha256, changes, None, school_id)
    previous = earlier[-1]
    changes = crosswalk(previous, asked)
    return Proposal(asked, text, sha256, changes, previous.version, school_id)


def _objections(store: Store, folder: Path, proposal: Proposal, earlier: Versions) -> Iterator[str]:
    asked = proposal.questionnaire
    if _sha256_of_version(store, folder, asked) not in {None, proposal.sha256}:
        yield _taken(asked)
    yield from _too_low(proposal, earlier.highest)
    yield from _reused(asked, earlier)
    yield from _used_elsewhere(asked, instruments.on_offer(store, folder, proposal.school_id))


def _sha256_of_version(store: Store, folder: Path, asked: Questionnaire) -> str | None:
    """The checksum of what goes by this id and version already, if anything does."""
    kept = kept_texts.kept_sha256(store, asked.id, asked.version)
    shipped = {
        (each.questionnaire.id, each.questionnaire.version): each.sha256
        for each in load_folder(folder)
    }
    return kept or shipped.get((asked.id, asked.version))


def _taken(asked: Questionnaire) -> str:
    return (
        f"Versie {asked.version} van {asked.id} bestaat al, met een andere tekst of voor een "
        "andere school. Elke wijziging krijgt een nieuw versienummer, bijvoorbeeld "
        f"{next_version(asked.version, ())}."
    )


def _too_low(proposal: Proposal, highest: str) -> Iterator[str]:
    questionnaire_id, version = proposal.key
    if version_number(version) < version_number(highest):
        suggested = next_version(highest, proposal.crosswalk)
        yield (
            f"Versie {version} is niet hoger dan de nieuwste versie ({highest}) van "
            f"{questionnaire_id}. Noem haar bijvoorbeeld {suggested}."
        )


def _reused(asked: Questionnaire, earlier: Versions) -> Iterator[str]:
    """What is present is what this school has; ids of another school's own items are taken too."""
    for item_id in reused(earlier.everywhere, asked):
        yield (
            f"Het id {item_id} is al gebruikt, eerder of op een andere school, voor een stelling "
            "met andere woorden of rollen. Geef deze stelling een nieuw id."
        )


def _used_elsewhere(asked: Questionnaire, offered: tuple[Instrument, ...]) -> Iterator[str]:
    others = [each.questionnaire for each in offered if each.questionnaire.id != asked.id]
    for other in others:
        taken = _ids(other)
        shared = [part_id for part_id in _ids(asked) if part_id in taken]
        if shared:
            yield (
                f"Deze ids staan al in de vragenlijst “{other.title}”: {', '.join(shared)}. Kies "
                f"andere. Wil je die vragenlijst zelf veranderen? Laat haar id dan {other.id}."
            )


def _ids(asked: Questionnaire) -> list[str]:
    return [*(scale.id for scale in asked.scales), *(item.id for item in asked.items)]


def _require(objections: list[str]) -> None:
    if objections:
        raise QuestionnaireError("\n".join(objections))
