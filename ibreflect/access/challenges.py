"""Numbers to be signed by a key: each for one browser, one purpose, one time, a few minutes."""

import secrets
import threading
from collections import OrderedDict
from typing import NamedTuple

LASTS_SECONDS = 300.0
MOST = 10_000

_BYTES = 32


class _Given(NamedTuple):
    challenge: bytes
    at: float


class Challenges:
    """The numbers that were given out and not yet come back; threads may share one.

    Only memory. At most `most` (1 or more) are remembered; the oldest makes room for a new one.
    """

    def __init__(self, *, most: int = MOST) -> None:
        self._most = most
        self._given: OrderedDict[tuple[str, str], _Given] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def new(self, browser: str, purpose: str, *, now: float) -> bytes:
        """32 random bytes for this browser and purpose, in place of those it had for it.

        `browser` is the digest of its cookie; `now` is in seconds of a clock that only goes up.
        """
        challenge = secrets.token_bytes(_BYTES)
        with self._one_at_a_time:
            self._given[browser, purpose] = _Given(challenge, now)
            self._given.move_to_end((browser, purpose))
            self._forget(now)
        return challenge

    def take(self, browser: str, purpose: str, *, now: float) -> bytes | None:
        """What this browser was given for this purpose in the last five minutes; gone after that.

        None when there is nothing, or nothing any more.
        """
        with self._one_at_a_time:
            given = self._given.pop((browser, purpose), None)
        if given is None or now - given.at > LASTS_SECONDS:
            return None
        return given.challenge

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._given)

    def _forget(self, now: float) -> None:
        while len(self._given) > self._most or self._oldest_is_past(now):
            self._given.popitem(last=False)

    def _oldest_is_past(self, now: float) -> bool:
        oldest = next(iter(self._given.values()))
        return now - oldest.at > LASTS_SECONDS
