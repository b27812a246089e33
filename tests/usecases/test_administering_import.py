"""Taking up a list of schools and people: all of it or nothing, and never twice."""

from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ibreflect.errors import InputError
from ibreflect.model.event import EventKind
from ibreflect.model.membership import PlaceKind
from ibreflect.store import events, places
from ibreflect.store.connection import Store
from ibreflect.usecases import (
    administering,
    administering_import,
    administering_places,
    administering_positions,
)
from ibreflect.usecases.administering import Somebody, When
from ibreflect.usecases.import_plan import Plan
from tests.store import scans
from tests.usecases.beheerder import TODAY, WHEN, kinds
from tests.usecases.organisation import ALLIANCE, BOARD, WILG, Organisation, organisation

HEADER = "samenwerkingsverband;bestuur;school;naam;mail;functie;vanaf\n"
LIST = HEADER + (
    "PO Noord;Stichting Noord;De Beuk;Hal;hal@beuk.nl;ib'er;2026-08-01\n"
    "PO Noord;Stichting Noord;De Beuk;Iris;iris@beuk.nl;schoolleider;\n"
    "PO Noord;Stichting Noord;De Iep;Hal;hal@beuk.nl;ib'er;\n"
    "PO Noord;;;Joy;;coach;\n"
    ";Stichting Noord;De Eik;;;;\n"
    "PO Zuid;Stichting Zuid;De Wilg;An;;ib'er;\n"
)


@pytest.fixture
def all_of_us(store: Store) -> Organisation:
    return organisation(store)


def _propose(store: Store, all_of_us: Organisation, text: str) -> Plan:
    return administering_import.propose(store, all_of_us.administrator, text.encode(), when=WHEN)


def _adopt(store: Store, all_of_us: Organisation, text: str, *, when: When = WHEN) -> Plan:
    return administering_import.adopt(store, all_of_us.administrator, text.encode(), when=when)


def _named(store: Store, all_of_us: Organisation, name: str) -> Somebody:
    known = administering.everybody(store, all_of_us.administrator, when=WHEN)
    return next(each for each in known if each.person.name == name)


def _refused(store: Store, all_of_us: Organisation, text: str) -> str:
    """What is said of a list, of which nothing is kept."""
    before = scans.contents(store)
    with pytest.raises(InputError) as refused:
        _adopt(store, all_of_us, text)
    assert scans.contents(store) == before
    return str(refused.value)


def test_the_list_is_first_seen_and_then_kept(store: Store, all_of_us: Organisation) -> None:
    before = scans.contents(store)
    plan = _propose(store, all_of_us, LIST)
    assert scans.contents(store) == before

    new = {kind: [e.name for e in plan.places if e.kind is kind] for kind in PlaceKind}
    assert new[PlaceKind.ALLIANCE] == ["PO Noord"]
    assert new[PlaceKind.BOARD] == ["Stichting Noord"]
    assert new[PlaceKind.SCHOOL] == ["De Beuk", "De Iep", "De Eik"]
    assert [each.person.name for each in plan.people] == ["Hal", "Iris", "Joy"]
    assert len(plan.positions) == 4

    _adopt(store, all_of_us, LIST)
    hal = _named(store, all_of_us, "Hal")
    assert hal.address == "hal@beuk.nl"
    assert [(each.place_name, each.membership.since) for each in hal.positions] == [
        ("De Beuk", date(2026, 8, 1)),
        ("De Iep", TODAY),
    ]
    joy = _named(store, all_of_us, "Joy")
    assert [each.place_name for each in joy.positions] == ["PO Noord"]
    north = {each.name: each for each in places.every(store)}
    assert north["De Beuk"].board_id == north["Stichting Noord"].place_id
    assert north["De Beuk"].alliance_id == north["PO Noord"].place_id
    assert north["De Eik"].alliance_id is None


def test_everything_that_is_taken_up_is_written_down(store: Store, all_of_us: Organisation) -> None:
    _adopt(store, all_of_us, LIST)
    assert kinds(store, _named(store, all_of_us, "Hal").person) == [EventKind.POSITION_GIVEN] * 2
    done = events.about(store, all_of_us.administrator.person_id)
    assert (done[-1].kind, done[-1].fields) == (
        EventKind.PLACES_IMPORTED,
        {"schools": 3, "people": 3},
    )


def test_the_same_list_again_changes_nothing(store: Store, all_of_us: Organisation) -> None:
    _adopt(store, all_of_us, LIST)
    before = scans.contents(store)
    later = When(WHEN.moment + timedelta(days=90), TODAY + timedelta(days=90))
    assert _propose(store, all_of_us, LIST).is_empty
    assert _adopt(store, all_of_us, LIST, when=later).is_empty
    assert _adopt(store, all_of_us, LIST.upper()).is_empty
    assert scans.contents(store) == before


def test_a_position_that_ended_is_not_given_back_by_an_old_list(
    store: Store, all_of_us: Organisation
) -> None:
    _adopt(store, all_of_us, LIST)
    held = _named(store, all_of_us, "Hal").positions[0].membership
    administering_positions.end(store, all_of_us.administrator, held, TODAY, when=WHEN)
    later = When(WHEN.moment + timedelta(days=90), TODAY + timedelta(days=90))

    assert _adopt(store, all_of_us, LIST, when=later).is_empty


def test_a_school_gets_what_it_did_not_have(store: Store, all_of_us: Organisation) -> None:
    gijs = all_of_us.administrator
    new = administering_places.Wanted("De Beuk")
    beuk = administering_places.add(store, gijs, PlaceKind.SCHOOL, new, when=WHEN)
    row = "PO Zuid;Stichting Zuid;de beuk;;;;\n"
    (tied,) = _adopt(store, all_of_us, HEADER + row).tied
    assert (tied.place_id, tied.name) == (beuk, "De Beuk")
    (kept,) = [each for each in places.every(store) if each.place_id == beuk]
    assert (kept.board_id, kept.alliance_id) == (BOARD, ALLIANCE)
    assert _adopt(store, all_of_us, HEADER + row).is_empty


