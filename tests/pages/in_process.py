"""The addresses beside the pages, asked for without a server."""

import asyncio
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import Message

from ibreflect.web.shell import Shell
from ibreflect.web.ways import WAYS


class Client:
    """Somebody who asks for the addresses of an app in this process."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self._app = Starlette(routes=WAYS, middleware=[Middleware(Shell)])
        self._runner = runner
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=self._app), base_url="http://test"
        )

    def request(self, method: str, path: str, **sent: Any) -> httpx.Response:
        """The answer; a redirect is not followed."""
        return self._runner.run(self._client.request(method, path, **sent))

    def get(self, path: str) -> httpx.Response:
        """The answer to a look."""
        return self.request("GET", path)

    def post(self, path: str, **sent: Any) -> httpx.Response:
        """The answer to a button."""
        return self.request("POST", path, **sent)

    def bare(self, path: str) -> tuple[Message, ...]:
        """Everything that is sent in answer to a look, fast enough to ask thousands of times."""
        return self._runner.run(self._bare(path))

    async def _bare(self, path: str) -> tuple[Message, ...]:
        sent: list[Message] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "server": ("test", 80),
            "path": path,
            "query_string": b"",
            "headers": [],
        }
        await self._app(scope, receive, send)
        return tuple(sent)
