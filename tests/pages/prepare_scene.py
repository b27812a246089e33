"""The page Voorbereiden as a test opens it from a seat, reads it and fills it in."""

from typing import Any

from ibreflect.model.guide import Seat
from ibreflect.ui.screens import PREPARE
from tests.pages.talk_scene import sign_in
from tests.pages.visitor import Visitor
from tests.usecases.talks import Table

OWNER, PARTNER = Seat
OWNERS_WORD, PARTNERS_WORD = "ooievaar", "roerdomp"
READY, UNREADY = "Ik ben klaar", "Toch nog iets aanpassen"
FILLED = {
    OWNER: {"koers": OWNERS_WORD, "twijfel": "wielewaal", "punt:r1": "1"},
    PARTNER: {"zicht": PARTNERS_WORD, "overweging": "kwartel", "punt:r1": "5"},
}


def prepare(table: Table, seat: Seat) -> Visitor:
    """Somebody who prepares."""
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(table.store, table.who(seat))}
    visitor.go(PREPARE, gesprek=str(table.conversation_id))
    assert not visitor.app.exception
    return visitor


def at(visitor: Visitor, topic: str) -> Any:
    """The field for a topic."""
    app = visitor.app
    every = (*app.text_area, *app.segmented_control, *app.checkbox, *app.number_input)
    (found,) = [each for each in every if str(each.key).endswith(f"er:{topic}")]
    return found


def read(visitor: Visitor) -> str:
    """What stands on the page, as somebody reads it."""
    return visitor.text.replace("\\", "")


def at_rest(visitor: Visitor) -> bool:
    """Whether there is nothing left to choose on the page."""
    return not (visitor.app.segmented_control or visitor.app.checkbox or visitor.app.number_input)
