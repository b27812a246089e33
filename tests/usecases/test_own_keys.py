"""More keys and fewer, and ending every session: what somebody changes of their own way in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from ibreflect.errors import IbreflectError, InputError, NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.usecases import passkeys, signing_in
from ibreflect.usecases.passkeys import Attempt
from ibreflect.usecases.signing_in import Account
from tests.usecases.coming_in import CHALLENGE, SITE, asked, come_in, link, show
from tests.usecases.device import Device
from tests.usecases.organisation import NOW, Organisation, organisation, sign_in


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def phone(store: Store, everybody: Organisation) -> Device:
    """A device with the first key of Gijs, the beheerder."""
    device = Device()
    come_in(store, everybody.administrator, device)
    return device


def test_one_more_key_is_for_who_signed_in_a_moment_ago(
    store: Store, everybody: Organisation, phone: Device
) -> None:
    gijs, tablet = everybody.administrator, Device()
    session = sign_in(store, gijs)
    for late, error in ((timedelta(minutes=11), InputError), (timedelta(hours=2), NotAllowedError)):
        with pytest.raises(error):
            passkeys.to_add(store, session, SITE, CHALLENGE, now=NOW + late)
    options = passkeys.to_add(store, session, SITE, CHALLENGE, now=NOW)
    (first,) = passkeys.mine(store, gijs)
    assert first.credential_id in options  # its device makes no second one
    attempt = Attempt(SITE, CHALLENGE, tablet.make(options), "iPad")
    passkeys.add(store, session, attempt, now=NOW)
    assert show(store, tablet.show(asked())) == gijs
    assert {each.label for each in passkeys.mine(store, gijs)} == {"Mac", "iPad"}
    with pytest.raises(InputError, match="is er al"):
        passkeys.add(store, session, attempt, now=NOW)


def test_the_last_way_in_stays(store: Store, everybody: Organisation, phone: Device) -> None:
    gijs, tablet = everybody.administrator, Device()
    session = come_in(store, gijs, tablet)
    first, second = passkeys.mine(store, gijs)
    passkeys.remove(store, gijs, session, first.credential_id, now=NOW)
    with pytest.raises(InputError, match="enige manier"):
        passkeys.remove(store, gijs, session, second.credential_id, now=NOW)
    assert passkeys.mine(store, gijs) == (second,)

    account = Account("https://login.example", "gijs", "1", NOW)
    signing_in.tie_account(store, link(store, gijs), account, now=NOW)
    assert passkeys.has_account(store, gijs)
    passkeys.remove(store, gijs, session, second.credential_id, now=NOW)
    assert passkeys.mine(store, gijs) == ()
    with pytest.raises(NotAllowedError):
        show(store, tablet.show(asked()))


def test_of_two_keys_removed_at_once_one_stays(
    store: Store, everybody: Organisation, phone: Device
) -> None:
    gijs = everybody.administrator
    session = come_in(store, gijs, Device())

    def remove(credential_id: str) -> None:
        try:
            passkeys.remove(store, gijs, session, credential_id, now=NOW)
        except IbreflectError:
            return

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(remove, [each.credential_id for each in passkeys.mine(store, gijs)]))
    assert len(passkeys.mine(store, gijs)) == 1


def test_somebody_elses_key_and_no_key_read_alike(
    store: Store, everybody: Organisation, phone: Device
) -> None:
    session = come_in(store, everybody.an, Device())
    (foreign,) = passkeys.mine(store, everybody.administrator)
    told = set()
    for credential_id in (foreign.credential_id, "none"):
        with pytest.raises(NotAllowedError) as refused:
            passkeys.remove(store, everybody.an, session, credential_id, now=NOW)
        told.add(str(refused.value))
    assert len(told) == 1
    later = NOW + timedelta(minutes=11)
    with pytest.raises(InputError, match="tien minuten"):
        passkeys.remove(store, everybody.an, session, "none", now=later)


def test_signing_out_everywhere_ends_every_session_and_nobody_elses(
    store: Store, everybody: Organisation
) -> None:
    mine = [sign_in(store, everybody.an) for _ in range(3)]
    other = sign_in(store, everybody.bo)
    assert {each.digest for each in passkeys.open_sessions(store, everybody.an, now=NOW)} == {*mine}
    passkeys.sign_out_everywhere(store, everybody.an, now=NOW)
    assert passkeys.open_sessions(store, everybody.an, now=NOW) == ()
    assert [signing_in.person(store, each, now=NOW) for each in mine] == [None] * 3
    assert signing_in.person(store, other, now=NOW) == everybody.bo
    newest = events.about(store, everybody.an.person_id)[0]
    assert (newest.kind, newest.fields) == (EventKind.SIGNED_OUT, {"why": "everywhere"})
