"""Keys: signing in with one, the first by a link, more and fewer; and what is refused."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from ibreflect.access import links
from ibreflect.access.passkeys import Site
from ibreflect.errors import NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.usecases import passkeys, signing_in
from ibreflect.usecases.passkeys import Attempt
from ibreflect.usecases.signing_in import LINK_LASTS
from tests.store.scans import contents
from tests.usecases.coming_in import (
    CHALLENGE,
    SITE,
    asked,
    come_in,
    link,
    new_session,
    show,
    switch_off,
)
from tests.usecases.device import Device
from tests.usecases.organisation import NOW, Organisation, organisation


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def phone(store: Store, everybody: Organisation) -> Device:
    """A device with the first key of Gijs, the beheerder."""
    device = Device()
    come_in(store, everybody.administrator, device)
    return device


def test_the_first_key_lets_in_and_uses_the_link_up(store: Store, everybody: Organisation) -> None:
    gijs, device = everybody.administrator, Device()
    token = signing_in.make_link(store, None, gijs.person_id, now=NOW)
    answer = device.make(passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW))
    attempt, session = Attempt(SITE, CHALLENGE, answer, "Mac"), new_session()

    assert passkeys.come_in(store, token, attempt, session, now=NOW) == gijs
    assert signing_in.person(store, session, now=NOW) == gijs
    (key,) = passkeys.mine(store, gijs)
    assert (key.label, key.added_on) == ("Mac", NOW.date())
    kinds = [each.kind for each in events.about(store, gijs.person_id)]
    assert kinds == [EventKind.SIGNED_IN, EventKind.KEY_ADDED, EventKind.ENTRY_LINK_MADE]
    with pytest.raises(NotAllowedError, match="werkt niet"):
        passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW)


def test_asking_what_a_link_is_changes_nothing(store: Store, everybody: Organisation) -> None:
    token = signing_in.make_link(store, None, everybody.an.person_id, now=NOW)
    before = contents(store)
    for _ in range(3):
        passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW)
    assert contents(store) == before


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_who_use_one_link_at_once_one_comes_in(
    store: Store, everybody: Organisation, attempt: int
) -> None:
    an = everybody.an
    token = signing_in.make_link(store, None, an.person_id, now=NOW)

    options = passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW)

    def use(answer: str) -> bool:
        made = Attempt(SITE, CHALLENGE, answer)
        try:
            return passkeys.come_in(store, token, made, new_session(), now=NOW) == an
        except NotAllowedError:
            return False

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(use, [Device().make(options) for _ in range(8)]))
    assert outcomes.count(True) == 1
    assert len(passkeys.mine(store, an)) == 1
    assert len(passkeys.open_sessions(store, an, now=NOW)) == 1


def test_links_that_do_not_work_are_refused_alike(store: Store, everybody: Organisation) -> None:
    an = everybody.an.person_id
    replaced = signing_in.make_link(store, None, an, now=NOW)
    late = signing_in.make_link(store, None, an, now=NOW - LINK_LASTS)
    told = set()
    for token in (replaced, late, links.new_token(), "", "x" * 10_000, "\ud800"):
        with pytest.raises(NotAllowedError) as refused:
            passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW)
        told.add(str(refused.value))
    assert len(told) == 1


def test_a_link_of_somebody_switched_off_keeps_nothing(
    store: Store, everybody: Organisation
) -> None:
    an, device = everybody.an, Device()
    token = signing_in.make_link(store, None, an.person_id, now=NOW)
    answer = device.make(passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW))
    switch_off(store, an)
    attempt = Attempt(SITE, CHALLENGE, answer)
    with pytest.raises(NotAllowedError):
        passkeys.come_in(store, token, attempt, new_session(), now=NOW)
    assert passkeys.mine(store, an) == ()


def test_a_key_lets_its_owner_in_again_and_again(
    store: Store, everybody: Organisation, phone: Device
) -> None:
    for _ in range(3):
        assert show(store, phone.show(asked())) == everybody.administrator
    (key,) = passkeys.mine(store, everybody.administrator)
    assert key.sign_count == phone.count == 4


def test_a_device_that_does_not_count_lets_in_too(store: Store, everybody: Organisation) -> None:
    tablet = Device(counts=False)
    come_in(store, everybody.an, tablet)
    assert show(store, tablet.show(asked())) == everybody.an
    assert show(store, tablet.show(asked())) == everybody.an


def test_one_answer_shown_eight_times_at_once_lets_in_once(
    store: Store, everybody: Organisation, phone: Device
) -> None:
    answer = phone.show(asked())

    def use(_: int) -> bool:
        try:
            return show(store, answer) == everybody.administrator
        except NotAllowedError:
            return False

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(use, range(8))).count(True) == 1


def test_whoever_is_switched_off_is_not_let_in(
    store: Store, everybody: Organisation, phone: Device
) -> None:
    switch_off(store, everybody.administrator)
    with pytest.raises(NotAllowedError, match="toegang aanstaat"):
        show(store, phone.show(asked()))


def test_what_proves_nothing_is_refused_alike(
    store: Store, everybody: Organisation, phone: Device
) -> None:
    stranger = Device()
    stranger.make(passkeys.to_come_in(store, link(store, everybody.an), SITE, CHALLENGE, now=NOW))
    careless = Device(verifies=False)
    careless.keys, careless.count = phone.keys, 10
    used = phone.show(asked())
    show(store, used)
    phone.count = 0
    copied = phone.show(asked())
    phone.count = 20
    other = Site("https://elders.example")
    told = set()
    for answer in (
        stranger.show(asked()),
        careless.show(asked()),
        used,
        copied,
        phone.show(asked(), "https://evil.example"),
        phone.show(passkeys.to_sign_in(other, CHALLENGE)),
        phone.show(passkeys.to_sign_in(SITE, bytes(32))),
        phone.show(asked(), handle="AAAA"),
        phone.show(asked()).replace("public-key", "password"),
        "",
        "[]",
        "[" * 100_000,
        "{}",
    ):
        with pytest.raises(NotAllowedError) as refused:
            show(store, answer)
        told.add(str(refused.value))
    assert told == {
        "Aanmelden met deze toegangssleutel lukt niet. Probeer het opnieuw, of gebruik een andere."
    }


def test_a_key_made_without_finger_face_or_code_is_not_kept(
    store: Store, everybody: Organisation
) -> None:
    with pytest.raises(NotAllowedError, match="maken"):
        come_in(store, everybody.an, Device(verifies=False))
    assert passkeys.mine(store, everybody.an) == ()


def test_the_device_learns_no_more_than_a_number_and_a_name(
    store: Store, everybody: Organisation
) -> None:
    token = link(store, everybody.an)
    options = passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW)
    assert token not in options
    assert '"name": "An"' in options
    assert "De Wilg" not in options
    assert asked() == asked()
    assert "allowCredentials" not in asked() or '"allowCredentials": []' in asked()


@pytest.mark.parametrize("origin", ["http://127.0.0.1:8501", "http://[::1]:8501"])
def test_a_number_is_no_name_for_keys_to_belong_to(origin: str) -> None:
    with pytest.raises(NotAllowedError, match="localhost"):
        passkeys.to_sign_in(Site(origin), CHALLENGE)
