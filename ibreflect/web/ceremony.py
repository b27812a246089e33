"""A page with one button that lets a device make a key, or show one: asking, answering, refusing.

A browser gets the page, asks for a challenge, and answers it; a script of our own does that when
the button is pressed. Looking never changes anything. What is refused is refused in the same words
whatever the reason, and slower the more often that happens.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from ibreflect.access.challenges import Challenges
from ibreflect.access.guessing import Guesses
from ibreflect.access.passkeys import Site
from ibreflect.errors import IbreflectError, InputError, NotAllowedError
from ibreflect.settings import read_settings
from ibreflect.store.connection import Store, open_store, our_store
from ibreflect.usecases import signing_in
from ibreflect.usecases.passkeys import Attempt
from ibreflect.web import cookies, devices
from ibreflect.web.page import page

LINK_COOKIE = "__Host-binnen"
"""The secret part of the link by which somebody is coming in; ui/elsewhere.py reads it too."""

CHALLENGES = Challenges()
GUESSES = Guesses()
"""What was shown or tried in vain, of all visitors of this process."""

_MOST_BYTES = 65_536
_HEAD = '\n<script src="/sleutel.js" defer></script>'

_NOT_HERE = "Vernieuw deze pagina en probeer het opnieuw. Je browser moet cookies toestaan."
_TOO_LATE = "Dat duurde te lang. Probeer het opnieuw."
_TOO_LARGE = "Dit antwoord is te groot."
_TROUBLE = "Er ging iets mis. Probeer het over een paar minuten nog eens."

_log = logging.getLogger("ibreflect")


class Visit(NamedTuple):
    """Who asks: the digest of their cookie, the link they came by, where, and when in UTC."""

    store: Store
    session: str
    token: str
    site: Site
    now: datetime


class Way(NamedTuple):
    """A page, what its button does, and the address to go on to.

    `ask` takes a challenge and gives what the browser needs, as JSON. `answer` takes what the
    browser answered and, on a page that `lets_in`, the digest of the cookie it gets.
    """

    path: str
    title: str
    body: str
    ask: Callable[[Visit, bytes], str]
    answer: Callable[[Visit, Attempt, str], object]
    onwards: str
    lets_in: bool = True


def routes(way: Way) -> tuple[Route, ...]:
    """The addresses of a page and of what its button does."""
    return (
        Route(way.path, partial(_look, way)),
        Route(f"{way.path}/vraag", partial(_ask, way), methods=["POST"]),
        Route(f"{way.path}/antwoord", partial(_answer, way), methods=["POST"]),
    )


async def _look(way: Way, _request: Request) -> Response:
    if not await run_in_threadpool(_is_together):
        return RedirectResponse("/", status_code=303)
    return page(way.title, way.body, head=_HEAD)


async def _ask(way: Way, request: Request) -> Response:
    try:
        visit = await run_in_threadpool(_visit, request)
        challenge = CHALLENGES.new(visit.session, way.path, now=time.monotonic())
        options = await run_in_threadpool(way.ask, visit, challenge)
    except IbreflectError as error:
        return await _refused(request, error)
    return Response(options, media_type="application/json")


async def _answer(way: Way, request: Request) -> Response:
    done = JSONResponse({"naar": way.onwards})
    try:
        visit = await run_in_threadpool(_visit, request)
        attempt = await _attempt(way, request, visit)
        session = cookies.fresh(done) if way.lets_in else ""
        await run_in_threadpool(way.answer, visit, attempt, session)
    except IbreflectError as error:
        return await _refused(request, error)
    if way.lets_in:
        # Whoever was signed in with the cookie that goes, is so no longer.
        await run_in_threadpool(_sign_out, visit)
        done.delete_cookie(LINK_COOKIE, secure=True, httponly=True, samesite="lax")
    return done


async def _attempt(way: Way, request: Request, visit: Visit) -> Attempt:
    said = await _body(request)
    challenge = CHALLENGES.take(visit.session, way.path, now=time.monotonic())
    if challenge is None:
        raise InputError(_TOO_LATE)
    return Attempt(visit.site, challenge, said, devices.named(request.headers))


async def _body(request: Request) -> str:
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_BYTES:
            raise InputError(_TOO_LARGE)
    return body.decode(errors="replace")


async def _refused(request: Request, error: IbreflectError) -> Response:
    """Say why not; who tries what is not there waits, whoever has a key or a link never does."""
    if isinstance(error, NotAllowedError):
        await _slow_down(request)
    elif not isinstance(error, InputError):
        _log.error("%s", error)
        return JSONResponse({"melding": _TROUBLE}, status_code=503)
    return JSONResponse({"melding": str(error)}, status_code=403)


async def _slow_down(request: Request) -> None:
    address, now = request.client.host if request.client else "", time.monotonic()
    delay = GUESSES.delay(address, now=now)
    GUESSES.missed(address, now=now)
    await asyncio.sleep(delay)


def _visit(request: Request) -> Visit:
    settings = read_settings()
    store, session = open_store(settings.store, settings.keys), cookies.digest_of(request)
    here = f"{request.url.scheme}://{request.headers.get('host', '')}"
    site = Site((settings.address or here).lower())
    is_ours = request.headers.get("origin", "").lower() == site.origin
    if not session or not is_ours or not signing_in.is_together(store):
        raise InputError(_NOT_HERE)
    now = datetime.now(UTC).replace(tzinfo=None)
    return Visit(store, session, request.cookies.get(LINK_COOKIE, ""), site, now)


def _sign_out(visit: Visit) -> None:
    signing_in.sign_out(visit.store, visit.session, now=visit.now)


def _is_together() -> bool:
    return signing_in.is_together(our_store())
