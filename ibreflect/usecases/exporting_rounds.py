"""One round as it is taken along: what was asked, what the ib'er gave, what was shown of others."""

from collections.abc import Mapping

from ibreflect.access import policy
from ibreflect.model.round import Round
from ibreflect.model.takeaway import (
    TakenAsked,
    TakenHeard,
    TakenOthers,
    TakenRound,
    TakenShare,
    TakenVoice,
)
from ibreflect.model.time import Slot
from ibreflect.model.voice import Voice
from ibreflect.store import answers, asking, framing, time
from ibreflect.store.connection import Store
from ibreflect.usecases import ending


def taken(store: Store, subject: Round) -> TakenRound:
    """A round, for its owner."""
    kept = answers.newest(store, subject.response_id)
    return TakenRound(
        school=subject.school_name,
        school_year=subject.term.school_year,
        period=subject.term.period,
        is_open=subject.is_open,
        handed_in=subject.handed_in,
        asked=tuple(
            TakenAsked(id=each.questionnaire_id, version=each.version) for each in subject.asked
        ),
        answers={item_id: kept[item_id].given for item_id in sorted(kept)},
        context=dict(sorted(framing.choices(store, subject.round_id).items())),
        texts=dict(sorted(framing.texts(store, subject.round_id).items())),
        time=_time(time.of_round(store, subject.round_id)),
        others=_others(store, subject),
    )


def _time(numbers: Mapping[Slot, int]) -> tuple[TakenShare, ...]:
    return tuple(
        TakenShare(split=slot.split_id, part=slot.part_id, moment=slot.moment, percent=percent)
        for slot, percent in sorted(numbers.items())
    )


def _others(store: Store, subject: Round) -> TakenOthers | None:
    """What others said, once it may be heard; None before that, or when nobody was asked."""
    rules = asking.rules(store, subject.round_id)
    shown = ending.snapshot(store, subject.round_id)
    if rules is None or shown is None:
        return None
    if not policy.may_hear_groups(subject, has_ended=True).allowed:
        return None
    return TakenOthers(
        opens_on=rules.opens_on,
        closes_on=rules.closes_on,
        floors=dict(rules.floors),
        asked=rules.asked,
        region=rules.region,
        handed_out_by=rules.handed_out_by,
        voices={
            each: tuple(_voice(voice) for voice in voices) for each, voices in shown.voices.items()
        },
        remarks=dict(shown.remarks),
        leader_remarks=dict(shown.leader_remarks),
    )


def _voice(voice: Voice) -> TakenVoice:
    return TakenVoice(
        mark=voice.mark,
        groups=voice.groups,
        n=voice.n,
        floor=voice.floor,
        at_least=voice.at_least,
        reason=voice.reason,
        heard={item: TakenHeard(**each._asdict()) for item, each in voice.heard.items()},
    )
