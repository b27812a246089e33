"""Somebody at the pages about who is asked: puts people on the list, and reads the links."""

import re
from collections.abc import Iterable
from html.parser import HTMLParser
from typing import Any
from uuid import UUID

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.store.connection import Store
from ibreflect.ui import screens
from ibreflect.usecases import asking, inviting
from tests.pages.by_link import TODAY
from tests.pages.visitor import Visitor

HOSTILE = "<b>=1+1</b> *Tom*"
"""A name that would be bold, a sum, or slanting, if it were not shown as it was typed."""


class Words(HTMLParser):
    """What a piece of HTML says to a reader, and its tags."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


def look() -> Visitor:
    """The ib'er opens the page."""
    return Visitor().go(screens.OTHERS)


def paste(visitor: Visitor, group: RaterGroup, text: str) -> Visitor:
    """Choose a group, paste a list and press the button."""
    visitor.app.selectbox(key="erbij_groep").set_value(group).run()
    field(visitor).set_value(text).run()
    return visitor.press("zet_op_lijst")


def field(visitor: Visitor) -> Any:
    """Where a list is pasted."""
    return next(each for each in visitor.app.text_area if str(each.key).startswith("plak:"))


def put(store: Store, actor: Person, round_id: UUID, **people: int | str) -> None:
    """Let the list hold these people and nobody else: a number without names, or a text."""
    for each in asking.of_round(store, actor, round_id, today=TODAY).invitees:
        inviting.remove(store, actor, round_id, each.invitee_id, today=TODAY)
    for name, whom in people.items():
        group = RaterGroup(name)
        if isinstance(whom, str):
            inviting.add(store, actor, round_id, group, whom, today=TODAY)
        elif whom:
            inviting.add_unnamed(store, actor, round_id, group, whom, today=TODAY)


def tokens(visitor: Visitor) -> list[str]:
    """The secret parts of the links that stand on the page as texts."""
    return [re.findall(r"/m/([\w-]+)", str(each.value))[0] for each in visitor.app.code]


def sheets(visitor: Visitor) -> str:
    """The sheets of paper, as HTML."""
    (found,) = [each.proto.body for each in visitor.app.html if "bladen" in each.proto.body]
    return str(found)


def ticket(visitor: Visitor) -> str:
    """The secret part of the address of the file."""
    (found,) = re.findall(r"/ophalen/([\w-]+)", visitor.text)
    return str(found)


def errors(visitor: Visitor) -> str:
    """What the page says is wrong, without the signs that keep names from being markup."""
    return "\n".join(str(each.value) for each in visitor.app.error).replace("\\", "")


def labels(widgets: Iterable[Any]) -> list[str]:
    """What stands on buttons, boxes and folds."""
    return [str(each.label) for each in widgets]
