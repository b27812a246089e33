"""What the other will see of a preparation and when, in sentences, before somebody says ready."""

from collections.abc import Iterator, Mapping, Sequence

from ibreflect.measure.dutch import listed
from ibreflect.measure.preparation import HowFar
from ibreflect.model import topics
from ibreflect.model.days import in_dutch
from ibreflect.model.guide import Seat, Theme
from ibreflect.model.sharing import PART_WORDS
from ibreflect.ui.words import count_of, literal, said
from ibreflect.usecases.preparing import Sheet
from ibreflect.usecases.tabling import Offer


def summary(sheet: Sheet, entries: Mapping[str, str], themes: Sequence[Theme], far: HowFar) -> str:
    """What the other sees, as a list in Markdown, and from when until when."""
    here = sheet.seated
    name = literal(here.conversation.name_of(here.seat.other))
    lines = "\n".join(f"- {literal(said(line))}" for line in _lines(sheet, entries, themes, far))
    return f"**Dit ziet {name}:**\n\n{lines}\n\n{_when(sheet, name)}"


def _lines(
    sheet: Sheet, entries: Mapping[str, str], themes: Sequence[Theme], far: HowFar
) -> Iterator[str]:
    if sheet.offer is not None:
        yield _themes(themes)
        yield from _laid(sheet.offer, entries)
    asked = sheet.seated.guide.questions(sheet.seated.seat)
    shared = [each for each in asked if not each.is_private]
    written = sum(bool(entries.get(each.id, "").strip()) for each in shared)
    if shared:
        yield f"open vragen: {written} van {len(shared)} beantwoord"
    if far.points:
        yield f"punten: {far.points - far.open_points} van {far.points} gekozen"
    if any(each.time for each in themes):
        yield f"hoe je de week verdeelde{', voor zover je die invulde' if far.open_numbers else ''}"
    private = [each for each in asked if each.is_private]
    if private:
        brought = sum(_is_brought(each.id, entries) for each in private)
        yield f"overwegingen: {brought} van {len(private)} op tafel"


def _themes(themes: Sequence[Theme]) -> str:
    if not themes:
        return "geen thema: dan praten jullie alleen over de open vragen"
    titles = listed([f"“{each.title}”" for each in themes])
    return f"{'het thema' if len(themes) == 1 else 'de thema’s'} {titles}"


def _laid(offer: Offer, entries: Mapping[str, str]) -> Iterator[str]:
    """What of the picture and of the own texts was chosen."""
    parts = [PART_WORDS[each].theirs for each in offer.parts if _is_yes(topics.part(each), entries)]
    yield f"uit je beeld: {listed(parts)}" if parts else "niets uit je beeld"
    answers = sum(_is_yes(topics.reflection(each.answer_id), entries) for each in offer.reflections)
    if answers:
        yield f"{count_of(answers, 'antwoord', 'antwoorden')} op je reflectievragen"
    written = sum(_is_yes(topics.entry(str(each.entry_id)), entries) for each in offer.entries)
    if written:
        yield f"{count_of(written, 'regel', 'regels')} uit je logboek"


def _when(sheet: Sheet, name: str) -> str:
    until = ""
    if sheet.seated.seat is Seat.OWNER:
        until = (
            f" {name} kan het lezen tot en met {in_dutch(sheet.seated.conversation.open_until)}."
        )
    return (
        "Pas als jullie allebei klaar zijn, of als het gesprek begint nadat jij klaar was."
        f"{until} Begint het gesprek eerder, dan blijft alles van jou alleen."
    )


def _is_yes(topic: str, entries: Mapping[str, str]) -> bool:
    return entries.get(topic) == topics.YES


def _is_brought(question_id: str, entries: Mapping[str, str]) -> bool:
    """Whether there is an answer, and it is put on the table."""
    has_answer = bool(entries.get(question_id, "").strip())
    return has_answer and _is_yes(topics.brought(question_id), entries)
