"""What a handed-in scan adds to the figures of its network; for use cases that have asked."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ibreflect.measure import mandate, perspectives
from ibreflect.measure.mandate import DIFFERING
from ibreflect.measure.regions import region_scores
from ibreflect.measure.scales import scale_scores, with_value
from ibreflect.model.network import Added, key_of
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Given, NonAnswer, Panel, Questionnaire
from ibreflect.model.role import Region
from ibreflect.model.round import Round
from ibreflect.model.time import WORK, Moment
from ibreflect.model.voice import Mark, Voice
from ibreflect.store import answers, framing, time
from ibreflect.store.connection import Store
from ibreflect.usecases import hearing, instruments


class _Asked(NamedTuple):
    """A questionnaire of the scan, what the ib'er gave, and every voice that may be heard."""

    questionnaire: Questionnaire
    given: Mapping[str, Given]
    own: Voice
    others: tuple[Voice, ...]


def added(store: Store, owner: Person, subject: Round) -> Added:
    """What the scan adds as it is now: figures of scales, and which statements stand out."""
    asked = tuple(_asked(store, owner, subject))
    scales = [each for each in asked if each.questionnaire.form is Form.SCALES]
    maps = [each for each in asked if each.questionnaire.form is Form.MANDATE_MAP]
    return Added(
        choices=framing.choices(store, subject.round_id),
        values={key: value for each in scales for key, value in _values(each).items()},
        gaps={key: value for each in scales for key, value in _gaps(each).items()},
        judged=frozenset(item_id for each in scales for item_id in _judged(each)),
        unseen=frozenset(item_id for each in scales for item_id in _unseen(each)),
        mapped=frozenset(item.id for each in maps for item in each.questionnaire.items),
        unsure=frozenset(item_id for each in maps for item_id in _unsure(each)),
        time=_week(store, subject),
    )


def _asked(store: Store, owner: Person, subject: Round) -> Iterator[_Asked]:
    kept = answers.newest(store, subject.response_id)
    given = {item_id: each.given for item_id, each in kept.items()}
    for questionnaire in instruments.of_round(store, subject):
        if questionnaire.panel is Panel.COORDINATOR or questionnaire.form is Form.MANDATE_MAP:
            own, *others = hearing.voices(store, owner, subject.round_id, questionnaire)
            heard = tuple(each for each in others if not each.reason)
            yield _Asked(questionnaire, given, own, heard)


def _values(asked: _Asked) -> dict[str, float]:
    """The regions of the role picture by their roles, and scales without roles by their id.

    No statement is in two of them: from figures over the same statements in other groups of
    schools more could be worked out than either tells.
    """
    questionnaire, given = asked.questionnaire, asked.given
    regions = with_value(region_scores(questionnaire, given))
    scales = with_value(scale_scores(questionnaire, given))
    apart = {each.id for each in questionnaire.scales if not any(item.roles for item in each.items)}
    both = {_name(region): value for region, value in regions.items()}
    both |= {scale_id: value for scale_id, value in scales.items() if scale_id in apart}
    return {key_of(questionnaire.id, part): value for part, value in both.items()}


def _name(region: Region) -> str:
    return "+".join(sorted(region))


def _gaps(asked: _Asked) -> dict[str, float]:
    teachers = next((each for each in asked.others if each.mark is Mark.TEACHERS), None)
    if teachers is None:
        return {}
    found = {}
    for scale in asked.questionnaire.scales:
        pair = perspectives.side_by_side(asked.own, teachers, scale.items)
        if pair:
            gap = pair.own.value - pair.other.value
            found[key_of(asked.questionnaire.id, scale.id)] = gap
    return found


def _groups(asked: _Asked) -> Sequence[Voice]:
    return [each for each in asked.others if each.is_group]


def _judged(asked: _Asked) -> frozenset[str]:
    return frozenset(item_id for voice in _groups(asked) for item_id in voice.heard)


def _unseen(asked: _Asked) -> frozenset[str]:
    return frozenset(
        item_id
        for voice in _groups(asked)
        for item_id, heard in voice.heard.items()
        if heard.unseen
    )


def _unsure(asked: _Asked) -> frozenset[str]:
    heard = {each.label: each.heard for each in (asked.own, *asked.others)}
    topics = [
        topic for scale in asked.questionnaire.scales for topic in mandate.topics(scale, heard)
    ]
    unknown = {item_id for item_id, given in asked.given.items() if given is NonAnswer.CANNOT_JUDGE}
    return frozenset(
        topic.item_id
        for topic in topics
        if topic.agreement in DIFFERING or topic.item_id in unknown
    )


def _week(store: Store, subject: Round) -> dict[str, int]:
    """How the week is divided now; nothing unless it is divided wholly."""
    kept = time.of_round(store, subject.round_id)
    now = {
        slot.part_id: percent
        for slot, percent in kept.items()
        if slot.split_id == WORK.split_id and slot.moment is Moment.NOW
    }
    return now if sum(now.values()) == 100 else {}  # noqa: PLR2004 - percents
