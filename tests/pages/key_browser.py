"""A browser with a device that has keys, at our own addresses; a redirect is not followed."""

import asyncio
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware

from ibreflect.web import passkeys
from ibreflect.web.cookies import COOKIE
from ibreflect.web.entrance import Entrance
from ibreflect.web.shell import Shell
from tests.usecases.device import Device

ORIGIN = "https://localhost"


class KeyBrowser:
    """It keeps cookies, and does what the script on the pages does when the button is pressed."""

    def __init__(self, runner: asyncio.Runner, address: str = "127.0.0.1") -> None:
        app = Starlette(routes=passkeys.WAYS, middleware=[Middleware(Shell), Middleware(Entrance)])
        self._runner = runner
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app, client=(address, 50_000)),
            base_url=ORIGIN,
            headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"},
        )
        self.device = Device()

    @property
    def secret(self) -> str:
        """The secret in its cookie; empty before it has one."""
        return self._client.cookies.get(COOKIE) or ""

    def take(self, secret: str) -> None:
        """Have this secret in its cookie from now on."""
        self._client.cookies.set(COOKIE, secret, "localhost.local", "/")

    def get(self, path: str) -> httpx.Response:
        """The answer to a look."""
        return self._runner.run(self._client.get(path))

    def post(self, path: str, content: str = "{}", **headers: str) -> httpx.Response:
        """The answer to what the script sends."""
        sent: dict[str, Any] = {"origin": ORIGIN, **headers}
        return self._runner.run(self._client.post(path, content=content, headers=sent))

    def press(self, page: str) -> httpx.Response:
        """Look at a page and press its button: ask, let the device answer, and send that."""
        self.get(page)
        asked = self.post(f"{page}/vraag")
        if asked.is_error:
            return asked
        use = self.device.show if page == "/aanmelden" else self.device.make
        return self.post(f"{page}/antwoord", use(asked.text, ORIGIN))
