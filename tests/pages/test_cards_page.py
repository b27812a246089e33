"""Gesprekskaarten: to choose from by who is talking, and one in large type for a whole room."""

import shutil
from pathlib import Path

import pytest

from ibreflect.model.card import Audience
from ibreflect.settings import PROJECT
from ibreflect.store.connection import Store
from ibreflect.ui.screens import CARDS
from ibreflect.usecases.cards import OfferedCard, cards
from tests.pages.visitor import Visitor

FOLDER = PROJECT / "questionnaires"
ALL = cards(FOLDER)


@pytest.mark.parametrize("audience", [None, *Audience])
def test_only_the_cards_of_who_is_talking_are_shown(
    store: Store, audience: Audience | None
) -> None:
    page = Visitor().go(CARDS, **({"voor": audience} if audience else {}))

    assert not page.app.exception
    assert _titles(page) == [each.card.title for each in cards(FOLDER, audience)]


def test_choosing_who_is_talking_is_kept_in_the_address(store: Store) -> None:
    page = Visitor().go(CARDS)
    page.app.selectbox(key="voor").set_value("coach").run()

    assert dict(page.app.query_params) == {"voor": "coach"}
    assert _titles(page) == [each.card.title for each in cards(FOLDER, Audience.COACH)]


def test_a_card_shows_its_questions_and_where_they_come_from(store: Store) -> None:
    text = _plain(Visitor().go(CARDS, voor="schoolleider"))
    (card, origin), *_ = cards(FOLDER, Audience.SCHOOL_LEADER)

    assert card.explanation
    assert card.explanation in text
    assert all(f"- {question}" in text for question in card.questions)
    assert f"Voor de schoolleider. Bron: {origin[0].title}, regels 254-264" in text


def test_one_card_can_be_shown_large_and_turned(store: Store) -> None:
    first, second, third = cards(FOLDER, Audience.SCHOOL_LEADER)
    page = Visitor().go(CARDS, voor="schoolleider", kaart=first.card.id)
    assert _is_large(page, first)
    assert [each.label for each in page.app.button] == ["Volgende kaart"]

    assert _is_large(page.press("blader_right"), second)
    assert _is_large(page.press("blader_right"), third)
    assert [each.label for each in page.app.button] == ["Vorige kaart"]
    assert "Kaart 3 van 3" in page.text

    assert _is_large(page.press("blader_left"), second)
    assert page.app.query_params["kaart"] == second.card.id


@pytest.mark.parametrize(
    "hostile", ["", "<script>", "../gesprekskaarten", "MANDAAT", "\0", "x" * 5000], ids=ascii
)
def test_an_address_that_makes_no_sense_shows_all_cards(store: Store, hostile: str) -> None:
    page = Visitor().go(CARDS, voor=hostile, kaart=hostile)

    assert not page.app.exception
    assert page.title == "Gesprekskaarten"
    assert len(_titles(page)) == len(ALL)


def test_a_card_for_others_is_not_shown_large(store: Store) -> None:
    other = next(each for each in ALL if Audience.TEAM not in each.card.audience)
    assert Visitor().go(CARDS, voor="team", kaart=other.card.id).title == "Gesprekskaarten"


def test_without_cards_the_page_says_where_they_belong(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IBREFLECT_QUESTIONNAIRES", str(_without_cards(tmp_path)))
    page = Visitor().go(CARDS)

    assert not page.app.exception
    assert "Er zijn hier geen gesprekskaarten." in page.text
    assert page.app.page_link


def _without_cards(place: Path) -> Path:
    folder = place / "vragenlijsten"
    folder.mkdir()
    shutil.copy(FOLDER / "rolhelderheid.yaml", folder)
    return folder


def _is_large(page: Visitor, offered: OfferedCard) -> bool:
    return page.title == offered.card.title and not page.app.subheader


def _titles(page: Visitor) -> list[str]:
    return [str(each.value).replace("\\", "") for each in page.app.subheader]


def _plain(page: Visitor) -> str:
    return page.text.replace("\\", "")
