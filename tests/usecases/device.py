"""Somebody's device with keys, in Python: it makes and shows them as a browser would report."""

import hashlib
import json
import secrets
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any, NamedTuple

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import encode_cbor

ORIGIN = "https://scan.school.example"

_PRESENT, _VERIFIED, _HAS_KEY = 0x01, 0x04, 0x40
_ES256, _EC2, _P256 = -7, 2, 1


class _Key(NamedTuple):
    secret: ec.EllipticCurvePrivateKey
    handle: str


class Device:
    """A phone with a finger on it; `verifies` is False when it asks for no finger, face or code.

    `counts` is False for a device that does not count, as many phones.
    """

    def __init__(self, *, verifies: bool = True, counts: bool = True) -> None:
        self._flags = _PRESENT | (_VERIFIED if verifies else 0)
        self._counts = counts
        self.count = 0
        self.keys: dict[str, _Key] = {}

    def make(self, options: str, origin: str = ORIGIN) -> str:
        """What the browser answers when this device makes a key."""
        asked = json.loads(options)
        key = ec.generate_private_key(ec.SECP256R1())
        key_id = secrets.token_bytes(32)
        self.keys[_text(key_id)] = _Key(key, asked["user"]["id"])
        described = bytes(16) + struct.pack(">H", len(key_id)) + key_id + _public(key)
        data = self._data(asked["rp"]["id"], _HAS_KEY) + described
        made = encode_cbor({"fmt": "none", "attStmt": {}, "authData": data})
        response = {
            "clientDataJSON": _client("webauthn.create", asked, origin),
            "attestationObject": _text(made),
        }
        return _answer(_text(key_id), response)

    def show(self, options: str, origin: str = ORIGIN, *, handle: str | None = None) -> str:
        """What the browser answers when this device shows the key it has."""
        asked = json.loads(options)
        (key_id, key), *_ = self.keys.items()
        data = self._data(asked["rpId"], 0)
        client = _client("webauthn.get", asked, origin)
        signed = data + hashlib.sha256(_bytes(client)).digest()
        response = {
            "clientDataJSON": client,
            "authenticatorData": _text(data),
            "signature": _text(key.secret.sign(signed, ec.ECDSA(hashes.SHA256()))),
            "userHandle": key.handle if handle is None else handle,
        }
        return _answer(key_id, response)

    def _data(self, site: str, more: int) -> bytes:
        self.count += self._counts
        flags = struct.pack(">BI", self._flags | more, self.count)
        return hashlib.sha256(site.encode()).digest() + flags


def _public(key: ec.EllipticCurvePrivateKey) -> bytes:
    point = key.public_key().public_numbers()
    place = {-2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")}
    return encode_cbor({1: _EC2, 3: _ES256, -1: _P256, **place})


def _client(what: str, asked: dict[str, Any], origin: str) -> str:
    told = {"type": what, "challenge": asked["challenge"], "origin": origin}
    return _text(json.dumps(told | {"crossOrigin": False}).encode())


def _answer(key_id: str, response: dict[str, str]) -> str:
    return json.dumps({"id": key_id, "rawId": key_id, "type": "public-key", "response": response})


def _text(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def _bytes(text: str) -> bytes:
    return urlsafe_b64decode(f"{text}==")
