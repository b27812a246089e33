import pytest

from ibreflect.measure.dutch import in_words, listed, number_word


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "nul"),
        (1, "één"),
        (19, "negentien"),
        (20, "twintig"),
        (21, "eenentwintig"),
        (22, "tweeëntwintig"),
        (33, "drieëndertig"),
        (48, "achtenveertig"),
        (99, "negenennegentig"),
        (100, "100"),
    ],
)
def test_numbers_are_spelled_in_dutch(number: int, word: str) -> None:
    assert number_word(number) == word


def test_numbers_in_a_text_become_words() -> None:
    assert in_words("2 van de 22 (6)") == "twee van de tweeëntwintig (zes)"


def test_a_list_reads_as_a_sentence_part() -> None:
    assert [listed(list(parts)) for parts in ("a", "ab", "abc")] == ["a", "a en b", "a, b en c"]
