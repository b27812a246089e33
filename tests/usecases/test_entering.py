import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.usecases import entering

TEXTS = st.text(st.characters(), max_size=200) | st.text(
    "ae\u0301\u0308\x00\u200f\r\n \t", max_size=20
)


@given(TEXTS)
@example("e\x00\u0301")
@example("a\u200f\u0308")
@example("\r\r\n")
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = entering.cleaned(text)
    assert entering.cleaned(once) == once


@given(TEXTS)
@example("e\x00\u0301")
def test_what_is_kept_is_nfc_without_control_or_direction_characters(text: str) -> None:
    kept = entering.cleaned(text)
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    assert not [
        character
        for character in kept
        if character not in "\n\t"
        and (
            unicodedata.category(character) in {"Cc", "Cs"}
            or unicodedata.bidirectional(character)
            in {
                "LRE",
                "RLE",
                "LRO",
                "RLO",
                "PDF",
                "LRI",
                "RLI",
                "FSI",
                "PDI",
            }
        )
    ]


@given(TEXTS)
def test_what_is_kept_can_be_written_to_a_file(text: str) -> None:
    assert entering.cleaned(text).encode("utf-8").decode("utf-8") == entering.cleaned(text)


@pytest.mark.parametrize(
    "text",
    [
        "<b>=1+1</b>",
        "<script>alert(1)</script>",
        "=HYPERLINK(1)",
        "**vet** [link](x) :heart:",
        "'; drop table round; --",
        "café, ib'er, één",
        "👩‍🏫 juf",
        "eerste\n\ttweede",
        "a & b &amp; c",
    ],
)
def test_what_looks_like_code_is_kept_to_the_letter(text: str) -> None:
    assert entering.free_text(text) == text


@given(TEXTS)
def test_a_name_is_one_line_of_one_to_eighty_characters_or_refused(text: str) -> None:
    try:
        name = entering.name(text, "je naam")
    except InputError:
        letters = entering.cleaned(text).split()
        assert not letters or len(" ".join(letters)) > 80
        return
    assert 1 <= len(name) <= 80
    assert name == " ".join(name.split())
    assert entering.name(name, "je naam") == name


@pytest.mark.parametrize("text", ["", "  ", "\n", "\x00\x1b", "\u200f"])
def test_a_name_without_a_letter_is_missing(text: str) -> None:
    with pytest.raises(InputError, match=r"Vul je naam in\."):
        entering.name(text, "je naam")


def test_a_long_name_is_told_how_long_it_may_be() -> None:
    assert entering.name("n" * 80, "je naam") == "n" * 80
    with pytest.raises(InputError, match="Kort je naam in tot 80 tekens; nu zijn het er 81"):
        entering.name("n" * 81, "je naam")


def test_a_long_text_is_told_how_long_it_may_be() -> None:
    assert entering.free_text("t" * 4000) == "t" * 4000
    with pytest.raises(InputError, match="Je tekst is 4001 tekens lang"):
        entering.free_text("t" * 4001)
