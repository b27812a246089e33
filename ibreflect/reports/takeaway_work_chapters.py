"""Goals, the log, reflection questions and conversations as chapters of a report."""

from collections.abc import Iterable, Iterator

from ibreflect.model.days import in_dutch
from ibreflect.model.goal import OUTCOME_WORDS
from ibreflect.model.log import KIND_WORDS, PLACE_WORDS, STEP_WORDS, THEMES
from ibreflect.model.role import region_name
from ibreflect.model.takeaway import Readable
from ibreflect.model.taken_talks import TakenConversation, TakenReport
from ibreflect.model.taken_work import TakenGoal, TakenLogEntry
from ibreflect.reports import takeaway_work_rows as rows
from ibreflect.reports.blocks import Block, Heading, Question, Text
from ibreflect.reports.talk_report import blocks, lines_of

_TALKS = (
    "Van elk gesprek: wat jij voorbereidde, wat je op tafel legde, je eigen notitie, en de "
    "verslagen die jullie allebei bevestigden. Wat de ander voorbereidde, staat er niet in."
)
_PLANNED = {True: "gepland", False: "spontaan"}
_DEEPER = 3
"""A chapter of the report of a conversation stands below chapter, conversation and report."""


def chapters(found: Readable) -> Iterator[Block]:
    """All of it, block by block; what is empty is left out."""
    taken = found.taken
    answers = ((f"{asked} ({year})", str(body)) for year, asked, body in rows.reflections(found))
    yield from _written(Heading(1, "Mijn doelen"), map(_goal, taken.goals))
    yield from _written(Heading(1, "Mijn logboek"), map(_entry, taken.log))
    yield from _written(Heading(1, "Mijn antwoorden op reflectievragen"), answers)
    if taken.conversations:
        yield Heading(1, "Mijn gesprekken")
        yield Text(_TALKS)
    for conversation in taken.conversations:
        yield from _conversation(conversation)


def _written(heading: Heading, texts: Iterable[tuple[str, str]]) -> Iterator[Block]:
    """A heading with each line in bold and the text below it; nothing without texts."""
    for number, (line, text) in enumerate(texts):
        if number == 0:
            yield heading
        yield Question(line)
        yield Text(text)


def _goal(goal: TakenGoal) -> tuple[str, str]:
    lines = [f"{goal.school}, afgesproken op {in_dutch(goal.agreed_on)}", *lines_of(goal.entry)]
    lines += [f"Notitie van {in_dutch(each.written_on)}: {each.body}" for each in goal.notes]
    if goal.outcome and goal.closed_on:
        lines.append(f"Afgesloten op {in_dutch(goal.closed_on)}: {OUTCOME_WORDS[goal.outcome]}")
    if goal.effect:
        lines.append(f"Wat ik zag veranderen: {goal.effect}")
    return goal.behaviour, "\n".join(lines)


def _entry(entry: TakenLogEntry) -> tuple[str, str]:
    written = [entry.what, ", ".join(filter(None, _facts(entry))), entry.explored, entry.follow_up]
    line = f"{in_dutch(entry.day)}, {KIND_WORDS[entry.kind]}, {entry.school}"
    return line, "\n".join(each for each in written if each)


def _facts(entry: TakenLogEntry) -> tuple[str, ...]:
    """What was chosen, in words; empty where nothing was."""
    return (
        f"thema {THEMES.get(entry.theme, entry.theme)}" if entry.theme else "",
        region_name(entry.roles),
        "" if entry.minutes is None else f"{entry.minutes} minuten",
        "" if entry.is_planned is None else _PLANNED[entry.is_planned],
        "" if entry.step is None else STEP_WORDS[entry.step],
        "" if entry.place is None else PLACE_WORDS[entry.place],
    )


def _conversation(each: TakenConversation) -> Iterator[Block]:
    prepared = ((one.question, one.answer) for one in each.preparation)
    tabled = ((one.heading, one.body) for one in each.tabled)
    yield Heading(2, rows.called(each))
    yield Text(_with_whom(each))
    yield from _written(Heading(3, "Mijn voorbereiding"), prepared)
    yield from _written(Heading(3, "Wat ik op tafel legde"), tabled)
    for report in each.reports:
        yield from _report(report)
    if each.private_note:
        yield Heading(3, "Mijn eigen notitie")
        yield Text(each.private_note)


def _with_whom(each: TakenConversation) -> str:
    company, hour = rows.COMPANY_WORDS[each.company], rows.at(each.planned_at)
    said = f"Een gesprek met een {company}. Je zat aan tafel als {rows.SEAT_WORDS[each.seat]}."
    return f"{said} Het begon om {hour}." if hour else said


def _report(report: TakenReport) -> Iterator[Block]:
    yield Heading(3, f"Verslag, versie {report.number}")
    for block in blocks(rows.as_report(report)):
        match block:
            case Heading(level, text):
                yield Heading(level + _DEEPER, text)
            case _:
                yield block
