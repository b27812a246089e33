"""Delen and Met mij gedeeld: shared by the ib'er, read by one person, withdrawn by the ib'er."""

from uuid import uuid4

import pytest

from ibreflect.access import links
from ibreflect.model.person import Person
from ibreflect.model.round import RoundId
from ibreflect.model.sharing import PART_WORDS, Part, ShareId
from ibreflect.store.connection import Store
from ibreflect.ui import resources, shared_list
from ibreflect.ui.screens import SHARE, SHARED
from ibreflect.usecases import sharing, signing_in
from ibreflect.usecases.sharing import USUAL, Wish
from tests.pages.conftest import everywhere
from tests.pages.visitor import Visitor
from tests.store import rounds_with_others as others
from tests.store import scans
from tests.usecases.organisation import Organisation, organisation

SENTENCE = "Dit wordt niet (meer) met je gedeeld."


@pytest.fixture
def people(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def handed_in(store: Store, people: Organisation) -> RoundId:
    """A handed-in round of An."""
    round_id = scans.begin(store, people.an)
    others.finish_scan(store, people.an, round_id, everywhere(4))
    return round_id


@pytest.fixture
def share_id(store: Store, people: Organisation, handed_in: RoundId) -> ShareId:
    """What An shares with Cas: where roles meet."""
    until = resources.today() + USUAL
    wish = Wish(frozenset({Part.OVERLAP}), people.leader.person_id, until)
    return sharing.share(store, people.an, handed_in, wish, now=resources.moment())


def test_an_iber_chooses_looks_first_and_shares(
    store: Store, people: Organisation, handed_in: RoundId
) -> None:
    visitor = _looks(store, people.an).go(SHARE)
    assert not any(each.value for each in visitor.app.checkbox)
    assert "Dit krijgt Cas te zien" not in visitor.text
    for part in (Part.ROLES, Part.OVERLAP):
        visitor.app.checkbox(key=f"deel:{handed_in.hex}:{part}").check().run()
    assert "Dit krijgt Cas te zien" in visitor.text
    assert "De Wilg, najaar 2026" in visitor.text
    assert "**Cas** ziet" not in visitor.text

    visitor.press("deel")
    assert "Gedeeld met Cas." in visitor.text
    assert "**Cas** ziet de drie rollen en waar de rollen samenkomen\\." in visitor.text
    assert "Nog niet bekeken." in visitor.text
    assert "**An**, De Wilg" in _looks(store, people.leader).go(SHARED).text


def test_of_each_part_it_says_what_the_reader_sees(
    store: Store, people: Organisation, handed_in: RoundId
) -> None:
    visitor = _looks(store, people.an).go(SHARE)
    for part in (Part.ROLES, Part.OVERLAP, Part.ITEMS):
        assert PART_WORDS[part].mine in visitor.text
        assert PART_WORDS[part].meaning in visitor.text
    assert PART_WORDS[Part.OTHERS].mine not in visitor.text


def test_the_reader_opens_it_and_the_iber_sees_that(
    store: Store, people: Organisation, share_id: ShareId
) -> None:
    reading = _looks(store, people.leader).go(SHARED)
    assert "**An**, De Wilg" in reading.text
    assert "alle drie de rollen" not in reading.text
    reading.go(SHARED, **{shared_list.SHARE: share_id.hex})
    card = reading.text.index("De Wilg, najaar 2026")
    assert "niet om te beoordelen" in reading.text[:card]
    assert "Waar de rollen samenkomen" in reading.text[card:]
    assert "alle drie de rollen" in reading.table(0).to_string()
    assert "Bekeken op:" in _looks(store, people.an).go(SHARE).text


def test_after_withdrawing_the_reader_reads_the_same_as_of_what_never_was(
    store: Store, people: Organisation, share_id: ShareId
) -> None:
    reading = _looks(store, people.leader).go(SHARED, **{shared_list.SHARE: share_id.hex})
    assert SENTENCE not in reading.text
    owner = _looks(store, people.an).go(SHARE).press("intrekken")
    assert "Ingetrokken." in owner.text
    assert "Wat je eerder deelde" in owner.text

    reading.open()
    gone = reading.text
    assert SENTENCE in gone
    assert "Waar de rollen samenkomen" not in gone
    for other in (uuid4().hex, "geen-id", "0"):
        visitor = _looks(store, people.leader).go(SHARED, **{shared_list.SHARE: other})
        assert visitor.text == gone


@pytest.mark.parametrize("reader", ["coach", "other_leader"])
def test_a_link_that_was_passed_on_opens_nothing(
    store: Store, people: Organisation, share_id: ShareId, reader: str
) -> None:
    somebody: Person = getattr(people, reader)
    visitor = _looks(store, somebody).go(SHARED, **{shared_list.SHARE: share_id.hex})
    assert SENTENCE in visitor.text
    assert "De Wilg" not in visitor.text


@pytest.mark.parametrize("reader", ["an", "bo", "board_member", "administrator"])
def test_for_others_the_page_is_not_there(
    store: Store, people: Organisation, share_id: ShareId, reader: str
) -> None:
    somebody: Person = getattr(people, reader)
    visitor = _looks(store, somebody).go(SHARED, **{shared_list.SHARE: share_id.hex})
    assert visitor.title == "Niet gevonden"


@pytest.mark.parametrize("position", ["leader", "coach", "board_member", "administrator"])
def test_only_an_iber_can_share(store: Store, people: Organisation, position: str) -> None:
    assert _looks(store, getattr(people, position)).go(SHARE).title == "Niet gevonden"


def test_who_is_switched_off_is_out_at_the_next_click(
    store: Store, people: Organisation, share_id: ShareId
) -> None:
    reading = _looks(store, people.leader).go(SHARED, **{shared_list.SHARE: share_id.hex})
    off = "update person set is_active = false where person_id = $1"
    store.write(lambda work: work.run(off, people.leader.person_id))
    assert reading.open().title == "Meld je eerst aan"
    assert "Waar de rollen samenkomen" not in reading.text


def test_who_works_alone_reads_why_there_is_nobody(store: Store, noor: Person) -> None:
    visitor = Visitor().go(SHARE)
    assert "Je werkt hier alleen" in visitor.text
    assert not visitor.app.button


def test_with_nobody_to_share_with_it_says_what_to_do(
    store: Store, people: Organisation, handed_in: RoundId
) -> None:
    store.write(lambda work: work.run("delete from membership where role <> 'ib_coordinator'"))
    visitor = _looks(store, people.an).go(SHARE)
    assert "Vraag de beheerder" in visitor.text
    assert not visitor.app.checkbox


def test_names_are_shown_as_they_are_typed(
    store: Store, people: Organisation, handed_in: RoundId
) -> None:
    rename = "update person set name = '**Cas** :red[x]' where person_id = $1"
    store.write(lambda work: work.run(rename, people.leader.person_id))
    visitor = _looks(store, people.an).go(SHARE)
    visitor.app.checkbox(key=f"deel:{handed_in.hex}:roles").check().run()
    visitor.press("deel")
    assert "Gedeeld met \\*\\*Cas\\*\\* \\:red\\[x\\]." in visitor.text


def _looks(store: Store, person: Person) -> Visitor:
    """Somebody who is signed in, in a tab of their own."""
    digest = links.session_digest(links.new_token())
    signing_in.by_passkey(store, digest, person.person_id, now=resources.moment())
    visitor = Visitor()
    visitor.app.user = {"session": digest}
    return visitor
