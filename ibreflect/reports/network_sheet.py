"""The sheet of a meeting of a network as a file: what is on the screen, and nothing finer."""

from collections.abc import Callable, Iterator
from pathlib import Path

from ibreflect.model.card import Card
from ibreflect.model.days import in_dutch
from ibreflect.model.meeting import Sheet, ThemeSheet, Told
from ibreflect.reports.blocks import Block, Drawing, Heading, Question, Tabled, Text
from ibreflect.reports.pdf_file import pdf_file
from ibreflect.reports.word_file import word_file_of

TITLE = "Netwerkbijeenkomst"
_PURPOSE = (
    "Elke stip is het gemiddelde van een groep van minstens vijf scholen, nooit één school of één "
    "mens. Dit blad is er om samen over te praten, niet om te beoordelen."
)
_TEMPLATE = Path(__file__).with_name("takeaway.typ")

Said = Callable[[str], str]
"""How the organisation says what ibreflect says."""


def sheet_pdf(sheet: Sheet, said: Said) -> bytes:
    """The bytes of a PDF file on A4; the same for the same sheet."""
    return pdf_file(blocks(sheet, said), title=TITLE, author="ibreflect", template=_TEMPLATE)


def sheet_word(sheet: Sheet, said: Said) -> bytes:
    """The bytes of a document for a word processor."""
    return word_file_of(blocks(sheet, said), title=TITLE)


def blocks(sheet: Sheet, said: Said) -> Iterator[Block]:
    """The sheet, block by block, theme by theme."""
    yield Question(sheet.network)
    yield Text(said(made(sheet)))
    yield Text(said(purpose(sheet)))
    for each in sheet.themes:
        yield from _theme(each, said)


def made(sheet: Sheet) -> str:
    """When the picture was made, and of how many schools at least."""
    return (
        f"Beeld van {in_dutch(sheet.made_on)}, uit minstens {sheet.scans} meetrondes van minstens "
        f"{sheet.schools} scholen."
    )


def purpose(sheet: Sheet) -> str:
    """How to read the figures, and what the sheet is for."""
    return f"{_PURPOSE} {sheet.parts}".strip()


def _theme(sheet: ThemeSheet, said: Said) -> Iterator[Block]:
    theme = sheet.theme
    yield Heading(1, said(f"{theme.title} ({theme.minutes} minuten)"))
    yield Text(said(theme.explanation))
    for told in sheet.told:
        yield from _told(told, said)
    yield Heading(2, "Om samen te bespreken")
    yield Question(said(theme.question))
    for card in sheet.cards:
        yield from _card(card, said)


def _told(told: Told, said: Said) -> Iterator[Block]:
    yield Heading(2, said(told.title))
    if told.png:
        about, *further = told.says
        yield Text(said(about))
        yield Drawing(told.png, said(_in_words(told)))
        yield from (Text(said(each)) for each in further)
        return
    for each in told.says:
        yield Text(said(each))
    for line in told.lines:
        yield Text(said(f"– {line}"))
    if told.rows:
        widths = {said(heading): 1 for heading in told.headings}
        yield Tabled(widths, tuple(tuple(said(cell) for cell in row) for row in told.rows))


def _in_words(told: Told) -> str:
    return "; ".join(f"{line}: {dots}" for line, dots in told.rows)


def _card(card: Card, said: Said) -> Iterator[Block]:
    yield Heading(2, said(f"Gesprekskaart: {card.title}"))
    if card.explanation:
        yield Text(said(card.explanation))
    for question in card.questions:
        yield Text(said(f"– {question}"))
