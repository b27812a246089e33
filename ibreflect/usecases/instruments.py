"""Which questionnaires there are, and the exact one that a round was filled in with."""

from pathlib import Path
from weakref import WeakKeyDictionary

from ibreflect.errors import QuestionnaireError
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.round import Round
from ibreflect.questionnaires.load import Instrument, load_folder, parse
from ibreflect.store import instruments
from ibreflect.store.connection import Store


def on_offer(folder: Path) -> tuple[Instrument, ...]:
    """The questionnaires in the folder; QuestionnaireError lists every problem in them."""
    return load_folder(folder)


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


def of_round(store: Store, subject: Round) -> Questionnaire:
    """The questionnaire exactly as the round was filled in; QuestionnaireError when it is gone."""
    key = (subject.questionnaire_id, subject.questionnaire_version)
    parsed = _PARSED.setdefault(store, {})
    if key in parsed:
        return parsed[key]
    source_text = instruments.text(store, *key)
    if source_text is None:
        raise QuestionnaireError(
            f"De vragenlijst {key[0]} versie {key[1]} van deze ronde ontbreekt in de database. Zet "
            "een reservekopie terug; je antwoorden zijn niet veranderd."
        )
    return parsed.setdefault(key, parse(source_text, key[0]))


# Parsing costs more than saving an answer. A store never changes the text it keeps of a version, so
# an entry can never be stale, and no entry says anything about a person.
_PARSED: WeakKeyDictionary[Store, dict[tuple[str, str], Questionnaire]] = WeakKeyDictionary()
