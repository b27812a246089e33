"""A pasted list of people: read as people paste it, and every mistake told with its line."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.usecases.entering import LONGEST_NAME
from ibreflect.usecases.pasted import MOST_LINES, Pasted, is_address, people

LONGEST_ADDRESS = 254
"""RFC 5321: a path of 256 characters with its two brackets."""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna de Wit", [("Anna de Wit", "")]),
        ("anna@school.nl", [("", "anna@school.nl")]),
        ("Anna de Wit <anna@school.nl>", [("Anna de Wit", "anna@school.nl")]),
        ('"Wit, Anna de" <anna@school.nl>', [("Wit, Anna de", "anna@school.nl")]),
        ("anna@school.nl <anna@school.nl>", [("anna@school.nl", "anna@school.nl")]),
        ("<anna@school.nl>", [("", "anna@school.nl")]),
        # Columns of a spreadsheet, in either order, and with an empty one between.
        ("Anna de Wit\tanna@school.nl", [("Anna de Wit", "anna@school.nl")]),
        ("anna@school.nl\tAnna de Wit", [("Anna de Wit", "anna@school.nl")]),
        ("Anna\tde Wit\t\tanna@school.nl", [("Anna de Wit", "anna@school.nl")]),
        (
            "Anna;anna@school.nl\nBo, bo@school.nl",
            [("Anna", "anna@school.nl"), ("Bo", "bo@school.nl")],
        ),
        ('"Anna";"anna@school.nl"', [("Anna", "anna@school.nl")]),
        # Windows line ends, empty lines and rows.
        ("\r\nAnna\r\n\t\t\r\n;;\r\nBo\r\n", [("Anna", ""), ("Bo", "")]),
        # Two people of one name are two people.
        ("Anna\nAnna", [("Anna", ""), ("Anna", "")]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_lists_as_people_paste_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(people(text, ())) == [Pasted(*each) for each in expected]


def test_every_line_that_cannot_be_read_is_told_with_its_number() -> None:
    text = "\n".join(
        [
            "Anna <anna@school.nl>",
            "Bo; bo@",
            "",
            "Cas\tcas@school.nl\tcas@thuis.nl",
            "Anna nog eens, ANNA@school.nl",
            "x" * (LONGEST_NAME + 1),
            "ik@school.nl",
            "Dirk <geen adres>",
            "Eef",
            "Fem <fem@school.nl>; Gijs <gijs@school.nl>",
            "Hugo <>",
        ]
    )
    with pytest.raises(InputError) as refused:
        people(text, {"Ik@School.nl"})
    lines = dict(each.split(": ", 1) for each in str(refused.value).splitlines())
    assert list(lines) == [
        "Regel 2",
        "Regel 4",
        "Regel 5",
        "Regel 6",
        "Regel 7",
        "Regel 8",
        "Regel 10",
        "Regel 11",
    ]
    assert {lines[each] for each in ("Regel 2", "Regel 4", "Regel 8", "Regel 10", "Regel 11")} == {
        "dit is geen mailadres. Controleer het, of laat het adres weg."
    }
    assert lines["Regel 5"] == lines["Regel 7"]
    assert "langer dan 80 tekens" in lines["Regel 6"]


def test_a_list_has_a_length() -> None:
    assert len(people("Anna\n\n" * MOST_LINES, ())) == MOST_LINES
    with pytest.raises(InputError, match="201 regels"):
        people("Anna\n" * (MOST_LINES + 1), ())


def test_invisible_characters_make_nobody_somebody_else() -> None:
    (found,) = people("An\u202ena\u200b\x00 <anna@school.nl>", ())
    assert found == Pasted("Anna", "anna@school.nl")
    with pytest.raises(InputError, match="Regel 2"):
        people("anna@school.nl\nan\u200bna@school.nl", ())


PIECES = st.sampled_from(
    ["Anna", "anna@school.nl", "<", ">", '"', ",", ";", "\t", "\n", "@", " ", "\\", "(", ")", "é",
     "\u2028", "\x85", "\u202e", "=1+1", "@b.nl", "xn--", ".", ":", "[", "]", "x" * 90]
)  # fmt: skip


@given(
    text=st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=30).map("".join)),
    taken=st.sets(st.sampled_from(["anna@school.nl", "x"])),
)
@example(text='"' * 5000 + "@a.nl>", taken=set())
@example(text="(" * 5000 + "<a@b.nl>", taken=set())
@example(text="a@" + "b." * 4000 + "nl", taken=set())
@example(text="\ud800@school.nl", taken=set())
@example(text="a@xn--a.nl", taken=set())
def test_any_text_gives_people_or_says_what_is_wrong(text: str, taken: set[str]) -> None:
    try:
        found = people(text, taken)
    except InputError:
        return
    addresses = [each.address.casefold() for each in found if each.address]
    assert len(addresses) == len(set(addresses))
    assert not taken & set(addresses)
    for name, address in found:
        assert name or address
        assert len(name) <= LONGEST_NAME
        assert len(address) <= LONGEST_ADDRESS
        assert not address or is_address(address)
        assert name == " ".join(name.split())
