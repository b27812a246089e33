"""What stands in the report of a conversation: only what was said and decided at the table."""

from collections.abc import Sequence

from ibreflect.model.conversation import Seated
from ibreflect.model.report import Closing, Decided, Report, Said
from ibreflect.store import talks
from ibreflect.store.connection import Store
from ibreflect.usecases import tabling


def as_it_stands(store: Store, here: Seated, closing: Closing) -> Report:
    """What was said about themes on the table, what was decided there, and what comes next."""
    conversation = here.conversation
    said = talks.said(store, conversation.conversation_id, conversation.owner_id)
    tabled = tabling.themes(store, here)
    return Report(
        title=here.guide.title,
        school=conversation.school_name,
        owner=conversation.owner_name,
        partner=conversation.partner_name,
        held_on=conversation.planned_on,
        said=tuple(
            Said(here.guide.theme(theme_id).title, said[theme_id])
            for theme_id in tabled
            if said.get(theme_id)
        ),
        decided=_decided(store, here, tabled),
        closing=closing,
    )


def _decided(store: Store, here: Seated, tabled: Sequence[str]) -> tuple[Decided, ...]:
    conversation = here.conversation
    decisions = talks.decisions(store, conversation.conversation_id, conversation.owner_id)
    by_topic = {each.topic: each for each in decisions}
    return tuple(
        Decided(
            point.owner, here.guide.scales[point.scale].words[decision.level - 1], decision.note
        )
        for theme_id in tabled
        for point in here.guide.theme(theme_id).points
        if point.topic and (decision := by_topic.get(point.topic))
    )
