"""Files from outside that are broken, hostile or edited by hand: refused, and nothing is kept."""

import io
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from ibreflect.errors import InputError
from ibreflect.model.person import Person
from ibreflect.store import people as kept_people
from ibreflect.store.connection import Store
from ibreflect.usecases import import_file, people
from tests.store import scans
from tests.usecases import taking_along
from tests.usecases.organisation import LONG_AGO
from tests.usecases.taking_along import edited, propose, zipped

NAME = "ibreflect-gegevens.json"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One for all tests, because a file that is refused changes nothing in it."""
    opened = Store(tmp_path_factory.mktemp("import") / "ibreflect.duckdb")
    people.introduce(opened, name="Noor", school=scans.SCHOOL, today=LONG_AGO)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def actor(store: Store) -> Person:
    owner = people.owner(store)
    assert owner is not None
    return owner


@pytest.fixture(scope="module")
def content(store: Store, actor: Person) -> bytes:
    taking_along.full_person(store, actor)
    taking_along.talk(store, actor)
    return taking_along.file_of(store, actor)


def _refused(content: bytes) -> str:
    with pytest.raises(InputError) as refusal:
        import_file.read(content)
    return str(refusal.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"17",
        b"%PDF-1.7",
        b"\x00\xff\xfe",
        b'{"format": "iets anders", "version": 1}',
        zipped({"foto.jpg": b"x"}),
        zipped({f"{number}.txt": b"x" for number in range(21)} | {NAME: b"{}"}),
    ],
)
def test_another_file_is_no_file_of_ours(content: bytes) -> None:
    assert "geen bestand met gegevens uit ibreflect" in _refused(content) or "beschadigd" in (
        _refused(content)
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"format": "ibreflect-gegevens", "version": NaN}',
        '{"format": "ibreflect-gegevens", "version": Infinity}',
        '{"format": "ibreflect-gegevens", "version": 1e999}',
        '{"format": "ibreflect-gegevens", "format": "ibreflect-gegevens", "version": 1}',
        '{"format": "ibreflect-gegevens", "version": ' + "9" * 5000 + "}",
        '{"format": "ibreflect-gegevens", "person": "\\ud800"}',
        '{"format": "ibreflect-gegevens", "x": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"format": "ibreflect-gegevens", "x": ' + '{"a":' * 100_000 + "1" + "}" * 100_001,
    ],
    ids=["nan", "infinity", "overflow", "double", "digits", "surrogate", "lists", "groups"],
)
def test_what_no_reader_should_trust_is_refused(text: str) -> None:
    assert "beschadigd" in _refused(text.encode())


def test_a_half_file_is_refused(content: bytes) -> None:
    for half in (content[: len(content) // 2], zipped({NAME: content})[:-50]):
        assert "beschadigd" in _refused(half)


def test_a_file_that_unpacks_far_too_large_is_refused_in_little_memory() -> None:
    bomb = zipped({NAME: b" " * 300_000_000})
    assert len(bomb) < import_file.MAX_BYTES
    tracemalloc.start()
    try:
        assert "te groot" in _refused(bomb)
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_a_large_file_and_one_of_very_many_parts_are_refused() -> None:
    assert "te groot" in _refused(b"x" * (import_file.MAX_BYTES + 1))
    assert "te groot" in _refused(b"[" + b"[]," * 1_000_000 + b"[]]")


def test_a_locked_zip_file_is_refused(content: bytes) -> None:
    locked = bytearray(zipped({NAME: content}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(mark) + place] |= 1
    assert "beschadigd" in _refused(bytes(locked))


def test_a_newer_format_asks_for_a_newer_installation(content: bytes) -> None:
    newer = edited(content, lambda tree: tree.update(version=3, more=[]))
    assert "nieuwere versie van ibreflect" in _refused(newer)


Change = Callable[[dict[str, Any]], object]
_EDITS: dict[str, tuple[Change, str]] = {
    "a six": (lambda t: t["rounds"][0]["answers"].update(LC1=6), "rounds[0].answers.LC1"),
    "a half": (lambda t: t["rounds"][0]["answers"].update(LC1=3.5), "rounds[0].answers.LC1"),
    "a word": (lambda t: t["rounds"][0]["answers"].update(LC1="vijf"), "rounds[0].answers.LC1"),
    "true": (lambda t: t["rounds"][0]["answers"].update(LC1=True), "rounds[0].answers.LC1"),
    "too much time": (lambda t: t["rounds"][0]["time"][0].update(percent=101), "percent"),
    "no day": (lambda t: t.update(made_on="gisteren"), "made_on"),
    "a low floor": (lambda t: t["rounds"][0]["others"]["floors"].update(leraar=1), "floors"),
    "another key": (lambda t: t["person"].update(admin=True), "person.admin"),
    "no name": (lambda t: t["person"].pop("name"), "person.name"),
    "a long text": (lambda t: t["rounds"][0]["texts"].update({"opdracht:wens": "x" * 4001}), "te"),
    "markup": (
        lambda t: t["rounds"][0]["others"]["voices"]["rolhelderheid"][0].update(reason="![a](b)"),
        "reason",
    ),
}


@pytest.mark.parametrize("name", _EDITS)
def test_what_was_edited_by_hand_is_told_with_its_place(content: bytes, name: str) -> None:
    change, place = _EDITS[name]
    told = _refused(edited(content, change))
    assert told.startswith("Bij ")
    assert place in told
    assert len(told.splitlines()) == 1


_RULES: dict[str, tuple[Change, str]] = {
    "unknown statement": (lambda t: t["rounds"][0]["answers"].update(XX1=3), "XX1 past niet"),
    "unknown choice": (lambda t: t["rounds"][0]["context"].update(fase="x"), "fase bestaat niet"),
    "unknown text": (lambda t: t["rounds"][0]["texts"].update(x="y"), "tekst x hoort niet"),
    "nothing answered": (lambda t: t["rounds"][0].update(answers={}), "zonder één antwoord"),
    "a strange year": (lambda t: t["rounds"][0].update(school_year="2026/2028"), "bestaat niet"),
    "no questionnaire": (lambda t: t.update(questionnaires=[]), "ontbreekt"),
    "the same round": (lambda t: t["rounds"].append(t["rounds"][0]), "meer dan één keer"),
    "part of a voice": (
        lambda t: t["rounds"][0]["others"]["voices"]["rolhelderheid"][0]["heard"].popitem(),
        "klopt niet",
    ),
    "a floor too few": (
        lambda t: t["rounds"][0]["others"]["floors"].pop("ouder"),
        "de afspraken over het vragen kloppen niet",
    ),
    "a strange region": (
        lambda t: t["rounds"][0]["others"].update(region="oost"),
        "de afspraken over het vragen kloppen niet",
    ),
    "never ended": (
        lambda t: t["rounds"][0].update(is_open=False, handed_in=False),
        "afgesloten zonder dat",
    ),
    "unknown topic": (
        lambda t: t["agreements"][0]["agreed"].update(XX1={"level": 1, "note": ""}),
        "staat niet op de kaart",
    ),
}


@pytest.mark.parametrize("name", _RULES)
def test_what_cannot_be_is_told_in_a_sentence(
    store: Store, actor: Person, content: bytes, name: str
) -> None:
    change, told = _RULES[name]
    with pytest.raises(InputError, match=told):
        propose(store, actor, edited(content, change))


def test_all_problems_are_told_at_once_and_not_without_end(content: bytes) -> None:
    def spoil(tree: dict[str, Any]) -> None:
        answers = tree["rounds"][0]["answers"]
        answers.update(dict.fromkeys(answers, 9))

    lines = _refused(edited(content, spoil)).splitlines()
    assert len(lines) == import_file.MOST_PROBLEMS + 1
    assert lines[-1].startswith("En nog ")


def test_a_zip_file_with_the_name_twice_takes_no_harm(content: bytes) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = _twice(content)
    assert import_file.read(twice).person.name == "Noor"


def _twice(content: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(NAME, b"{}")
        archive.writestr(NAME, content)
    return made.getvalue()


def test_nothing_was_kept_of_what_was_refused(store: Store, actor: Person, content: bytes) -> None:
    before = scans.contents(store)
    for change, _ in _RULES.values():
        with pytest.raises(InputError):
            propose(store, actor, edited(content, change))
    assert scans.contents(store) == before
    assert kept_people.person(store, actor.person_id) == actor
