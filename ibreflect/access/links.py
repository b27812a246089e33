"""A link that lets somebody answer: what is kept of it, and what only its holder can open.

The link carries 256 random bits. The database keeps a digest, by which the link is recognised, and
the answers so far, sealed under a key and filed under an id that both follow from the link alone.
So a database in strange hands does not tell which half-done answers belong to which link.
"""

import hashlib
import secrets
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_BYTES = 32
_NONCE_BYTES = 12
_LONGEST_TOKEN = 100


class Link(NamedTuple):
    """What follows from a link: `digest` and `draft_id` are kept, `key` never is."""

    digest: str
    draft_id: str
    key: bytes


def new_token() -> str:
    """The secret part of a new link: 43 characters that can stand in an address."""
    return secrets.token_urlsafe(_BYTES)


def link(token: str) -> Link:
    """What follows from the secret part of a link; any text is taken, a strange one leads nowhere.

    The digest is SHA-256; key and id are HKDF-SHA256 (RFC 5869) with a purpose each.
    """
    secret = _secret(token)
    return Link(
        digest=hashlib.sha256(secret).hexdigest(),
        draft_id=_derived(secret, b"ibreflect draft id").hex(),
        key=_derived(secret, b"ibreflect draft key"),
    )


def second_digest(token: str) -> str:
    """What is kept of the link of somebody who looks along; no other kind of link leads there."""
    return _derived(_secret(token), b"ibreflect second person").hex()


def entry_digest(token: str) -> str:
    """What is kept of a link by which somebody comes in; no other kind of link leads there."""
    return _derived(_secret(token), b"ibreflect entry").hex()


def team_digest(token: str) -> str:
    """What is kept of a link by which a team writes on its expertisekaart."""
    return _derived(_secret(token), b"ibreflect team").hex()


def expertise_id(token: str) -> UUID:
    """The id of what somebody wrote on the expertisekaart, from the link by which they change it.

    It tells nothing of the link: 128 bits of HKDF-SHA256 over a secret of 256.
    """
    return UUID(bytes=_derived(_secret(token), b"ibreflect expertise")[:16])


def session_digest(secret: str) -> str:
    """What is kept of the secret in a browser's cookie; no link leads there."""
    return _derived(_secret(secret), b"ibreflect session").hex()


def sealed(opened: Link, text: str) -> bytes:
    """The text under the link's key (AES-256-GCM), with a new nonce in front."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(opened.key).encrypt(nonce, text.encode(), opened.draft_id.encode())


def unsealed(opened: Link, content: bytes) -> str | None:
    """The text that was sealed under the link's key; None when it is not, or was tampered with."""
    nonce, rest = content[:_NONCE_BYTES], content[_NONCE_BYTES:]
    try:
        return AESGCM(opened.key).decrypt(nonce, rest, opened.draft_id.encode()).decode()
    except (InvalidTag, ValueError):
        return None


def _secret(text: str) -> bytes:
    return text[:_LONGEST_TOKEN].encode(errors="surrogatepass")


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=_BYTES, salt=None, info=purpose).derive(secret)
