"""Mijn ib'ers: what a coach finds there, and what nobody else does."""

from pathlib import Path
from uuid import uuid4

import pytest

from ibreflect.model.person import Person
from ibreflect.model.round import Period, RoundId, SchoolTerm
from ibreflect.model.sharing import Part, ShareId
from ibreflect.store.connection import Store
from ibreflect.ui import resources, shared_in_time_part
from ibreflect.ui.screens import DESK
from ibreflect.usecases import coach_desk, rounds, sharing
from ibreflect.usecases.sharing import USUAL, Wish
from tests.pages import talk_scene
from tests.pages.conftest import everywhere
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases import talks
from tests.usecases.organisation import WILG, Organisation, organisation

NOTE = "een kiekendief boven het riet"
TERMS = (SchoolTerm("2025/2026", Period.SPRING), SchoolTerm("2026/2027", Period.AUTUMN))


@pytest.fixture
def people(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def handed_in(store: Store, people: Organisation) -> list[RoundId]:
    """Two handed-in rounds of An."""
    return [_round(store, people.an, each) for each in TERMS]


def _round(store: Store, owner: Person, term: SchoolTerm) -> RoundId:
    wish = rounds.Wish(WILG, term, scans.instrument())
    round_id = rounds.start(store, owner, wish, today=resources.today())
    others.finish_scan(store, owner, round_id, everywhere(4))
    return round_id


def _share(store: Store, people: Organisation, round_id: RoundId) -> ShareId:
    until = resources.today() + USUAL
    wish = Wish(frozenset({Part.ROLES, Part.OVERLAP}), people.coach.person_id, until)
    return sharing.share(store, people.an, round_id, wish, now=resources.moment())


def _looks(store: Store, person: Person, **address: str) -> Visitor:
    visitor = Visitor()
    visitor.app.user = {"session": talk_scene.sign_in(store, person)}
    visitor.go(DESK, **address)
    assert not visitor.app.exception
    return visitor


def test_with_nobody_it_says_how_somebody_gets_there(store: Store, people: Organisation) -> None:
    coach = _looks(store, people.coach)
    assert "Er deelt nu niemand iets met je" in coach.text
    assert not coach.app.text_area
    assert "Hoe het werk is ingericht" in coach.text
    assert not [each.name for each in (people.an, people.bo) if f"**{each.name}**" in coach.text]


def test_what_is_shared_and_planned_stands_with_the_iber(
    store: Store, people: Organisation, handed_in: list[RoundId], tmp_path: Path
) -> None:
    _share(store, people, handed_in[1])
    talk_scene.planned(store, people.an, people.coach, tmp_path, guide_id=talks.COACH)
    coach = _looks(store, people.coach)
    assert [each.value for each in coach.app.subheader][:1] == ["An"]
    told = coach.text.replace("\\", "")
    assert "Deelt van najaar 2026: de drie rollen en waar de rollen samenkomen." in told
    assert "Voorbereiden" in coach.text
    assert "Jouw voorbereiding is nog niet klaar." in coach.text
    assert "naast elkaar" not in coach.text
    assert "Schrijf wat je ook hardop zou zeggen." in coach.text


def test_a_note_is_kept_when_it_is_left_and_shut_when_the_share_is_withdrawn(
    store: Store, people: Organisation, handed_in: list[RoundId]
) -> None:
    share_id = _share(store, people, handed_in[1])
    coach = _looks(store, people.coach)
    coach.app.text_area[0].set_value(NOTE).run()
    assert "Opgeslagen." in coach.text
    again = _looks(store, people.coach)
    assert again.app.text_area[0].value == NOTE

    sharing.withdraw(store, people.an, share_id, now=resources.moment())
    again.app.text_area[0].set_value("een ander woord").run()
    shut = _looks(store, people.coach)
    assert not [each for each in (NOTE, "An\n", "ander woord") if each in shut.text]
    assert "nog 1 aantekening over iemand" in shut.text
    shut.press("wis_gesloten")
    assert "De aantekeningen zijn gewist." in shut.text
    assert coach_desk.closed_notes(store, people.coach, now=resources.moment()) == 0


def test_two_rounds_are_laid_beside_each_other_until_one_is_withdrawn(
    store: Store, people: Organisation, handed_in: list[RoundId]
) -> None:
    shares = [_share(store, people, each) for each in handed_in]
    assert "Leg 2 meetrondes naast elkaar" in _looks(store, people.coach).text
    coach = _looks(store, people.coach, **{shared_in_time_part.PERSON: people.an.person_id.hex})
    told = coach.text.replace("\\", "")
    cards = [told.index(f"De school: De Wilg, {each.label}") for each in TERMS]
    assert cards == sorted(cards)
    assert max(cards) < told.index("Per rol alle meetrondes onder elkaar")
    assert list(coach.table(0)["Meetronde"])[:1] == ["voorjaar 2026"]

    sharing.withdraw(store, people.an, shares[0], now=resources.moment())
    coach.open()
    assert "voorjaar 2026" not in coach.text
    sharing.withdraw(store, people.an, shares[1], now=resources.moment())
    coach.open()
    assert "Dit wordt niet (meer) met je gedeeld." in coach.text
    assert "De Wilg" not in coach.text
    for other in (uuid4().hex, "geen-id", people.bo.person_id.hex):
        address = {shared_in_time_part.PERSON: other}
        assert _looks(store, people.coach, **address).text == coach.text


@pytest.mark.parametrize("who", ["an", "leader", "board_member", "administrator"])
def test_for_others_the_page_is_not_there(
    store: Store, people: Organisation, handed_in: list[RoundId], who: str
) -> None:
    _share(store, people, handed_in[0])
    seen = _looks(store, getattr(people, who))
    assert seen.title == "Niet gevonden"
    assert "Deelt van" not in seen.text
