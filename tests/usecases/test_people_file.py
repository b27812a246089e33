"""Reading the file that a beheerder brings along: what can be understood, and all that is wrong."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.model.membership import Position
from ibreflect.usecases import people_file
from ibreflect.usecases.people_file import COLUMNS, MOST_ROWS, TEMPLATE, Read, Row, read

TODAY = date(2026, 11, 2)
SANNE = Row(
    line=2,
    alliance="",
    board="Stichting Zuid",
    school="De Wilg",
    name="Sanne Noël",
    address="sanne@wilg.nl",
    position=Position.IB_COORDINATOR,
    since=date(2026, 8, 1),
)
TEXT = (
    "Bestuur;School;Naam;Mail;Functie;Vanaf\r\n"
    "Stichting Zuid;De Wilg;Sanne Noël;sanne@wilg.nl;ib'er;1-8-2026\r\n"
)


def _read(text: str) -> Read:
    return read(text.encode(), today=TODAY)


def _problems(text: str) -> str:
    return people_file.listed(_read(text).problems)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_files_of_every_spreadsheet_read_alike(
    encoding: str, delimiter: str, line_end: str
) -> None:
    text = TEXT.replace(";", delimiter).replace("\r\n", line_end)
    assert read(text.encode(encoding), today=TODAY) == Read((SANNE,), ())


def test_a_line_that_tells_the_separator_is_skipped() -> None:
    assert _read("sep=;\r\n" + TEXT).rows == (SANNE._replace(line=3),)


def test_the_example_can_be_read() -> None:
    first, second = read(TEMPLATE, today=TODAY).rows
    assert first.since == second.since == date(2026, 8, 1)
    assert [first.position, second.position] == [Position.IB_COORDINATOR, Position.COACH]


def test_quoted_fields_and_lines_within_them_keep_their_number() -> None:
    found = _read('school,naam,functie\n\n"De ""Wilg"", Zuid","Sanne\nNoël",kok\n,x,ufo\n')
    assert [each.line for each in found.problems] == [3, 5]
    assert "geen functie die ik ken" in found.problems[0].says

    (row,) = _read('school,naam,functie\n"De ""Wilg"", Zuid","Sanne\nNoël",directeur\n').rows
    assert (row.school, row.name) == ('De "Wilg", Zuid', "Sanne Noël")


def test_everything_wrong_is_told_at_once_with_its_line() -> None:
    told = _problems(
        "school;naam;mail;functie;vanaf\n"
        "De Wilg;Sanne;sanne@;conciërge;31-2-2026\n"
        ";Bo;;ib'er;\n"
        "De Wilg;Cas;;;\n"
        "De Wilg;;cas@wilg.nl;;\n"
        f"{'x' * 81};;;;1-1-1900\n"
        "De Wilg;Dilan;;coach;\n"
        "De Wilg;Els;;ib'er;;te veel\n"
    ).splitlines()
    assert [line.split(":")[0] for line in told] == [
        f"Regel {number}" for number in (2, 2, 2, 3, 4, 5, 6, 6, 7, 8)
    ]
    for words in (
        '"sanne@" is geen mailadres',
        '"conciërge" is geen functie die ik ken. Kies ib\'er, schoolleider, coach of',
        '"31-2-2026" is geen dag. Schrijf die als 2026-08-01 of 1-8-2026',
        "Regel 3: waar is deze functie? Vul de kolom school in",
        "een functie ontbreekt",
        "bij dit mailadres ontbreekt een naam",
        "kort de naam van de school in",
        "kies een dag vanaf 1 januari 1980",
        "Regel 7: waar is deze functie? Vul de kolom samenwerkingsverband in",
        "Regel 8: er zijn meer velden dan kolommen",
    ):
        assert words in "\n".join(told)


@pytest.mark.parametrize(
    ("word", "position"),
    [
        ("IB'ER", Position.IB_COORDINATOR),
        ("ib\u2019er", Position.IB_COORDINATOR),
        ("Intern begeleider", Position.IB_COORDINATOR),
        ("kwaliteitscoördinator", Position.IB_COORDINATOR),
        ("Directeur", Position.SCHOOL_LEADER),
        ("bestuurder", Position.BOARD_MEMBER),
    ],
)
def test_people_call_positions_by_many_words(word: str, position: Position) -> None:
    (row,) = _read(f"school,bestuur,naam,functie\nDe Wilg,Zuid,Sanne,{word}\n").rows
    assert row.position is position


def test_names_are_kept_as_they_are_without_what_cannot_be_seen() -> None:
    names = ("=1+1", "<b>Bo</b>", "👩‍🏫 Els", "נועה", "\u202egninE")
    (*rows,) = _read(
        "naam;functie;school\n" + "".join(f"{name};ib'er;De Wilg\n" for name in names)
    ).rows
    assert [row.name for row in rows] == ["=1+1", "<b>Bo</b>", "👩‍🏫 Els", "נועה", "gninE"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "leeg"),
        (b"\r\n;;;\r\n\t\r\n", "leeg"),
        (b"\xef\xbb\xbf", "leeg"),
        (b"PK\x03\x04 no text", "geen CSV-bestand"),
        (b"naam;functie\nSan\0ne;coach\n", "geen CSV-bestand"),
        ("naam;functie\n".encode("utf-16-le"), "geen CSV-bestand"),
        (b"naam\x81;functie\n", "geen CSV-bestand"),
        (b"\xff\xfe\x00", "geen CSV-bestand"),
        (b"Sanne;coach\n", 'Regel 1: "sanne", "coach" is geen kolom die ik ken'),
        (b"naam;naam\n", "Regel 1: een kolom staat er twee keer"),
        (b'"naam;functie\nSanne;coach\n', "Regel 1: de aanhalingstekens"),
        (b"x" * (1024 * 1024), "Regel 1: de aanhalingstekens kloppen niet, of een veld is veel te"),
        (b"x" * (100 * 1024 * 1024), "groter dan 1 MB"),
        (b"naam\n" + b"Jan\n" * 100_000, "100000 regels; er passen er 2000 in"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(InputError) as refused:
        read(content, today=TODAY)
    assert says in str(refused.value)


def test_a_line_that_is_too_long_is_told_with_the_lines_before_it() -> None:
    told = _problems(f"naam;functie\nSanne;ufo\n{'x' * 200_000};coach\nBo;coach\n")
    assert [line.split(":")[0] for line in told.splitlines()] == ["Regel 2", "Regel 3"]


def test_the_largest_list_is_read() -> None:
    rows = _read("school\n" + "".join(f"School {n}\n" for n in range(MOST_ROWS))).rows
    assert len(rows) == MOST_ROWS


_CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["De Wilg", "ib'er", "coach", "a@b.nl", "1-8-2026", "", '"', '""', "9" * 5000]),
)


@given(st.lists(st.lists(_CELLS, max_size=9), max_size=6), st.sampled_from(";,\t"))
@example([["²-²-²"] * 7], ";")
@example([["9" * 5000 + "-1-1"] * 7], ";")
def test_no_list_of_any_cells_breaks_it(lines: list[list[str]], delimiter: str) -> None:
    body = "\n".join(delimiter.join(cells) for cells in lines)
    _either_way(f"{delimiter.join(COLUMNS)}\n{body}".encode(errors="surrogatepass"))


@given(st.binary(max_size=300))
@example(b"sep=")
@example(b"\xff\xfe")
def test_no_bytes_break_it(content: bytes) -> None:
    _either_way(content)


def _either_way(content: bytes) -> None:
    with suppress(InputError):
        found = read(content, today=TODAY)
        assert all(each.line > 0 and each.says for each in found.problems)
