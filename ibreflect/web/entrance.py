"""Who may come near: by which name, from where, and for how long somebody stays signed in.

Working alone, only this computer comes in. Working together, everybody comes in by the address of
the installation; a browser is known by its cookie, and what it sends is looked at before the pages
see it, so that whoever was signed out can change nothing any more.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ibreflect.errors import StoreError
from ibreflect.settings import Settings, read_settings
from ibreflect.store.connection import Store, open_store
from ibreflect.usecases import signing_in
from ibreflect.usecases.signing_in import Standing
from ibreflect.web import cookies, origin

HEADER = "x-ibreflect-session"
"""How Streamlit is told whose session this is; what a browser sends under this name is dropped."""

_POLICY_VIOLATION = 1008
_PROTOCOLS = "sec-websocket-protocol"
_RESUMED = 2  # after the protocol's name and the token against forged requests
_NOT_FOUND = PlainTextResponse("Niet gevonden", status_code=404)
_ALONE = HTMLResponse(
    '<!doctype html><html lang="nl"><meta charset="utf-8"><title>ibreflect</title>'
    "<h1>Alleen op de computer zelf</h1>"
    "<p>Deze ibreflect is van één persoon en vraagt niet om je aan te melden. Daarom opent zij "
    "alleen op de computer waarop zij draait. Samen werken kan ook: zie docs/aanmelden.md.</p>",
    status_code=403,
)


class Entrance:
    """ASGI middleware that refuses, names and watches connections.

    `goodbye` is what a window is sent, as its last message, once its session has ended.
    """

    def __init__(self, app: ASGIApp, goodbye: bytes = b"") -> None:
        self._app = app
        self._goodbye = goodbye

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may come in."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        settings = read_settings()
        store = await run_in_threadpool(_shared, settings)
        connection = HTTPConnection(scope)
        if store is None:
            await self._alone(connection, scope, receive, send)
        elif not origin.is_ours(connection, settings):
            await _refuse(scope, receive, send)
        elif scope["type"] == "http":
            await self._app(_known(connection), receive, _Kept(store, connection, send).send)
        else:
            watch = _Watch(store, cookies.digest_of(connection), receive, self._last(send))
            known = _known(connection)
            if await watch.standing() is Standing.ENDED:
                _resume_nothing(known)
            await self._app(known, watch.receive, send)

    def _last(self, send: Send) -> Callable[[], Awaitable[None]]:
        async def last() -> None:
            # A closed window tries again by itself, and would go on showing what it showed.
            await send({"type": "websocket.send", "bytes": self._goodbye})
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})

        return last

    async def _alone(
        self, connection: HTTPConnection, scope: Scope, receive: Receive, send: Send
    ) -> None:
        if not origin.is_from_here(connection):
            await _refuse(scope, receive, send, _ALONE)
            return
        if not origin.is_here(connection):
            await _refuse(scope, receive, send)
            return
        await self._app(_unnamed(scope), receive, send)


class _Kept:
    """Completes the cookies of an answer."""

    def __init__(self, store: Store, connection: HTTPConnection, send: Send) -> None:
        self._store = store
        self._digest = cookies.digest_of(connection)
        self._send = send

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            # Whoever signs in anew leaves the session that this browser had.
            if self._digest and cookies.signs_in(message["headers"]):
                await run_in_threadpool(self._leave)
            message = {**message, "headers": self._completed(message["headers"])}
        await self._send(message)

    def _leave(self) -> None:
        now = datetime.now(UTC).replace(tzinfo=None)
        signing_in.sign_out(self._store, self._digest, now=now)

    def _completed(self, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        gives_one = any(
            name == b"set-cookie" and value.startswith(cookies.COOKIE.encode())
            for name, value in headers
        )
        is_page = any(
            name == b"content-type" and value.startswith(b"text/html") for name, value in headers
        )
        kept = [
            (name, cookies.kept_to_host(value.decode("latin-1")).encode("latin-1"))
            if name == b"set-cookie"
            else (name, value)
            for name, value in headers
        ]
        # Whoever signs in gets a new secret: one that somebody slipped them leads nowhere.
        if not gives_one and (cookies.signs_in(headers) or (is_page and not self._digest)):
            kept.append((b"set-cookie", cookies.new_header()))
        return kept


class _Watch:
    """Looks, at each message from a browser, whether who was signed in still is."""

    def __init__(
        self, store: Store, digest: str, receive: Receive, end: Callable[[], Awaitable[None]]
    ) -> None:
        self._store = store
        self._digest = digest
        self._receive = receive
        self._end = end
        self._was_in = False

    async def standing(self) -> Standing:
        if not self._digest:
            return Standing.UNKNOWN
        now = datetime.now(UTC).replace(tzinfo=None)
        found = await run_in_threadpool(
            lambda: signing_in.standing(self._store, self._digest, now=now)
        )
        self._was_in = self._was_in or found is Standing.SIGNED_IN
        return found

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] != "websocket.receive":
            return message
        if await self.standing() is Standing.SIGNED_IN or not self._was_in:
            return message
        await self._end()
        return {"type": "websocket.disconnect", "code": _POLICY_VIOLATION}


def _shared(settings: Settings) -> Store | None:
    """The store when people work together; None when one owner does, or nothing can be opened."""
    try:
        store = open_store(settings.store, settings.keys)
        return store if signing_in.is_together(store) else None
    except StoreError:
        return None


def _known(connection: HTTPConnection) -> Scope:
    """The connection as Streamlit gets it: whose session it is, and its own cookies."""
    scope = _unnamed(connection.scope)
    headers = MutableHeaders(scope=scope)
    headers[HEADER] = cookies.digest_of(connection)
    if "cookie" in headers:
        headers["cookie"] = cookies.as_streamlit_reads(headers["cookie"])
    return scope


def _unnamed(scope: Scope) -> Scope:
    """The connection without what only this middleware may say of it."""
    kept = [(name, value) for name, value in scope["headers"] if name != HEADER.encode()]
    return {**scope, "headers": kept}


def _resume_nothing(scope: Scope) -> None:
    """Let a connection begin anew: what an earlier one had ready to do must not be done."""
    headers = MutableHeaders(scope=scope)
    entries = headers.get(_PROTOCOLS, "").split(",")
    headers[_PROTOCOLS] = ",".join(entries[:_RESUMED])


async def _refuse(scope: Scope, receive: Receive, send: Send, answer: Any = _NOT_FOUND) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        return
    await answer(scope, receive, send)
