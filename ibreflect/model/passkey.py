"""A key on somebody's own device, with which they sign in."""

from datetime import date
from typing import NamedTuple
from uuid import UUID


class Passkey(NamedTuple):
    """What is kept of a key: never what is secret of it, which stays on the device.

    `credential_id` is base64url. `sign_count` is how often the device says it was used (0 when it
    does not count). `label` says on what it was made, for its owner.
    """

    credential_id: str
    person_id: UUID
    public_key: bytes
    sign_count: int
    label: str
    added_on: date
