"""When something goes wrong: a sentence on the screen, the whole story in the log."""

import logging
import secrets
import traceback

import streamlit as st

from ibreflect.errors import IbreflectError

_log = logging.getLogger("ibreflect")


def show(error: Exception) -> bool:
    """Tell the user what to do; True, so that Streamlit shows nothing of its own.

    The log gets the full chain of calls but not the messages of foreign errors: those may quote
    what somebody typed.
    """
    if isinstance(error, IbreflectError):
        st.error(str(error))
        return True
    code = secrets.token_hex(3).upper()
    _log.error("Onverwachte fout %s\n%s", code, _story(error))
    st.error(
        "Er ging iets mis dat we niet hadden voorzien. Wat als opgeslagen stond, staat op schijf. "
        f"Laad de pagina opnieuw. Blijft het misgaan, geef dan code {code} door aan wie ibreflect "
        "voor je beheert."
    )
    return True


def _story(error: BaseException) -> str:
    lines = []
    current: BaseException | None = error
    while current is not None:
        lines += [f"{type(current).__name__}, hier:", *traceback.format_tb(current.__traceback__)]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)
