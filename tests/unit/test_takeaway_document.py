"""The document about the exchange format names every field, and the version."""

from collections.abc import Iterator
from typing import Any

from ibreflect.model.takeaway import FORMAT, VERSION, TakeAway
from tests.architecture.source import ROOT

DOCUMENT = (ROOT / "docs" / "uitwisseling.md").read_text(encoding="utf-8")


def test_the_document_names_every_field() -> None:
    schema = TakeAway.model_json_schema()
    fields = set(_fields(schema))
    assert len(fields) > 50
    assert sorted(field for field in fields if f"`{field}`" not in DOCUMENT) == []


def test_the_document_names_every_word_that_a_field_can_hold() -> None:
    schema = TakeAway.model_json_schema()
    words = {word for each in schema["$defs"].values() for word in each.get("enum", ())}
    assert len(words) > 40
    assert sorted(word for word in words if f"`{word}`" not in DOCUMENT) == []


def test_the_document_names_the_format() -> None:
    assert f"`{FORMAT}`" in DOCUMENT
    assert f"versie {VERSION}" in DOCUMENT


def _fields(tree: Any) -> Iterator[str]:
    """Every key of every group that the schema describes."""
    if isinstance(tree, dict):
        yield from tree.get("properties", {})
        for inner in tree.values():
            yield from _fields(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from _fields(inner)
