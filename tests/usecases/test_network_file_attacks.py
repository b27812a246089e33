"""Files for a network that no ib'er made: each is refused in a sentence, and changes nothing."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.access import network_codes
from ibreflect.errors import InputError
from ibreflect.model.network_file import MAX_BYTES
from ibreflect.store.connection import Store
from tests.usecases.filed import TOMORROW, YESTERDAY, Desk, inside, laptop, resealed
from tests.usecases.networked import DAY
from tests.usecases.organisation import ESDOORN, WILG, organisation

ODD = "<b>=1+1</b>"
STRANGE = "iets wat er niet in hoort"
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=9,
)


class Handed(NamedTuple):
    """A desk with a code, and a file that was made with it and not read in."""

    desk: Desk
    code: str
    content: bytes

    @property
    def tree(self) -> dict[str, Any]:
        """What is sealed in the file, to change."""
        return deepcopy(inside(self.code, self.content))


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Handed]:
    """Nothing here is ever read in."""
    folder: Path = tmp_path_factory.mktemp("desk")
    store = Store(folder / "ibreflect.duckdb")
    desk = Desk(store, organisation(store))
    code = desk.code(WILG)
    with laptop(folder / "laptop") as own:
        content = own.file(own.scan(3), code).content
    yield Handed(desk, code, content)
    store.close()


@given(at=st.floats(0, 1, exclude_max=True))
def test_a_file_that_was_cut_short(handed: Handed, at: float) -> None:
    whole = handed.content.rstrip()
    assert handed.desk.refused(whole[: int(at * len(whole))])


@given(at=st.floats(0, 1, exclude_max=True), by=st.integers(1, 255))
def test_a_file_of_which_one_byte_changed(handed: Handed, at: float, by: int) -> None:
    start = handed.content.index(b'"inhoud": "') + len(b'"inhoud": "')
    end = handed.content.rindex(b'"')
    place = start + int(at * (end - start))
    changed = bytearray(handed.content)
    changed[place] ^= by
    found = network_codes.typed(handed.code)
    try:
        token = json.loads(bytes(changed))["inhoud"]
    except (ValueError, KeyError):
        token = ""
    # The last characters of base64 can differ without a byte of what they mean being another.
    if not (token.isascii() and token and network_codes.opened(found, token)):
        assert handed.desk.refused(bytes(changed))


@given(content=st.binary(max_size=300) | _JSON.map(lambda tree: json.dumps(tree).encode()))
def test_a_file_of_anything(handed: Handed, content: bytes) -> None:
    assert handed.desk.refused(content)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "niet heel aangekomen"),
        (b"PK\x03\x04", "niet heel aangekomen"),
        (b"[" * 100_000, "niet heel aangekomen"),
        (b"9" * 100_000, "niet heel aangekomen"),
        (b"[]", "ander soort bestand"),
        (b'{"format": "ibreflect-gegevens", "version": 2}', "ander soort bestand"),
        (b'{"soort": "ibreflect-netwerkscan"}', "beschadigd of veranderd"),
        (b'{"soort": "ibreflect-netwerkscan", "versie": 2}', "nieuwere ibreflect"),
        (b'{"soort": "ibreflect-netwerkscan", "versie": "2"}', "beschadigd of veranderd"),
        (b"x" * (MAX_BYTES + 1), "te groot"),
        (b"[" * 100_000_000, "te groot"),
    ],
    ids=lambda each: repr(each[:30]),
)
def test_what_is_wrong_is_said(handed: Handed, content: bytes, says: str) -> None:
    assert says in handed.desk.refused(content)


def test_a_file_of_another_network_or_made_with_another_code(handed: Handed) -> None:
    desk, strange = handed.desk, network_codes.new_code().text
    assert "niet kent" in desk.refused(resealed(strange, handed.tree))
    forged = resealed(strange, handed.tree, netwerk=str(network_codes.typed(handed.code).invite_id))
    assert "beschadigd of veranderd" in desk.refused(forged)
    moved = json.loads(handed.content)
    moved["netwerk"] = str(network_codes.typed(desk.code(ESDOORN)).invite_id)
    assert "beschadigd of veranderd" in desk.refused(json.dumps(moved).encode())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("choices", {"omgeving": ODD}),
        ("choices", {ODD: "dorp"}),
        ("choices", {"ervaring": "2_5"}),
        ("values", {"a/b": 5.1}),
        ("values", {"kwaliteitscoordinator-2022/care_director": 5.01}),
        ("values", {"kwaliteitscoordinator-2022/care_director": 0.99}),
        ("values", {"kwaliteitscoordinator-2022/care_director": float("nan")}),
        ("values", {"kwaliteitscoordinator-2022/care_director": "3"}),
        ("values", {"kwaliteitscoordinator-2022/care_director": True}),
        ("values", {ODD: 3}),
        ("values", {f"kwaliteitscoordinator-2022/{'a' * 99}": 3}),
        ("values", {"kwaliteitscoordinator-2022/care_director\n": 3}),
        ("values", {f"vragenlijst-{number}/schaal": 3 for number in range(501)}),
        ("gaps", {"kwaliteitscoordinator-2022/care_director": -4.01}),
        ("gaps", {"kwaliteitscoordinator-2022/care_director": 4.01}),
        ("gaps", {ODD: 0}),
        ("judged", [ODD]),
        ("judged", [f"AA{number}" for number in range(1000)] + ["BB1"]),
        ("unseen", ["LC1"]),
        ("unsure", ["MI1"]),
        ("time", {"preventief": 99}),
        ("time", {"preventief": 101, "curatief": -1}),
        ("time", {"preventief": 50, ODD: 50}),
        ("name", ODD),
    ],
    ids=repr,
)
def test_what_no_scan_adds_is_refused_also_with_the_right_code(
    handed: Handed, field: str, value: object
) -> None:
    tree = handed.tree
    tree["added"][field] = value
    assert STRANGE in handed.desk.refused(resealed(handed.code, tree))


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("kind", ODD, STRANGE),
        ("scope", "everything", STRANGE),
        ("scan_id", ODD, STRANGE),
        ("period", ODD, STRANGE),
        ("school_year", ODD, STRANGE),
        ("school_id", str(WILG), STRANGE),
        ("person_id", str(UUID(int=1)), STRANGE),
        ("until", "2999-01-01", STRANGE),
        ("until", YESTERDAY.isoformat(), STRANGE),
        ("made_on", TOMORROW.isoformat(), "die dag komt nog"),
        ("made_on", "2999-01-01", "die dag komt nog"),
        ("made_on", "0001-01-01", STRANGE),
        ("made_on", 0, STRANGE),
    ],
)
def test_what_surrounds_a_scan_is_checked_too(
    handed: Handed, field: str, value: object, says: str
) -> None:
    tree = handed.tree | {field: value}
    assert says in handed.desk.refused(resealed(handed.code, tree))


@given(tree=_JSON)
def test_anything_sealed_with_the_right_code(handed: Handed, tree: object) -> None:
    content = resealed(handed.code, tree)  # type: ignore[arg-type]
    assert STRANGE in handed.desk.refused(content)


def test_a_stop_with_more_in_it_stops_nothing(handed: Handed) -> None:
    stop = {"kind": "stop", "made_on": DAY.isoformat(), "scan_id": str(uuid4())}
    assert STRANGE in handed.desk.refused(resealed(handed.code, stop))


@given(st.integers(0, 24), st.sampled_from(network_codes.ALPHABET))
def test_one_wrong_character_in_a_code_is_noticed(at: int, other: str) -> None:
    bare = network_codes.new_code().text.replace("-", "")
    wrong = bare[:at] + other + bare[at + 1 :]
    if wrong != bare:
        with pytest.raises(InputError, match="tikfout"):
            network_codes.typed(wrong)


@given(st.integers(0, 24), st.integers(0, 24))
def test_two_characters_that_changed_places_are_noticed(one: int, other: int) -> None:
    bare = [*network_codes.new_code().text.replace("-", "")]
    swapped = bare.copy()
    swapped[one], swapped[other] = bare[other], bare[one]
    if swapped != bare:
        with pytest.raises(InputError, match="tikfout"):
            network_codes.typed("".join(swapped))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "Vul de deelnamecode in"),
        (" - ", "Vul de deelnamecode in"),
        ("AAAAA-AAAAA", "heeft 25 tekens"),
        ("O" * 25, "nooit een 0, 1, I, L of O"),
        (ODD, "alleen letters en cijfers"),
        ("\u017f" * 25, "tikfout"),
    ],
)
def test_what_is_wrong_with_a_code_is_said(typed: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        network_codes.typed(typed)


def test_a_code_reads_the_same_with_spaces_small_letters_and_other_dashes() -> None:
    code = network_codes.new_code()
    for text in (code.text.lower(), code.text.replace("-", "  "), code.text.replace("-", "–\n")):
        assert network_codes.typed(text) == code
