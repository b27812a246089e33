"""Where a text comes from, in words: the article and the lines in it."""

from collections.abc import Iterable

from ibreflect.model.source import Citation
from ibreflect.ui.words import literal


def told(origin: Iterable[Citation]) -> str:
    """The articles with their lines, as Markdown: "Een artikel, regels 3-9 en 12; Een ander, …"."""
    return "; ".join(f"{literal(each.title)}, {_where(each.lines)}" for each in origin)


def _where(lines: tuple[str, ...]) -> str:
    *first, last = lines
    if not first:
        return f"regels {last}" if "-" in last else f"regel {last}"
    return f"regels {', '.join(first)} en {last}"
