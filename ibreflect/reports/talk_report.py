"""The report (verslag) of a conversation as a file: only what the two agreed on."""

from collections.abc import Iterable, Iterator
from datetime import time
from pathlib import Path

from ibreflect.model.days import in_dutch
from ibreflect.model.goal import ENTRY_WORDS, GoalEntry
from ibreflect.model.report import Closing, Report, Said
from ibreflect.reports.blocks import Block, Heading, Question, Tabled, Text
from ibreflect.reports.pdf_file import pdf_file
from ibreflect.reports.word_file import word_file_of

_TEMPLATE = Path(__file__).with_name("talk_report.typ")
_DECIDED = {"Onderwerp": 4, "Wat is afgesproken": 3, "Toelichting": 4}


def report_pdf(report: Report) -> bytes:
    """The bytes of a PDF file, on one page of A4 when it fits there."""
    return pdf_file(blocks(report), title=title(report), author=report.owner, template=_TEMPLATE)


def report_word(report: Report) -> bytes:
    """The bytes of a document for a word processor."""
    return word_file_of(blocks(report), title=title(report))


def title(report: Report) -> str:
    """'Reflectiegesprek, 3 maart 2027'."""
    return f"{report.title}, {in_dutch(report.held_on)}"


def blocks(report: Report) -> Iterator[Block]:
    """The report, block by block; what is empty is left out."""
    yield Text(who(report))
    yield from _under("Wat is besproken", map(_said, report.said))
    yield from _under("Doelen", map(_goal, enumerate(report.closing.goals, 1)))
    if report.decided:
        yield Heading(1, "Wie beslist waarover")
        yield Tabled(_DECIDED, tuple(tuple(each) for each in report.decided))
    ahead = what_comes(report.closing)
    if ahead:
        yield Heading(1, "Wanneer we terugkomen")
        yield Text("\n".join(ahead))


def _under(heading: str, written: Iterable[tuple[Block, ...]]) -> Iterator[Block]:
    """A heading with what stands under it; without that, neither."""
    for number, each in enumerate(written):
        if number == 0:
            yield Heading(1, heading)
        yield from each


def _said(each: Said) -> tuple[Block, ...]:
    return Question(each.title), Text(each.body)


def _goal(numbered: tuple[int, GoalEntry]) -> tuple[Block, ...]:
    number, goal = numbered
    return Question(f"{number}. {goal.behaviour}"), Text("\n".join(lines_of(goal)))


def who(report: Report) -> str:
    """Who talked, and at which school."""
    both = f"{report.owner} en {report.partner}" if report.partner else report.owner
    return f"{both}, {report.school}"


def lines_of(goal: GoalEntry) -> Iterator[str]:
    """Everything about a goal but the behaviour, each in a line; what is empty is left out."""
    words = ENTRY_WORDS
    for field in ("first_step", "evidence", "helper", "partner_part"):
        written = getattr(goal, field)
        if written:
            yield (
                f"{words[field]} {written}"
                if words[field].endswith("?")
                else (f"{words[field]}: {written}")
            )
    yield f"{words['check_on']}: {in_dutch(goal.check_on)}"


def what_comes(closing: Closing) -> tuple[str, ...]:
    """The day on which mandates are looked at again, and the next conversation, as lines."""
    lines = []
    if closing.review_on:
        lines.append(f"Wie waarover beslist, bekijken we opnieuw op {in_dutch(closing.review_on)}.")
    if closing.next_on:
        lines.append(
            f"Het volgende gesprek is op {in_dutch(closing.next_on)}{_at(closing.next_at)}."
        )
    return tuple(lines)


def _at(hour: time | None) -> str:
    return f" om {hour:%H.%M} uur" if hour else ""
