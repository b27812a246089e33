"""Which questionnaires there are, and the exact one that a round was filled in with."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID
from weakref import WeakKeyDictionary

from ibreflect.errors import QuestionnaireError
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import Asked, Round
from ibreflect.model.vocabulary import Vocabulary
from ibreflect.questionnaires.crosswalk import version_number
from ibreflect.questionnaires.load import Instrument, from_bytes, load_folder, parse
from ibreflect.store import instruments, own_questionnaires
from ibreflect.store.connection import Store
from ibreflect.usecases import wording


def on_offer(store: Store, folder: Path, school_id: UUID | None = None) -> tuple[Instrument, ...]:
    """The newest version of every questionnaire: those in the folder, then own ones on offer.

    Own ones are those for every school and, given a school, those for that school. An own version
    goes before a file with the same id and version. QuestionnaireError lists every problem in the
    files.
    """
    own = [_own(each) for each in own_questionnaires.offered(store, school_id)]
    newest: dict[str, Instrument] = {}
    for each in (*load_folder(folder), *own):
        asked = each.questionnaire
        other = newest.get(asked.id)
        if other is None or _number(each) >= _number(other):
            newest[asked.id] = each
    return tuple(newest.values())


def _own(text: str) -> Instrument:
    return from_bytes(text.encode(), "eigen vragenlijst")


def _number(instrument: Instrument) -> tuple[int, ...]:
    return version_number(instrument.questionnaire.version)


def require_unchanged(store: Store, instrument: Instrument) -> None:
    """Refuse a questionnaire whose text differs from what earlier rounds kept as this version."""
    questionnaire = instrument.questionnaire
    kept = instruments.kept_sha256(store, questionnaire.id, questionnaire.version)
    if kept not in {None, instrument.sha256}:
        raise QuestionnaireError(
            f"De vragenlijst {questionnaire.id} is veranderd, maar heet nog steeds versie "
            f"{questionnaire.version}. Geef het bestand een nieuw versienummer, of zet de oude "
            "tekst terug. Eerdere rondes houden de tekst waarmee ze zijn ingevuld."
        )


def require_fit(store: Store, chosen: Sequence[Instrument]) -> None:
    """Refuse questionnaires that cannot be asked in one round; QuestionnaireError says why."""
    asked_by: dict[str, str] = {}
    for instrument in chosen:
        require_unchanged(store, instrument)
        questionnaire = instrument.questionnaire
        for item in questionnaire.items:
            other = asked_by.setdefault(item.id, questionnaire.title)
            if other != questionnaire.title:
                raise QuestionnaireError(
                    f"De vragenlijsten “{other}” en “{questionnaire.title}” hebben allebei een "
                    f"stelling {item.id}. Kies er een van, of geef de stelling een andere id."
                )


def of_round(store: Store, subject: Round) -> tuple[Questionnaire, ...]:
    """The questionnaires exactly as the round asks them, in the words in use, the core first.

    QuestionnaireError when the text of one is gone.
    """
    words = wording.vocabulary(store)
    return tuple(_worded(store, asked, words) for asked in subject.asked)


def _worded(store: Store, asked: Asked, words: Vocabulary) -> Questionnaire:
    parsed = _PARSED.setdefault(store, {})
    if (asked, words) not in parsed:
        parsed[asked, words] = wording.worded(store, exact(store, asked))
    return parsed[asked, words]


def exact(store: Store, asked: Asked) -> Questionnaire:
    """A questionnaire in the very text that a round kept; QuestionnaireError when it is gone."""
    source_text = instruments.text(store, *asked)
    if source_text is None:
        raise QuestionnaireError(
            f"De vragenlijst {asked.questionnaire_id} versie {asked.version} van deze ronde "
            "ontbreekt in de database. Zet een reservekopie terug; je antwoorden zijn niet "
            "veranderd."
        )
    return parse(source_text, asked.questionnaire_id)


# Parsing costs more than saving an answer. A store never changes the text it keeps of a version, so
# an entry can never be stale, and no entry says anything about a person.
_PARSED: WeakKeyDictionary[Store, dict[tuple[Asked, Vocabulary], Questionnaire]] = (
    WeakKeyDictionary()
)
