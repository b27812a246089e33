"""What comes before a database is worked with: erasing that was cut short, and sealing old texts.

Also after an older copy was put back: whom the vault knows as erased is erased from it again.
"""

from ibreflect.store import erasure, texts
from ibreflect.store.transaction import Transaction
from ibreflect.store.vault import Vault

_ROUNDS = "select round_id from round"
_EXPERTISE = "select entry_id from expertise"
_PEOPLE = """
    select person_id from person
    union select person_id from round
    union select person_id from school_direction
    union select person_id from mandate_agreement
"""


def settle(transaction: Transaction, vault: Vault) -> bool:
    """Do what has to be done now; whether the file must be written anew for it.

    Safe to be cut short anywhere. The transaction must not have begun. Raises StoreError or
    duckdb.Error; then the database is as it was.
    """
    for owner_id in erasure.keys_due(transaction.run):
        vault.destroy(owner_id)
    transaction.run("begin")
    try:
        _erase_again(transaction, vault)
        if texts.seal_old(transaction, vault):
            erasure.set_rewrite(transaction, erasure.DUE)
        erasure.forget_keys(transaction, vault.destroyed)
    except BaseException:
        transaction.run("rollback")
        raise
    transaction.run("commit")
    return erasure.must_rewrite(transaction.run)


def _erase_again(transaction: Transaction, vault: Vault) -> None:
    """Erase everybody whose key was destroyed."""
    if not vault.destroyed:
        return
    rounds = [each for (each,) in transaction.run(_ROUNDS) if vault.is_destroyed(each)]
    persons = [each for (each,) in transaction.run(_PEOPLE) if vault.is_destroyed(each)]
    entries = [each for (each,) in transaction.run(_EXPERTISE) if vault.is_destroyed(each)]
    for round_id in rounds:
        erasure.erase_round(transaction, round_id)
    for person_id in persons:
        erasure.erase_person(transaction, person_id)
    for entry_id in entries:
        erasure.erase_expertise(transaction, entry_id)