def test_a_school_elsewhere_is_told_and_not_moved(store: Store, all_of_us: Organisation) -> None:
    told = _refused(store, all_of_us, HEADER + "PO Noord;Stichting Zuid;De Wilg;;;;\n")
    assert "Regel 2: De Wilg hoort al bij een ander samenwerkingsverband: PO Zuid" in told


def test_schools_of_one_name_are_told_apart_by_their_board(
    store: Store, all_of_us: Organisation
) -> None:
    rows = (
        ";;De Wilg;Hal;;ib'er;\n"
        ";Stichting Noord;De Wilg;Iris;;ib'er;\n"
        ";Stichting Zuid;De Wilg;Joy;;ib'er;\n"
    )
    told = _refused(store, all_of_us, HEADER + rows)
    assert told == (
        "Regel 2: er zijn meer scholen die De Wilg heten. Vul de kolom bestuur in, dan is "
        "duidelijk welke."
    )
    plan = _adopt(store, all_of_us, HEADER + rows.split("\n", 1)[1])
    assert [each.name for each in plan.places] == ["Stichting Noord", "De Wilg"]
    assert [each.place_id == WILG for each in plan.positions] == [False, True]


def test_people_of_one_name_are_told_apart_by_their_address(
    store: Store, all_of_us: Organisation
) -> None:
    rows = ";;De Wilg;Hal;hal@a.nl;ib'er;\n;;De Wilg;Hal;hal@b.nl;schoolleider;\n"
    assert len(_adopt(store, all_of_us, HEADER + rows).people) == 2
    told = _refused(store, all_of_us, HEADER + ";;De Wilg;hal;;ib'er;\n")
    assert "er zijn meer mensen die hal heten. Vul de kolom mail in" in told


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (";;De Wilg;An;an@wilg.nl;ib'er;\n", "er is al een An zonder mailadres"),
        (
            ";;De Wilg;Hal;x@a.nl;ib'er;\n;;De Wilg;Iris;X@A.nl;ib'er;\n",
            "Regel 3: dit mailadres is van Hal",
        ),
        (
            ";;De Wilg;Hal;;ib'er;2026-08-01\n;;De Wilg;Hal;;ib'er;2026-08-02\n",
            "Regel 3: deze functie staat ook op regel 2",
        ),
    ],
)
def test_what_could_be_somebody_else_is_asked(
    store: Store, all_of_us: Organisation, rows: str, says: str
) -> None:
    assert says in _refused(store, all_of_us, HEADER + rows)


def test_a_row_that_stands_there_twice_counts_once(store: Store, all_of_us: Organisation) -> None:
    row = ";;De Wilg;Hal;hal@wilg.nl;ib'er;\n"
    plan = _adopt(store, all_of_us, HEADER + row * 3)
    assert (len(plan.people), len(plan.positions)) == (1, 1)


def test_a_closed_school_takes_nobody_on_and_keeps_who_is_there(
    store: Store, all_of_us: Organisation
) -> None:
    administering_places.close(store, all_of_us.administrator, WILG, when=WHEN)
    told = _refused(store, all_of_us, HEADER + ";;De Wilg;Hal;;ib'er;\n;;De Wilg;An;;ib'er;\n")
    assert told.splitlines() == [
        "Regel 2: De Wilg is gesloten. Open de school eerst weer, of haal de regel weg."
    ]


def test_all_problems_come_together_in_the_order_of_the_file(
    store: Store, all_of_us: Organisation
) -> None:
    rows = ";;De Wilg;Hal;;ufo;\nPO Noord;;De Wilg;;;;\n;;De Wilg;Iris;iris@;ib'er;\n"
    told = _refused(store, all_of_us, HEADER + rows).splitlines()
    assert [line.split(":")[0] for line in told] == ["Regel 2", "Regel 3", "Regel 4"]


def test_nobody_becomes_beheerder_by_a_list(store: Store, all_of_us: Organisation) -> None:
    told = _refused(store, all_of_us, "naam;functie\nHal;Beheerder \n")
    assert told.startswith("Regel 2: een beheerder staat niet op een lijst.")


_NAMES = st.sampled_from(["", "An", "an", "Hal", "=1+1", "<b>"])
_ROWS = st.tuples(
    st.sampled_from(["", "PO Zuid", "PO Noord"]),
    st.sampled_from(["", "Stichting Zuid", "Noord"]),
    st.sampled_from(["", "De Wilg", "De Beuk", "\u202e"]),
    _NAMES,
    st.sampled_from(["", "a@b.nl", "A@b.nl", "x"]),
    st.sampled_from(["", "ib'er", "coach", "bestuur", "directeur", "beheerder", "ufo"]),
    st.sampled_from(["", "2026-08-01", "1-8-2026", "2-8-2026", "nooit"]),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ROWS, max_size=5))
def test_any_list_is_taken_up_whole_and_once_or_not_at_all(
    tmp_path: Path, rows: list[tuple[str, ...]]
) -> None:
    text = HEADER + "".join(";".join(row) + "\n" for row in rows)
    path = tmp_path / "whole.duckdb"
    path.unlink(missing_ok=True)
    store = Store(path)
    try:
        all_of_us = organisation(store)
        before = scans.contents(store)
        with suppress(InputError):
            _adopt(store, all_of_us, text)
            after = scans.contents(store)
            assert _adopt(store, all_of_us, text).is_empty
            assert scans.contents(store) == after
            return
        assert scans.contents(store) == before
    finally:
        store.close()
