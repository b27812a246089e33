"""A screen that looks by itself each second does not keep anybody signed in."""

from datetime import timedelta

from ibreflect.store.connection import Store
from ibreflect.usecases import following, signing_in
from tests.usecases.organisation import NOW, organisation, sign_in

MINUTE = timedelta(minutes=1)


def test_looking_along_is_no_use_of_a_session(store: Store) -> None:
    digest = sign_in(store, organisation(store).an)
    looks = [following.is_over(store, digest, now=NOW + each * MINUTE) for each in range(240)]
    assert not looks[0]
    assert looks[-1]
    ends = looks.index(True)
    assert not any(looks[:ends])
    assert all(looks[ends:])


def test_who_signed_out_is_out_on_every_screen(store: Store) -> None:
    digest = sign_in(store, organisation(store).an)
    signing_in.sign_out(store, digest, now=NOW + MINUTE)
    assert following.is_over(store, digest, now=NOW + MINUTE)


def test_a_session_that_never_was_is_over(store: Store) -> None:
    assert following.is_over(store, "", now=NOW)
