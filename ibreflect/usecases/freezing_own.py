"""What a share shows of the ib'er's own answers, texts and time, as on the ib'er's own pages."""

from collections.abc import Collection

from ibreflect.model.assignment import ASSIGNMENT_QUESTIONS, VISION_QUESTION
from ibreflect.model.frozen import Drawing, FrozenFigure, FrozenPart, Passage
from ibreflect.model.questionnaire import Questionnaire
from ibreflect.model.sharing import Part
from ibreflect.model.time import SPLITS
from ibreflect.usecases import framing, hearing, mirror_frames, view_picture, view_time
from ibreflect.usecases.frames import Figure
from ibreflect.usecases.freezing_source import Source, heading_of, one_picture
from ibreflect.usecases.mirror_frames import Views
from ibreflect.usecases.view_picture import Domain, Picture

_BEFOREHAND = "Deze teksten zijn geschreven vóór de scan."
_WITHOUT_NUMBER = (
    ("Dit ligt bij een ander", "Dat is een keuze, geen tekort."),
    ("Dit is zelf niet te beoordelen", "Het is werk dat iemand zelf moeilijk ziet."),
    ("Dit is niet van toepassing", "Deze stellingen tellen niet mee."),
)


def assignment(source: Source, _: Collection[Part]) -> FrozenPart:
    """The texts of Mijn opdracht, in the order of the questions."""
    texts = framing.of_round(source.store, source.actor, source.subject.round_id).texts
    written = tuple(
        Passage(each.text, "", (texts[each.topic],))
        for each in (*ASSIGNMENT_QUESTIONS, VISION_QUESTION)
        if texts.get(each.topic)
    )
    return FrozenPart(Part.ASSIGNMENT, (_BEFOREHAND,), (), written)


def roles(source: Source, _: Collection[Part]) -> FrozenPart:
    """The value of each role, as beside others and in Groei, with the sentence of Mijn beeld."""
    figures = tuple(
        _three_roles(source, part.questionnaire, part.roles.says)
        for part in _picture(source).parts
        if part.roles
    )
    return FrozenPart(Part.ROLES, (), figures, ())


def overlap(source: Source, _: Collection[Part]) -> FrozenPart:
    """The seven regions."""
    figures = tuple(
        one_picture(
            part.roles._replace(says=part.overlap_says),
            Drawing.ROLES,
            words=part.questionnaire.words,
        )
        for part in _picture(source).parts
        if part.roles
    )
    return FrozenPart(Part.OVERLAP, (), figures, ())


def items(source: Source, _: Collection[Part]) -> FrozenPart:
    """Every statement with its answer, and those without a number by their reason."""
    picture = _picture(source)
    figures = tuple(
        _statements(part.questionnaire, domain) for part in picture.parts for domain in part.domains
    )
    reasons = (picture.elsewhere, picture.cannot_judge, picture.not_applicable)
    without = tuple(
        Passage(heading, about, statements)
        for (heading, about), statements in zip(_WITHOUT_NUMBER, reasons, strict=True)
        if statements
    )
    return FrozenPart(Part.ITEMS, (), figures, without)


def time(source: Source, _: Collection[Part]) -> FrozenPart:
    """How the time of this round is divided."""
    seen = view_time.picture(
        source.store, source.actor, source.subject.round_id, source.noise
    ).divisions
    figures = tuple(
        one_picture(seen[split.split_id], Drawing.TIME, split.title)
        for split in SPLITS
        if split.split_id in seen
    )
    return FrozenPart(Part.TIME, (), figures, ())


def _three_roles(source: Source, questionnaire: Questionnaire, says: str) -> FrozenFigure:
    own, *_ = hearing.voices(source.store, source.actor, source.subject.round_id, questionnaire)
    views = Views(questionnaire, own, (), source.noise)
    scales = [each for each in questionnaire.scales if each.role]
    drawn = mirror_frames.scales_drawn(views)
    read = mirror_frames.scales_read(views).drop(columns="Verschil in beeld")
    seen = Figure(
        drawn=drawn[drawn["item"].isin([each.id for each in scales])],
        read=read[read["Domein"].isin([each.title for each in scales])],
        says=says,
    )
    return one_picture(seen, Drawing.SCALES, words=questionnaire.words)


def _statements(questionnaire: Questionnaire, domain: Domain) -> FrozenFigure:
    """The statements of a scale; the note beside it is for nobody else."""
    heading = heading_of(questionnaire, domain.scale)
    seen = one_picture(domain.figure, Drawing.STATEMENTS, heading, questionnaire.words)
    return seen._replace(role=domain.scale.role)


def _picture(source: Source) -> Picture:
    return view_picture.my_picture(
        source.store, source.actor, source.subject.round_id, source.noise
    )
