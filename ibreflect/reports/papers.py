"""The papers that a school needs around ibreflect, filled with what is so in its installation.

The texts lie in `paper_texts/`, as Markdown with Jinja in it. What only a school knows, it fills in
itself: `[vul in: …]`.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ibreflect.measure.dutch import listed
from ibreflect.model.asking import GROUP_WORDS
from ibreflect.model.days import in_dutch
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.reports.word_file import word_file

_TEXTS = Path(__file__).with_name("paper_texts")


class Period(NamedTuple):
    """How long something is kept: what it is and until when, in words."""

    what: str
    until: str


class Facts(NamedTuple):
    """What is so in one installation.

    `address` is where people open it; `ways` are the ways to sign in, in words, empty when nobody
    has to. `mail` is the protection of the way to the mail server (starttls, tls, none), empty when
    ibreflect mails nothing. `floors` say from how many people on a group is shown. `items` and
    `minutes` are those of the core scan.
    """

    version: str
    today: date
    is_together: bool
    address: str
    ways: tuple[str, ...]
    mail: str
    floors: Mapping[RaterGroup, int]
    text_floor: int
    detail_floor: int
    periods: tuple[Period, ...]
    idle_minutes: int
    longest_hours: int
    link_days: int
    fetch_minutes: int
    items: int
    minutes: int


class Paper(NamedTuple):
    """A paper: its name in files and addresses, its title, and for whom it is."""

    name: str
    title: str
    purpose: str

    @property
    def file_name(self) -> str:
        """The name of its file."""
        return f"ibreflect-{self.name}.docx"


PAPERS = (
    Paper("medezeggenschap", "Tekst voor de (P)(G)MR", "Om instemming te vragen."),
    Paper("privacyverklaring", "Privacyverklaring", "Voor wie gevraagd wordt te antwoorden."),
    Paper("verwerkingsregister", "Register van verwerkingen", "Voor het register van het bestuur."),
    Paper("dpia", "DPIA (concept)", "Om met de functionaris gegevensbescherming af te maken."),
    Paper("toegankelijkheid", "Toegankelijkheidsverklaring", "Wat werkt, en wat nog niet."),
    Paper("normenkader", "Bij het Normenkader IBP FO", "Waar ibreflect bij helpt, met bewijs."),
)


def text(paper: Paper, facts: Facts) -> str:
    """A paper as Markdown: headings, paragraphs, lists and tables."""
    said = _ENVIRONMENT.get_template(f"{paper.name}.md").render(
        facts._asdict(),
        title=paper.title,
        day=in_dutch(facts.today),
        groups=[(GROUP_WORDS[group], floor) for group, floor in facts.floors.items()],
        lowest_floor=min(facts.floors.values()),
        is_sealed=facts.address.startswith("https:"),
    )
    return f"{said.strip()}\n"


def file(paper: Paper, said: str) -> bytes:
    """What `text` gave, as a document for a word processor (.docx) that the school completes."""
    return word_file(said, title=f"{paper.title} – ibreflect")


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_TEXTS),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 -- what comes out is Markdown, not HTML
    )
    made.filters["listed"] = listed
    return made


_ENVIRONMENT = _environment()
