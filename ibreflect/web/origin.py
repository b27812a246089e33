"""Under which name a browser asks, and from where: what tells a visitor from a trick."""

from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from ibreflect.settings import Settings

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class _Origin(NamedTuple):
    """A scheme and a host with its port, as browsers send them."""

    scheme: str
    host: str


def is_ours(connection: HTTPConnection, settings: Settings) -> bool:
    """Whether a browser used the address of this installation, also for where it comes from."""
    if connection.scope["type"] == "http" and connection.scope["path"] == "/healthz":
        return True
    if not settings.address:
        return is_here(connection)
    ours = urlsplit(settings.address)
    if connection.headers.get("host", "").lower() != ours.netloc.lower():
        return False
    return connection.scope["type"] == "http" or _origin(connection) == _Origin(
        ours.scheme.lower(), ours.netloc.lower()
    )


def is_from_here(connection: HTTPConnection) -> bool:
    """Whether a program on this computer asks, for itself and not for another computer."""
    client = connection.client
    passed_on = any(name.startswith(("x-forwarded-", "forwarded")) for name in connection.headers)
    return client is not None and client.host in LOOPBACK and not passed_on


def is_here(connection: HTTPConnection) -> bool:
    """Whether a browser on this computer asked for this computer by one of its own names."""
    host = connection.headers.get("host", "").lower()
    if _name(host) not in LOOPBACK:
        return False
    return connection.scope["type"] == "http" or _origin(connection).host == host


def _origin(connection: HTTPConnection) -> _Origin:
    sent = urlsplit(connection.headers.get("origin", ""))
    return _Origin(sent.scheme.lower(), sent.netloc.lower())


def _name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
