"""How the scales of a second lens lie beside the three roles. The Dutch aliases are YAML keys."""

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from ibreflect.model.part import LongText, Part, Text
from ibreflect.model.questionnaire import Questionnaire, ScaleId
from ibreflect.model.role import ROLE_NAMES, Role


class Column(StrEnum):
    """What a scale is laid beside: one of the roles, or the place where roles meet."""

    LEARNING_COORDINATOR = Role.LEARNING_COORDINATOR
    TREND_ANALYST = Role.TREND_ANALYST
    CARE_DIRECTOR = Role.CARE_DIRECTOR
    OVERLAP = "overlap"

    @property
    def role(self) -> Role | None:
        """The role; None for the overlap."""
        return None if self is Column.OVERLAP else Role(self.value)


COLUMN_NAMES = {
    column: ROLE_NAMES[column.role] if column.role else "waar rollen samenkomen"
    for column in Column
}


class Strength(StrEnum):
    """How much a scale has in common with a column; the value is the word that people read."""

    STRONG = "sterk"
    LIGHT = "licht"


class Row(Part):
    """One scale of the second lens, and where it belongs."""

    id: ScaleId
    strong: tuple[Column, ...] = Field(alias="sterk", default=())
    light: tuple[Column, ...] = Field(alias="licht", default=())

    @model_validator(mode="after")
    def _each_column_once(self) -> Self:
        named = [*self.strong, *self.light]
        if len(set(named)) < len(named):
            raise ValueError("columns")
        return self

    def strength(self, column: Column) -> Strength | None:
        """How much the scale has in common with a column; None for nothing."""
        if column in self.strong:
            return Strength.STRONG
        return Strength.LIGHT if column in self.light else None


class Crosswalk(Part):
    """A second lens beside the roles; `label` tells whose ordering it is, `basis` why."""

    label: Text = Field(max_length=40)
    title: Text = Field(alias="titel", max_length=120)
    row_name: Text = Field(alias="rij", max_length=40)
    basis: LongText = Field(alias="grondslag")
    rows: tuple[Row, ...] = Field(alias="schalen", min_length=1, max_length=20)

    @property
    def without_counterpart(self) -> tuple[Column, ...]:
        """The columns that no scale belongs to."""
        return tuple(
            column for column in Column if not any(row.strength(column) for row in self.rows)
        )

    def is_about(self, questionnaire: Questionnaire) -> bool:
        """Whether the questionnaire has every scale that is named here."""
        scales = {scale.id for scale in questionnaire.scales}
        return all(row.id in scales for row in self.rows)
