"""Guessing links gets slow per address, is forgotten in time, and touches nobody else."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ibreflect.access.guessing import LONGEST_DELAY, MOST_ADDRESSES, WINDOW_SECONDS, Guesses

# Written so that none shares an IPv4 address or an IPv6 /64 with another.
CALLERS = ("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:1::1", "", "poort-zonder-adres")
TIMES = st.floats(min_value=0, max_value=1e9)


def missed(guesses: Guesses, address: str, times: int, now: float = 0.0) -> None:
    for _ in range(times):
        guesses.missed(address, now=now)


def test_ten_misses_are_free_and_then_it_doubles_up_to_five_seconds() -> None:
    guesses = Guesses()
    waited = []
    for _ in range(17):
        waited.append(guesses.delay("192.0.2.1", now=0))
        guesses.missed("192.0.2.1", now=0)
    assert waited == [0] * 10 + [0.5, 1, 2, 4, 5, 5, 5]


def test_a_miss_counts_for_ten_minutes() -> None:
    guesses = Guesses()
    for second in range(12):
        guesses.missed("192.0.2.1", now=second)
    # After 599 s all 12 count; at 600 s the first falls out (11), at 601 s the second (10), and at
    # 602 s nine are left, which are free.
    assert [guesses.delay("192.0.2.1", now=now) for now in (599, 600, 601, 602)] == [2, 1, 0.5, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2001:db8::1", "2001:db8::ffff:ffff:ffff:ffff"),
        ("2001:db8::1", "2001:0DB8:0:0::2%eth0"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        (" 192.0.2.1 ", "192.0.2.1"),
        ("", "  "),
        ("poort-zonder-adres", "poort-zonder-adres"),
    ],
)
def test_these_are_one_caller(one: str, other: str) -> None:
    guesses = Guesses()
    missed(guesses, one, 11)
    assert guesses.delay(other, now=0) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("192.0.2.1", "192.0.2.2"),
        ("2001:db8::1", "2001:db8:0:1::1"),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2"),
        ("", "192.0.2.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("poort-zonder-adres", "poort-met-adres"),
    ],
)
def test_these_are_two_callers(one: str, other: str) -> None:
    guesses = Guesses()
    missed(guesses, one, 100)
    assert guesses.delay(other, now=0) == 0


def test_asking_counts_nothing() -> None:
    guesses = Guesses()
    missed(guesses, "192.0.2.1", 11)
    assert {guesses.delay("192.0.2.1", now=1) for _ in range(50)} == {1}
    assert guesses.delay("192.0.2.9", now=1) == 0
    assert len(guesses) == 1


def test_who_missed_longest_ago_makes_room() -> None:
    guesses = Guesses(most_addresses=2)
    missed(guesses, "192.0.2.1", 12, now=0)
    missed(guesses, "192.0.2.2", 12, now=1)
    guesses.missed("192.0.2.1", now=2)
    guesses.missed("192.0.2.3", now=3)
    assert [guesses.delay(f"192.0.2.{last}", now=3) for last in (1, 2, 3)] == [4, 0, 0]


def test_an_address_without_a_recent_miss_is_forgotten() -> None:
    guesses = Guesses()
    missed(guesses, "192.0.2.1", 12, now=0)
    guesses.missed("192.0.2.2", now=WINDOW_SECONDS)
    assert len(guesses) == 1


def test_threads_lose_no_miss() -> None:
    guesses = Guesses()
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: missed(guesses, f"198.51.100.{number % 100}", 2), range(600)))
    assert len(guesses) == 100
    # Six times two misses each: 0.5 * 2^(12 - 10).
    assert {guesses.delay(f"198.51.100.{number}", now=0) for number in range(100)} == {2}


@given(st.lists(st.text(max_size=300), max_size=60), st.integers(1, 20))
def test_any_text_is_an_address_and_memory_is_bounded(addresses: list[str], most: int) -> None:
    guesses = Guesses(most_addresses=most)
    for address in addresses:
        guesses.missed(address, now=0)
        assert 0 <= guesses.delay(address, now=0) <= LONGEST_DELAY
        assert len(guesses) <= most


def test_by_default_ten_thousand_addresses_are_kept() -> None:
    guesses = Guesses()
    for number in range(MOST_ADDRESSES + 50):
        guesses.missed(f"10.0.{number // 256}.{number % 256}", now=0)
    assert len(guesses) == MOST_ADDRESSES


@given(st.integers(0, 40), TIMES, st.lists(TIMES, max_size=20))
def test_without_new_misses_a_delay_only_shrinks(
    times: int, start: float, later: list[float]
) -> None:
    guesses = Guesses()
    missed(guesses, "192.0.2.1", times, now=start)
    delays = [guesses.delay("192.0.2.1", now=start + passed) for passed in sorted(later)]
    assert delays == sorted(delays, reverse=True)
    assert guesses.delay("192.0.2.1", now=start + WINDOW_SECONDS + 1) == 0


class Guessing(RuleBasedStateMachine):
    """Several callers miss and time passes: each waits for its own recent misses alone."""

    @initialize(most=st.integers(1, len(CALLERS)))
    def begin(self, most: int) -> None:
        self.now = 0.0
        self.most = most
        self.guesses = Guesses(most_addresses=most)
        self.moments: dict[str, list[float]] = {}

    @rule(address=st.sampled_from(CALLERS), times=st.integers(1, 15))
    def miss(self, address: str, times: int) -> None:
        before = self.guesses.delay(address, now=self.now)
        missed(self.guesses, address, times, now=self.now)
        assert self.guesses.delay(address, now=self.now) >= before
        moments = self.moments.pop(address, []) + [self.now] * times
        self.moments[address] = moments
        while len(self.moments) > self.most:
            del self.moments[next(iter(self.moments))]

    @rule(seconds=st.integers(0, 700))
    def wait(self, seconds: int) -> None:
        self.now += seconds

    @invariant()
    def everybody_waits_for_their_own_misses(self) -> None:
        for address in CALLERS:
            recent = [at for at in self.moments.get(address, []) if self.now - at < 600]
            table = [0.0] * 10 + [0.5, 1.0, 2.0, 4.0, 5.0]
            assert self.guesses.delay(address, now=self.now) == table[min(len(recent), 14)]

    @invariant()
    def memory_is_bounded(self) -> None:
        assert len(self.guesses) <= self.most


TestGuessing = Guessing.TestCase
