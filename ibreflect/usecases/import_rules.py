"""What a file from elsewhere has to keep to before it can be brought in, beyond its form."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from ibreflect.errors import IbreflectError, InputError
from ibreflect.measure.school_calendar import Region
from ibreflect.model.asking import ANONYMOUS, CONTACT, REMARK_TOPICS
from ibreflect.model.assignment import (
    ASSIGNMENT_QUESTIONS,
    CONTEXT_FIELDS,
    VISION_QUESTION,
    note_topic,
)
from ibreflect.model.questionnaire import Form, Kind, Questionnaire
from ibreflect.model.takeaway import (
    TakeAway,
    TakenAgreement,
    TakenAsked,
    TakenOthers,
    TakenRound,
    TakenVoice,
)
from ibreflect.model.time import SPLITS
from ibreflect.model.voice import MARK_WORDS, Mark
from ibreflect.questionnaires.crosswalk import version_number
from ibreflect.questionnaires.load import Instrument, from_bytes
from ibreflect.store import instruments as kept_texts
from ibreflect.store.connection import Store
from ibreflect.usecases import import_rules_work, instruments, signing_in
from ibreflect.usecases.ending import COOPERATION, asked_of
from ibreflect.usecases.import_file import MOST_PROBLEMS

Key = tuple[str, str]

_OTHER_TEXT = (
    "De vragenlijst {id} versie {version} heeft hier een andere tekst. De antwoorden in het bestand"
    " horen bij de tekst van daar, dus kunnen ze niet worden opgenomen. Vraag wie ibreflect "
    "beheert welke van de twee een ander versienummer krijgt."
)
# Otherwise a text that somebody made up would take the place of a version that others will use.
_NOT_YET = (
    "De vragenlijst {id} versie {version} is hier nog niet. Vraag de beheerder die op te nemen "
    "(Eigen vragenlijsten); daarna kun je dit bestand opnemen."
)
_PARTS = {(split.split_id, part.part_id) for split in SPLITS for part in split.parts}
_OPTIONS = {field.field: field.options for field in CONTEXT_FIELDS}
_QUESTIONS = {question.topic for question in (*ASSIGNMENT_QUESTIONS, VISION_QUESTION)}
_TOPICS = {topic.topic for topic in REMARK_TOPICS}


class Checked(NamedTuple):
    """A file that can be brought in, with its questionnaires read."""

    taken: TakeAway
    instruments: Mapping[Key, Instrument]


def checked(store: Store, folder: Path, taken: TakeAway, *, today: date) -> Checked:
    """The file with its questionnaires; InputError names what is wrong, a line each, at most 20."""
    read, problems = _instruments(store, folder, taken)
    problems += _problems(taken, {key: each.questionnaire for key, each in read.items()}, today)
    if problems:
        more = len(problems) - MOST_PROBLEMS
        rest = [f"En nog {more} andere."] if more > 0 else []
        raise InputError("\n".join([*problems[:MOST_PROBLEMS], *rest]))
    return Checked(taken, read)


def _may_still_come(asked: Key, here: Iterable[Key]) -> bool:
    """Whether a version is newer than what is on offer, or of a questionnaire that is not."""
    offered = [version_number(version) for known, version in here if known == asked[0]]
    return version_number(asked[1]) > max(offered, default=())


def _instruments(
    store: Store, folder: Path, taken: TakeAway
) -> tuple[dict[Key, Instrument], list[str]]:
    """The questionnaires by id and version, in the very text that this installation has of them."""
    here = {
        (each.questionnaire.id, each.questionnaire.version): each
        for each in instruments.on_offer(store, folder)
    }
    is_together = signing_in.is_together(store)
    read: dict[Key, Instrument] = {}
    problems: list[str] = []
    for each in taken.questionnaires:
        key = (each.id, each.version)
        known = here[key].text if key in here else kept_texts.text(store, *key)
        if known not in {None, each.text} or key in read:
            problems.append(_OTHER_TEXT.format(id=each.id, version=each.version))
            continue
        if known is None and is_together and _may_still_come(key, here):
            problems.append(_NOT_YET.format(id=each.id, version=each.version))
            continue
        try:
            found = here.get(key) or from_bytes(each.text.encode(), f"{each.id} {each.version}")
        except IbreflectError as error:
            problems += str(error).splitlines()
            continue
        if (found.questionnaire.id, found.questionnaire.version) != key:
            problems.append(f"De vragenlijst {each.id} {each.version} noemt zichzelf anders.")
            continue
        read[key] = found
    return read, problems


def _problems(taken: TakeAway, known: Mapping[Key, Questionnaire], today: date) -> list[str]:
    found = [
        f"Bij {_called(each)}: {problem}"
        for each in taken.rounds
        for problem in _of_round(each, known)
    ]
    terms = [(each.school, each.school_year, each.period) for each in taken.rounds]
    found += [
        f"{_called(each)} staat er meer dan één keer in."
        for number, each in enumerate(taken.rounds)
        if terms.index(terms[number]) != number
    ]
    if any(each.recorded_on > today for each in taken.directions):
        found.append("Een koers is vastgelegd op een dag die nog moet komen.")
    found += [
        f"Bij afspraak {each.number} van {each.school}: {problem}"
        for each in taken.agreements
        for problem in _of_agreement(each, known, today)
    ]
    return [*found, *import_rules_work.problems(taken, today)]


def _called(each: TakenRound) -> str:
    return f"de meetronde {each.period} {each.school_year} op {each.school}"


def _of_round(each: TakenRound, known: Mapping[Key, Questionnaire]) -> Iterator[str]:
    first, second = (int(year) for year in each.school_year.split("/"))
    if second != first + 1:
        yield f"het schooljaar {each.school_year} bestaat niet."
    asked = _asked(each.asked, known)
    if asked is None:
        yield "een vragenlijst ontbreekt in het bestand."
        return
    ids = [item.id for questionnaire in asked for item in questionnaire.items]
    if asked[0].kind is not Kind.CORE or len(set(ids)) != len(ids):
        yield "deze vragenlijsten gaan niet samen in één meetronde."
    yield from _of_answers(each, asked)
    yield from _of_framing(each, asked)
    if each.others:
        yield from _of_others(each, each.others, asked)


def _asked(
    wanted: Iterable[TakenAsked], known: Mapping[Key, Questionnaire]
) -> tuple[Questionnaire, ...] | None:
    keys = [(each.id, each.version) for each in wanted]
    return tuple(known[key] for key in keys) if known.keys() >= set(keys) else None


def _of_answers(each: TakenRound, asked: Sequence[Questionnaire]) -> Iterator[str]:
    for item_id, given in each.answers.items():
        if not any(questionnaire.accepts(item_id, given) for questionnaire in asked):
            yield f"het antwoord bij {item_id} past niet bij die stelling."
    if each.handed_in and not each.answers:
        yield "de scan is ingeleverd zonder één antwoord."
    if not each.handed_in and not each.is_open:
        yield "de meetronde is afgesloten zonder dat de scan is ingeleverd."


def _of_framing(each: TakenRound, asked: Sequence[Questionnaire]) -> Iterator[str]:
    notes = {note_topic(scale.id) for questionnaire in asked for scale in questionnaire.scales}
    for topic in each.texts.keys() - _QUESTIONS - notes:
        yield f"de tekst {topic} hoort niet bij deze meetronde."
    for field, choice in each.context.items():
        if choice not in _OPTIONS.get(field, {}):
            yield f"de keuze bij {field} bestaat niet."
    slots = [(share.split, share.part, share.moment) for share in each.time]
    if len(set(slots)) != len(slots) or not {slot[:2] for slot in slots} <= _PARTS:
        yield "de tijd klopt niet: een deel staat er twee keer in of bestaat niet."


def _of_others(
    each: TakenRound, others: TakenOthers, asked: Sequence[Questionnaire]
) -> Iterator[str]:
    by_id = {questionnaire.id: questionnaire for questionnaire in asked}
    if not each.handed_in:
        yield "wat anderen zeiden kan er pas zijn als de scan is ingeleverd."
    if not others.opens_on < others.closes_on:
        yield "het vragen aan anderen eindigt voordat het begint."
    if not others.floors.keys() >= set(ANONYMOUS) or others.region not in set(Region):
        yield "de afspraken over het vragen kloppen niet."
    told = set(others.voices) - {COOPERATION}
    if not told <= set(others.asked) <= by_id.keys():
        yield "wat anderen zeiden gaat over een vragenlijst die niet is gevraagd."
        return
    if not (others.remarks.keys() | others.leader_remarks.keys()) <= _TOPICS:
        yield "anderen schreven iets bij een vraag die niet bestaat."
    yield from _of_voices(others, by_id)


def _of_voices(others: TakenOthers, by_id: Mapping[str, Questionnaire]) -> Iterator[str]:
    for questionnaire_id, voices in others.voices.items():
        for voice in voices:
            if not _fits(by_id.get(questionnaire_id), voice):
                yield f"wat {MARK_WORDS[voice.mark]} zei bij {questionnaire_id} klopt niet."


def _fits(questionnaire: Questionnaire | None, voice: TakenVoice) -> bool:
    """Whether a voice tells of all that it was asked, or of nothing with the reason why."""
    if voice.mark is Mark.SELF or not voice.groups:
        return False
    if voice.reason:
        return not voice.heard and voice.n == 0
    ids = [CONTACT] if questionnaire is None else asked_of(questionnaire, voice.groups)
    if set(ids) != voice.heard.keys():
        return False
    return questionnaire is None or all(
        heard.common is None or questionnaire.accepts(item_id, heard.common)
        for item_id, heard in voice.heard.items()
    )


def _of_agreement(
    each: TakenAgreement, known: Mapping[Key, Questionnaire], today: date
) -> Iterator[str]:
    asked = known.get((each.asked.id, each.asked.version))
    if asked is None or asked.form is not Form.MANDATE_MAP:
        yield "de mandaatkaart ontbreekt in het bestand."
    elif not {item.id for item in asked.items} >= each.agreed.keys():
        yield "een onderwerp staat niet op de kaart."
    if not each.agreed_on < each.review_on or each.agreed_on > today:
        yield "de dagen kloppen niet."
