"""A questionnaire as its file states it. The Dutch aliases are the keys of the YAML file."""

import math
from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from ibreflect.model.part import LongText, Part, SourceDocument, SourceLine, Text, Version
from ibreflect.model.role import Region, Role

ItemText = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
ItemId = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,4}[0-9]{1,3}$")]
ScaleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


class NonAnswer(StrEnum):
    """Why an item has no number. A non-answer is kept with its reason and is never in a mean."""

    NOT_APPLICABLE = "nvt"
    CANNOT_JUDGE = "kan_niet_beoordelen"
    ELSEWHERE = "bij_ander"


NON_ANSWER_WORDS = {
    NonAnswer.NOT_APPLICABLE: "niet van toepassing",
    NonAnswer.CANNOT_JUDGE: "kan ik niet beoordelen",
    NonAnswer.ELSEWHERE: "ligt bij ons bij een ander",
}

_WISH = ".wens"

Given = int | NonAnswer
"""What somebody gave to one item: a value on the answer scale, or a non-answer."""


class Kind(StrEnum):
    """Whether a questionnaire can carry a round on its own or comes along with one that can."""

    CORE = "kern"
    MODULE = "module"


class Panel(StrEnum):
    """What a questionnaire is about. Three things that are never added up."""

    COORDINATOR = "iber"
    TOGETHER = "samen"
    SCHOOL = "school"


class Form(StrEnum):
    """How answers are read: as scales of statements, or as who decides what."""

    SCALES = "schalen"
    MANDATE_MAP = "mandaatkaart"


class WishKind(StrEnum):
    """How a wish is asked beside what is there now."""

    DIRECTION = "minder_zo_meer"
    SAME_SCALE = "zelfde_schaal"


DIRECTION_WORDS = ("minder", "zo houden", "meer")
"""The words of a wish as a direction, for the values 1, 2 and 3."""


class RaterGroup(StrEnum):
    """Who can fairly be expected to see a behaviour (`ziet`)."""

    SCHOOL_LEADER = "schoolleider"
    TEACHER = "leraar"
    COLLEAGUE = "collega"
    PARENT = "ouder"
    BOARD = "bestuur"


class AnswerOption(Part):
    """One point of the answer scale with its word."""

    value: int = Field(alias="waarde", ge=1, le=5)
    word: Text = Field(alias="woord", max_length=40)


class Item(Part):
    """One statement: one behaviour, worded for the ib'er and for others."""

    id: ItemId = Field(description="Nooit hergebruiken, ook niet als de stelling vervalt.")
    self_text: Text = Field(alias="ik", max_length=200)
    other_text: Text = Field(alias="ander", max_length=200)
    voices: dict[RaterGroup, ItemText] = Field(
        alias="stemmen", default={}, description="Eigen woorden voor een groep, anders 'ander'."
    )
    roles: tuple[Role, ...] = Field(alias="rollen", default=())
    visible_to: tuple[RaterGroup, ...] = Field(alias="ziet", min_length=1)
    sources: tuple[SourceLine, ...] = Field(alias="bron", min_length=1)
    inferred: bool = Field(
        alias="afgeleid", default=False, description="De bron zegt dit niet zelf; het is afgeleid."
    )

    @property
    def region(self) -> Region:
        """The roles this item touches, in alphabetical order of their ids; may be empty."""
        return tuple(sorted(self.roles))

    @property
    def wish_id(self) -> str:
        """The id under which the wish beside this item is kept."""
        return f"{self.id}{_WISH}"

    def worded(self, say: Callable[[str], str]) -> "Item":
        """The same item with every text as `say` puts it."""
        return self.model_copy(
            update={
                "self_text": say(self.self_text),
                "other_text": say(self.other_text),
                "voices": {group: say(text) for group, text in self.voices.items()},
            }
        )

    def text_for(self, group: RaterGroup | None) -> str:
        """The statement in the words of a group; None stands for the ib'er."""
        return self.self_text if group is None else self.voices.get(group, self.other_text)


