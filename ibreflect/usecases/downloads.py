"""Files for who made them only: fetched once, within minutes, kept in memory."""

import threading
from pathlib import PurePath
from typing import NamedTuple

from ibreflect.access import links

SECONDS = 600.0
MOST = 50

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".zip": "application/zip",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
}
"""What a browser is told of a file, by how its name ends; every kind that is offered."""


class File(NamedTuple):
    """A file to fetch, until a moment on the clock that `offer` was given."""

    name: str
    media_type: str
    content: bytes
    until: float


def offer(name: str, content: bytes, *, now: float) -> str:
    """The secret part of the address from which the file can be fetched, once, in ten minutes.

    `now` is a number of seconds that only goes up. The oldest files give way beyond 50. KeyError
    for a name of a kind that is not in MEDIA_TYPES.
    """
    media_type = MEDIA_TYPES[PurePath(name).suffix]
    ticket = links.new_token()
    with _LOCK:
        _drop_old(now)
        while len(_OFFERED) >= MOST:
            del _OFFERED[next(iter(_OFFERED))]
        _OFFERED[links.link(ticket).digest] = File(name, media_type, content, now + SECONDS)
    return ticket


def take(ticket: str, *, now: float) -> File | None:
    """The file behind a ticket, which is used up by that; None for any other ticket."""
    with _LOCK:
        _drop_old(now)
        return _OFFERED.pop(links.link(ticket).digest, None)


def _drop_old(now: float) -> None:
    for digest in [digest for digest, file in _OFFERED.items() if file.until <= now]:
        del _OFFERED[digest]


_OFFERED: dict[str, File] = {}
_LOCK = threading.Lock()
