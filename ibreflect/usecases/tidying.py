"""Taking out of the database file what was deleted from its tables."""

from contextlib import suppress
from datetime import datetime

from ibreflect.errors import StoreError
from ibreflect.store import erasure
from ibreflect.store.connection import Store
from ibreflect.store.erasure import DONE, DUE

SMALL = 100_000_000
"""Bytes up to which a file is written anew at once: about a second, in which others wait."""

_AT_NIGHT = 3


def forget_deleted(store: Store) -> None:
    """Write the file anew now, or note that it has to be when it is large.

    When the disk refuses, it is tried again at night.
    """
    store.write(lambda transaction: erasure.set_rewrite(transaction, DUE))
    if store.path.stat().st_size <= SMALL:
        with suppress(StoreError):
            _rewrite(store)


def at_night(store: Store, now: datetime) -> None:
    """Between three and four, write a file anew that has to be."""
    if now.hour == _AT_NIGHT and is_due(store):
        _rewrite(store)


def is_due(store: Store) -> bool:
    """Whether what was deleted is to be taken out of the file still."""
    return erasure.must_rewrite(store.read)


def _rewrite(store: Store) -> None:
    store.rewrite()
    store.write(lambda transaction: erasure.set_rewrite(transaction, DONE))
