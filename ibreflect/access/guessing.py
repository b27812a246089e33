"""Slowing down who tries links that do not exist: how often an address missed, and what it waits.

Whoever has a link that exists is never slowed down or refused, whatever else comes from the same
address: a school is one address to us. That is up to who asks: look the link up first, and only
when it is not there ask for the delay, count the miss, wait, and answer.
"""

import threading
from collections import OrderedDict, deque
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

WINDOW_SECONDS = 600.0
FREE_MISSES = 10
FIRST_DELAY = 0.5
LONGEST_DELAY = 5.0
MOST_ADDRESSES = 10_000

# 0.5, 1, 2, 4 and then the longest delay: misses beyond these change nothing, so are not kept.
_COUNTED_MISSES = FREE_MISSES + 4
_IPV6_HOUSEHOLD_BITS = 64
_LONGEST_ADDRESS = 100

_Caller = IPv4Address | IPv6Network | str


class Guesses:
    """The misses of the last ten minutes per address; threads may share one.

    At most `most_addresses` (1 or more) are remembered. The one whose last miss is longest ago
    makes room for a new one, and an address without a miss in ten minutes is forgotten at the next
    miss of any other. Only memory: nothing is written anywhere.
    """

    def __init__(self, *, most_addresses: int = MOST_ADDRESSES) -> None:
        self._most_addresses = most_addresses
        self._misses: OrderedDict[_Caller, deque[float]] = OrderedDict()
        self._one_at_a_time = threading.Lock()

    def missed(self, address: str, *, now: float) -> None:
        """Count a miss of this address at `now`, in seconds of a clock that never runs back."""
        caller = _caller(address)
        with self._one_at_a_time:
            self._misses.setdefault(caller, deque(maxlen=_COUNTED_MISSES)).append(now)
            self._misses.move_to_end(caller)
            self._forget(now)

    def delay(self, address: str, *, now: float) -> float:
        """Seconds (0-5) to wait before a miss of this address is answered; ask before counting it.

        With n misses counted in the last ten minutes: 0 when n < 10, else min(5, 0.5 * 2^(n - 10)).
        It counts and keeps nothing, so asking never lengthens a delay. Never ask it for a link that
        exists: that one is answered at once.
        """
        with self._one_at_a_time:
            moments = self._misses.get(_caller(address), ())
            misses = sum(now - moment < WINDOW_SECONDS for moment in moments)
        if misses < FREE_MISSES:
            return 0.0
        return min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** (misses - FREE_MISSES))

    def __len__(self) -> int:
        """How many addresses are remembered."""
        return len(self._misses)

    def _forget(self, now: float) -> None:
        while len(self._misses) > self._most_addresses or self._oldest_is_past(now):
            self._misses.popitem(last=False)

    def _oldest_is_past(self, now: float) -> bool:
        oldest = next(iter(self._misses.values()))
        return now - oldest[-1] >= WINDOW_SECONDS


def _caller(address: str) -> _Caller:
    """Who stands behind an address: an IPv4 address, an IPv6 /64, or any other text as it is.

    A household or a school has a whole /64 to choose from, so counting each IPv6 address by itself
    would count nothing. No address at all is one caller as well.
    """
    text = address.strip()[:_LONGEST_ADDRESS]
    try:
        known = ip_address(text)
    except ValueError:
        return text
    if isinstance(known, IPv6Address):
        return known.ipv4_mapped or IPv6Network((int(known), _IPV6_HOUSEHOLD_BITS), strict=False)
    return known
