"""docs/asvs.md has every requirement of levels 1 and 2 once, and shows what it says is met."""

import re
from collections import Counter
from typing import NamedTuple

import pytest

from tests.architecture.source import ROOT

_TEXT = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (voldoet|n\.v\.t\.|open) \| (.+) \|$")
_QUOTED = re.compile(r"`([^`]+)`")
_IS_PLACE = re.compile(r"^[\w./-]+\.(py|js|md|toml|txt|css)(::\w+)?$")

# Of ASVS 5.0.0: per section the level of each requirement that is not of level 3, by its number.
_LEVELS = {
    "1.1": "22",
    "1.2": "111112222",
    "1.3": "11222222222",
    "1.4": "222",
    "1.5": "12",
    "2.1": "122",
    "2.2": "112",
    "2.3": "1222",
    "2.4": "2",
    "3.2": "11",
    "3.3": "1222",
    "3.4": "112222",
    "3.5": "11122",
    "3.7": "22",
    "4.1": "122",
    "4.2": "2",
    "4.3": "22",
    "4.4": "1222",
    "5.1": "2",
    "5.2": "112",
    "5.3": "11",
    "5.4": "222",
    "6.1": "122",
    "6.2": "111111112222",
    "6.3": "1122",
    "6.4": "1122",
    "6.5": "22222",
    "6.6": "222",
    "6.8": "2222",
    "7.1": "222",
    "7.2": "1111",
    "7.3": "22",
    "7.4": "11222",
    "7.5": "22",
    "7.6": "22",
    "8.1": "12",
    "8.2": "112",
    "8.3": "1",
    "8.4": "2",
    "9.1": "111",
    "9.2": "1222",
    "10.1": "22",
    "10.2": "22",
    "10.3": "2222",
    "10.4": "11111222222",
    "10.5": "22222",
    "10.6": "22",
    "10.7": "222",
    "11.1": "22",
    "11.2": "222",
    "11.3": "112",
    "11.4": "1222",
    "11.5": "2",
    "11.6": "2",
    "12.1": "122",
    "12.2": "11",
    "12.3": "2222",
    "13.1": "2",
    "13.2": "22222",
    "13.3": "22",
    "13.4": "12222",
    "14.1": "22",
    "14.2": "1222",
    "14.3": "122",
    "15.1": "122",
    "15.2": "122",
    "15.3": "1222222",
    "16.1": "2",
    "16.2": "22222",
    "16.3": "2222",
    "16.4": "222",
    "16.5": "222",
    "17.1": "2",
    "17.2": "2222",
    "17.3": "22",
}


class Row(NamedTuple):
    """One requirement: its number, level, what it asks, how it stands, and what shows that."""

    number: str
    level: str
    asks: str
    stands: str
    shown_by: str


ROWS = [Row(*found.groups()) for line in _TEXT.splitlines() if (found := _ROW.match(line))]


def test_there_are_seventy_and_a_hundred_and_eighty_three() -> None:
    levels = Counter("".join(_LEVELS.values()))
    assert levels == {"1": 70, "2": 183}
    assert Counter(row.level for row in ROWS) == levels


def test_every_requirement_has_one_row_with_its_level() -> None:
    every = [
        (f"{section}.{number}", level)
        for section, levels in _LEVELS.items()
        for number, level in enumerate(levels, start=1)
    ]
    assert [(row.number, row.level) for row in ROWS] == every


def test_no_line_of_a_table_is_left_out() -> None:
    lines = [line for line in _TEXT.splitlines() if re.match(r"\| \d", line)]
    assert len(lines) == len(ROWS)


def test_the_totals_are_those_of_the_tables() -> None:
    count = Counter(row.stands for row in ROWS)
    said = f"Voldoet: {count['voldoet']}. N.v.t.: {count['n.v.t.']}. Open: {count['open']}."
    assert said in _TEXT


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.number)
def test_what_is_met_is_shown_and_what_is_named_is_there(row: Row) -> None:
    places = [place for place in _QUOTED.findall(row.shown_by) if _IS_PLACE.match(place)]
    assert not [place for place in places if not _exists(place)]
    assert places or row.stands != "voldoet"


def test_security_documents_name_tests_that_are_there() -> None:
    for name in ("docs/beveiliging.md", "docs/asvs.md", "SECURITY.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "@@" not in text
        named = [place for place in _QUOTED.findall(text) if place.startswith(("tests/", "ibre"))]
        assert not [place for place in named if not _exists(place)]


def test_every_abuse_names_its_test() -> None:
    text = (ROOT / "docs" / "beveiliging.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if re.match(r"\| \d", line)]
    numbers = {int(number) for row in rows for number in re.findall(r"\d+", row.split("|")[1])}
    assert {3, 4, *range(9, 17), 18, *range(26, 33), 38, 41, 42, 43} <= numbers
    assert all("`tests/" in row for row in rows)


def _exists(place: str) -> bool:
    path, _, test = place.partition("::")
    file = ROOT / path
    if not file.exists():
        return False
    return not test or f"def {test}(" in file.read_text(encoding="utf-8")
