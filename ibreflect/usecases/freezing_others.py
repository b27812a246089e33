"""What a share shows of others: only what Met anderen shows, and that from the snapshot."""

from collections.abc import Collection, Iterator, Sequence

from ibreflect.measure.dutch import listed, starting
from ibreflect.model.frozen import Drawing, FrozenFigure, FrozenPart, Passage, Picture
from ibreflect.model.questionnaire import Kind, Questionnaire
from ibreflect.model.sharing import Part
from ibreflect.model.voice import MARK_OF, MARK_WORDS, Mark, Voice
from ibreflect.usecases import hearing, mirror_figures, view_mirror
from ibreflect.usecases.freezing_source import Source, heading_of, one_picture
from ibreflect.usecases.frozen_tables import kept
from ibreflect.usecases.mirror_figures import Roles
from ibreflect.usecases.mirror_frames import Views

_AT_A_GLANCE = "In één oogopslag"
_ROLES = "De rollen in elkaars ogen"
_SHUFFLED = "In willekeurige volgorde, van alle groepen door elkaar."
_BY_NAME = "De schoolleider schreef"


def others(source: Source, chosen: Collection[Part]) -> FrozenPart:
    """Each domain in every voice; statements and regions only when those are shared as well."""
    asked = _questionnaires(source)
    figures = tuple(each for about in asked for each in _figures(source, about, chosen))
    return FrozenPart(Part.OTHERS, (), figures, ())


def comments(source: Source, _: Collection[Part]) -> FrozenPart:
    """What people wrote, by question."""
    passages = []
    for each in view_mirror.written(source.store, source.actor, source.subject.round_id):
        if each.others:
            passages.append(Passage(each.question, _SHUFFLED, each.others))
        if each.leader and source.reads_leader:
            passages.append(Passage(each.question, _BY_NAME, (each.leader,)))
    return FrozenPart(Part.COMMENTS, (), (), tuple(passages))


def _questionnaires(source: Source) -> Sequence[Questionnaire]:
    """What others were asked about the ib'er; nothing until all of it may be heard."""
    round_id = source.subject.round_id
    if not view_mirror.written(source.store, source.actor, round_id):
        return ()
    return view_mirror.of_round(
        source.store, source.actor, round_id, today=source.today
    ).questionnaires


def _figures(
    source: Source, about: Questionnaire, chosen: Collection[Part]
) -> Iterator[FrozenFigure]:
    own, *all_others = hearing.voices(source.store, source.actor, source.subject.round_id, about)
    told = [each for each in all_others if each.is_group or source.reads_leader]
    heard = tuple(each for each in told if not each.reason)
    if not heard:
        return
    views = Views(about, own, heard, source.noise)
    heading = about.title if about.kind is Kind.MODULE else _AT_A_GLANCE
    glance = one_picture(
        mirror_figures.glance(views), Drawing.SCALES_IN_VOICES, heading, about.words
    )
    yield glance._replace(also=tuple(line for each in told if (line := _about(each))))
    if Part.ITEMS in chosen:
        yield from _statements(views)
    found = mirror_figures.roles(views) if Part.OVERLAP in chosen else None
    if found:
        yield _roles(found, about)


def _statements(views: Views) -> Iterator[FrozenFigure]:
    for scale in views.questionnaire.scales:
        seen = mirror_figures.statements(views, scale)
        heading = heading_of(views.questionnaire, scale)
        drawing, words = Drawing.STATEMENTS_IN_VOICES, views.questionnaire.words
        yield one_picture(seen.figure, drawing, heading, words)._replace(also=seen.also)


def _roles(found: Roles, about: Questionnaire) -> FrozenFigure:
    return FrozenFigure(
        heading=_ROLES,
        drawing=Drawing.ROLES,
        says=found.says,
        pictures=tuple(
            Picture(starting(name), kept(drawn)) for name, drawn in found.pictures.items()
        ),
        read=kept(found.read),
        words=about.words,
    )


def _about(voice: Voice) -> str:
    """Why a voice is not there, or who are in it together; empty when its name says enough."""
    if voice.reason:
        return f"{starting(voice.label)}: {voice.reason}"
    if voice.mark is Mark.REST:
        groups = listed([MARK_WORDS[MARK_OF[group]] for group in voice.groups])
        return f"{starting(voice.label)}: dit zijn {groups} samen."
    return ""
