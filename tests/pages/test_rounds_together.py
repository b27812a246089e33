"""Meetrondes where everybody signs in: only the schools where somebody is ib'er now."""

from datetime import timedelta

import pytest

from ibreflect.model.membership import Membership, Position
from ibreflect.store import memberships
from ibreflect.store.connection import Store
from ibreflect.ui import resources
from ibreflect.ui.screens import ROUNDS
from ibreflect.usecases import rounds
from tests.pages.test_people_page import as_somebody
from tests.usecases.organisation import LONG_AGO, WILG, Organisation, organisation


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


def test_the_list_is_ones_own_and_no_school_is_typed(store: Store, everybody: Organisation) -> None:
    visitor = as_somebody(store, everybody.an).go(ROUNDS)
    assert visitor.app.selectbox(key="ronde_school").options == ["De Wilg"]

    visitor.press("ronde_begin")
    assert [each.school_id for each in rounds.mine(store, everybody.an)] == [WILG]


def test_who_is_iber_nowhere_reads_what_to_do(store: Store, everybody: Organisation) -> None:
    held = Membership(everybody.an.person_id, Position.IB_COORDINATOR, WILG, LONG_AGO, None)
    yesterday = resources.today() - timedelta(days=1)
    store.write(lambda transaction: memberships.end(transaction, held, yesterday))
    visitor = as_somebody(store, everybody.an).go(ROUNDS)

    assert "Je bent nu op geen enkele school ib'er." in visitor.text
    assert not [each for each in visitor.app.button if str(each.key).startswith("ronde_begin")]
