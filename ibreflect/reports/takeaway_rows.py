"""What somebody takes along, row by row, in the words of the screens."""

from collections.abc import Iterator

from ibreflect.model.asking import CONTACT_WORDS, REMARK_TOPICS
from ibreflect.model.assignment import (
    ASSIGNMENT_QUESTIONS,
    CONTEXT_FIELDS,
    VISION_QUESTION,
    note_topic,
)
from ibreflect.model.membership import POSITION_WORDS
from ibreflect.model.questionnaire import NON_ANSWER_WORDS, NonAnswer, Questionnaire
from ibreflect.model.round import SchoolTerm
from ibreflect.model.sharing import PART_WORDS, Part
from ibreflect.model.takeaway import Readable, TakenHeard, TakenRound, TakenVoice
from ibreflect.model.time import SPLITS
from ibreflect.model.voice import MARK_WORDS
from ibreflect.reports.blocks import Row


def term(each: TakenRound) -> str:
    """'najaar 2026'."""
    return SchoolTerm(each.school_year, each.period).label


def asked(found: Readable, each: TakenRound) -> tuple[Questionnaire, ...]:
    """The questionnaires of a round, in order."""
    return tuple(
        found.questionnaires[wanted.id, wanted.version]
        for wanted in each.asked
        if (wanted.id, wanted.version) in found.questionnaires
    )


def in_words(questionnaire: Questionnaire, given: object, *, wished: bool = False) -> str:
    """An answer in words; a dash when there is none."""
    if isinstance(given, NonAnswer):
        return NON_ANSWER_WORDS[given]
    words = questionnaire.wish_words if wished else questionnaire.words
    return words[given - 1] if isinstance(given, int) and given <= len(words) else "–"


def answers(found: Readable, each: TakenRound) -> Iterator[Row]:
    """Every answer, and below it the wish beside it."""
    for questionnaire in asked(found, each):
        head = (questionnaire.title, questionnaire.version)
        for item in questionnaire.items:
            for item_id, wished in ((item.id, False), (item.wish_id, True)):
                given = each.answers.get(item_id)
                if given is None:
                    continue
                text = f"Wens: {item.self_text}" if wished else item.self_text
                number = None if isinstance(given, NonAnswer) else given
                yield *head, item_id, text, number, in_words(questionnaire, given, wished=wished)


def texts(found: Readable, each: TakenRound) -> Iterator[Row]:
    """Question and text: the assignment, the vision of the school, and notes beside scales."""
    questions = {each.topic: each.text for each in (*ASSIGNMENT_QUESTIONS, VISION_QUESTION)}
    questions |= {
        note_topic(scale.id): f"Notitie bij {scale.title}"
        for questionnaire in asked(found, each)
        for scale in questionnaire.scales
    }
    known = [topic for topic in questions if topic in each.texts]
    for topic in [*known, *(topic for topic in each.texts if topic not in questions)]:
        yield questions.get(topic, topic), each.texts[topic]


def context(each: TakenRound) -> Iterator[Row]:
    """Question and answer of the card of the school."""
    for field in CONTEXT_FIELDS:
        if field.field in each.context:
            choice = each.context[field.field]
            yield field.question, field.options.get(choice, choice)


def time(each: TakenRound) -> Iterator[Row]:
    """Split, part, which week, percent."""
    shares = {(share.split, share.part, share.moment): share.percent for share in each.time}
    for split in SPLITS:
        for part in split.parts:
            for (split_id, part_id, moment), percent in shares.items():
                if (split_id, part_id) == (split.split_id, part.part_id):
                    yield split.title, part.name, moment.value, percent


def others(found: Readable, each: TakenRound) -> Iterator[Row]:
    """Every statement in every voice, as it was shown."""
    shown = each.others.voices if each.others else {}
    by_id = {questionnaire.id: questionnaire for questionnaire in asked(found, each)}
    for questionnaire_id, voices in shown.items():
        questionnaire = by_id.get(questionnaire_id)
        title = questionnaire.title if questionnaire else "Hoe vaak jullie samenwerken"
        for voice in voices:
            if voice.reason:
                yield title, None, None, MARK_WORDS[voice.mark], None, None, None, voice.reason
            for item_id, heard in voice.heard.items():
                text = _statement(questionnaire, item_id, voice)
                number = heard.value if heard.common is None else heard.common
                who = (MARK_WORDS[voice.mark], people(voice))
                says = heard_in_words(questionnaire, item_id, heard)
                yield title, item_id, text, *who, number, heard.bound or None, says


def people(voice: TakenVoice) -> str:
    """How many people this is: '5' or 'minstens 3'."""
    return f"minstens {voice.n}" if voice.at_least else str(voice.n)


def heard_in_words(questionnaire: Questionnaire | None, item_id: str, heard: TakenHeard) -> str:
    """What is told of one statement besides its number."""
    said = [heard.reason or "", heard.unity or ""]
    if heard.common is not None:
        said.insert(0, _choice(questionnaire, item_id, heard.common))
    if heard.unseen:
        said.append("de meesten kunnen dit niet beoordelen")
    if heard.low is not None and heard.high is not None:
        said.append(f"van {heard.low} tot en met {heard.high}")
    return "; ".join(each for each in said if each)


def _choice(questionnaire: Questionnaire | None, item_id: str, common: int) -> str:
    if questionnaire is None:
        return CONTACT_WORDS[common - 1]
    wished = all(item.id != item_id for item in questionnaire.items)
    return in_words(questionnaire, common, wished=wished)


def _statement(questionnaire: Questionnaire | None, item_id: str, voice: TakenVoice) -> str:
    if questionnaire is None:
        return "Hoe vaak werk je met de ib'er samen?"
    group = voice.groups[0] if voice.groups else None
    for item in questionnaire.items:
        if item_id in {item.id, item.wish_id}:
            text = item.text_for(group)
            return text if item_id == item.id else f"Wens: {text}"
    return ""


def remarks(each: TakenRound) -> Iterator[Row]:
    """Whose, question, text; of people who are not named in the order they were shown in."""
    if each.others is None:
        return
    for topic in REMARK_TOPICS:
        if topic.topic in each.others.leader_remarks:
            yield "schoolleider", topic.text, each.others.leader_remarks[topic.topic]
        for body in each.others.remarks.get(topic.topic, ()):
            yield "anderen", topic.text, body


def agreements(found: Readable) -> Iterator[Row]:
    """Every topic of every agreement."""
    for each in found.taken.agreements:
        questionnaire = found.questionnaires.get((each.asked.id, each.asked.version))
        items = {item.id: item.self_text for item in questionnaire.items} if questionnaire else {}
        for item_id, agreed in each.agreed.items():
            words = questionnaire.words[agreed.level - 1] if questionnaire else ""
            text = items.get(item_id, item_id)
            days = (each.agreed_on, each.review_on)
            yield each.school, each.number, *days, text, agreed.level, words, agreed.note


def shares(found: Readable) -> Iterator[Row]:
    """What was shared, as what the reader worked, and until when."""
    for each in found.taken.shares:
        parts = ", ".join(PART_WORDS[Part(part)].mine for part in each.parts)
        reader = " en ".join(POSITION_WORDS[position] for position in each.reader)
        label = SchoolTerm(each.school_year, each.period).label
        yield each.shared_at, label, each.school, parts, reader, each.until, each.withdrawn
