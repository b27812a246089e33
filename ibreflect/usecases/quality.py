"""How statements do among everybody together: for who writes them, never about a person."""

from datetime import date
from typing import NamedTuple

import pandas as pd

from ibreflect.access import policy
from ibreflect.measure import pooled, quality, quality_sentences
from ibreflect.measure.quality import Quality, Sheet, Statement
from ibreflect.model.numbers import two_decimals
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Form, Questionnaire, Scale
from ibreflect.model.round import Asked, term_of
from ibreflect.questionnaires.crosswalk import version_number
from ibreflect.store import pooled as kept
from ibreflect.store.connection import Store
from ibreflect.usecases import instruments, people, wording
from ibreflect.usecases.frames import Figure


class Version(NamedTuple):
    """A questionnaire in a version that was handed in, and what it is called."""

    asked: Asked
    title: str


class ScaleQuality(NamedTuple):
    """One scale: what there is to say, and a table of its statements in their own order."""

    title: str
    says: str
    statements: pd.DataFrame


class VersionQuality(NamedTuple):
    """One version; `reason` says in Dutch why nothing is told, and then there are no scales.

    `people` says in steps how many people it is about. `figure` has the reliabilities of the
    scales that have one, and is None when none has.
    """

    questionnaire: Questionnaire
    people: str
    reason: str
    scales: tuple[ScaleQuality, ...]
    figure: Figure | None


def versions(store: Store, actor: Person, *, today: date) -> tuple[Version, ...]:
    """The questionnaires with scales that were handed in, by title, the newest version first."""
    policy.require(policy.may_administer(people.positions(store, actor, today=today)))
    newest_first = sorted(
        kept.asked(store), key=lambda each: version_number(each.version), reverse=True
    )
    found = [
        (asked, wording.worded(store, instruments.exact(store, asked))) for asked in newest_first
    ]
    return tuple(
        Version(asked, f"{each.title}, versie {asked.version}")
        for asked, each in sorted(found, key=lambda pair: pair[1].title)
        if each.form is Form.SCALES
    )


def of_version(store: Store, actor: Person, asked: Asked, *, today: date) -> VersionQuality:
    """How the statements of one version do, over the newest scan of everybody who handed one in.

    Only rounds of terms that are over count, so that no figure moves when one person hands in. What
    is returned tells of no person, school or round. NotAllowedError for who is no beheerder.
    """
    policy.require(policy.may_administer(people.positions(store, actor, today=today)))
    questionnaire = wording.worded(store, instruments.exact(store, asked))
    sheets = [Sheet(*scan) for scan in kept.newest_scans(store, asked, term_of(today))]
    if not quality.is_enough(sheets):
        return VersionQuality(questionnaire, "", pooled.TOO_FEW, (), None)
    seen = [
        (scale, found)
        for scale in questionnaire.scales
        if (found := quality.of_scale([item.id for item in scale.items], sheets))
    ]
    return VersionQuality(
        questionnaire=questionnaire,
        people=pooled.number(len(sheets)),
        reason="",
        scales=tuple(_scale(*each) for each in seen),
        figure=_figure(seen),
    )


def _scale(scale: Scale, found: Quality) -> ScaleQuality:
    texts = {item.id: item.self_text for item in scale.items}
    rows = [_row(texts[each.item_id], each) for each in found.statements]
    return ScaleQuality(scale.title, quality_sentences.about_scale(found), pd.DataFrame(rows))


def _row(text: str, each: Statement) -> dict[str, str]:
    return {
        "Stelling": text,
        "Antwoorden": quality_sentences.about_answers(each),
        "Meting": quality_sentences.about_measuring(each),
    }


def _figure(seen: list[tuple[Scale, Quality]]) -> Figure | None:
    """Two marks with their interval for every scale that has them."""
    drawn = pd.DataFrame(
        [
            (scale.title, name, each.value, each.low, each.high)
            for scale, found in seen
            for name, each in (("alfa", found.alpha), ("omega", found.omega))
            if each.value is not None
        ],
        columns=["scale", "measure", "value", "low", "high"],
    )
    if drawn.empty:
        return None
    read = pd.DataFrame(
        {
            "Schaal": drawn["scale"],
            "Maat": drawn["measure"],
            "Waarde": drawn["value"].map(two_decimals),
            "Van": drawn["low"].map(two_decimals),
            "Tot": drawn["high"].map(two_decimals),
        }
    )
    return Figure(drawn, read, _says(seen))


def _says(seen: list[tuple[Scale, Quality]]) -> str:
    steady = sum(
        each.low is not None and each.low >= quality_sentences.STEADY
        for each in (found.omega for _, found in seen)
    )
    return (
        f"Bij {steady} van de {len(seen)} schalen meten de stellingen samen duidelijk één ding. De "
        "streep is het gebied waarin de waarde met 95 % zekerheid ligt."
    )
