"""The page Gesprekken as a test opens and reads it."""

from datetime import timedelta
from typing import Any

from ibreflect.model.conversation import Conversation
from ibreflect.model.guide import Seat
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import TALKS
from ibreflect.usecases import conversing
from tests.pages.talk_scene import sign_in
from tests.pages.visitor import Visitor

OWNER, PARTNER = Seat
DAY = timedelta(days=1)
PLAN = "Plan dit gesprek"
NASTY = "<b>=1+1</b>"


def open_list(store: Store, person: Person, **address: str) -> Visitor:
    """Somebody who looks at their conversations."""
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, person)}
    visitor.go(TALKS, **address)
    assert not visitor.app.exception
    return visitor


def read(visitor: Visitor) -> str:
    """What stands on the page, as somebody reads it."""
    return visitor.text.replace("\\", "")


def ended(visitor: Visitor, end: str) -> Any:
    """The one field whose key ends so."""
    app = visitor.app
    every = (*app.date_input, *app.time_input, *app.selectbox, *app.radio, *app.text_input)
    (found,) = [each for each in every if f":{end}" in str(each.key)]
    return found


def mine(store: Store, person: Person) -> list[Conversation]:
    return [each for each, _ in conversing.mine(store, person, today=resources.today())]
