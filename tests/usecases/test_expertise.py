"""The expertisekaart under use and attack: by its readers, by the team link and by own links."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest

from ibreflect.access import links
from ibreflect.errors import IbreflectError, InputError, NotAllowedError, StoreError
from ibreflect.model.event import EventKind
from ibreflect.model.expertise import LONGEST_REACH, LONGEST_TEXT, Content
from ibreflect.store import events
from ibreflect.store.connection import Store, Transaction
from ibreflect.usecases import answering, expertise, expertise_entry, inviting, people, posting
from tests.store import scans
from tests.usecases.expertise_card import NASTY, TODAY, TOM, add, on, one
from tests.usecases.organisation import ESDOORN, LONG_AGO, NOW, WILG, Organisation, organisation
from tests.usecases.test_nights import every_night


@pytest.fixture
def made(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def team(store: Store, made: Organisation) -> str:
    """The team link of De Wilg."""
    return expertise.make_link(store, made.an, WILG, today=TODAY)


def test_a_team_member_writes_and_both_readers_of_the_school_read_it(
    store: Store, made: Organisation, team: str
) -> None:
    everything = Content("Tom", NASTY, "rekenen\n=1+1", "BCO, 2024", "per mail")
    add(store, team, everything)
    add(store, team, Content("anna", interests="lezen"))
    for reader in (made.an, made.leader):
        assert on(store, reader) == [Content("anna", interests="lezen"), everything]
    assert on(store, made.bo, ESDOORN) == []


def test_an_own_link_shows_changes_and_removes_what_its_holder_wrote(
    store: Store, made: Organisation, team: str
) -> None:
    own, other = add(store, team), add(store, team, Content("Anna", courses="BCO"))
    later = TODAY + timedelta(days=400)
    changed = Content("Tom", interests="rekenen")
    expertise_entry.change(store, own, changed, edition=0, today=later)
    mine = expertise_entry.visit(store, own).mine
    assert mine
    assert (mine.content, mine.changed_on) == (changed, later)
    expertise_entry.remove(store, own)
    assert [each.name for each in on(store, made.an)] == ["Anna"]
    assert expertise_entry.visit(store, other).mine


def test_a_second_press_makes_one_entry(store: Store, made: Organisation, team: str) -> None:
    own = add(store, team)
    add(store, team, own=own)
    add(store, team, Content("Tom", knows="lezen"), own=own)
    assert on(store, made.an) == [Content("Tom", knows="lezen")]


def test_two_windows_do_not_undo_each_other(store: Store, made: Organisation, team: str) -> None:
    own = add(store, team)
    _, edition = one(store, own)
    first, second = Content("Tom", knows="lezen"), Content("Tom", knows="rekenen")
    expertise_entry.change(store, own, first, edition=edition, today=TODAY)
    with pytest.raises(InputError, match="ander venster"):
        expertise_entry.change(store, own, second, edition=edition, today=TODAY)
    assert on(store, made.an) == [first]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (Content("", knows="dyslexie"), "je naam"),
        (Content("Tom"), "minstens één ding"),
        (Content("Tom", knows=" \n", reach="in de pauze"), "minstens één ding"),
        (Content("T" * 81, knows="x"), "80 tekens"),
        (Content("Tom", knows="x" * (LONGEST_TEXT + 1)), f"{LONGEST_TEXT} tekens"),
        (Content("Tom", interests="x" * (LONGEST_TEXT + 1)), f"{LONGEST_TEXT} tekens"),
        (Content("Tom", courses="x" * (LONGEST_TEXT + 1)), f"{LONGEST_TEXT} tekens"),
        (Content("Tom", "x", reach="x" * (LONGEST_REACH + 1)), f"{LONGEST_REACH} tekens"),
    ],
)
def test_what_is_missing_or_too_long_is_said_and_nothing_is_kept(
    store: Store, made: Organisation, team: str, content: Content, says: str
) -> None:
    with pytest.raises(InputError, match=says):
        add(store, team, content)
    own = add(store, team)
    with pytest.raises(InputError, match=says):
        expertise_entry.change(store, own, content, edition=0, today=TODAY)
    assert on(store, made.an) == [TOM]


def test_everything_that_is_wrong_is_said_at_once(store: Store, team: str) -> None:
    with pytest.raises(InputError) as refused:
        add(store, team, Content(" ", reach="x" * 999))
    assert len(str(refused.value).splitlines()) == 3


def test_a_link_that_was_replaced_or_shut_takes_nothing(
    store: Store, made: Organisation, team: str
) -> None:
    own = add(store, team)
    again = expertise.make_link(store, made.leader, WILG, today=TODAY)
    _refused(add, store, team)
    add(store, again, Content("Anna", knows="lezen"))
    expertise.shut_link(store, made.an, WILG, today=TODAY)
    _refused(add, store, again)
    assert not expertise.card(store, made.an, WILG, today=TODAY).has_link
    expertise_entry.change(store, own, Content("Tom", "rekenen"), edition=0, today=TODAY)
    assert [each.knows for each in on(store, made.an)] == ["lezen", "rekenen"]


def test_an_own_link_after_removal_opens_and_writes_nothing(
    store: Store, made: Organisation, team: str
) -> None:
    own = add(store, team)
    entry_id, _ = one(store, own)
    expertise.remove(store, made.leader, entry_id, today=TODAY, now=NOW)
    assert store.vault.is_destroyed(entry_id)
    _refused(expertise_entry.visit, store, own)
    _refused(expertise_entry.change, store, own, TOM, edition=0, today=TODAY)
    _refused(expertise_entry.remove, store, own)
    with pytest.raises(StoreError, match="gewist"):
        add(store, team, own=own)
    assert on(store, made.an) == []


def test_no_guess_and_no_link_of_another_kind_opens_anything(
    store: Store, made: Organisation, team: str
) -> None:
    own = add(store, team)
    entry_id, _ = one(store, own)
    before = scans.contents(store)
    ids = (str(entry_id), entry_id.hex, str(WILG), links.team_digest(team), links.entry_digest(own))
    for wrong in (*ids, "", "\0", "x" * 10_000, team[:-1], f"{own} ", "\ud800"):
        told = {
            _refused(expertise_entry.visit, store, wrong),
            _refused(add, store, wrong),
            _refused(expertise_entry.change, store, wrong, TOM, edition=0, today=TODAY),
            _refused(expertise_entry.remove, store, wrong),
        }
        assert len(told) == 1
    for token in (team, own):
        assert answering.state(store, token, today=TODAY) is answering.State.UNKNOWN
        _refused(inviting.look, store, token, today=TODAY)
        posting.unsubscribe(store, token)
    assert scans.contents(store) == before


def test_a_team_link_reads_changes_and_removes_nothing(
    store: Store, made: Organisation, team: str
) -> None:
    add(store, team)
    assert expertise_entry.visit(store, team).mine is None
    _refused(expertise_entry.change, store, team, TOM, edition=0, today=TODAY)
    _refused(expertise_entry.remove, store, team)
    assert on(store, made.an) == [TOM]


def test_an_own_link_puts_nobody_else_on_the_card(
    store: Store, made: Organisation, team: str
) -> None:
    own = add(store, team)
    _refused(add, store, own, Content("Anna", knows="lezen"))
    assert on(store, made.an) == [TOM]


def test_who_is_not_of_the_school_now_reads_and_does_nothing(
    store: Store, made: Organisation, team: str
) -> None:
    entry_id, _ = one(store, add(store, team))
    strangers = [each for each in made if each not in {made.an, made.leader}]
    told = set()
    for actor, school_id in product(strangers, (WILG, UUID(int=999))):
        for use in (expertise.card, expertise.make_link, expertise.shut_link):
            told.add(_refused(use, store, actor, school_id, today=TODAY))
    for actor, each in product(strangers, (entry_id, UUID(int=999))):
        told.add(_refused(expertise.remove, store, actor, each, today=TODAY, now=NOW))
    told.add(_refused(expertise.remove, store, made.an, UUID(int=999), today=TODAY, now=NOW))
    assert len(told) == 1
    assert on(store, made.an) == [TOM]


def test_a_former_iber_no_longer_reads_the_card(
    store: Store, made: Organisation, team: str
) -> None:
    def leave(transaction: Transaction) -> None:
        sql = "update membership set until = $2 where person_id = $1"
        transaction.run(sql, made.an.person_id, TODAY - timedelta(days=1))

    assert [each.name for each in expertise.schools(store, made.an, today=TODAY)] == ["De Wilg"]
    store.write(leave)
    assert expertise.schools(store, made.an, today=TODAY) == ()
    _refused(expertise.card, store, made.an, WILG, today=TODAY)


def test_who_works_alone_has_a_card_too(store: Store) -> None:
    people.introduce(store, name="Noor", school="De Wilg", today=LONG_AGO)
    noor = people.owner(store)
    assert noor
    (school,) = expertise.schools(store, noor, today=TODAY)
    team = expertise.make_link(store, noor, school.school_id, today=TODAY)
    add(store, team)
    assert on(store, noor, school.school_id) == [TOM]
    people.erase_me(store, noor)
    assert store.read("select 1 from expertise") == []
    assert store.read("select 1 from team_link") == []
    _refused(expertise_entry.visit, store, team)


def test_a_full_card_takes_nobody(
    store: Store, made: Organisation, team: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expertise_entry, "MOST", 1)
    own = add(store, team)
    _refused(add, store, team)
    add(store, team, Content("Tom", knows="lezen"), own=own)
    assert on(store, made.an) == [Content("Tom", knows="lezen")]


def test_after_two_school_years_it_goes_at_night(
    store: Store, made: Organisation, team: str
) -> None:
    own = add(store, team)
    entry_id, _ = one(store, own)
    last = date(2028, 7, 31)
    every_night(store, last - timedelta(days=2), last)
    assert one(store, own)
    every_night(store, last + timedelta(days=1), last + timedelta(days=1))
    _refused(expertise_entry.visit, store, own)
    assert store.vault.is_destroyed(entry_id)
    (tidied,) = events.newest(store, (EventKind.TIDIED,), 1)
    assert dict(tidied.fields) == {"what": "expertise", "count": 1}


def _refused(
    act: Callable[..., object], *arguments: object, **named: object
) -> tuple[type[IbreflectError], str]:
    with pytest.raises(NotAllowedError) as refused:
        act(*arguments, **named)
    return refused.type, str(refused.value)
