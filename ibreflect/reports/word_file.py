"""A document for a word processor (.docx), from Markdown or from blocks."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.table import Table
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ibreflect.reports.blocks import Block, Drawing, Heading, Question, Row, Tabled, Text, in_words
from ibreflect.reports.plain import some_lines

_READER = MarkdownIt("commonmark").enable("table")
_TEXT_WIDTH = Cm(15)
_LISTS = {"bullet_list": "List Bullet", "ordered_list": "List Number"}


def word_file(text: str, *, title: str) -> bytes:
    """The text as a Dutch document with real headings and tables whose first row is a heading.

    Takes headings, paragraphs, lists of one level and tables, with bold in them; ValueError for
    anything else that Markdown can say.
    """
    document = _document(title)
    for node in SyntaxTreeNode(_READER.parse(text)).children:
        _add(document, node)
    return _bytes(document)


def word_file_of(blocks: Iterable[Block], *, title: str) -> bytes:
    """The same from blocks, in which no text is read as Markdown."""
    document = _document(title)
    document.add_heading(title, level=0)
    for block in blocks:
        _add_block(document, block)
    return _bytes(document)


def _document(title: str) -> WordDocument:
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "ibreflect"
    document.core_properties.language = "nl-NL"
    _speak_dutch(document)
    return document


def _bytes(document: WordDocument) -> bytes:
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _add_block(document: WordDocument, block: Block) -> None:
    match block:
        case Heading(level, text):
            document.add_heading(some_lines(text), level=level)
        case Question(text):
            document.add_paragraph().add_run(some_lines(text)).bold = True
        case Text(text):
            _add_lines(document, text)
        case Tabled(widths, rows):
            _add_rows(document, [tuple(widths), *rows])
        case Drawing(png, alt):
            _add_drawing(document, png, alt)


def _add_lines(document: WordDocument, text: str) -> None:
    for line in some_lines(text).splitlines():
        document.add_paragraph(line)


def _add_drawing(document: WordDocument, png: bytes, alt: str) -> None:
    shape = document.add_picture(BytesIO(png), width=_TEXT_WIDTH)
    shape._inline.docPr.set("descr", some_lines(alt))  # noqa: SLF001


def _add_rows(document: WordDocument, rows: Sequence[Row]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    for row, contents in zip(table.rows, rows, strict=True):
        for cell, content in zip(row.cells, contents, strict=True):
            run = cell.paragraphs[0].add_run(some_lines(in_words(content)))
            run.bold = contents is rows[0] or None
    _name_columns(table)
    document.add_paragraph()


def _add(document: WordDocument, node: SyntaxTreeNode) -> None:
    match node.type:
        case "heading":
            _write(document.add_heading(level=int(node.tag[1:])), node)
        case "paragraph":
            _write(document.add_paragraph(), node)
        case "bullet_list" | "ordered_list":
            for item in node.children:
                _write(document.add_paragraph(style=_LISTS[node.type]), item)
        case "table":
            _add_table(document, [row for part in node.children for row in part.children])
        case other:
            raise ValueError(f"no place in a document for {other}")


def _add_table(document: WordDocument, rows: list[SyntaxTreeNode]) -> None:
    table = document.add_table(len(rows), len(rows[0].children), style="Table Grid")
    for row, read in zip(table.rows, rows, strict=True):
        for cell, content in zip(row.cells, read.children, strict=True):
            _write(cell.paragraphs[0], content, is_bold=read is rows[0])
    _name_columns(table)
    document.add_paragraph()


def _name_columns(table: Table) -> None:
    """Say that the first row names the columns: screen readers and next pages repeat it."""
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001


def _write(paragraph: Paragraph, node: SyntaxTreeNode, *, is_bold: bool = False) -> None:
    for part in _inline(node):
        match part.type:
            case "text" | "softbreak":
                paragraph.add_run(part.content or " ").bold = is_bold or None
            case "strong":
                _write(paragraph, part, is_bold=True)
            case other:
                raise ValueError(f"no place in a document for {other}")


def _inline(node: SyntaxTreeNode) -> Iterable[SyntaxTreeNode]:
    """The pieces of text in a node, out of the paragraphs and lines they are wrapped in."""
    for child in node.children:
        if child.type in {"paragraph", "inline"}:
            yield from _inline(child)
        else:
            yield child


def _speak_dutch(document: WordDocument) -> None:
    """Let a screen reader and a spelling checker read it as Dutch."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")
