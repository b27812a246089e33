"""Start and stop of the server."""

import asyncio
import gc
import importlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from ibreflect.errors import IbreflectError
from ibreflect.store.connection import close_stores, our_store
from ibreflect.web.clockwork import keep_going

_log = logging.getLogger("ibreflect")

# What every first visitor would otherwise wait for.
_HEAVY = ("pandas", "pyarrow", "altair", "shapely")


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, Any]]:
    """Load what is heavy, open the database, and close it at the end.

    A database that cannot be opened stops nothing here: the log says what to do, every page says it
    too, and the next visit tries again.
    """
    for name in _HEAVY:
        importlib.import_module(name)
    # Altair would check every property of every figure as it is made; the tests do that.
    importlib.import_module("altair.utils.schemapi").disable_debug_mode()
    # What is loaded now stays, so the collector need not look at it again; `make bench` shows what
    # that and runner.postScriptGC = false save per answer.
    gc.collect()
    gc.freeze()
    _keep_messages_out_of_the_log()
    # Addresses will carry links that open something; they do not belong in a log.
    logging.getLogger("uvicorn.access").setLevel(logging.WARNING)
    try:
        our_store()
    except IbreflectError as error:
        _log.error("%s", error)
    clockwork = asyncio.create_task(keep_going())
    yield {}
    clockwork.cancel()
    with suppress(asyncio.CancelledError):
        await clockwork
    close_stores()


def _keep_messages_out_of_the_log() -> None:
    """Streamlit logs a page's error with its message, which can quote what somebody typed.

    The page's own handler logs the same error without it.
    """
    logging.getLogger("streamlit.error_util").addFilter(
        lambda record: record.msg != "Uncaught app execution"
    )
