"""Every answer of the server: security headers, page language, and what stays closed."""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_TITLE = "ibreflect"
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
# Streamlit's own counters tell an outsider when people are working.
_CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check")

_NOT_FOUND = PlainTextResponse("Niet gevonden", status_code=404)

# For what is no page: a page gets a policy of its own.
_NOT_IN_A_FRAME = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "X-Frame-Options": "DENY",
}


async def healthz(_request: Request) -> JSONResponse:
    """Whether the server answers; says nothing about what is in it."""
    return JSONResponse({"status": "ok"})


class Shell:
    """ASGI middleware; leaves websockets alone and rewrites only the one HTML page."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        app = _NOT_FOUND if scope["path"] in _CLOSED else self._app
        # A page that is compressed already could not be rewritten; the proxy compresses.
        whole = [each for each in scope["headers"] if each[0] != b"accept-encoding"]
        await app({**scope, "headers": whole}, receive, _Completed(scope, send).send)


class _Completed:
    """Holds back an HTML page until it is whole, so that it can be rewritten."""

    def __init__(self, scope: Scope, send: Send) -> None:
        self._send = send
        self._https = scope.get("scheme") == "https"
        self._start: Message | None = None
        self._page = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=message["headers"])
            self._complete(headers)
            if _is_page(message, headers):
                self._start = message
                return
        elif self._start is not None and message["type"] == "http.response.body":
            self._page += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page(self._start)
            return
        await self._send(message)

    def _complete(self, headers: MutableHeaders) -> None:
        for name, content in _HEADERS.items():
            headers[name] = content
        if self._https:
            headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"
        headers["Content-Security-Policy"] = _NOT_IN_A_FRAME
        if "cache-control" not in headers:
            headers["Cache-Control"] = "no-store"

    async def _send_page(self, start: Message) -> None:
        page = self._page.replace(b'<html lang="en">', b'<html lang="nl">')
        page = page.replace(b"<title>Streamlit</title>", f"<title>{_TITLE}</title>".encode())
        headers = MutableHeaders(raw=start["headers"])
        del headers["etag"]
        headers["Content-Length"] = str(len(page))
        headers["Cache-Control"] = "no-store"
        headers["Content-Security-Policy"] = _policy(page)
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page})


def _is_page(start: Message, headers: MutableHeaders) -> bool:
    is_html = headers.get("content-type", "").startswith("text/html")
    return start["status"] == 200 and is_html and "content-encoding" not in headers  # noqa: PLR2004


@lru_cache(maxsize=4)
def _policy(page: bytes) -> str:
    """The content security policy; inline scripts of the page are allowed by their hash only."""
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *_hashes(_INLINE_SCRIPT.findall(page)))),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "form-action 'self'",
        )
    )


def _hashes(scripts: Iterable[bytes]) -> Iterable[str]:
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script).digest()).decode()
        yield f"'sha256-{digest}'"
