"""A sealed text opens with its own key for its own owner, and in no other way."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.access import sealing

MINE, YOURS = UUID(int=7), UUID(int=8)
TEXT = "Ik wil meer tijd voor coaching – écht."


@given(st.text())
def test_only_the_key_of_the_owner_opens_a_text(text: str) -> None:
    key = sealing.new_key()
    sealed = sealing.sealed(key, MINE, text)
    assert sealing.opened(key, MINE, sealed) == text
    assert sealing.opened(sealing.new_key(), MINE, sealed) is None
    assert sealing.opened(key, YOURS, sealed) is None
    assert sealed.isascii()
    assert sealed.isprintable()


def test_the_same_text_is_sealed_differently_every_time() -> None:
    key = sealing.new_key()
    assert len({sealing.sealed(key, MINE, TEXT) for _ in range(100)}) == 100


@pytest.mark.parametrize("place", range(0, 12 + len(TEXT.encode()) + 16, 7))
def test_a_text_with_one_bit_changed_does_not_open(place: int) -> None:
    key = sealing.new_key()
    content = bytearray(urlsafe_b64decode(sealing.sealed(key, MINE, TEXT)[len(sealing.MARK) :]))
    content[place] ^= 1
    changed = sealing.MARK + urlsafe_b64encode(content).decode()
    assert sealing.opened(key, MINE, changed) is None


@pytest.mark.parametrize("strange", ["", "v1.", "v1.AAAA", "geen verzegelde tekst", "v1.é", "v1.A"])
def test_what_was_never_sealed_does_not_open(strange: str) -> None:
    assert sealing.opened(sealing.new_key(), MINE, strange) is None
