"""Mandaatkaart, screen by screen: blind, compared, agreed, and the school's own topics."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given
from ibreflect.settings import read_settings
from ibreflect.store import people
from ibreflect.store.connection import Store
from ibreflect.ui.screens import MANDATE
from ibreflect.usecases import mandate, mandate_topics, rounds
from ibreflect.usecases.mandate_agreement import Entry, agree
from tests.pages.conftest import LONG_AGO
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others

OWN: Mapping[str, Given] = {"MI1": 5, "MI2": 4, "MR1": 5}
LEADER: Mapping[str, Given] = {"MI1": 3, "MI2": 4, "MR1": 2}
TEAM: list[Mapping[str, Given]] = [{"MI1": 3, "MI2": 4, "MR1": 3}] * 3


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return others.begin(store, noor, "mandaatkaart", "rolhelderheid")


@pytest.fixture
def compared(store: Store, noor: Person, round_id: UUID) -> UUID:
    others.finish_scan(store, noor, round_id, OWN)
    others.leader_answers(store, noor, round_id, LEADER)
    others.team_answers(store, noor, round_id, TEAM)
    rounds.close(store, noor, round_id)
    return round_id


def plain(visitor: Visitor) -> str:
    """What stands on the screen, without the signs that keep it from being markup."""
    return visitor.text.replace("\\", "")


def charts(visitor: Visitor) -> list[str]:
    return [str(each.proto.alt) for each in visitor.app.get("vega_lite_chart")]


def test_without_a_round_it_says_what_it_is_and_how_to_begin(store: Store, noor: Person) -> None:
    text = plain(Visitor().go(MANDATE))
    assert "Je hebt nog geen meetronde met de mandaatkaart." in text
    assert "Naar Meetrondes" in text
    assert "Anderen vragen" in text
    assert "eindverantwoordelijk" in text


def test_while_blind_it_says_who_still_has_to_answer(
    store: Store, noor: Person, round_id: UUID
) -> None:
    others.leader_answers(store, noor, round_id, LEADER)
    others.team_answers(store, noor, round_id, TEAM)
    visitor = Visitor().go(MANDATE)
    assert "vullen de kaart nog blind in" in plain(visitor)
    assert "De scan van de ib'er is nog niet ingeleverd." in plain(visitor)
    assert not charts(visitor)
    assert not any(word in visitor.text for word in ("beslissen, schoolleider", "Praat hier"))
    assert "leg_vast" not in [str(each.key) for each in visitor.app.button]


def test_compared_it_shows_the_difference_and_what_to_talk_about(compared: UUID) -> None:
    visitor = Visitor().go(MANDATE)
    text = plain(visitor)
    assert "Over één van de twee onderwerpen zijn jullie het eens." in text
    assert "Praat hier het eerst over" in text
    assert "ib'er: beslissen, schoolleider: adviseren, team: adviseren" in text
    assert "Van wie is dit?" in text
    assert "Niemand noemde hier een niveau." in text
    assert len(charts(visitor)) == 2  # the ib'er's mandate, and role clarity
    assert all(each for each in charts(visitor))


def test_agreeing_begins_where_all_agree_and_ends_in_a_table(
    store: Store, noor: Person, compared: UUID
) -> None:
    visitor = Visitor().go(MANDATE)
    levels = {str(each.key).split(":")[3]: each.value for each in _levels(visitor)}
    assert (levels["MI1"], levels["MI2"]) == (None, 4)

    _level(visitor, "MI1").set_value(4)
    _note(visitor, "MI1").set_value("binnen *het* budget")
    visitor.press("leg_vast")

    (version,) = mandate.mandate_map(store, noor, compared).versions
    assert {item: each.level for item, each in version.terms.agreed.items()} == {"MI1": 4, "MI2": 4}
    text = plain(visitor)
    assert "Zo werken wij" in text
    assert "De schoolleider blijft altijd eindverantwoordelijk" in text
    table = next(
        frame
        for frame in (visitor.table(place) for place in range(len(visitor.app.table)))
        if list(frame.columns)[:1] == ["Onderwerp"] and "Verschil" not in frame.columns
    )
    assert str(table.iloc[0, 1]).replace("\\", "") == "meebeslissen (binnen *het* budget)"


def test_what_was_filled_in_stays_when_it_is_refused(
    store: Store, noor: Person, compared: UUID
) -> None:
    visitor = Visitor().go(MANDATE)
    _note(visitor, "MI3").set_value("samen met de bouw")
    visitor.press("leg_vast")

    (error,) = [str(each.value).replace("\\", "") for each in visitor.app.error]
    assert error.startswith("Bij “De schoolanalyse maken” staat een toelichting zonder niveau.")
    assert _note(visitor, "MI3").value == "samen met de bouw"
    assert mandate.mandate_map(store, noor, compared).versions == ()


def test_a_second_version_keeps_the_first_and_a_passed_review_is_reminded_of(
    store: Store, noor: Person, compared: UUID
) -> None:
    for level in (4, 5):
        terms = Entry({"MI1": level}, {}, LONG_AGO, LONG_AGO.replace(year=LONG_AGO.year + 1))
        agree(store, noor, compared, terms)
    visitor = Visitor().go(MANDATE)
    text = plain(visitor)
    assert "Eerdere afspraken (1)" in [each.label for each in visitor.app.expander]
    assert "Versie 1" in text
    assert "zouden jullie deze afspraak opnieuw bekijken" in text
    assert _level(visitor, "MI1").value == 5


def test_the_school_words_its_own_topics(store: Store, noor: Person) -> None:
    visitor = Visitor().go(MANDATE)
    visitor.app.text_area[0].set_value("Een gedragsspecialist inzetten\n\n")
    visitor.app.text_input[2].set_value("")
    visitor.press("bewaar_onderwerpen")

    assert not visitor.app.error
    assert "versie 1.1.0" in plain(visitor)
    assert "Onderwerpen van De Wilg aanpassen" in [each.label for each in visitor.app.expander]
    (topics,) = _topics(store, noor).values()
    assert topics[-1] == "Een gedragsspecialist inzetten"
    assert "De schoolanalyse maken" not in topics


def test_at_two_schools_each_has_its_own_topics(store: Store, noor: Person) -> None:
    people.add_school(store, noor.person_id, "De *Linde*", LONG_AGO)
    visitor = Visitor().go(MANDATE)
    places = visitor.app.selectbox(key="onderwerpen_school")
    assert places.options == ["De *Linde*", "De Wilg"]
    visitor.app.text_area[0].set_value("De tuin verdelen")
    visitor.press("bewaar_onderwerpen")
    assert r"Onderwerpen van De \*Linde\* aanpassen" in [e.label for e in visitor.app.expander]

    visitor.app.selectbox(key="onderwerpen_school").select_index(1).run()
    assert "Nu op de kaart: versie 1.0.0." in visitor.text
    visitor.app.text_area[0].set_value("De bieb inrichten")
    visitor.press("bewaar_onderwerpen")
    last = {school: topics[-1] for school, topics in _topics(store, noor).items()}
    assert last == {"De *Linde*": "De tuin verdelen", "De Wilg": "De bieb inrichten"}


def test_a_topic_that_is_refused_stays_typed(store: Store, noor: Person) -> None:
    visitor = Visitor().go(MANDATE)
    visitor.app.text_area[0].set_value("<b>=1+1</b>")
    visitor.press("bewaar_onderwerpen")

    (error,) = [str(each.value) for each in visitor.app.error]
    assert "<b>" not in error
    assert "de tekst bevat HTML" in error
    assert visitor.app.text_area[0].value == "<b>=1+1</b>"


def _topics(store: Store, actor: Person) -> dict[str, tuple[str, ...]]:
    folder = read_settings().questionnaires
    return {
        school.name: mandate_topics.maps(store, actor, folder, school.school_id).topics
        for school in people.schools_of(store, actor.person_id)
    }


def _levels(visitor: Visitor) -> list[Any]:
    return [each for each in visitor.app.selectbox if str(each.key).endswith(":niveau")]


def _level(visitor: Visitor, item_id: str) -> Any:
    return visitor.app.selectbox(key=_key(visitor, f":{item_id}:niveau"))


def _note(visitor: Visitor, item_id: str) -> Any:
    return visitor.app.text_input(key=_key(visitor, f":{item_id}:toelichting"))


def _key(visitor: Visitor, end: str) -> str:
    fields = (*visitor.app.selectbox, *visitor.app.text_input)
    return next(str(each.key) for each in fields if str(each.key).endswith(end))
