"""The logboek: what can be written down, what is refused, and that it is nobody else's."""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.log import Content, Entry, Kind, Place, Step
from ibreflect.model.person import Person, School
from ibreflect.model.role import REGIONS, Role
from ibreflect.store.connection import Store
from ibreflect.usecases import log_entries, people
from tests.store import scans
from tests.usecases.organisation import ESDOORN, WILG, organisation

TODAY = date(2026, 11, 3)
MOMENT = Content(Kind.BUMPY_MOMENT, TODAY, "De start liep uit de hand.", "gedrag")
ACTIVITY = Content(
    Kind.ACTIVITY, TODAY, "Meegekeken", roles=(Role.TREND_ANALYST,), minutes=45, is_planned=True
)
QUESTION = Content(Kind.QUESTION, TODAY, "Hoe verder?", step=Step.NOTHING)
EFFECT = Content(Kind.EFFECT, TODAY, "De les begint rustig.", place=Place.TEACHER)


@pytest.fixture
def school(store: Store, actor: Person) -> School:
    """The school at which the actor works."""
    scans.begin(store, actor)
    return people.my_schools(store, actor)[0]


def write(store: Store, actor: Person, school: School, content: Content = MOMENT) -> Entry:
    entry = Entry(uuid4(), school, content)
    log_entries.add(store, actor, entry, today=TODAY)
    return entry


@pytest.mark.parametrize("content", [MOMENT, ACTIVITY, QUESTION, EFFECT])
def test_each_kind_is_kept_as_it_was_written(
    store: Store, actor: Person, school: School, content: Content
) -> None:
    entry = write(store, actor, school, content)
    assert log_entries.mine(store, actor) == (entry,)


def test_texts_are_cleaned_and_what_belongs_to_another_kind_is_dropped(
    store: Store, actor: Person, school: School
) -> None:
    everything = ACTIVITY._replace(kind=Kind.QUESTION, what=" Hoe\r\nverder? ", step=Step.BOTH)
    write(store, actor, school, everything._replace(place=Place.TEAM))
    (kept,) = log_entries.mine(store, actor)
    assert kept.content == Content(Kind.QUESTION, TODAY, "Hoe\nverder?", step=Step.BOTH)


def test_roles_are_kept_once_whatever_the_order_they_were_chosen_in(
    store: Store, actor: Person, school: School
) -> None:
    chosen = (Role.TREND_ANALYST, Role.CARE_DIRECTOR, Role.LEARNING_COORDINATOR)
    write(store, actor, school, ACTIVITY._replace(roles=chosen))
    assert log_entries.mine(store, actor)[0].content.roles == REGIONS[-1]


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (MOMENT._replace(what=" \u200b"), ["Schrijf kort op wat er gebeurde."]),
        (MOMENT._replace(what="a" * 501), ["Je tekst is 501 tekens lang; er passen er 500."]),
        (MOMENT._replace(theme="roddel"), ["Dit thema is er niet. Laad de pagina opnieuw."]),
        (
            MOMENT._replace(day=TODAY + timedelta(days=1)),
            ["Kies als dag vandaag of een dag die al geweest is."],
        ),
        (
            MOMENT._replace(day=date(1999, 12, 31)),
            ["Kies als dag vandaag of een dag die al geweest is."],
        ),
        (
            Content(Kind.ACTIVITY, TODAY, ""),
            [
                "Schrijf kort op wat je deed.",
                "Kies een, twee of drie rollen.",
                "Vul in hoelang het duurde, van 5 tot en met 600 minuten.",
                "Kies of het gepland was of spontaan.",
            ],
        ),
        (
            ACTIVITY._replace(minutes=4),
            ["Vul in hoelang het duurde, van 5 tot en met 600 minuten."],
        ),
        (
            ACTIVITY._replace(minutes=601),
            ["Vul in hoelang het duurde, van 5 tot en met 600 minuten."],
        ),
        (ACTIVITY._replace(roles=(Role.TREND_ANALYST,) * 2), ["Kies een, twee of drie rollen."]),
        (
            Content(Kind.QUESTION, TODAY, "Hoe?"),
            ["Kies wat er al gedaan was toen de vraag bij jou kwam."],
        ),
        (Content(Kind.EFFECT, TODAY, "Rust."), ["Kies waar je het effect zag."]),
    ],
)
def test_what_is_missing_is_said_all_at_once_and_nothing_is_kept(
    store: Store, actor: Person, school: School, content: Content, problems: list[str]
) -> None:
    with pytest.raises(InputError) as refused:
        write(store, actor, school, content)
    assert str(refused.value).splitlines() == problems
    assert log_entries.mine(store, actor) == ()


def test_a_change_that_cannot_be_leaves_the_entry_as_it_was(
    store: Store, actor: Person, school: School
) -> None:
    entry = write(store, actor, school)
    with pytest.raises(InputError):
        log_entries.change(store, actor, entry.entry_id, MOMENT._replace(what=""), today=TODAY)
    assert log_entries.mine(store, actor) == (entry,)
    log_entries.change(store, actor, entry.entry_id, QUESTION, today=TODAY)
    assert log_entries.mine(store, actor) == (entry._replace(content=QUESTION),)


