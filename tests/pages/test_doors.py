"""Every screen, opened by people of every position and by nobody: let in or refused as written."""

import pytest

from ibreflect.access import links
from ibreflect.access.guessing import Guesses
from ibreflect.model.membership import INSTALLATION, Membership, Position
from ibreflect.model.person import Person
from ibreflect.model.round import term_of
from ibreflect.store import memberships
from ibreflect.store.connection import Store, Transaction
from ibreflect.ui import guard, resources
from ibreflect.ui.screens import SCREENS
from ibreflect.usecases import rounds, signing_in
from tests.pages.conftest import instrument
from tests.pages.visitor import Visitor
from tests.usecases.organisation import LONG_AGO, WILG, organisation

FOR_ALL = frozenset(
    [
        "start",
        "kaarten",
        "schoolleider",
        "meedoen",
        "meedoen_inleveren",
        "meekijken",
        "expertise_invullen",
        "binnenkomen",
        "uitleg",
        "vragenlijsten",
    ]
)
OF_A_COORDINATOR = frozenset(
    [
        "opdracht",
        "zelfscan",
        "inleveren",
        "tijd",
        "beeld",
        "spiegel",
        "groei",
        "gesprekken",
        "voorbereiden",
        "gesprek",
        "verslag",
        "doelen",
        "logboek",
        "reflectie",
        "samen",
        "anderen",
        "mandaat",
        "expertise",
        "delen",
        "netwerk",
        "bijeenkomst",
        "rondes",
        "eigen",
        "woorden",
        "gegevens",
    ]
)
OF_A_READER = frozenset({"gedeeld", "gesprekken", "voorbereiden", "gesprek", "verslag", "gegevens"})
OF_AN_ADMINISTRATOR = frozenset(
    [
        "beheer",
        "mensen",
        "scholen",
        "kwaliteit",
        "bewaren",
        "papieren",
        "eigen",
        "woorden",
        "gegevens",
    ]
)
NOBODY, FORMER = "nobody", "former"

DOORS = {
    "an": OF_A_COORDINATOR,
    "leader": OF_A_READER | {"expertise"},
    "coach": OF_A_READER | {"netwerk", "bijeenkomst", "begeleiding"},
    "board_member": frozenset({"gegevens", "netwerk"}),
    "administrator": OF_AN_ADMINISTRATOR,
    FORMER: frozenset({"gegevens"}),
    NOBODY: frozenset(),
}
"""What opens for whom, besides what opens for all; `former` held every position but ib'er."""

NOT_THERE, NOT_SIGNED_IN = "Niet gevonden", "Meld je eerst aan"


@pytest.mark.parametrize("who", DOORS)
def test_a_screen_opens_for_whom_it_is_and_for_nobody_else(
    store: Store, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    monkeypatch.setattr(guard, "GUESSES", Guesses())
    visitor = Visitor()
    if who == NOBODY:
        organisation(store)
    else:
        visitor.app.user = {"session": _sign_in(store, _person(store, who))}
    visitor.open()
    titles = {}
    for screen in SCREENS:
        visitor.app.switch_page(screen.path).run()
        assert not visitor.app.exception, screen.name
        titles[screen.name] = visitor.title
    refused = NOT_SIGNED_IN if who == NOBODY else NOT_THERE
    assert set(titles.values()) & {NOT_THERE, NOT_SIGNED_IN} <= {refused}
    opened = {name for name, title in titles.items() if title != refused}
    assert opened == FOR_ALL | DOORS[who]


def _person(store: Store, who: str) -> Person:
    folk = organisation(store)
    wish = rounds.Wish(WILG, term_of(LONG_AGO), instrument())
    rounds.start(store, folk.an, wish, today=LONG_AGO)
    if who != FORMER:
        person: Person = getattr(folk, who)
        return person
    store.write(lambda work: _let_go(work, folk.leader))
    return folk.leader


def _let_go(transaction: Transaction, person: Person) -> None:
    for position in set(Position) - {Position.IB_COORDINATOR}:
        held = Membership(person.person_id, position, INSTALLATION, LONG_AGO, None)
        memberships.add(transaction, held)
    sql = "update membership set until = date '2021-07-31' where person_id = $1"
    transaction.run(sql, person.person_id)


def _sign_in(store: Store, person: Person) -> str:
    digest = links.session_digest(links.new_token())
    signing_in.by_passkey(store, digest, person.person_id, now=resources.moment())
    return digest
