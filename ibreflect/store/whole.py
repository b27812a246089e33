"""Several writes as one: all of them are kept, or none."""

from collections.abc import Callable
from typing import TypeVar

from ibreflect.store.connection import Row, Store, Transaction

T = TypeVar("T")


class Whole(Store):
    """The store as it is inside one transaction: reads see what was written, nothing is kept yet.

    Whatever takes a store works with it, so that what was made for one write can be part of more.
    """

    def __init__(self, store: Store, transaction: Transaction) -> None:
        self.path = store.path
        self.vault = store.vault
        self.transaction = transaction

    def read(self, sql: str, *parameters: object) -> list[Row]:
        """Rows of one query, with what was written before in this transaction."""
        return self.transaction.run(sql, *parameters)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do `work` as a part of the transaction."""
        return work(self.transaction)


def in_one(store: Store, work: Callable[[Whole], T]) -> T:
    """Do `work` in one transaction; what it raises, or a disk that refuses, undoes all of it.

    As `Store.write`: it may run twice, so it must only touch what it is handed.
    """
    return store.write(lambda transaction: work(Whole(store, transaction)))
