"""Signing in elsewhere: where that can be done, and what is then known of who did.

Streamlit speaks OpenID Connect with the providers in `.streamlit/secrets.toml` and checks what they
answer; the mail address in it is shown, and never used to find out who somebody is.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

import streamlit as st

from ibreflect.usecases.signing_in import Account

_LINK_COOKIE = "__Host-binnen"  # as web/passkeys.py sets it
_DEFAULT = "default"
_LABELS = {
    _DEFAULT: "je schoolaccount",
    "microsoft": "Microsoft",
    "google": "Google",
    "entree": "Entree (Kennisnet)",
    "surfconext": "SURFconext",
}


class Provider(NamedTuple):
    """Where people can sign in: its name in the configuration, and what it is called on screen."""

    name: str
    label: str


def providers() -> tuple[Provider, ...]:
    """Where people of this installation can sign in, in the order of the configuration."""
    block = st.secrets.get("auth", {}) if st.secrets.load_if_toml_exists() else {}
    names = [name for name, each in block.items() if isinstance(each, Mapping)]
    if "client_id" in block:
        names.insert(0, _DEFAULT)
    return tuple(Provider(name, label(name)) for name in names if name != "client_kwargs")


def label(name: str) -> str:
    """What a provider is called on screen."""
    return _LABELS.get(name, name.capitalize())


def sign_in(provider: Provider) -> None:
    """Send the browser there; it comes back to the start page."""
    st.login(None if provider.name == _DEFAULT else provider.name)


def account() -> Account | None:
    """The account with which this browser signed in elsewhere; None without one."""
    claims = _claims()
    issuer, subject, at = (claims.get(name) for name in ("iss", "sub", "iat"))
    if not issuer or not subject or not isinstance(at, int | float):
        return None
    once = claims.get("nonce") or f"{at} {claims.get('at_hash')}"
    signed_in_at = datetime.fromtimestamp(at, UTC).replace(tzinfo=None)
    return Account(str(issuer), str(subject), str(once), signed_in_at)


def name_there() -> str:
    """What the provider calls whoever signed in there, to be shown to them alone."""
    claims = _claims()
    told = (claims.get(name) for name in ("email", "preferred_username", "name"))
    return next((str(each) for each in told if each), "onbekend")


def provider_there() -> str:
    """What the provider that somebody signed in with is called on screen."""
    return label(str(_claims().get("provider") or _DEFAULT))


def entry_token() -> str:
    """The secret part of the link by which this browser came; empty without one."""
    token = st.context.cookies.get(_LINK_COOKIE)
    return token if isinstance(token, str) else ""


def _claims() -> dict[str, Any]:
    claims = dict(st.user.to_dict())
    return claims if claims.get("is_logged_in") else {}
