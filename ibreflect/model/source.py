"""Where something comes from: lines of a document, said so that a reader can look them up."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ibreflect.model.part import SourceDocument


class Citation(NamedTuple):
    """A document and its lines that are pointed to, such as "105-109", in the order given."""

    title: str
    lines: tuple[str, ...]


def citations(
    sources: Iterable[str], documents: Mapping[str, SourceDocument]
) -> tuple[Citation, ...]:
    """References such as "000 r.105-109", one citation per document, in the order of first mention.

    `documents` has every key that the references use.
    """
    lines: dict[str, list[str]] = {}
    for source in sources:
        key, _, where = source.partition(" r.")
        lines.setdefault(key, []).append(where)
    return tuple(Citation(documents[key].title, tuple(found)) for key, found in lines.items())
