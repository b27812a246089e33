"""The one cookie by which a browser is known again, and Streamlit's own, kept to this host."""

import re
from collections.abc import Iterable

from starlette.requests import HTTPConnection
from starlette.responses import Response

from ibreflect.access import links

COOKIE = "__Host-ibreflect"
"""A random number; the store knows its digest of who is signed in. Gone when the browser closes."""

# What Streamlit keeps of signing in elsewhere. The prefix makes a browser refuse to send a cookie
# that another site below the same domain has set.
_PREFIX = "__Host-"
_STREAMLITS = re.compile(r"_streamlit_(user|session)\w*=")
_XSRF = "_streamlit_xsrf="


def digest_of(connection: HTTPConnection) -> str:
    """The digest of the secret in a browser's cookie; empty without one."""
    secret = connection.cookies.get(COOKIE, "")
    return links.session_digest(secret) if secret else ""


def fresh(response: Response) -> str:
    """Let the browser have a new secret from this response on; its digest."""
    secret = links.new_token()
    response.headers.append("set-cookie", _set(secret))
    return links.session_digest(secret)


def new_header() -> bytes:
    """A header that gives a browser a new secret."""
    return _set(links.new_token()).encode("latin-1")


def kept_to_host(header: str) -> str:
    """A Set-Cookie header of Streamlit's as it goes to the browser: to this host, over TLS only."""
    if _STREAMLITS.match(header):
        return _secure(f"{_PREFIX}{header}")
    return _secure(header) if header.startswith(_XSRF) else header


def as_streamlit_reads(cookies: str) -> str:
    """A browser's Cookie header as Streamlit reads it; its own names only count with the prefix."""
    parts = (part.strip() for part in cookies.split(";"))
    return "; ".join(_renamed(part for part in parts if part))


def signs_in(headers: Iterable[tuple[bytes, bytes]]) -> bool:
    """Whether an answer lets somebody in who signed in elsewhere."""
    return any(
        name == b"set-cookie"
        and value.startswith(b"_streamlit_user=")
        and b"Max-Age=0" not in value
        for name, value in headers
    )


def _renamed(parts: Iterable[str]) -> Iterable[str]:
    for part in parts:
        if part.startswith(f"{_PREFIX}_streamlit_"):
            yield part.removeprefix(_PREFIX)
        elif not _STREAMLITS.match(part):
            yield part


def _secure(header: str) -> str:
    return header if "; secure" in header.lower() else f"{header}; Secure"


def _set(secret: str) -> str:
    return f"{COOKIE}={secret}; Path=/; Secure; HttpOnly; SameSite=Lax"
