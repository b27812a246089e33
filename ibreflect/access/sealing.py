"""Sealing texts: what they read like in the database, and that only the right key opens them.

A sealed text is `v1.` and the base64url of a nonce of 12 bytes with what AES-256-GCM makes of the
text (NIST SP 800-38D). Its owner's id is authenticated along, so that a text that was moved to
somebody else does not open there.
"""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
MARK = "v1."
_NONCE_BYTES = 12


def new_key() -> bytes:
    """A key of 256 random bits."""
    return secrets.token_bytes(KEY_BYTES)


def sealed(key: bytes, owner_id: UUID, text: str) -> str:
    """The text under a key of 32 bytes, in printable ASCII; another one every time."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    content = text.encode(errors="surrogatepass")
    return MARK + urlsafe_b64encode(
        nonce + AESGCM(key).encrypt(nonce, content, owner_id.bytes)
    ).decode("ascii")


def opened(key: bytes, owner_id: UUID, text: str) -> str | None:
    """What `sealed` sealed with this key for this owner; None for anything else."""
    try:
        content = urlsafe_b64decode(text.removeprefix(MARK))
        nonce, rest = content[:_NONCE_BYTES], content[_NONCE_BYTES:]
        return AESGCM(key).decrypt(nonce, rest, owner_id.bytes).decode(errors="surrogatepass")
    except (InvalidTag, ValueError):
        return None


def is_sealed(text: str) -> bool:
    """Whether a text reads as a sealed one."""
    return text.startswith(MARK)
