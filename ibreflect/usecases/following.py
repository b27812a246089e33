"""A screen that looks by itself each second, and so must not count as somebody who is there."""

from datetime import datetime

from ibreflect.store import sessions
from ibreflect.store.connection import Store
from ibreflect.usecases import signing_in


def is_over(store: Store, digest: str, *, now: datetime) -> bool:
    """Whether a session is worth nothing any more at a moment in UTC.

    Asking is no use of it: a screen that was left open ends as any other.
    """
    found = sessions.find(store, digest)
    return found is None or not signing_in.still_stands(found, now=now)
