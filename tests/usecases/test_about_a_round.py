"""A conversation that was planned long ago takes a newer round; what is laid down stays true."""

from pathlib import Path
from uuid import uuid4

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.round import RoundId
from ibreflect.store.connection import Store
from ibreflect.usecases import conversing, planning, preparing
from ibreflect.usecases.conversing import At
from tests.usecases import talks
from tests.usecases.organisation import NOW, Organisation, organisation
from tests.usecases.talks import TODAY


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def round_of_an(store: Store, folk: Organisation) -> RoundId:
    return talks.with_round(store, folk.an)


@pytest.fixture
def at(store: Store, folk: Organisation, tmp_path: Path) -> At:
    wanted = talks.plan_for(folk.leader.person_id)
    place = talks.folder(tmp_path)
    return At(planning.plan(store, folk.an, wanted, place, today=TODAY), TODAY)


def test_it_is_about_the_round_that_was_chosen_and_can_be_about_none_again(
    store: Store, folk: Organisation, at: At, round_of_an: RoundId
) -> None:
    planning.be_about(store, folk.an, at, round_of_an)
    assert conversing.seated(store, folk.an, at).conversation.round_id == round_of_an
    assert preparing.sheet(store, folk.an, at).offer
    planning.be_about(store, folk.an, at, None)
    assert conversing.seated(store, folk.an, at).conversation.round_id is None


def test_what_is_laid_down_keeps_its_round(
    store: Store, folk: Organisation, at: At, round_of_an: RoundId
) -> None:
    preparing.set_ready(store, folk.an, at, is_ready=True, now=NOW)
    with pytest.raises(NotAllowedError, match="aanpassen"):
        planning.be_about(store, folk.an, at, round_of_an)
    preparing.set_ready(store, folk.an, at, is_ready=False, now=NOW)
    planning.be_about(store, folk.an, at, round_of_an)


def test_another_round_is_not_on_offer_and_the_partner_chooses_none(
    store: Store, folk: Organisation, at: At, round_of_an: RoundId
) -> None:
    with pytest.raises(InputError):
        planning.be_about(store, folk.an, at, uuid4())
    with pytest.raises(NotAllowedError):
        planning.be_about(store, folk.leader, at, round_of_an)
    assert conversing.seated(store, folk.an, at).conversation.round_id is None
