"""A link opens what was sealed under it, and what is kept of it opens nothing."""

from hypothesis import given
from hypothesis import strategies as st

from ibreflect.access.links import link, new_token, sealed, second_digest, unsealed

TEXTS = st.text(max_size=200).filter(lambda text: text.isprintable())


def test_a_link_carries_256_bits() -> None:
    assert len(new_token()) == 43  # 32 bytes in base64 without padding: ceil(32 * 4 / 3)
    assert len({new_token() for _ in range(1000)}) == 1000


@given(TEXTS)
def test_only_the_same_link_opens_it(text: str) -> None:
    opened, other = link(new_token()), link(new_token())
    content = sealed(opened, text)
    assert unsealed(opened, content) == text
    assert unsealed(other, content) is None
    assert unsealed(opened._replace(draft_id=other.draft_id), content) is None


@given(st.binary(max_size=64))
def test_strange_bytes_open_to_nothing(content: bytes) -> None:
    assert unsealed(link("x"), content) is None


def test_one_text_is_sealed_differently_every_time() -> None:
    opened = link(new_token())
    assert sealed(opened, "hetzelfde") != sealed(opened, "hetzelfde")


def test_what_is_kept_does_not_tell_the_draft() -> None:
    """The digest, the id and the key follow from the link, but not from one another."""
    opened = link("een-link")
    assert opened.digest != opened.draft_id != opened.key.hex() != opened.digest
    again = link(opened.digest)
    assert opened.draft_id != again.draft_id
    assert opened.key != again.key


@given(st.text(max_size=300))
def test_any_text_can_be_tried_as_a_link(text: str) -> None:
    assert link(text) == link(text)


def test_a_link_is_for_one_purpose() -> None:
    """What is kept of a link of one kind is never what is kept of the same text as another kind."""
    opened = link("een-link")
    kept = {opened.digest, opened.draft_id, opened.key.hex(), second_digest("een-link")}
    assert len(kept) == 4
    for each in kept:
        assert not {link(each).digest, second_digest(each)} & kept
