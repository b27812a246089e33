"""A document to read or print (.pdf): A4, tagged (PDF/UA-1), the same on any machine.

Typst brings the fonts along. Letters that none of them has, such as emoji, become a box; the other
files have them.
"""

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import typst

from ibreflect.reports.blocks import Block, Drawing, Heading, Question, Tabled, in_words
from ibreflect.reports.plain import some_lines

BOX = "□"

_FOOTER = "Om van te leren, niet om te beoordelen"
# Latin, Greek, Cyrillic, punctuation, currencies, arrows, signs and shapes.
_DRAWN = (
    "\n\u0020-\u0482\u048a-\u04ff\u1e00-\u1eff\u2010-\u2040\u2070-\u209c\u20a0-\u20bf"
    "\u2190-\u22ff\u25a0-\u25ff"
)
_UNKNOWN = re.compile(f"[^{_DRAWN}]")


def pdf_file(blocks: Iterable[Block], *, title: str, author: str, template: Path) -> bytes:
    """The bytes of a PDF file with these blocks; the same for the same blocks."""
    written = {
        "title": drawn(title),
        "author": drawn(author),
        "footer": _FOOTER,
        "blocks": [_block(each) for each in blocks],
    }
    return bytes(
        typst.compile(
            _content(template),
            format="pdf",
            pdf_standards=["ua-1"],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(written)},
        )
    )


def drawn(text: str) -> str:
    """The text with a box for each letter that cannot be drawn, and without invisible ones."""
    return _UNKNOWN.sub(BOX, some_lines(text))


@cache
def _content(template: Path) -> bytes:
    return template.read_bytes()


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"kind": "heading", "level": level, "text": drawn(text)}
        case Question(text):
            return {"kind": "question", "text": drawn(text)}
        case Drawing(png, alt):
            return {"kind": "drawing", "png": list(png), "alt": drawn(alt)}
        case Tabled(widths, rows):
            return {
                "kind": "table",
                "widths": list(widths.values()),
                "headings": list(widths),
                "rows": [[drawn(in_words(each)) for each in row] for row in rows],
            }
    return {"kind": "text", "text": drawn(block.text)}
