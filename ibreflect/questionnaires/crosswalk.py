"""What a new version of a questionnaire does with the items of the version before it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from ibreflect.model.questionnaire import Item, Questionnaire


class ItemKind(StrEnum):
    """What became of an item; the value is the word that people read."""

    SAME = "gelijk"
    REWORDED = "herschreven"
    NEW = "nieuw"
    DROPPED = "vervallen"


class ItemChange(NamedTuple):
    """One item over two versions, in the ib'er's words; a text is empty where there is no item."""

    item_id: str
    kind: ItemKind
    old_text: str
    new_text: str


def crosswalk(old: Questionnaire, new: Questionnaire) -> tuple[ItemChange, ...]:
    """Every item of both versions: first those of `new` in its order, then what `old` loses.

    SAME is the same text for the ib'er about the same roles: exactly the items over which a line
    can run on (`measure.growth.shared_items`).
    """
    before = {item.id: item for item in old.items}
    kept = {item.id for item in new.items}
    dropped = (
        ItemChange(item.id, ItemKind.DROPPED, item.self_text, "")
        for item in old.items
        if item.id not in kept
    )
    return (*(_change(before.get(item.id), item) for item in new.items), *dropped)


def reused(earlier: Sequence[Questionnaire], new: Questionnaire) -> tuple[str, ...]:
    """The ids of items that had been dropped and return with other words or roles.

    `earlier` are the versions before `new`, oldest first. An item that the newest of them still has
    may be reworded; one that was gone may only return as it last was.
    """
    last: dict[str, Item] = {item.id: item for version in earlier for item in version.items}
    present = {item.id for version in earlier[-1:] for item in version.items}
    return tuple(
        item.id
        for item in new.items
        if item.id in last and item.id not in present and not _same(last[item.id], item)
    )


def version_number(version: str) -> tuple[int, ...]:
    """The numbers in a version such as "1.10.0", so that versions can be ordered."""
    return tuple(int(number) for number in version.split("."))


def next_version(newest: str, changes: Sequence[ItemChange]) -> str:
    """The version number to give: the second number goes up when items come or go, else the third.

    `newest` is the highest version so far.
    """
    first, second, third = version_number(newest)
    if any(change.kind in {ItemKind.NEW, ItemKind.DROPPED} for change in changes):
        return f"{first}.{second + 1}.0"
    return f"{first}.{second}.{third + 1}"


def _change(old: Item | None, new: Item) -> ItemChange:
    if old is None:
        return ItemChange(new.id, ItemKind.NEW, "", new.self_text)
    kind = ItemKind.SAME if _same(old, new) else ItemKind.REWORDED
    return ItemChange(new.id, kind, old.self_text, new.self_text)


def _same(old: Item, new: Item) -> bool:
    return (old.self_text, old.region) == (new.self_text, new.region)
