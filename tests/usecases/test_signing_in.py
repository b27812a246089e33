"""Sessions: how they begin, how long they last, and what ends them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from ibreflect.access import links
from ibreflect.errors import NotAllowedError
from ibreflect.model.event import EventKind
from ibreflect.model.person import Person
from ibreflect.store import events
from ibreflect.store.connection import Store
from ibreflect.usecases import signing_in
from ibreflect.usecases.signing_in import FRESH, IDLE, LINK_LASTS, LONGEST, Account, Standing
from tests.usecases.organisation import NOW, Organisation, organisation, sign_in

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@pytest.fixture
def people(store: Store) -> Organisation:
    return organisation(store)


def account(subject: str = "an@school", once: str = "nonce-1") -> Account:
    return Account("https://login.school.nl", subject, once, NOW)


def test_a_session_says_who_is_there(store: Store, people: Organisation) -> None:
    digest = sign_in(store, people.an)
    assert signing_in.person(store, digest, now=NOW) == people.an
    assert signing_in.person(store, sign_in(store, people.bo), now=NOW) == people.bo
    for unknown in ("", "0" * 64, digest[:-1]):
        assert signing_in.standing(store, unknown, now=NOW) is Standing.UNKNOWN
        assert signing_in.person(store, unknown, now=NOW) is None


def test_a_session_ends_when_nobody_clicks(store: Store, people: Organisation) -> None:
    digest = sign_in(store, people.an)
    last = NOW + IDLE
    assert signing_in.standing(store, digest, now=last) is Standing.SIGNED_IN
    assert signing_in.standing(store, digest, now=last + IDLE) is Standing.SIGNED_IN
    assert signing_in.standing(store, digest, now=last + IDLE * 2 + SECOND) is Standing.ENDED


def test_a_session_ends_after_a_long_day_however_busy(store: Store, people: Organisation) -> None:
    digest = sign_in(store, people.an)
    moment = NOW
    while moment + 50 * MINUTE <= NOW + LONGEST:
        moment += 50 * MINUTE
        assert signing_in.standing(store, digest, now=moment) is Standing.SIGNED_IN
    assert signing_in.standing(store, digest, now=NOW + LONGEST + SECOND) is Standing.ENDED


def test_signing_out_ends_the_session_and_no_other(store: Store, people: Organisation) -> None:
    here, elsewhere = sign_in(store, people.an), sign_in(store, people.an)
    signing_in.sign_out(store, here, now=NOW)
    signing_in.sign_out(store, here, now=NOW)
    assert signing_in.standing(store, here, now=NOW) is Standing.ENDED
    assert signing_in.standing(store, elsewhere, now=NOW) is Standing.SIGNED_IN
    kinds = [each.kind for each in events.about(store, people.an.person_id)]
    assert kinds == [EventKind.SIGNED_OUT, EventKind.SIGNED_IN, EventKind.SIGNED_IN]


def test_who_is_switched_off_is_out_and_cannot_come_in(store: Store, people: Organisation) -> None:
    digest = sign_in(store, people.an)
    _switch_off(store, people.an)
    assert signing_in.standing(store, digest, now=NOW) is Standing.ENDED
    other = links.session_digest("other")
    assert signing_in.by_passkey(store, other, people.an.person_id, now=NOW) is None
    assert signing_in.standing(store, other, now=NOW) is Standing.UNKNOWN


def test_an_account_elsewhere_is_nobody_until_a_link_ties_it(
    store: Store, people: Organisation
) -> None:
    assert signing_in.by_account(store, "first", account(), now=NOW) is None

    token = signing_in.make_link(store, None, people.an.person_id, now=NOW)
    assert signing_in.whose_link(store, token, now=NOW) == people.an
    signing_in.tie_account(store, token, account(), now=NOW)

    assert signing_in.by_account(store, "first", account(), now=NOW) == people.an
    assert signing_in.by_account(store, "second", account("bo@school", "2"), now=NOW) is None


def test_one_time_of_signing_in_elsewhere_begins_one_session(
    store: Store, people: Organisation
) -> None:
    _tie(store, people.an)
    assert signing_in.by_account(store, "first", account(), now=NOW) == people.an
    assert signing_in.by_account(store, "copied", account(), now=NOW) is None
    signing_in.sign_out(store, "first", now=NOW)
    assert signing_in.by_account(store, "first", account(), now=NOW) is None


def test_a_cookie_of_signing_in_elsewhere_is_worth_nothing_later(
    store: Store, people: Organisation
) -> None:
    _tie(store, people.an)
    late = NOW + FRESH + SECOND
    assert signing_in.by_account(store, "first", account(), now=late) is None


def test_a_link_works_once_for_a_week_and_the_newest_only(
    store: Store, people: Organisation
) -> None:
    earlier = signing_in.make_link(store, None, people.an.person_id, now=NOW)
    token = signing_in.make_link(store, None, people.an.person_id, now=NOW)
    for wrong, moment in (
        (earlier, NOW),
        (token, NOW + LINK_LASTS),
        ("", NOW),
        (links.new_token(), NOW),
        (token[:-1], NOW),
    ):
        with pytest.raises(NotAllowedError, match="Deze link werkt niet"):
            signing_in.whose_link(store, wrong, now=moment)
        with pytest.raises(NotAllowedError, match="Deze link werkt niet"):
            signing_in.tie_account(store, wrong, account(), now=moment)
    signing_in.tie_account(store, token, account(), now=NOW)
    with pytest.raises(NotAllowedError):
        signing_in.tie_account(store, token, account("bo@school"), now=NOW)


def test_two_who_use_a_link_at_once_are_not_both_let_in(store: Store, people: Organisation) -> None:
    token = signing_in.make_link(store, None, people.an.person_id, now=NOW)

    def use(number: int) -> bool:
        try:
            signing_in.tie_account(store, token, account(f"somebody {number}"), now=NOW)
        except NotAllowedError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(use, range(8))) == 1


@pytest.mark.parametrize("kind", ["invitation", "draft", "second", "session"])
def test_no_other_secret_is_a_link_to_come_in(
    store: Store, people: Organisation, kind: str
) -> None:
    token = signing_in.make_link(store, None, people.an.person_id, now=NOW)
    others = {
        "invitation": links.link(token).digest,
        "draft": links.link(token).draft_id,
        "second": links.second_digest(token),
        "session": links.session_digest(token),
    }
    assert others[kind] != links.entry_digest(token)
    assert signing_in.standing(store, others[kind], now=NOW) is Standing.UNKNOWN


def _tie(store: Store, person: Person) -> None:
    token = signing_in.make_link(store, None, person.person_id, now=NOW)
    signing_in.tie_account(store, token, account(), now=NOW)


def _switch_off(store: Store, person: Person) -> None:
    sql = "update person set is_active = false where person_id = $1"
    store.write(lambda work: work.run(sql, person.person_id))
