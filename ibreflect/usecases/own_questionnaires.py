"""Own questionnaires: proposing a version, adopting it and no longer offering it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ibreflect.errors import QuestionnaireError
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
from ibreflect.usecases import instruments
from ibreflect.usecases.exchange import imported


class Proposal(NamedTuple):
    """A version that can be adopted, and what it does with the items of the version before it.

    `previous_version` is None for a questionnaire that is new; all its items are new then.
    """

    questionnaire: Questionnaire
    text: str
    sha256: str
    crosswalk: tuple[ItemChange, ...]
    previous_version: str | None

    @property
    def key(self) -> tuple[str, str]:
        """The id and the version."""
        return self.questionnaire.id, self.questionnaire.version


def propose(store: Store, folder: Path, content: bytes, filename: str) -> Proposal:
    """What adopting a YAML or Excel file would mean; nothing is kept yet.

    QuestionnaireError lists every problem in the file, or every reason why this version cannot be
    adopted; InputError for another kind of file.
    """
    instrument = imported(content, filename)
    earlier = _earlier(store, folder, instrument.questionnaire)
    _require(list(_objections(store, folder, instrument, earlier)))
    return _proposal(instrument, earlier)


def adopt(store: Store, folder: Path, proposal: Proposal) -> None:
    """Offer the version from now on; doing so twice is the same as once.

    QuestionnaireError when something stands in the way by now.
    """
    asked = proposal.questionnaire
    instrument = Instrument(asked, proposal.text, proposal.sha256)
    earlier = _earlier(store, folder, asked)
    _require(list(_objections(store, folder, instrument, earlier)))
    if not own_questionnaires.offer(store, proposal.key, proposal.sha256, proposal.text):
        _require([_taken(asked)])


def withdraw(store: Store, questionnaire_id: str, version: str) -> None:
    """Offer a version no longer for new rounds; rounds that ask it keep it."""
    own_questionnaires.withdraw(store, questionnaire_id, version)


def mine(store: Store) -> tuple[OwnVersion, ...]:
    """Every version this installation made, by id, the newest version first."""
    versions = sorted(
        own_questionnaires.all_versions(store),
        key=lambda each: version_number(each.version),
        reverse=True,
    )
    return tuple(sorted(versions, key=lambda each: each.questionnaire_id))


def _earlier(store: Store, folder: Path, new: Questionnaire) -> tuple[Questionnaire, ...]:
    """Every version of this questionnaire that is known, but not this one; oldest first."""
    known = {
        version: parse(text, new.id) for version, text in kept_texts.versions(store, new.id).items()
    }
    for each in load_folder(folder):
        if each.questionnaire.id == new.id:
            known.setdefault(each.questionnaire.version, each.questionnaire)
    known.pop(new.version, None)
    return tuple(sorted(known.values(), key=lambda each: version_number(each.version)))


def _proposal(instrument: Instrument, earlier: tuple[Questionnaire, ...]) -> Proposal:
    asked, text, sha256 = instrument
    if not earlier:
        changes = tuple(ItemChange(i.id, ItemKind.NEW, "", i.self_text) for i in asked.items)
        return Proposal(asked, text, sha256, changes, None)
    previous = earlier[-1]
    return Proposal(asked, text, sha256, crosswalk(previous, asked), previous.version)


def _objections(
    store: Store, folder: Path, instrument: Instrument, earlier: tuple[Questionnaire, ...]
) -> Iterator[str]:
    asked = instrument.questionnaire
    if _sha256_of_version(store, folder, asked) not in {None, instrument.sha256}:
        yield _taken(asked)
    if earlier:
        yield from _too_low(asked, earlier[-1])
        yield from _reused(asked, earlier)
    yield from _used_elsewhere(asked, instruments.on_offer(store, folder))


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
        f"Versie {asked.version} van {asked.id} bestaat al, met een andere tekst. Elke wijziging "
        f"krijgt een nieuw versienummer, bijvoorbeeld {next_version(asked.version, ())}."
    )


def _too_low(asked: Questionnaire, newest: Questionnaire) -> Iterator[str]:
    if version_number(asked.version) < version_number(newest.version):
        suggested = next_version(newest.version, crosswalk(newest, asked))
        yield (
            f"Versie {asked.version} is niet hoger dan de nieuwste versie ({newest.version}) van "
            f"{asked.id}. Noem haar bijvoorbeeld {suggested}."
        )


def _reused(asked: Questionnaire, earlier: tuple[Questionnaire, ...]) -> Iterator[str]:
    for item_id in reused(earlier, asked):
        yield (
            f"Stelling {item_id} was vervallen en komt terug met andere woorden of rollen. Een id "
            "wordt nooit hergebruikt: geef haar een nieuw id."
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
