"""Beheer, Bewaren and Kwaliteit: for the beheerder, in counts and periods, never about a person."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ibreflect.measure.pooled import TOO_FEW
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import RaterGroup
from ibreflect.model.retention import YEAR, Period
from ibreflect.store import last_backup
from ibreflect.store.connection import Store
from ibreflect.ui.screens import MANAGE, PERIODS, QUALITY, START, Screen
from ibreflect.usecases import floors, nights, retention
from tests.pages.visitor import Visitor
from tests.usecases import many_scans
from tests.usecases.organisation import Organisation, organisation, sign_in
from tests.usecases.post_office import at


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _as(store: Store, person: Person) -> Visitor:
    visitor = Visitor()
    visitor.app.user = {"session": sign_in(store, person, now=_now())}
    return visitor


@pytest.fixture
def everybody(store: Store) -> Organisation:
    return organisation(store)


@pytest.fixture
def visitor(store: Store, everybody: Organisation) -> Visitor:
    return _as(store, everybody.administrator)


@pytest.mark.parametrize("screen", [MANAGE, PERIODS, QUALITY], ids=lambda each: each.name)
def test_nobody_else_finds_these_pages(
    store: Store, everybody: Organisation, screen: Screen
) -> None:
    for person in (everybody.an, everybody.leader, everybody.coach, everybody.board_member):
        assert _as(store, person).go(screen).title == "Niet gevonden"


@pytest.mark.parametrize("screen", [MANAGE, PERIODS, QUALITY], ids=lambda each: each.name)
def test_no_name_of_a_person_or_school_is_on_them(
    store: Store, visitor: Visitor, everybody: Organisation, screen: Screen
) -> None:
    many_scans.keep(store, many_scans.people(36, 6))
    visitor.go(screen)
    assert not visitor.app.exception
    told = visitor.text + "".join(str(each.value) for each in visitor.app.table)
    for name in ("De Wilg", "De Esdoorn", "Dilan"):
        assert name not in told


def test_beheer_counts_and_says_what_needs_care(
    store: Store, visitor: Visitor, everybody: Organisation, place: Path
) -> None:
    visitor.go(MANAGE)
    assert visitor.title == "Beheer"
    counts: dict[str, str] = dict(visitor.table(0).itertuples(index=False))
    assert counts["Ib'ers"] == "2"
    assert {"minder dan 5"} == {each for about, each in counts.items() if "eetrondes" in about}
    assert "geen reservekopie" in visitor.text
    assert "geen mailserver" in visitor.text
    last_backup.note(place, _now().date())
    visitor.go(MANAGE)
    assert "geen reservekopie" not in visitor.text


def test_floors_go_up_and_stay_up(store: Store, visitor: Visitor, everybody: Organisation) -> None:
    visitor.go(MANAGE)
    colleagues, parents = visitor.app.number_input
    colleagues.set_value(5)
    parents.set_value(6)
    visitor.app.button[-1].click().run()
    assert "De drempels zijn verhoogd" in visitor.text
    least = floors.of_installation(store)
    assert (least[RaterGroup.TEACHER], least[RaterGroup.PARENT]) == (5, 6)
    assert [each.min for each in visitor.app.number_input] == [5, 6]


def test_periods_are_chosen_within_their_bounds(
    store: Store, visitor: Visitor, everybody: Organisation
) -> None:
    visitor.go(PERIODS)
    answers, events, left = visitor.app.selectbox
    assert (answers.options[0], answers.options[-1]) == ("7 dagen", "30 dagen")
    assert events.options == left.options == [f"{number} jaar" for number in range(1, 6)]
    answers.set_value(14)
    events.set_value(3 * YEAR)
    visitor.app.button[-1].click().run()
    assert "De termijnen zijn vastgelegd" in visitor.text
    kept = retention.periods(store)
    assert (kept[Period.ANSWERS_OF_OTHERS], kept[Period.EVENTS]) == (14, 3 * YEAR)
    assert "nog geen nacht" in visitor.text


def test_bewaren_shows_what_the_nights_did(
    store: Store, visitor: Visitor, everybody: Organisation
) -> None:
    first = _now().date() + timedelta(days=40)
    nights.at_night(store, at(first, 3))
    nights.at_night(store, at(first + timedelta(days=1), 3))
    visitor.app.user = {"session": sign_in(store, everybody.administrator, now=_now())}
    visitor.go(PERIODS)
    (row,) = visitor.table(0).to_dict("records")
    assert "aanmeldingen" in row["Wat er wegging"]
    assert row["Hoeveel"] == "minder dan 5"


def test_quality_says_why_there_is_nothing(
    store: Store, visitor: Visitor, everybody: Organisation
) -> None:
    assert "nog geen scan ingeleverd" in visitor.go(QUALITY).text
    many_scans.keep(store, many_scans.people(29, 6))
    visitor.go(QUALITY)
    assert TOO_FEW in visitor.text
    assert not visitor.app.table


def test_quality_shows_every_scale_in_its_own_order(
    store: Store, visitor: Visitor, everybody: Organisation
) -> None:
    many_scans.keep(store, many_scans.people(36, 6))
    visitor.go(QUALITY)
    assert "minstens 35 mensen" in visitor.text
    statements = [list(each.value["Stelling"]) for each in visitor.app.table[1:]]
    assert [len(each) for each in statements] == [8, 8, 8, 8]
    assert "gemiddelde" not in "".join(str(each.value.columns) for each in visitor.app.table)


def test_who_left_reads_on_the_start_page_when_everything_goes(
    store: Store, everybody: Organisation
) -> None:
    last = _now().date() - timedelta(days=3 * YEAR)
    store.write(
        lambda transaction: transaction.run(
            "update membership set until = $2 where person_id = $1", everybody.an.person_id, last
        )
    )
    for number in (0, 1):
        nights.at_night(store, at(_now().date() + timedelta(days=number), 3))
    assert "geen ib'er meer" in _as(store, everybody.an).go(START).text
    assert "geen ib'er meer" not in _as(store, everybody.bo).go(START).text