class Scale(Part):
    """A set of items that is scored together and shown on one screen."""

    id: ScaleId
    title: Text = Field(alias="titel", max_length=80)
    domain: Text = Field(alias="domein", max_length=120)
    role: Role | None = Field(alias="rol", default=None)
    explanation: LongText = Field(alias="uitleg")
    items: tuple[Item, ...] = Field(alias="stellingen", min_length=1, max_length=40)

    def worded(self, say: Callable[[str], str]) -> "Scale":
        """The same scale with every text as `say` puts it."""
        return self.model_copy(
            update={
                "title": say(self.title),
                "domain": say(self.domain),
                "explanation": say(self.explanation),
                "items": tuple(item.worded(say) for item in self.items),
            }
        )

    def as_asked_of(self, group: RaterGroup) -> "Scale":
        """The same scale with only what a group can see, in its words; perhaps without items."""
        items = tuple(
            item.model_copy(update={"self_text": item.text_for(group)})
            for item in self.items
            if group in item.visible_to
        )
        return self.model_copy(update={"items": items})


class Questionnaire(Part):
    """A whole questionnaire in one version; a round keeps the exact text it was filled in with."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,59}$")]
    version: Version = Field(alias="versie")
    kind: Kind = Field(alias="soort", default=Kind.CORE)
    panel: Panel = Field(alias="paneel", default=Panel.COORDINATOR)
    form: Form = Field(alias="vorm", default=Form.SCALES)
    wish: WishKind | None = Field(alias="wens", default=None)
    title: Text = Field(alias="titel", max_length=120)
    edition: Text = Field(alias="editie", max_length=40)
    basis: LongText = Field(alias="grondslag", description="Waarop dit berust en wat het niet is.")
    purpose: LongText = Field(alias="doel")
    minutes: int = Field(alias="minuten", ge=1, le=60)
    answer_options: tuple[AnswerOption, ...] = Field(alias="antwoorden", min_length=5, max_length=5)
    non_answers: tuple[NonAnswer, ...] = Field(alias="geen_antwoord", min_length=2)
    sources: dict[str, SourceDocument] = Field(alias="bronnen")
    scales: tuple[Scale, ...] = Field(alias="schalen", min_length=1, max_length=20)

    @model_validator(mode="after")
    def _options_count_from_one_to_five(self) -> Self:
        if [option.value for option in self.answer_options] != [1, 2, 3, 4, 5]:
            raise ValueError("options")
        return self

    def worded(self, say: Callable[[str], str]) -> "Questionnaire":
        """The same questionnaire with every text but those of the sources as `say` puts it."""
        return self.model_copy(
            update={
                "title": say(self.title),
                "basis": say(self.basis),
                "purpose": say(self.purpose),
                "scales": tuple(scale.worded(say) for scale in self.scales),
            }
        )

    @property
    def items(self) -> tuple[Item, ...]:
        """All items, in the order of the scales."""
        return tuple(item for scale in self.scales for item in scale.items)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the answer scale, from value 1 up."""
        return tuple(option.word for option in self.answer_options)

    @property
    def wish_words(self) -> tuple[str, ...]:
        """The words of a wish, from value 1 up; empty when no wish is asked."""
        if self.wish is None:
            return ()
        return DIRECTION_WORDS if self.wish is WishKind.DIRECTION else self.words

    @property
    def groups(self) -> tuple[RaterGroup, ...]:
        """The groups that can see something of what is asked, in the order of `RaterGroup`."""
        seen = {group for item in self.items for group in item.visible_to}
        return tuple(group for group in RaterGroup if group in seen)

    def as_asked_of(self, group: RaterGroup) -> "Questionnaire":
        """The same questionnaire with only what a group can see, in its words and of its length.

        That a behaviour lies with somebody else is for the ib'er to say.
        """
        scales = tuple(scale.as_asked_of(group) for scale in self.scales)
        items = sum(len(scale.items) for scale in scales)
        minutes = max(1, math.ceil(self.minutes * items / len(self.items)))
        seen = tuple(scale for scale in scales if scale.items)
        non_answers = tuple(each for each in self.non_answers if each is not NonAnswer.ELSEWHERE)
        return self.model_copy(
            update={"scales": seen, "minutes": minutes, "non_answers": non_answers}
        )

    def accepts(self, item_id: str, given: Given) -> bool:
        """Whether `given` is a possible answer to an item, or to the wish beside it."""
        if item_id.endswith(_WISH):
            known = any(item.wish_id == item_id for item in self.items)
            return known and type(given) is int and 1 <= given <= len(self.wish_words)
        if not any(item.id == item_id for item in self.items):
            return False
        if isinstance(given, NonAnswer):
            return given in self.non_answers
        return type(given) is int and any(option.value == given for option in self.answer_options)
