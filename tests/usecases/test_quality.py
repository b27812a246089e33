"""Of statements something is told of many people together only, and never about one of them."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ibreflect.errors import NotAllowedError
from ibreflect.measure import pooled
from ibreflect.measure import quality as measured
from ibreflect.measure.pooled import PEOPLE_FLOOR, SCHOOLS_FLOOR
from ibreflect.measure.quality import Sheet
from ibreflect.model.person import Person
from ibreflect.model.questionnaire import Given, NonAnswer
from ibreflect.model.round import Asked, Period, SchoolTerm
from ibreflect.store.connection import Store
from ibreflect.usecases import quality
from ibreflect.usecases.quality import VersionQuality
from tests.store import scans
from tests.usecases import many_scans
from tests.usecases.many_scans import Scan
from tests.usecases.organisation import organisation

TODAY = date(2026, 11, 2)
ITEMS = ("LC1", "LC2", "LC3", "LC4")
NOT_HERE = NonAnswer.NOT_APPLICABLE


def _core() -> Asked:
    found = scans.instrument().questionnaire
    return Asked(found.id, found.version)


def _seen(store: Store, made: Iterable[Scan], today: date = TODAY) -> VersionQuality:
    everybody = organisation(store)
    many_scans.keep(store, made)
    return quality.of_version(store, everybody.administrator, _core(), today=today)


def test_only_the_beheerder_asks(store: Store) -> None:
    everybody = organisation(store)
    many_scans.keep(store, many_scans.people(1, 1))
    for person in everybody:
        if person == everybody.administrator:
            continue
        with pytest.raises(NotAllowedError):
            quality.versions(store, person, today=TODAY)
        with pytest.raises(NotAllowedError):
            quality.of_version(store, person, _core(), today=TODAY)


def test_every_version_that_was_handed_in_is_offered(store: Store) -> None:
    everybody = organisation(store)
    assert quality.versions(store, everybody.administrator, today=TODAY) == ()
    many_scans.keep(store, many_scans.people(1, 1))
    (offered,) = quality.versions(store, everybody.administrator, today=TODAY)
    assert offered.asked == _core()
    assert offered.title.endswith(f"versie {_core().version}")


@pytest.mark.parametrize(
    ("people", "schools"), [(PEOPLE_FLOOR - 1, 6), (PEOPLE_FLOOR + 6, SCHOOLS_FLOOR - 1)]
)
def test_below_the_floor_it_says_why_there_is_nothing(
    store: Store, people: int, schools: int
) -> None:
    found = _seen(store, many_scans.people(people, schools))
    assert found.reason == pooled.TOO_FEW
    assert (found.people, found.scales, found.figure) == ("", (), None)


def test_from_the_floor_on_every_scale_has_its_figures(store: Store) -> None:
    found = _seen(store, many_scans.people(36, 6))
    assert (found.people, found.reason) == ("minstens 35", "")
    assert len(found.scales) == len(scans.instrument().questionnaire.scales)
    assert found.figure is not None
    assert set(found.figure.drawn["measure"]) == {"alfa", "omega"}
    texts = [item.self_text for item in scans.instrument().questionnaire.scales[0].items]
    assert list(found.scales[0].statements["Stelling"]) == texts
    assert "meten samen één ding" in found.scales[0].says


def test_a_second_scan_of_the_same_person_counts_once_and_the_newest_does(store: Store) -> None:
    later = SchoolTerm("2025/2026", Period.SPRING)
    first = many_scans.people(PEOPLE_FLOOR, 6)
    again = [each._replace(term=later, given={}) for each in first]
    found = _seen(store, [*first, *again])
    assert found.people == f"minstens {PEOPLE_FLOOR}"
    (told,) = set(found.scales[0].statements["Antwoorden"])
    assert told == "Minder dan 5 met een getal. Zonder getal: niet ingevuld (de helft of meer)."


def test_scans_of_this_term_and_scans_not_handed_in_do_not_count(store: Store) -> None:
    now = SchoolTerm("2026/2027", Period.AUTUMN)
    old = many_scans.people(PEOPLE_FLOOR - 1, 6)
    found = _seen(
        store,
        [
            *old,
            Scan(900, 1, many_scans.alike(900), now),
            Scan(901, 2, many_scans.alike(901), handed_in=False),
        ],
    )
    assert found.reason == pooled.TOO_FEW
    everybody = organisation_of(store)
    later = quality.of_version(store, everybody, _core(), today=date(2027, 2, 1))
    assert later.people == f"minstens {PEOPLE_FLOOR}"


def organisation_of(store: Store) -> Person:
    """The beheerder of the organisation that is there already."""
    ((person_id, name),) = store.read("select person_id, name from person where name = 'Gijs'")
    return Person(person_id, name)


def test_nothing_that_is_returned_names_a_person_a_school_or_a_round(store: Store) -> None:
    found = _seen(store, many_scans.people(36, 6))
    told = repr(found._replace(questionnaire=scans.instrument().questionnaire))
    ids = {str(value) for row in store.read("select * from round") for value in row[:3]}
    ids |= {str(row[0]) for row in store.read("select response_id from response")}
    assert not [each for each in ids if each in told]


def _sheets() -> st.SearchStrategy[list[Sheet]]:
    """People of whom most rated everything; the last schools have only a few."""
    rates = st.fixed_dictionaries({item: st.integers(1, 5) for item in ITEMS})
    some = st.dictionaries(
        st.sampled_from(ITEMS), st.one_of(st.integers(1, 5), st.sampled_from(NonAnswer))
    )
    school = st.sampled_from([0, 0, 1, 1, 2, 2, 3, 3, 4, 5])
    row = st.tuples(school, st.one_of(rates, rates, rates, rates, some))
    return st.lists(row, min_size=26, max_size=42).map(
        lambda rows: [Sheet(number, *each) for number, each in enumerate(rows)]
    )


@settings(max_examples=40)
@given(_sheets())
def test_no_figure_comes_from_fewer_people_or_schools_than_the_floor(sheets: list[Sheet]) -> None:
    found = measured.of_scale(ITEMS, sheets)
    if found is None:
        assert not _enough(sheets)
        return
    assert _enough(sheets)
    complete = [each for each in sheets if _gave_numbers(each, ITEMS)]
    for each in (found.alpha, found.omega):
        assert each.value is None or _enough(complete)
        assert (each.value is None) == (each.low is None) == (each.high is None)
    for statement in found.statements:
        rated = [each for each in sheets if _gave_numbers(each, (statement.item_id,))]
        assert statement.spread is None or _enough(rated)
        assert statement.item_rest is None or (_enough(complete) and _enough(rated))


def test_people_of_too_few_schools_are_too_few_for_each_figure_by_itself() -> None:
    full: dict[str, Given] = {"LC1": 1, "LC2": 2, "LC3": 3}
    varied = [{**full, "LC1": number % 5 + 1} for number in range(36)]
    without: dict[str, Given] = {"LC1": 3, "LC2": 4, "LC3": NOT_HERE}
    sheets = [Sheet(number, number % 4, each) for number, each in enumerate(varied)]
    sheets += [Sheet(40 + number, 4 + number, without) for number in range(2)]
    found = measured.of_scale(("LC1", "LC2", "LC3"), sheets)
    assert found is not None
    assert (found.alpha.reason, found.omega.reason) == (pooled.TOO_FEW, pooled.TOO_FEW)
    first, _, third = found.statements
    assert (first.reason, first.item_rest) == ("", None)
    assert (third.reason, third.spread) == (pooled.TOO_FEW, None)


def _enough(sheets: list[Sheet]) -> bool:
    people = {each.person for each in sheets}
    return len(people) >= 30 and len({each.school for each in sheets}) >= 5


def _gave_numbers(sheet: Sheet, item_ids: Iterable[str]) -> bool:
    return all(isinstance(sheet.given.get(item), int) for item in item_ids)


def test_of_a_statement_that_few_rated_only_bands_are_told() -> None:
    given_: list[dict[str, Given]] = [
        {"LC1": number % 5 + 1, "LC2": NOT_HERE if number % 2 else 3} for number in range(40)
    ]
    sheets = [Sheet(number, number % 6, each) for number, each in enumerate(given_)]
    found = measured.of_scale(("LC1", "LC2", "LC3"), sheets)
    assert found is not None
    rated, half, never = found.statements
    # By hand: 1..5 eight times each; the squares about 3 add up to 8 · (4 + 1 + 0 + 1 + 4) = 80,
    # and √(80 / 39) = 1.4322.
    assert rated.spread == pytest.approx(1.4322, abs=1e-4)
    assert (half.spread, half.reason) == (None, pooled.TOO_FEW)
    assert (half.numbers, half.non_answers[NOT_HERE]) == ("minstens 20", "de helft of meer")
    assert (never.numbers, never.missing) == ("minder dan 5", "de helft of meer")
    assert found.alpha.reason == pooled.TOO_FEW
