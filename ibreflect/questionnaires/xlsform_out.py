"""A questionnaire as a spreadsheet (XLSForm, .xlsx) that people can edit."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ibreflect.model.questionnaire import Item, Questionnaire, Scale
from ibreflect.questionnaires import xlsform_layout as layout
from ibreflect.questionnaires.perspective import non_answers, numbered, wish_text
from ibreflect.questionnaires.writing import tree_of

_Row = Mapping[str, object]
_WIDE = {"label", "Tekst voor anderen", "Inhoud", "form_title", "Titel"}
_FORMULA_STARTS = ("=", "+", "-", "@")
_AS_TEXT = "@"
_ON_TOP = Alignment(wrap_text=True, vertical="top")
_HEADING = Font(bold=True)


def xlsform(questionnaire: Questionnaire) -> bytes:
    """The bytes of an .xlsx file that `xlsform_in.read` reads back as exactly this questionnaire.

    Every cell is text, also what looks like a formula; only the minutes are a number.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in _sheets(questionnaire).items():
        _fill(workbook.create_sheet(name), layout.HEADINGS[name], rows)
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def _sheets(questionnaire: Questionnaire) -> dict[str, Iterable[_Row]]:
    tree = tree_of(questionnaire)
    return {
        layout.SURVEY: _survey(questionnaire),
        layout.CHOICES: _choices(questionnaire),
        layout.SETTINGS: [{head: tree[key] for head, key in layout.OF_SETTINGS.items()}],
        layout.ABOUT: [
            {"Wat": what, "Inhoud": tree.get(key, "")} for what, key in layout.OF_ABOUT.items()
        ],
        layout.SOURCES: [
            {layout.SOURCE_KEY: key, "Bestand": source.file, "Titel": source.title}
            for key, source in questionnaire.sources.items()
        ],
    }


def _survey(questionnaire: Questionnaire) -> Iterator[_Row]:
    for scale in questionnaire.scales:
        yield _begin(scale)
        yield {
            "type": layout.NOTE,
            "name": f"{scale.id}_uitleg",
            "label": scale.explanation,
        }
        for item in scale.items:
            yield _item(item)
            if questionnaire.wish:
                yield {
                    "type": layout.WISH_TYPE,
                    "name": item.wish_id,
                    "label": wish_text(item, None),
                }
        yield {"type": layout.END}


def _begin(scale: Scale) -> _Row:
    keys = scale.model_dump(mode="json", by_alias=True, exclude={"items"}, exclude_none=True)
    columns = {heading: keys.get(key, "") for heading, key in layout.OF_SCALE.items()}
    return {"type": layout.BEGIN, **columns}


def _item(item: Item) -> _Row:
    keys = item.model_dump(mode="json", by_alias=True)
    return {
        "type": layout.ITEM_TYPE,
        **{heading: keys[key] for heading, key in layout.OF_ITEM.items()},
        **{heading: ", ".join(keys[key]) for heading, key in layout.LISTS_OF_ITEM.items()},
        **{heading: item.voices.get(group, "") for heading, group in layout.VOICES.items()},
        layout.INFERRED: layout.YES if item.inferred else "",
    }


def _choices(questionnaire: Questionnaire) -> Iterator[_Row]:
    lists = {
        layout.ANSWERS: (*numbered(questionnaire.words), *non_answers(questionnaire)),
        layout.WISH: numbered(questionnaire.wish_words),
    }
    for name, choices in lists.items():
        for value, words in choices:
            yield {"list_name": name, "name": str(value), "label": words}


def _fill(sheet: Worksheet, headings: tuple[str, ...], rows: Iterable[_Row]) -> None:
    sheet.freeze_panes = "A2"
    for column, heading in enumerate(headings, start=1):
        sheet.cell(1, column, heading).font = _HEADING
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = 60 if heading in _WIDE else 22
        dimension.number_format = _AS_TEXT
    for number, row in enumerate(rows, start=2):
        for column, heading in enumerate(headings, start=1):
            _put(sheet, (number, column), row.get(heading, ""))


def _put(sheet: Worksheet, place: tuple[int, int], content: object) -> None:
    cell = sheet.cell(*place)
    cell.alignment = _ON_TOP
    if isinstance(content, int):
        cell.value = content
        return
    # Whoever types 2022 or 1.0 in this cell later on, types a text too.
    cell.number_format = _AS_TEXT
    text = str(content)
    if text:
        cell.value = layout.to_cell(text)
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(_FORMULA_STARTS)
