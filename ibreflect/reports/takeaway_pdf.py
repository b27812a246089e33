"""What somebody takes along as a report to read."""

from pathlib import Path

from ibreflect.model.takeaway import Readable
from ibreflect.reports.pdf_file import pdf_file
from ibreflect.reports.takeaway_chapters import chapters

_TITLE = "Mijn gegevens uit ibreflect"
_TEMPLATE = Path(__file__).with_name("takeaway.typ")


def takeaway_pdf(found: Readable) -> bytes:
    """The bytes of a PDF file; the same for the same data."""
    return pdf_file(
        chapters(found), title=_TITLE, author=found.taken.person.name, template=_TEMPLATE
    )
