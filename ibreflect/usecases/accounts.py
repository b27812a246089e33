"""Accounts elsewhere: why somebody who signed in with one is not let in here."""

from datetime import datetime

from ibreflect.store import sessions
from ibreflect.store.connection import Store
from ibreflect.usecases.signing_in import FRESH, Account

_NOBODY = (
    "Dit account hoort hier nog bij niemand. Vraag de beheerder van ibreflect om een link: daarmee "
    "koppel je het één keer, en daarna meld je je hier gewoon mee aan."
)
_NOT_NOW = (
    "Meld je opnieuw aan. Lukt dat niet? Vraag de beheerder van ibreflect of je toegang aanstaat."
)


def is_fresh(account: Account, *, now: datetime) -> bool:
    """Whether somebody signed in elsewhere at most ten minutes before a moment in UTC."""
    return now - account.at <= FRESH


def refusal(store: Store, account: Account, *, now: datetime) -> str:
    """Why an account is not let in: a Dutch sentence; empty when it signed in long ago."""
    if not is_fresh(account, now=now):
        return ""
    is_known = sessions.known(store, account.issuer, account.subject) is not None
    return _NOT_NOW if is_known else _NOBODY
