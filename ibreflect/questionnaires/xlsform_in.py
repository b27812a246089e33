"""From a spreadsheet (XLSForm, .xlsx) back to a questionnaire, or everything that is wrong with it.

The cells become the same tree of keys and values as a YAML file, so that both are judged by the
same rules; a map from key paths to cells brings the findings back to sheet, row and column.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ibreflect.errors import QuestionnaireError
from ibreflect.model.questionnaire import NON_ANSWER_WORDS, Questionnaire
from ibreflect.questionnaires import xlsform_layout as layout
from ibreflect.questionnaires.examining import MAX_PROBLEMS, refusal
from ibreflect.questionnaires.load import judge
from ibreflect.questionnaires.problem import Finding, KeyPath, Problem, quoted, shown
from ibreflect.questionnaires.xlsform_survey import SurveyReader
from ibreflect.questionnaires.xlsform_values import Values
from ibreflect.questionnaires.xlsx_reading import Cells, Fault, Place, Row, read_cells

_WORDS = {str(reason): words for reason, words in NON_ANSWER_WORDS.items()}


class _Tree(NamedTuple):
    values: dict[str, Any]
    places: Mapping[KeyPath, Place]


def read(content: bytes, name: str) -> Questionnaire:
    """The questionnaire in an .xlsx file of at most 1 MB; `name` is what messages call the file.

    Raises QuestionnaireError: every problem on its own line, with file, sheet, row and remedy.
    """
    cells = read_cells(content)
    faults = [*cells.faults, *_wrong_sheets(cells)] if cells.headings else [*cells.faults]
    if faults and not _has_all(cells):
        raise _error(faults, name)
    values = Values()
    tree = _tree(cells, values)
    questionnaire, findings = judge(tree.values)
    faults += [*values.faults, *(_as_fault(finding, tree.places) for finding in findings)]
    if questionnaire is not None:
        faults += _wish_words(questionnaire, cells.rows[layout.CHOICES])
    if questionnaire is None or faults:
        raise _error(faults, name)
    return questionnaire


def _wrong_sheets(cells: Cells) -> Iterable[Fault]:
    for sheet, headings in layout.HEADINGS.items():
        if sheet in cells.headings:
            yield from _wrong_headings(sheet, headings, cells.headings[sheet])
            continue
        remedy = "Begin met een Excel-bestand dat ibreflect heeft gemaakt."
        yield Fault(Place("", 0), f"het blad '{sheet}' ontbreekt", remedy)
    for sheet in cells.headings.keys() - layout.HEADINGS.keys():
        if cells.headings[sheet] or cells.rows[sheet]:
            what = f"het blad {quoted(sheet)} is niet bekend"
            yield Fault(Place("", 0), what, "Haal het blad weg; het zou verloren gaan.")


def _wrong_headings(
    sheet: str, headings: tuple[str, ...], found: tuple[str, ...]
) -> Iterable[Fault]:
    for heading in headings:
        if heading not in {*found, *layout.OPTIONAL}:
            what = f"de kolom '{heading}' ontbreekt"
            yield Fault(Place(sheet, 1), what, "Zet dat woord in de eerste rij.")
    for heading in found:
        if heading not in headings:
            what = f"de kolom {quoted(heading)} is hier niet bekend"
            yield Fault(Place(sheet, 1), what, "Haal de kolom weg; ze zou verloren gaan.")


def _has_all(cells: Cells) -> bool:
    """Whether enough is there to look at the content; else one gap would be told many times."""
    return all(
        set(headings) - layout.OPTIONAL <= set(cells.headings.get(sheet, ()))
        for sheet, headings in layout.HEADINGS.items()
    )


def _tree(cells: Cells, values: Values) -> _Tree:
    tree: dict[str, Any] = {"antwoorden": [], "geen_antwoord": [], "bronnen": {}}
    _settings(cells.rows[layout.SETTINGS], tree, values)
    _about(cells.rows[layout.ABOUT], tree, values)
    _choices(cells.rows[layout.CHOICES], tree, values)
    _sources(cells.rows[layout.SOURCES], tree, values)
    tree["schalen"] = SurveyReader(values, tree.get("wens")).scales(cells.rows[layout.SURVEY])
    return _Tree(tree, values.places)


def _settings(rows: tuple[Row, ...], tree: dict[str, Any], values: Values) -> None:
    row = rows[0] if rows else Row(2, {})
    for heading, key in layout.OF_SETTINGS.items():
        tree[key] = values.text(layout.SETTINGS, row, heading, (key,))
    for extra in rows[1:]:
        values.note(layout.SETTINGS, extra, "", "hier hoort maar één rij", "Haal deze rij weg.")


def _about(rows: tuple[Row, ...], tree: dict[str, Any], values: Values) -> None:
    found: dict[str, Row] = {}
    for row in rows:
        what = values.text(layout.ABOUT, row, "Wat")
        if what not in layout.OF_ABOUT or what in found:
            remedy = f"Kies elk één keer: {', '.join(layout.OF_ABOUT)}."
            values.note(layout.ABOUT, row, "Wat", f"{quoted(what)} kan hier niet staan", remedy)
        found[what] = row
    for what, key in layout.OF_ABOUT.items():
        row = found.get(what, Row(1, {}))
        read_value = values.number if key == "minuten" else values.text
        content = read_value(layout.ABOUT, row, "Inhoud", (key,))
        values.places[(key,)] = Place(layout.ABOUT, row.number, what)
        if content != "" or key not in layout.MAY_BE_EMPTY:
            tree[key] = content


def _choices(rows: tuple[Row, ...], tree: dict[str, Any], values: Values) -> None:
    for row in rows:
        kind = values.text(layout.CHOICES, row, "list_name")
        if kind == layout.ANSWERS:
            _choice(row, tree, values)
        elif kind != layout.WISH:
            remedy = f"Kies uit: {layout.ANSWERS}, {layout.WISH}."
            what = f"{quoted(kind)} is geen bekende lijst"
            values.note(layout.CHOICES, row, "list_name", what, remedy)


def _choice(row: Row, tree: dict[str, Any], values: Values) -> None:
    answers, reasons = tree["antwoorden"], tree["geen_antwoord"]
    number = values.number(layout.CHOICES, row, "name")
    if isinstance(number, int):
        path: KeyPath = ("antwoorden", len(answers))
        values.places[(*path, "waarde")] = Place(layout.CHOICES, row.number, "name")
        word = values.text(layout.CHOICES, row, "label", (*path, "woord"))
        answers.append({"waarde": number, "woord": word})
        return
    values.places["geen_antwoord", len(reasons)] = Place(layout.CHOICES, row.number, "name")
    reasons.append(number)
    word = values.text(layout.CHOICES, row, "label")
    if number in _WORDS and word != _WORDS[number]:
        what = f"{quoted(word)} is niet de vaste tekst van {number}"
        remedy = f"Schrijf '{_WORDS[number]}'."
        values.note(layout.CHOICES, row, "label", what, remedy)


def _sources(rows: tuple[Row, ...], tree: dict[str, Any], values: Values) -> None:
    for row in rows:
        key = values.text(layout.SOURCES, row, layout.SOURCE_KEY)
        if key in tree["bronnen"]:
            what = f"de sleutel {quoted(key)} staat er twee keer"
            values.note(layout.SOURCES, row, layout.SOURCE_KEY, what, "Haal er één weg.")
        values.places["bronnen", key] = Place(layout.SOURCES, row.number, layout.SOURCE_KEY)
        tree["bronnen"][key] = {
            name: values.text(layout.SOURCES, row, heading, ("bronnen", key, name))
            for heading, name in layout.OF_SOURCE.items()
        }


def _wish_words(questionnaire: Questionnaire, rows: tuple[Row, ...]) -> Iterable[Fault]:
    """The words of a wish follow from the questionnaire; a sheet that says otherwise misleads."""
    expected = [(str(n), word) for n, word in enumerate(questionnaire.wish_words, start=1)]
    wishes = [row for row in rows if row.cells.get("list_name") == layout.WISH]
    found = [(str(row.cells.get("name")), row.cells.get("label")) for row in wishes]
    if found == expected:
        return
    words = ", ".join(word for _, word in expected)
    remedy = f"Schrijf, genummerd vanaf 1: {words}." if words else "Haal de rijen weg."
    place = Place(layout.CHOICES, wishes[0].number if wishes else 1, "label")
    yield Fault(place, "de woorden van een wens liggen vast en zijn hier anders", remedy)


def _as_fault(finding: Finding, places: Mapping[KeyPath, Place]) -> Fault:
    path = finding.path
    while path and path not in places:
        path = path[:-1]
    return Fault(places.get(path, Place("", 0)), finding.what, finding.remedy)


def _error(faults: Iterable[Fault], name: str) -> QuestionnaireError:
    order = {sheet: number for number, sheet in enumerate(("", *layout.HEADINGS))}
    found = sorted(set(faults), key=lambda each: (order.get(each.place.sheet, 99), each))
    problems = [_as_problem(fault, name) for fault in found[:MAX_PROBLEMS]]
    if len(found) > MAX_PROBLEMS:
        what = "er zijn nog meer problemen"
        problems.append(Problem(shown(name), 0, "", what, "Herstel eerst wat hierboven staat."))
    return refusal(problems)


def _as_problem(fault: Fault, name: str) -> Problem:
    sheet, row, heading = fault.place
    place = quoted(heading) if heading else ""
    return Problem(shown(name), row, place, fault.what, fault.remedy, shown(sheet))
