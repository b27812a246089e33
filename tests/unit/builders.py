"""Small questionnaires for tests, so that a test shows only what it is about."""

from collections.abc import Mapping

from ibreflect.model.part import SourceDocument
from ibreflect.model.questionnaire import (
    AnswerOption,
    Item,
    NonAnswer,
    Questionnaire,
    RaterGroup,
    Scale,
)
from ibreflect.model.role import Region, Role

WORDS = ("bijna nooit", "soms", "regelmatig", "vaak", "bijna altijd")

LC, TA, CD = Role.LEARNING_COORDINATOR, Role.TREND_ANALYST, Role.CARE_DIRECTOR


def questionnaire_with(
    scales: Mapping[str, Mapping[str, Region]],
    *,
    version: str = "1.0.0",
    texts: Mapping[str, str] | None = None,
) -> Questionnaire:
    """A questionnaire from scale id -> item id -> roles; `texts` overrides an item's self text."""
    return Questionnaire(
        id="proef",
        version=version,
        title="Proef",
        edition="proef",
        basis="Voor een test.",
        purpose="Voor een test.",
        minutes=5,
        answer_options=tuple(
            AnswerOption(value=value, word=word) for value, word in enumerate(WORDS, start=1)
        ),
        non_answers=tuple(NonAnswer),
        sources={"000": SourceDocument(file="000.txt", title="Bron")},
        scales=tuple(
            Scale(
                id=scale_id,
                title=scale_id,
                domain="Domein",
                explanation="Uitleg.",
                items=tuple(_item(item_id, roles, texts or {}) for item_id, roles in items.items()),
            )
            for scale_id, items in scales.items()
        ),
    )


def _item(item_id: str, roles: Region, texts: Mapping[str, str]) -> Item:
    return Item(
        id=item_id,
        self_text=texts.get(item_id, f"Ik doe {item_id}."),
        other_text=f"De ib'er doet {item_id}.",
        roles=roles,
        visible_to=(RaterGroup.TEACHER,),
        sources=("000 r.1",),
    )
