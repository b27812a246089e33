"""A sheet of statements as it is filled in: by the ib'er in a scan, or by others about a round."""

from typing import NamedTuple

from ibreflect.model.questionnaire import Item, NonAnswer, Questionnaire, Scale
from ibreflect.store.answers import KeptAnswer


class Sheet(NamedTuple):
    """What is asked and what is kept of it now; `key` tells this sheet from every other."""

    key: str
    questionnaires: tuple[Questionnaire, ...]
    kept: dict[str, KeptAnswer]

    @property
    def scales(self) -> tuple[Scale, ...]:
        """The scales of all questionnaires, in order."""
        return tuple(scale for each in self.questionnaires for scale in each.scales)

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that is asked, in the order of the scales."""
        return tuple(item for scale in self.scales for item in scale.items)

    def questionnaire_of(self, scale: Scale) -> Questionnaire:
        """The questionnaire that a scale belongs to; its words are those of the answers."""
        return next(each for each in self.questionnaires if scale in each.scales)

    def open_items(self, scale: Scale) -> tuple[Item, ...]:
        """The items of a scale that still miss an answer, or the wish that goes with a number."""
        asks_wish = bool(self.questionnaire_of(scale).wish)
        return tuple(item for item in scale.items if self._is_open(item, asks_wish=asks_wish))

    @property
    def open_count(self) -> int:
        """How many items of the whole sheet are open."""
        return sum(len(self.open_items(scale)) for scale in self.scales)

    @property
    def place(self) -> Scale:
        """Where somebody was: the scale of the newest answer, or the first one."""
        if not self.kept:
            return self.scales[0]
        newest = max(self.kept, key=lambda item_id: self.kept[item_id].answer_id)
        return next(
            scale
            for scale in self.scales
            if any(newest in {item.id, item.wish_id} for item in scale.items)
        )

    def _is_open(self, item: Item, *, asks_wish: bool) -> bool:
        answer = self.kept.get(item.id)
        if answer is None:
            return True
        without_number = isinstance(answer.given, NonAnswer)
        return asks_wish and not without_number and item.wish_id not in self.kept
