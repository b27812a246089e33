"""What tests of signing in do: come in by a link, show a key, switch somebody off."""

from ibreflect.access import links
from ibreflect.access.passkeys import Site
from ibreflect.model.person import Person
from ibreflect.store.connection import Store
from ibreflect.usecases import passkeys, signing_in
from ibreflect.usecases.passkeys import Attempt
from tests.usecases.device import ORIGIN, Device
from tests.usecases.organisation import NOW

SITE = Site(ORIGIN)
CHALLENGE = bytes(range(32))


def new_session() -> str:
    return links.session_digest(links.new_token())


def come_in(store: Store, person: Person, device: Device) -> str:
    token = signing_in.make_link(store, None, person.person_id, now=NOW)
    answer = device.make(passkeys.to_come_in(store, token, SITE, CHALLENGE, now=NOW))
    session = new_session()
    passkeys.come_in(store, token, Attempt(SITE, CHALLENGE, answer, "Mac"), session, now=NOW)
    return session


def show(store: Store, answer: str, challenge: bytes = CHALLENGE, site: Site = SITE) -> Person:
    return passkeys.sign_in(store, Attempt(site, challenge, answer), new_session(), now=NOW)


def asked() -> str:
    return passkeys.to_sign_in(SITE, CHALLENGE)


def link(store: Store, person: Person) -> str:
    return signing_in.make_link(store, None, person.person_id, now=NOW)


def switch_off(store: Store, person: Person) -> None:
    store.write(
        lambda work: work.run(
            "update person set is_active = false where person_id = $1", person.person_id
        )
    )
