"""The sheet `survey`: groups with a note, statements and wishes become scales with items."""

from collections.abc import Callable, Iterable
from typing import Any

from ibreflect.questionnaires import xlsform_layout as layout
from ibreflect.questionnaires.layout import Tree
from ibreflect.questionnaires.problem import KeyPath, quoted
from ibreflect.questionnaires.xlsform_values import Values
from ibreflect.questionnaires.xlsx_reading import Place, Row

_SHEET = layout.SURVEY
_PLAIN = {"type", "name", "label"}
_ALLOWED = {
    layout.BEGIN: {"type", *layout.OF_SCALE},
    layout.NOTE: _PLAIN,
    layout.ITEM_TYPE: {
        *("type", layout.INFERRED),
        *(*layout.OF_ITEM, *layout.LISTS_OF_ITEM, *layout.VOICES),
    },
    layout.WISH_TYPE: _PLAIN,
    layout.END: _PLAIN,
}
_NOT_IN_A_GROUP = "deze rij staat niet in een groep"


class SurveyReader:
    """Follows the rows from group to group; what it finds wrong it notes with the values."""

    def __init__(self, values: Values, wish: object) -> None:
        self._values = values
        self._wish = wish
        self._scales: list[dict[str, Any]] = []
        self._is_open = False
        self._rows: dict[str, Callable[[Row], None]] = {
            layout.BEGIN: self._begin,
            layout.NOTE: self._note,
            layout.ITEM_TYPE: self._item,
            layout.WISH_TYPE: self._check_wish,
            layout.END: self._end,
        }

    def scales(self, rows: Iterable[Row]) -> list[dict[str, Any]]:
        """The scales in these rows, as a YAML file would hold them."""
        row = Row(1, {})
        for row in rows:
            self._read(row)
        if self._is_open:
            what = "de laatste groep wordt niet gesloten"
            self._fault(row, "type", what, f"Voeg een rij '{layout.END}' toe.")
        return self._scales

    def _read(self, row: Row) -> None:
        kind = " ".join(self._values.text(_SHEET, row, "type").split())
        read_row = self._rows.get(kind.replace("begin group", "begin_group"))
        if read_row is None:
            what = f"{quoted(kind)} is hier geen bekend soort rij"
            self._fault(row, "type", what, f"Kies uit: {', '.join(self._rows)}.")
            return
        for heading in row.cells.keys() - _ALLOWED.get(kind, _PLAIN | row.cells.keys()):
            what = f"deze cel hoort niet bij een rij van de soort '{kind}'"
            self._fault(row, heading, what, "Maak de cel leeg.")
        read_row(row)

    def _begin(self, row: Row) -> None:
        if self._is_open:
            self._fault(row, "type", "de groep hierboven is nog open", "Zet 'end_group' ertussen.")
        self._is_open = True
        path: KeyPath = ("schalen", len(self._scales))
        scale = self._texts(row, layout.OF_SCALE, path)
        self._values.places[path] = Place(_SHEET, row.number)
        self._scales.append({**scale, "uitleg": "", "stellingen": []})

    def _note(self, row: Row) -> None:
        scale = self._scale(row)
        if scale is None:
            return
        path: KeyPath = ("schalen", len(self._scales) - 1, "uitleg")
        if path in self._values.places:
            self._fault(row, "type", "deze groep heeft al een uitleg", "Maak er één rij van.")
        scale["uitleg"] = self._values.text(_SHEET, row, "label", path)

    def _item(self, row: Row) -> None:
        scale = self._scale(row)
        if scale is None:
            return
        position = len(scale["stellingen"])
        path: KeyPath = ("schalen", len(self._scales) - 1, "stellingen", position)
        self._values.places[path] = Place(_SHEET, row.number)
        item: dict[str, Any] = self._texts(row, layout.OF_ITEM, path)
        voices = {heading: str(group) for heading, group in layout.VOICES.items()}
        spoken = self._texts(
            row, {h: g for h, g in voices.items() if h in row.cells}, (*path, "stemmen")
        )
        for heading, key in layout.LISTS_OF_ITEM.items():
            words = self._values.listed(_SHEET, row, heading, (*path, key))
            if words or key not in layout.MAY_BE_EMPTY:
                item[key] = words
        item |= {"stemmen": spoken} if spoken else {}
        scale["stellingen"].append(item | self._inferred(row, path))

    def _inferred(self, row: Row, path: KeyPath) -> dict[str, bool]:
        word = self._values.text(_SHEET, row, layout.INFERRED, (*path, "afgeleid"))
        if word not in {"", layout.YES}:
            what = f"{quoted(word)} kan hier niet staan"
            self._fault(row, layout.INFERRED, what, "Schrijf 'ja' of laat de cel leeg.")
        return {"afgeleid": True} if word else {}

    def _check_wish(self, row: Row) -> None:
        """A wish follows from its statement; the row only has to stand below the right one."""
        items = self._scales[-1]["stellingen"] if self._scales else []
        expected = f"{items[-1]['id']}.{layout.WISH}" if items else ""
        if not self._is_open or self._values.text(_SHEET, row, "name") != expected:
            what = "deze wens staat niet onder haar stelling"
            self._fault(row, "name", what, "Noem haar naar de stelling erboven, zoals 'LC1.wens'.")
        if not self._wish:
            remedy = f"Vul op het blad '{layout.ABOUT}' een wens in, of haal deze rij weg."
            self._fault(row, "type", "deze vragenlijst vraagt geen wensen", remedy)

    def _end(self, row: Row) -> None:
        if not self._is_open:
            self._fault(row, "type", "er is hier geen groep om te sluiten", "Haal deze rij weg.")
        self._is_open = False

    def _scale(self, row: Row) -> dict[str, Any] | None:
        if not self._is_open:
            remedy = f"Zet er een rij '{layout.BEGIN}' boven en '{layout.END}' onder."
            self._fault(row, "type", _NOT_IN_A_GROUP, remedy)
            return None
        return self._scales[-1]

    def _texts(self, row: Row, columns: Tree, path: KeyPath) -> dict[str, Any]:
        found = {
            str(key): self._values.text(_SHEET, row, heading, (*path, str(key)))
            for heading, key in columns.items()
        }
        return {key: text for key, text in found.items() if text or key not in layout.MAY_BE_EMPTY}

    def _fault(self, row: Row, name: str, what: str, remedy: str) -> None:
        self._values.note(_SHEET, row, name, what, remedy)
