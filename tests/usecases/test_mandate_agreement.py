"""What is agreed: a new version each time, nothing lost, nothing twice, nobody else's."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ibreflect.errors import InputError, NotAllowedError
from ibreflect.model.person import Person
from ibreflect.model.round import term_of
from ibreflect.questionnaires.load import Instrument
from ibreflect.store import erasing
from ibreflect.store.connection import Store
from ibreflect.usecases import mandate, rounds
from ibreflect.usecases.mandate_agreement import Entry, agree, half_a_year_after
from tests.store import rounds_with_others as others
from tests.store import scans

TODAY, REVIEW = date(2026, 11, 2), date(2027, 5, 2)


@pytest.fixture
def round_id(store: Store, actor: Person) -> UUID:
    """A handed-in round with the map."""
    return handed_in(store, actor)


def handed_in(store: Store, person: Person) -> UUID:
    begun = others.begin(store, person, "mandaatkaart")
    others.finish_scan(store, person, begun, {"MI1": 4})
    return begun


def entry(
    levels: Mapping[str, Any] | None = None,
    notes: Mapping[str, str] | None = None,
    agreed_on: date = TODAY,
    review_on: date = REVIEW,
) -> Entry:
    return Entry({"MI1": 4} if levels is None else levels, notes or {}, agreed_on, review_on)


def test_what_is_agreed_can_be_read_back(store: Store, actor: Person, round_id: UUID) -> None:
    notes = {"MI1": " binnen  het\nbudget "}
    assert agree(store, actor, round_id, entry({"MI1": 4, "MI3": 5, "MB1": 3}, notes)) == 1

    seen = mandate.mandate_map(store, actor, round_id)
    (version,) = seen.versions
    assert version.says == (
        "Afgesproken op 2 november 2026. We bekijken dit opnieuw op 2 mei 2027."
    )
    own, phase, _ = (scale.title for scale in seen.questionnaire.scales)
    assert list(version.table.columns) == ["Onderwerp", own, phase]
    assert version.table.to_numpy().tolist() == [
        ["Een methode kiezen", "meebeslissen (binnen het budget)", "adviseren"],
        ["De schoolanalyse maken", "beslissen", "–"],
    ]
    assert {item_id: each.level for item_id, each in seen.agreed.items()} == {
        "MI1": 4,
        "MI3": 5,
        "MB1": 3,
    }


def test_a_change_is_a_new_version_and_the_earlier_one_stays(
    store: Store, actor: Person, round_id: UUID
) -> None:
    agree(store, actor, round_id, entry({"MI1": 4}))
    assert agree(store, actor, round_id, entry({"MI1": 5})) == 2

    newest, first = mandate.mandate_map(store, actor, round_id).versions
    assert (newest.number, newest.terms.agreed["MI1"].level) == (2, 5)
    assert (first.number, first.terms.agreed["MI1"].level) == (1, 4)


def test_a_second_click_adds_nothing(store: Store, actor: Person, round_id: UUID) -> None:
    numbers = [agree(store, actor, round_id, entry({"MI1": 4, "MI2": 3})) for _ in range(3)]
    assert numbers == [1, 1, 1]
    assert len(mandate.mandate_map(store, actor, round_id).versions) == 1


def test_going_back_to_an_earlier_agreement_is_a_new_version(
    store: Store, actor: Person, round_id: UUID
) -> None:
    numbers = [agree(store, actor, round_id, entry({"MI1": level})) for level in (4, 5, 4)]
    assert numbers == [1, 2, 3]


def test_an_agreement_lives_on_in_the_next_round(
    store: Store, actor: Person, round_id: UUID
) -> None:
    agree(store, actor, round_id, entry())
    rounds.close(store, actor, round_id)
    later = rounds.start(
        store,
        actor,
        rounds.Wish(scans.SCHOOL, term_of(scans.SPRING), scans.instrument(), (_map(),)),
        today=scans.SPRING,
    )
    assert set(mandate.mandate_map(store, actor, later).agreed) == {"MI1"}
    rounds.erase(store, actor, round_id)
    assert set(mandate.mandate_map(store, actor, later).agreed) == {"MI1"}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (entry({"XX1": 4}), "horen niet bij jullie kaart"),
        (entry({"LC1": 4}), "horen niet bij jullie kaart"),
        (entry({"MI1": 0}), "horen niet bij jullie kaart"),
        (entry({"MI1": 6}), "horen niet bij jullie kaart"),
        (entry({"MI1": True}), "horen niet bij jullie kaart"),
        (entry({"MI1": "4"}), "horen niet bij jullie kaart"),
        (entry({"MI1": 4}, {"XX1": "x"}), "horen niet bij jullie kaart"),
        (entry({}), "minstens één onderwerp"),
        (
            entry({"MI1": 4}, {"MI2": "later"}),
            "Bij “Een studiedag inhoudelijk vormgeven” staat een",
        ),
        (entry({"MI1": 4}, {"MI1": "x" * 201}), "nu zijn het er 201"),
        (entry(agreed_on=TODAY, review_on=TODAY), "ligt niet na de dag"),
        (entry(agreed_on=REVIEW, review_on=TODAY), "ligt niet na de dag"),
        (entry(agreed_on=TODAY, review_on=date(2028, 11, 4)), "binnen twee jaar"),
        (entry(agreed_on=date.min, review_on=date.max), "binnen twee jaar"),
    ],
)
def test_what_cannot_be_agreed(
    store: Store, actor: Person, round_id: UUID, wrong: Entry, sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        agree(store, actor, round_id, wrong)
    assert mandate.mandate_map(store, actor, round_id).versions == ()


def test_two_years_is_still_possible(store: Store, actor: Person, round_id: UUID) -> None:
    assert agree(store, actor, round_id, entry(review_on=date(2028, 11, 2))) == 1


def test_first_the_own_answers_then_an_agreement(store: Store, actor: Person) -> None:
    begun = others.begin(store, actor, "mandaatkaart")
    with pytest.raises(NotAllowedError, match="Lever eerst je eigen scan in"):
        agree(store, actor, begun, entry())


def test_nobody_agrees_for_somebody_else(
    store: Store, somebody_else: Person, round_id: UUID
) -> None:
    for foreign in (round_id, uuid4()):
        with pytest.raises(NotAllowedError, match="is er niet"):
            agree(store, somebody_else, foreign, entry())


def test_a_round_without_a_map_has_nothing_to_agree_on(store: Store, actor: Person) -> None:
    plain = scans.begin(store, actor)
    with pytest.raises(InputError, match="zit geen mandaatkaart"):
        agree(store, actor, plain, entry())


def test_people_at_schools_of_the_same_name_do_not_see_each_other(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID
) -> None:
    agree(store, actor, round_id, entry())
    theirs = handed_in(store, somebody_else)
    assert mandate.mandate_map(store, somebody_else, theirs).versions == ()


def test_typed_text_is_kept_as_text(store: Store, actor: Person, round_id: UUID) -> None:
    hostile = "<b>=1+1</b>'; drop table mandate_agreed; --\u202e"
    agree(store, actor, round_id, entry({"MI1": 4}, {"MI1": hostile}))
    kept = mandate.mandate_map(store, actor, round_id).agreed["MI1"].note
    assert kept == "<b>=1+1</b>'; drop table mandate_agreed; --"


def test_an_erased_person_leaves_no_agreement(
    store: Store, actor: Person, somebody_else: Person, round_id: UUID
) -> None:
    agree(store, actor, round_id, entry({"MI1": 4, "MI2": 4}))
    theirs = handed_in(store, somebody_else)
    agree(store, somebody_else, theirs, entry({"MI1": 2}))
    erasing.erase_person(store, actor.person_id)

    after = scans.contents(store)
    (agreement,) = after["mandate_agreement"]
    assert agreement["person_id"] == somebody_else.person_id
    assert [row["level"] for row in after["mandate_agreed"]] == [2]


def test_the_reminder_comes_on_the_day_of_the_review(
    store: Store, actor: Person, round_id: UUID
) -> None:
    agree(store, actor, round_id, entry())
    (version,) = mandate.mandate_map(store, actor, round_id).versions
    assert version.reminder(REVIEW - timedelta(days=1)) == ""
    assert version.reminder(REVIEW).startswith("Op 2 mei 2027 zouden jullie deze afspraak")


@pytest.mark.parametrize(
    ("day", "review"),
    [
        (date(2026, 11, 2), date(2027, 5, 2)),
        (date(2026, 1, 31), date(2026, 7, 31)),
        # August and October have 31 days, February and April fewer.
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 31), date(2028, 2, 29)),
        (date(2026, 10, 31), date(2027, 4, 30)),
        (date(2026, 12, 1), date(2027, 6, 1)),
    ],
)
def test_the_review_is_half_a_year_later_unless_chosen_otherwise(day: date, review: date) -> None:
    assert half_a_year_after(day) == review


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_half_a_year_is_about_half_a_year(day: date) -> None:
    assert 178 <= (half_a_year_after(day) - day).days <= 184


def _map() -> Instrument:
    return others.module("mandaatkaart")
