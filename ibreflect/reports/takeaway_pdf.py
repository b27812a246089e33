"""What somebody takes along as a report to read: A4, tagged (PDF/UA-1), the same on any machine.

Typst brings the fonts along. Letters that none of them has, such as emoji, become a box; the other
files have them.
"""

import json
import re
from datetime import date, datetime
from functools import cache
from pathlib import Path

import typst

from ibreflect.model.days import in_dutch
from ibreflect.model.numbers import one_decimal
from ibreflect.model.takeaway import Readable
from ibreflect.reports.plain import some_lines
from ibreflect.reports.takeaway_chapters import Block, Heading, Question, Tabled, chapters
from ibreflect.reports.takeaway_rows import Cell

BOX = "□"

_TITLE = "Mijn gegevens uit ibreflect"
_FOOTER = "Om van te leren, niet om te beoordelen"
_TEMPLATE = Path(__file__).with_name("takeaway.typ")
_TRUTH = {True: "ja", False: "nee"}
# Latin, Greek, Cyrillic, punctuation, currencies, arrows, signs and shapes.
_DRAWN = (
    "\n\u0020-\u0482\u048a-\u04ff\u1e00-\u1eff\u2010-\u2040\u2070-\u209c\u20a0-\u20bf"
    "\u2190-\u22ff\u25a0-\u25ff"
)
_UNKNOWN = re.compile(f"[^{_DRAWN}]")


def takeaway_pdf(found: Readable) -> bytes:
    """The bytes of a PDF file; the same for the same data."""
    written = {
        "title": _TITLE,
        "author": drawn(found.taken.person.name),
        "footer": _FOOTER,
        "blocks": [_block(each) for each in chapters(found)],
    }
    return bytes(
        typst.compile(
            _template(),
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
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def _block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"kind": "heading", "level": level, "text": drawn(text)}
        case Question(text):
            return {"kind": "question", "text": drawn(text)}
        case Tabled(widths, rows):
            return {
                "kind": "table",
                "widths": list(widths.values()),
                "headings": list(widths),
                "rows": [[_cell(each) for each in row] for row in rows],
            }
    return {"kind": "text", "text": drawn(block.text)}


def _cell(content: Cell) -> str:
    match content:
        case None:
            return ""
        case bool():
            return _TRUTH[content]
        case float():
            return one_decimal(content)
        case datetime():
            return f"{in_dutch(content.date())}, {content:%H:%M}"
        case date():
            return in_dutch(content)
    return drawn(str(content))
