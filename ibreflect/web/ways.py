"""Addresses of our own beside the pages: short links, no more mail, and files to fetch once.

Looking never changes anything, for programs that check mail look too: a button does.
"""

import html
import logging
import time
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from ibreflect.errors import IbreflectError
from ibreflect.store.connection import our_store
from ibreflect.usecases import downloads, posting
from ibreflect.web.page import page

_log = logging.getLogger("ibreflect")


async def short_link(request: Request) -> Response:
    """From a link as short as it can be to the page where somebody answers; the same for any."""
    code = urlencode({"code": request.path_params["token"]})
    return RedirectResponse(f"/meedoen?{code}", status_code=303)


async def ask_unsubscribing(request: Request) -> Response:
    """The question whether to send no more mail; the same for any code."""
    address = html.escape(quote(f"/afmelden/{request.path_params['code']}"))
    return page(
        "Geen mail meer?",
        "<p>Je krijgt dan over deze vragen geen mail meer. Je link blijft gewoon werken.</p>"
        f'<form method="post" action="{address}"><button>Stuur mij geen mail meer</button></form>',
    )


async def unsubscribe(request: Request) -> Response:
    """Send no more mail; the same answer for any code. Mail programs may do this by themselves."""
    try:
        await run_in_threadpool(_unsubscribe, request.path_params["code"])
    except IbreflectError as error:
        _log.error("%s", error)
        again = "<p>Er ging iets mis. Probeer het over een paar minuten nog eens.</p>"
        return page("Dat lukte nog niet", again, status=503)
    return page("Dat is geregeld", "<p>Je krijgt over deze vragen geen mail meer.</p>")


async def fetch(request: Request) -> Response:
    """A file for who made it, once; the same refusal for a used, an old and an invented ticket."""
    if request.method != "GET":  # HEAD would use the ticket up
        return PlainTextResponse("Niet gevonden", status_code=404)
    file = downloads.take(request.path_params["ticket"], now=time.monotonic())
    if file is None:
        return PlainTextResponse("Niet gevonden", status_code=404)
    return Response(
        file.content,
        media_type=file.media_type,
        headers={"Content-Disposition": f'attachment; filename="{file.name}"'},
    )


def _unsubscribe(code: str) -> None:
    posting.unsubscribe(our_store(), code)


WAYS = (
    Route("/m/{token:str}", short_link),
    Route("/afmelden/{code:str}", ask_unsubscribing),
    Route("/afmelden/{code:str}", unsubscribe, methods=["POST"]),
    Route("/ophalen/{ticket:str}", fetch),
)
