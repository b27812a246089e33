import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ibreflect.errors import QuestionnaireError
from ibreflect.questionnaires.load import parse, problems
from tests.unit.example_questionnaire import GOOD, as_read


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 60_000,
        "- " * 100_000,
        "? " * 100_000,
        "[\n" * 100_000,
        "a: &a [x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n" + "d: [*c, *c, *c]\n" * 5000,
        "titel: |\n" + "\n" * 200_000,
        "titel: '" + "< " * 100_000 + "'",
        "titel: " + "&a" * 100_000,
        "\n" * 200_000 + "\0" * 50_000,
        "k" * 200_000 + ": x",
        "a: 1\n" * 9_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_bomb_is_refused(text: str) -> None:
    assert problems(text, "bom.yaml")


def _is_told_or_read(text: str) -> None:
    try:
        parse(text, "proef.yaml")
    except QuestionnaireError as error:
        told = str(error)
    else:
        return
    # The second is the sentence for an error that nobody foresaw.
    assert told
    assert "kan hier niet staan" not in told


@given(st.text(st.characters(), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    _is_told_or_read(text)


@given(st.text(alphabet="[]{}-?:,&*!|>'\"%@`#<\\ \n\tax0~=", max_size=80))
def test_any_heap_of_yaml_signs_is_read_or_refused(text: str) -> None:
    _is_told_or_read(text)


@given(
    start=st.integers(0, len(GOOD)),
    length=st.integers(0, 40),
    put=st.text(alphabet="[]{}-?:,&*!|>'\" \n\tax0~", max_size=12),
)
def test_any_mutation_of_a_good_file_is_read_or_refused(start: int, length: int, put: str) -> None:
    _is_told_or_read(GOOD[:start] + put + GOOD[start + length :])


def _values() -> SearchStrategy[object]:
    words = st.sampled_from(["", "x", "LC1", "1.0.0", "nvt", "leraar", "<b>", "000 r.1", "a" * 50])
    leaves = st.none() | st.booleans() | st.integers(-9, 99) | words
    return st.recursive(
        leaves,
        lambda part: st.lists(part, max_size=6) | st.dictionaries(words, part, max_size=3),
        max_leaves=8,
    )


def _places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps: list[str | int] = []
    if isinstance(value, dict):
        steps = list(value)
    if isinstance(value, list):
        steps = list(range(len(value)))
    within = [place for step in steps for place in _places(value[step], (*path, step))]  # type: ignore[index]
    return [path, *within] if path else within


@given(data=st.data())
def test_any_value_in_any_place_is_read_or_explained(data: st.DataObject) -> None:
    content = as_read()
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(_places(content)))
        around: object = content
        for step in way:
            around = around[step]  # type: ignore[index]
        around[last] = data.draw(_values())  # type: ignore[index]
    # Every JSON text is a YAML text.
    _is_told_or_read(json.dumps(content, indent=1))
