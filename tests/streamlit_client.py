"""A browser tab on the running app without a browser: a websocket that speaks Streamlit's protocol.

The protocol is Streamlit's own and may change with a release. So this stays small, and nothing but
tests and benchmarks rests on it.
"""

import asyncio
from collections.abc import Iterator
from types import TracebackType
from typing import Any, NamedTuple, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets import Origin, Subprotocol
from websockets.asyncio.client import ClientConnection, connect

from tests.visiting import STRANGER, Browser

_SECONDS_OF_PATIENCE = 60
_FIELDS = {
    "button": "trigger_value",
    "button_group": "string_array_value",
    "number_input": "double_value",
    "radio": "string_value",
    "selectbox": "string_value",
    "text_area": "string_value",
    "text_input": "string_value",
}
_UNKNOWN_PAGE = "page_not_found"


class Widget(NamedTuple):
    """What the app knows a widget by, its kind in the protocol, and the fragment it is in."""

    widget_id: str
    kind: str
    fragment_id: str


class Tab:
    """One visitor in one tab. Use it as `async with Tab(address) as tab:`, which opens the page.

    `kinds` are the messages that the last run sent, in order; `widgets` is what can be given an
    answer, by key; `bytes_in` and `bytes_out` count all
    that went over the line.
    """

    def __init__(
        self,
        address: str,
        page: str = "",
        *,
        page_hash: str = "",
        query: str = "",
        browser: Browser = STRANGER,
    ) -> None:
        self._browser = browser
        self.session_id = ""
        self._address = address.rstrip("/")
        self._page = page
        self._page_hash = page_hash
        self._query = query
        self._connection: ClientConnection | None = None
        self._elements: dict[tuple[int, ...], Element] = {}
        self.widgets: dict[str, Widget] = {}
        self._given: dict[str, WidgetState] = {}
        self._seen: dict[str, ForwardMsg] = {}
        self.kinds: list[str] = []
        self.bytes_in = 0
        self.bytes_out = 0

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        story: TracebackType | None,
    ) -> None:
        await self.close()

    async def open(self) -> None:
        """Connect and run the page once, with whatever was given before (`remember`)."""
        stream = self._address.replace("http", "ws", 1) + "/_stcore/stream"
        # Without an origin the server takes nobody for a browser, with another one it refuses.
        self._connection = await connect(
            stream,
            # The middle one is a token against forged requests, which only signing in needs.
            subprotocols=[
                Subprotocol(each) for each in ("streamlit", "-", self._browser.resumed) if each
            ],
            origin=Origin(self._address),
            additional_headers=self._browser.sent,
            max_size=None,
            compression=None,
        )
        await self.run()

    async def close(self) -> None:
        """Close the tab."""
        if self._connection is not None:
            await self._connection.close()

    async def run(self, fragment_id: str = "") -> None:
        """Run the page, or one fragment of it, and wait until the screen is complete.

        TimeoutError when the app does not finish within a minute.
        """
        assert self._connection is not None, "the tab was not opened"
        message = self._request(fragment_id).SerializeToString()
        self.bytes_out += len(message)
        self.kinds = []
        async with asyncio.timeout(_SECONDS_OF_PATIENCE):
            await self._connection.send(message)
            while not self._take(await self._connection.recv(decode=False)):
                pass

    async def answer(self, key: str, label: str) -> None:
        """Choose one option of the radio group whose key starts with `key`, by its words."""
        await self.give(key, [label])

    async def give(self, key: str, content: object, field: str = "") -> None:
        """Give a widget any content, also what no browser would send, and run what it belongs to.

        `field` is the protocol's name for the kind of content, when it is not that of the widget.
        """
        widget = self.widget(key)
        self._given[widget.widget_id] = _state(
            widget.widget_id, field or _FIELDS[widget.kind], content
        )
        await self.run(widget.fragment_id)
        if widget.kind == "button":
            del self._given[widget.widget_id]

    async def clear_caches(self) -> None:
        """Ask the app to forget what it keeps at hand, as anybody may."""
        assert self._connection is not None, "the tab was not opened"
        message = BackMsg(clear_cache=True)
        await self._connection.send(message.SerializeToString())

    async def send_raw(self, message: bytes) -> None:
        """Send anything, and wait for an answer to it."""
        assert self._connection is not None, "the tab was not opened"
        await self._connection.send(message)
        await self._connection.recv()

    def remember(self, widget_id: str, content: object, field: str = "string_array_value") -> None:
        """Hold content from before this session, as a tab does when the server was restarted."""
        self._given[widget_id] = _state(widget_id, field, content)

    def widget(self, key: str) -> Widget:
        """The widget on the screen whose key starts with `key`; KeyError when there is none."""
        for known, widget in self.widgets.items():
            if known.startswith(key):
                return widget
        raise KeyError(key)

    @property
    def text(self) -> str:
        """Everything that the elements on the screen say, the words of their options included."""
        ordered = sorted(self._elements)
        return "\n".join(text for place in ordered for text in texts(self._elements[place]))

    @property
    def found(self) -> bool:
        """Whether the app knew the page that the last run asked for."""
        return _UNKNOWN_PAGE not in self.kinds

    def _request(self, fragment_id: str) -> BackMsg:
        message = BackMsg()
        request = message.rerun_script
        request.query_string = self._query
        request.page_name = self._page
        request.page_script_hash = self._page_hash
        request.fragment_id = fragment_id
        request.context_info.locale = "nl-NL"
        request.context_info.timezone = "Europe/Amsterdam"
        # A browser sends the content of every widget each time.
        request.widget_states.widgets.extend(self._given.values())
        return message

    def _take(self, received: bytes) -> bool:
        """Take one message in; True when it says that the run is over."""
        self.bytes_in += len(received)
        message = self._whole(ForwardMsg.FromString(received))
        kind = message.WhichOneof("type") or ""
        self.kinds.append(kind)
        if kind == "new_session":
            self._begin(message)
        elif kind == "navigation":  # the page that runs, where `new_session` names the script
            self._page_hash = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._draw(message)
        return kind == "script_finished" and (
            message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        )

    def _whole(self, message: ForwardMsg) -> ForwardMsg:
        """The message itself; of a large one that was sent before, only the hash comes."""
        if message.WhichOneof("type") != "ref_hash":
            if message.metadata.cacheable:
                self._seen[message.hash] = message
            return message
        whole = ForwardMsg()
        whole.CopyFrom(self._seen[message.ref_hash])
        whole.metadata.CopyFrom(message.metadata)
        return whole

    def _begin(self, message: ForwardMsg) -> None:
        self._page_hash = message.new_session.page_script_hash
        self.session_id = message.new_session.initialize.session_id
        if not message.metadata.run.fragment_ids:
            self._elements = {}
            self.widgets = {}

    def _draw(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        self._elements[tuple(message.metadata.delta_path)] = element
        kind = element.WhichOneof("type") or ""
        widget_id = str(getattr(getattr(element, kind, None), "id", ""))
        if kind in _FIELDS and widget_id:
            key = widget_id.split("-", 2)[2]
            self.widgets[key] = Widget(widget_id, kind, message.delta.fragment_id)


def texts(message: Any) -> Iterator[str]:
    """Every piece of text in a message of the protocol, at any depth, except style."""
    for field, content in message.ListFields():
        for each in content if field.is_repeated else (content,):
            if hasattr(each, "ListFields"):
                yield from texts(each)
            elif isinstance(each, str) and not each.startswith("<style>"):
                yield each


def _state(widget_id: str, field: str, content: Any) -> WidgetState:
    state = WidgetState(id=widget_id)
    if field.endswith("_array_value"):
        getattr(state, field).data.extend(content)
    else:
        setattr(state, field, content)
    return state
