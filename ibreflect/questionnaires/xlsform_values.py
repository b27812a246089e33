"""Values out of the cells of a spreadsheet, with the place of each and what is wrong with it."""

import re

from ibreflect.questionnaires.problem import KeyPath
from ibreflect.questionnaires.xlsx_reading import Content, Fault, Place, Row

_WHOLE_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,8})")


class Values:
    """Takes values from rows; remembers where each stood and collects faults."""

    def __init__(self) -> None:
        self.places: dict[KeyPath, Place] = {}
        self.faults: list[Fault] = []

    def note(self, sheet: str, row: Row, name: str, what: str, remedy: str) -> None:
        """Remember that something is wrong in this row."""
        self.faults.append(Fault(Place(sheet, row.number, name), what, remedy))

    def text(self, sheet: str, row: Row, name: str, path: KeyPath | None = None) -> str:
        """The text under a heading, "" when empty; a number is noted as a fault."""
        content = self._content(sheet, row, name, path)
        if isinstance(content, int):
            what = f"hier hoort tekst, maar er staat het getal {content}"
            remedy = "Typ een apostrof voor het getal, of maak de cel eerst op als tekst."
            self.note(sheet, row, name, what, remedy)
        return str(content)

    def number(self, sheet: str, row: Row, name: str, path: KeyPath | None = None) -> Content:
        """The whole number under a heading, also when it was typed as text; else the text."""
        content = self._content(sheet, row, name, path)
        written = isinstance(content, str) and _WHOLE_NUMBER.fullmatch(content)
        return int(content) if written else content

    def listed(self, sheet: str, row: Row, name: str, path: KeyPath) -> list[str]:
        """The words under a heading, which have commas between them."""
        words = self.text(sheet, row, name, path).split(",")
        return [word.strip() for word in words if word.strip()]

    def _content(self, sheet: str, row: Row, name: str, path: KeyPath | None) -> Content:
        if path is not None:
            self.places[path] = Place(sheet, row.number, name)
        return row.cells.get(name, "")
