"""What happens by itself: asking that ends, the daily state of groups, and mail that is due."""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from starlette.concurrency import run_in_threadpool

from ibreflect.errors import IbreflectError
from ibreflect.settings import read_settings
from ibreflect.store.connection import Store, our_store
from ibreflect.usecases import asking, ending, nights, posting, tidying
from ibreflect.usecases.requesting import desk_from

EVERY_SECONDS = 600
FIRST_HOUR, LAST_HOUR = 6, 18
"""Groups are counted from the first of these hours on, and mail goes out between the two."""

_AMSTERDAM = ZoneInfo("Europe/Amsterdam")
_log = logging.getLogger("ibreflect")


async def keep_going() -> None:
    """Do what is due now and every ten minutes, until cancelled; what fails is tried again."""
    while True:
        await run_in_threadpool(_tick)
        await asyncio.sleep(EVERY_SECONDS)


def tick(store: Store, now: datetime) -> None:
    """Do what is due at a moment in the Netherlands.

    End asking of which the last day is over; from six in the morning keep whether groups are large
    enough, once a day; mail what is due between six and eighteen; and at night erase what was kept
    long enough, and write a large file anew.
    """
    ending.end_due(store, now.date())
    if now.hour >= FIRST_HOUR:
        asking.refresh_progress(store, now.date())
    nights.at_night(store, now)
    tidying.at_night(store, now)
    if FIRST_HOUR <= now.hour < LAST_HOUR:
        posting.send_due(store, desk_from(read_settings()), now=now)


def _tick(clock: Callable[[], datetime] = lambda: datetime.now(_AMSTERDAM)) -> None:
    try:
        tick(our_store(), clock())
    except IbreflectError as error:
        _log.error("%s", error)
