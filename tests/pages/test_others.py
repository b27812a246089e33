"""Asking others and answering by a link, screen by screen."""

import re
from uuid import UUID

import pytest

from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.ui import screens, session
from ibreflect.usecases import answering, asking, fill_in, rounds
from tests.pages.conftest import begin
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others


@pytest.fixture
def round_id(store: Store, noor: Person) -> UUID:
    return others.begin(store, noor, "rolhelderheid", "positionering")


def _links(visitor: Visitor) -> list[str]:
    shown = [str(each.value) for each in visitor.app.code]
    return [re.findall(rf"{session.CODE}=([\w-]+)", text)[0] for text in shown]


def _enter(token: str, screen: screens.Screen = screens.JOIN) -> Visitor:
    return Visitor().go(screen, **{session.CODE: token})


def test_a_round_with_only_the_core_says_what_is_needed(store: Store, noor: Person) -> None:
    begin(store, noor)
    assert "module" in Visitor().go(screens.OTHERS).text


def test_the_link_for_the_schoolleider_is_shown_once(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = Visitor().go(screens.OTHERS).press("vraag_schoolleider")
    (token,) = _links(visitor)
    assert answering.state(store, token) is answering.State.OPEN
    assert not _links(visitor.open())
    assert "Er is een link" in visitor.text


def test_links_for_the_team(store: Store, noor: Person, round_id: UUID) -> None:
    visitor = Visitor().go(screens.OTHERS).press("vraag_team")
    tokens = _links(visitor)
    assert len(set(tokens)) == 5
    assert "Nog te weinig antwoorden" in visitor.open().text


def test_two_links_for_a_team_are_refused_in_words(
    store: Store, noor: Person, round_id: UUID
) -> None:
    visitor = Visitor().go(screens.OTHERS)
    visitor.app.number_input(key="aantal_links").set_value(2)
    visitor.press("vraag_team")
    assert "minstens 3" in str(visitor.app.error[0].value)


def test_opening_a_link_changes_nothing_and_tells_who_reads_what(
    store: Store, noor: Person, round_id: UUID
) -> None:
    token = asking.ask_leader(store, noor, round_id)
    visitor = _enter(token)
    assert visitor.title == "Voor de schoolleider"
    assert "op jouw naam" in visitor.text
    assert not answering.visit(store, token).has_begun
    team = _enter(asking.ask_team(store, noor, round_id, count=3)[0])
    assert "Niemand ziet wat jij antwoordde" in team.text
    assert team.title == "Noor vraagt je mee te kijken"


def test_the_schoolleider_answers_to_the_end(store: Store, noor: Person, round_id: UUID) -> None:
    token = asking.ask_leader(store, noor, round_id)
    visitor = _enter(token).press_primary()
    assert visitor.title == "Jouw antwoorden"
    visitor.answer("MR1", 4).answer("MR2", 2)
    assert "Opgeslagen." in visitor.status
    again = _enter(token)
    assert again.item("MR1").value == 4
    visitor = _enter(token, screens.JOIN_HAND_IN).press("inleveren")
    assert visitor.title == "Dank je wel"
    assert answering.state(store, token) is answering.State.HANDED_IN
    assert _enter(token).title == "Dank je wel"


@pytest.mark.parametrize("token", ["", "onzin", "x" * 5000, "../../etc", "<b>=1+1</b>"])
@pytest.mark.parametrize("screen", [screens.JOIN, screens.JOIN_HAND_IN])
def test_a_strange_link_gets_one_friendly_page(
    store: Store, noor: Person, token: str, screen: screens.Screen
) -> None:
    assert _enter(token, screen).title == "Deze link werkt niet"


def test_a_closed_round_says_so(store: Store, noor: Person, round_id: UUID) -> None:
    token = asking.ask_leader(store, noor, round_id)
    others.finish_scan(store, noor, round_id, {"LC1": 3})
    rounds.close(store, noor, round_id)
    assert _enter(token).title == "De vragen zijn gesloten"


def test_together_shows_voices_only_when_both_are_done(
    store: Store, noor: Person, round_id: UUID
) -> None:
    others.finish_scan(store, noor, round_id, {"MR1": 2, "PO11": 3, "PO11.wens": 4})
    visitor = Visitor().go(screens.TOGETHER)
    assert "De schoolleider heeft nog niet geantwoord" in visitor.text
    others.leader_answers(store, noor, round_id, {"MR1": 5})
    shown = Visitor().go(screens.TOGETHER)
    assert "**ib'er en schoolleider**" in shown.text
    assert "helemaal duidelijk" in shown.table(0).to_string()


def test_a_scan_that_both_can_see_is_not_reopened(
    store: Store, noor: Person, round_id: UUID
) -> None:
    others.finish_scan(store, noor, round_id, {"MR1": 2})
    others.leader_answers(store, noor, round_id, {"MR1": 5})
    Visitor().go(screens.ROUNDS).press("heropen")
    assert rounds.one(store, noor, round_id).handed_in


def test_the_wish_is_asked_beside_a_number_and_kept(store: Store, noor: Person) -> None:
    round_id = others.begin(store, noor, "critical-friend-sturend")
    visitor = Visitor().go(screens.SCAN, deel="critical_friend")
    assert not _has(visitor, "CF1.wens")
    visitor.answer("CF1", 4)
    assert _has(visitor, "CF1.wens")
    visitor.answer("CF1.wens", 3)
    kept = fill_in.scan(store, noor, round_id).kept
    assert {item: each.given for item, each in kept.items()} == {"CF1": 4, "CF1.wens": 3}
    assert Visitor().go(screens.SCAN, deel="critical_friend").item("CF1.wens").value == 3


def _has(visitor: Visitor, answer_id: str) -> bool:
    return any(f":{answer_id}:" in str(each.key) for each in visitor.app.segmented_control)
