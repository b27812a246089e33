"""Agreeing: a report that both confirm, and what lands of it, once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.goal import Goal
from ibreflect.model.guide import Seat
from ibreflect.model.report import Closing
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    administering,
    agreeing,
    goals,
    planning,
    talking,
)
from ibreflect.usecases.administering import When
from ibreflect.usecases.conversing import At
from tests.store import scans
from tests.usecases import organisation, talks
from tests.usecases.organisation import NOW, Organisation
from tests.usecases.talks import LATER, TODAY, Table, goal

OWNER, PARTNER = Seat
BOTH = frozenset(Seat)


@pytest.fixture
def folk(store: Store) -> Organisation:
    return organisation.organisation(store)


@pytest.fixture
def table(store: Store, folk: Organisation, tmp_path: Path) -> Table:
    """A talk that ended, without a round or a mandate map."""
    found = talks.plan(store, folk.an, folk.leader, tmp_path)
    found.hold()
    return found


def _goals(table: Table) -> list[Goal]:
    return sorted(goals.mine(table.store, table.owner), key=lambda each: each.entry)


def _said(table: Table, body: str) -> None:
    talking.write(table.store, table.owner, table.at(), "rollen", body)


def test_it_is_agreed_when_both_confirmed_the_same(table: Table) -> None:
    _said(table, "Samen gezegd")
    table.confirm(OWNER)
    assert table.page().confirmed == {OWNER}
    assert not table.page().is_agreed
    table.confirm(PARTNER)
    page = table.page(PARTNER)
    assert page.is_agreed
    assert [(each.number, each.confirmed) for each in page.versions] == [(1, BOTH)]
    assert agreeing.agreed(page.versions) == page.report


def test_confirming_again_changes_nothing(table: Table) -> None:
    table.keep(Closing((goal("Doen"),)))
    table.confirm()
    before = scans.contents(table.store)
    table.confirm(OWNER, PARTNER, OWNER)
    assert scans.contents(table.store) == before


def test_what_was_changed_since_it_was_read_is_not_confirmed(table: Table) -> None:
    mark = table.page(PARTNER).mark
    _said(table, "Toch anders")
    with pytest.raises(InputError, match="intussen veranderd"):
        agreeing.confirm(table.store, table.partner, table.at(), mark, now=NOW)
    with pytest.raises(InputError, match="intussen veranderd"):
        agreeing.confirm(table.store, table.partner, table.at(), "", now=NOW)
    assert table.page().versions == ()


def test_a_change_after_one_confirmed_asks_both_again(table: Table) -> None:
    table.confirm(OWNER)
    _said(table, "Aangevuld")
    assert table.page().confirmed == frozenset()
    table.confirm(PARTNER)
    assert [each.confirmed for each in table.page().versions] == [{OWNER}, {PARTNER}]
    table.confirm(OWNER)
    assert table.page().is_agreed


def test_back_to_what_was_agreed_before_is_confirmed_anew(table: Table) -> None:
    """Whoever confirmed the version between would else be overruled without knowing."""
    table.confirm()
    _said(table, "Iets")
    table.confirm(OWNER)
    _said(table, "")
    assert not table.page().is_agreed
    table.confirm()
    assert [each.confirmed for each in table.page().versions] == [BOTH, {OWNER}, BOTH]


def test_many_at_once_confirm_it_once(table: Table) -> None:
    table.keep(Closing((goal("Doen"),), next_on=LATER))
    mark = table.page().mark
    there = [table.owner, table.partner] * 4
    with ThreadPoolExecutor(8) as pool:
        list(
            pool.map(
                lambda who: agreeing.confirm(table.store, who, table.at(), mark, now=NOW), there
            )
        )
    assert [each.confirmed for each in table.page().versions] == [BOTH]
    assert len(_goals(table)) == 1
    assert len(table.store.read("select 1 from conversation")) == 2


def test_somebody_who_is_called_otherwise_since_changes_no_report(
    store: Store, folk: Organisation, table: Table
) -> None:
    table.confirm()
    when, cas = When(NOW, TODAY), folk.leader.person_id
    administering.correct(store, folk.administrator, cas, "Cas de Wit", "", when=when)
    assert table.page().is_agreed
    assert table.page().report.partner == "Cas"


def test_the_pen_changes_hands_midway(table: Table) -> None:
    table.keep(Closing((goal("Een"),)))
    with pytest.raises(NotAllowedError, match="De ander schrijft"):
        table.keep(Closing((goal("Twee"),)), PARTNER)
    talking.take_pen(table.store, table.partner, table.at())
    table.keep(Closing((goal("Twee"),)), PARTNER)
    with pytest.raises(NotAllowedError, match="De ander schrijft"):
        table.keep(Closing())
    assert table.page().closing.goals == (goal("Twee"),)


@pytest.mark.parametrize(
    "closing",
    [
        Closing(tuple(goal(f"Doel {number}") for number in range(4))),
        Closing((goal(""),)),
        Closing((goal("x" * 301),)),
        Closing((goal("Doen", TODAY),)),
        Closing(review_on=TODAY),
        Closing(review_on=TODAY + timedelta(days=731)),
        Closing(next_on=TODAY),
        Closing(next_on=TODAY + timedelta(days=366)),
    ],
)
def test_what_cannot_be_agreed_is_not_kept(table: Table, closing: Closing) -> None:
    with pytest.raises(InputError):
        table.keep(closing)
    assert table.page().closing == Closing()


def test_what_was_kept_before_stays_whatever_the_day(table: Table) -> None:
    first = goal("Doen", TODAY + timedelta(days=10))
    table.keep(Closing((first,), next_on=TODAY + timedelta(days=5)))
    later = table._replace(today=TODAY + timedelta(days=20))
    second = goal("Ook doen")
    later.keep(Closing((first, second), next_on=TODAY + timedelta(days=5)))
    assert later.page().closing.goals == (first, second)


def test_nobody_goes_back_behind_an_agreed_report(table: Table) -> None:
    table.confirm(OWNER)
    agreeing.go_back(table.store, table.partner, table.at())
    talking.end(table.store, table.owner, table.at())
    table.confirm()
    for who in (table.owner, table.partner):
        with pytest.raises(NotAllowedError, match="bevestigd"):
            agreeing.go_back(table.store, who, table.at())


@pytest.mark.parametrize("who", ["bo", "other_leader", "coach", "administrator"])
def test_nobody_else_reads_or_confirms_it(
    store: Store, folk: Organisation, table: Table, who: str
) -> None:
    somebody, mark = getattr(folk, who), table.page().mark
    for refused in (
        lambda: agreeing.page(store, somebody, table.at()),
        lambda: agreeing.keep(store, somebody, table.at(), Closing()),
        lambda: agreeing.confirm(store, somebody, table.at(), mark, now=NOW),
        lambda: agreeing.go_back(store, somebody, table.at()),
    ):
        with pytest.raises(NotAllowedError, match="er niet"):
            refused()


def test_a_group_is_confirmed_by_who_wrote_it_down(
    store: Store, folk: Organisation, tmp_path: Path
) -> None:
    wanted = talks.plan_for(None, talks.GROUP)
    found = planning.plan(store, folk.an, wanted, talks.folder(tmp_path), today=TODAY)
    at = At(found, TODAY)
    talking.begin(store, folk.an, at)
    talking.end(store, folk.an, at)
    agreeing.keep(store, folk.an, at, Closing((goal("Samen doen"),)))
    agreeing.confirm(store, folk.an, at, agreeing.page(store, folk.an, at).mark, now=NOW)
    assert agreeing.page(store, folk.an, at).is_agreed
    assert [each.entry for each in goals.mine(store, folk.an)] == [goal("Samen doen")]
