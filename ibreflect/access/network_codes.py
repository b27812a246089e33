"""The code by which somebody takes part in a network with files: whose it is, what it opens.

A code is 24 characters by chance and one to check them, out of 31 that do not look alike: 118 bits.
The id of the invite and the key of the files follow from the code (HKDF-SHA256, RFC 5869), so that
a file can say whose it is without giving away the key. Its content is a Fernet token: encrypted and
authenticated, so that only who has the code could have made it.
"""

import re
import secrets
from base64 import urlsafe_b64encode
from typing import NamedTuple
from uuid import UUID

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from ibreflect.errors import InputError
from ibreflect.model.round import RoundId

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH, GROUP = 25, 5
# What stands between groups, as people and their programs write it.
_BETWEEN = re.compile(r"[\s.\u2010-\u2015\u2212-]")
_BYTES = 32

_MISSING = "Vul de deelnamecode in die je van een coach kreeg."
_STRANGE = (
    "In een deelnamecode staan alleen letters en cijfers, en nooit een 0, 1, I, L of O: die lijken "
    "te veel op elkaar. Vergelijk wat je typte met de code die je kreeg."
)
_LENGTH = (
    f"Een deelnamecode heeft {LENGTH} tekens, in groepjes van {GROUP}; hier staan er {{count}}. "
    "Vergelijk wat je typte met de code die je kreeg."
)
_MISTYPED = (
    "Er zit een tikfout in de deelnamecode: een teken is anders, of er zijn er twee verwisseld. "
    "Vergelijk elk groepje met de code die je kreeg."
)


class Code(NamedTuple):
    """A code that can be one: as people read it, the id of its invite, and the key of its files."""

    text: str
    invite_id: UUID
    key: bytes

    @property
    def ending(self) -> str:
        """The last four characters, by which people tell one code from another."""
        return self.text[-4:]


def new_code() -> Code:
    """A code that nobody has yet."""
    chosen = "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))
    return _code(chosen + ALPHABET[-_sum(chosen) % len(ALPHABET)])


def typed(text: str) -> Code:
    """The code that somebody typed or pasted, with or without dashes, spaces and capitals.

    InputError for one that is missing, incomplete or mistyped: every wrong character and every
    two that changed places are noticed. Whether a code was ever given out is not known here.
    """
    bare = _BETWEEN.sub("", text).upper()
    if not bare:
        raise InputError(_MISSING)
    if not set(bare) <= set(ALPHABET):
        raise InputError(_STRANGE)
    if len(bare) != LENGTH:
        raise InputError(_LENGTH.format(count=len(bare)))
    if _sum(bare) % len(ALPHABET):
        raise InputError(_MISTYPED)
    return _code(bare)


def sealed(code: Code, content: bytes) -> str:
    """The content of a file as only who has the code can read or make it, in printable ASCII."""
    return Fernet(code.key).encrypt(content).decode("ascii")


def opened(code: Code, token: str) -> bytes | None:
    """What was sealed with this code; None for anything else, and when it was changed since."""
    try:
        return Fernet(code.key).decrypt(token.encode())
    except InvalidToken:
        return None


def scan_id(round_id: RoundId) -> UUID:
    """The id of a round's scan in every file that is made of it; it tells nothing of the round.

    128 bits of HKDF-SHA256 over the random id of the round.
    """
    return UUID(bytes=_derived(round_id.bytes, b"ibreflect network scan")[:16])


def _code(bare: str) -> Code:
    secret = bare.encode("ascii")
    return Code(
        text="-".join(bare[start : start + GROUP] for start in range(0, LENGTH, GROUP)),
        invite_id=UUID(bytes=_derived(secret, b"ibreflect network invite")[:16]),
        key=urlsafe_b64encode(_derived(secret, b"ibreflect network file")),
    )


def _sum(bare: str) -> int:
    """Σ wᵢ·xᵢ with weights 25, 24, … 1, as in ISBN-10; a code is right when 31 divides it.

    31 is prime, so one wrong character changes it by wᵢ·(x - y), and two that changed places by
    (wᵢ - wⱼ)·(x - y): neither is ever a multiple of 31.
    """
    weights = range(LENGTH, 0, -1)
    return sum(weight * ALPHABET.index(each) for weight, each in zip(weights, bare, strict=False))


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=_BYTES, salt=None, info=purpose).derive(secret)
