"""What somebody takes along as chapters of a report: about me, each round, and what lies around."""

from collections.abc import Iterable, Iterator, Mapping

from ibreflect.model.days import in_dutch
from ibreflect.model.direction import DIRECTION_POINTS
from ibreflect.model.numbers import one_decimal
from ibreflect.model.questionnaire import Questionnaire, Scale
from ibreflect.model.takeaway import Readable, TakenRound
from ibreflect.reports import takeaway_rows as rows
from ibreflect.reports import takeaway_work_chapters
from ibreflect.reports.blocks import Block, Heading, Question, Row, Tabled, Text
from ibreflect.reports.takeaway_tables import tables

_OTHERS = (
    "Zoals je het zag nadat het vragen was gesloten. Een groep wordt pas getoond als er genoeg "
    "mensen antwoordden; wat één van hen zei, is niet te zien."
)
_HELD = "Je naam, je mailadres en waar je werkt."

_POSITIONS = {"Positie": 2, "Waar": 3, "Vanaf": 2, "Tot en met": 2}
_CARD = {"Vraag": 3, "Antwoord": 2}
_TIME = {"Verdeling": 2, "Deel": 3, "Week": 1, "Procent": 1}
_HEARD = {"Stelling": 5, "Wie": 2, "Mensen": 2, "Getal": 2, "In woorden": 3}
_EVENTS = {"Wanneer (UTC)": 2, "Wat": 5}
_AGREED = {"School": 2, "Afgesproken op": 2, "Onderwerp": 4, "Niveau": 3, "Toelichting": 3}
_SHARED = {
    "Meetronde": 2,
    "School": 2,
    "Wat": 4,
    "Met een": 2,
    "Tot en met": 2,
    "Ingetrokken": 2,
}


def chapters(found: Readable) -> Iterator[Block]:
    """The whole report, block by block."""
    kept = {table.title: table.rows for table in tables(found)}
    yield Heading(1, "Over mij")
    yield Text(_HELD)
    yield Tabled({"Wat": 1, "Inhoud": 3}, kept["Persoon"])
    yield from _under(Heading(2, "Waar ik werk"), _POSITIONS, kept["Posities"])
    for each in found.taken.rounds:
        yield from _round(found, each)
    yield from _directions(found)
    yield from _under(Heading(1, "Wie waarover beslist"), _AGREED, _agreed(found))
    yield from takeaway_work_chapters.chapters(found)
    yield from _under(Heading(1, "Wat ik deelde"), _SHARED, (row[1:] for row in kept["Gedeeld"]))
    yield from _under(Heading(1, "Wat er gebeurde"), _EVENTS, kept["Gebeurtenissen"])


def _round(found: Readable, each: TakenRound) -> Iterator[Block]:
    yield Heading(1, f"Meetronde {rows.term(each)}, {each.school}")
    yield Text(_state(each))
    written = list(rows.texts(found, each))
    if written:
        yield Heading(2, "Mijn opdracht en notities")
    for question, body in written:
        yield Question(str(question))
        yield Text(str(body))
    yield from _under(Heading(2, "De school"), _CARD, rows.context(each))
    yield from _under(Heading(2, "Mijn tijd"), _TIME, rows.time(each))
    for questionnaire in rows.asked(found, each):
        yield Heading(2, questionnaire.title)
        for scale in questionnaire.scales:
            yield from _scale(questionnaire, scale, each)
    yield from _others(found, each)


def _state(each: TakenRound) -> str:
    if not each.handed_in:
        return "Deze scan is nog niet ingeleverd."
    return "Ingeleverd." if each.is_open else "Ingeleverd en afgesloten."


def _scale(questionnaire: Questionnaire, scale: Scale, each: TakenRound) -> Iterator[Block]:
    answered = [item for item in scale.items if item.id in each.answers]
    if not answered:
        return
    yield Heading(3, scale.title)
    widths = {"Stelling": 5, "Antwoord": 2}
    if not questionnaire.wish:
        given = ((item.self_text, each.answers[item.id]) for item in answered)
        written = ((text, rows.in_words(questionnaire, answer)) for text, answer in given)
        yield Tabled(widths, tuple(written))
        return
    wished = (
        (
            item.self_text,
            rows.in_words(questionnaire, each.answers[item.id]),
            rows.in_words(questionnaire, each.answers.get(item.wish_id), wished=True),
        )
        for item in answered
    )
    yield Tabled({**widths, "Wens": 2}, tuple(wished))


def _others(found: Readable, each: TakenRound) -> Iterator[Block]:
    heard = list(rows.others(found, each))
    if not heard:
        return
    yield Heading(2, "Wat anderen zeiden")
    yield Text(_OTHERS)
    for title in dict.fromkeys(str(row[0]) for row in heard):
        yield Heading(3, title)
        yield Tabled(_HEARD, tuple(_heard(row) for row in heard if row[0] == title))
    written = list(rows.remarks(each))
    if written:
        yield Heading(2, "Wat anderen schreven")
    for whose, question, body in written:
        yield Question(f"{question} ({whose})")
        yield Text(str(body))


def _heard(row: Row) -> Row:
    """Without the title and the id; a number and its limit in one."""
    _title, _item_id, text, who, people, number, limit, says = row
    value = one_decimal(number) if isinstance(number, float) else number
    return text, who, people, f"{limit} {value}" if limit else value, says


def _directions(found: Readable) -> Iterator[Block]:
    if found.taken.directions:
        yield Heading(1, "De koers van de school")
    for each in found.taken.directions:
        point = DIRECTION_POINTS[each.point - 1]
        yield Question(f"{each.school}, {in_dutch(each.recorded_on)}: {point}")
        yield Text(each.reason)


def _agreed(found: Readable) -> Iterator[Row]:
    """Without the number and the day of the review, which stand in the other files."""
    for school, _, agreed_on, _, topic, _, level, note in rows.agreements(found):
        yield school, agreed_on, topic, level, note


def _under(heading: Heading, widths: Mapping[str, int], written: Iterable[Row]) -> Iterator[Block]:
    """A heading with a table below it; nothing without rows."""
    found = tuple(written)
    if found:
        yield heading
        yield Tabled(widths, found)