def test_entries_belong_to_a_school(store: Store, actor: Person, school: School) -> None:
    here = write(store, actor, school)
    scans.begin(store, actor, scans.SPRING, "De Esdoorn")
    (other,) = [each for each in people.my_schools(store, actor) if each != school]
    there = write(store, actor, other, QUESTION)
    assert set(log_entries.mine(store, actor)) == {here, there}
    assert log_entries.mine(store, actor, school_id=school.school_id) == (here,)
    assert log_entries.mine(store, actor, school_id=other.school_id) == (there,)


def test_the_chosen_entries_come_newest_first_and_once(
    store: Store, actor: Person, school: School
) -> None:
    first, _, last = (write(store, actor, school) for _ in range(3))
    asked = [first.entry_id, last.entry_id, first.entry_id]
    assert log_entries.chosen(store, actor, asked) == (last, first)
    assert log_entries.chosen(store, actor, []) == ()


def test_what_is_removed_is_gone_and_cannot_be_changed_any_more(
    store: Store, actor: Person, school: School
) -> None:
    entry = write(store, actor, school)
    log_entries.remove(store, actor, entry.entry_id)
    assert log_entries.mine(store, actor) == ()
    with pytest.raises(NotAllowedError, match="staat niet"):
        log_entries.change(store, actor, entry.entry_id, MOMENT, today=TODAY)


class TwoLogs(NamedTuple):
    """An installation in which two ib'ers wrote something down."""

    store: Store
    an: Person
    bo: Person
    of_an: Entry
    of_bo: Entry


@pytest.fixture(scope="module")
def two_logs(tmp_path_factory: pytest.TempPathFactory) -> TwoLogs:
    store = Store(Path(tmp_path_factory.mktemp("two")) / "ibreflect.duckdb")
    folk = organisation(store)
    of_an = write(store, folk.an, School(WILG, "De Wilg"))
    of_bo = write(store, folk.bo, School(ESDOORN, "De Esdoorn"))
    return TwoLogs(store, folk.an, folk.bo, of_an, of_bo)


@given(given_id=st.one_of(st.none(), st.uuids()), with_own=st.booleans())
def test_by_no_id_somebody_elses_entry_is_read_changed_or_removed(
    two_logs: TwoLogs, *, given_id: UUID | None, with_own: bool
) -> None:
    """None stands for the id that Bo's entry really has; one that is nobody's reads the same."""
    store, an, bo, of_an, of_bo = two_logs
    entry_id = given_id or of_bo.entry_id
    own = [of_an.entry_id] if with_own else []
    told = set()
    for attempt in (
        lambda: log_entries.chosen(store, an, [*own, entry_id]),
        lambda: log_entries.change(store, an, entry_id, QUESTION, today=TODAY),
        lambda: log_entries.remove(store, an, entry_id),
    ):
        with pytest.raises(NotAllowedError) as refused:
            attempt()
        told.add(str(refused.value))
    assert told == {
        "Dit staat niet (meer) in je logboek. Ga naar Logboek; daar staat alles wat er is."
    }
    assert log_entries.mine(store, an) == (of_an,)
    assert log_entries.mine(store, bo) == (of_bo,)


def test_an_id_that_is_taken_by_somebody_else_changes_nothing_of_theirs(
    two_logs: TwoLogs,
) -> None:
    store, an, bo, of_an, of_bo = two_logs
    taken = of_an._replace(entry_id=of_bo.entry_id)
    log_entries.add(store, an, taken, today=TODAY)
    assert log_entries.mine(store, bo) == (of_bo,)


def test_nothing_is_written_down_of_a_school_that_one_does_not_work_at(two_logs: TwoLogs) -> None:
    store, an, *_, of_bo = two_logs
    with pytest.raises(NotAllowedError, match="Deze school is er niet"):
        log_entries.add(store, an, of_bo._replace(entry_id=uuid4()), today=TODAY)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"what": "Ik sprak met Tom over de start."}, ("Tom",)),
        ({"explored": "Met juf Anna gekeken.", "follow_up": "Bel 06-12345678."}, None),
        ({"what": "cas vroeg om hulp"}, ("cas",)),
        ({"what": "dilan vroeg om hulp"}, ()),
        ({"what": "an vroeg om hulp"}, ()),
        ({"what": "Een leraar vroeg om hulp bij de start."}, ()),
        ({"what": ""}, ()),
    ],
)
def test_what_looks_like_a_name_is_found(
    two_logs: TwoLogs, texts: dict[str, str], found: tuple[str, ...] | None
) -> None:
    """Cas works at De Wilg, Dilan elsewhere; An is the one who writes."""
    content = Content(Kind.BUMPY_MOMENT, TODAY, "")._replace(**texts)  # type: ignore[arg-type]
    seen = log_entries.names(two_logs.store, two_logs.an, WILG, content)
    assert seen == (("juf Anna", "06-12345678") if found is None else found)
