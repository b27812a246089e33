"""The frozen version of parts of a round."""

from collections.abc import Callable, Collection, Mapping

from pydantic import TypeAdapter

from ibreflect.model.assignment import CONTEXT_FIELDS
from ibreflect.model.frozen import Frozen, FrozenPart
from ibreflect.model.sharing import Part
from ibreflect.usecases import framing, freezing_others, freezing_own
from ibreflect.usecases.freezing_source import Source

_PARTS: Mapping[Part, Callable[[Source, Collection[Part]], FrozenPart]] = {
    Part.ASSIGNMENT: freezing_own.assignment,
    Part.ROLES: freezing_own.roles,
    Part.OVERLAP: freezing_own.overlap,
    Part.ITEMS: freezing_own.items,
    Part.OTHERS: freezing_others.others,
    Part.COMMENTS: freezing_others.comments,
    Part.TIME: freezing_own.time,
}
_FORM = TypeAdapter(Frozen)


def offered(source: Source) -> tuple[Part, ...]:
    """The parts that there is something of now."""
    return tuple(part for part in Part if not _PARTS[part](source, {part}).is_empty)


def freeze(source: Source, chosen: Collection[Part]) -> Frozen:
    """These parts as the ib'er sees them now, with the context card before them."""
    subject = source.subject
    return Frozen(
        owner=source.actor.name,
        school=subject.school_name,
        term=subject.term.label,
        asked=subject.asked,
        card=_card(framing.of_round(source.store, source.actor, subject.round_id).choices),
        parts=tuple(_PARTS[part](source, chosen) for part in Part if part in chosen),
    )


def written(frozen: Frozen) -> str:
    """A frozen version as text; the same version gives the same text."""
    return _FORM.dump_json(frozen).decode()


def read(text: str) -> Frozen:
    """The frozen version that was written."""
    return _FORM.validate_json(text)


def _card(choices: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (each.question, each.options[choices[each.field]])
        for each in CONTEXT_FIELDS
        if choices.get(each.field) in each.options
    )
