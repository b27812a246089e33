"""A remark that tells who wrote it gets a friendly word; an ordinary one gets none."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.access.telltales import STYLE_WARNING, TIP, names_in, telltales
from ibreflect.questionnaires.load import load_folder
from tests.unit.telltale_examples import not_telling, telling

SAYS = {
    "naam": "Dit lijkt op een naam: ",
    "groep": "Je noemt een groep of bouw: ",
    "moment": "Dit kan wijzen op één moment: ",
    "rol": "Hier vertel je iets over jezelf: ",
    "contact": "Dit lijkt op een e-mailadres of telefoonnummer: ",
    "stijl": "Dit valt op: ",
}
SHIPPED = [
    item.other_text
    for instrument in load_folder(Path("questionnaires"))
    for item in instrument.questionnaire.items
    if item.other_text
]
# Pieces that patterns begin with, so that a search comes far into each of them.
PIECES = st.sampled_from(
    (
        "juf_|A|ik als_|groep 3|/4|_en_|toen_|zoals ik_|bij mijn_|06|-1|+31_|a@|b.|!|👍🏽|שלום|é|_"
        "|onderbouw|als bouw|ons_|1-2-|2025-|Linda's|IB'ER_|'|e\u0301|\u200d|\ufe0f|\u202e|\ud800"
        "|\x00|\n"
    )
    .replace("_", " ")
    .split("|")
)
ANYTHING = st.one_of(st.text(max_size=400), st.lists(PIECES, max_size=80).map("".join))


@pytest.mark.parametrize(("kind", "remark", "words"), telling())
def test_what_tells_is_named(kind: str, remark: str, words: tuple[str, ...]) -> None:
    named = ", ".join(f"“{word}”" for word in words)
    assert any(said.startswith(f"{SAYS[kind]}{named}. ") for said in telltales(remark))


@pytest.mark.parametrize("remark", not_telling())
def test_an_ordinary_remark_gets_no_warning(remark: str) -> None:
    assert telltales(remark) == ()


def test_the_examples_are_many() -> None:
    assert min(Counter(kind for kind, *_ in telling()).values()) >= 16
    assert len(not_telling()) >= 90


@pytest.mark.parametrize("statement", SHIPPED)
def test_no_statement_of_a_questionnaire_gets_a_warning(statement: str) -> None:
    assert telltales(statement) == ()


@pytest.mark.parametrize(
    ("remark", "words"),
    [
        ("linda helpt goed", "linda"),
        ("LINDA helpt goed", "LINDA"),
        ("Linda helpt goed", "Linda"),
        ("wat linda's aanpak oplevert", "linda's"),
        ("wat linda\u2019s aanpak oplevert", "linda's"),
        ("lindas aanpak", "lindas"),
        ("vraag linda de jong maar", "linda de jong"),
        ("vraag linda  de\njong maar", "linda de jong"),
        ("vraag het José", "José"),
        ("vraag het jose\u0301 maar", "josé"),
        ("juf Linda helpt", "juf Linda"),
        ("op de regenboog gaat het goed", "de regenboog"),
    ],
)
def test_a_known_name_is_found_however_it_is_typed(remark: str, words: str) -> None:
    (said,) = telltales(remark, ["Linda de  Jong", "José", "De Regenboog"])[:1]
    assert said.startswith(f"{SAYS['naam']}“{words}”. ")


@pytest.mark.parametrize(
    "remark",
    [
        "De jong volwassenen krijgen hulp.",
        "Ik wil graag meer overleg.",
        "Wil je vaker langskomen?",
        "De school is belangrijk.",
        "Het belindaat niet.",
        "de ib'er helpt",
    ],
)
def test_an_ordinary_word_is_no_known_name(remark: str) -> None:
    assert telltales(remark, ["Linda de Jong", "Wil Bakker", "De School", "", "  "]) == ()


def test_names_and_addresses_are_given_by_themselves_each_once() -> None:
    remark = "GEWELDIG! In groep 5 sprak ik linda, en Kees. Mail linda of a@b.nl."
    assert names_in(remark, ["Linda de Jong"]) == ("linda", "Kees", "a@b.nl")
    assert names_in("In groep 5 liep het gisteren vast.") == ()


def test_kinds_come_in_a_fixed_order_and_each_once() -> None:
    remark = (
        "GEWELDIG! Mail a@b.nl. Als ouder van een kind in groep 5 sprak ik gisteren met Linda "
        "en vandaag met Kees, en met Linda."
    )
    said = telltales(remark)
    assert [
        sentence[: len(start)] for sentence, start in zip(said, SAYS.values(), strict=True)
    ] == [*SAYS.values()]
    assert said[0].startswith("Dit lijkt op een naam: “Linda”, “Kees”. ")


def test_five_are_named_and_the_others_counted() -> None:
    (said,) = telltales("Ik zag Noor en Sem en Daan en Fatima en Yusuf en Emma en Zoë.")
    assert "“Noor”, “Sem”, “Daan”, “Fatima”, “Yusuf” en nog 2." in said


def test_a_long_word_is_shortened() -> None:
    (said,) = telltales(f"Mail {'a' * 60}@b.nl")
    assert f"“{'a' * 39}…”" in said


def test_braces_in_a_remark_are_text() -> None:
    (said,) = telltales("vraag {0} maar", ["{0}"])
    assert "“{0}”" in said


@given(ANYTHING, st.lists(st.text(max_size=20), max_size=5))
def test_any_text_is_taken(remark: str, names: list[str]) -> None:
    said = telltales(remark, names)
    assert len(said) <= len(SAYS)
    assert all(
        sentence.startswith(tuple(SAYS.values())) and sentence.endswith((".", "?"))
        for sentence in said
    )


@pytest.mark.parametrize(
    "piece",
    (
        "a|A|Aa_|a.|a-|a'|0|0_|06_|1-|groep 3/|3 en_|zoals ik a_|_|ik als_|bij mijn a|ons a|@a|a@a"
        "|juf van de_|a@a.|+31|Linda_|onderbouw|(0)|1-1-|'s_|!|👍🏽|שלום_|👍\u200d|\u0301\u0316"
        "|\u202e|\ud800|\n"
    )
    .replace("_", " ")
    .split("|"),
)
def test_a_text_of_one_piece_over_and_over_is_read_to_its_end(piece: str) -> None:
    """A search that divides such a run in many ways would not come back at all."""
    remark = (piece * 10_000)[:9_900] + " x@y.nl bel"
    assert isinstance(telltales(remark, ["Linda de Jong"]), tuple)


def test_after_ten_thousand_characters_nothing_is_looked_at() -> None:
    assert telltales("a " * 5_000 + "mail a@b.nl") == ()


def test_the_standing_advice_fits_on_a_phone() -> None:
    assert len(TIP) <= 160
    assert len(STYLE_WARNING) <= 200
