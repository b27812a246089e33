"""Coming in by a link, being switched off and on, and the beheerder who has to stay."""

from datetime import timedelta

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.model.membership import Position
from ibreflect.store import sessions
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    administering,
    administering_entry,
    administering_positions,
    signing_in,
)
from ibreflect.usecases.administering_positions import Wanted
from tests.usecases.beheerder import DESK, TODAY, WHEN, give, held, kinds, seen
from tests.usecases.organisation import NOW, Organisation, organisation, sign_in


@pytest.fixture
def all_of_us(store: Store) -> Organisation:
    return organisation(store)


def test_the_last_beheerder_stays(store: Store, all_of_us: Organisation) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    (mine,) = held(store, gijs)

    def refused() -> None:
        with pytest.raises(InputError, match="laatste beheerder"):
            administering.switch_off(store, gijs, gijs.person_id, when=WHEN)
        for last in (TODAY, TODAY + timedelta(days=30)):
            with pytest.raises(InputError, match="laatste beheerder"):
                administering_positions.end(store, gijs, mine, last, when=WHEN)
        assert seen(store, all_of_us, gijs).is_active
        assert kinds(store, gijs).count(EventKind.POSITION_ENDED) == 0

    refused()
    later = Wanted(Position.ADMINISTRATOR, None, TODAY + timedelta(days=1))
    administering_positions.give(store, gijs, an.person_id, later, when=WHEN)
    refused()  # not beheerder yet
    give(store, gijs, all_of_us.bo, Position.ADMINISTRATOR, None)
    administering.switch_off(store, gijs, all_of_us.bo.person_id, when=WHEN)
    refused()  # switched off
    administering.switch_on(store, gijs, all_of_us.bo.person_id, when=WHEN)
    administering.switch_off(store, gijs, gijs.person_id, when=WHEN)


def test_switching_off_ends_every_session_and_link(store: Store, all_of_us: Organisation) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    digests = [sign_in(store, an), sign_in(store, an)]
    elsewhere = sign_in(store, all_of_us.bo)
    link = administering_entry.make_link(store, gijs, an.person_id, DESK, when=WHEN).link
    administering.switch_off(store, gijs, an.person_id, when=WHEN)
    administering.switch_off(store, gijs, an.person_id, when=WHEN)

    found = [sessions.find(store, digest) for digest in (*digests, elsewhere)]
    assert [each.has_ended for each in found if each] == [True, True, False]
    with pytest.raises(NotAllowedError):
        signing_in.whose_link(store, link.partition("/binnen/")[2], now=NOW)
    with pytest.raises(InputError, match="uitgezet"):
        administering_entry.make_link(store, gijs, an.person_id, DESK, when=WHEN)
    assert kinds(store, an).count(EventKind.SWITCHED_OFF) == 1

    administering.switch_on(store, gijs, an.person_id, when=WHEN)
    # What had ended stays ended: an old cookie is worth nothing.
    assert signing_in.person(store, digests[0], now=NOW) is None
    assert kinds(store, an)[0] is EventKind.SWITCHED_ON


def test_a_link_lets_this_person_in_and_replaces_the_one_before(
    store: Store, all_of_us: Organisation
) -> None:
    gijs, an = all_of_us.administrator, all_of_us.an
    first, second = (
        administering_entry.make_link(store, gijs, an.person_id, DESK, when=WHEN) for _ in range(2)
    )
    assert second.link.startswith("https://scan.school.nl/binnen/")
    assert second.text.endswith(second.link)
    assert "tot en met zondag 8 november 2026" in second.text
    with pytest.raises(NotAllowedError):
        signing_in.whose_link(store, first.link.partition("/binnen/")[2], now=NOW)
    assert signing_in.whose_link(store, second.link.partition("/binnen/")[2], now=NOW) == an
    assert seen(store, all_of_us, an).has_link
    assert kinds(store, an) == [EventKind.ENTRY_LINK_MADE] * 2
