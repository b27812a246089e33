"""Taking out of the database file what was deleted from its tables."""

from contextlib import suppress
from datetime import datetime

from ibreflect.errors import StoreError
from ibreflect.store import people
from ibreflect.store.connection import Store

SMALL = 100_000_000
"""Bytes up to which a file is written anew at once: about a second, in which others wait."""

_SETTING = "rewrite"
_DUE, _DONE = "due", "done"
_AT_NIGHT = 3


def forget_deleted(store: Store) -> None:
    """Write the file anew now, or note that it has to be when it is large.

    When the disk refuses, it is tried again at night.
    """
    people.change_setting(store, _SETTING, _DUE)
    if store.path.stat().st_size <= SMALL:
        with suppress(StoreError):
            _rewrite(store)


def at_night(store: Store, now: datetime) -> None:
    """Between three and four, write a file anew that has to be."""
    if now.hour == _AT_NIGHT and people.setting(store, _SETTING) == _DUE:
        _rewrite(store)


def _rewrite(store: Store) -> None:
    store.rewrite()
    people.change_setting(store, _SETTING, _DONE)
