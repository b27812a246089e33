"""The body of a mail: one content, laid out as plain text and as HTML.

The HTML is one column that fits a phone, with its style in place, as mail programs want it. It
fetches nothing, so nobody can see from afar whether a mail was opened.
"""

from html import escape
from typing import NamedTuple

_INK = "#1a1a1a"
_QUIET_INK = "#595959"
_LINE = "#b8b8b8"
_BLUE = "#0b5394"
_PAPER = "#ffffff"
_FONT = "font-family:Arial,Helvetica,sans-serif"
_SMALL = f"font-size:14px;line-height:21px;color:{_QUIET_INK}"


class Fact(NamedTuple):
    """Something that a reader looks up, such as until when: a label and one or more sentences."""

    label: str
    words: str


class Way(NamedTuple):
    """Where a mail leads: what there is to do there, and the link."""

    words: str
    link: str


class Body(NamedTuple):
    """What a mail says; every text is plain, also where it holds a name with '<' in it.

    `opening` is some paragraphs, the greeting first; `way` the one button, None for none; `closing`
    some paragraphs in small letters; `leaving` how to get no more mail, None where nothing leads
    there.
    """

    opening: tuple[str, ...]
    way: Way | None
    facts: tuple[Fact, ...]
    closing: tuple[str, ...]
    leaving: Way | None


def as_text(body: Body) -> str:
    """The body as plain text: paragraphs with a blank line between them, each link on its own."""
    way = [f"{body.way.words}:\n{body.way.link}"] if body.way else []
    leaving = [f"{body.leaving.words}:\n{body.leaving.link}"] if body.leaving else []
    facts = [f"{fact.label}\n{fact.words}" for fact in body.facts]
    return "\n\n".join([*body.opening, *way, *facts, *body.closing, *leaving]) + "\n"


def as_html(body: Body, *, title: str) -> str:
    """The body as an HTML document in Dutch, with the same words; `title` is the mail's subject."""
    inside = "\n".join(
        [
            *(_paragraph(each) for each in body.opening),
            *([_button(body.way)] if body.way else []),
            *(_fact(each) for each in body.facts),
            f'<div style="border-top:1px solid {_LINE};margin:24px 0 16px"></div>',
            *(_paragraph(each, _SMALL) for each in body.closing),
            *([_quiet_way(body.leaving)] if body.leaving else []),
        ]
    )
    return f"""<!DOCTYPE html>
<html lang="nl" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)}</title>
</head>
<body style="margin:0;padding:0;background:{_PAPER}">
<div style="{_FONT};font-size:16px;line-height:24px;color:{_INK};max-width:560px;margin:0 auto;\
padding:24px 20px;overflow-wrap:anywhere">
{inside}
</div>
</body>
</html>
"""


def _paragraph(words: str, style: str = "") -> str:
    return f'<p style="margin:0 0 16px;{style}">{escape(words)}</p>'


def _button(way: Way) -> str:
    # A cell keeps its padding and colour where a mail program takes them from a link.
    return f"""\
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:24px 0 16px">
<tr><td bgcolor="{_BLUE}" style="background:{_BLUE};border-radius:6px">
<a href="{escape(way.link)}" style="display:inline-block;padding:14px 24px;{_FONT};font-size:16px;\
line-height:20px;font-weight:bold;color:{_PAPER};text-decoration:none">{escape(way.words)}</a>
</td></tr>
</table>
<p style="margin:0 0 24px;{_SMALL}">Werkt de knop niet? Dan kun je deze link gebruiken:<br>
{_anchor(way.link, way.link)}</p>"""


def _fact(fact: Fact) -> str:
    label = f"<strong>{escape(fact.label)}</strong>"
    return f'<p style="margin:0 0 16px">{label}<br>\n{escape(fact.words)}</p>'


def _quiet_way(way: Way) -> str:
    return f'<p style="margin:0;{_SMALL}">{_anchor(way.link, way.words)}</p>'


def _anchor(link: str, words: str) -> str:
    return f'<a href="{escape(link)}" style="color:{_BLUE}">{escape(words)}</a>'
