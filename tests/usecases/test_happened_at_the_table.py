"""What is written down of a conversation and of the expertisekaart, and what is not."""

from pathlib import Path

import pytest

from ibreflect.model import topics
from ibreflect.model.guide import Seat
from ibreflect.model.report import Closing
from ibreflect.model.sharing import Part
from ibreflect.store.connection import Store
from ibreflect.usecases import expertise, happened
from tests.usecases import organisation, talks
from tests.usecases.expertise_card import TODAY as ON_THE_CARD
from tests.usecases.expertise_card import add, one
from tests.usecases.organisation import NOW, WILG, Organisation
from tests.usecases.talks import LATER, Table, goal

OWNER, PARTNER = Seat


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    """A conversation about a round."""
    round_id = talks.with_round(store, folk.an)
    return talks.plan(store, folk.an, folk.leader, tmp_path, round_id=round_id)


def _says(table: Table, seat: Seat = OWNER) -> list[str]:
    return [each.says for each in happened.about_me(table.store, table.who(seat))]


def test_that_something_came_to_lie_on_the_table_is_told_once(table: Table) -> None:
    table.fill(OWNER, {topics.part(Part.ROLES): "ja"})
    table.ready(PARTNER)
    assert _says(table) == []
    table.ready(OWNER, OWNER)
    (told,) = _says(table)
    assert told.startswith("Je legde iets op tafel voor Cas, tot en met ")


def test_without_anything_of_their_own_nothing_is_told(table: Table) -> None:
    table.fill(OWNER, {topics.theme("tijd"): "nee"})
    table.ready(*Seat)
    assert _says(table) == []


def test_who_confirms_which_version_is_told_to_both(table: Table) -> None:
    table.hold()
    table.confirm(OWNER)
    table.keep(Closing((goal("Doen"),), next_on=LATER))
    table.confirm()
    table.confirm()
    assert _says(table) == [
        "Cas bevestigde het verslag van een gesprek met jou, versie 2.",
        "Je bevestigde het verslag van een gesprek, versie 2.",
        "Je bevestigde het verslag van een gesprek, versie 1.",
    ]
    assert _says(table, PARTNER) == ["Je bevestigde het verslag van een gesprek met An, versie 2."]


def test_what_is_taken_off_the_card_is_told_without_whose_it_was(
    store: Store, folk: Organisation
) -> None:
    team = expertise.make_link(store, folk.an, WILG, today=ON_THE_CARD)
    entry_id, _ = one(store, add(store, team))
    expertise.remove(store, folk.leader, entry_id, today=ON_THE_CARD, now=NOW)
    (told,) = happened.about_me(store, folk.leader)
    assert told.says == "Je haalde van de expertisekaart wat iemand erop zette."
