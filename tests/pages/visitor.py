"""Somebody at a screen: goes to pages, fills in, presses buttons and reads what is shown."""

from typing import Any, Self

import pandas as pd
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from ibreflect.ui.screens import NAVIGATION, Screen
from tests.streamlit_client import texts

_SECONDS_OF_PATIENCE = 120


class Visitor:
    """One tab on the app, through its real navigation. A new one is a new session."""

    def __init__(self) -> None:
        self.app = AppTest.from_file(str(NAVIGATION), default_timeout=_SECONDS_OF_PATIENCE)

    def open(self) -> Self:
        """Open the start page, or run again the page that is on the screen."""
        self.app.run()
        return self

    def go(self, screen: Screen, **address: str) -> Self:
        """Go to a screen; `address` is what stands behind the question mark."""
        self.app.run()
        self.app.query_params.clear()
        self.app.query_params.update(address)
        self.app.switch_page(screen.path).run()
        # AppTest would go back there at every run, also after a button has led elsewhere.
        self.app._page_hash = ""
        return self

    def press(self, key: str) -> Self:
        """Press the button with this key, or the first whose key starts with it."""
        next(each for each in self.app.button if str(each.key).startswith(key)).click().run()
        return self

    def press_primary(self) -> Self:
        """Press the one primary button of the page."""
        (button,) = [each for each in self.app.button if each.proto.type == "primary"]
        button.click().run()
        return self

    def answer(self, item_id: str, given: object) -> Self:
        """Give one answer to a statement of the part on the screen."""
        self.item(item_id).set_value(given).run()
        return self

    def item(self, item_id: str) -> Any:
        """The radio group of one statement."""
        return next(each for each in self.app.segmented_control if f":{item_id}:" in str(each.key))

    def field(self, topic: str) -> Any:
        """The open question or the choice that is kept under this topic."""
        fields = (*self.app.text_area, *self.app.selectbox)
        return next(each for each in fields if str(each.key).endswith(f":{topic}"))

    @property
    def title(self) -> str:
        """The title of the page that is on the screen."""
        return str(self.app.title[0].value)

    @property
    def text(self) -> str:
        """Everything that stands on the screen except what is in tables, as it is sent."""
        nodes = [node for root in self.app._tree.children.values() for node in _all(root)]
        return "\n".join(text for node in nodes if node.proto for text in texts(node.proto))

    @property
    def status(self) -> str:
        """What the line at the bottom tells about saving."""
        return str(self.app.html[-1].proto.body)

    def table(self, number: int) -> pd.DataFrame:
        """A table of the page, by its place from 0."""
        return pd.DataFrame(self.app.table[number].value)


def _all(node: Node) -> list[Any]:
    below = node.children.values() if isinstance(node, Block) else []
    return [node, *(each for child in below for each in _all(child))]
