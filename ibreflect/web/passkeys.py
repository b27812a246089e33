"""Where somebody signs in with a key on their device, makes the first by a link, or one more."""

import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ibreflect.usecases import passkeys
from ibreflect.usecases.passkeys import Attempt
from ibreflect.web.ceremony import LINK_COOKIE, Visit, Way, routes

_LINK_SECONDS = 1800
_NO_TOKEN = re.compile(r"[^A-Za-z0-9_-]")
_LONGEST_TOKEN = 100
_SCRIPT = Path(__file__).with_name("passkeys.js").read_text(encoding="utf-8")
_BODY = """{text}
<p><button type="button" data-maakt="{makes}">{button}</button></p>
<p role="status"></p>
<noscript><p>Voor een toegangssleutel moet JavaScript aanstaan in je browser.</p></noscript>
{below}"""


def _ask_sign_in(visit: Visit, challenge: bytes) -> str:
    return passkeys.to_sign_in(visit.site, challenge)


def _sign_in(visit: Visit, attempt: Attempt, session: str) -> None:
    passkeys.sign_in(visit.store, attempt, session, now=visit.now)


def _ask_first(visit: Visit, challenge: bytes) -> str:
    return passkeys.to_come_in(visit.store, visit.token, visit.site, challenge, now=visit.now)


def _first(visit: Visit, attempt: Attempt, session: str) -> None:
    passkeys.come_in(visit.store, visit.token, attempt, session, now=visit.now)


def _ask_another(visit: Visit, challenge: bytes) -> str:
    return passkeys.to_add(visit.store, visit.session, visit.site, challenge, now=visit.now)


def _another(visit: Visit, attempt: Attempt, _session: str) -> None:
    passkeys.add(visit.store, visit.session, attempt, now=visit.now)


_SIGN_IN = Way(
    "/aanmelden",
    "Aanmelden",
    _BODY.format(
        text="<p>Je apparaat vraagt om je vinger, je gezicht of een code. Een wachtwoord is niet "
        "nodig.</p>",
        makes="nee",
        button="Aanmelden met een toegangssleutel",
        below="<p>Apparaat kwijt, of nog geen toegangssleutel? Vraag de beheerder om een link.</p>"
        '<p><a href="/">Naar de startpagina</a></p>',
    ),
    _ask_sign_in,
    _sign_in,
    onwards="/",
)
_FIRST = Way(
    "/sleutel/eerste",
    "Maak je toegangssleutel",
    _BODY.format(
        text="<p>Met een toegangssleutel (passkey) meld je je voortaan aan, zonder wachtwoord. Je "
        "apparaat bewaart haar en vraagt om je vinger, je gezicht of een code.</p>"
        "<p>Gebruik een apparaat dat van jou is. Daarna ben je meteen aangemeld.</p>",
        makes="ja",
        button="Maak een toegangssleutel",
        below='<p><a href="/binnenkomen">Terug</a></p>',
    ),
    _ask_first,
    _first,
    onwards="/",
)
_ANOTHER = Way(
    "/sleutel",
    "Nog een toegangssleutel",
    _BODY.format(
        text="<p>Met een tweede toegangssleutel kom je ook binnen als je het eerste apparaat kwijt "
        "bent. Maak haar op een ander apparaat, of op een beveiligingssleutel.</p>",
        makes="ja",
        button="Maak een toegangssleutel",
        below='<p><a href="/gegevens">Terug naar Mijn gegevens</a></p>',
    ),
    _ask_another,
    _another,
    onwards="/gegevens",
    lets_in=False,
)


async def by_link(request: Request) -> Response:
    """From a link by which somebody comes in to the page that says whose it is; the same for any.

    The secret part moves to a cookie, so that no address holds it from here on.
    """
    token = _NO_TOKEN.sub("", request.path_params["token"])[:_LONGEST_TOKEN]
    answer = RedirectResponse("/binnenkomen", status_code=303)
    answer.set_cookie(
        LINK_COOKIE,
        token or "-",
        max_age=_LINK_SECONDS,
        httponly=True,
        secure=True,
        samesite="lax",
    )
    return answer


async def script(_request: Request) -> Response:
    """What the button on these pages does."""
    return Response(_SCRIPT, media_type="text/javascript")


WAYS = (
    Route("/binnen/{token:str}", by_link),
    Route("/sleutel.js", script),
    *routes(_SIGN_IN),
    *routes(_FIRST),
    *routes(_ANOTHER),
)
