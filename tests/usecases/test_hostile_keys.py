"""Answers that no browser sends: every one is refused in a sentence, none breaks anything."""

import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.access import passkeys as proof
from ibreflect.access.passkeys import Site
from ibreflect.errors import NotAllowedError
from ibreflect.model.passkey import Passkey
from ibreflect.model.person import Person
from tests.usecases.device import ORIGIN, Device
from tests.usecases.organisation import LONG_AGO

SITE, CHALLENGE = Site(ORIGIN), bytes(32)
SOMEBODY = Person(UUID(int=1), "An")

_BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ é"
_ODD: st.SearchStrategy[Any] = st.one_of(
    st.none(), st.booleans(), st.integers(), st.text(_BASE64, max_size=60), st.lists(st.text())
)
_JSON = st.recursive(_ODD, lambda inner: st.dictionaries(st.text(max_size=9), inner, max_size=4))


def _made() -> tuple[Device, Passkey, str]:
    device = Device()
    answer = device.make(proof.to_make(SITE, SOMEBODY, CHALLENGE, ()))
    key = proof.made(SITE, CHALLENGE, answer)
    return device, Passkey(key.credential_id, SOMEBODY.person_id, *key[1:], "", LONG_AGO), answer


DEVICE, KEY, MADE = _made()
SHOWN = DEVICE.show(proof.to_show(SITE, CHALLENGE))


def _spoiled(answer: str, field: str, odd: Any) -> str:
    told = json.loads(answer)
    holder = told if field in told else told["response"]
    holder[field] = odd
    return json.dumps(told)


def _cut(answer: str, field: str, place: int, letter: str) -> str:
    text = json.loads(answer)["response"][field]
    at = place % len(text)
    return _spoiled(answer, field, text[:at] + letter + text[at + 1 :])


@given(st.sampled_from(["id", "rawId", "type", "clientDataJSON", "attestationObject"]), _ODD)
def test_a_spoiled_answer_makes_no_key(field: str, odd: Any) -> None:
    with pytest.raises(NotAllowedError):
        proof.made(SITE, CHALLENGE, _spoiled(MADE, field, odd))


@given(st.sampled_from(["id", "rawId", "clientDataJSON", "authenticatorData", "signature"]), _ODD)
def test_a_spoiled_answer_proves_nothing(field: str, odd: Any) -> None:
    with pytest.raises(NotAllowedError):
        proof.proved(SITE, CHALLENGE, _spoiled(SHOWN, field, odd), KEY)


@given(st.integers(0, 10_000), st.sampled_from("Az0_"))
def test_one_other_letter_in_what_a_device_made_is_refused_or_harmless(
    place: int, letter: str
) -> None:
    try:
        key = proof.made(SITE, CHALLENGE, _cut(MADE, "attestationObject", place, letter))
    except NotAllowedError:
        return
    assert key.public_key  # nothing signs what a device tells of itself without attestation


@given(st.sampled_from(["authenticatorData", "signature", "clientDataJSON"]), st.integers(0, 999))
def test_one_other_letter_in_what_is_signed_proves_nothing(field: str, place: int) -> None:
    text = json.loads(SHOWN)["response"][field]
    at = place % (len(text) - 1)  # the last letter may hold bits that nobody reads
    letter = "A" if text[at] != "A" else "B"
    with pytest.raises(NotAllowedError):
        proof.proved(SITE, CHALLENGE, _cut(SHOWN, field, at, letter), KEY)


@given(_JSON)
def test_what_is_no_answer_at_all_is_refused(odd: Any) -> None:
    for read in (
        lambda text: proof.made(SITE, CHALLENGE, text),
        lambda text: proof.proved(SITE, CHALLENGE, text, KEY),
        proof.shown,
    ):
        with pytest.raises(NotAllowedError):
            read(json.dumps(odd))
