"""Netwerk: an ib'er lets a round count, a coach makes a picture, everybody sees the same."""

import pytest

from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import NETWORK
from ibreflect.usecases import counting
from tests.pages.talk_scene import sign_in
from tests.pages.visitor import Visitor
from tests.store import scans
from tests.usecases.networked import counted, iber, join, scan, school
from tests.usecases.organisation import Organisation, organisation

SCHOOLS = 10


@pytest.fixture
def folk(store: Store) -> Organisation:
    """Ten schools, of which nine count today; the tenth handed in and did not choose yet."""
    everybody, today = organisation(store), resources.today()
    join(store, *range(SCHOOLS))
    for number in range(1, SCHOOLS):
        counted(store, number, 2 + number % 3, today)
    items = scans.instrument().questionnaire.items
    scan(store, iber(0), school(0), {each.id: 3 for each in items}, today)
    return everybody


def _as(store: Store, who: object) -> Visitor:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, who)}  # type: ignore[arg-type]
    visitor.go(NETWORK)
    assert not visitor.app.exception
    return visitor


def test_from_choosing_to_the_picture_that_everybody_sees(store: Store, folk: Organisation) -> None:
    coach = _as(store, folk.coach)
    assert "Er zijn nog niet genoeg nieuwe meetrondes" in coach.text

    ib = _as(store, iber(0))
    assert "Je antwoord op één stelling, je teksten en je naam gaan nooit mee." in ib.text
    assert "Telt mee in PO Zuid" in ib.press("tel:").text

    made = _as(store, folk.coach).press("netwerk_maken")
    assert not made.app.exception
    assert "uit minstens 10 meetrondes van minstens 10 scholen" in made.text

    # Once: a coach chooses from the schools for whom a code is.
    for who, most in ((iber(1), 0), (folk.an, 0), (folk.coach, 1)):
        text = _as(store, who).text
        assert "De groepen scholen liggen tussen" in text
        assert not any(iber(number).name in text for number in range(2, SCHOOLS))
        assert all(text.count(f"School {number}") == most for number in range(2, SCHOOLS))


def test_who_stops_counts_no_more(store: Store, folk: Organisation) -> None:
    ib = _as(store, iber(3)).press("stop:")
    assert "Deze meetronde telt niet meer mee." in ib.text
    assert [each.until for each in counting.mine(store, iber(3))] == [None]


def test_without_a_picture_it_says_when_there_will_be_one(store: Store, folk: Organisation) -> None:
    assert "Er is nog geen beeld van PO Zuid." in _as(store, folk.an).text
    assert "Maak een nieuw beeld" not in _as(store, folk.an).text
